"""WordprocessingML in small: runs, tracked runs, paragraphs, as text.

The order of children in ``w:pPr`` and ``w:rPr`` is fixed by the schema (ECMA-376, 17.3.1.26 and 17.3.2.28); it is kept here
and nowhere else.

Example:
    >>> run("Urges", italic=True)
    '<w:r><w:rPr><w:i/></w:rPr><w:t>Urges</w:t></w:r>'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\v\f\x1c-\x1f\x85\u2028\u2029]+")
_PARTS = re.compile("([\t\u2011\n])")
_SINGLE = {"\t": "<w:tab/>", "\u2011": "<w:noBreakHyphen/>", "\n": "<w:br/>"}


_APART = timedelta(minutes=2)
"""LibreOffice joins changes of one author within a minute of each other, also over the end of a paragraph, and then rejects that
end with them (SwRangeRedline, ``CanCombine``)."""


def later(date: str) -> str:
    """The date of a change at the end of a paragraph, where all of the next one is changed in the same way: another change.

    Example:
        >>> later("2026-10-05T09:00:00Z")
        '2026-10-05T09:02:00Z'
    """
    return f"{(datetime.fromisoformat(date) + _APART).strftime('%Y-%m-%dT%H:%M:%S')}Z"


@dataclass(slots=True)
class Revisions:
    """Hands out the attributes of tracked changes: ids unique over all parts, one date (17.13.5).

    ``date`` is "2026-10-05T09:00:00Z".
    """

    date: str
    _next: int = field(default=0)

    def attributes(self, author: str, *, apart: bool = False) -> str:
        """``apart``: the change is not to be taken for one with the next (``later``)."""
        self._next += 1
        return f'w:id="{self._next}" w:author="{escape(author)}" w:date="{later(self.date) if apart else self.date}"'

    def id(self) -> int:
        """An id alone, for the two ends of a range."""
        self._next += 1
        return self._next


def escape(text: str) -> str:
    """Text as it may stand between tags or in an attribute; characters that XML cannot hold are left out.

    Those that break a line or a page part words, so a blank stands for them.
    """
    text = _NOT_XML.sub("", _BREAKS.sub(" ", text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run_properties(
    *, italic: bool = False, bold: bool = False, superscript: bool = False, size: int = 0, changed: str = ""
) -> str:
    """``w:rPr`` or "". ``size`` in half-points; ``changed`` is a ready ``w:rPrChange``."""
    inside = (
        ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
        + ('<w:vertAlign w:val="superscript"/>' if superscript else "")
        + changed
    )
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def run(text: str, properties: str = "", *, deleted: bool = False, italic: bool = False) -> str:
    """One ``w:r``. ``deleted``: it stands under ``w:del``, where text is ``w:delText`` (17.4.20)."""
    name = "w:delText" if deleted else "w:t"
    properties = properties or run_properties(italic=italic)
    out: list[str] = []
    for part in _PARTS.split(text):
        if part in _SINGLE:
            out.append(_SINGLE[part])
        elif part:
            space = ' xml:space="preserve"' if part != part.strip() or "  " in part else ""
            out.append(f"<{name}{space}>{escape(part)}</{name}>")
    return f"<w:r>{properties}{''.join(out)}</w:r>" if out else ""


def footnote_reference(number: int, sign: str = "") -> str:
    """The callout of a footnote (17.11.14); ``sign`` is typed in place of the number that Word would count."""
    own = f' w:customMarkFollows="1" w:id="{number}"/><w:t>{escape(sign)}</w:t>' if sign else f' w:id="{number}"/>'
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference{own}</w:r>'


def footnote(number: int, content: str, sign: str = "") -> str:
    """A footnote (17.11.10): its own number, or the sign typed for it, between tabs, then the content."""
    own = f"<w:t>{escape(sign)}</w:t>" if sign else "<w:footnoteRef/>"
    mark = f'<w:r><w:tab/></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{own}</w:r><w:r><w:tab/></w:r>'
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{style}{mark}{content}</w:p></w:footnote>'


def paragraph(style: str, content: Iterable[str], *, mark: str = "", before: str = "", keep: bool = False) -> str:
    """One ``w:p``.

    Args:
        keep: it stays on the page of the paragraph after it.
        mark: how the paragraph mark is tracked: ``<w:ins .../>`` and the like, ready.
        before: a ready ``w:pPrChange`` with the old style, if that changed.
    """
    tracked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    kept = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{tracked}{before}</w:pPr>{"".join(content)}</w:p>'


def table(style: str, widths: list[int], rows: Iterable[str]) -> str:
    """One ``w:tbl`` with a fixed grid; widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    layout = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    head = f'<w:tblPr><w:tblStyle w:val="{style}"/>{layout}</w:tblPr>'
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Iterable[str], *, head: bool = False, mark: str = "") -> str:
    """One ``w:tr``; ``mark`` is a ready ``<w:ins .../>`` or ``<w:del .../>`` of the whole row (17.13.5.12, 17.13.5.17)."""
    inside = ("<w:tblHeader/>" if head else "") + mark
    properties = f"<w:trPr>{inside}</w:trPr>" if inside else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(width: int, span: int, content: str) -> str:
    """One ``w:tc``; it must end with a paragraph."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{content}</w:tc>'
