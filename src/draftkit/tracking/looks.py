"""What elements look like to a reader: one spelling for properties and things, so that they can be compared.

Left out is what says nothing of the text: revision-save ids, languages, proofing marks, where a page last broke.

Example:
    >>> look(run.find(f"{W}rPr"))
    'i[] sz[val=20]'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from draftkit.word.elements import is_on
from draftkit.word.package import R, W

_SILENT = frozenset(
    f"{W}{name}" for name in ("lang", "noProof", "proofErr", "lastRenderedPageBreak", "rPrChange", "pPrChange", "sectPrChange")
) | frozenset(f"{W}{name}" for name in ("tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "webHidden", "bookmarkEnd"))
_SILENT_ATTRIBUTES = re.compile(r".*\}(rsid\w*|paraId|textId|anchorId|editId|dirty|hint)$|.*spid$")
_TOGGLES = frozenset(f"{W}{name}" for name in ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish"))

_OLD_DRAWING = "{urn:schemas-microsoft-com:"
_OLD_IDS = frozenset({"id", "type", "ShapeID", "ObjectID"})
"""How shapes of VML, and the objects in them, name one another; Word deals these names out anew (part 4, 19.1.2)."""

Named = Callable[[str, str], str]
"""Says for an attribute that holds an id or a name what it is compared as: (attribute, value) -> name."""


def look(properties: Any | None, *, skip: Iterable[str] = ()) -> str:
    """Properties in one spelling; "" if there is nothing to say. ``skip``: children that are not to be looked at."""
    if properties is None or not len(properties):
        return ""
    skipped = {f"{W}{name}" for name in skip}
    found = [_property(child) for child in properties if child.tag not in _SILENT and child.tag not in skipped]
    return " ".join(filter(None, found))


def _property(child: Any) -> str:
    if child.tag in _TOGGLES and not child.keys():
        return f"{_local(child.tag)}[]"
    if child.tag in _TOGGLES and is_on(child.get(f"{W}val", "1")):
        return f"{_local(child.tag)}[]"
    return spelled(child)


def spelled(element: Any, named: Named | None = None, *, boxes: bool = True) -> str:
    """An element with all that is in it in one spelling.

    Args:
        named: says what ids are compared as.
        boxes: whether what stands in text boxes belongs to it.
    """
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT or (not boxes and tag == f"{W}txbxContent"):
        return ""
    attributes = []
    for name, value in sorted(element.items()):
        if _SILENT_ATTRIBUTES.match(name):
            continue
        if named is not None and (name.startswith(R) or _local(tag) == "docPr" or _is_old_id(tag, name)):
            value = named(name, value)
        attributes.append(f"{_local(name)}={value}")
    inside = "".join(spelled(child, named, boxes=boxes) for child in element)
    text = element.text or ""
    return f"{_local(tag)}[{','.join(attributes)}]{text if text.strip() or _local(tag) == 't' else ''}({inside})"


def _is_old_id(tag: str, name: str) -> bool:
    return tag.startswith(_OLD_DRAWING) and name in _OLD_IDS


def _local(name: str) -> str:
    return name.rpartition("}")[2]


__all__ = ["Named", "look", "spelled"]
