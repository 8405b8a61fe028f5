"""The tree of an Akoma Ntoso file: parsed with nothing fetched or put in, and the few things asked of its elements.

In: the bytes of a file. Out: its root element, or one clear error.

Example:
    >>> local_name(parse(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "x.xml"))
    'akomaNtoso'
"""

from __future__ import annotations

import re
from typing import Any

from draftkit.errors import Unreadable

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SPACE = re.compile(r"\s+")
_PARSER_HINT = re.compile(r"(?:,? (?:use|try) XML_PARSE_HUGE.*|, see xmlCtxt.*|\.?, line \d+, column \d+)", re.DOTALL)
"""What the messages of libxml2 say to programmers."""

DEEPEST = 100
"""Elements inside one another; the official files go down to 17. What reads them calls itself once for each."""

MOST_TAGS = 2_000_000
"""Tags in a file, so that the tree stays within about a gigabyte; a hundred times the longest resolution has 0.6 million."""


def parse(data: bytes, name: str) -> Any:
    """The root element.

    Raises:
        Unreadable: not well-formed, with a document type, nested deeper than ``DEEPEST``, of more tags than ``MOST_TAGS``.
    """
    from lxml import etree

    if data.count(b"<") > MOST_TAGS:
        raise Unreadable(f"more than {MOST_TAGS:,} tags", name, "this is no resolution")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = SPACE.sub(" ", _PARSER_HINT.sub("", error.msg or "there is nothing in it"))
        if "depth" in said:
            raise _too_deep(name) from None
        raise Unreadable(f"broken XML: {said}", f"{name}:{error.lineno or 1}", "get the file again") from None
    except ValueError as error:
        raise Unreadable(f"broken XML: {SPACE.sub(' ', str(error))}", name, "get the file again") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("XML with a document type (<!DOCTYPE>) is not read", name, "take it away: official files have none")
    if root.xpath(f"boolean({'/*' * (DEEPEST + 1)})"):
        raise _too_deep(name)
    return root


def _too_deep(name: str) -> Unreadable:
    return Unreadable(f"elements nested more than {DEEPEST} deep", name, "this is no resolution")


def local_name(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text(element: Any) -> str:
    """All characters of an element in one line; "" for none."""
    return "" if element is None else SPACE.sub(" ", "".join(element.itertext())).strip()


def line_of(element: Any) -> int:
    """The line of the file on which an element begins, from 1."""
    return element.sourceline or 0


def whole_number(written: str | None) -> int:
    """A number of up to four digits; 0 for anything else."""
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) <= 4 else 0
