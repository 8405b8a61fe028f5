"""What the things of two paragraphs are compared as: callouts by their notes, pictures by what is in them, fields by their text.

Example:
    >>> keys = Keys(work, [old_flat], [new_flat])
    >>> keys.old(old_flat, old_flat.things[4]) == keys.new(new_flat, new_flat.things[4])
    True
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from draftkit.tracking.flat import Flat, Thing
from draftkit.tracking.looks import spelled
from draftkit.word.archive import Archive

if TYPE_CHECKING:
    from draftkit.tracking.work import Work


class Keys:
    """What the things of two flows are compared as."""

    def __init__(self, work: Work, olds: Sequence[Flat], news: Sequence[Flat]) -> None:
        self.work = work
        self.notes = work.desk.notes.paired(olds, news)

    def old(self, flat: Flat, thing: Thing) -> str:
        return self._key(flat, thing, 0)

    def new(self, flat: Flat, thing: Thing) -> str:
        return self._key(flat, thing, 1)

    def _key(self, flat: Flat, thing: Thing, side: int) -> str:
        if thing.kind in ("footnote", "endnote"):
            return self.notes[side].get(thing.element, "\0note")
        work = self.work
        archive, part = ((work.desk.old, work.part), (work.desk.new, work.new_part))[side]

        def named(name: str, value: str) -> str:
            return "" if name in ("id", "name", "descr") else _named(archive, part, value)

        if thing.kind == "field":
            at = next(s for s in flat.stretches if s.elements[0] is thing.element)
            return "\0field " + "".join(spelled(e, named) for e in at.elements)
        return f"\0{thing.kind} {spelled(thing.element, named)}"


def _named(archive: Archive, part: str, id_: str) -> str:
    """What a relationship id stands for: the address, or the content of the part."""
    link = next((link for link in archive.links(part) if link.id == id_), None)
    if link is None or link.external:
        return id_ if link is None else link.target
    return hashlib.blake2b(archive.blobs.get(link.target, b""), digest_size=12).hexdigest()


__all__ = ["Keys"]
