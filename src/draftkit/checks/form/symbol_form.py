"""symbol-form: the symbol in the masthead is formed as document symbols are (un-rules F)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un.symbols import SYMBOL, draft_symbol, resolution_number

_SYMBOL = re.compile(rf"(?:{SYMBOL}|_{{2,}})\*?")


@rule("DK010", "F", Severity.WARNING)
def symbol_form(subject: Subject) -> Iterator[Finding]:
    """The symbol in the masthead is a document symbol, or one with a blank (un-rules F)."""
    head = subject.resolution.masthead
    if not head.symbol or resolution_number(head.symbol) or _SYMBOL.fullmatch(head.symbol):
        return
    example = f"write it as in {draft_symbol(head.committee, head.session)}" if head.session else "write it as in A/C.6/81/L.5"
    message = f"the masthead has {quoted(head.symbol)}, which is not formed as a document symbol"
    yield Finding("symbol-form", Severity.WARNING, message, MASTHEAD, example)
