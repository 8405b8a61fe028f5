"""What the things of two paragraphs are compared as: callouts by their notes, pictures by what is in them, fields by their text.

Drawings of which nothing but the words in their text boxes is different are one, and those words are compared.

Example:
    >>> keys = Keys(work, [old_flat], [new_flat])
    >>> keys.old(old_flat, old_flat.things[4]) == keys.new(new_flat, new_flat.things[4])
    True
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from draftkit.tracking.flat import Flat, Thing
from draftkit.tracking.looks import spelled
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work

_SEPARATOR = f"{W}fldChar[@{W}fldCharType='separate']"
_COUNTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields that Word works out whenever it shows them: what was stored says nothing."""
_DEALT_OUT = frozenset({"id", "name", "descr", "type", "ShapeID", "ObjectID"})
"""Names and ids that say nothing of what a drawing shows."""


class Keys:
    """What the things of two flows are compared as. ``whole``: drawings are one only with the words in their boxes."""

    def __init__(self, work: Work, olds: Sequence[Flat], news: Sequence[Flat], *, whole: bool = False) -> None:
        self.work = work
        self.notes = work.desk.notes.paired(olds, news)
        self.drawings: tuple[dict[Any, str], dict[Any, str]] = ({}, {})
        if not whole:
            self._pair_drawings(olds, news)

    def old(self, flat: Flat, thing: Thing) -> str:
        return self._key(flat, thing, 0)

    def new(self, flat: Flat, thing: Thing) -> str:
        return self._key(flat, thing, 1)

    def _key(self, flat: Flat, thing: Thing, side: int) -> str:
        if thing.kind in ("footnote", "endnote"):
            return self.notes[side].get(thing.element, "\0note")
        if thing.kind == "field":
            at = next(s for s in flat.stretches if s.elements[0] is thing.element)
            return f"\0field {self._field(at.elements, side)}"
        return self.drawings[side].get(thing.element) or f"\0{thing.kind} {self._spelled(thing.element, side)}"

    def _pair_drawings(self, olds: Sequence[Flat], news: Sequence[Flat]) -> None:
        """Give drawings with text boxes that the other file has with other words in them one key."""
        boxed = [[t.element for flat in flats for t in flat.things.values() if _has_box(t)] for flats in (olds, news)]
        if not all(boxed):
            return
        wholes = [{element: self._spelled(element, side) for element in boxed[side]} for side in (0, 1)]
        ours, theirs = ([e for e in boxed[s] if wholes[s][e] not in wholes[1 - s].values()] for s in (0, 1))
        for number, one in enumerate(ours):
            shell = self._spelled(one, 0, boxes=False)
            other = next((e for e in theirs if self._spelled(e, 1, boxes=False) == shell), None)
            if other is not None:
                theirs.remove(other)
                self.drawings[0][one] = self.drawings[1][other] = f"\0boxes {number}"

    def _field(self, elements: Sequence[Any], side: int) -> str:
        """A field as its code and what it shows, be it simple or complex (17.16.18, 17.16.19)."""
        marks = [mark.get(f"{W}fldCharType") for element in elements for mark in element.iter(f"{W}fldChar")]
        if elements[0].tag == f"{W}fldSimple" and not marks:
            code, shown = elements[0].get(f"{W}instr", ""), list(elements[0])
        elif marks.count("begin") == 1:
            parted = next((at for at, e in enumerate(elements) if e.find(_SEPARATOR) is not None), -1)
            code = "".join(text.text or "" for element in elements[:parted] for text in element.iter(f"{W}instrText"))
            shown = list(elements[parted + 1 : -1]) if parted >= 0 else []
        else:
            code, shown = "", list(elements)
        words = code.split()
        if words and words[0].upper() in _COUNTED:
            return " ".join(words)
        return " ".join(words) + "".join(self._spelled(element, side) for element in shown)

    def _spelled(self, element: Any, side: int, *, boxes: bool = True) -> str:
        part = (self.work.part, self.work.new_part)[side]

        def named(name: str, value: str) -> str:
            return "" if name in _DEALT_OUT else self._named(side, part, value)

        return spelled(element, named, boxes=boxes)

    def _named(self, side: int, part: str, id_: str) -> str:
        """What a relationship id stands for: the address, or the content of the part."""
        archive = (self.work.desk.old, self.work.desk.new)[side]
        link = next((link for link in archive.links(part) if link.id == id_), None)
        if link is None or link.external:
            return id_ if link is None else link.target
        return hashlib.blake2b(archive.blobs.get(link.target, b""), digest_size=12).hexdigest()


def _has_box(thing: Thing) -> bool:
    return thing.kind == "drawing" and next(thing.element.iter(f"{W}txbxContent"), None) is not None


__all__ = ["Keys"]
