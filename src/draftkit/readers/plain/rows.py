"""Chunks of plain text as the rows that ``compose`` nests: paragraphs with their labels, headings, tables.

In: the chunks of one list of blocks. Out: its rows.

Example:
    >>> rows([Chunk("1. Urges States ...;", 1)], "operative", content, Form())
    [Row((Text('Urges', italic=True), Text(' States ...;')), '1.')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from draftkit.model import Cell, Content
from draftkit.readers.compose import HeadingRow, Row, Rows, TableRows
from draftkit.readers.plain import forms
from draftkit.readers.plain.marks import without_bold, without_italics
from draftkit.readers.plain.openers import is_all_italic, with_lead
from draftkit.readers.plain.paragraphs import Chunk

_RULED = re.compile(r":?-+:?")
_SMALL_ROMAN = re.compile(r"\([ivxl]+\)|(?:[a-z]|[ivx]{2,4})\.")

ToContent = Callable[[str], Content]
"""Gives the content of a text."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a text is written: ``own`` is draftkit's own, with nothing to guess; ``marks`` are Markdown's.

    ``bold_headings``: its headings are bold, so nothing else is one.
    """

    own: bool = False
    marks: bool = True
    bold_headings: bool = False


def rows(chunks: Sequence[Chunk], part: str, content: ToContent, form: Form) -> list[Rows]:
    """The rows of a "preambular" or "operative" list, or of an annex ("")."""
    out: list[Rows] = []
    table: list[Chunk] = []
    label = ""

    def close_table() -> None:
        if table:
            out.append(_table(table, content))
            table.clear()

    for chunk in chunks:
        if forms.is_row(chunk.text) and (form.own or not _is_numbered_text(chunk.text)):
            table.append(chunk)
            continue
        close_table()
        if is_heading(chunk.text, form):
            out.append(HeadingRow(without_bold(content(forms.unbold(chunk.text)))))
            label = ""
            continue
        row = _row(chunk, part, content, form, label)
        label = row.label or label
        out.append(row)
    close_table()
    return out


def _is_numbered_text(text: str) -> bool:
    """A numbered paragraph in which a bar stands by chance; a row may begin with a number, "1. | State"."""
    label, rest = forms.label(text)
    return bool(label) and not rest.startswith("|")


def is_heading(text: str, form: Form) -> bool:
    """Whether a chunk is a heading in a text of this form."""
    if form.bold_headings:
        return forms.is_bold(text) or (not form.own and forms.is_roman(text))
    return forms.is_heading(text)


def _row(chunk: Chunk, part: str, content: ToContent, form: Form, before: str) -> Row:
    label, text = forms.label(chunk.text)
    if forms.is_low(label) and not _SMALL_ROMAN.fullmatch(before):
        label, text = "", chunk.text
    inside = content(text)
    if form.own and form.marks:
        return Row(inside, label, 0 if label.endswith("bis.") else None)
    top = not label or forms.number(label) is not None
    if part and top:
        inside = with_lead(inside, part)
    elif is_all_italic(inside) and len(inside) and not form.own:
        inside = without_italics(inside)
    return Row(inside, label)


def _table(chunks: Sequence[Chunk], content: ToContent) -> TableRows:
    """Rows of cells; a Markdown line of dashes makes the row before it the head."""
    out: list[tuple[Cell, ...]] = []
    header = 0
    for chunk in chunks:
        texts = _cells(chunk.text)
        if out and not header and all(_RULED.fullmatch(text) for text in texts):
            header = len(out)
            continue
        out.append(tuple(Cell(content(text)) for text in texts))
    return TableRows(tuple(out), header)


def _cells(text: str) -> list[str]:
    framed = text.startswith("|") and text.endswith("|") and len(text) > 1
    return [cell.strip() for cell in (text[1:-1] if framed else text).split("|" if framed else " | ")]
