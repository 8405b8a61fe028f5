"""report-without-item: a report comes to a session on whose agenda the item is (un-rules C6)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.sessions.asked import What, asked
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity


@rule("DK603", "C6", Severity.INFO)
def report_without_item(subject: Subject) -> Iterator[Finding]:
    """Where a text puts its item on the agenda of some sessions, each report is asked for at one of these (un-rules C6).

    A text without such a clause is left alone: its item is on the agenda of every session. A text all of whose reports are of
    other sessions is the matter of session-cadence; an item without a report is none, for reports are not asked for as a habit.
    """
    found = [*asked(subject)]
    agenda = {each.session for each in found if each.what is What.AGENDA}
    reports = [each for each in found if each.what is What.REPORT]
    if not agenda & {each.session for each in reports}:
        return
    for each in reports:
        if each.session not in agenda and each.session > subject.resolution.masthead.session:
            words, _ = once(each.passage.flat, each.start, each.end)
            message = (
                f"{subject.names[each.passage.owner]} asks for a report at the {quoted(each.words)}, "
                "for which the text puts no item on the agenda"
            )
            fix = "put the item on the agenda of that session too, or name another"
            yield Finding("report-without-item", Severity.INFO, message, each.passage.owner, fix, words=words)
