r"""Editing the text of paragraphs: find places in the plain characters, change them and keep all the rest.

References and callouts stand in the plain characters as one character, ``inline.MARK``, so that places count rightly. All
finders read the text as it was; where two want the same place, the one named first has it.

Example:
    >>> content = parse("*Decides* to meet at its eightieth session;[^a]")
    >>> inline.format(replaced(content, (Edit(26, 34, "eighty-first", "session/next"),)))
    '*Decides* to meet at its eighty-first session;[^a]'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.inline import flat
from draftkit.model import Change, Changes, Content, Inline, Resolution, Text
from draftkit.roll import rules
from draftkit.roll.blanks import in_kind
from draftkit.tree import map_contents


@dataclass(frozen=True, slots=True)
class Edit:
    """New characters for those from ``start`` to ``end``, by a rule of ``draftkit.roll.rules``."""

    start: int
    end: int
    new: str
    rule: str


Finder = Callable[[str, str], Iterable[Edit]]
"""From the id of a place and its plain characters to what should change there."""


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


def rewrite(resolution: Resolution, body: Sequence[Finder], notes: Sequence[Finder]) -> tuple[Resolution, Changes]:
    """Make the edits that the finders give for each paragraph, heading and cell (``body``) and for each footnote.

    Titles are left alone: what a text is called is for its drafters to change.
    """
    changes: list[Change] = []
    untouched = {"title", *(annex.id for part in resolution.parts for annex in part.annexes)}

    def change(place: str, content: Content, finders: Sequence[Finder]) -> Content:
        text = flat(content)
        edits = _found(finders, place, text)
        for edit in edits:
            rule = rules.rule(edit.rule)
            changes.append(
                Change(rule.name, rule.kind, place, text[edit.start : edit.end], edit.new, rule.confidence, edit.start)
            )
        return replaced(content, edits) if edits else content

    resolution = map_contents(
        resolution, lambda place, content: content if place in untouched else change(place, content, body)
    )
    renewed = tuple(replace(note, content=change(f"note {note.id}", note.content, notes)) for note in resolution.notes)
    return replace(resolution, notes=renewed), tuple(changes)


def _found(finders: Sequence[Finder], place: str, text: str) -> tuple[Edit, ...]:
    """What the finders would change, in order of place; an edit gives way to those of the finders before its own.

    New words take the kind of blanks and hyphens of those that they replace.
    """
    kept: list[Edit] = []
    for find in finders:
        taken = tuple(kept)
        for edit in find(place, text):
            apart = all(edit.end <= other.start or other.end <= edit.start for other in taken)
            old = text[edit.start : edit.end]
            new = in_kind(edit.new, old, text)
            if apart and old != new:
                kept.append(replace(edit, new=new))
    return tuple(sorted(kept, key=lambda edit: edit.start))
