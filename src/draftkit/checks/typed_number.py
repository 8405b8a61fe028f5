"""typed-number: no number is typed at the beginning of a paragraph that gets its number from its place (un-rules A9, A10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import names, quoted
from draftkit.inline import plain
from draftkit.model import Content, Finding, Paragraph, Resolution, Severity, Text
from draftkit.tree import walk

_TYPED = re.compile(
    r"\s*(\d{1,3}(?: (?:bis|ter))?[.)]|\((?:\d{1,3}|(?P<one>[a-z])(?P=one)?|[ivxl]{2,6})\)|[a-z][.)]|[ivx]{2,5}[.)])\s"
)


def typed_number(resolution: Resolution) -> Iterator[Finding]:
    """A paragraph numbered by its place does not begin with a typed number (un-rules A9, A10)."""
    place = names(resolution)
    for block in (step.block for step in walk(resolution)):
        if not isinstance(block, Paragraph) or block.label is not None:
            continue
        if typed := _typed(block.content):
            message = f"{place[block.id]} begins with the typed number {quoted(typed)}"
            yield Finding("typed-number", Severity.WARNING, message, block.id, "take it out: numbers follow from the place")


def _typed(content: Content) -> str:
    """The number or letter that the text begins with, "" if there is none."""
    match = _TYPED.match(plain(content)) if content and isinstance(content[0], Text) else None
    return match[1] if match else ""
