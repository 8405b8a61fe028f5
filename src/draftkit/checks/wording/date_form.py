"""date-form: a date is "4 December 2024" and nothing else (un-rules C10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity
from draftkit.un import dates

_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_MONTH = rf"(?P<month{{0}}>{dates.MONTH}|(?:{_SHORT})\b\.?)"
_YEAR = r"(?:19|20)\d\d"
_OTHER = re.compile(
    rf"(?<![\w/.\-])(?:{_MONTH.format(1)}{BLANK}(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?{BLANK}(?P<year1>{_YEAR})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?{BLANK}(?:of{BLANK})?{_MONTH.format(2)},?{BLANK}(?P<year2>{_YEAR})"
    rf"|(?P<year3>{_YEAR})-(?P<month3>\d\d)-(?P<day3>\d\d)"
    rf"|(?P<first>\d{{1,2}})(?P<sign>[/.])(?P<second>\d{{1,2}})(?P=sign)(?P<year4>{_YEAR}))(?![\w/\-])"
)


@rule(
    "DK702",
    "C10",
    Severity.WARNING,
    bad="on December 4, 2024 and 04/12/2024",
    good="on 4 December 2024",
    mends=True,
)
def date_form(subject: Subject) -> Iterator[Finding]:
    """A date is written "4 December 2024" (un-rules C10).

    Quotations, symbols and addresses are left alone. What to write for "04/12/2024" is not certain: it is April in some places
    and December in others.
    """
    for passage in subject.texts:
        for match in own(passage.flat, _OTHER):
            instead = _written(match)
            if match[0].replace("\u00a0", " ") == instead:
                continue
            words, whole = once(passage.flat, match.start(), match.end(), instead)
            message = f"{subject.names[passage.owner]} has the date {quoted(match[0])}"
            fix = f'write "{instead}"' if instead else 'write the month in words: "4 December 2024" is the form'
            yield Finding("date-form", Severity.WARNING, message, passage.owner, fix, words=words, instead=whole)


def _written(match: re.Match[str]) -> str:
    """The date as it should be; "" if it is not certain, or is none of the calendar."""
    found = match.groupdict()
    year = match["year1"] or match["year2"] or match["year3"] or match["year4"]
    if found["first"]:
        first, second = int(match["first"]), int(match["second"])
        if first != second and max(first, second) <= 12:
            return ""
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        day = int(found["day1"] or found["day2"] or found["day3"])
        month = int(found["month3"]) if found["month3"] else _number(found["month1"] or found["month2"])
    if not 1 <= month <= 12:
        return ""
    instead = f"{day} {dates.MONTHS[month - 1]} {year}"
    return instead if dates.parse(instead) else ""


def _number(month: str) -> int:
    return next(number for number, name in enumerate(dates.MONTHS, 1) if name.startswith(month[:3]))
