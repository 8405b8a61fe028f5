"""symbol-in-text: running text cites a resolution by its number, never by its symbol (un-rules D6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import names, quoted
from draftkit.inline import plain
from draftkit.model import Finding, Paragraph, Resolution, Severity
from draftkit.tree import walk
from draftkit.un.symbols import resolution_number

_SYMBOL = re.compile(r"\b[A-Z]/RES/[^\s,;:)\]”]*[^\s,;:)\]”.]")


def symbol_in_text(resolution: Resolution) -> Iterator[Finding]:
    """Running text cites a resolution by its number, never by its symbol (un-rules D6)."""
    place = names(resolution)
    for owner in (step.block for step in walk(resolution) if isinstance(step.block, Paragraph)):
        for match in _SYMBOL.finditer(plain(owner.content)):
            number = resolution_number(match[0])
            fix = f'write "resolution {number}"' if number else "cite it by its number"
            message = f"{place[owner.id]} has the symbol {quoted(match[0])}"
            yield Finding("symbol-in-text", Severity.WARNING, message, owner.id, fix)
