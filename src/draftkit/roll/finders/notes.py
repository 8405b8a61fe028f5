"""Old habits in footnotes become those of today (un-rules E3, E6).

    one indicator called twice                    a new note with the same text for the second call
    A/65/112 and Add.1                            A/65/112 and A/65/112/Add.1
    a text whose notes begin at 2                 notes from 1, as in every new draft
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from draftkit.assemble.printed import note_numbers
from draftkit.model import Callout, Change, Changes, Content, Inline, Kind, Note, Resolution
from draftkit.roll.edits import Edit
from draftkit.tree import contents, map_contents, unread
from draftkit.un.symbols import SYMBOL, modified

REPEATED = "note/repeated"
SHORT = "note/short-symbol"
NUMBER = "note/number"

_MODIFIER = r"(?:Add|Corr|Rev|Amend)\.\d+"
_SHORT = re.compile(rf"(?P<symbol>{SYMBOL})(?P<rest>(?:(?:,|,?[ \u00a0]and)[ \u00a0]{_MODIFIER}(?![\d–-]))+)")


def roll_notes(resolution: Resolution) -> tuple[Resolution, Changes]:
    """Give every callout a note of its own, and every note its derived number."""
    resolution, repeated = _part_notes(resolution)
    resolution, numbered = _number_from_one(resolution)
    return resolution, repeated + numbered


def _number_from_one(resolution: Resolution) -> tuple[Resolution, Changes]:
    """Drop the numbers that an official text sets: only its own print explains them."""
    fixed = [note for note in resolution.notes if note.number]
    if not fixed:
        return resolution, ()
    resolution = replace(resolution, notes=tuple(replace(note, number=0) for note in resolution.notes))
    derived = {name: str(number) for name, number in note_numbers(resolution).items()}
    return resolution, tuple(
        Change(NUMBER, Kind.TECHNICAL, f"note {note.id}", str(note.number), derived.get(note.id, "")) for note in fixed
    )


def full_symbols(_: str, text: str) -> Iterator[Edit]:
    """Write every symbol in a note in its full form."""
    for match in _SHORT.finditer(text):
        for short in re.finditer(_MODIFIER, match["rest"]):
            start = match.start("rest") + short.start()
            yield Edit(start, start + len(short[0]), modified(match["symbol"], short[0]), SHORT)


def _part_notes(resolution: Resolution) -> tuple[Resolution, Changes]:
    notes = {note.id: note for note in resolution.notes}
    taken, called = set(notes), set[str]()
    unreadable = {block.id for block in unread(resolution)}  # stays as it is
    copies: dict[str, list[Note]] = {}
    changes: list[Change] = []

    def part(place: str, content: Content) -> Content:
        if place == "title" or place in unreadable:
            called.update(piece.note for piece in content if isinstance(piece, Callout))
            return content
        out: list[Inline] = []
        for piece in content:
            if isinstance(piece, Callout) and piece.note in called and piece.note in notes:
                name = _free(piece.note, taken)
                copies.setdefault(piece.note, []).append(replace(notes[piece.note], id=name, number=0))
                changes.append(Change(REPEATED, Kind.TECHNICAL, place, f"[^{piece.note}]", f"[^{name}]"))
                piece = Callout(name)
            elif isinstance(piece, Callout):
                called.add(piece.note)
            out.append(piece)
        return tuple(out)

    parted: dict[str, list[Content]] = {}
    for place, content in contents(resolution):  # in printed order, which map_contents does not keep
        parted.setdefault(place, []).append(part(place, content))
    if not changes:
        return resolution, ()
    resolution = map_contents(resolution, lambda place, content: content if place == "title" else parted[place].pop(0))
    listed = tuple(each for note in resolution.notes for each in (note, *copies.get(note.id, ())))
    return replace(resolution, notes=listed), tuple(changes)


def _free(name: str, taken: set[str]) -> str:
    """An id like ``name`` that no note has yet: "report-2"."""
    count = 2
    while f"{name}-{count}" in taken:
        count += 1
    taken.add(f"{name}-{count}")
    return f"{name}-{count}"
