"""citation-date: a resolution is cited with the date on which it was adopted (un-rules D10).

The register knows the dates of most; of others it is known in which year their session was. Resolutions of other bodies have
other dates: where the words leave it open whose a number is, only a date that is nearly right counts as a slip. A date in
another form than texts have is said to be that, whose resolution it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.citations.unread_dates import UnreadDate, unread_date
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un import dates, register, sessions
from draftkit.un.bodies import bodies
from draftkit.un.citations import Citation, find, in_session
from draftkit.un.register.record import loosened
from draftkit.un.whose import NEAR, is_assemblys

_SESSION = re.compile(r"(\d+)/")


@rule("DK402", "D10", Severity.WARNING, bad="78/69 of 5 December 2024", good="78/69 of 5 December 2023", mends=True)
def citation_date(subject: Subject) -> Iterator[Finding]:
    """A resolution is cited with the date on which it was adopted (un-rules D10).

    What the register does not know must have a date in the year of its session. Decisions, and resolutions of other bodies, are
    left alone. It is certain what to write where a date differs from the register's by the day, the month or the year alone.
    """
    place = subject.names
    for passage in subject.texts:
        text = passage.flat
        for citation in find(text):
            if citation.date and (slip := _slip(citation, text)):
                what, fix, instead = slip
                message = f"{place[passage.owner]} cites {loosened(citation.number)} of {loosened(citation.date)}, {what}"
                words, written = once(text, citation.start, citation.end, instead)
                yield Finding("citation-date", Severity.WARNING, message, passage.owner, fix, words=words, instead=written)
            elif not citation.date and (unread := unread_date(text, citation.end)):
                number = loosened(citation.number)
                message = f"{place[passage.owner]} cites {number} of {quoted(unread.written)}: the date cannot be read"
                date = _readable(citation, text, unread)
                fix = f'write "{number} of {date}"' if date else 'write the date as "4 December 2006"'
                end = text.index(unread.written, citation.end) + len(unread.written)
                words, written = once(text, citation.start, end, f"{citation.number} of {date}" if date else "")
                yield Finding("citation-date", Severity.WARNING, message, passage.owner, fix, words=words, instead=written)


def _readable(citation: Citation, text: str, unread: UnreadDate) -> str:
    """The date to write for one that cannot be read: the register's, if it may be of this resolution; "" if none is known."""
    number = loosened(citation.number)
    known = register.adopted(number) if is_assemblys(text, citation.start) is not False else ""
    return known if known and unread.date[-4:] in ("", known[-4:]) else unread.date


def _slip(citation: Citation, text: str) -> tuple[str, str, str] | None:
    """What is wrong with the date of a citation, what to do about it, and what to write if that is certain."""
    number, day = loosened(citation.number), loosened(citation.date)
    known = register.cited(number)
    if (known and known.date == day) or not _may_be_the_assemblys(citation, text, known.date if known else ""):
        return None
    if known:
        instead = f"{citation.number} of {known.date}" if _near(known.date, day) else ""
        return f"but it was adopted on {known.date}", f'write "{number} of {known.date}"', instead
    if not dates.parse(day):
        return "which is no day of the calendar", "correct the date", ""
    if in_session(number, day) is False:
        first, last = sessions.years(int(number.partition("/")[0]))
        return f"but its session went from September {first} to September {last}", "correct the number or the date", ""
    return None


def _near(known: str, day: str) -> bool:
    """Whether two dates differ only by the day, the month or the year: then it is the date that is wrong, not the number."""
    return sum(one == other for one, other in zip(known.split(), day.split(), strict=True)) == 2


def _may_be_the_assemblys(citation: Citation, text: str, adopted: str) -> bool:
    """Whether a citation is of the Assembly's, by the words before it; and, where these leave it open, by its date."""
    said = is_assemblys(text, citation.start)
    year, session = int(citation.date[-4:]), _SESSION.match(citation.number)
    if said is False:
        return False
    years = [int(adopted[-4:])] if adopted else sessions.years(int(session[1])) if session else [year]
    if min(years) - NEAR <= year <= max(years) + NEAR:
        return True
    return bool(said) and not (session and abs(bodies()["hrc"].year(int(session[1])) - year) <= 1)
