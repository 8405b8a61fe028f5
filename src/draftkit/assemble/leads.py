"""The opening phrase of a paragraph, and whom it addresses (un-rules B1, C1, C3).

Example:
    >>> lead(parse("*Also requests* the Secretary-General to report;")), addressee(parse("*Urges* all States to act;"))
    ('Also requests', 'states')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.inline import plain
from draftkit.model import Block, Content, Heading, Paragraph, Text

_BLANKS = re.compile(r"[ \u00a0]+")
_WHOM = re.compile(r"(?:(?:upon|on|to|all|the) )*(.*?)(?= to\b| that\b| which\b| who\b|[,:;.]|$)")


def lead(content: Content) -> str:
    """The italic opening phrase without its punctuation, "" if the paragraph does not open in italics."""
    first = content[0] if content else None
    if not isinstance(first, Text) or not first.italic:
        return ""
    return _BLANKS.sub(" ", first.text).strip().rstrip(",:;. ")


def addressee(content: Content) -> str:
    """Whom a paragraph addresses, in small letters: the words after the lead up to "to", "that" or a comma (C3)."""
    match = _WHOM.match(_BLANKS.sub(" ", plain(content[1:])).strip().lower()) if lead(content) else None
    return match[1] if match else ""


def runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of a list between its headings, those that only go on with another one (label "") left out."""
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield tuple(run)
            run = []
        elif isinstance(block, Paragraph) and block.label != "":
            run.append(block)
    yield tuple(run)
