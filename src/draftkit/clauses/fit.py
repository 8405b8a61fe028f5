"""Where the blanks of a pattern lie in a line: every way in which all of its own words stand there in order.

Nothing is tried out and taken back. From the last piece to the first it is settled from which tokens on the rest of the pattern
fits; only such places are gone through afterwards. So a line made to be difficult costs pieces times tokens, and no more.

A value of any words ends no quotation that it does not begin: "the item entitled “A”, and the sub-item entitled “B”" has no
title from A to B.

Example:
    >>> next(fits(pattern, line))
    ((13, 16), (20, 25))
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from draftkit.clauses.lines import Line
from draftkit.clauses.pattern import Pattern, Piece
from draftkit.clauses.slots import Slot, ends, may_begin
from draftkit.model import Ref, Text

MOST_FITS = 30
"""So many ways of one pattern are tried; further ones part the same words among the same wide slots."""

MOST_VALUES = 180
"""So many values are filled in to try the ways of one pattern; few of the standard library have more than six slots."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Searched:
    """A line with what has been found out about it, for all the patterns that are held against it."""

    line: Line
    known: dict[tuple[Slot, int], tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def depths(self) -> list[int]:
        """In how many quotations each token stands, and the end of the line; empty where quotation marks make no pairs.

        A straight mark ends a quotation that a straight one has begun.
        """
        line = self.line
        if '"' not in line.tokens:
            return []
        typed = "".join(each.text if isinstance(each, Text) else " " * isinstance(each, Ref) for each in line.pieces)
        found, depth, straight = [], 0, False
        for token, start in zip(line.tokens, line.starts, strict=True):
            found.append(depth)
            if token == '"':
                mark = typed[line.places[start]]
                straight ^= mark == '"'
                depth += 1 if mark == "\u201c" or (mark == '"' and straight) else -1
        return [*found, depth] if not depth and min(found) >= 0 else []

    def begins(self, behind: Container[int], end: int) -> Sequence[int]:
        """The tokens before ``end`` at which a value of any words may begin that ends at one of those ``behind``."""
        depths = self.depths
        if not depths:
            return range(end)
        found: list[int] = []
        reached: set[int] = set()  # how deep in quotations the ends lie that can be reached
        for at in range(end, -1, -1):
            if at < end and depths[at] < depths[at + 1]:
                reached.discard(depths[at + 1])
            if depths[at] in reached:
                found.append(at)
            if at in behind:
                reached.add(depths[at])
        return found[::-1]

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
    """The spans of the slots of a pattern in a line, in the order of its pieces; the shortest first values come first.

    Those in which every deed begins with a verb come before all others.
    """
    slots = [piece for piece in pattern.pieces if isinstance(piece, Slot)]
    most = min(MOST_FITS, max(MOST_VALUES // max(len(slots), 1), 1))
    for deeds in (True, False) if any(slot.deed for slot in slots) else (False,):
        good = _good(pattern.pieces, searched, deeds)
        if good is not None:
            yield from islice(_gone_through(pattern.pieces, searched, good, 0, 0), most)


def _good(pieces: Sequence[Piece], searched: Searched, deeds: bool) -> list[Sequence[int]] | None:
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
            if deeds and piece[-1] == "to" and _is_deed(pieces, at + 1):
                here = [start for start in here if may_begin(searched.line, start + len(piece))]
        elif piece.is_wide:
            here = searched.begins(behind, good[-1][-1])
        else:
            here = [start for start in _begins(pieces, at, searched) if any(end in behind for end in searched.ends(piece, start))]
        if not here:
            return None
        good.append(here)
        behind = here if isinstance(here, range) else frozenset(here)
    good.reverse()
    return good if good[0][0] == 0 else None


def _is_deed(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and isinstance(piece := pieces[at], Slot) and piece.deed


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
        candidates = _wide_ends(after, start, searched)
    else:
        candidates = (end for end in searched.ends(slot, start) if _among(after, end))
    for end in candidates:
        for rest in _gone_through(pieces, searched, good, at + 1, end):
            yield ((start, end), *rest)


def _wide_ends(after: Sequence[int], start: int, searched: Searched) -> Iterator[int]:
    """The places behind ``start`` up to which no quotation is broken."""
    depths = searched.depths
    reached = start
    for n in range(bisect_right(after, start), len(after)):
        end = after[n]
        if depths:
            if min(depths[reached : end + 1]) < depths[start]:
                return
            reached = end
        if not depths or depths[end] == depths[start]:
            yield end


def _among(places: Sequence[int], place: int) -> bool:
    at = bisect_right(places, place)
    return at > 0 and places[at - 1] == place
