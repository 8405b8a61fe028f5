"""The last paragraph mark of a story, which can be neither struck nor put in (ECMA-376 part 1, 17.13.5.4, 17.13.5.15).

Where a paragraph came in at the end, or the last one was struck, the mark before it is tracked instead, and the properties are
handed on; a paragraph that moved to or from the end is struck and put in. Where the text before was struck as well, both are
one paragraph: the old words struck, the new ones put in.

Example:
    >>> settle(root, pen)
"""

from __future__ import annotations

import copy
from typing import Any

from draftkit.model import Kind
from draftkit.tracking.looks import look
from draftkit.tracking.pen import Pen, paragraph_properties, struck
from draftkit.word.package import W

_STORIES = tuple(f"{W}{name}" for name in ("body", "tc", "footnote", "endnote", "hdr", "ftr", "txbxContent"))
_BLOCKS = frozenset({f"{W}p", f"{W}tbl"})
_MOVES = {"moveFrom": "del", "moveTo": "ins"}


def settle(root: Any, pen: Pen) -> None:
    """Put right the ends of all stories of a part."""
    for story in [root, *root.iter(*_STORIES)] if root.tag in _STORIES else list(root.iter(*_STORIES)):
        _settle(story, root, pen)


def _settle(story: Any, root: Any, pen: Pen) -> None:
    blocks = [child for child in story if child.tag in _BLOCKS]
    if not blocks or blocks[-1].tag != f"{W}p" or not _mark(blocks[-1]):
        return
    last = blocks[-1]
    if _mark(last) in _MOVES:
        _unmove(root, last)
    row = next(last.iterancestors(f"{W}tr", f"{W}p"), None)
    if story.tag == f"{W}tc" and row is not None and any(row.find(f"{W}trPr/{W}{name}") is not None for name in ("ins", "del")):
        _unmark(last)  # the whole row comes or goes
        return
    name = _mark(last)
    at = len(blocks) - 1
    while at >= 0 and blocks[at].tag == f"{W}p" and _mark(blocks[at]) == name:
        at -= 1
    before = blocks[at] if at >= 0 and blocks[at].tag == f"{W}p" else None
    if before is None:  # behind a table a paragraph has to stand: it stays, and is empty
        _unmark(last)
    elif not _mark(before):
        _hand_over(before, last, name, pen)
    else:
        if _mark(before) in _MOVES:
            _unmove(root, before)
        _join(before, blocks[at + 1], last, name, pen)


def _hand_over(before: Any, last: Any, name: str, pen: Pen) -> None:
    """Track the mark before instead of the last one, whose properties become those of the paragraph that ends with it."""
    _unmark(last)
    _follow(before, last, name, pen)
    pen.mark(before, name, Kind.SUBSTANTIVE)


def _join(before: Any, first: Any, last: Any, name: str, pen: Pen) -> None:
    """Let what was struck and what came in at the end be one paragraph: what stands before goes into the first of the others."""
    _unmark(last)
    _follow(before, last, name, pen)
    own = first.find(f"{W}pPr")
    place = 0 if own is None else first.index(own) + 1
    for child in reversed([child for child in before if child.tag != f"{W}pPr"]):
        first.insert(place, child)
    before.getparent().remove(before)


def _follow(before: Any, last: Any, name: str, pen: Pen) -> None:
    """Let the last paragraph have the properties of the one before: in the old text if it came in, else in the new one."""
    properties, own = (copy.deepcopy(paragraph_properties(paragraph)) for paragraph in (before, last))
    if look(properties, skip=("rPr", "sectPr")) == look(own, skip=("rPr", "sectPr")):
        return
    if name == "ins":
        _put_properties(last, properties)
        pen.rewrite(paragraph_properties(last), own, Kind.SUBSTANTIVE)
    else:
        pen.rewrite(paragraph_properties(last), properties, Kind.SUBSTANTIVE)


def _put_properties(paragraph: Any, properties: Any) -> None:
    own = paragraph_properties(paragraph)
    for child in list(own):
        if child.tag not in (f"{W}rPr", f"{W}sectPr"):
            own.remove(child)
    for child in reversed(properties):
        if child.tag not in (f"{W}rPr", f"{W}sectPr") and not str(child.tag).endswith("Change"):
            own.insert(0, copy.deepcopy(child))


def _mark(paragraph: Any) -> str:
    """How the mark of a paragraph is tracked, "" if it is not."""
    run = paragraph.find(f"{W}pPr/{W}rPr")
    names = ("ins", "del", *_MOVES)
    return "" if run is None else next((name for name in names if run.find(f"{W}{name}") is not None), "")


def _unmark(paragraph: Any) -> None:
    run = paragraph.find(f"{W}pPr/{W}rPr")
    for name in ("ins", "del", *_MOVES):
        for found in run.findall(f"{W}{name}"):
            run.remove(found)
    if not len(run):
        run.getparent().remove(run)


def _unmove(root: Any, paragraph: Any) -> None:
    """Make of a move one deletion and one insertion."""
    starts = {start.get(f"{W}name") for start in paragraph.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")}
    for name, plain in _MOVES.items():
        for start in [s for s in root.iter(f"{W}{name}RangeStart") if s.get(f"{W}name") in starts]:
            moved = next(start.iterancestors(f"{W}p"))
            for change in list(moved.iter(f"{W}{name}")):
                change.tag = f"{W}{plain}"
                if plain == "del":
                    struck(change)
            for end in [e for e in root.iter(f"{W}{name}RangeEnd") if e.get(f"{W}id") == start.get(f"{W}id")]:
                end.getparent().remove(end)
            start.getparent().remove(start)


__all__ = ["settle"]
