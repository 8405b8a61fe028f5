"""Word files made from values, for tests: ``build(File(...))`` gives the bytes of a .docx, the same ones each time.

The values say what a person would see and how Word keeps it; ids, relationships and the parts are worked out here, in the
order of the text, so that two files that are nearly alike have other ids, as they do in life.

Example:
    >>> build(File((P("Noting the report", Note("A/79/143.")), Table((Row("a", "b"),)))))
    b'PK...'
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, fields
from typing import Any, TypeAlias
from xml.sax.saxutils import escape, quoteattr

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items()) + ' mc:Ignorable="w14"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
"""A picture of one point."""


def _short(self: Any) -> str:
    """What is not as usual: Hypothesis prints examples that can be read, and pasted."""
    name = type(self).__name__
    if isinstance(self, P | Row):
        found = [repr(each) for each in (self.pieces if isinstance(self, P) else self.cells)]
        given = [f for f in fields(self)[1:] if getattr(self, f.name) != f.default]
    else:
        found, given = [], [f for f in fields(self) if getattr(self, f.name) != f.default]
    return f"{name}({', '.join((*found, *(f'{f.name}={getattr(self, f.name)!r}' for f in given)))})"


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Words of one format; a tab and a line break are "\\t" and "\\n", a no-break hyphen "\u2011"."""

    __repr__ = _short
    text: str
    italic: bool = False
    bold: bool = False
    rtl: bool = False
    size: int = 0
    """In half points; 0 is the style's."""
    style: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Link:
    """A hyperlink, to an address or, with "#" in front, to a bookmark."""

    __repr__ = _short
    text: str
    to: str = "https://undocs.org/A/79/143"


@dataclass(frozen=True, slots=True, repr=False)
class Bookmark:
    """A bookmark around words; of those of one name the first alone is kept."""

    __repr__ = _short
    name: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Field:
    """What a field shows, and its code; complex (w:fldChar) or simple (w:fldSimple)."""

    __repr__ = _short
    text: str
    code: str = "REF _Ref1 \\h"
    simple: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Note:
    """A callout and the note that it calls."""

    __repr__ = _short
    text: str
    end: bool = False
    italic: str = ""
    """Words in italics, before the text."""


@dataclass(frozen=True, slots=True, repr=False)
class Comment:
    """A comment on words."""

    __repr__ = _short
    text: str
    on: str


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    __repr__ = _short
    name: str = "Emblem"


@dataclass(frozen=True, slots=True, repr=False)
class Control:
    """A content control in the line."""

    __repr__ = _short
    text: str
    tag: str = "symbol"


@dataclass(frozen=True, slots=True, repr=False)
class Box:
    """A text box, kept twice: as a shape of DrawingML, and as one of VML for older programs."""

    __repr__ = _short
    texts: tuple[str, ...]


Piece: TypeAlias = Run | Link | Bookmark | Field | Note | Comment | Picture | Control | Box


@dataclass(frozen=True, slots=True, repr=False, init=False)
class P:
    """A paragraph. ``number`` is the level of an automatic number, from 0; ``ends_section`` a page break behind it."""

    __repr__ = _short
    pieces: tuple[Piece, ...]
    style: str = ""
    number: int | None = None
    rtl: bool = False
    indent: int = 0
    ends_section: bool = False

    def __init__(self, *pieces: Piece | str, style: str = "", number: int | None = None, rtl: bool = False,
                 indent: int = 0, ends_section: bool = False) -> None:  # fmt: skip
        object.__setattr__(self, "pieces", tuple(Run(piece) if isinstance(piece, str) else piece for piece in pieces))
        for name, given in (("style", style), ("number", number), ("rtl", rtl), ("indent", indent), ("ends_section", ends_section)):
            object.__setattr__(self, name, given)

    def with_pieces(self, *pieces: Piece | str) -> P:
        return P(*pieces, style=self.style, number=self.number, rtl=self.rtl, indent=self.indent, ends_section=self.ends_section)


@dataclass(frozen=True, slots=True, repr=False)
class Cell:
    """``span`` columns wide; ``merge`` is "restart" where cells merged downwards begin, "continue" below."""

    __repr__ = _short
    blocks: tuple[Block, ...]
    span: int = 1
    merge: str = ""


@dataclass(frozen=True, slots=True, repr=False, init=False)
class Row:
    __repr__ = _short
    cells: tuple[Cell, ...]

    def __init__(self, *cells: Cell | str) -> None:
        object.__setattr__(self, "cells", tuple(Cell((P(cell),)) if isinstance(cell, str) else cell for cell in cells))


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    __repr__ = _short
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Controlled:
    """Blocks in a content control."""

    __repr__ = _short
    blocks: tuple[Block, ...]
    tag: str = "preamble"


Block: TypeAlias = P | Table | Controlled


@dataclass(frozen=True, slots=True, repr=False)
class File:
    __repr__ = _short
    blocks: tuple[Block, ...]
    header: tuple[P, ...] = ()
    footer: tuple[P, ...] = ()


def build(file: File) -> bytes:
    """The bytes of the Word file."""
    made = _Package()
    body = "".join(made.block(block) for block in file.blocks)
    if not file.blocks or not isinstance(file.blocks[-1], P):
        body += made.block(P())
    ends = _SECTION.format(made.stories(file))
    made.part("word/document.xml", f"<w:document {DECLARED}><w:body>{body}{ends}</w:body></w:document>", "document.main")
    return made.zipped()


def package(document: str, **parts: str) -> bytes:
    """A .docx of a body given as XML, and of other parts: ``footnotes="<w:footnote .../>"``; ``links`` are relationships."""
    made = _Package()
    links = parts.pop("links", "")
    made.part("word/document.xml", f"<w:document {DECLARED}><w:body>{document}</w:body></w:document>", "document.main")
    for name, content in parts.items():
        made.linked(name, f"<w:{name} {DECLARED}>{content}</w:{name}>")
    return made.zipped(links)


_SECTION = '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
_SEPARATORS = "".join(
    f'<w:{{0}} w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{{0}}>'
    for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def _style(key: str, name: str, kind: str = "paragraph", inside: str = "") -> str:
    default = ' w:default="1"' if key in ("Normal", "TableNormal", "NoList", "DefaultParagraphFont") else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'


_STYLES = "".join((
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="20"/>'
    '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
    _style("Normal", "Normal"),
    _style("DefaultParagraphFont", "Default Paragraph Font", "character"),
    _style("TableNormal", "Normal Table", "table"),
    _style("NoList", "No List", "numbering"),
    _style("Heading1", "heading 1", inside='<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'),
    _style("SingleTxt", "Single Txt", inside='<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="120"/><w:jc w:val="both"/></w:pPr>'),
    _style("FootnoteText", "footnote text", inside='<w:basedOn w:val="Normal"/>'),
    _style("FootnoteReference", "footnote reference", "character", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    _style("Hyperlink", "Hyperlink", "character", '<w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr>'),
    _style("Header", "header", inside='<w:basedOn w:val="Normal"/>'),
    _style("CommentReference", "annotation reference", "character", '<w:rPr><w:sz w:val="16"/></w:rPr>'),
))  # fmt: skip


def _level(at: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{567 * (at + 1)}" w:hanging="567"/></w:pPr></w:lvl>'
    )


_NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "(%2)")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)  # fmt: skip


class _Package:
    """The parts of a file while it is made: what is called from the text gets its id there."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._links: list[str] = []
        self._notes: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._comments: list[str] = []
        self._names: set[str] = set()
        self._ids = 0
        self._paragraphs = 0

    # --- parts

    def part(self, name: str, xml: str, kind: str) -> None:
        self._parts[name] = (_DECLARATION + xml).encode()
        self._types[name] = f"{_TYPE}.{kind}+xml"

    def link(self, kind: str, target: str, *, outside: bool = False) -> str:
        mode = ' TargetMode="External"' if outside else ""
        found = f'Type="{_OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'
        for at, made in enumerate(self._links, 1):
            if made.endswith(found):
                return f"rId{at}"
        self._links.append(f'<Relationship Id="rId{len(self._links) + 1}" {found}')
        return f"rId{len(self._links)}"

    def linked(self, name: str, xml: str, kind: str = "") -> str:
        self.part(f"word/{name}.xml", xml, kind or name)
        return self.link(kind or name, f"{name}.xml")

    def zipped(self, links: str = "") -> bytes:
        for kind, notes in self._notes.items():
            if notes:
                self.linked(f"{kind}s", f"<w:{kind}s {DECLARED}>{_SEPARATORS.format(kind)}{''.join(notes)}</w:{kind}s>")
        if self._comments:
            self.linked("comments", f"<w:comments {DECLARED}>{''.join(self._comments)}</w:comments>")
        self.linked("styles", f"<w:styles {DECLARED}>{_STYLES}</w:styles>")
        self.linked("numbering", f"<w:numbering {DECLARED}>{_NUMBERS}</w:numbering>")
        self.linked("settings", f'<w:settings {DECLARED}><w:defaultTabStop w:val="567"/></w:settings>')
        package = "http://schemas.openxmlformats.org/package/2006"
        kinds = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._types.items())
        files = {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{kinds}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{"".join(self._links)}{links}</Relationships>',
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in ({n: (_DECLARATION + x).encode() for n, x in files.items()} | self._parts).items():
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def stories(self, file: File) -> str:
        """The references to the header and the footer of a section."""
        found = ""
        for kind, tag, blocks in (("header", "hdr", file.header), ("footer", "ftr", file.footer)):
            if blocks:
                body = "".join(self.paragraph(p) for p in blocks)
                key = self.linked(f"{kind}1", f"<w:{tag} {DECLARED}>{body}</w:{tag}>", kind)
                found += f'<w:{kind}Reference w:type="default" r:id="{key}"/>'
        return found

    def _next(self) -> int:
        self._ids += 1
        return self._ids

    # --- blocks

    def block(self, block: Block) -> str:
        if isinstance(block, P):
            return self.paragraph(block)
        if isinstance(block, Controlled):
            return _control(block.tag, self._next(), "".join(self.block(b) for b in block.blocks))
        return self._table(block)

    def _table(self, table: Table) -> str:
        columns = max(sum(cell.span for cell in row.cells) for row in table.rows)
        grid = '<w:gridCol w:w="2000"/>' * columns
        rows = "".join(f"<w:tr>{''.join(self._cell(cell) for cell in row.cells)}</w:tr>" for row in table.rows)
        borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _cell(self, cell: Cell) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
        blocks = cell.blocks if cell.blocks and isinstance(cell.blocks[-1], P) else (*cell.blocks, P())
        inside = "".join(self.block(block) for block in blocks)
        return f'<w:tc><w:tcPr><w:tcW w:w="{2000 * cell.span}" w:type="dxa"/>{span}{merge}</w:tcPr>{inside}</w:tc>'

    def paragraph(self, p: P) -> str:
        self._paragraphs += 1
        key = f'w14:paraId="{0x1000_0000 + self._paragraphs:08X}" w:rsidR="00A1{self._paragraphs % 0xFFFF:04X}"'
        properties = "".join((
            f'<w:pStyle w:val="{p.style}"/>' if p.style else "",
            f'<w:numPr><w:ilvl w:val="{p.number}"/><w:numId w:val="1"/></w:numPr>' if p.number is not None else "",
            "<w:bidi/>" if p.rtl else "",
            f'<w:ind w:left="{p.indent}"/>' if p.indent else "",
            _SECTION.format("") if p.ends_section else "",
        ))  # fmt: skip
        before = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p {key}>{before}{''.join(self.piece(piece) for piece in p.pieces)}</w:p>"

    # --- pieces

    def piece(self, piece: Piece) -> str:
        match piece:
            case Run():
                return run(piece)
            case Link(text, to):
                where = f'w:anchor="{to[1:]}"' if to.startswith("#") else f'r:id="{self.link("hyperlink", to, outside=True)}"'
                return f"<w:hyperlink {where}>{run(Run(text, style='Hyperlink'))}</w:hyperlink>"
            case Bookmark(name, text):
                if name in self._names:  # Word keeps the first alone
                    return run(Run(text))
                self._names.add(name)
                at = self._next()
                return f'<w:bookmarkStart w:id="{at}" w:name="{name}"/>{run(Run(text))}<w:bookmarkEnd w:id="{at}"/>'
            case Field(text, code, simple):
                return _field(text, code, simple)
            case Note(text, end, italic):
                return self._note(text, "endnote" if end else "footnote", italic)
            case Comment(text, on):
                return self._comment(text, on)
            case Picture(name):
                return self._picture(name)
            case Control(text, tag):
                return _control(tag, self._next(), run(Run(text)))
            case Box(texts):
                return self._box(texts)

    def _note(self, text: str, kind: str, italic: str) -> str:
        notes = self._notes[kind]
        at = len(notes) + 1
        sign = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{kind}Ref/></w:r>'
        words = (run(Run(f"{italic} ", italic=True)) if italic else "") + run(Run(text))
        notes.append(f'<w:{kind} w:id="{at}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{sign}{run(Run(" "))}{words}</w:p></w:{kind}>')
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{kind}Reference w:id="{at}"/></w:r>'

    def _comment(self, text: str, on: str) -> str:
        at = len(self._comments)
        self._comments.append(f'<w:comment w:id="{at}" w:author="A Reader" w:initials="AR" w:date="2026-01-05T10:00:00Z"><w:p>{run(Run(text))}</w:p></w:comment>')
        sign = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{at}"/></w:r>'
        return f'<w:commentRangeStart w:id="{at}"/>{run(Run(on))}<w:commentRangeEnd w:id="{at}"/>{sign}'

    def _picture(self, name: str) -> str:
        self._parts["word/media/image1.png"] = PIXEL
        key, at = self.link("image", "media/image1.png"), self._next()
        extent = 'cx="360000" cy="360000"'
        fill = f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        shape = f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        picture = f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{at}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>{fill}{shape}</pic:pic>'
        data = f'<a:graphic><a:graphicData uri="{NAMES["pic"]}">{picture}</a:graphicData></a:graphic>'
        return f'<w:r><w:drawing><wp:inline><wp:extent {extent}/><wp:docPr id="{at}" name="{name}"/>{data}</wp:inline></w:drawing></w:r>'

    def _box(self, texts: tuple[str, ...]) -> str:
        at = self._next()
        first, second = ("".join(self.paragraph(P(text)) for text in texts) for _ in range(2))
        extent = 'cx="1800000" cy="720000"'
        form = f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/>{form}<wps:txbx><w:txbxContent>{first}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
        data = f'<a:graphic><a:graphicData uri="{NAMES["wps"]}">{shape}</a:graphicData></a:graphic>'
        drawing = f'<w:drawing><wp:inline><wp:extent {extent}/><wp:docPr id="{at}" name="Box {at}"/>{data}</wp:inline></w:drawing>'
        vml = f'<w:pict><v:shape id="box{at}" style="width:142pt;height:57pt"><v:textbox><w:txbxContent>{second}</w:txbxContent></v:textbox></v:shape></w:pict>'
        return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>'


def run(piece: Run, changes: str = "") -> str:
    """A run as XML; ``changes`` is a w:rPrChange."""
    properties = "".join((
        f'<w:rStyle w:val="{piece.style}"/>' if piece.style else "",
        "<w:b/>" if piece.bold else "",
        "<w:i/>" if piece.italic else "",
        f'<w:sz w:val="{piece.size}"/>' if piece.size else "",
        "<w:rtl/>" if piece.rtl else "",
        changes,
    ))  # fmt: skip
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{before}{_text(piece.text)}</w:r>" if piece.text else ""


_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"}


def _text(words: str) -> str:
    out, plain = "", ""
    for letter in f"{words}\0":
        if letter in _SIGNS or letter == "\0":
            out += f'<w:t xml:space="preserve">{escape(plain)}</w:t>' if plain else ""
            out += _SIGNS.get(letter, "")
            plain = ""
        else:
            plain += letter
    return out


def _field(text: str, code: str, simple: bool) -> str:
    if simple:
        return f"<w:fldSimple w:instr={quoteattr(f' {code} ')}>{run(Run(text))}</w:fldSimple>"
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f'{sign("begin")}<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>{sign("separate")}{run(Run(text))}{sign("end")}'


def _control(tag: str, at: int, inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{100 + at}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
