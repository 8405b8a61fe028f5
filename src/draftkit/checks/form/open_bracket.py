"""open-bracket: words in square brackets are not agreed yet (un-rules A4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.notes.dangling_note import LEFT
from draftkit.checks.places import TITLE, quoted
from draftkit.checks.rule import Stage, rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section

_BRACKETED = re.compile(r"\[[^\[\]]*\]?|\]")


@rule("DK019", "A4", Severity.ERROR, stage=Stage.L_DOCUMENT, bad="accord [high] priority", good="accord high priority")
def open_bracket(subject: Subject) -> Iterator[Finding]:
    """Nothing stands in square brackets, as words do that are not agreed yet, once a text is handed in (un-rules A4).

    Title, preamble and operative part are looked at; quotations and notes are left alone, and so are annexes, which may have
    forms to fill in.
    """
    body = (step.block for step in subject.places if step.section is not Section.ANNEX)
    wanted = {TITLE, *(block.id for block in body if isinstance(block, Paragraph))}
    for passage in subject.contents:
        if passage.owner not in wanted or not ("[" in passage.flat or "]" in passage.flat):
            continue
        for match in own(LEFT.sub(lambda callout: " " * len(callout[0]), passage.flat), _BRACKETED):
            message = f"{subject.names[passage.owner]} has square brackets: {quoted(match[0])}"
            fix = "take the brackets out, or what stands in them"
            yield Finding("open-bracket", Severity.ERROR, message, passage.owner, fix, words=match[0])
