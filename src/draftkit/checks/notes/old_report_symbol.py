"""old-report-symbol: reports are new each time, and so are their symbols (un-rules E8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.notes.called import printed
from draftkit.checks.notes.report_mentions import reports
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity

_SYMBOL = r"A/\d{2,3}/\d+(?:/(?:Add|Corr|Rev)\.\d+)*(?:-[ES]/\d{4}/\d+(?:/(?:Add|Corr|Rev)\.\d+)*)?"
_ALONE = re.compile(rf"{_SYMBOL}(?:(?:, | and ){_SYMBOL})*\.")
"""A note of symbols and nothing else."""
_PARTS = re.compile(r"A/(?P<session>\d+)/(?P<number>\d+)")
_LATE = 450
"""Documents of the session before with such a number came out after the text of that session was made, or may have."""


@rule("DK514", "E8", Severity.WARNING, bad="A/78/143. (in a text of session 81)", good="A/81/2001.")
def old_report_symbol(subject: Subject) -> Iterator[Finding]:
    """The report of the Secretary-General that a text considers or takes note of is of its own session (un-rules E8).

    The first note behind its name counts. One of the session before that came out late is an info. Reports that are recalled
    are left alone, and so are notes that name a report of the own session too, or more than symbols.
    """
    own = subject.resolution.masthead.session
    found = [report for report in reports(subject) if report.notes] if own else []
    said = {each.note.id: each for each in printed(subject)} if found else {}
    for report in found:
        note = said.get(report.notes[0])
        if not note or not _ALONE.fullmatch(note.full):
            continue
        session, number = max((int(match["session"]), int(match["number"])) for match in _PARTS.finditer(note.full))
        if session < own:
            late = session == own - 1 and number >= _LATE
            message = (
                f"{subject.names[note.owner]} gives {quoted(note.full)} of session {session} "
                f"for {quoted(report.words)}; the text is of session {own}"
            )
            fix = "give the symbol of the new report, if there is one"
            severity = Severity.INFO if late else Severity.WARNING
            yield Finding("old-report-symbol", severity, message, note.owner, fix, words=note.text)
