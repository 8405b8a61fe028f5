"""How a finding quotes the text; what a place is called is ``draftkit.assemble.places``.

Example:
    >>> quoted("*Urges*  States")
    '"*Urges* States"'
"""

from __future__ import annotations

import re

from draftkit.assemble.places import FORMULA, MASTHEAD, TITLE

LONGEST_QUOTE = 60
_BLANKS = re.compile(r"\s+")


def quoted(text: str) -> str:
    """Words of the text as a message shows them: on one line, in quotation marks, not too long."""
    line = _BLANKS.sub(" ", text).strip()
    return f'"{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"}"'


__all__ = ["FORMULA", "MASTHEAD", "TITLE", "quoted"]
