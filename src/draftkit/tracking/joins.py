"""Neighbouring changes that say the same, made one, so that a reviewer has one thing to accept or reject.

Example:
    >>> join_changes(paragraph)         # <w:ins>a</w:ins><w:ins>b</w:ins> becomes <w:ins>ab</w:ins>
    >>> join_rewritten(paragraph, pen)  # two words whose italics went are one run with one w:rPrChange
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from draftkit.tracking.pen import Pen
from draftkit.word.package import W

_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ID = re.compile(rb'(<w:rPrChange )w:id="\d+" ')


def join_changes(paragraph: Any) -> None:
    """Let neighbouring changes of one kind and author be one."""
    for holder in {change.getparent() for change in paragraph.iter(*_CHANGES)}:
        if holder is None or str(holder.tag).endswith("Pr"):
            continue
        for one, other in reversed(list(pairwise(holder))):
            if one.tag == other.tag and one.tag in _CHANGES and one.get(f"{W}author") == other.get(f"{W}author"):
                for child in other:
                    one.append(child)
                holder.remove(other)


def join_rewritten(paragraph: Any, pen: Pen) -> None:
    """Let neighbouring runs whose format changed from one to one other be one run with one change."""
    for change in reversed(list(paragraph.iter(f"{W}rPrChange"))):
        run = change.getparent().getparent()
        before = run.getprevious()
        if run.tag != f"{W}r" or before is None or before.tag != run.tag:
            continue
        if before.find(f"{W}rPr/{W}rPrChange") is not None and _rewriting(before) == _rewriting(run):
            for child in run[1:]:
                before.append(child)
            run.getparent().remove(run)
            pen.written -= 1
            _join_texts(before)


def _rewriting(run: Any) -> bytes:
    """The format of a run as it is and was."""
    from lxml import etree

    return _ID.sub(rb"\1", etree.tostring(run[0], with_tail=False))


def _join_texts(run: Any) -> None:
    for one, other in reversed(list(pairwise(run))):
        if one.tag == other.tag == f"{W}t":
            one.text = (one.text or "") + (other.text or "")
            if one.text != one.text.strip():
                one.set(_SPACE, "preserve")
            run.remove(other)


__all__ = ["join_changes", "join_rewritten"]
