"""A paragraph of a Word file -> its pieces: letters with their looks, links, fields, pictures, and what is tied to it.

In: a ``w:p`` of a tree without revisions. Out: ``Piece`` values. All letters of the file are taken, those of a field that was
torn as well: what is not read cannot be found missing.

Example:
    >>> marked(joined(Runs(formats, links, tied).read(paragraph)))
    '*Recalling* its resolution 77/171'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from draftkit.word.formats import Formats
from draftkit.word.package import M, R, W
from draftkit.word.pieces import CLOSE, Piece
from draftkit.word.spelled import local

Tied = Callable[[str, Any], Iterable[Piece]]
"""Reads what stands elsewhere: ("footnote", the reference) or ("text box", its content)."""

_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_NOTES = {f"{W}footnoteReference": ("footnote", "{fn: "), f"{W}endnoteReference": ("endnote", "{en: ")}
_PICTURES = ("drawing", "pict", "object", "AlternateContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_MOST_FIELDS = 64
_LARGEST_CHARACTER = 0x10FFFF


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction; whether its result has begun, and says something."""

    instruction: str = ""
    shown: bool = False
    said: bool = False

    @property
    def name(self) -> str:
        return " ".join(self.instruction.split()) or "field"


@dataclass(slots=True)
class Runs:
    """Reads the paragraphs of one part in their order.

    Args:
        links: what its relationships lead to, in words: an address, "image 5b1f03", "chart".
    """

    formats: Formats
    links: Mapping[str, str]
    tied: Tied
    fields: list[_Field] = field(default_factory=list)

    def read(self, paragraph: Any) -> list[Piece]:
        out: list[Piece] = []
        self._children(paragraph, "", out)
        self.fields = [opened for opened in self.fields if opened.shown]  # an instruction ends with its paragraph
        return out

    def _children(self, parent: Any, link: str, out: list[Piece]) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, link, out)
            elif tag == f"{W}hyperlink":
                self._children(child, self._target(child), out)
            elif tag == f"{W}fldSimple":
                self.fields.append(_Field(child.get(f"{W}instr", ""), shown=True))
                self._children(child, link, out)
                self._close(link, out)
            elif tag in (f"{M}oMath", f"{M}oMathPara"):
                letters = "".join(text.text or "" for text in child.iter(f"{M}t", f"{W}t"))
                out += [Piece(letters, link=link), Piece("", thing="equation")]
            elif local(str(tag)) in _PICTURES:
                self._picture(child, out, "")
            elif tag not in _SKIPPED:
                self._children(child, link, out)

    def _target(self, hyperlink: Any) -> str:
        target = self.links.get(hyperlink.get(f"{R}id", ""), "")
        anchor = hyperlink.get(f"{W}anchor")
        return f"{target}#{anchor}" if anchor else target

    def _run(self, run: Any, link: str, out: list[Piece]) -> None:
        marks, look = self.formats.run(run.find(f"{W}rPr"))
        for child in run:
            tag = child.tag
            text = (child.text or "") if tag in (f"{W}t", f"{W}delText") else _CHARACTERS.get(tag, "")
            if text:
                out.append(Piece(text, marks, look, link, self._field()))
            elif tag == f"{W}br":
                text = "\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else "\f"
                out.append(Piece(text, marks, look, link, self._field()))
            elif tag == f"{W}sym":
                out.append(Piece(_symbol(child), marks, f"{look} {child.get(f'{W}font', '')}", link, self._field()))
            elif tag in _NOTES:
                kind, sign = _NOTES[tag]
                out += [Piece(sign), *self.tied(kind, child), Piece(CLOSE)]
            elif tag == f"{W}softHyphen":
                out.append(Piece("", thing="optional hyphen"))
            elif tag in (f"{W}fldChar", f"{W}instrText"):
                self._code(child, link, out)
            elif local(str(tag)) in _PICTURES:
                self._picture(child, out, "")
            elif tag not in _SKIPPED:
                self._children(child, link, out)

    # --- fields

    def _field(self) -> str:
        """The innermost field whose result is being read."""
        for opened in reversed(self.fields):
            if opened.shown:
                opened.said = True
                return opened.name
        return ""

    def _code(self, child: Any, link: str, out: list[Piece]) -> None:
        kind = child.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(_Field())
            del self.fields[:-_MOST_FIELDS]
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
        elif kind == "end":
            self._close(link, out)
        elif self.fields and not self.fields[-1].shown:
            self.fields[-1].instruction += child.text or ""

    def _close(self, link: str, out: list[Piece]) -> None:
        if self.fields:
            closed = self.fields.pop()
            if not closed.said:
                out.append(Piece("", link=link, field=closed.name))
            elif self.fields:
                self.fields[-1].said = True

    # --- pictures

    def _picture(self, element: Any, out: list[Piece], form: str) -> None:
        """What a drawing shows: what it is related to, and the text boxes in it; both forms, where there is an older one."""
        if local(str(element.tag)) in _PICTURES[:3]:
            out.append(Piece("", thing=f"drawing{form}"))
        for name, id_ in element.items():
            if name.startswith(R) and id_:
                out.append(Piece("", thing=f"{self.links.get(id_, 'nothing')}{form}"))
        for child in element:
            if child.tag == f"{W}txbxContent":
                out += [Piece(f"{{text box{form}: "), *self.tied("text box", child), Piece(CLOSE)]
            elif isinstance(child.tag, str):
                self._picture(child, out, ", older form" if child.tag == _FALLBACK else form)


def _symbol(element: Any) -> str:
    """The character of a ``w:sym``, its place in the font as Word writes it."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 < code <= _LARGEST_CHARACTER and not 0xD800 <= code < 0xE000 else ""
