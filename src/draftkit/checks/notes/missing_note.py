"""missing-note: a report that is taken note of has its symbol in a note (un-rules E1, E8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.notes.called import callouts
from draftkit.checks.notes.report_mentions import reports
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity

_REPORT = re.compile(r"\breports?\b[^;]{0,120}[ \u00a0]of[ \u00a0]the[ \u00a0]Secretary[-\u2011]General|\bhis[ \u00a0]reports?\b")


@rule(
    "DK513",
    "E1, E8",
    Severity.WARNING,
    bad="Takes note of the report of the Secretary-General;",
    good="Takes note of the report of the Secretary-General;¹",
)
def missing_note(subject: Subject) -> Iterator[Finding]:
    """The report of the Secretary-General that a text has considered, takes note of or welcomes has a note (un-rules E1, E8).

    Where the text has named a report of the Secretary-General with a note before, another mention needs none: the source is
    given once, and whether it is the same report is for a reader to say.
    """
    first = _first_with_note(subject)
    order = {passage.owner: at for at, passage in enumerate(subject.paragraphs)}
    for report in reports(subject):
        if not report.notes and order[report.passage.owner] < first:
            message = f"{subject.names[report.passage.owner]} names {quoted(report.words)} and calls no note for it"
            fix = "give its symbol in a note, as in A/81/2001"
            yield Finding("missing-note", Severity.WARNING, message, report.passage.owner, fix, words=report.words)


def _first_with_note(subject: Subject) -> int:
    """Which paragraph is the first to name such a report and call a note behind it; beyond the last, if none does."""
    for at, passage in enumerate(subject.paragraphs):
        match = _REPORT.search(passage.flat) if "eport" in passage.flat else None
        if match and any(place >= match.start() for place, _ in callouts(passage)):
            return at
    return len(subject.paragraphs)
