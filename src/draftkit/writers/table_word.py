"""The table of dispositions as a Word file: a real table, its header row on every page, on a wide sheet.

What is struck is red and struck through, what was put in blue and underlined: formats, not tracked changes, for the table is to
be read. The parts of the file are in ``templates/table``.

Example:
    >>> write(redline, found, found.rows)[:2]
    b'PK'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from draftkit.compare.disposition import Row
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Piece, Pieces, Redline
from draftkit.compare.tokens import Op
from draftkit.resources import folder
from draftkit.writers import ooxml
from draftkit.writers.dispositions import counts, named, place, summary, title
from draftkit.writers.package import zipped

_WIDTHS = [1300, 1300, 1500, 9340]
"""Twips of the columns: 15840 less two margins of 1200."""
_LOOKS = {Op.DELETE: '<w:strike/><w:color w:val="A3231F"/>', Op.INSERT: '<w:color w:val="0B4F93"/>', Op.EQUAL: ""}
_SHORT = 1_000
"""Characters up to which a row is not torn over two pages."""


def write(redline: Redline, table: Dispositions, rows: Sequence[Row]) -> bytes:
    """The Word file of some rows; the same table gives the same bytes."""
    told = ", ".join(f"{name} {count}" for name, count in counts(table))
    lines = [told, *summary(table)]
    head = [ooxml.paragraph("Heading1", [ooxml.run(title(redline))])]
    head += [ooxml.paragraph("Normal", [ooxml.run(line)]) for line in lines if line]
    body = "\n".join([*head, _table(rows), ooxml.paragraph("Normal", [])])
    return _filled({"body": body, "title": _clean(title(redline)), "names": _clean(" → ".join(named(redline)))})


def _table(rows: Sequence[Row]) -> str:
    first = ooxml.row([_cell(at, ooxml.run(name)) for at, name in enumerate(("Old", "New", "Disposition", "Text"))], head=True)
    made = ooxml.table("Dispositions", _WIDTHS, [first, *map(_row, rows)])
    return made.replace("</w:tblPr>", '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>', 1)


def _row(row: Row) -> str:
    names = [ooxml.run(place(name, row.matter)) for name in (row.old, row.new)]
    cells = [_cell(at, words) for at, words in enumerate((*names, ooxml.run(row.disposition)))]
    lines = [ooxml.paragraph("Normal", _line(cells)) for cells in row.lines] or [ooxml.paragraph("Normal", [])]
    together = "<w:cantSplit/>" if len(row.text(new=bool(row.new))) < _SHORT else ""
    return ooxml.row([*cells, ooxml.cell(_WIDTHS[3], 1, "".join(lines))], mark=together)


def _cell(at: int, words: str) -> str:
    return ooxml.cell(_WIDTHS[at], 1, ooxml.paragraph("Normal", [words]))


def _line(cells: tuple[Pieces, ...]) -> Iterator[str]:
    for at, cell in enumerate(cells):
        if at:
            yield ooxml.run(" | ")
        yield from map(_run, cell)


def _run(piece: Piece) -> str:
    """A piece in its format; the order of what is in ``w:rPr`` is fixed (ECMA-376 part 1, 17.3.2.28)."""
    run = piece.run
    strike, _, colour = _LOOKS[piece.op].rpartition("<w:color")
    inside = (
        ("<w:b/>" if run.bold else "")
        + ("<w:i/>" if run.italic else "")
        + strike
        + (f"<w:color{colour}" if colour else "")
        + ('<w:u w:val="single"/>' if piece.op is Op.INSERT else "")
        + ('<w:vertAlign w:val="superscript"/>' if run.superscript or run.note else "")
    )
    return ooxml.run(run.text, f"<w:rPr>{inside}</w:rPr>" if inside else "")


def _clean(text: str) -> str:
    return ooxml.escape(text)


def _filled(fields: Mapping[str, str]) -> bytes:
    """The parts of the template, filled with ready XML, content types first."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    loader = FileSystemLoader(folder("templates") / "table")
    environment = ImmutableSandboxedEnvironment(  # every field is XML already
        loader=loader, autoescape=False, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return zipped((name, environment.get_template(name).render(fields)) for name in sorted(environment.list_templates()))
