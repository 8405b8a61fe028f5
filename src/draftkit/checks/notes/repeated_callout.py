"""repeated-callout: each note is called once; a source named again has a note of its own (un-rules E3)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Callout, Finding, Masthead, Severity
from draftkit.tree import texts

SINCE = 75
"""The first session whose adopted texts do not repeat indicators."""


@rule("DK502", "E3", Severity.WARNING)
def repeated_callout(subject: Subject) -> Iterator[Finding]:
    """Every note is called once; a source named again has a new note (un-rules E3)."""
    if _is_old(subject.resolution.masthead):
        return
    place = subject.names
    called: dict[str, str] = {}
    for owner, content in texts(subject.resolution):
        for note in (piece.note for piece in content if isinstance(piece, Callout)):
            first = called.setdefault(note, "")
            if first:
                message = f"{place[owner]} calls [^{note}] again, which {first} calls"
                fix = f"write a new note with the words of {note}, and call that"
                yield Finding("repeated-callout", Severity.WARNING, message, owner, fix)
            called[note] = first or place[owner]


def _is_old(head: Masthead) -> bool:
    """Whether the text was adopted when indicators were still repeated, or it is not known when."""
    return bool(head.adopted or "/RES/" in head.symbol) and head.session < SINCE
