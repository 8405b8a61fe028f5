"""Elements of a Word file in one spelling, so that they can be compared over files.

Left out is what says nothing of the page: ids of editing sessions, languages, proofing marks.

Example:
    >>> spelled(paragraph.find(f"{W}pPr/{W}ind"))
    'ind(left=1134)'
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from draftkit.word.package import W

SILENT = frozenset(
    f"{W}{name}"
    for name in (
        "lang noProof webHidden proofErr lastRenderedPageBreak rsid rPrChange pPrChange sectPrChange tblPrChange tblPrExChange "
        "tblGridChange trPrChange tcPrChange"
    ).split()
)
_SILENT_ATTRIBUTES = re.compile(r"(?:.*\})?(?:rsid\w*|paraId|textId|anchorId|editId|dirty|hint|spid|gfxdata)")


def spelled(element: Any, skip: Container[str] = ()) -> str:
    """An element and all that is in it; ``skip``: tags of children that are left out."""
    said = [f"{local(name)}={value}" for name, value in sorted(element.items()) if not _SILENT_ATTRIBUTES.fullmatch(name)]
    children = (child for child in element if isinstance(child.tag, str) and child.tag not in SILENT)
    said += [spelled(child) for child in children if child.tag not in skip]
    text = (element.text or "").strip()
    return f"{local(element.tag)}({' '.join([*said, text] if text else said)})"


def properties_spelled(properties: Any | None, skip: Container[str] = ()) -> str:
    """All that properties say, "" if it is nothing."""
    children = () if properties is None else (child for child in properties if isinstance(child.tag, str))
    return " ".join(spelled(child) for child in children if child.tag not in SILENT and child.tag not in skip)


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
