"""A copy of a part of a file that is to stand in the same file: without what may be there only once.

Example:
    >>> copied(paragraph).get(f"{W14}paraId")       # None
"""

from __future__ import annotations

import copy
from typing import Any

from draftkit.word.package import W

_ONCE = tuple(
    f"{W}{name}"
    for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference permStart permEnd".split()
)
_NAMES = ("paraId", "textId")
"""Attributes that name one paragraph (MS-DOCX, 2.6.2.3)."""


def copied(element: Any) -> Any:
    """A copy without bookmarks, comments and the names of paragraphs."""
    out = copy.deepcopy(element)
    for each in list(out.iter(*_ONCE)):
        each.getparent().remove(each)
    for each in out.iter("*"):
        for name in [name for name in map(str, each.attrib) if name.rpartition("}")[2] in _NAMES]:
            del each.attrib[name]
    return out


__all__ = ["copied"]
