"""typed-number: no number is typed at the beginning of a paragraph that gets its number from its place (un-rules A9, A10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Content, Finding, Paragraph, Severity, Text

_TYPED = re.compile(
    r"\s*(\d{1,3}(?: (?:bis|ter))?[.)]|\((?:\d{1,3}|(?P<one>[a-z])(?P=one)?|[ivxl]{2,6})\)|[a-z][.)]|[ivx]{2,5}[.)])\s"
)


@rule("DK004", "A9, A10", Severity.WARNING)
def typed_number(subject: Subject) -> Iterator[Finding]:
    """A paragraph numbered by its place does not begin with a typed number (un-rules A9, A10)."""
    place = subject.names
    for block in (step.block for step in subject.places):
        if not isinstance(block, Paragraph) or block.label is not None:
            continue
        if typed := _typed(block.content):
            message = f"{place[block.id]} begins with the typed number {quoted(typed)}"
            yield Finding("typed-number", Severity.WARNING, message, block.id, "take it out: numbers follow from the place")


def _typed(content: Content) -> str:
    """The number or letter that the text begins with, "" if there is none."""
    match = _TYPED.match(plain(content)) if content and isinstance(content[0], Text) else None
    return match[1] if match else ""
