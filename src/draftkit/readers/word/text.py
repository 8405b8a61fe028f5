"""A paragraph of a Word file -> what it says: its runs with their format, callouts, and what is no text.

In: a ``w:p`` and the styles and notes of its file. Out: ``ParagraphText``. A field says its result, never its instruction;
text boxes and what cannot be read (images, charts, fields without a result) are handed back beside the text, which they then
follow. An equation is said in one line where it stands. Small letters that a format shows as capitals stay as they were
typed; hidden text is left out, and what is struck through is not.

Example:
    >>> inline.format(ParagraphReader(Styles()).read(paragraph).content)
    '*Urges* States to report;'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit import inline
from draftkit.model import Callout, Content, Inline, Text
from draftkit.readers.word import graphics
from draftkit.readers.word.equations import linear
from draftkit.readers.word.graphics import Graphic
from draftkit.readers.word.repeated import with_repeated
from draftkit.readers.word.styles import RunFormat, Styles
from draftkit.readers.word.symbols import UNKNOWN, shown_in
from draftkit.word.elements import is_on
from draftkit.word.package import M, W

_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "rubyPr"))
_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
}
"""Elements of a run that stand for a character; a soft hyphen shows only where a line ends, and stands for none."""
_CODE = re.compile(r"[0-9A-Fa-f]{1,4}")
_SELF_SHOWN = frozenset(
    "AUTONUM AUTONUMLGL AUTONUMOUT EQ FORMCHECKBOX FORMDROPDOWN GOTOBUTTON LISTNUM MACROBUTTON SYMBOL".split()
)
"""Fields that show something although the file has no result of them (17.16.5)."""
_MOST_FIELDS = 64
"""Fields in one another; what has more was made to take forever."""
_NOTE_REFERENCE = re.compile(r"\s*(?:NOTEREF|FTNREF)\s+(\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """What a paragraph says.

    Args:
        content: its text; a callout names the place of its note on the page.
        lines: the same, parted where a line is broken by hand.
        graphics: what stands in it and is no text.
        boxes: the contents of text boxes tied to it (``w:txbxContent``).
        bold: every letter is bold, by whatever means.
        capitals: every letter is shown as a capital.
        equation: it says an equation and nothing else, and calls no note.
    """

    content: Content
    lines: tuple[Content, ...] = ()
    graphics: tuple[Graphic, ...] = ()
    boxes: tuple[Any, ...] = ()
    bold: bool = False
    capitals: bool = False
    equation: bool = False


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, and whether its result has begun; ``silent``: the result was said otherwise."""

    instruction: str = ""
    shown: bool = False
    silent: bool = False


@dataclass(slots=True)
class ParagraphReader:
    """Reads the paragraphs of one file in their order.

    Args:
        places: the place of each note on the page, by kind and id: {("footnote", "2"): 0}.
        bookmarks: the place of the note that a bookmark stands at.
        keys: what the note of each place is called by; ``known``: the place of the last note called by each.
        hidden: how many runs were left out as hidden text.
        equations: how many equations were said in a line.
        struck: how many pieces of text have a line through them that is no tracked change.
        unknown: how many characters of symbol fonts are not known.
    """

    styles: Styles
    places: Mapping[tuple[str, str], int] = field(default_factory=dict)
    bookmarks: Mapping[str, int] = field(default_factory=dict)
    keys: Sequence[str] = ()
    hidden: int = 0
    equations: int = 0
    struck: int = 0
    unknown: int = 0
    fields: list[_Field] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)

    def read(self, paragraph: Any, *, heading: bool = False) -> ParagraphText:
        """What a paragraph says. The format that a heading has from its style is the template's, and no mark."""
        reading = _Reading(self, self.styles.of_paragraph(paragraph), heading)
        reading.children(paragraph)
        # neither an instruction nor the number of a note runs on into the next paragraph
        self.fields = [opened for opened in self.fields if opened.shown and not opened.silent]
        pieces = with_repeated(inline.join(reading.pieces), self.keys, self.known)
        return ParagraphText(
            inline.tidy(pieces),
            tuple(inline.tidy(line) for line in _broken(pieces)),
            tuple(reading.graphics),
            tuple(reading.boxes),
            bold=reading.letters and reading.bold,
            capitals=reading.letters and reading.capitals,
            equation=reading.equation and not reading.letters and not any(isinstance(piece, Callout) for piece in pieces),
        )

    @property
    def printing(self) -> bool:
        """Whether what comes next is printed: no open field is still at its instruction."""
        return all(opened.shown and not opened.silent for opened in self.fields)


@dataclass(slots=True)
class _Reading:
    """One paragraph while it is read. ``letters``: there are some; they are all ``bold``, all ``capitals`` so far."""

    reader: ParagraphReader
    style: str
    heading: bool
    pieces: list[Inline] = field(default_factory=list)
    graphics: list[Graphic] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    letters: bool = False
    bold: bool = True
    capitals: bool = True
    equation: bool = False

    def children(self, parent: Any) -> None:
        """Say what stands in a paragraph or in what holds runs: links, content controls, simple fields."""
        for child in parent:
            if child.tag == f"{W}r":
                self.run(child)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                self.say_equation(child)
            elif child.tag == f"{W}fldSimple" and self.called_again(child.get(f"{W}instr", "")):
                continue
            elif child.tag in graphics.ELEMENTS:
                self.show(child)
            elif child.tag not in _SKIPPED:
                self.children(child)

    def run(self, run: Any) -> None:
        form = self.reader.styles.run(run.find(f"{W}rPr"), self.style)
        custom = False
        for child in run:
            name = child.tag.removeprefix(f"{W}") if isinstance(child.tag, str) else ""
            if name == "fldChar":
                self.field(child.get(f"{W}fldCharType", ""))
            elif name == "instrText":
                if self.reader.fields:
                    self.reader.fields[-1].instruction += child.text or ""
            elif not self.reader.printing:
                continue
            elif form.hidden and name in ("t", "sym"):
                self.reader.hidden += 1
            elif name in ("footnoteReference", "endnoteReference"):
                self.call(name.removesuffix("Reference"), child)
                custom = is_on(child.get(f"{W}customMarkFollows", "0"))
            elif name in ("t", "sym") and custom:
                custom = False  # the sign of the note, which the note is named by
            else:
                self.child(child, name, form)

    def child(self, child: Any, name: str, form: RunFormat) -> None:
        """A child of a run that is printed."""
        if name == "t":
            self.say(child.text or "", form)
        elif name in _CHARACTERS:
            self.say(_CHARACTERS[name], form)
        elif name == "br":
            self.say("\n" if child.get(f"{W}type", "textWrapping") == "textWrapping" else " ", form)
        elif name == "sym":
            self.say(_symbol(child.get(f"{W}char", "")), replace(form, font=child.get(f"{W}font", "")))
        elif name == "ruby":
            for base in child.iterchildren(f"{W}rubyBase"):
                self.children(base)
        elif child.tag in graphics.ELEMENTS:
            self.show(child)

    def show(self, element: Any) -> None:
        self.graphics += graphics.graphics(element)
        self.boxes += graphics.boxes(element)

    def say(self, text: str, form: RunFormat) -> None:
        toggled = self.reader.styles.toggle(self.style, "i") if self.heading else False
        text = shown_in(form.font, text)
        self.reader.unknown += text.count(UNKNOWN)
        self.reader.struck += form.struck and not text.isspace()
        if any(character.isalnum() for character in text):
            self.letters = True
            self.bold = self.bold and form.bold
            self.capitals = self.capitals and (form.capitals or text.upper() == text)
        self.pieces.append(Text(text, form.italic ^ toggled, form.bold and not self.heading, form.superscript))

    def say_equation(self, equation: Any) -> None:
        if self.reader.printing:
            self.reader.equations += 1
            self.equation = True
            self.pieces.append(Text(linear(equation)))

    def field(self, kind: str) -> None:
        """The beginning, the middle or the end of a field (ECMA-376 part 1, 17.16.18)."""
        fields = self.reader.fields
        if kind == "begin":
            fields.append(_Field())
            del fields[:-_MOST_FIELDS]
        elif kind == "separate" and fields:
            fields[-1].shown = True
            fields[-1].silent = self.reader.printing and self.called_again(fields[-1].instruction)
        elif kind == "end" and fields:
            closed = fields.pop()
            instruction = " ".join(closed.instruction.split())
            if not closed.shown and self.reader.printing and instruction.partition(" ")[0].upper() in _SELF_SHOWN:
                self.graphics.append(Graphic("field", f"[field: {instruction[:200]}]"))

    def called_again(self, instruction: str) -> bool:
        """Whether a field calls a note for the second time; its callout is then said."""
        match = _NOTE_REFERENCE.match(instruction)
        place = self.reader.bookmarks.get(match[1]) if match else None
        if place is None:
            return False
        self.pieces.append(Callout(str(place)))
        return True

    def call(self, kind: str, reference: Any) -> None:
        place = self.reader.places.get((kind, reference.get(f"{W}id", "")))
        if place is not None:
            self.pieces.append(Callout(str(place)))


def _symbol(code: str) -> str:
    """The character of a ``w:sym``, its place in the font as Word writes it; "" for what is no character."""
    if not _CODE.fullmatch(code):
        return ""
    character = chr(int(code, 16))
    return character if character.isprintable() or "\uf000" <= character <= "\uf0ff" else ""


def _broken(pieces: Iterable[Inline]) -> list[list[Inline]]:
    """The pieces of each line."""
    lines: list[list[Inline]] = [[]]
    for piece in pieces:
        if not isinstance(piece, Text) or "\n" not in piece.text:
            lines[-1].append(piece)
            continue
        first, *others = piece.text.split("\n")
        lines[-1].append(replace(piece, text=first))
        lines += [[replace(piece, text=other)] for other in others]
    return lines
