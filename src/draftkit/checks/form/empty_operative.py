"""empty-operative: a resolution decides something, so each of its parts has an operative paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import ClauseEntry, Finding, Paragraph, Severity


@rule("DK002", "", Severity.WARNING)
def empty_operative(subject: Subject) -> Iterator[Finding]:
    """Every resolution, and every part of one, has an operative paragraph."""
    for part in subject.resolution.parts:
        if not any(isinstance(block, Paragraph | ClauseEntry) for block in part.operative):
            what = f"part {part.label}" if part.label else "the text"
            fix = 'write one under "operative:"; what stands under "preamble:" decides nothing'
            yield Finding("empty-operative", Severity.WARNING, f"{what} has no operative paragraph", "", fix)
