"""Putting "above" and "below" after internal references right (un-rules D1).

    paragraphs [[calls-settlement]] and [[urges-observe]] below   ->   paragraphs [[...]] and [[...]] above

A list of references has one direction word. It is "above" when all targets stand before the paragraph that refers to
them (an earlier subparagraph of the same paragraph does), "below" when all stand after it. Where they stand on both
sides nothing is changed: a person has to write the sentence anew, and the check says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from draftkit.assemble import numbers
from draftkit.assemble.references import BLANK, HEAD, JOINER, Path, printed_form
from draftkit.model import Callout, Change, Changes, Content, Kind, Ref, Resolution, Text
from draftkit.tree import contents, map_contents, walk

ABOVE, BELOW = "above", "below"

_LINK = re.compile(rf"{JOINER}(?:{HEAD})?")
_DIRECTION = re.compile(rf"(?P<blank>{BLANK})(?P<word>above|below)\b")


@dataclass(frozen=True, slots=True)
class RefList:
    """The references ``content[start:stop:2]`` of one list, with the direction word after it ("" if it has none)."""

    start: int
    stop: int
    targets: tuple[str, ...]
    word: str = ""


def ref_lists(content: Content) -> Iterator[RefList]:
    """The lists of references of a paragraph: "paragraphs [[a]], [[b]] and [[c]] above" is one."""
    at = 0
    while at < len(content):
        if not isinstance(content[at], Ref):
            at += 1
            continue
        start = at
        while at + 2 < len(content) and isinstance(content[at + 2], Ref) and _links(content, at + 1):
            at += 2
        after = content[at + 1] if at + 1 < len(content) else None
        match = _DIRECTION.match(after.text) if isinstance(after, Text) else None
        targets = tuple(piece.target for piece in content[start : at + 1] if isinstance(piece, Ref))
        yield RefList(start, at + 1, targets, match["word"] if match else "")
        at += 1


def _links(content: Content, at: int) -> bool:
    piece = content[at]
    return isinstance(piece, Text) and bool(_LINK.fullmatch(piece.text))


def order(resolution: Resolution) -> dict[str, int]:
    """The place of every block in the printed order, by id."""
    return {place.block.id: at for at, place in enumerate(walk(resolution))}


def direction_of(owner: str, targets: tuple[str, ...], order: Mapping[str, int]) -> str:
    """ "above" or "below" as all targets stand before or after the block that refers to them; "" if that cannot be said.

    It cannot where targets stand on both sides, where one is gone, or where the block refers to itself.
    """
    if owner not in order or any(target not in order or target == owner for target in targets):
        return ""
    sides = {ABOVE if order[target] < order[owner] else BELOW for target in targets}
    return sides.pop() if len(sides) == 1 else ""


def correct(resolution: Resolution) -> tuple[Resolution, Changes]:
    """The resolution with each direction word right, and a change for each word that was not.

    A note stands where it is first called.
    """
    places, paths = order(resolution), numbers.paths(resolution)
    changes: list[Change] = []

    def corrected(owner: str, content: Content, stands: str = "") -> Content:
        out = list(content)
        for found in ref_lists(content):
            right = direction_of(stands or owner, found.targets, places)
            after = out[found.stop] if found.stop < len(out) else None
            if not found.word or not right or found.word == right or not isinstance(after, Text):
                continue
            out[found.stop] = replace(after, text=_DIRECTION.sub(rf"\g<blank>{right}", after.text, count=1))
            listed = printed_list(content, found, paths.get(owner, ()), paths)
            change = Change("direction", Kind.CONSEQUENTIAL, owner, f"{listed} {found.word}", f"{listed} {right}")
            changes.append(change)
        return tuple(out)

    changed = map_contents(resolution, corrected)
    changes.sort(key=lambda change: places[change.paragraph])
    callers = first_callers(resolution)
    notes = tuple(
        replace(note, content=corrected(f"note {note.id}", note.content, callers.get(note.id, ""))) for note in resolution.notes
    )
    return replace(changed, notes=notes), tuple(changes)


def first_callers(resolution: Resolution) -> dict[str, str]:
    """The place of the first callout of each note that is called, by the note's id."""
    found: dict[str, str] = {}
    for owner, content in contents(resolution):
        for piece in content:
            if isinstance(piece, Callout):
                found.setdefault(piece.note, owner)
    return found


def printed_list(content: Content, found: RefList, own: Path, paths: Mapping[str, Path]) -> str:
    """A list of references as it is printed: "11, 13 and 14"."""
    out = []
    for at in range(found.start, found.stop):
        piece = content[at]
        out.append(piece.text if isinstance(piece, Text) else printed_form(content, at, own, paths))
    return "".join(out)
