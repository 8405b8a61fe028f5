"""The body of a Word file -> the page that resolutions are made of (see ``readers.page.page``).

In: a ``WordFile`` without revisions. Out: its ``Page``: every paragraph, heading and table row in printed order, with the
labels that are printed, typed or automatic. What cannot be read stands as an opaque chunk after the paragraph that it is in
(inside a table cell, a note or the masthead: in brackets where it is), and is a finding. The text of a text box follows the
paragraph that the box is tied to.

A place (``Chunk.line``, ``Finding.line``) is the *ordinal* of a paragraph: its number, from 1, among all ``w:p`` of the main
document part in document order, those in tables, text boxes and fallbacks counted, once revisions are resolved;
``paragraph_at`` finds it again. What comes from a header has place 0.

Example:
    >>> page_of(open_word(data, "A_C.6_81_L.7.docx")).chunks[0]
    Chunk(text='United Nations', line=3, lines=('United Nations',))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit import inline
from draftkit.model import Finding, Inline, Severity, Text
from draftkit.readers.page import forms
from draftkit.readers.page.marks import without_bold
from draftkit.readers.page.page import Chunk, Form, Page, PageCell, PrintedNote
from draftkit.readers.word import notes
from draftkit.readers.word.equations import linear
from draftkit.readers.word.graphics import Graphic
from draftkit.readers.word.left_out import left_out
from draftkit.readers.word.marking import chunk_text, marked, without_raised_ordinal
from draftkit.readers.word.masthead import first_header, is_masthead, is_symbol, symbol_of_job
from draftkit.readers.word.numbering import Numbering
from draftkit.readers.word.styles import Styles
from draftkit.readers.word.text import ParagraphReader, ParagraphText
from draftkit.word.elements import choose_alternatives, decimal, has, is_in_box, letters, within
from draftkit.word.package import M, W, WordFile

_PROPERTIES = frozenset(f"{W}{name}" for name in ("sdtPr", "sdtEndPr", "customXmlPr", "sectPr", "tcPr"))
_KEPT = "what could not be read is kept as "
_LONGEST_HEADING = 200
"""Characters; what is all in bold and longer is a paragraph that someone set in bold."""


def paragraph_at(document: Any, ordinal: int) -> Any | None:
    """The ``w:p`` with an ordinal in the main part of a file; ``None`` if it has not so many."""
    return next((p for at, p in enumerate(document.iter(f"{W}p"), 1) if at == ordinal), None)


def page_of(word: WordFile) -> Page:
    """The page of a file. Its trees are changed: of an alternative content one alternative is left."""
    return _Compositor(word).page()


@dataclass(slots=True)
class _Compositor:
    """Makes the page of one file."""

    word: WordFile
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    note_numbering: Numbering = field(init=False)
    reader: ParagraphReader = field(init=False)
    ordinals: dict[Any, int] = field(init=False)
    chunks: list[Chunk] = field(default_factory=list)
    printed: list[PrintedNote] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    tables: int = 0
    depth: int | None = None
    in_head: bool = True
    italics: bool = False

    def __post_init__(self) -> None:
        self.ordinals = {p: at for at, p in enumerate(self.word.document.iter(f"{W}p"), 1)}
        for tree in self.word.texts():
            choose_alternatives(tree)
        self.styles = Styles.of(self.word.styles)
        self.numbering, self.note_numbering = (Numbering.of(self.word.numbering, self.styles) for _ in range(2))
        called = notes.callouts(self.word, self.ordinals)
        places = {(note.kind, note.id): place for place, note in enumerate(called)}
        self.reader = ParagraphReader(self.styles, places, notes.bookmarks(self.word, places), [note.key for note in called])
        definitions = notes.definitions(self.word)
        self.printed = [self.note(note, definitions.get((note.kind, note.id))) for note in called]
        self.reader.known.clear()

    def page(self) -> Page:
        body = self.word.document.find(f"{W}body")
        elements = [] if body is None else list(body)
        self.in_head = any(forms.is_formula(letters(p)) for p in self.word.document.iter(f"{W}p"))
        for element in elements:
            self.block(element)
        self.chunks = [*self.header(), *self.chunks]
        bold = self.italics or any(forms.is_bold(chunk.text) and not chunk.running for chunk in self.chunks)
        form = Form(exact=True, marks=True, bold_headings=bold, leads=not self.italics)
        return Page(form, self.chunks, self.printed, findings=(*self.findings, *left_out(self.word, self.reader)))

    # --- blocks -------------------------------------------------------------------------------------------------------

    def block(self, element: Any) -> None:
        """A child of the body, of a cell or of a text box."""
        if element.tag == f"{W}p":
            self.paragraph(element)
        elif element.tag == f"{W}tbl":
            self.table(element)
        elif element.tag in (f"{M}oMathPara", f"{M}oMath"):
            self.opaque(Graphic("equation", f"[equation: {linear(element)}]"), self.place())
        elif element.tag == f"{W}altChunk":
            self.opaque(Graphic("object", "[object: a file put in]"), self.place())
        elif isinstance(element.tag, str) and element.tag not in _PROPERTIES:
            for child in element:
                self.block(child)

    def paragraph(self, paragraph: Any) -> None:
        line = self.ordinals.get(paragraph, 0)
        label, heading, said = self.said(paragraph)
        equation = f"{label} {inline.plain(said.content)}".strip() if said.equation else ""
        if equation:
            self.opaque(Graphic("equation", f"[equation: {equation}]"), line)
        else:
            self.put(label, heading, said, line)
        for graphic in said.graphics:
            self.opaque(graphic, line)
        for box in said.boxes:
            self.find("unread-line", Severity.INFO, "a text box: its text follows the paragraph that it is tied to", line)
            for child in box:
                self.block(child)

    def said(self, paragraph: Any) -> tuple[str, bool, ParagraphText]:
        """The label of a paragraph, whether it is a heading, and what it says."""
        style = self.styles.of_paragraph(paragraph)
        label = self.numbering.label(paragraph, style)
        self.depth = self.numbering.depth
        heading = self.styles.is_heading(style, paragraph) and not forms.is_formula(letters(paragraph))
        said = self.reader.read(paragraph, heading=heading)
        if not heading and self.looks_like_heading(paragraph, style, label, said):
            return label, True, replace(said, content=without_bold(said.content), lines=tuple(map(without_bold, said.lines)))
        return label, heading, said

    def looks_like_heading(self, paragraph: Any, style: str, label: str, said: ParagraphText) -> bool:
        """Whether a paragraph of no heading style is one to the eye: short, all in bold, or centred capitals (un-rules A11)."""
        words = inline.plain(said.content).strip()
        if not words or len(words) > _LONGEST_HEADING or forms.is_formula(words):
            return False
        if said.bold and self.in_head:
            return True
        if forms.label(f"{label} {words}".strip())[0] or words[-1] in ",;:":
            return False
        alone = said.capitals or forms.is_roman(words) or forms.is_annex(words)
        return said.bold or (alone and self.styles.is_centred(paragraph, style))

    def put(self, label: str, heading: bool, said: ParagraphText, line: int) -> None:
        """Put what a paragraph says on the page, as one chunk, or as two where a closing line ends in a date."""
        lines = [without_raised_ordinal(content) for content in said.lines if content]
        closing = len(lines) == 2 and forms.is_meeting(inline.plain(lines[0])) and forms.is_date(inline.plain(lines[1]))
        for content in lines if closing else [without_raised_ordinal(said.content)]:
            text = chunk_text(label, heading, content)
            if not content or not text:
                continue
            parts = lines if not closing else [content]
            as_lines = tuple(chunk_text("", heading, part) for part in parts) if len(parts) > 1 else (text,)
            self.chunks.append(Chunk(text, line, lines=as_lines, running=not heading, depth=self.depth))
            self.in_head = self.in_head and not forms.is_formula(text)
            if not (heading or closing or self.in_head or forms.is_meeting(text) or forms.is_date(text)):
                self.italics = self.italics or (isinstance(content[0], Text) and content[0].italic)

    def opaque(self, graphic: Graphic, line: int) -> None:
        """Put what could not be read on the page; an emblem in the masthead is the template's."""
        if self.in_head and graphic.kind in ("image", "drawing"):
            self.find("unread-line", Severity.INFO, f"left out of the masthead: {graphic.text}", line)
            return
        self.find("unread-block", Severity.WARNING, _KEPT + graphic.text, line)
        text = marked((Text(graphic.text),))
        self.chunks.append(Chunk(text, line, lines=(text,), opaque=graphic.kind))

    # --- tables -------------------------------------------------------------------------------------------------------

    def table(self, table: Any) -> None:
        """The rows of a table; one that only places text on the page (the masthead, a frame) says its paragraphs."""
        rows = list(within(table, f"{W}tr"))
        cells = [list(within(row, f"{W}tc")) for row in rows]
        masthead = self.in_head or (not self.chunks and is_masthead(table))
        if masthead or sum(map(len, cells)) == 1:
            head, self.in_head = self.in_head, masthead
            for cell in (cell for row in cells for cell in row):
                for child in cell:
                    self.block(child)
            self.in_head = head and self.in_head
            return
        self.tables += 1
        found = [self.row(row) for row in rows]
        if any(cell.text for chunk in found for cell in chunk.cells):
            self.chunks += found

    def row(self, row: Any) -> Chunk:
        cells = [PageCell(self.cell(cell), max(1, _columns(cell.find(f"{W}tcPr"), "gridSpan"))) for cell in within(row, f"{W}tc")]
        properties = row.find(f"{W}trPr")
        before = _columns(properties, "gridBefore")
        shifted = (PageCell("", before), *cells) if before else tuple(cells)
        return Chunk("", self.place_of(row), cells=shifted, head=has(properties, "tblHeader"), table=self.tables)

    def cell(self, cell: Any) -> str:
        """A cell in one line, the paragraphs of tables and boxes in it one after the other."""
        pieces: list[Inline] = []
        for paragraph in cell.iter(f"{W}p"):
            if not is_in_box(paragraph, cell):
                pieces += self.in_line(paragraph)
        return marked(inline.tidy(pieces))

    def in_line(self, paragraph: Any) -> Iterator[Inline]:
        style = self.styles.of_paragraph(paragraph)
        label = self.numbering.label(paragraph, style)
        said = self.reader.read(paragraph, heading=self.styles.is_heading(style, paragraph))
        yield Text(f" {label} ")
        yield from said.content
        for graphic in said.graphics:
            self.find("unread-block", Severity.WARNING, _KEPT + graphic.text, self.ordinals.get(paragraph, 0))
            yield Text(f" {graphic.text}")
        for box in said.boxes:
            for inner in box.iter(f"{W}p"):
                if not is_in_box(inner, box):
                    yield from self.in_line(inner)

    # --- what stands beside the body ------------------------------------------------------------------------------------

    def note(self, called: notes.Called, definition: Any | None) -> PrintedNote:
        if definition is None:
            message = f"note {called.key} is called, but the file has no text of it"
            self.find("lost-note", Severity.WARNING, message, called.ordinal)
            return PrintedNote(called.key, "", called.ordinal)
        content, graphics = notes.note_content(definition, called.key if called.typed else "", self.reader, self.note_numbering)
        for text in graphics:
            self.find("unread-block", Severity.WARNING, f"in note {called.key}: {_KEPT}{text}", called.ordinal)
        return PrintedNote(called.key, marked(content), called.ordinal)

    def header(self) -> list[Chunk]:
        """The masthead where it stands in the header of the first page; the symbol that only a comment has."""
        body, self.chunks, head = self.chunks, [], self.in_head
        header = first_header(self.word)
        for child in () if header is None else header:
            self.in_head = True
            self.block(child)
        lines, self.chunks, self.in_head = self.chunks, body, head
        symbol = symbol_of_job(self.word)
        known = any(is_symbol(chunk.text) for chunk in (*lines, *body[:20]))
        if not symbol or known or not any(forms.is_formula(chunk.text) for chunk in body):
            return lines
        return [Chunk(symbol, 0, lines=(symbol,)), *lines]

    def find(self, code: str, severity: Severity, message: str, line: int) -> None:
        self.findings.append(Finding(code, severity, message, line=line))

    def place(self) -> int:
        return self.chunks[-1].line if self.chunks else 0

    def place_of(self, element: Any) -> int:
        """The ordinal of the first paragraph of a row."""
        return next((self.ordinals.get(p, 0) for p in element.iter(f"{W}p")), 0)


def _columns(properties: Any | None, name: str) -> int:
    """How many columns a property counts; Word knows no more than 63."""
    return min(decimal(properties, name), 63)
