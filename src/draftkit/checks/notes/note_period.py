"""note-period: every footnote ends with a period (un-rules E6)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.places import NOTE
from draftkit.checks.punctuation.final_punctuation import ends_in_text
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Finding, Severity


@rule("DK504", "E6", Severity.WARNING)
def note_period(subject: Subject) -> Iterator[Finding]:
    """Every footnote ends with a period (un-rules E6)."""
    place = subject.names
    for note in subject.resolution.notes:
        ends = plain(note.content).rstrip().endswith((".", ".”")) and ends_in_text(note.content)
        if not ends:
            name = f"{NOTE}{note.id}"
            yield Finding("note-period", Severity.WARNING, f"{place[name]} does not end with a period", name, 'end it with "."')
