"""Every tracked change of a Word file accepted, or rejected.

In: the trees of a Word file. Out: trees without revisions; those given stay as they are. What they then say is read by
``readout`` and by the readers (ECMA-376 part 1, 17.13.5).

Example:
    >>> count(word), count(resolve(word, Mode.ACCEPT))
    (12, 0)
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from draftkit.word.package import M, W, WordFile

_INSERTED = (f"{W}ins", f"{W}moveTo")
_DELETED = (f"{W}del", f"{W}moveFrom")
_PROPERTIES = frozenset({f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{M}ctrlPr"})
"""Where a mark says of a paragraph mark, a row, a number or a sign that it was inserted or deleted."""

_FORMER = {
    f"{W}rPrChange": (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"),
    f"{W}pPrChange": (f"{W}rPr", f"{W}sectPr"),
    f"{W}sectPrChange": (f"{W}headerReference", f"{W}footerReference"),
    f"{W}tblPrChange": (),
    f"{W}tblGridChange": (),
    f"{W}tblPrExChange": (),
    f"{W}trPrChange": (f"{W}ins", f"{W}del"),
    f"{W}tcPrChange": (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge"),
}
"""Changes that hold the former properties, and the properties that such a change leaves alone."""

_MARKERS = (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge", f"{W}numberingChange")
REVISED = (*_INSERTED, *_DELETED, *_FORMER, *_MARKERS)
"""The elements of tracked changes."""

_MERGES = {"rest": "restart", "cont": "continue"}
_DELETED_TEXT = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_CONTROLS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml"})
_MOVES = tuple(f"{W}{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End"))
"""The ends of what was moved; with the move they go (17.13.5.23 to 17.13.5.28)."""

_TAGGED = ("Ins", "MoveTo"), ("Del", "MoveFrom")
_TAGS = tuple(f"{W}customXml{kind}Range{end}" for kinds in _TAGGED for kind in kinds for end in ("Start", "End"))
"""The ends of what says of a content control that it was put around its content, or taken away (17.13.5.4 to 17.13.5.11)."""

_POINTS = frozenset(
    f"{W}{name}" for name in "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd proofErr".split()
)
"""What stands between the words and says nothing; it may stand between paragraphs too."""


class Mode(Enum):
    """What is done with every revision."""

    ACCEPT = "accept"
    REJECT = "reject"


def count(word: WordFile) -> int:
    """How many tracked changes there are, in all parts that are read."""
    return sum(1 for tree in word.texts() for _ in tree.iter(*REVISED))


def resolve(word: WordFile, mode: Mode) -> WordFile:
    """The file with every revision of every part accepted or rejected; the file given is left as it is."""
    headers, footers = ({key: resolved(tree, mode) for key, tree in parts.items()} for parts in (word.headers, word.footers))
    footnotes, endnotes = (None if tree is None else resolved(tree, mode) for tree in (word.footnotes, word.endnotes))
    document = resolved(word.document, mode)
    return replace(word, document=document, footnotes=footnotes, endnotes=endnotes, headers=headers, footers=footers)


def resolved(tree: Any, mode: Mode) -> Any:
    """A copy of a tree with every revision accepted or rejected."""
    root = copy.deepcopy(tree)
    gone, kept = (_DELETED, _INSERTED) if mode is Mode.ACCEPT else (_INSERTED, _DELETED)
    merged = [p for p in root.iter(f"{W}p") if _mark(p, gone)]
    _resolve_cells(root, mode, gone)
    _resolve_controls(root, mode)
    for element in list(root.iter(*gone, *kept)):  # the root of a part is none of them
        if element.getparent().tag in _PROPERTIES or element.tag in gone:
            _remove(element)
        else:
            _unwrap(element)
    for change in list(root.iter(*_FORMER)):
        _resolve_properties(change, mode)
    for element in list(root.iter(*_DELETED_TEXT)):
        element.tag = _DELETED_TEXT[element.tag]
    for element in list(root.iter(*_MOVES)):
        _remove(element)
    _merge(merged)
    return root


def _resolve_cells(root: Any, mode: Mode, gone: tuple[str, ...]) -> None:
    """Take out the rows and cells that are not there, undo or do the merging of cells (17.13.5.1 to 17.13.5.3)."""
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{tag}") is not None for tag in gone):
            _remove_with(row, f"{W}tbl")
    lost = f"{W}cellDel" if mode is Mode.ACCEPT else f"{W}cellIns"
    for marker in list(root.iter(*_MARKERS)):
        properties = marker.getparent()
        if marker.tag == lost:
            _remove_with(properties.getparent(), f"{W}tr", f"{W}tbl")
            continue
        if marker.tag == f"{W}cellMerge":
            merge = marker.get(f"{W}vMerge" if mode is Mode.ACCEPT else f"{W}vMergeOrig")
            for former in properties.findall(f"{W}vMerge"):
                properties.remove(former)
            if merge in _MERGES:
                marker.addnext(properties.makeelement(f"{W}vMerge", {f"{W}val": _MERGES[merge]}))
        _remove(marker)


def _remove_with(element: Any, *holders: str) -> None:
    """Take out a row or a cell, and the row or the table that has none then."""
    parent = element.getparent()
    _remove(element)
    while parent is not None and parent.tag in _CONTROLS:
        parent = parent.getparent()
    if parent is not None and parent.tag in holders and next(parent.iter(f"{W}tc"), None) is None:
        _remove_with(parent, *holders)


def _resolve_controls(root: Any, mode: Mode) -> None:
    """Take away the content controls that are not there, their content stays."""
    lost = _TAGGED[1 if mode is Mode.ACCEPT else 0]
    starts = {f"{W}customXml{kind}RangeStart" for kind in lost}
    for marker in list(root.iter(*_TAGS)):
        control = marker.getnext()
        _remove(marker)
        if marker.tag in starts and control is not None and control.tag in _CONTROLS:
            content = control.find(f"{W}sdtContent")
            if content is not None:
                _unwrap(content)
            for properties in [child for child in control if str(child.tag).endswith("Pr")]:
                control.remove(properties)
            _unwrap(control)


def _resolve_properties(change: Any, mode: Mode) -> None:
    """Forget the former properties, or put them in the place of those of now."""
    properties = change.getparent()
    _remove(change)
    if mode is Mode.ACCEPT or not len(change):
        return
    left_alone = _FORMER[change.tag]
    for child in list(properties):
        if child.tag not in left_alone:
            properties.remove(child)
    first = len(properties) if properties.tag == f"{W}sectPr" else 0  # headers go before all else, other marks behind
    for at, child in enumerate(child for child in list(change[0]) if child.tag not in left_alone):
        properties.insert(first + at, child)


def _mark(paragraph: Any, tags: tuple[str, ...]) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in tags)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    for child in reversed(element):
        element.addnext(child)
    _remove(element)


def _merge(paragraphs: Sequence[Any]) -> None:
    """Let paragraphs whose marks are gone run on into what follows; its mark and properties are then those of both.

    It is done from behind, so that nothing is moved twice; each is asked for what follows before anything moves.
    """
    following = [_next_block(paragraph) for paragraph in paragraphs]
    instead: dict[Any, Any | None] = {}
    for paragraph, block in zip(reversed(paragraphs), reversed(following), strict=True):
        target = instead.get(block, block)
        content = [child for child in paragraph if child.tag != f"{W}pPr"]
        runs_on = target is not None and target.tag == f"{W}p"
        if runs_on:
            _put_before(target, content)
        elif all(child.tag in _POINTS for child in content) and not _ends_cell(paragraph, target):
            for child in content:
                paragraph.addprevious(child)
        else:
            continue
        instead[paragraph] = target
        _remove(paragraph)


def _ends_cell(paragraph: Any, following: Any | None) -> bool:
    """Whether a cell, a note or a text box would end without a paragraph (17.4.66)."""
    return following is None and paragraph.getparent().tag != f"{W}body"


def _put_before(paragraph: Any, content: Sequence[Any]) -> None:
    first = next(paragraph.iterchildren(), None)  # find() would look through all of them
    for child in reversed(content):
        if first is not None and first.tag == f"{W}pPr":
            first.addnext(child)
        else:
            paragraph.insert(0, child)


def _next_block(paragraph: Any) -> Any | None:
    """The paragraph, table or section that follows, be it in a content control or behind the one that ends here."""
    element = paragraph
    while element is not None:
        for sibling in element.itersiblings():
            found = next(sibling.iter(f"{W}p", f"{W}tbl", f"{W}sectPr"), None)
            if found is not None:
                return found
        element = element.getparent()
        if element is None or element.tag not in _CONTROLS:
            return None
    return None

