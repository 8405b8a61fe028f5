"""unread-block: what a reader could not read, an image or an equation, has to be put in by hand before a text is handed in."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.rule import Stage, rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.tree import unread


@rule("DK008", "", Severity.WARNING, stage=Stage.L_DOCUMENT)
def unread_block(subject: Subject) -> Iterator[Finding]:
    """Nothing that could not be read is left in a text that is handed in."""
    place = subject.names
    for block in unread(subject.resolution):
        message = f"{place[block.id]} could not be read: what stands for it is printed"
        fix = "write it as a paragraph or a table, or put it into the Word file by hand"
        yield Finding("unread-block", Severity.WARNING, message, block.id, fix)
