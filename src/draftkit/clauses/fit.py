"""Where the blanks of a pattern lie in a line: every way in which all of its own words stand there in order.

Nothing is tried out and taken back. From the last piece to the first it is settled from which tokens on the rest of the pattern
fits; only such places are gone through afterwards. So a line made to be difficult costs pieces times tokens, and no more.

Example:
    >>> next(fits(pattern, line))
    ((13, 16), (20, 25))
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from draftkit.clauses.lines import Line
from draftkit.clauses.pattern import Pattern, Piece
from draftkit.clauses.slots import Slot, ends

MOST_FITS = 30
"""So many ways of one pattern are tried; further ones part the same words among the same wide slots."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Searched:
    """A line with what has been found out about it, for all the patterns that are held against it."""

    line: Line
    known: dict[tuple[Slot, int], tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each token stands."""
        found: dict[str, list[int]] = {}
        for at, token in enumerate(self.line.tokens):
            found.setdefault(token, []).append(at)
        return found

    def where(self, run: tuple[str, ...]) -> list[int]:
        """Where a run of tokens begins."""
        tokens, size = self.line.tokens, len(run)
        rarest = min(range(size), key=lambda at: len(self.places.get(run[at], ())))
        starts = (at - rarest for at in self.places.get(run[rarest], ()))
        return [at for at in starts if at >= 0 and tokens[at : at + size] == run]

    def ends(self, slot: Slot, first: int) -> tuple[int, ...]:
        """The ends of a value of a narrow slot; the same for all slots of one type and filters."""
        key = (Slot("", slot.type, slot.filters), first)
        if key not in self.known:
            self.known[key] = tuple(ends(slot, self.line, first))
        return self.known[key]


def fits(pattern: Pattern, searched: Searched) -> Iterator[tuple[Span, ...]]:
    """The spans of the slots of a pattern in a line, in the order of its pieces; the shortest first values come first."""
    good = _good(pattern.pieces, searched)
    if good is None:
        return
    for number, spans in enumerate(_gone_through(pattern.pieces, searched, good, 0, 0)):
        if number >= MOST_FITS:
            return
        yield spans


def _good(pieces: Sequence[Piece], searched: Searched) -> list[Sequence[int]] | None:
    """For every piece the tokens from which on the pattern fits from there to the end, ascending; ``None`` if it does not."""
    tokens = searched.line.tokens
    first, last = pieces[0], pieces[-1]
    if not isinstance(first, Slot) and tokens[: len(first)] != first:
        return None
    if not isinstance(last, Slot) and tokens[-len(last) :] != last:
        return None
    good: list[Sequence[int]] = [(len(tokens),)]
    behind: Container[int] = good[0]
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        if not isinstance(piece, Slot):
            here: Sequence[int] = [start for start in searched.where(piece) if start + len(piece) in behind]
        elif piece.is_wide:
            here = range(good[-1][-1])
        else:
            here = [start for start in _begins(pieces, at, searched) if any(end in behind for end in searched.ends(piece, start))]
        if not here:
            return None
        good.append(here)
        behind = here if isinstance(here, range) else frozenset(here)
    good.reverse()
    return good if good[0][0] == 0 else None


def _begins(pieces: Sequence[Piece], at: int, searched: Searched) -> Sequence[int]:
    """The tokens at which a narrow slot may begin."""
    size = len(searched.line.tokens)
    before = pieces[at - 1] if at else None
    if before is None:
        return [0] if size else []
    if isinstance(before, Slot):
        return range(size)
    return [start + len(before) for start in searched.where(before) if start + len(before) < size]


def _gone_through(
    pieces: Sequence[Piece], searched: Searched, good: Sequence[Sequence[int]], at: int, start: int
) -> Iterator[tuple[Span, ...]]:
    while at < len(pieces) and not isinstance(piece := pieces[at], Slot):
        start += len(piece)
        at += 1
    if at == len(pieces):
        yield ()
        return
    slot, after = pieces[at], good[at + 1]
    assert isinstance(slot, Slot)
    if slot.is_wide:
        candidates: Iterator[int] = (after[n] for n in range(bisect_right(after, start), len(after)))
    else:
        candidates = (end for end in searched.ends(slot, start) if _among(after, end))
    for end in candidates:
        for rest in _gone_through(pieces, searched, good, at + 1, end):
            yield ((start, end), *rest)


def _among(places: Sequence[int], place: int) -> bool:
    at = bisect_right(places, place)
    return at > 0 and places[at - 1] == place
