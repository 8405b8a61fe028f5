"""A page of an open PDF -> its ``Sheet``.

In: a page of pypdfium2. Out: stretches of characters on one baseline, ruling lines, pictures, all turned upright.

Example:
    >>> sheet = read_sheet(document[0], 1, Budget())
    >>> sheet.stretches[0].style, "".join(glyph.text for glyph in sheet.stretches[0].glyphs)
    (Style(y=734.2, size=14.0, italic=False, bold=False), 'United Nations')
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass, field
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, Any

from draftkit.readers.pdf.glyphs import Box, Budget, Glyph, Overfull, Sheet, Stretch, Style

if TYPE_CHECKING:
    import pypdfium2

_ITALIC, _BOLD = 1 << 6, 1 << 18
"""Flags of a font descriptor (ISO 32000-1, table 123)."""
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_REGULAR_NAME = re.compile(r"PSMT$|-?Regular$|Roman(?:PS)?(?:-?Italic)?(?:MT)?$|-?Italic(?:MT)?$|Times-", re.IGNORECASE)
_BARCODE_NAME = re.compile(r"barcode|3 ?of ?9|code ?(?:39|128)|qr ?code", re.IGNORECASE)
_HEAVY = 600
"""The weight from which a font is bold (OpenType: 600 is semi-bold)."""
_STROKED = 2
"""The text rendering mode in which a font is made bold by drawing its outlines (ISO 32000-1, table 106)."""
_SLANT = 0.15
"""A font leaning by more than this is italic although its name does not say so."""

_THICKEST = 3
"""Points; what is drawn thicker is no ruling line."""
_CORNERS = 5
"""A rectangle has no more segments than this, and is the ground that something stands on."""
_DEEPEST = 5
"""Drawings within drawings."""

_FAR = 20_000.0
"""Points from the corner of the page, more than any page has (ISO 32000-1, annex C: 14,400); nothing beyond can be seen."""

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
_SPELT = _LIGATURES | dict.fromkeys("\x02\u2010\u2011\u00ad", "-") | dict.fromkeys("\t\u2002\u2003\u2009", " ")
"""PDFium gives a hyphen at the end of a line as U+0002; a visible soft hyphen is a hyphen."""
_UNSEEN = frozenset(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF, 0xE000)) - {"\x02", "\t"}


def read_sheet(page: pypdfium2.PdfPage, number: int, budget: Budget) -> Sheet:
    """Read one page. Raises ``Overfull``."""
    width, height = page.get_size()
    if not _is_near(width, height):
        raise Overfull
    if page.get_rotation() in (90, 270):  # what is drawn is placed on the page as it lies before it is turned
        width, height = height, width
    textpage = page.get_textpage()
    try:
        found = _stretches(textpage.raw, width, height, budget)
    finally:
        textpage.close()
    weights: Counter[int] = Counter()
    for quarter, stretch in found:
        weights[quarter] += len(stretch.glyphs)
    upright = weights.most_common(1)[0][0] if weights else 0
    stretches = tuple(stretch for quarter, stretch in found if quarter == upright)
    sideways = sum(len(stretch.glyphs) for quarter, stretch in found if quarter != upright)
    rules, pictures, drawings = _drawings(page, upright, width, height, budget)
    if upright % 2:
        width, height = height, width
    return Sheet(number, width, height, stretches, rules, pictures, sideways, drawings, _annotations(page, budget))


def _turned(quarter: int, box: Box, width: float, height: float) -> Box:
    """A box of a page whose text runs upwards (1), upside down (2) or downwards (3), turned until the text is upright."""
    if quarter == 1:
        return Box(box.bottom, width - box.right, box.top, width - box.left)
    if quarter == 2:
        return Box(width - box.right, height - box.top, width - box.left, height - box.bottom)
    if quarter == 3:
        return Box(height - box.top, box.left, height - box.bottom, box.right)
    return box


@dataclass(slots=True)
class _Look:
    """What the characters of one text object have in common."""

    size: float
    italic: bool
    bold: bool
    barcode: bool
    quarter: int


@dataclass(slots=True)
class _Reader:
    """The places that PDFium writes its answers to, made once a page."""

    raw: Any
    textpage: Any
    box: Any
    matrix: Any
    width: float
    height: float
    x: Any = field(default_factory=ctypes.c_double)
    y: Any = field(default_factory=ctypes.c_double)
    flags: Any = field(default_factory=ctypes.c_int)
    name: Any = field(default_factory=lambda: ctypes.create_string_buffer(256))

    def look(self, at: int, item: Any) -> _Look:
        """The look of the characters of a text object, by its first."""
        raw = self.raw
        size = raw.FPDFText_GetFontSize(self.textpage, at)
        raw.FPDFText_GetFontInfo(self.textpage, at, self.name, len(self.name), self.flags)
        font = self.name.value.decode("latin-1")
        slant, quarter = 0.0, 0
        if raw.FPDFText_GetMatrix(self.textpage, at, self.matrix):
            a, b, c, d = self.matrix.a, self.matrix.b, self.matrix.c, self.matrix.d
            if not _is_near(a, b, c, d):
                a, b, c, d = 1.0, 0.0, 0.0, 1.0
            size *= hypot(c, d) or 1.0
            quarter = round(atan2(b, a) / (pi / 2)) % 4
            slant = c / d if not quarter and d else 0.0
        italic = bool(self.flags.value & _ITALIC) or bool(_ITALIC_NAME.search(font)) or slant > _SLANT
        heavy = raw.FPDFText_GetFontWeight(self.textpage, at) >= _HEAVY or bool(self.flags.value & _BOLD)
        stroked = raw.FPDFTextObj_GetTextRenderMode(item) == _STROKED if item else False
        bold = bool(_BOLD_NAME.search(font)) or stroked or (heavy and not _REGULAR_NAME.search(font))
        return _Look(round(abs(size), 1) or 1.0, italic, bold, bool(_BARCODE_NAME.search(font)), quarter)

    def baseline(self, at: int, quarter: int) -> float:
        """How high the line stands that a character is set on."""
        return round(self.origin(at, quarter).bottom, 2)

    def origin(self, at: int, quarter: int) -> Box:
        """The place on its baseline where a character begins, the page turned upright."""
        self.raw.FPDFText_GetCharOrigin(self.textpage, at, self.x, self.y)
        x, y = self.x.value, self.y.value
        return _turned(quarter, Box(x, y, x, y), self.width, self.height)

    def glyph(self, at: int, look: _Look, style: Style) -> Glyph | None:
        """A character in its place; ``None`` for one that nobody sees, or that PDFium thinks is meant."""
        text = _character(self.raw.FPDFText_GetUnicode(self.textpage, at))
        if text == " " and self.raw.FPDFText_IsGenerated(self.textpage, at) == 1:
            return None
        box = self.box
        if look.barcode or text in _UNSEEN or not self.raw.FPDFText_GetLooseCharBox(self.textpage, at, box):
            return None
        left = self.origin(at, look.quarter).left  # the box of an italic "f" begins before it
        right = box.right
        if look.quarter:
            right = _turned(look.quarter, Box(box.left, box.bottom, box.right, box.top), self.width, self.height).right
        return Glyph(_SPELT.get(text, text), left, right, style) if _is_near(left, right, style.y, style.size) else None


_NO_LOOK = _Look(0, False, False, False, 0)


def _stretches(textpage: Any, width: float, height: float, budget: Budget) -> list[tuple[int, Stretch]]:
    """The stretches of a page, each with the quarter turns its letters have made."""
    import pypdfium2.raw as raw

    reader = _Reader(raw, textpage, raw.FS_RECTF(), raw.FS_MATRIX(), width, height)
    count = raw.FPDFText_CountChars(textpage)
    budget.take(characters=max(count, 0))
    out: list[tuple[int, Stretch]] = []
    look, style, glyphs, last = _NO_LOOK, Style(0, 0), list[Glyph](), -1
    for at in range(count):
        item = raw.FPDFText_GetTextObject(textpage, at)
        if not item:
            continue  # a line end that PDFium thinks is meant
        address = ctypes.addressof(item.contents)
        if address != last:
            if glyphs:
                out.append((look.quarter, Stretch(tuple(glyphs), style)))
            look, last, glyphs = reader.look(at, item), address, []
            style = Style(reader.baseline(at, look.quarter), look.size, look.italic, look.bold)
            budget.take(objects=1)
        glyph = reader.glyph(at, look, style)
        if glyph:
            glyphs.append(glyph)
    if glyphs:
        out.append((look.quarter, Stretch(tuple(glyphs), style)))
    return out


def _character(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"


def _is_near(*places: float) -> bool:
    """Whether all places are on or about the page; not so one that is no number."""
    return all(-_FAR < place < _FAR for place in places)


def _drawings(
    page: pypdfium2.PdfPage, quarter: int, width: float, height: float, budget: Budget
) -> tuple[tuple[Box, ...], tuple[Box, ...], tuple[Box, ...]]:
    """The ruling lines, the pictures and the drawings of a page."""
    import pypdfium2.raw as raw

    rules: list[Box] = []
    pictures: list[Box] = []
    drawings: list[Box] = []
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=_DEEPEST):
        budget.take(objects=1)
        box = _turned(quarter, Box(*item.get_bounds()), width, height)
        if not _is_near(box.left, box.bottom, box.right, box.top):
            continue
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        elif min(box.width, box.height) <= _THICKEST:
            rules.append(box)
        elif raw.FPDFPath_CountSegments(item.raw) > _CORNERS:
            drawings.append(box)
    return tuple(rules), tuple(pictures), tuple(drawings)


def _annotations(page: pypdfium2.PdfPage, budget: Budget) -> int:
    """How many annotations say or show something; links do not."""
    import pypdfium2.raw as raw

    count = max(raw.FPDFPage_GetAnnotCount(page.raw), 0)
    budget.take(objects=count)
    shown = 0
    for at in range(count):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if annotation:
            shown += raw.FPDFAnnot_GetSubtype(annotation) not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
            raw.FPDFPage_CloseAnnot(annotation)
    return shown
