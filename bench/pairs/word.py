"""A Word file as Word writes it: styles, numbering, notes with separators, headers, settings, ids of saving sessions.

In: paragraphs and tables (the marks of their text: ``markup.py``). Out: the bytes of a .docx, the same ones each time.

Example:
    >>> written(Text((P("*Recalling* its resolution 78/818,[^A/78/20.]"),)), seed="old")
    b'PK...'
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace

from pairs.markup import Pen, paragraph, runs
from pairs.parts import CONTENT_TYPES, DECLARED, FIXED, RELATIONS, SECTION, SEPARATORS, TABLE, document_relations, settings

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


@dataclass(frozen=True, slots=True)
class P:
    """A paragraph; ``level`` is that of its automatic number, from 0."""

    text: str
    style: str = "SingleText"
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first one is repeated on each page."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What is in a file. The first page has a header of its own."""

    blocks: tuple[P | Table, ...]
    masthead: str = "United Nations\tA/RES/80/931"
    header: str = "**A/RES/80/931**\tCooperation among high mountain observatories"
    footer: str = "{=PAGE|2}/4\t25-20931"

    def edited(self, *changes: tuple[str, str]) -> Text:
        """Words replaced; each occurs once in the text."""
        blocks = self.blocks
        for old, new in changes:
            found = [at for at, block in enumerate(blocks) if isinstance(block, P) and old in block.text]
            assert len(found) == 1, (old, len(found))
            blocks = (*blocks[: found[0]], *_put(blocks[found[0]], old, new), *blocks[found[0] + 1 :])
        return replace(self, blocks=blocks)

    def place(self, words: str) -> int:
        """Which block begins with these words, its number and marks left out."""
        bare = (block.text.replace("*", "").split("\t")[-1] if isinstance(block, P) else "" for block in self.blocks)
        return next(at for at, text in enumerate(bare) if text.startswith(words))

    def moved(self, words: str, before: str) -> Text:
        block = self.blocks[self.place(words)]
        rest = self.without(words)
        return rest.with_block(block, before)

    def without(self, words: str) -> Text:
        at = self.place(words)
        return replace(self, blocks=(*self.blocks[:at], *self.blocks[at + 1 :]))

    def with_block(self, block: P | Table, before: str) -> Text:
        at = self.place(before)
        return replace(self, blocks=(*self.blocks[:at], block, *self.blocks[at:]))


def _put(block: P | Table, old: str, new: str) -> tuple[P, ...]:
    """A paragraph with other words; where these hold a blank line, two paragraphs."""
    assert isinstance(block, P)
    return tuple(replace(block, text=text) for text in block.text.replace(old, new).split("\n\n"))


def written(text: Text, seed: str) -> bytes:
    """The file; two files of different seed have no id in common."""
    pen = Pen(seed)
    body = "".join(_block(block, pen) for block in text.blocks)
    parts = {
        "word/document.xml": f"<w:document {DECLARED}><w:body>{body}{SECTION}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {DECLARED}>{_line(text.masthead, 'Masthead', pen)}</w:hdr>",
        "word/header2.xml": f"<w:hdr {DECLARED}>{_line(text.header, 'Header', pen)}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {DECLARED}>{_line(text.footer, 'Footer', pen)}</w:ftr>",
        "word/footnotes.xml": f"<w:footnotes {DECLARED}>{SEPARATORS.format('footnote')}{''.join(pen.notes)}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {DECLARED}>{SEPARATORS.format('endnote')}</w:endnotes>",
        "word/settings.xml": settings([pen.session(str(n)) for n in range(40)]),
        "word/_rels/document.xml.rels": document_relations(pen.links),
    }
    return _zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS} | parts | FIXED)


def _line(text: str, style: str, pen: Pen) -> str:
    return paragraph(style, "", runs(text, pen), pen)


def _block(block: P | Table, pen: Pen) -> str:
    if isinstance(block, P):
        number = f'<w:numPr><w:ilvl w:val="{block.level}"/><w:numId w:val="1"/></w:numPr>' if block.level is not None else ""
        return paragraph(block.style, number, runs(block.text, pen), pen)
    columns = len(block.rows[0])
    width = 9000 // columns
    rows = ""
    for at, row in enumerate(block.rows):
        first = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if at == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_line(cell, "TableText", pen)}</w:tc>' for cell in row
        )
        ids = f'w:rsidR="{pen.session(row[0])}" w14:paraId="{0x20000000 + at:08X}" w14:textId="77777777"'
        rows += f"<w:tr {ids}>{first}{cells}</w:tr>"
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    return f"<w:tbl>{TABLE}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the time that Word gives every part
            archive.writestr(entry, (_DECLARATION + xml).encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
