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

from draftkit.readers.word.elements import is_on, value
from draftkit.readers.word.package import W

_HEADING = re.compile(
    r"heading ?\d|title|subtitle|title_h.*|annex ?(?:no|title)|_?\s*(?:reg_)?h_*(?:[\d/]+|_ch)(?:_g)?", re.IGNORECASE
)
"""The names of heading styles: Word's own, New York's ("_ H_1", "Title_H_CH"), Geneva's ("_ H_2/3_G", "Reg_H__Ch_G")."""
_BODY_LEVEL = 9
"""The outline level of what is no heading (ECMA-376 part 1, 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run is shown. ``capitals`` are those that the format makes of small letters; the letters stay as typed."""

    italic: bool = False
    bold: bool = False
    superscript: bool = False
    capitals: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of one file, by id; what was worked out once is kept."""

    by_id: dict[str, Any] = field(default_factory=dict)
    default: str = ""
    _defaults: Any = None
    _toggles: dict[tuple[str, str], bool | None] = field(default_factory=dict)

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
        """The style and those that it is based on; a circle ends where it began."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
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
        return bool(self._said(style, name))

    def _said(self, style: str, name: str) -> bool | None:
        key = (style, name)
        if key not in self._toggles:
            found = (link.find(f"{W}rPr/{W}{name}") for link in self.chain(style))
            self._toggles[key] = next((is_on(e.get(f"{W}val", "1")) for e in found if e is not None), None)
        return self._toggles[key]

    def run(self, properties: Any | None, paragraph_style: str) -> RunFormat:
        """The format of a run from its ``w:rPr`` and the style of its paragraph (17.7.2, 17.7.3)."""
        character = value(properties, "rStyle")
        names = ("i", "b", "caps", "smallCaps", "vanish")
        toggled = {name: self._toggled(properties, paragraph_style, character, name) for name in names}
        return RunFormat(
            toggled["i"],
            toggled["b"],
            self._raised(properties, paragraph_style, character),
            toggled["caps"] or toggled["smallCaps"],
            toggled["vanish"],
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
        said = [value(properties, "vertAlign")]
        for style in (character, paragraph):
            said += [value(link.find(f"{W}rPr"), "vertAlign") for link in self.chain(style)]
        return next((word for word in said if word), "") == "superscript"

    def is_heading(self, style: str, paragraph: Any | None = None) -> bool:
        """Whether a paragraph of this style is a heading, by its outline level or the name of the style."""
        direct = None if paragraph is None else paragraph.find(f"{W}pPr/{W}outlineLvl")
        levels = [direct, *(link.find(f"{W}pPr/{W}outlineLvl") for link in self.chain(style))]
        level = next((e.get(f"{W}val", "") for e in levels if e is not None), "")
        if level:
            return level.isdecimal() and int(level) < _BODY_LEVEL
        return any(_HEADING.fullmatch(value(link, "name").strip()) for link in self.chain(style))

    def is_centred(self, paragraph: Any, style: str) -> bool:
        """Whether the lines of a paragraph are centred."""
        said = [value(paragraph.find(f"{W}pPr"), "jc"), *(value(link.find(f"{W}pPr"), "jc") for link in self.chain(style))]
        return next((word for word in said if word), "") == "center"

