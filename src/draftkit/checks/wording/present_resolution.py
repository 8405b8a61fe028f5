"""present-resolution: a resolution calls itself "the present resolution" (un-rules C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.tree import Section

_THIS = re.compile(r"\b[Tt]his[ \u00a0][Rr]esolution\b")


@rule(
    "DK701",
    "C4",
    Severity.WARNING,
    bad="the implementation of this resolution",
    good="the implementation of the present resolution",
    mends=True,
)
def present_resolution(subject: Subject) -> Iterator[Finding]:
    """A resolution calls itself "the present resolution", not "this resolution" (un-rules C4).

    Quotations are left alone, and so are annexes: a text that is annexed speaks for itself.
    """
    annexed = {step.block.id for step in subject.places if step.section is Section.ANNEX}
    annexed |= {annex.id for part in subject.resolution.parts for annex in part.annexes}
    for passage in subject.contents:
        if passage.owner in annexed:
            continue
        for match in own(passage.flat, _THIS):
            instead = f"{'The' if match[0][0] == 'T' else 'the'} present resolution"
            words, whole = once(passage.flat, match.start(), match.end(), instead)
            message = f"{subject.names[passage.owner]} says {quoted(match[0])}"
            fix = f'write "{instead}"'
            yield Finding("present-resolution", Severity.WARNING, message, passage.owner, fix, words=words, instead=whole)
