"""Akoma Ntoso in small: an element, a date, and the bytes of a document.

Example:
    >>> serialize(element("p", "Having considered the ", element("span", "report", class_="italic")))
    b'<?xml version=...<p xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">Having considered ...</p>'
"""

from __future__ import annotations

import re
from typing import Any

from draftkit.un import dates

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNKNOWN_DAY = "0001-01-01"
"""What the official files put where a date must stand and is not known."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_OF_TEXT = frozenset({"p", "num", "heading", "block"})
"""The elements that hold characters: no line end may be put into them."""


def element(tag: str, *inside: Any, **attributes: str) -> Any:
    """An element with its text and children; a word of Python has "_" after it (``class_``), empty attributes are left out.

    Characters that XML cannot hold are left out.
    """
    from lxml import etree

    one = etree.Element(f"{{{NAMESPACE}}}{tag}", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for name, value in attributes.items():
        if value:
            one.set(name.rstrip("_"), _NOT_XML.sub("", value))
    for child in inside:
        if not isinstance(child, str):
            one.append(child)
        elif len(one):
            one[-1].tail = (one[-1].tail or "") + _NOT_XML.sub("", child)
        else:
            one.text = (one.text or "") + _NOT_XML.sub("", child)
    return one


def paragraph(*inside: Any, **attributes: str) -> Any:
    """A ``p`` whose blanks count."""
    return preserved("p", *inside, **attributes)


def preserved(tag: str, *inside: Any, **attributes: str) -> Any:
    """An element whose blanks count."""
    one = element(tag, *inside, **attributes)
    one.set(_PRESERVE, "preserve")
    return one


def day(written: str) -> str:
    """The date in a text of the masthead as XML wants it: "2024-12-04" for "4 December 2024"."""
    found = dates.parse(written)
    return found.isoformat() if found else UNKNOWN_DAY


def serialize(root: Any) -> bytes:
    """The document, an element to a line but nothing put into text."""
    from lxml import etree

    _indent(root, "\n")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _indent(one: Any, line_end: str) -> None:
    if not len(one) or one.tag.rpartition("}")[2] in _OF_TEXT:
        return
    one.text = f"{line_end}  "
    for child in one:
        _indent(child, f"{line_end}  ")
        child.tail = f"{line_end}  "
    one[-1].tail = line_end
