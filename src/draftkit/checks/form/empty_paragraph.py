"""empty-paragraph: a paragraph, subparagraph or heading has words; without any it would be printed as a bare number."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Content, Finding, Heading, Paragraph, Ref, Severity


@rule("DK001", "", Severity.ERROR)
def empty_paragraph(subject: Subject) -> Iterator[Finding]:
    """A paragraph, subparagraph or heading has a text."""
    place = subject.names
    for block in (step.block for step in subject.places):
        if isinstance(block, Paragraph | Heading) and _is_empty(block.content):
            message = f"{place[block.id]} has no text"
            yield Finding("empty-paragraph", Severity.ERROR, message, block.id, "write its text, or delete it")


def _is_empty(content: Content) -> bool:
    """Whether nothing but blanks and footnote callouts is there."""
    return not plain(content).strip() and not any(isinstance(piece, Ref) for piece in content)
