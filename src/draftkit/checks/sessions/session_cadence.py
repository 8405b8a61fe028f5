"""session-cadence: agenda and report are of one session, that at which the text comes back (un-rules C6, H)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.sessions.asked import Asked, What, asked
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.inline import plain
from draftkit.model import Finding, Severity
from draftkit.un import register
from draftkit.un.series import of
from draftkit.un.sessions import ordinal

_ENOUGH = 3
"""So many texts of a series tell how often it comes."""
_EVERY = {1: "session", 2: "second session", 3: "third session"}


@rule(
    "DK602",
    "C6, H",
    Severity.WARNING,
    bad="a report at its eighty-second session | the agenda of its eighty-third session",
    good="a report at its eighty-third session | the agenda of its eighty-third session",
)
def session_cadence(subject: Subject) -> Iterator[Finding]:
    """The report is asked for at the session on whose agenda the item is, which is when the series comes back (un-rules C6, H).

    A text whose reports are all of other sessions is found, and one that breaks a steady rhythm of at least three texts, as
    the register has them: that is a question. What names no later session than the text's own is the matter of session-past.
    """
    own = subject.resolution.masthead.session
    ahead = [each for each in asked(subject) if each.session > own] if own else []
    agenda = [each for each in ahead if each.what is What.AGENDA]
    reports = [each for each in ahead if each.what is What.REPORT]
    if not agenda:
        return
    sessions = {each.session for each in agenda}
    if reports and not sessions & {each.session for each in reports}:
        put = f"{subject.names[agenda[-1].passage.owner]} puts the item on the agenda of the {ordinal(agenda[-1].session)}"
        message = f"{subject.names[reports[-1].passage.owner]} asks for a report at the {quoted(reports[-1].words)}, but {put}"
        yield _finding(Severity.WARNING, message, reports[-1], "name the same session in both")
    every, back = _series(subject, own)
    if back > own and back not in sessions:
        message = (
            f"{subject.names[agenda[-1].passage.owner]} puts the item on the agenda of the {quoted(agenda[-1].words)}, but the "
            f"series has come every {_EVERY.get(every, f'{every} sessions')}, which is the {ordinal(back)}"
        )
        yield _finding(Severity.INFO, message, agenda[-1], "see whether the session is meant")


def _finding(severity: Severity, message: str, each: Asked, fix: str) -> Finding:
    words, _ = once(each.passage.flat, each.start, each.end)
    return Finding("session-cadence", severity, message, each.passage.owner, fix, words=words)


def _series(subject: Subject, own: int) -> tuple[int, int]:
    """Every how many sessions the series has come up to the text, and at which it comes back; zeros if it is not steady."""
    numbers = register.series(plain(subject.resolution.title))
    earlier = [number for number in numbers if (known := register.entry(number)) and 0 < known.session < own]
    held = sorted({int(number.partition("/")[0]) for number in earlier} | {own})
    steps = {later - before for before, later in pairwise(held)}
    if len(held) < _ENOUGH or len(steps) != 1:
        return 0, 0
    series = of((*earlier, f"{own}/0"))
    return series.cadence, series.next_session
