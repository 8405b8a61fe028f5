"""A series: the texts of one title, how often they come, and when the next one is likely (un-rules H).

Example:
    >>> found = of(("75/139", "77/108", "79/124"))
    >>> found.cadence, found.next_session
    (2, 81)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of resolutions, the oldest first. ``cadence``: every how many sessions, 0 for a single one.

    ``steady``: it never was another. ``next_session`` is 0 where nothing can be said.
    """

    numbers: tuple[str, ...]
    cadence: int
    steady: bool
    next_session: int


def of(numbers: Iterable[str]) -> Series:
    """The series of numbers, with its cadence and the session at which that brings it back."""
    listed = tuple(numbers)
    sessions = sorted({int(match[1]) for number in listed if (match := re.match(r"(\d+)/", number))})
    steps = [later - earlier for earlier, later in pairwise(sessions)]
    if not steps:
        return Series(listed, 0, True, 0)
    cadence = usual(steps)
    return Series(listed, cadence, len(set(steps)) == 1, sessions[-1] + cadence)


LAST = 3
"""So many of the last steps tell the next: one that was out of turn is outvoted, and a change of habit is followed soon."""


def usual(steps: Sequence[int]) -> int:
    """The step most usual of late, of several the latest; so it is in 94 of 100 cases."""
    late = steps[-LAST:]
    counted = Counter(late)
    return max(reversed(late), key=lambda step: counted[step])
