"""Automatic numbers -> the labels that Word prints.

In: the tree of the numbering, the styles, and the paragraphs in printed order. Out: the label of each ("3.", "(a)", "•"), ""
for one that is not numbered. Word counts by abstract list, so two lists made of one go on from each other.
Source: ECMA-376 part 1, 17.9.

Example:
    >>> numbering = Numbering.of(tree, styles)
    >>> [numbering.label(paragraph, "ListParagraph") for paragraph in paragraphs]
    ['1.', '2.', '(a)']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from draftkit.readers.word.styles import Styles
from draftkit.un.labels import letter, roman
from draftkit.word.elements import decimal, has, value, whole
from draftkit.word.package import W

LEVELS = 9
_NO_START = -1
_LARGEST_SIGN = 780
"""Thirty times the alphabet; a number beyond it is shown in digits."""
_PLACE = re.compile("%([1-9])")
_PRIVATE = re.compile("[\uf000-\uf0ff\ue000]")
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_NOTE_SIGNS = "*†‡§"


def _ordinal(n: int) -> str:
    return f"{n}{'th' if 10 < n % 100 < 14 else _SUFFIXES.get(n % 10, 'th')}"


def _sign(n: int) -> str:
    return _NOTE_SIGNS[(n - 1) % 4] * ((n - 1) // 4 + 1)


_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "lowerLetter": letter,
        "upperLetter": lambda n: letter(n).upper(),
        "lowerRoman": roman,
        "upperRoman": lambda n: roman(n).upper(),
        "ordinal": _ordinal,
        "decimalZero": lambda n: f"{n:02}",
        "chicago": _sign,
        "hex": lambda n: f"{n:X}",
        "numberInDash": lambda n: f"- {n} -",
        "decimalEnclosedParen": lambda n: f"({n})",
        "decimalEnclosedFullstop": lambda n: f"{n}.",
        "none": lambda n: "",
    }
)
"""How a number is shown (ST_NumberFormat, 17.18.59); in digits where it says anything else."""


def shown(number: int, how: str) -> str:
    """A number in one of the forms of ST_NumberFormat: ``shown(4, "lowerRoman")`` is "iv"."""
    if not 0 < number <= _LARGEST_SIGN and how != "none":
        return str(number)
    return _FORMATS.get(how, str)(number)


@dataclass(slots=True)
class _List:
    """An abstract list: its levels, and how far it has counted."""

    levels: dict[int, Any]
    counted: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    """A list of the text (``w:num``): the abstract list it is made of, and what it changes in its levels.

    ``starts`` are the starts that it gives to levels, which count for those that it has ``begun``.
    """

    abstract: _List
    levels: dict[int, Any] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Numbering:
    """The lists of one file while its paragraphs are counted.

    ``depth`` is that of the last paragraph labelled, where its list tells: "(i)" on the third level of a list of numbered
    paragraphs is no ninth letter. Else it is ``None``.
    """

    styles: Styles
    instances: dict[str, _Instance] = field(default_factory=dict)
    depth: int | None = None
    _links: dict[str, tuple[str, int] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Any | None, styles: Styles) -> Numbering:
        """The lists of a tree; none if the file has no such part."""
        numbering = cls(styles)
        if tree is None:
            return numbering
        abstracts = {e.get(f"{W}abstractNumId", ""): e for e in tree.iterchildren(f"{W}abstractNum")}
        linked = {value(e, "styleLink"): name for name, e in abstracts.items() if value(e, "styleLink")}
        lists = {name: _List(_levels(e)) for name, e in abstracts.items()}
        for num in tree.iterchildren(f"{W}num"):
            name = value(num, "abstractNumId")
            if name not in abstracts:
                continue
            name = linked.get(value(abstracts[name], "numStyleLink"), name)
            numbering.instances.setdefault(num.get(f"{W}numId", ""), _instance(num, lists[name]))
        return numbering

    def label(self, paragraph: Any, style: str) -> str:
        """The label of the next paragraph."""
        place = self._place(paragraph, style)
        self.depth = None
        if place is None:
            return ""
        instance, level = self.instances[place[0]], place[1]
        counted = instance.abstract.counted
        if level in counted and (level in instance.begun or level not in instance.starts):
            counted[level] += 1
        else:
            counted[level] = _start(instance, level)
        instance.begun.add(level)
        for deeper in [n for n in counted if n > level]:
            if level < decimal(_level(instance, deeper), "lvlRestart", LEVELS):
                del counted[deeper]
        text = _text(instance, level)
        if level and text.startswith("(") and value(_level(instance, 0), "lvlText") == "%1.":
            self.depth = level
        return text

    def _place(self, paragraph: Any, style: str) -> tuple[str, int] | None:
        """The list and the level of a paragraph; what it says itself goes before what its style says (17.3.1.19)."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = value(own, "numId"), value(own, "ilvl")
        if not number:
            styled = self._of_style(style)
            if styled is None:
                return None
            number, deep = styled
            level = level or str(deep)
        if number not in self.instances:  # "0" takes a number away
            return None
        return number, self._level(level, number, style)

    def _level(self, said: str, number: str, style: str) -> int:
        """The level that is said; else the one that has the style, or a style that it is based on, as its own (17.9.23)."""
        if said.isdecimal():
            return min(whole(said, LEVELS), LEVELS - 1)
        levels = self.instances[number].abstract.levels
        owners = {value(level, "pStyle"): place for place, level in levels.items()}
        names = (link.get(f"{W}styleId", "") for link in self.styles.chain(style))
        return next((owners[name] for name in names if name in owners), 0)

    def _of_style(self, style: str) -> tuple[str, int] | None:
        if style not in self._links:
            self._links[style] = self._worked_out(style)
        return self._links[style]

    def _worked_out(self, style: str) -> tuple[str, int] | None:
        number = level = ""
        for link in self.styles.chain(style):
            properties = link.find(f"{W}pPr/{W}numPr")
            number = number or value(properties, "numId")
            level = level or value(properties, "ilvl")
            if number:
                break
        if number not in self.instances:
            return None
        return number, self._level(level, number, style)


def _levels(parent: Any) -> dict[int, Any]:
    places = ((whole(e.get(f"{W}ilvl", ""), LEVELS), e) for e in parent.iterchildren(f"{W}lvl"))
    return {place: level for place, level in places if place < LEVELS}


def _instance(num: Any, abstract: _List) -> _Instance:
    instance = _Instance(abstract)
    for override in num.iterchildren(f"{W}lvlOverride"):
        start = decimal(override, "startOverride", _NO_START)
        if start != _NO_START:
            instance.starts[whole(override.get(f"{W}ilvl", ""), LEVELS)] = start
        instance.levels |= _levels(override)
    return instance


def _level(instance: _Instance, level: int) -> Any | None:
    return instance.levels.get(level, instance.abstract.levels.get(level))


def _start(instance: _Instance, level: int) -> int:
    """What a level begins with, and begins with again (17.9.25, 17.9.26)."""
    return instance.starts.get(level, decimal(_level(instance, level), "start", 1))


def _text(instance: _Instance, at: int) -> str:
    """The text of a level with the numbers in their places (17.9.11)."""
    level = _level(instance, at)
    how = value(level, "numFmt")
    text = value(level, "lvlText")
    if how == "bullet":
        return _PRIVATE.sub("•", text)
    digits = has(level, "isLgl")

    def counted(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        form = value(_level(instance, place), "numFmt")
        count = instance.abstract.counted.get(place, _start(instance, place))
        return shown(count, "decimal" if digits and form != "none" else form)

    return _PRIVATE.sub("", _PLACE.sub(counted, text)).strip()

