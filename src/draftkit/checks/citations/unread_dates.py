"""A date that stands behind a citation in another form than texts have: "61/29 of December 4, 2006" (un-rules C10).

Example:
    >>> unread_date("its resolution 61/29 of December 4, 2006,", 20)
    UnreadDate(written='December 4, 2006', date='4 December 2006')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from draftkit.un import dates
from draftkit.un.dates import MONTH, MONTHS

_S = r"[ \u00a0]{1,9}"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_WORD = r"(?P<month>[^\W\d_]{3,12})"
_BEHIND = re.compile(rf",?{_S}(?:of|dated|adopted(?:{_S}on)?){_S}(?:the{_S})?(?=[\w])")
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}{_S}(?:of{_S})?{_WORD}\.?,?{_S}(?P<year>\d{{4}})\b",
        rf"{_WORD}\.?{_S}{_DAY},?{_S}(?P<year>\d{{4}})\b",
        rf"{_DAY}{_S}(?:of{_S})?{_WORD}\b",
        rf"{_WORD}{_S}(?P<year>\d{{4}})\b",
        r"\d{1,4}(?P<by>[./-])\d{1,2}(?P=by)\d{1,4}\b",
    )
)
_READ = re.compile(rf"\d{{1,2}}{_S}(?:{MONTH}){_S}\d{{4}}")
"""A date as texts write it, however many blanks are in it."""

_ANOTHER = re.compile(rf"(?:,?{_S}(?:and|or|to){_S}|[,\u2013]{_S}?)\d{{1,2}}{_S}(?:{MONTH}){_S}\d{{4}}")
"""What follows a day and month whose year is said of the next: "of 4 December and 22 December 2006"."""
_CLOSE, _CLOSER = 0.7, 0.85
"""How like a month a word must be spelled: with a year behind it, and without one."""


@dataclass(frozen=True, slots=True)
class UnreadDate:
    """A date as it is written, and in the form that texts have; "" where that is not known."""

    written: str
    date: str = ""


def unread_date(text: str, end: int) -> UnreadDate | None:
    """The date that stands behind a number whose last character is before ``end``, if it is in no form that is read."""
    lead = _BEHIND.match(text, end)
    if not lead or _READ.match(text, lead.end()):
        return None
    for form in _FORMS:
        found = form.match(text, lead.end())
        if found and (unread := _unread(found)) and not _ANOTHER.match(text, found.end()):
            return unread
    return None


def _unread(found: re.Match[str]) -> UnreadDate | None:
    """What was found as a date, if its word is that of a month, however it is spelled."""
    parts = {"day": "", "month": "", "year": ""} | found.groupdict()
    month = _month(parts["month"], _CLOSE if parts["year"] else _CLOSER) if parts["month"] else ""
    if parts["month"] and not month:
        return None
    date = f"{int(parts['day'])} {month} {parts['year']}" if all(parts[name] for name in ("day", "month", "year")) else ""
    return UnreadDate(found[0], date if dates.parse(date) else "")


def _month(word: str, close: float) -> str:
    """The month that a word means, "" if none: "Dec", "Decembre", "december"."""
    begun = [month for month in MONTHS if len(word) < 5 and month.lower().startswith(word.lower())]
    return (begun or get_close_matches(word.capitalize(), MONTHS, 1, close) or [""])[0]
