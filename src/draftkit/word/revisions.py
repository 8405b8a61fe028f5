"""What a Word file says when every tracked change in it is accepted, or rejected.

In: the trees of a Word file. Out: trees without revisions, or the lines of the text, footnotes in place. The revisions are
resolved before anything is read (ECMA-376 part 1, 17.13.5).

Example:
    >>> lines(open_word(data, "redline.docx"), Mode.ACCEPT)[:2]
    ('United Nations', 'A/C.6/81/L.___')
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from draftkit.un.spelling import folded
from draftkit.word.elements import within
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
_MERGES = {"rest": "restart", "cont": "continue"}
_DELETED_TEXT = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_CONTROLS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml"})
_BLANKS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}


class Mode(Enum):
    """What is done with every revision."""

    ACCEPT = "accept"
    REJECT = "reject"


def count(word: WordFile) -> int:
    """How many tracked changes there are, in all parts that are read."""
    return sum(1 for tree in word.texts() for _ in tree.iter(*_INSERTED, *_DELETED, *_FORMER, *_MARKERS))


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
    for element in list(root.iter(*gone, *kept)):  # the root of a part is none of them
        if element.getparent().tag in _PROPERTIES or element.tag in gone:
            _remove(element)
        else:
            _unwrap(element)
    for change in list(root.iter(*_FORMER)):
        _resolve_properties(change, mode)
    for element in list(root.iter(*_DELETED_TEXT)):
        element.tag = _DELETED_TEXT[element.tag]
    _merge(merged)
    return root


def _resolve_cells(root: Any, mode: Mode, gone: tuple[str, ...]) -> None:
    """Take out the rows and cells that are not there, undo or do the merging of cells (17.13.5.1 to 17.13.5.3)."""
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{tag}") is not None for tag in gone):
            _remove(row)
    lost = f"{W}cellDel" if mode is Mode.ACCEPT else f"{W}cellIns"
    for marker in list(root.iter(*_MARKERS)):
        properties = marker.getparent()
        if marker.tag == lost:
            _remove(properties.getparent())
            continue
        if marker.tag == f"{W}cellMerge":
            merge = marker.get(f"{W}vMerge" if mode is Mode.ACCEPT else f"{W}vMergeOrig")
            for former in properties.findall(f"{W}vMerge"):
                properties.remove(former)
            if merge in _MERGES:
                marker.addnext(properties.makeelement(f"{W}vMerge", {f"{W}val": _MERGES[merge]}))
        _remove(marker)


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
    for at, child in enumerate(list(change[0])):
        if child.tag not in left_alone:
            properties.insert(at, child)


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
        if runs_on or not content:
            instead[paragraph] = target
            _remove(paragraph)


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


def lines(word: WordFile, mode: Mode) -> tuple[str, ...]:
    """The paragraphs in order, a table row one line (cells joined by " | "), footnotes inline as "{fn: text}"."""
    notes: dict[str, str] = {}
    if word.footnotes is not None:
        for note in resolved(word.footnotes, mode):
            text = " ".join(_text(p, {}) for p in note.iter(f"{W}p"))
            notes[note.get(f"{W}id", "")] = folded(text)
    return tuple(line for line in _walk(resolved(word.document, mode), notes) if line)


def retyped(word: WordFile) -> float:
    """The share of the new text's words that were struck and written again in the same paragraph, between 0 and 1."""
    again = total = 0
    for tree in (word.document, word.footnotes):
        for paragraph in tree.iter(f"{W}p") if tree is not None else ():
            struck, written = _words(paragraph, f"{W}del"), _words(paragraph, f"{W}ins")
            again += (struck & written).total()
            total += len(_text(paragraph, {}).split()) - struck.total()
    return again / total if total else 0.0


def _words(paragraph: Any, tag: str) -> Counter[str]:
    return Counter(word for change in paragraph.iter(tag) for word in _text(change, {}).split())


def _walk(parent: Any, notes: dict[str, str]) -> Iterator[str]:
    for element in parent:
        if element.tag == f"{W}p":
            yield folded(_text(element, notes))
        elif element.tag == f"{W}tr":
            cells = [" ".join(filter(None, _walk(cell, notes))) for cell in within(element, f"{W}tc")]
            yield " | ".join(cells) if any(cells) else ""
        else:
            yield from _walk(element, notes)


def _text(paragraph: Any, notes: dict[str, str]) -> str:
    out: list[str] = []
    for element in paragraph.iter():
        if element.tag in (f"{W}t", f"{W}delText"):
            out.append(element.text or "")
        elif element.tag in _BLANKS and element.getparent().tag == f"{W}r":
            out.append(_BLANKS[element.tag])
        elif element.tag == f"{W}footnoteReference":
            out.append("{fn: " + notes.get(element.get(f"{W}id", ""), "?") + "}")
    return "".join(out)
