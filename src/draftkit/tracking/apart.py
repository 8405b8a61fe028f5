"""Changes at the end of a paragraph that are not to be taken for one with the next paragraph.

Words put in at the end of a paragraph, and the next paragraph put in whole, are two changes: the end of the paragraph between
them stands in both texts. LibreOffice takes them for one (``draftkit.writers.ooxml.later``), so the first gets another time.

Example:
    >>> keep_apart(root, "2026-10-05T09:00:00Z")
"""

from __future__ import annotations

from typing import Any

from draftkit.word.package import W
from draftkit.writers.ooxml import later

_CHANGES = (f"{W}ins", f"{W}del")
_NO_PLACE = frozenset(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeEnd"))


def keep_apart(root: Any, date: str) -> None:
    """Date the changes of ``date`` anew that stand at the end of a paragraph before one changed whole in the same way."""
    for paragraph in root.iter(f"{W}p"):
        following = paragraph.getnext()
        if following is None or following.tag != f"{W}p" or _mark(paragraph) is not None:
            continue
        mark, last = _mark(following), _last(paragraph)
        if mark is not None and last is not None and mark.tag == last.tag and last.get(f"{W}date") == date:
            last.set(f"{W}date", later(date))


def _mark(paragraph: Any) -> Any | None:
    return next((mark for name in _CHANGES if (mark := paragraph.find(f"{W}pPr/{W}rPr/{name}")) is not None), None)


def _last(paragraph: Any) -> Any | None:
    """The last element that has a place in the text."""
    return next((child for child in reversed(paragraph) if child.tag not in _NO_PLACE), None)
