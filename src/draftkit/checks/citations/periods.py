"""In which session or year a number of the past was: what can be said of it from the numbers that are known (un-rules D6).

The Assembly numbered its resolutions from 1 to 3541 through its first thirty sessions, as the Security Council does to this day:
a number that lies between two known ones of a session or year is of that one, and one that lies beyond one of another is not.

Example:
    >>> council_years(1326), council_years(2175), assembly_sessions(2625)
    ((2000, 2001), (2014, 2014), (25, 25))
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from draftkit.un import register

_COUNCIL = (
    "1964 186 186, 1967 237 242, 1968 250 259, 1969 267 271, 1971 298 298, 1973 338 338, 1974 350 350, 1978 425 425, "
    "1979 446 452, 1980 465 478, 1981 497 497, 1990 658 672, 1991 690 690, 1993 819 827, 1994 904 904, 1995 984 984, "
    "1996 1073 1073, 1998 1196 1197, 1999 1244 1267, 2000 1322 1325, 2001 1359 1377, 2002 1397 1429, 2003 1459 1515, "
    "2004 1529 1570, 2005 1598 1645, 2006 1675 1738, 2007 1754 1783, 2008 1809 1851, 2009 1860 1894, 2010 1910 1966, "
    "2011 1977 2024, 2012 2039 2083, 2013 2094 2122, 2014 2133 2195, 2015 2199 2258, 2016 2268 2336, 2017 2341 2397, "
    "2018 2401 2449, 2019 2457 2503, 2020 2504 2560, 2021 2561 2615, 2022 2618 2671, 2023 2672 2719, 2024 2723 2729"
)
"""Year, and the lowest and highest number of it that texts of sessions 74 to 78 cite; all agree."""
_FIRST_YEAR, _NO_END = 1946, 9999
_OF_SESSION = re.compile(r"(?P<number>\d{1,4})(?: [A-Z](?:[-–][A-Z])?)? \((?P<session>[IVXLC]+)\)")
LAST_IN_ROMAN = 30
"""The last session whose number is Roman."""


def council_years(number: int) -> tuple[int, int]:
    """The first and the last year in which the Security Council can have adopted a resolution."""
    return _between(number, _council(), _FIRST_YEAR)


def assembly_sessions(number: int) -> tuple[int, int]:
    """The first and the last of the sessions 1 to 30 to which a number can belong."""
    first, last = _between(number, _assembly(), 1)
    return first, min(last, LAST_IN_ROMAN)


def roman(value: int) -> str:
    """A number from 1 to 89 in Roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    return tens[value // 10] + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


@cache
def values() -> dict[str, int]:
    """What the Roman numerals of sessions stand for."""
    return {roman(value): value for value in range(1, 90)}


def _between(number: int, known: Sequence[tuple[int, int]], first: int) -> tuple[int, int]:
    """The periods between those of the known numbers below and above; ``known``: number and period, both ascending."""
    numbers = [each for each, _ in known]
    below, above = bisect_right(numbers, number), bisect_left(numbers, number)
    return known[below - 1][1] if below else first, known[above][1] if above < len(known) else _NO_END


@cache
def _council() -> tuple[tuple[int, int], ...]:
    rows = [tuple(map(int, row.split())) for row in _COUNCIL.split(", ")]
    return tuple((number, year) for year, *numbers in rows for number in numbers)


@cache
def _assembly() -> tuple[tuple[int, int], ...]:
    """The numbers that the register knows with their sessions; none, if they should not ascend together."""
    matches = [match for number in register.entries() if (match := _OF_SESSION.fullmatch(number))]
    known = sorted((int(match["number"]), values().get(match["session"], 0)) for match in matches)
    return tuple(known) if all(one[1] <= other[1] for one, other in pairwise(known)) else ()
