"""Chunks of plain text as the rows that ``compose`` nests: paragraphs with their labels, headings, tables.

In: the chunks of one list of blocks. Out: its rows.

Example:
    >>> rows([Chunk("1. Urges States ...;", 1)], "operative", content, Form())
    [Row((Text('Urges', italic=True), Text(' States ...;')), '1.')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from draftkit.model import Cell, Content
from draftkit.readers.compose import HeadingRow, OpaqueRow, Row, Rows, TableRows
from draftkit.readers.page import forms
from draftkit.readers.page.marks import without_bold, without_italics
from draftkit.readers.page.openers import is_all_italic, with_lead
from draftkit.readers.page.page import Chunk, Form

_RULED = re.compile(r":?-{3,}:?|:-+:?|-+:")
"""A cell of the line below the head of a table in Markdown; "-" alone is a cell that has nothing."""

_FRAMED = re.compile(r"\|.*\|", re.DOTALL)
_BAR = re.compile(r"(?:(?<= )|^)\|(?= |$)")
"""Between cells; a cell at the end of a row may be empty."""

_SMALL_ROMAN = re.compile(r"\([ivxl]+\)|(?:[a-z]|[ivx]{2,4})\.")

_INSERTED = re.compile(r"\d{1,3} (?:bis|ter|quater)\.")
"""The number of a paragraph put in later, "4 bis.": it is one of the first degree wherever a page sets it."""

ToContent = Callable[[str], Content]
"""Gives the content of a text."""


def rows(chunks: Sequence[Chunk], part: str, content: ToContent, form: Form) -> list[Rows]:
    """The rows of a "preambular" or "operative" list, or of an annex ("")."""
    out: list[Rows] = []
    table: list[Chunk] = []
    label = ""

    def close_table() -> None:
        if table:
            out.append(_table(table, content, form))
            table.clear()

    for chunk in chunks:
        if _is_row(chunk, form):
            if table and table[-1].table != chunk.table:
                close_table()
            table.append(chunk)
            continue
        close_table()
        if chunk.opaque:
            out.append(OpaqueRow(content(chunk.text), chunk.opaque, chunk.line))
            continue
        if is_heading(chunk, form):
            out.append(HeadingRow(without_bold(content(forms.unbold(chunk.text))), chunk.line))
            label = ""
            continue
        row = _row(chunk, part, content, form, label)
        label = row.label or label
        out.append(row)
    close_table()
    return out


def _is_row(chunk: Chunk, form: Form) -> bool:
    if chunk.cells or chunk.opaque:
        return bool(chunk.cells)
    return forms.is_row(chunk.text) and (form.exact or not _is_numbered_text(chunk.text))


def _is_numbered_text(text: str) -> bool:
    """A numbered paragraph in which a bar stands by chance; a row may begin with a number, "1. | State"."""
    label, rest = forms.label(text)
    return bool(label) and not rest.startswith("|")


def is_heading(chunk: Chunk, form: Form) -> bool:
    """Whether a chunk is a heading in a text of this form."""
    bold = forms.is_bold(chunk.text)
    if form.bold_headings or (bold and chunk.running):
        return (bold and not chunk.running) or (not form.exact and forms.is_roman(chunk.text))
    return forms.is_heading(chunk.text)


def _row(chunk: Chunk, part: str, content: ToContent, form: Form, before: str) -> Row:
    label, text = forms.label(chunk.text)
    if forms.is_low(label) and not _SMALL_ROMAN.fullmatch(before):
        label, text = "", chunk.text
    inside = content(text)
    depth = 0 if _INSERTED.fullmatch(label) else chunk.depth
    if not form.leads:
        return Row(inside, label, depth, chunk.line)
    top = not label or forms.number(label) is not None
    if part and top:
        inside = with_lead(inside, part)
    elif is_all_italic(inside) and not form.exact:
        inside = without_italics(inside)
    return Row(inside, label, depth, chunk.line)


def _table(chunks: Sequence[Chunk], content: ToContent, form: Form) -> TableRows:
    """Rows of cells; a Markdown line of dashes makes the row before it the head."""
    out: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    header = 0
    framed = all(_FRAMED.fullmatch(chunk.text) for chunk in chunks)
    for chunk in chunks:
        if chunk.cells:
            header = len(out) + 1 if chunk.head and header == len(out) else header
            out.append(tuple(Cell(content(cell.text), cell.span) for cell in chunk.cells))
            lines.append(chunk.line)
            continue
        texts = _cells(chunk.text, framed)
        if out and not (header or form.exact) and all(_RULED.fullmatch(text) for text in texts):
            header = len(out)
            continue
        out.append(tuple(Cell(content(text)) for text in texts))
        lines.append(chunk.line)
    return TableRows(tuple(out), header, chunks[0].line, tuple(lines))


def _cells(text: str, framed: bool) -> list[str]:
    inside = text[1:-1] if framed else text
    return [cell.strip() for cell in (inside.split("|") if framed else _BAR.split(inside))]
