"""What a Word file without revisions says: its stories as lines, with the facts that matter.

A story is the body, or a header or footer of a section; a line is a paragraph, or a row of a table with " | " between its
cells. Footnotes and endnotes stand at their callouts, text boxes where they are tied, in both of their forms.

Example:
    >>> [line.text for line in readout(word).stories["body"]]
    ['The General Assembly,', 'Recalling its resolution 77/171,{fn: Resolution 217 A (III).}', 'State | Reports']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from draftkit.word.elements import has, value, within
from draftkit.word.formats import Formats, alignment
from draftkit.word.package import R, W, WordFile
from draftkit.word.pieces import CELL, Piece, joined, letters
from draftkit.word.revisions import Mode, resolve
from draftkit.word.runs import Runs
from draftkit.word.spelled import properties_spelled

Links = Mapping[str, Mapping[str, str]]
"""What relationships lead to, by part ("document", "footnotes", "endnotes", the relationship id of a header) and id."""

Label = Callable[[Any], str]
"""Says the automatic number of the next paragraph of the body, "" if it has none."""

_TYPES = {"default": "", "first": ", first page", "even": ", even pages"}
"""The headers and footers of a section (ST_HdrFtr, 17.18.36)."""
_TIED = {"footnote": "footnotes", "endnote": "endnotes"}
_CELLS, _PARAGRAPHS = Piece(CELL), Piece("\r")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row.

    Args:
        text: what it says, with one spelling for blanks and hyphens.
        layout: ("p", style, alignment, number) for each paragraph in it, ("table", style), and for a row the shape of its cells.
        looks: for each of them its other properties in one spelling.
        blanks: the styles of the empty paragraphs that stand before it.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    layout: tuple[tuple[str, ...], ...] = ()
    looks: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readout:
    """The lines of each story: "body", "header of section 1", "footer of section 2, first page" ..."""

    stories: Mapping[str, tuple[Line, ...]]


def readout(word: WordFile, links: Links | None = None, label: Label | None = None) -> Readout:
    """Read a file without revisions. Without ``label`` an automatic number is told by its level."""
    file = _File(word, Formats.of(word.styles), links or {})
    body = _Story(file, "document", label).lines(word.document)
    return Readout({"body": body, **dict(_running(file))})


def lines(word: WordFile, mode: Mode) -> tuple[str, ...]:
    """What the body says with every revision accepted or rejected, line by line."""
    return tuple(line.text for line in body(resolve(word, mode)) if line.text)


def body(word: WordFile) -> tuple[Line, ...]:
    """The lines of the body alone, of a file without revisions."""
    return _Story(_File(word, Formats.of(word.styles), {}), "document", None).lines(word.document)


@dataclass(slots=True)
class _File:
    """One file while it is read; ``notes`` are its notes by kind and id."""

    word: WordFile
    formats: Formats
    links: Links
    notes: dict[tuple[str, str], Any] = field(default_factory=dict)
    read: dict[tuple[str, str], _Context] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind, tree in (("footnote", self.word.footnotes), ("endnote", self.word.endnotes)):
            for note in () if tree is None else tree.iterchildren(f"{W}{kind}"):
                self.notes.setdefault((kind, note.get(f"{W}id", "")), note)

    def note(self, kind: str, id_: str) -> _Context:
        """What a note says; "?" if there is no such note."""
        key = (kind, id_)
        if key not in self.read:
            note = self.notes.get(key)
            self.read[key] = _Context([Piece("?")])  # a note that calls itself says no more
            if note is not None:
                story = _Story(self, _TIED[kind], None)
                story.inside(note)
                self.read[key] = story.context
        return self.read[key]


@dataclass(slots=True)
class _Context:
    """The line that is being read."""

    pieces: list[Piece] = field(default_factory=list)
    layout: list[tuple[str, ...]] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)

    def line(self, blanks: tuple[str, ...] = ()) -> Line:
        pieces = joined(self.pieces)
        says = any(piece.text not in (_CELLS.text, _PARAGRAPHS.text) and piece.text.strip() for piece in self.pieces)
        return Line(letters(pieces) if says else "", pieces, tuple(self.layout), tuple(self.looks), blanks)

    def take(self, other: _Context) -> None:
        self.layout += other.layout
        self.looks += other.looks


@dataclass(slots=True)
class _Story:
    """Reads one story, or what is tied to one."""

    file: _File
    part: str
    label: Label | None
    context: _Context = field(default_factory=_Context)
    runs: Runs = field(init=False)

    def __post_init__(self) -> None:
        self.runs = Runs(self.file.formats, self.file.links.get(self.part, {}), self.tied)

    def lines(self, root: Any) -> tuple[Line, ...]:
        """The lines of the story; the last one says nothing, and has the empty paragraphs at the end before it."""
        out: list[Line] = []
        blanks: tuple[str, ...] = ()
        for block in _blocks(root):
            if block.tag == f"{W}p":
                self.context = _Context()
                self.paragraph(block)
                if not any(piece.text.strip() or piece.thing or piece.field for piece in self.context.pieces):
                    blanks += (self.file.formats.style(block.find(f"{W}pPr")),)
                    continue
                out.append(self.context.line(blanks))
            else:
                out += self.rows(block, blanks)
            blanks = ()
        return (*out, Line("", blanks=blanks))

    def rows(self, table: Any, blanks: tuple[str, ...]) -> Iterator[Line]:
        for at, row in enumerate(within(table, f"{W}tr")):
            self.context = _Context()
            if not at:
                self.table(table)
            self.row(row)
            yield self.context.line(() if at else blanks)

    def table(self, table: Any) -> None:
        properties = table.find(f"{W}tblPr")
        self.context.layout.append(("table", self.file.formats.name(value(properties, "tblStyle"))))
        self.context.looks.append(properties_spelled(properties, (f"{W}tblStyle",)))

    def row(self, row: Any) -> None:
        properties = row.find(f"{W}trPr")
        shape = ["row, head" if has(properties, "tblHeader") else "row"]
        self.context.looks.append(properties_spelled(properties))
        place = len(self.context.layout)
        for at, cell in enumerate(within(row, f"{W}tc")):
            own = cell.find(f"{W}tcPr")
            merged = own is not None and own.find(f"{W}vMerge") is not None
            shape.append((value(own, "gridSpan") or "1") + (f" {value(own, 'vMerge') or 'continue'}" if merged else ""))
            self.context.looks.append(properties_spelled(own))
            if at:
                self.context.pieces.append(_CELLS)
            self.inside(cell)
        self.context.layout.insert(place, tuple(shape))

    def inside(self, parent: Any) -> None:
        """Read all paragraphs and tables of a cell, a note or a text box into the line that is being read."""
        for at, block in enumerate(_blocks(parent)):
            if at:
                self.context.pieces.append(_PARAGRAPHS)
            if block.tag == f"{W}p":
                self.paragraph(block)
                continue
            self.table(block)
            for number, row in enumerate(within(block, f"{W}tr")):
                if number:
                    self.context.pieces.append(_PARAGRAPHS)
                self.row(row)

    def paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{W}pPr")
        formats = self.file.formats
        self.context.layout.append(("p", formats.style(properties), alignment(properties), self.number(paragraph, properties)))
        self.context.looks.append(formats.paragraph(properties))
        self.context.pieces += self.runs.read(paragraph)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self.context.pieces.append(Piece("", thing="section break"))

    def number(self, paragraph: Any, properties: Any | None) -> str:
        if self.label is not None:
            return self.label(paragraph)
        own = None if properties is None else properties.find(f"{W}numPr")
        return f"level {value(own, 'ilvl') or '0'}" if value(own, "numId") not in ("", "0") else ""

    def tied(self, kind: str, element: Any) -> Sequence[Piece]:
        """The pieces of a note or a text box; its layout is told with that of the line."""
        if kind in _TIED:
            found = self.file.note(kind, element.get(f"{W}id", ""))
        else:
            story = _Story(self.file, self.part, None)
            story.inside(element)
            found = story.context
        self.context.take(found)
        return found.pieces


def _blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a story, those in content controls with them."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif not str(child.tag).endswith("Pr"):
            yield from _blocks(child)


def _running(file: _File) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The headers and footers by section and type; a section that names none has those of the section before it (17.10)."""
    named: dict[tuple[str, str], str] = {}
    read: dict[str, tuple[Line, ...]] = {}
    for at, section in enumerate(file.word.document.iter(f"{W}sectPr"), 1):
        for kind, trees in (("header", file.word.headers), ("footer", file.word.footers)):
            for reference in section.iterchildren(f"{W}{kind}Reference"):
                named[kind, reference.get(f"{W}type", "default")] = reference.get(f"{R}id", "")
            for type_, said in _TYPES.items():
                id_ = named.get((kind, type_), "")
                if id_ in trees and id_ not in read:
                    read[id_] = _Story(file, id_, None).lines(trees[id_])
                if id_ in read:
                    yield f"{kind} of section {at}{said}", read[id_]
