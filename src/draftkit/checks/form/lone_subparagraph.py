"""lone-subparagraph: where there is an (a), there is a (b) (un-rules A10)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section
from draftkit.un.labels import label


@rule("DK020", "A10", Severity.WARNING, bad="1. Requests him: (a) To report.", good="1. Requests him to report.")
def lone_subparagraph(subject: Subject) -> Iterator[Finding]:
    """A paragraph that is divided has two subparagraphs at least, (a) and (b) (un-rules A10).

    What is below it without a letter, or with a number of another row, does not count; annexes are left alone.
    """
    for step in subject.places:
        block = step.block
        if not isinstance(block, Paragraph) or step.section is Section.ANNEX or len(block.items) != 1:
            continue
        only, first = block.items[0], label(step.depth + 1, 1)
        if isinstance(only, Paragraph) and only.label in (None, first):
            message = f'{subject.names[block.id]} has a subparagraph "{first}", but no "{label(step.depth + 1, 2)}"'
            fix = "write both as one paragraph, or divide it further"
            yield Finding("lone-subparagraph", Severity.WARNING, message, only.id, fix)
