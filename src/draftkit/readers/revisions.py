"""What a Word file says when every tracked change in it is accepted, or rejected.

In: the bytes of a .docx. Out: its lines, footnotes in place. The revisions are resolved on the XML tree before anything is
read: python-docx does not see text inside ``w:ins`` (ECMA-376 part 1, 17.13.5).

Example:
    >>> lines(data, Mode.ACCEPT)[:2]
    ('United Nations', 'A/C.6/81/L.___')
"""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from draftkit.compare.proof import folded
from draftkit.errors import Unreadable

LARGEST = 200_000_000
"""Bytes of all parts unpacked; a Word file beyond that is an attack or not a resolution."""

RATIO = 200
"""Times that a part may grow when it is unpacked, once it is larger than a megabyte."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSERTED = (f"{_W}ins", f"{_W}moveTo")
_DELETED = (f"{_W}del", f"{_W}moveFrom")
_PROPERTIES = frozenset({f"{_W}rPr", f"{_W}trPr"})
_CHANGES = tuple(
    f"{_W}{name}"
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange", "tcPrChange"),
        *("cellIns", "cellDel", "cellMerge", "numberingChange"),
    )
)
_BLANKS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}

_BROKEN = (KeyError, ValueError, AttributeError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What libraries raise for a broken package; an encrypted one is a RuntimeError."""


class Mode(Enum):
    """What is done with every revision."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class WordFile:
    """The trees of a Word file that hold its text."""

    document: Any
    footnotes: Any | None

    @property
    def revisions(self) -> int:
        """How many tracked changes there are."""
        trees = [tree for tree in (self.document, self.footnotes) if tree is not None]
        return sum(1 for tree in trees for _ in tree.iter(*_INSERTED, *_DELETED, *_CHANGES))


def open_word(data: bytes, name: str) -> WordFile:
    """Open a .docx; nothing outside of it is followed.

    Raises:
        Unreadable: not a Word file, broken, or too large when unpacked.
    """
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from lxml import etree

    _require_small(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        part = Document(io.BytesIO(data)).part
        notes = [r for r in part.rels.values() if r.reltype == RELATIONSHIP_TYPE.FOOTNOTES and not r.is_external]
        blobs = [relation.target_part.blob for relation in notes]
        word = WordFile(copy.deepcopy(part.element), etree.fromstring(blobs[0], parser) if blobs else None)
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        first = str(error).partition("\n")[0]
        raise Unreadable(f"not a Word file: {first}", name, "save it again from Word as .docx") from None
    if word.document.tag != f"{_W}document":
        raise Unreadable("not a Word file: its main part is no document", name, "save it again from Word as .docx")
    return word


def _require_small(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("not a Word file", name, "save it from Word as .docx") from None
    total = sum(entry.file_size for entry in entries)
    dense = any(e.file_size > 1_000_000 and e.file_size > RATIO * max(1, e.compress_size) for e in entries)
    if total > LARGEST or dense or len(entries) > 5000:
        raise Unreadable("the file unpacks to more than a document can be", name, "do not open it; ask for it again")


def lines(word: WordFile, mode: Mode) -> tuple[str, ...]:
    """The paragraphs in order, a table row one line (cells joined by " | "), footnotes inline as "{fn: text}"."""
    notes: dict[str, str] = {}
    if word.footnotes is not None:
        for note in _resolved(word.footnotes, mode):
            text = " ".join(_text(p, {}) for p in note.iter(f"{_W}p"))
            notes[note.get(f"{_W}id", "")] = folded(text)
    return tuple(line for line in _walk(_resolved(word.document, mode), notes) if line)


def retyped(word: WordFile) -> float:
    """The share of the new text's words that were struck and written again in the same paragraph, between 0 and 1."""
    again = total = 0
    for tree in (word.document, word.footnotes):
        for paragraph in tree.iter(f"{_W}p") if tree is not None else ():
            struck, written = _words(paragraph, f"{_W}del"), _words(paragraph, f"{_W}ins")
            again += (struck & written).total()
            total += len(_text(paragraph, {}).split()) - struck.total()
    return again / total if total else 0.0


def _words(paragraph: Any, tag: str) -> Counter[str]:
    return Counter(word for change in paragraph.iter(tag) for word in _text(change, {}).split())


def _walk(parent: Any, notes: dict[str, str]) -> Iterator[str]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield folded(_text(element, notes))
        elif element.tag == f"{_W}tr":
            cells = [" ".join(filter(None, _walk(cell, notes))) for cell in element.iterchildren(f"{_W}tc")]
            yield " | ".join(cells) if any(cells) else ""
        else:
            yield from _walk(element, notes)


def _text(paragraph: Any, notes: dict[str, str]) -> str:
    out: list[str] = []
    for element in paragraph.iter():
        if element.tag in (f"{_W}t", f"{_W}delText"):
            out.append(element.text or "")
        elif element.tag in _BLANKS and element.getparent().tag == f"{_W}r":
            out.append(_BLANKS[element.tag])
        elif element.tag == f"{_W}footnoteReference":
            out.append("{fn: " + notes.get(element.get(f"{_W}id", ""), "?") + "}")
    return "".join(out)


def _resolved(tree: Any, mode: Mode) -> Any:
    """A copy with every revision accepted or rejected."""
    root = copy.deepcopy(tree)
    gone, kept = (_DELETED, _INSERTED) if mode is Mode.ACCEPT else (_INSERTED, _DELETED)
    merged = [p for p in root.iter(f"{_W}p") if _mark(p, gone)]
    for row in list(root.iter(f"{_W}tr")):
        if any(row.find(f"{_W}trPr/{tag}") is not None for tag in gone):
            row.getparent().remove(row)
    for element in list(root.iter(*gone)):
        if element.getparent().tag not in _PROPERTIES:
            _remove(element)
    for element in list(root.iter(*kept)):
        if element.getparent().tag not in _PROPERTIES:
            _unwrap(element)
    for paragraph in merged:
        _merge_into_next(paragraph)
    return root


def _mark(paragraph: Any, tags: tuple[str, ...]) -> bool:
    return any(paragraph.find(f"{_W}pPr/{_W}rPr/{tag}") is not None for tag in tags)


def _remove(element: Any) -> None:
    element.getparent().remove(element)


def _unwrap(element: Any) -> None:
    parent, at = element.getparent(), element.getparent().index(element)
    for child in list(element):
        parent.insert(at, child)
        at += 1
    parent.remove(element)


def _merge_into_next(paragraph: Any) -> None:
    """A paragraph whose mark is gone runs on into the next one."""
    content = [child for child in paragraph if child.tag != f"{_W}pPr"]
    following = next((e for e in paragraph.itersiblings() if e.tag in (f"{_W}p", f"{_W}tbl", f"{_W}sectPr")), None)
    if following is not None and following.tag == f"{_W}p":
        at = 1 if len(following) and following[0].tag == f"{_W}pPr" else 0
        for child in content:
            following.insert(at, child)
            at += 1
        _remove(paragraph)
    elif not content:
        _remove(paragraph)
