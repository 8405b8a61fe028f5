"""symbol-in-text: running text cites a resolution by its number, never by its symbol (un-rules D6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Finding, Paragraph, Severity
from draftkit.un.symbols import resolution_number

_SYMBOL = re.compile(r"\b[A-Z]/RES/[^\s,;:)\]”]*[^\s,;:)\]”.]")


@rule("DK401", "D6", Severity.WARNING)
def symbol_in_text(subject: Subject) -> Iterator[Finding]:
    """Running text cites a resolution by its number, never by its symbol (un-rules D6)."""
    place = subject.names
    for owner in (step.block for step in subject.places if isinstance(step.block, Paragraph)):
        for match in _SYMBOL.finditer(plain(owner.content)):
            number = resolution_number(match[0])
            fix = f'write "resolution {number}"' if number else "cite it by its number"
            message = f"{place[owner.id]} has the symbol {quoted(match[0])}"
            yield Finding("symbol-in-text", Severity.WARNING, message, owner.id, fix)
