"""What the styles of a Word file make of a run and of a paragraph.

In: the tree of the styles, and elements of the text. Out: the format of a run, and the facts of a paragraph that the reader
goes by: whether it is a heading, centred, numbered. Table styles are left aside: they are the template's, not the text's.

Example:
    >>> styles.run(run, "Heading1").italic, styles.is_heading("Heading1")
    (False, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from draftkit.word.elements import is_on, value, whole
from draftkit.word.package import W

_HEADING = re.compile(
    r"heading ?\d|title|subtitle|title_h.*|annex ?(?:no|title)|_?\s*(?:reg_)?h_*(?:[\d/]+|_ch)(?:_g)?", re.IGNORECASE
)
"""The names of heading styles: Word's own, New York's ("_ H_1", "Title_H_CH"), Geneva's ("_ H_2/3_G", "Reg_H__Ch_G")."""
_BODY_LEVEL = 9
"""The outline level of what is no heading (ECMA-376 part 1, 17.3.1.20)."""
_TOGGLES = ("i", "b", "caps", "smallCaps", "vanish", "strike", "dstrike")
"""Properties that two kinds of styles turn off between them (17.7.3); a double line through the text is taken for one."""
_LONGEST_CHAIN = 50
"""Styles based on one another; Word's own templates have chains of five."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run is shown. ``capitals`` are those that the format makes of small letters; the letters stay as typed.

    ``struck``: with a line through it; ``font``: the one that the run itself names, "" for none.
    """

    italic: bool = False
    bold: bool = False
    superscript: bool = False
    capitals: bool = False
    hidden: bool = False
    struck: bool = False
    font: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of one file, by id; what was worked out once is kept."""

    by_id: dict[str, Any] = field(default_factory=dict)
    default: str = ""
    _defaults: Any = None
    _said: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Any | None) -> Styles:
        """The styles of a tree; none if the file has no such part."""
        styles = cls()
        if tree is None:
            return styles
        styles._defaults = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in tree.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            styles.by_id.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0")):
                styles.default = styles.default or name
        return styles

    def chain(self, style: str) -> Iterator[Any]:
        """The style and those that it is based on; a circle ends where it began, and a chain at ``_LONGEST_CHAIN``."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            found = self.by_id[style]
            yield found
            based = found.find(f"{W}basedOn")
            style = "" if based is None else based.get(f"{W}val", "")

    def of_paragraph(self, paragraph: Any) -> str:
        """The id of a paragraph's style."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        named = "" if found is None else found.get(f"{W}val", "")
        return named if named in self.by_id else self.default

    def toggle(self, style: str, name: str) -> bool:
        """What a style says of a toggle property ("i"), itself or by what it is based on."""
        return is_on(self._property(style, name, "0"))

    def _property(self, style: str, name: str, default: str) -> str:
        """The ``w:val`` of a run's property by its style, itself or by what it is based on."""
        key = (style, name)
        if key not in self._said:
            found = (link.find(f"{W}rPr/{W}{name}") for link in self.chain(style))
            self._said[key] = next((e.get(f"{W}val", "1") for e in found if e is not None), default)
        return self._said[key]

    def run(self, properties: Any | None, paragraph_style: str) -> RunFormat:
        """The format of a run from its ``w:rPr`` and the style of its paragraph (17.7.2, 17.7.3)."""
        character = value(properties, "rStyle")
        on = {name: self._toggled(properties, paragraph_style, character, name) for name in _TOGGLES}
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        return RunFormat(
            italic=on["i"],
            bold=on["b"],
            superscript=self._raised(properties, paragraph_style, character),
            capitals=on["caps"] or on["smallCaps"],
            hidden=on["vanish"],
            struck=on["strike"] or on["dstrike"],
            font="" if fonts is None else fonts.get(f"{W}ascii", ""),
        )

    def _toggled(self, properties: Any | None, paragraph: str, character: str, name: str) -> bool:
        """Direct formatting says it; else the styles together, one of two that set it undoing the other (17.7.3)."""
        direct = None if properties is None else properties.find(f"{W}{name}")
        if direct is not None:
            return is_on(direct.get(f"{W}val", "1"))
        default = None if self._defaults is None else self._defaults.find(f"{W}{name}")
        if default is not None and is_on(default.get(f"{W}val", "1")):
            return True
        return self.toggle(paragraph, name) ^ self.toggle(character, name)

    def _raised(self, properties: Any | None, paragraph: str, character: str) -> bool:
        said = (value(properties, "vertAlign"), *(self._property(style, "vertAlign", "") for style in (character, paragraph)))
        return next((word for word in said if word), "") == "superscript"

    def is_heading(self, style: str, paragraph: Any | None = None) -> bool:
        """Whether a paragraph of this style is a heading, by its outline level or the name of the style."""
        direct = None if paragraph is None else paragraph.find(f"{W}pPr/{W}outlineLvl")
        levels = [direct, *(link.find(f"{W}pPr/{W}outlineLvl") for link in self.chain(style))]
        level = next((e.get(f"{W}val", "") for e in levels if e is not None), "")
        if level:
            return whole(level, _BODY_LEVEL) < _BODY_LEVEL
        return any(_HEADING.fullmatch(value(link, "name").strip()) for link in self.chain(style))

    def is_centred(self, paragraph: Any, style: str) -> bool:
        """Whether the lines of a paragraph are centred."""
        said = [value(paragraph.find(f"{W}pPr"), "jc"), *(value(link.find(f"{W}pPr"), "jc") for link in self.chain(style))]
        return next((word for word in said if word), "") == "center"

