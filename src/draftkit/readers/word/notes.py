"""The footnotes and endnotes of a Word file, with the numbers that they are printed with.

In: the trees of a file. Out: the callouts in printed order, each with its number or sign; and what the notes say. Numbers
follow the format, the start and the restarts of the sections and the settings (ECMA-376 part 1, 17.11). Where numbers begin
again on each page the pages are those that Word left marked when it last saved the file; without marks they count on.

Example:
    >>> [(called.kind, called.key) for called in callouts(word, ordinals)]
    [('footnote', '1'), ('footnote', '2'), ('footnote', '*')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from draftkit import inline
from draftkit.model import Content, Inline, Text
from draftkit.readers.word.numbering import Numbering, shown
from draftkit.readers.word.text import ParagraphReader
from draftkit.word.elements import is_on, value, whole
from draftkit.word.package import W, WordFile

KINDS = ("footnote", "endnote")
_REFERENCES = tuple(f"{kind}Reference" for kind in KINDS)
_USUAL_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Called:
    """A note where it is first called: its number or sign, whether a person typed it, and the ordinal of the paragraph."""

    kind: str
    id: str
    key: str
    typed: bool
    ordinal: int


@dataclass(slots=True)
class _Count:
    """How the notes of a kind are numbered in a section, and how far it got."""

    form: str
    start: int = 1
    restart: str = "continuous"
    last: int | None = None

    def next(self) -> str:
        self.last = self.start if self.last is None else self.last + 1
        return shown(self.last, self.form)


def callouts(word: WordFile, ordinals: Mapping[Any, int]) -> list[Called]:
    """The notes that the document calls, in the order of their first callouts."""
    found: dict[tuple[str, str], Called] = {}
    for kind, reference, key, paragraph in _references(word):
        name = reference.get(f"{W}id", "")
        found.setdefault((kind, name), Called(kind, name, key, _is_typed(reference), ordinals.get(paragraph, 0)))
    return list(found.values())


def _references(word: WordFile) -> Iterator[tuple[str, Any, str, Any]]:
    """Every callout: its kind, its element, its number and its paragraph."""
    sections = list(word.document.iter(f"{W}sectPr"))
    counts = _counts(word, sections[0] if sections else None, {})
    paragraph = closing = None  # ``closing``: the section that ends with the paragraph that is open
    at = 0
    for element in word.document.iter(*(f"{W}{name}" for name in ("p", "sectPr", "lastRenderedPageBreak", *_REFERENCES))):
        name = element.tag.removeprefix(W)
        if name == "p":
            paragraph = element
            if closing is not None:
                at, closing = at + 1, None
                counts = _counts(word, sections[at] if at < len(sections) else None, counts)
        elif name == "sectPr":
            closing = element
        elif name == "lastRenderedPageBreak":
            for count in counts.values():
                count.last = None if count.restart == "eachPage" else count.last
        else:
            kind = name.removesuffix("Reference")
            yield kind, element, _custom_mark(element) if _is_typed(element) else counts[kind].next(), paragraph


def _counts(word: WordFile, section: Any | None, before: Mapping[str, _Count]) -> dict[str, _Count]:
    """How each kind is numbered from the beginning of a section on: what it says itself goes before the settings."""
    made: dict[str, _Count] = {}
    for kind in KINDS:
        places = (section, word.settings)
        said = [place.find(f"{W}{kind}Pr") for place in places if place is not None]
        form, start, restart = (_first(said, name) for name in ("numFmt", "numStart", "numRestart"))
        count = _Count(form or _USUAL_FORMS[kind], whole(start, 1), restart or "continuous")
        if kind in before and count.restart != "eachSect":
            count.last = before[kind].last
        made[kind] = count
    return made


def _first(properties: Iterable[Any | None], name: str) -> str:
    return next((said for said in (value(place, name) for place in properties) if said), "")


def _is_typed(reference: Any) -> bool:
    return is_on(reference.get(f"{W}customMarkFollows", "0"))


def _custom_mark(reference: Any) -> str:
    """The sign that a person typed for a note: the text after its callout in the same run."""
    text = next((e for e in reference.itersiblings() if e.tag in (f"{W}t", f"{W}sym")), None)
    return (text.text or "").strip() or "*" if text is not None and text.tag == f"{W}t" else "*"


def definitions(word: WordFile) -> dict[tuple[str, str], Any]:
    """The elements of the notes, by kind and id."""
    found: dict[tuple[str, str], Any] = {}
    for kind, tree in zip(KINDS, (word.footnotes, word.endnotes), strict=True):
        for note in tree.iterchildren(f"{W}{kind}") if tree is not None else ():
            if note.get(f"{W}type", "") not in _SEPARATORS:
                found.setdefault((kind, note.get(f"{W}id", "")), note)
    return found


def bookmarks(word: WordFile, places: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """The place of the note that each bookmark stands at: fields call a note again by it."""
    found: dict[str, int] = {}
    opened: dict[str, str] = {}
    for element in word.document.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", *(f"{W}{name}" for name in _REFERENCES)):
        name = element.tag.removeprefix(W)
        if name == "bookmarkStart":
            opened[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        elif name == "bookmarkEnd":
            opened.pop(element.get(f"{W}id", ""), None)
        elif opened:
            place = places.get((name.removesuffix("Reference"), element.get(f"{W}id", "")))
            if place is not None:
                found |= {bookmark: place for bookmark in list(opened.values())[-20:] if bookmark not in found}
    return found


def note_content(note: Any, sign: str, reader: ParagraphReader, numbering: Numbering) -> tuple[Content, list[str]]:
    """What a note says, its paragraphs one after the other without the sign typed for it; and what stands for its graphics.

    ``numbering`` counts the lists of the notes, which is no part of the body's.
    """
    pieces: list[Inline] = []
    shown_as: list[str] = []
    for paragraph in note.iter(f"{W}p"):
        said = reader.read(paragraph)
        graphics = [graphic.text for graphic in said.graphics]
        shown_as += graphics
        label = numbering.label(paragraph, reader.styles.of_paragraph(paragraph))
        pieces += [Text(f" {label} "), *said.content, *(Text(f" {text}") for text in graphics)]
    content = inline.tidy(piece for piece in pieces if isinstance(piece, Text))
    return _without_sign(content, sign), shown_as


def _without_sign(content: Content, sign: str) -> Content:
    """The content without the sign before it; "" for a number that Word counts."""
    first = content[0] if content else None
    if not sign or not isinstance(first, Text) or not first.text.startswith(sign):
        return content
    return inline.tidy((Text(first.text[len(sign) :], first.italic, first.bold), *content[1:]))
