"""session-past: what is asked for is asked for at a session to come (un-rules C5, C6, D11)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.sessions.asked import What, asked
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un.sessions import ordinal


@rule(
    "DK601",
    "C5, C6, D11",
    Severity.WARNING,
    bad="a report at its eightieth session (in a text of session 81)",
    good="a report at its eighty-second session",
)
def session_past(subject: Subject) -> Iterator[Finding]:
    """A report is asked for, and an item put on the agenda, for a session after the text's own (un-rules C5, C6).

    A part of the own session that is still to come, "the main part of its eighty-first session", is left alone; so is what
    was asked for and is recalled.
    """
    own = subject.resolution.masthead.session
    if not own:
        return
    for each in asked(subject):
        if each.session > own:
            continue
        what = "asks for a report at" if each.what is What.REPORT else "puts an item on the agenda of"
        words, _ = once(each.passage.flat, each.start, each.end)
        message = f"{subject.names[each.passage.owner]} {what} the {quoted(each.words)}; the text is of the {ordinal(own)}"
        fix = "name the session at which the text comes back"
        yield Finding("session-past", Severity.WARNING, message, each.passage.owner, fix, words=words)
