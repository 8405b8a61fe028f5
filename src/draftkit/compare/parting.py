"""Paragraphs parted in two or more, or joined: one line of one text that is several lines of the other.

In: the pairs of an alignment. Out: the same, those that are one line of the other text together. A paragraph without a
partner is part of its neighbour if the words that it has are those that the neighbour lost (or got).

Example:
    >>> parted([Pair(0, 0), Pair(None, 1), Pair(1, 2)], olds, news)
    [Pair(old=0, new=0), Parting(olds=(0,), news=(0, 1)), ...]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from draftkit.compare.align import Item, Pair
from draftkit.un.spelling import same

TRULY = 4
"""Words of each part that the whole must have, and have from that part alone."""

MANY, AT_LEAST = 18, 0.3
"""Words that the whole has from a part alone, and their share of it, for that to be a part although most of it is new."""

PARAGRAPH = "paragraph"
"""The only family whose lines are parted and joined."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Parting:
    """Places in both texts: one in one of them, two or more in the other."""

    olds: tuple[int, ...]
    news: tuple[int, ...]


def parted(pairs: Sequence[Pair], old: Sequence[Item], new: Sequence[Item]) -> list[Pair | Parting]:
    """The pairs in their order, with partings where their kept pairs stood."""
    return _Parter(pairs, old, new).rows()


class _Parter:
    """One alignment; ``kept`` has what grows out of its kept pairs, by the pair's place in either text."""

    def __init__(self, pairs: Sequence[Pair], old: Sequence[Item], new: Sequence[Item]) -> None:
        self.pairs, self.old, self.new = pairs, old, new
        self.kept: dict[int, Parting] = {}  # by the row of the kept pair
        self.by_old: dict[int, int] = {}  # place in the old text -> row of the kept pair it belongs to
        self.by_new: dict[int, int] = {}
        self.taken: set[int] = set()
        for row, pair in enumerate(pairs):
            if pair.old is not None and pair.new is not None and self.old[pair.old].family == PARAGRAPH:
                self.kept[row] = Parting((pair.old,), (pair.new,))
                self.by_old[pair.old] = self.by_new[pair.new] = row

    def rows(self) -> list[Pair | Parting]:
        lone = [row for row, pair in enumerate(self.pairs) if pair.partner is None and (pair.old is None or pair.new is None)]
        self.gather(lone, before=True)
        self.gather(reversed(lone), before=False)
        return [self.row(at, pair) for at, pair in enumerate(self.pairs) if at not in self.taken]

    def row(self, at: int, pair: Pair) -> Pair | Parting:
        found = self.kept.get(at)
        return found if found and len(found.olds) + len(found.news) > 2 else pair

    def gather(self, lone: Iterable[int], *, before: bool) -> None:
        """Give each lone line to the paragraph before it, or behind it, if it is part of that."""
        for at in lone:
            pair = self.pairs[at]
            place = pair.old if pair.new is None else pair.new
            places = self.by_old if pair.new is None else self.by_new
            assert place is not None
            row = places.get(place - 1 if before else place + 1)
            if at in self.taken or row is None or not self.is_part(self.kept[row], pair, before=before):
                continue
            self.kept[row] = _with(self.kept[row], pair, before=before)
            places[place] = row
            self.taken.add(at)

    def is_part(self, kept: Parting, lone: Pair, *, before: bool) -> bool:
        """Whether both the lone line and what is kept have words of the whole that the other has not."""
        line = self.old[lone.old] if lone.old is not None else self.new[lone.new or 0]
        wholes = kept.news if lone.new is None else kept.olds
        if line.family != PARAGRAPH or len(wholes) > 1:
            return False
        struck = lone.new is None
        whole = self.new[wholes[0]].text if struck else self.old[wholes[0]].text
        parts = " ".join(self.old[at].text for at in kept.olds) if struck else " ".join(self.new[at].text for at in kept.news)
        together = f"{parts} {line.text}" if before else f"{line.text} {parts}"
        most, by_parts, by_line = _shared(whole, (together, parts, line.text))
        gained, length = most - by_parts, len(_WORD.findall(line.text))
        plainly = 3 * gained >= 2 * length or (gained >= MANY and gained >= AT_LEAST * length)
        return plainly and gained >= TRULY and most - by_line >= TRULY


def _with(kept: Parting, lone: Pair, *, before: bool) -> Parting:
    """The parting with one more line behind what is there, or in front of it."""
    olds, news = ((at,) if at is not None else () for at in (lone.old, lone.new))
    if before:
        return replace(kept, olds=kept.olds + olds, news=kept.news + news)
    return replace(kept, olds=olds + kept.olds, news=news + kept.news)


def _shared(whole: str, others: Sequence[str]) -> list[int]:
    """How many words, in order, each of the others has of a whole."""
    from rapidfuzz.distance import LCSseq

    places: dict[str, int] = {}

    def encoded(text: str) -> list[int]:
        return [places.setdefault(word, len(places)) for word in _WORD.findall(same(text).lower())]

    code = encoded(whole)
    return [int(LCSseq.similarity(code, encoded(other))) for other in others]
