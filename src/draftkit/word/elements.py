"""Small questions to the elements of a Word file that several of its readers ask.

Example:
    >>> value(paragraph.find(f"{W}pPr"), "jc"), letters(paragraph)
    ('center', 'The General Assembly,')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from draftkit.word.package import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off", "none"})
_DIGITS = 10
"""Word's whole numbers have 32 bits."""


def is_on(value: str) -> bool:
    """Whether a value of the type ST_OnOff says yes."""
    return value.lower() not in _OFF


def value(parent: Any | None, name: str) -> str:
    """The ``w:val`` of a child, "" if there is none of them."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def decimal(parent: Any | None, name: str, default: int = 0) -> int:
    """The ``w:val`` of a child as a whole number (ST_DecimalNumber, none below zero); ``default`` if it says none."""
    return whole(value(parent, name), default)


def whole(said: str, default: int = 0) -> int:
    """A value as a whole number; ``default`` if it is none, or larger than any that Word writes."""
    return int(said) if said.isdecimal() and len(said) <= _DIGITS else default


def has(parent: Any | None, name: str) -> bool:
    """Whether a child says of its property that it is on; without a value it is."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return found is not None and is_on(found.get(f"{W}val", "1"))


def letters(paragraph: Any) -> str:
    """The characters of a paragraph, of whatever format."""
    return "".join(paragraph.itertext(f"{W}t")).strip()


def within(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, those in content controls with them; not those of tables inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}tr", f"{W}tc") and not str(child.tag).endswith("Pr"):
            yield from within(child, tag)


def is_in_box(element: Any, top: Any) -> bool:
    """Whether a text box stands between an element and one that it is in."""
    for ancestor in element.iterancestors():
        if ancestor is top:
            return False
        if ancestor.tag == f"{W}txbxContent":
            return True
    return False


def choose_alternatives(tree: Any) -> None:
    """Leave one alternative of each alternative content: the first choice, else the fallback (part 3, 7.6)."""
    for alternative in list(tree.iter(f"{_MC}AlternateContent")):
        parts: Sequence[Any] = [e for e in alternative if e.tag in (f"{_MC}Choice", f"{_MC}Fallback") and len(e)]
        for child in reversed(parts[0]) if parts else ():
            alternative.addnext(child)
        alternative.getparent().remove(alternative)
