"""Sessions of the General Assembly: number <-> ordinal <-> years.

Example:
    >>> ordinal(81), number("eighty-first"), number("One hundred and first")
    ('eighty-first', 81, 101)
"""

from __future__ import annotations

import re
from functools import cache

HIGHEST = 150
"""Ordinals are known up to this number; no session is near it."""

OPENING_YEAR = 1945
"""Session N opens in September of the year 1945 + N (un-rules D10)."""

_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ORDINAL = (
    rf"(?:(?:one[ -]hundred(?: and |[ -]))?(?:(?:{_TENS})[-\u2011](?:{_UNITS})|{_UNITS}|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|"
    r"seventieth|eightieth|ninetieth)|(?:one )?hundredth)"
)
"""A regular expression for an ordinal in words; compile it with ``re.IGNORECASE``."""


@cache
def ordinal(session: int) -> str:
    """The ordinal in words, "eighty-first", for a number from 1 to ``HIGHEST``."""
    from num2words import num2words  # slow to import, so only where it is used

    if not 1 <= session <= HIGHEST:
        raise ValueError(f"no session {session}")
    return str(num2words(session, to="ordinal", lang="en_GB"))


def capitalized(session: int) -> str:
    """The ordinal as it opens a masthead line: "Eighty-first"."""
    return capitalize(ordinal(session))


def capitalize(word: str) -> str:
    """An ordinal with its first letter large."""
    return word[:1].upper() + word[1:]


@cache
def _numbers() -> dict[str, int]:
    known = {ordinal(n): n for n in range(1, HIGHEST + 1)}
    return known | {"hundredth": 100}


def number(words: str) -> int | None:
    """The number that an ordinal in words stands for, whatever its hyphens and capitals; ``None`` if it is none."""
    folded = re.sub(r"[\s\u00a0]+", " ", words.replace("\u2011", "-")).strip().lower().replace("one-hundred", "one hundred")
    return _numbers().get(folded)


def years(session: int) -> tuple[int, int]:
    """The calendar years of a session: the 80th is (2025, 2026)."""
    return OPENING_YEAR + session, OPENING_YEAR + session + 1
