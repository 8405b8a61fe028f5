"""Pairs that rise in both of two orders: what stays in its place while the rest moves.

Example:
    >>> heaviest([(0, 2), (1, 0), (2, 1)], [1, 1, 1])
    [(1, 0), (2, 1)]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def heaviest(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[tuple[int, int]]:
    """The pairs that rise in both with the greatest weight in all. ``pairs`` rise in the first, then fall in the second."""
    places = sorted({new for _, new in pairs})
    tree: list[tuple[float, int]] = [(0, -1)] * (len(places) + 1)  # a Fenwick tree of (weight so far, last pair)
    previous: list[int] = []
    for at, (_, new) in enumerate(pairs):
        rank = bisect_left(places, new)
        best = _top(tree, rank)
        previous.append(best[1])
        total = (best[0] + weights[at], at)
        i = rank + 1
        while i <= len(places):
            tree[i] = max(tree[i], total)
            i += i & -i
    kept: list[tuple[int, int]] = []
    at = _top(tree, len(places))[1]
    while at >= 0:
        kept.append(pairs[at])
        at = previous[at]
    return kept[::-1]


def _top(tree: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    """The best of the first ``rank`` places."""
    best: tuple[float, int] = (0, -1)
    while rank > 0:
        best = max(best, tree[rank])
        rank -= rank & -rank
    return best
