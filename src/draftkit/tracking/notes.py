"""Footnotes and endnotes of two Word files: which is which, and writing what became of them.

Notes are known by their text and place. A note that goes and one that comes are two definitions, also at the same place.

Example:
    >>> old_keys, new_keys = notes.paired([old_flat], [new_flat])
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from draftkit.tracking.flat import Flat, Thing
from draftkit.un.spelling import folded
from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Desk, Work

LIKE = 50.0
"""Percent of likeness from which two notes at one place are one note edited."""

_KINDS = ("footnote", "endnote")
Keys = dict[Any, str]


class Notes:
    """The notes of an old file and a new one."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.done: set[tuple[str, str]] = set()  # notes of the old file whose content is marked

    @cached_property
    def olds(self) -> dict[tuple[str, str], Any]:
        """The notes of the old file by kind and id."""
        return _definitions(self.desk.old)

    @cached_property
    def news(self) -> dict[tuple[str, str], Any]:
        return _definitions(self.desk.new)

    def paired(self, olds: Sequence[Flat], news: Sequence[Flat]) -> tuple[Keys, Keys]:
        """What each callout of two flows is compared as: two that are one note have one key."""
        ours, theirs = ([t for flat in flats for t in flat.things.values() if t.kind in _KINDS] for flats in (olds, news))
        keys: tuple[Keys, Keys] = ({}, {})
        if not ours and not theirs:
            return keys
        free = list(theirs)
        for number, (one, other) in enumerate(self._pairs(ours, free)):
            keys[0][one.element] = keys[1][other.element] = f"\0{one.kind} {number}"
        for side, things in enumerate((ours, theirs)):
            for at, thing in enumerate(things):
                keys[side].setdefault(thing.element, f"\0{side} {at}")
        return keys

    def _pairs(self, ours: Sequence[Thing], free: list[Thing]) -> list[tuple[Thing, Thing]]:
        """Callouts that call one note: first those of equal text, then those alike."""
        from rapidfuzz import fuzz

        out: list[tuple[Thing, Thing]] = []
        left: list[Thing] = []
        for one in ours:
            text = self.text(one, 0)
            other = next((t for t in free if t.kind == one.kind and self.text(t, 1) == text), None)
            if other is None:
                left.append(one)
            else:
                free.remove(other)
                out.append((one, other))
        for one in left:
            text = self.text(one, 0)
            scored = [(fuzz.ratio(text, self.text(t, 1)), -at) for at, t in enumerate(free) if t.kind == one.kind]
            score, at = max(scored, default=(0.0, 0))
            if score >= LIKE:
                out.append((one, free.pop(-at)))
        return out

    def text(self, thing: Thing, side: int) -> str:
        """What the note that a callout calls says."""
        found = (self.olds, self.news)[side].get((thing.kind, thing.element.get(f"{W}id", "")))
        return "" if found is None else folded("".join(found.itertext(f"{W}t")))

    def edit(self, work: Work, old: Thing, new: Thing) -> None:
        """Write the changes of a note that stays."""
        if old.kind not in _KINDS or not self._first(old):
            return
        one, other = (s.get((old.kind, t.element.get(f"{W}id", ""))) for s, t in ((self.olds, old), (self.news, new)))
        if one is not None and other is not None:
            from draftkit.tracking.stories import compare_stories

            there = self._work(work, old.kind)
            with there.changing():
                compare_stories(there, one, other)

    def strike(self, work: Work, thing: Thing | None) -> None:
        """Strike the content of a note whose callout is struck."""
        if thing is None or thing.kind not in _KINDS or not self._first(thing):
            return
        note = self.olds.get((thing.kind, thing.element.get(f"{W}id", "")))
        if note is None:
            return
        there = self._work(work, thing.kind)
        paragraphs = list(note.iter(f"{W}p"))
        with there.changing():
            for paragraph in paragraphs:
                there.strike(paragraph, mark=paragraph is not paragraphs[-1])

    def _first(self, thing: Thing) -> bool:
        key = (thing.kind, thing.element.get(f"{W}id", ""))
        first = key not in self.done
        self.done.add(key)
        return first

    def bring(self, work: Work, thing: Thing) -> None:
        """Bring along the note of a callout that was copied from the new file, and let it call that."""
        if thing.kind not in _KINDS:
            return
        note = self.news.get((thing.kind, thing.element.get(f"{W}id", "")))
        if note is None:
            return
        there = self._work(work, thing.kind)
        root = self.desk.old.tree(there.part)
        made = there.copied(note)
        ids = (whole(n.get(f"{W}id", "")) for n in root.iterchildren(note.tag))
        made.set(f"{W}id", str(max(ids, default=0) + 1))
        root.append(made)
        paragraphs = list(made.iter(f"{W}p"))
        for paragraph in paragraphs:
            there.put_in(paragraph, mark=paragraph is not paragraphs[-1])
        thing.element.set(f"{W}id", made.get(f"{W}id"))
        self.desk.old.change(there.part)

    def _work(self, work: Work, kind: str) -> Work:
        """Work on the part of the notes, which is made if the old file has none."""
        from draftkit.tracking.work import Work

        old, new = self.desk.old, self.desk.new
        part, there = (archive.related(archive.main, f"{kind}s") for archive in (old, new))
        if not part:
            part = old.free_name(f"word/{kind}s.xml")
            old.add(part, new.blobs[there], new.content_type(there))
            old.link(old.main, f"{kind}s", part)
            root = old.tree(part)
            for note in [n for n in root if n.get(f"{W}type") in (None, "normal")]:
                root.remove(note)
            old.change(part)
        return Work(self.desk, part, there or part)


def _definitions(archive: Archive) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for kind in _KINDS:
        part = archive.related(archive.main, f"{kind}s")
        for note in archive.tree(part) if part else ():
            if note.tag == f"{W}{kind}" and note.get(f"{W}type") in (None, "normal"):
                found[kind, note.get(f"{W}id", "")] = note
    return found


__all__ = ["Notes"]
