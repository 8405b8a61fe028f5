r"""Editing the text of paragraphs: find places in the plain characters, change them and keep all the rest.

Marks (references, callouts) stand in the plain characters as one character, ``MARK``, so that places count rightly.

Example:
    >>> content = parse("*Decides* to meet at its eightieth session;[^a]")
    >>> inline.format(replaced(content, (Edit(26, 34, "eighty-first"),)))
    '*Decides* to meet at its eighty-first session;[^a]'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.model import Change, Changes, Content, Inline, Kind, Resolution, Text
from draftkit.tree import map_contents

MARK = "\ufffc"
"""What stands for a reference or a callout in the plain characters."""


@dataclass(frozen=True, slots=True)
class Edit:
    """New characters for those from ``start`` to ``end``; ``confidence`` is between 0 and 1."""

    start: int
    end: int
    new: str
    confidence: float = 1.0


Finder = Callable[[str, str], Iterable[Edit]]
"""From the id of a place and its plain characters to what should change there."""


def flat(content: Content) -> str:
    """The characters of a content, each reference and callout as ``MARK``."""
    return "".join(piece.text if isinstance(piece, Text) else MARK for piece in content)


def replaced(content: Content, edits: Iterable[Edit]) -> Content:
    """The content after edits; new characters take the format of those they replace, or follow. Marks are never lost."""
    out: list[Inline] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        out += _cut(content, done, edit.start)
        inside = _cut(content, edit.start, edit.end)
        beside = (*inside, *reversed(out[-2:]), *_cut(content, edit.end, edit.end + 1))
        model = next((piece for piece in beside if isinstance(piece, Text)), Text(""))
        out.append(replace(model, text=edit.new))
        out += (piece for piece in inside if not isinstance(piece, Text))
        done = edit.end
    out += _cut(content, done, len(flat(content)))
    return inline.join(out)


def _cut(content: Content, start: int, end: int) -> Content:
    """The pieces between two places of the plain characters."""
    out: list[Inline] = []
    at = 0
    for piece in content:
        size = len(piece.text) if isinstance(piece, Text) else 1
        first, last = max(start - at, 0), min(end - at, size)
        if first < last:
            out.append(replace(piece, text=piece.text[first:last]) if isinstance(piece, Text) else piece)
        at += size
    return tuple(out)


def rewrite(resolution: Resolution, rule: str, find: Finder, *, notes: bool = False) -> tuple[Resolution, Changes]:
    """Make the edits that ``find`` gives for each paragraph, heading and cell, and with ``notes`` for each footnote.

    Titles are left alone: what a text is called is for its drafters to change.
    """
    changes: list[Change] = []

    def change(place: str, content: Content) -> Content:
        if place in untouched:
            return content
        text = flat(content)
        edits = [edit for edit in find(place, text) if text[edit.start : edit.end] != edit.new]
        if not edits:
            return content
        for edit in edits:
            changes.append(Change(rule, Kind.TECHNICAL, place, text[edit.start : edit.end], edit.new, edit.confidence))
        return replaced(content, edits)

    untouched = {"title", *(annex.id for part in resolution.parts for annex in part.annexes)}
    resolution = map_contents(resolution, change)
    if notes:
        renewed = tuple(replace(note, content=change(f"note {note.id}", note.content)) for note in resolution.notes)
        resolution = replace(resolution, notes=renewed)
    return resolution, tuple(changes)
