"""How a finding quotes the text, and which opening words a section has; what a place is called is in ``assemble.places``.

Example:
    >>> quoted("*Urges*  States")
    '"*Urges* States"'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from draftkit.assemble.places import FORMULA, MASTHEAD, NOTE, TITLE
from draftkit.tree import Section
from draftkit.un.openers import Where

OPENERS_OF: Mapping[Section, Where] = MappingProxyType({Section.PREAMBLE: Where.PREAMBULAR, Section.OPERATIVE: Where.OPERATIVE})
"""Which opening words the paragraphs of a section have; annexes have none."""
LONGEST_QUOTE = 60
_BLANKS = re.compile(r"\s+")


def quoted(text: str) -> str:
    """Words of the text as a message shows them: on one line, in quotation marks, not too long."""
    line = _BLANKS.sub(" ", text).strip()
    return f'"{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"}"'


__all__ = ["FORMULA", "MASTHEAD", "NOTE", "OPENERS_OF", "TITLE", "quoted"]
