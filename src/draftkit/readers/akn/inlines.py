"""What stands inside a paragraph of an official XML file -> the inline pieces of the model, its notes put aside.

In: an element that holds text. Out: ``Text`` and ``Callout`` pieces. Gathered on the way: the notes; what has no place in a
line and is set after it (images, quoted structures); and findings.

Example:
    >>> Inlines(root).pieces(p)  # <p><span class="italic">Recalling</span> its report,<authorialNote marker="1">...
    [Text(''), Text('Recalling', italic=True), Text(' its report,'), Callout('report'), Text('')]
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from draftkit import inline
from draftkit.model import Callout, Content, Finding, Inline, Note, Severity, Text
from draftkit.readers.akn.elements import NS, line_of, local_name, whole_number
from draftkit.readers.naming import Names

_ITALIC = frozenset({"i", "em"})
_BOLD = frozenset({"b", "strong"})
_APART = frozenset(
    """p num item point paragraph li listIntroduction listWrapUp blockList ul ol list table caption tr td th heading
    subheading crossHeading intro content wrapUp block tblock""".split()
)
"""Elements that begin a new line on the page; inside a cell or a note a blank stands for it."""
SET_AFTER = frozenset({"img", "table", "blockList", "ul", "ol", "tblock", "quotedStructure", "embeddedStructure"})
"""What may stand in the text of a paragraph and is printed after it."""

_SEPARATOR = re.compile(r"([,\u2013-]\s*)")
_UNIT = re.compile(r"(?:\b|\d)[kcm]?m$")
_TYPED_INDICATOR = re.compile(r"(?<![\w./\u2011-])(?P<word>[A-Z][a-z]{3,}|[a-z]{4,})(?P<number>\d{1,2})(?=[ \t\n\r,;:]|$)")
_NUMBERED_WORDS = frozenset(
    """paragraph paragraphs article articles annex section chapter rule principle target january february march april june
    july august september october november december""".split()
)
_Look = tuple[bool, bool, bool]
"""Italic, bold, superscript."""
_NAMING = 400
"""Characters before a callout that its note is named from."""


@dataclass(slots=True)
class Inlines:
    """Reads the text of one document; ``root`` is where notes are looked up that stand elsewhere."""

    root: Any
    notes: list[Note] = field(default_factory=list)
    set_after: deque[Any] = field(default_factory=deque)
    findings: list[Finding] = field(default_factory=list)
    _names: Names = field(default_factory=Names)
    _by_marker: dict[str, str] = field(default_factory=dict)
    _by_eid: dict[str, str] = field(default_factory=dict)
    _elsewhere: dict[str, Any] | None = None
    _flat: bool = False
    _in_note: bool = False

    def content(self, element: Any) -> Content:
        """The tidy content of an element; nothing for ``None``."""
        return () if element is None else inline.tidy(self.pieces(element))

    def flat(self, element: Any) -> Content:
        """The same with all that it holds in one line: a cell of a table."""
        before, self._flat = self._flat, True
        content = self.content(element)
        self._flat = before
        return content

    def pieces(self, element: Any, italic: bool = False, bold: bool = False, superscript: bool = False) -> list[Inline]:
        """The pieces of an element's text, not yet tidy."""
        out: list[Inline] = []
        if element.text:
            self._literal(out, element.text, element, (italic, bold, superscript))
        for child in element:
            self.add(out, child, italic, bold, superscript)
        return out

    def add(self, out: list[Inline], child: Any, italic: bool = False, bold: bool = False, superscript: bool = False) -> None:
        """Add the pieces of a child and of the text after it."""
        name = local_name(child)
        look = (italic, bold, superscript)
        if name == "authorialNote":
            out += self.note(child, out)
        elif name == "noteRef":
            out += self._note_reference(child, out, look)
        elif name == "sup":
            out += self._superscript(child, out, look)
        elif name in ("eol", "br"):
            out.append(Text(" "))
        elif name == "img" or (name in SET_AFTER and not self._flat):
            self.set_after.append(child)
            out.append(Text(" "))
        else:
            style = f"{child.get('class', '')} {child.get('style', '')}"
            is_italic = italic or name in _ITALIC or "italic" in style
            is_bold = bold or name in _BOLD or "bold" in style
            apart = [Text(" ")] if name in _APART and not (name == "num" and local_name(child.getparent()) == "p") else []
            out += [*apart, *self.pieces(child, is_italic, is_bold, superscript), *apart]
        if child.tail:
            self._literal(out, child.tail, child, look)

    def _literal(self, out: list[Inline], said: str, element: Any, look: _Look) -> None:
        """Add characters; a note's indicator that the file has as a plain digit ("Equipment1") is read as one."""
        done = 0
        for match in _TYPED_INDICATOR.finditer(said) if self._by_marker and not self._in_note else ():
            marker, word = match["number"], match["word"]
            if marker not in self._by_marker or word.lower() in _NUMBERED_WORDS:
                continue
            out += [Text(said[done : match.start("number")], *look), Callout(self._by_marker[marker])]
            done = match.end()
            message = f'"{match[0]}" was read as "{word}" and the indicator of note {marker}'
            self.findings.append(Finding("typed-indicator", Severity.INFO, message, line=line_of(element)))
        out.append(Text(said[done:], *look))

    def note(self, element: Any, before: list[Inline]) -> list[Inline]:
        """Put a note aside: its callout. A note inside a note is part of its text."""
        if self._in_note:
            return [Text(" "), *self.pieces(element), Text(" ")]
        said = "".join(piece.text for piece in before[-40:] if isinstance(piece, Text))[-_NAMING:]
        name = self._names.note(said)
        marker = element.get("marker", "").strip()
        self._in_note = True
        self.notes.append(Note(name, _without_own_marker(self.flat(element), marker), number=whole_number(marker)))
        self._in_note = False
        if marker:
            self._by_marker[marker] = name
        if eid := element.get("eId"):
            self._by_eid[eid] = name
        return [Callout(name)]

    def _note_reference(self, element: Any, before: list[Inline], look: _Look) -> list[Inline]:
        """A reference to a note that stands elsewhere: in another paragraph, or among the notes of the metadata."""
        eid = element.get("href", "").removeprefix("#")
        if eid in self._by_eid and not self._in_note:
            return [Callout(self._by_eid[eid])]
        if self._elsewhere is None:
            self._elsewhere = {note.get("eId", ""): note for note in self.root.iter(f"{NS}note")}
        if eid in self._elsewhere and not self._in_note:
            return self.note(self._elsewhere[eid], before)
        return [Text(element.get("marker", ""), look[0], look[1], superscript=True)]

    def _superscript(self, element: Any, before: list[Inline], look: _Look) -> list[Inline]:
        """A superscript number repeats the indicator of a note already there (un-rules E3); others are characters."""
        if len(element):
            return self.pieces(element, look[0], look[1], superscript=True)
        characters = element.text or ""
        markers = _SEPARATOR.split(characters.strip())
        is_unit = isinstance(before[-1], Text) and bool(_UNIT.search(before[-1].text)) if before else False
        if self._in_note or is_unit or element.get("class") == "superscript" or not self._by_marker.keys() >= {*markers[::2]}:
            return [Text(characters, look[0], look[1], superscript=bool(characters.strip()))]
        out: list[Inline] = []
        for at, said in enumerate(markers):
            out.append(Text(said, look[0], look[1], superscript=True) if at % 2 else Callout(self._by_marker[said]))
        return [*out, Text(" ")] if characters[-1:].isspace() else out


def _without_own_marker(content: Content, marker: str) -> Content:
    """A note without its own number in front, which some files repeat in its text."""
    first = content[0] if content else None
    if isinstance(first, Text) and first.superscript and first.text.strip() == marker:
        return inline.tidy(content[1:])
    return content
