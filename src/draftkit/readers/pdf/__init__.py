"""An official PDF -> the model, from the place and look of its characters alone.

In: the bytes of a PDF with text in it (not the scan of a page). Out: a ``Reading`` whose places are pages. What could not be
read (pictures, characters without a meaning) stays in its place as an opaque block, with a finding.

Example:
    >>> read(data, "A_RES_80_901.pdf").resolution.masthead.symbol
    'A/RES/80/901'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftkit.errors import Unreadable
from draftkit.readers import Reading
from draftkit.readers.page.composer import read_page
from draftkit.readers.page.page import Form, Page, PrintedNote
from draftkit.readers.pdf.chunks import body_chunks
from draftkit.readers.pdf.document import read_sheets
from draftkit.readers.pdf.furniture import layout_of, part_area, with_masthead
from draftkit.readers.pdf.glyphs import Sheet
from draftkit.readers.pdf.head import head_chunks, head_end, with_remarks
from draftkit.readers.pdf.left_out import left_out
from draftkit.readers.pdf.lines import Line, read_lines
from draftkit.readers.pdf.marked import marked
from draftkit.readers.pdf.notes import NoteFinder, read_notes
from draftkit.readers.pdf.uncalled import is_remark, with_uncalled

_REMEDY = "give the text itself: .docx, .xml, or a PDF that it can be copied from"


def read(data: bytes, name: str) -> Reading:
    """Read one PDF.

    Raises:
        Unreadable: it is locked, broken, larger than any resolution, or has no text in it.
    """
    sheets = read_sheets(data, name)
    pages = [read_lines(sheet) for sheet in sheets]
    if not any(pages):
        raise Unreadable("there is no text in this PDF, only pictures of it", name, _REMEDY)
    return read_page(_page(sheets, pages), unit="page")


def _page(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> Page:
    layout = layout_of(sheets, pages)
    areas = [part_area(sheet, lines, layout) for sheet, lines in zip(sheets, pages, strict=True)]
    notes, strays = read_notes([area.notes for area in areas])
    areas = [replace(area, body=(*area.body, *(line for line in strays if line.page == area.sheet.number))) for area in areas]
    finder = NoteFinder(notes)
    areas[0] = with_masthead(areas[0], head_end(areas[0].body))
    heads = head_chunks(areas[0].masthead, finder.find)
    body = body_chunks(areas, layout, finder.find)
    uncalled = [note for place, note in enumerate(notes) if place not in finder.found and is_remark(note)]
    heads = with_remarks(heads, [f"{note.key} {marked(note.lines, _no_note)}" for note in uncalled])
    chunks, lost = with_uncalled([*heads, *body.chunks], notes, finder.found)
    printed = [PrintedNote(note.key, marked(note.lines, _no_note), note.page) for note in notes]
    leads = not any(line.glyphs[0].style.italic for area in areas for line in area.body)
    form = Form(exact=True, marks=True, bold_headings=True, leads=leads)
    return Page(form, chunks, printed, findings=(*body.findings, *lost, *left_out(areas)))


def _no_note(key: str, page: int) -> None:
    """Notes call no notes."""
