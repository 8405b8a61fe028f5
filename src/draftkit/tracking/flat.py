"""A paragraph of a Word file laid out flat: its characters in a row, and which run each of them stands in.

What is no character (a picture, a callout, a whole field) takes one place and is a *thing*. Hyperlinks, content controls and
the like are looked through. Places are counted from 0; a stretch is ``[start, stop)``. The tree is left as it is.

Example:
    >>> flat = flattened(paragraph)
    >>> flat.text, [(s.start, s.stop) for s in flat.stretches]
    ('\\t3.\\tUrges States,\ufffc', [(0, 4), (4, 9), (9, 17), (17, 18)])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from draftkit.word.package import M, W

THING = "\ufffc"
"""The character that stands for a thing."""

_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_TEXTS = frozenset({f"{W}t", f"{W}delText"})
_WEIGHTLESS = frozenset(
    f"{W}{name}" for name in ("rPr", "lastRenderedPageBreak", "commentReference", "annotationRef", "footnoteRef", "endnoteRef")
)
"""What stands in a run and takes no place in its text."""

_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_LOOKED_THROUGH = frozenset(f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "bdo", "dir", "sdt", "sdtContent"))
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THINGS = frozenset({f"{_MC}AlternateContent", f"{W}fldSimple", f"{W}subDoc", f"{M}oMath", f"{M}oMathPara"})
_OPEN = ("HYPERLINK", "TOC", "INDEX", "INCLUDETEXT", "FORMTEXT")
"""Fields whose result is text of its own: it is compared word by word, the others are one thing (17.16.5)."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What takes one place: "footnote", "endnote", "field", "field-mark", "drawing" or "other", and its element."""

    kind: str
    element: Any
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring places that stand in one run, or one thing of several elements (a field); all have one parent."""

    elements: tuple[Any, ...]
    start: int
    stop: int

    @property
    def run(self) -> Any:
        return self.elements[0]


@dataclass(slots=True)
class Flat:
    """A paragraph laid out flat."""

    paragraph: Any
    text: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    things: dict[int, Thing] = field(default_factory=dict)


def flattened(paragraph: Any, *, closed: bool = False) -> Flat:
    """Lay out a paragraph without revisions. ``closed``: every field is one thing, also one whose result is text."""
    return _Layout(paragraph, closed).flat()


@dataclass(slots=True)
class _Layout:
    paragraph: Any
    closed: bool
    parts: list[str] = field(default_factory=list)
    at: int = 0
    out: Flat = field(init=False)

    def flat(self) -> Flat:
        self.out = Flat(self.paragraph)
        self.children(self.paragraph)
        self.out.text = "".join(self.parts)
        return self.out

    def children(self, parent: Any) -> None:
        siblings = iter(parent)
        for child in siblings:
            tag = child.tag
            if tag == f"{W}r":
                if child.find(f"{W}fldChar") is not None and (whole := self.field_from(child)):
                    self.thing(tuple(whole), Thing("field", child, _printed(whole)))
                    for sibling in siblings:
                        if sibling is whole[-1]:
                            break
                else:
                    self.run(child)
            elif tag in _LOOKED_THROUGH:
                self.children(child)
            elif tag in _THINGS:
                kind = "field" if tag == f"{W}fldSimple" else "other"
                self.thing((child,), Thing(kind, child, _printed([child])))

    def field_from(self, first: Any) -> list[Any]:
        """The runs of a closed field that begins with a run, [] if it is open, torn or not all of it stands here."""
        depth, found, instruction = 0, [], []
        for sibling in (first, *first.itersiblings()):
            found.append(sibling)
            if sibling.tag == f"{W}r":
                marks = [child.get(f"{W}fldCharType") for child in sibling.iterchildren(f"{W}fldChar")]
                if marks and len(sibling) > len(marks) + (sibling.find(f"{W}rPr") is not None):
                    return []  # a run with other content beside
                instruction += [text.text or "" for text in sibling.iterchildren(f"{W}instrText")]
                depth += marks.count("begin") - marks.count("end")
                if depth <= 0:
                    said = "".join(instruction).split()
                    is_open = not self.closed and bool(said) and said[0].upper() in _OPEN
                    return [] if is_open or (marks[:1] == ["end"] and sibling is first) else found
            elif sibling.tag in _LOOKED_THROUGH or any(True for _ in sibling.iter(f"{W}fldChar")):
                return []
        return []

    def thing(self, elements: tuple[Any, ...], thing: Thing) -> None:
        self.out.things[self.at] = thing
        self.parts.append(THING)
        self.out.stretches.append(Stretch(elements, self.at, self.at + 1))
        self.at += 1

    def run(self, run: Any) -> None:
        start = self.at
        for child in run:
            text = characters(child)
            if text == THING:
                self.out.things[self.at] = _thing(child)
            self.parts.append(text)
            self.at += len(text)
        if self.at > start:
            self.out.stretches.append(Stretch((run,), start, self.at))


def characters(child: Any) -> str:
    """What a child of a run stands for in the text: its characters, one sign for a thing, "" for what takes no place."""
    tag = child.tag
    if tag in _TEXTS:
        return child.text or ""
    if tag in _WEIGHTLESS or not isinstance(tag, str):
        return ""
    if tag == f"{W}br":
        return "\n" if child.get(f"{W}type") in (None, "textWrapping") else "\f"
    return _CHARACTERS.get(tag, THING)


def _thing(child: Any) -> Thing:
    if child.tag in _NOTES:
        return Thing(_NOTES[child.tag], child)
    if child.tag in (f"{W}fldChar", f"{W}instrText"):
        return Thing("field-mark", child)
    names = {str(child.tag).rpartition("}")[2]}
    return Thing("drawing" if names & {"drawing", "pict", "object", "AlternateContent"} else "other", child)


def _printed(elements: list[Any]) -> str:
    """What a field shows: the text of its runs after its instruction."""
    return "".join(_texts(elements))


def _texts(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        for text in element.iter(*_TEXTS):
            yield text.text or ""


__all__ = ["THING", "Flat", "Stretch", "Thing", "characters", "flattened"]
