"""Dates as resolutions write them: "4 December 2024" (un-rules C10).

Example:
    >>> parse("4 December 2024"), format(date(2024, 12, 4))
    (datetime.date(2024, 12, 4), '4 December 2024')
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
DATE = rf"\d{{1,2}}[ \u00a0](?:{MONTH})[ \u00a0]\d{{4}}"
"""A regular expression for a date written out, its blanks ordinary or non-breaking."""

_DATE = re.compile(rf"(\d{{1,2}})\s(?P<month>{MONTH})\s(\d{{4}})")


def parse(text: str) -> date | None:
    """The date written in ``text``, or ``None`` if it is not one (or not a day of the calendar)."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    try:
        return date(int(match[3]), MONTHS.index(match["month"]) + 1, int(match[1]))
    except ValueError:
        return None


def format(day: date) -> str:  # noqa: A001 - always called as dates.format
    """A date written out: "4 December 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
