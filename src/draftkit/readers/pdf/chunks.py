"""The areas of the pages -> the chunks that the composer takes: paragraphs with their marks, table rows, what was not read.

In: areas and the notes. Out: chunks in printed order, and findings for what could not be read.

Example:
    >>> made = body_chunks(areas, layout, finder.find)
    >>> [chunk.text for chunk in made.chunks][:2]
    ['*The General Assembly*,', '*Recalling* its resolution 79/801 ...,']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page import forms
from draftkit.readers.page.page import Chunk, PageCell
from draftkit.readers.pdf.flow import Paragraph, paragraphs
from draftkit.readers.pdf.furniture import Area, Layout
from draftkit.readers.pdf.glyphs import Box
from draftkit.readers.pdf.left_out import COMPARE
from draftkit.readers.pdf.lines import Line
from draftkit.readers.pdf.marked import ToNote, marked, plain
from draftkit.readers.pdf.tables import Cell, Row, read_tables

_LEAST = 24
"""Points; a smaller picture is a sign of the type, not worth a word."""
_FULL = 0.5
"""A picture that covers this share of a page with little text is a scan of it."""

Piece = Line | Row | Box


@dataclass(frozen=True, slots=True)
class Made:
    """The chunks of a body and what was not read of it."""

    chunks: tuple[Chunk, ...]
    findings: Findings


def body_chunks(areas: Sequence[Area], layout: Layout, to_note: ToNote) -> Made:
    """The chunks of what follows the masthead and the title."""
    chunks: list[Chunk] = []
    findings: list[Finding] = []
    pieces = _whole_rows(_pieces(areas, layout))
    for kind, group in groupby(pieces, key=lambda pair: type(pair[1])):
        found = list(group)
        if kind is Line:
            lines = [line for _, line in found if isinstance(line, Line)]
            chunks += [_chunk(paragraph, to_note) for paragraph in paragraphs(lines, layout)]
        elif kind is Row:
            chunks += [_row(row, to_note) for _, row in found if isinstance(row, Row)]
            findings += _uncertain(row for _, row in found if isinstance(row, Row))
        else:
            for page, _ in found:
                chunks.append(Chunk("[image]", page, lines=("[image]",), opaque="image"))
                message = "a picture could not be read; the text has [image] in its place"
                findings.append(Finding("unread-image", Severity.WARNING, message, line=page))
    return Made(tuple(chunks), tuple(findings))


def _pieces(areas: Sequence[Area], layout: Layout) -> Iterator[tuple[int, Piece]]:
    """Lines, rows and pictures from the top of the first page down, each with its page."""
    for area in areas:
        rows, lines = read_tables(area, layout)
        pictures = _pictures(area, lines)
        places: list[tuple[float, Piece]] = [(line.y, line) for line in lines]
        places += [(row.y, row) for row in rows]
        places += [((picture.bottom + picture.top) / 2, picture) for picture in pictures]
        for _, piece in sorted(places, key=lambda place: -place[0]):
            yield area.sheet.number, piece


def _pictures(area: Area, lines: Sequence[Line]) -> list[Box]:
    """The pictures that may say something: neither emblem nor bar code, nor the scan behind a recognized text."""
    sheet = area.sheet
    out = []
    for box in sheet.pictures:
        scan = box.width * box.height > _FULL * sheet.width * sheet.height and len(lines) > 2
        middle = (box.bottom + box.top) / 2
        if not scan and min(box.width, box.height) >= _LEAST and area.floor < middle < min(area.ceiling, sheet.height):
            out.append(box)
    return out


def _whole_rows(pieces: Iterable[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """The pieces with the rows that a page parted in one, and without the head printed again on a table's next page."""
    out: list[tuple[int, Piece]] = []
    head: set[tuple[str, ...]] = set()
    for page, piece in pieces:
        last = out[-1][1] if out else None
        if not isinstance(piece, Row):
            head = set()
        elif isinstance(last, Row) and last.page < page and piece.words in head:
            continue
        elif isinstance(last, Row) and last.page < page and _is_rest(piece, last):
            out[-1] = (out[-1][0], _with_rest(last, piece))
            continue
        elif piece.head:
            head.add(piece.words)
        out.append((page, piece))
    return out


def _is_rest(row: Row, above: Row) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before: words go on in a single cell."""
    filled = [at for at, cell in enumerate(row.cells) if cell.lines]
    if len(row.cells) != len(above.cells) or len(filled) != 1 or len(row.cells) == 1 or not above.cells[filled[0]].lines:
        return False
    return not row.cells[0].lines and len(above.words) > 1


def _with_rest(row: Row, rest: Row) -> Row:
    cells = tuple(Cell((*cell.lines, *more.lines), cell.span) for cell, more in zip(row.cells, rest.cells, strict=True))
    return Row(row.page, row.y, cells, row.head)


def _chunk(paragraph: Paragraph, to_note: ToNote) -> Chunk:
    words = plain(paragraph.lines)
    text = words if forms.is_meeting(words) else marked(paragraph.lines, to_note)  # whose "th" may be raised
    if paragraph.bold and not forms.is_bold(text):
        text = f"**{text.replace('**', '')}**"
    return Chunk(text, paragraph.page, lines=(text,))


def _row(row: Row, to_note: ToNote) -> Chunk:
    cells = tuple(PageCell(marked(cell.lines, to_note) if cell.lines else "", cell.span) for cell in row.cells)
    return Chunk("", row.page, cells=cells, head=row.head)


def _uncertain(rows: Iterable[Row]) -> list[Finding]:
    """A finding for each page with rows whose cells no ruling shows."""
    message = "the columns of a table on page {} show by no ruling; its cells were told by what stands under what"
    pages = dict.fromkeys(row.page for row in rows if row.aligned)
    return [Finding("uncertain-table", Severity.WARNING, message.format(page), line=page, fix=COMPARE) for page in pages]
