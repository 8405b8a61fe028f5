# ruff: noqa: E501  (XML stands on one line)
"""Short marks for what a paragraph holds, made into runs of WordprocessingML.

``*italic*``  ``**bold**``  ``[^note]``  ``{#name|bookmark}``  ``{=REF name|field}``  ``{>https://..|link}``  ``{+inserted+}``
``{-deleted-}``; a tab, a line break ("\\n"), a page break ("\\f"), a no-break hyphen and a soft hyphen stand for themselves.

Example:
    >>> runs("*Recalling* its resolution", Pen("old"))
    '<w:r w:rsidR="00..."><w:rPr><w:i/><w:iCs/></w:rPr><w:t>Recalling</w:t></w:r><w:r ...'
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

_MARKS = re.compile(
    r"(?P<bold>\*\*)|(?P<italic>\*)|\[\^(?P<note>[^\]]*)\]|\{(?P<kind>[#=>])(?P<name>[^|}]*)\|(?P<shown>[^}]*)\}|(?P<track>\{\+|\+\}|\{-|-\})"
)
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\f": '<w:br w:type="page"/>', "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}
_LONG = 90
"""Characters; Word cuts what was typed at several times, and so is a longer run here."""

_WHO = 'w:author="A Drafter" w:date="2025-10-02T09:30:00Z"'


@dataclass(slots=True)
class Pen:
    """What is counted while a file is written; the ids of saving sessions (rsid) come from ``seed``."""

    seed: str
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    paragraphs: int = 0
    changes: int = 900
    bookmarks: int = 0

    def session(self, text: str) -> str:
        """One of seven ids, as a file has them that was saved seven times."""
        return f"00{zlib.crc32(f'{self.seed}{zlib.crc32(text.encode()) % 7}'.encode()) & 0xFFFFFF:06X}"

    def cut(self, text: str) -> int:
        """Where a long run is cut: at a blank, elsewhere in OLD than in NEW."""
        near = 20 + zlib.crc32(f"{self.seed}{text}".encode()) % (len(text) - 40)
        return text.find(" ", near) + 1


def runs(text: str, pen: Pen) -> str:
    """The content of a paragraph."""
    out, at, bold, italic, track = "", 0, False, False, ""
    for mark in _MARKS.finditer(text):
        out += _tracked(_plain(text[at : mark.start()], pen, bold, italic, track), pen, track)
        at = mark.end()
        if mark["bold"]:
            bold = not bold
        elif mark["italic"]:
            italic = not italic
        elif mark["track"]:
            track = {"{+": "ins", "{-": "del"}.get(mark["track"], "")
        elif mark["note"] is not None:
            out += _tracked(_callout(mark["note"], pen), pen, track)
        else:
            out += _special(mark["kind"], mark["name"], mark["shown"], pen)
    return out + _tracked(_plain(text[at:], pen, bold, italic, track), pen, track)


def _plain(text: str, pen: Pen, bold: bool = False, italic: bool = False, track: str = "", style: str = "") -> str:
    if not text:
        return ""
    if len(text) > _LONG and (cut := pen.cut(text)):
        return "".join(_plain(half, pen, bold, italic, track, style) for half in (text[:cut], text[cut:]))
    properties = f'<w:rStyle w:val="{style}"/>' * bool(style) + "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic
    return _run(properties, _letters(text, "delText" if track == "del" else "t"), pen, text)


def _run(properties: str, content: str, pen: Pen, text: str = "") -> str:
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r w:rsidR="{pen.session(text)}">{before}{content}</w:r>'


def _letters(text: str, tag: str) -> str:
    out = ""
    for piece in re.split(f"([{''.join(_SIGNS)}])", text):
        space = ' xml:space="preserve"' if piece != piece.strip() or "  " in piece else ""
        out += _SIGNS.get(piece) or (f"<w:{tag}{space}>{escape(piece)}</w:{tag}>" if piece else "")
    return out


def _tracked(content: str, pen: Pen, track: str) -> str:
    if not track or not content:
        return content
    pen.changes += 1
    return f'<w:{track} w:id="{pen.changes}" {_WHO}>{content}</w:{track}>'


def _callout(note: str, pen: Pen) -> str:
    pen.notes.append("")  # its place is taken before a link in it is counted
    at = len(pen.notes)
    sign = _run('<w:rStyle w:val="FootnoteReference"/>', "<w:footnoteRef/>", pen)
    inside = sign + _plain(" ", pen) + runs(note, pen)
    pen.notes[at - 1] = f'<w:footnote w:id="{at}">{paragraph("FootnoteText", "", inside, pen)}</w:footnote>'
    return _run('<w:rStyle w:val="FootnoteReference"/>', f'<w:footnoteReference w:id="{at}"/>', pen)


def paragraph(style: str, properties: str, inside: str, pen: Pen) -> str:
    """A paragraph with the ids that Word gives it."""
    pen.paragraphs += 1
    key = zlib.crc32(f"{pen.seed}paragraph{pen.paragraphs}".encode()) & 0x7FFFFFFF
    ids = f'w14:paraId="{key:08X}" w14:textId="77777777" w:rsidR="{pen.session(inside)}" w:rsidRDefault="{pen.session(style)}"'
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    before = f"<w:pPr>{styled}{properties}</w:pPr>" if styled or properties else ""
    return f"<w:p {ids}>{before}{inside}</w:p>"


def _special(kind: str, name: str, shown: str, pen: Pen) -> str:
    if kind == ">":
        if name not in pen.links:
            pen.links.append(name)
        return f'<w:hyperlink r:id="rIdLink{pen.links.index(name) + 1}" w:history="1">{_plain(shown, pen, style="Hyperlink")}</w:hyperlink>'
    if kind == "#":
        pen.bookmarks += 1
        return f'<w:bookmarkStart w:id="{pen.bookmarks}" w:name="{name}"/>{runs(shown, pen)}<w:bookmarkEnd w:id="{pen.bookmarks}"/>'
    begin, separate, end = (_run("", f'<w:fldChar w:fldCharType="{part}"/>', pen, name) for part in ("begin", "separate", "end"))
    code = _run("", f'<w:instrText xml:space="preserve"> {escape(name)} </w:instrText>', pen, name)
    return f"{begin}{code}{separate}{_plain(shown, pen)}{end}"
