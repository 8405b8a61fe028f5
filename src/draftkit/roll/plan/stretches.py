"""A content before and after the roll-forward in one row of characters: what stayed, what was struck, what is new.

In: the runs of a content as they were and as they are, the edits between them (places in the plain characters of the old
one, see ``edits.flat``) and the phrases marked in the new one. Out: stretches in one format, each with what marks it.

Example:
    >>> [(stretch.op, stretch.text) for stretch in stretches(old, new, [Swap(52, 64, "eighty-third", 4)])]
    [(Op.KEPT, 'Decides to ... of its '), (Op.STRUCK, 'eighty-first'), (Op.NEW, 'eighty-third'), (Op.KEPT, ' session ...')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from draftkit.assemble.lines import Run, Runs
from draftkit.inline import MARK
from draftkit.un.dates import DATE


class Op(StrEnum):
    """What became of a stretch."""

    KEPT = "kept"
    STRUCK = "struck"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters in one format with one fate. ``change`` and ``looks`` are entries of the work plan by position."""

    run: Run
    op: Op
    change: int = -1
    looks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The characters as printed."""
        return self.run.text


@dataclass(frozen=True, slots=True)
class Swap:
    """New characters for those from ``start`` to ``end`` of the old ones, by the change at a position of the work plan."""

    start: int
    end: int
    new: str
    change: int = -1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Characters of the new content that a person must look at, by the entry at a position of the work plan."""

    start: int
    end: int
    look: int


def flat_runs(runs: Runs) -> str:
    """The plain characters of runs: a reference or a callout is one."""
    return "".join(MARK if _is_mark(run) else run.text for run in runs)


def swapped(text: str, swaps: Sequence[Swap]) -> str:
    """The plain characters after swaps in order."""
    out, done = "", 0
    for swap in swaps:
        out += text[done : swap.start] + swap.new
        done = swap.end
    return out + text[done:]


def stretches(old: Runs, new: Runs, swaps: Sequence[Swap], phrases: Sequence[Phrase] = ()) -> tuple[Stretch, ...]:
    """The stretches of a content; ``swaps`` are in order, apart from one another, and lead from the old to the new one."""
    out: list[Stretch] = []
    done = at = 0  # how far the old and the new characters have been told
    for swap in swaps:
        kept = at + swap.start - done
        fresh = kept + len(swap.new)
        gone = [run for run in _cut(old, swap.start, swap.end) if not (_is_mark(run) and MARK in swap.new)]
        stays = any(_is_mark(run) for run in _cut(old, swap.start, swap.end))
        out += _told(new, at, kept, phrases)
        out += (Stretch(run, Op.STRUCK, swap.change) for run in gone)
        for told in _told(new, kept, fresh, phrases):
            out.append(told if stays and _is_mark(told.run) else replace(told, op=Op.NEW, change=swap.change))
        done, at = swap.end, fresh
    out += _told(new, at, len(flat_runs(new)), phrases)
    return tuple(out)


def _told(runs: Runs, start: int, end: int, phrases: Sequence[Phrase]) -> Iterator[Stretch]:
    """New characters, parted where a marked phrase begins or ends."""
    cuts = {place for phrase in phrases for place in (phrase.start, phrase.end) if start < place < end}
    places = [start, *sorted(cuts), end]
    for first, last in pairwise(places):
        looks = tuple(phrase.look for phrase in phrases if phrase.start <= first < phrase.end)
        yield from (Stretch(run, Op.KEPT, looks=looks) for run in _cut(runs, first, last))


def _is_mark(run: Run) -> bool:
    return bool(run.ref or run.note)


def _cut(runs: Runs, start: int, end: int) -> Iterator[Run]:
    """The runs between two places of the plain characters."""
    at = 0
    for run in runs:
        size = 1 if _is_mark(run) else len(run.text)
        first, last = max(start, at), min(end, at + size)
        if first < last:
            yield (run if _is_mark(run) else replace(run, text=run.text[first - at : last - at]))
        at += size


_WORD = re.compile(rf"{MARK}|,|{DATE}|[^\s,{MARK}]+|\s")
"""Words as a redline takes them: a date is one."""


def differing(old: str, new: str, start: int = 0, change: int = -1) -> tuple[Swap, ...]:
    """The swaps from one row of plain characters to another by words; the old one begins at ``start``."""
    if old == new:
        return ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    if not _alike(before, after):
        return (Swap(start, start + len(old), new, change),)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    places = [start]
    for word in before:
        places.append(places[-1] + len(word))
    return tuple(
        Swap(places[first], places[last], "".join(after[low:high]), change)
        for tag, first, last, low, high in matcher.get_opcodes()
        if tag != "equal"
    )


def _alike(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether half of the words are the same; else the old ones are shown whole as struck and the new ones as new."""
    old, new = ([word for word in each if not word.isspace()] for each in (before, after))
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= _HALF


_HALF = 0.5
