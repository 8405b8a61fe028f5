"""annex-reference: a text that speaks of its annex has one, and speaks of the one that it has (un-rules A12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.model import Annex, Finding, Severity
from draftkit.tree import Section

_OWN = re.compile(
    r"\bannex(?:es|ed)?\b(?:[^.;:]{0,60}?[ \u00a0](?:to|of)[ \u00a0](?:the[ \u00a0]present|this)[ \u00a0]resolution"
    r"|[ \u00a0]hereto\b)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\bannex", re.IGNORECASE)


@rule("DK018", "A12", Severity.WARNING, bad="the annex to the present resolution, where there is none")
def annex_reference(subject: Subject) -> Iterator[Finding]:
    """A text that names the annex to the present resolution has one, and an annex is named in the text (un-rules A12).

    That an annex is not named is only a question.
    """
    annexes = [annex for part in subject.resolution.parts for annex in part.annexes]
    if annexes:
        yield from _unnamed(subject, annexes)
        return
    for passage in subject.paragraphs:
        for match in _OWN.finditer(passage.flat):
            message = f"{subject.names[passage.owner]} names {quoted(match[0])}, but the text has no annex"
            fix = 'add it under "annexes:", or name what is meant'
            yield Finding("annex-reference", Severity.WARNING, message, passage.owner, fix, words=match[0])


def _unnamed(subject: Subject, annexes: list[Annex]) -> Iterator[Finding]:
    annexed = {step.block.id for step in subject.places if step.section is Section.ANNEX}
    if not any(passage.owner not in annexed and _ANNEX.search(passage.flat) for passage in _outside(subject, annexes)):
        message = f"{subject.names[annexes[0].id].removeprefix('the title of ')} is never named in the text"
        fix = 'name it, as in "contained in the annex to the present resolution"'
        yield Finding("annex-reference", Severity.INFO, message, annexes[0].id, fix)


def _outside(subject: Subject, annexes: list[Annex]) -> Iterator[Passage]:
    own = {annex.id for annex in annexes}
    return (passage for passage in subject.contents if passage.owner not in own)
