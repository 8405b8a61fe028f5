"""adopted-remnants: nothing of the adopted text's frame may survive in an L-document (un-rules A4, A7)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import Stage, rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Resolution, Severity


@rule("DK007", "A4, A7", Severity.ERROR, stage=Stage.L_DOCUMENT)
def adopted_remnants(subject: Subject) -> Iterator[Finding]:
    """An L-document has no adopted symbol, adoption line, bracket line or closing lines (un-rules A4, A7)."""
    for what, text, paragraph in _remnants(subject.resolution):
        message = f"{what} of an adopted text is left: {quoted(text)}"
        yield Finding("adopted-remnants", Severity.ERROR, message, paragraph, "take it out")


def _remnants(resolution: Resolution) -> Iterator[tuple[str, str, str]]:
    head = resolution.masthead
    if "/RES/" in head.symbol:
        yield "the symbol", head.symbol, MASTHEAD
    if head.adopted:
        yield "the date", head.adopted, MASTHEAD
    if head.heading.startswith("Resolution"):
        yield "the heading", head.heading, MASTHEAD
    if head.basis:
        yield "the bracket line", head.basis, MASTHEAD
    for part in resolution.parts:
        for line in (part.meeting, part.adopted):
            if line:
                yield "a closing line", line, ""
