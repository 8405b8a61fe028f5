"""The blocks of a story: its paragraphs and tables, what each says, and whether two are the same.

Example:
    >>> [block.tag.rpartition("}")[2] for block in blocks(body)]
    ['p', 'p', 'tbl', 'p']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from draftkit.compare.align import Item
from draftkit.tracking.flows import LABEL
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work

_LOOKED_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml"))
_NOISE = re.compile(rb' xmlns:\w+="[^"]*"| (?:w:rsid\w*|w14:\w+)="[^"]*"|<w:(?:proofErr|lastRenderedPageBreak)\b[^>]*/>')
_REFERS = re.compile(rb" r:\w+=|<w:(?:footnote|endnote)Reference ")
_STYLED = re.compile(rb"<w:(?:numId|pStyle|rStyle|tblStyle) ")
STANDING = 4
"""Words of a line that is known by where it stands."""


def blocks(parent: Any) -> list[Any]:
    """The paragraphs and tables of a story, those in content controls with them."""
    return list(_blocks(parent))


def _blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _LOOKED_THROUGH:
            yield from _blocks(child)


def signature(block: Any) -> bytes:
    """A block to the letter, but for what says nothing of the text."""
    from lxml import etree

    return _NOISE.sub(b"", etree.tostring(block, with_tail=False))


def are_same(work: Work, old: Any, new: Any) -> bool:
    """Whether two blocks are the same to the letter, and refer to nothing that could be something else."""
    one = signature(old)
    return one == signature(new) and not _REFERS.search(one) and (work.desk.kin or not _STYLED.search(one))


def item(block: Any) -> Item:
    """A block to be aligned: a table by where it stands, a paragraph without its typed number."""
    text = said(block)
    if block.tag == f"{W}tbl":
        return Item("", "table", text, standing=True)
    text = LABEL.sub("", text, count=1)
    return Item("", "paragraph", text, standing=len(text.split()) <= STANDING)


def said(block: Any) -> str:
    """The characters of a block, those of its text boxes with them."""
    return "".join(_characters(block))


def _characters(block: Any) -> Iterator[str]:
    for element in block.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{W}p"):
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.getparent().tag == f"{W}r":
            yield "-" if element.tag == f"{W}noBreakHyphen" else " "
        elif element.tag == f"{W}p":
            yield " "


def words(block: Any) -> list[str]:
    """Its words in small letters."""
    return said(block).lower().split()


__all__ = ["are_same", "blocks", "item", "said", "signature", "words"]
