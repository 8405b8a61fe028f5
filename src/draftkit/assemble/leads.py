"""The opening phrase of a paragraph, and whom it addresses (un-rules B1, C1, C3).

Example:
    >>> lead(parse("*Also requests* the Secretary-General to report;")), addressee(parse("*Urges* all States to act;"))
    ('Also requests', 'states')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from draftkit.assemble.pieces import cut
from draftkit.inline import join, plain
from draftkit.model import Block, Content, Heading, Paragraph, Text

_BLANKS = re.compile(r"[ \u00a0]+")
_AFTER_LEAD = ",:;. \u00a0"
"""What may stand in italics after the lead and is no part of it."""
_WHOM = re.compile(r"(?:(?:upon|on|to|all|the) )*(.*?)(?= to\b| that\b| which\b| who\b|[,:;.]|$)")


def lead(content: Content) -> str:
    """The italic opening phrase without its punctuation, "" if the paragraph does not open in italics."""
    return _BLANKS.sub(" ", plain(content[: _opening(content)])).strip().rstrip(_AFTER_LEAD)


def reopened(content: Content, new: str) -> Content:
    """The content with another lead, over however many runs the old one goes; all that follows the old lead stays."""
    opening = content[: _opening(content)]
    end = len(plain(opening).rstrip(_AFTER_LEAD))
    in_its_format = tuple(replace(piece, text=new) for piece in opening[:1] if isinstance(piece, Text))
    return join((*in_its_format, *cut(opening, end, None), *content[len(opening) :]))


def addressee(content: Content) -> str:
    """Whom a paragraph addresses, in small letters: the words after the lead up to "to", "that" or a comma (C3)."""
    opening = _opening(content)
    match = _WHOM.match(_BLANKS.sub(" ", plain(content[opening:])).strip().lower()) if opening else None
    return match[1] if match else ""


def _opening(content: Content) -> int:
    """How many pieces the italic opening takes; a blank in roman does not end it ("*Also* *requests*")."""
    end = 0
    for at, piece in enumerate(content):
        if not isinstance(piece, Text) or not (piece.italic or (at and not piece.text.strip(" \u00a0"))):
            break
        if piece.italic:
            end = at + 1
    return end


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
