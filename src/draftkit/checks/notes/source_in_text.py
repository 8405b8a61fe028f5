"""source-in-text: a source stands in a note, not in brackets in the text (un-rules E1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.mentions import unquoted
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import once
from draftkit.inline import MARK
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section
from draftkit.un.symbols import SYMBOL

_BRACKETS = re.compile(
    rf"\((?:see[ \u00a0])?(?:documents?[ \u00a0])?(?:{SYMBOL}|[AES]/[A-Z][\w./-]+\d)(?:[^();]{{0,80}})\)"
    rf"|\[(?:see[ \u00a0])?{SYMBOL}[^\[\]]{{0,80}}\]"
)


@rule("DK512", "E1", Severity.WARNING, bad="the report of its Chair (A/81/2001)", good="the report of its Chair¹")
def source_in_text(subject: Subject) -> Iterator[Finding]:
    """The symbol of a document stands in a note, not in brackets in the text (un-rules E1).

    Annexes and words in quotation marks are left alone.
    """
    for place in subject.places:
        if not isinstance(place.block, Paragraph) or place.section is Section.ANNEX:
            continue
        passage = Passage(place.block.id, place.block.content)
        if "/" not in passage.flat:
            continue
        for match in _BRACKETS.finditer(unquoted(passage.flat)):
            if MARK in match[0]:
                continue
            words, _ = once(passage.flat, match.start(), match.end())
            message = f"{subject.names[passage.owner]} gives a source in the text: {quoted(match[0])}"
            fix = "write a note, and call it in the place of the brackets"
            yield Finding("source-in-text", Severity.WARNING, message, passage.owner, fix, words=words)
