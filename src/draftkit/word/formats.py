"""How runs and paragraphs of a Word file look, by what they say themselves and by their character styles.

In: the styles of a file and ``w:rPr``, ``w:pPr``. Out: the names of the formats that are compared (``pieces.SIGNS``), the names
of styles, and the rest in one spelling. The style of a paragraph takes no part in the format of its runs: it is compared.

Example:
    >>> formats.run(run.find(f"{W}rPr"))
    (' b i', 'sz(val=20)')
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from draftkit.word.elements import is_on, value
from draftkit.word.package import W
from draftkit.word.pieces import SIGNS
from draftkit.word.spelled import SILENT, properties_spelled, spelled

_TOGGLES = {f"{W}{name}": name for name in ("b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish")}
_RAISED = ("superscript", "subscript")
_SIDES = {"start": "left", "end": "right", "justify": "both"}
_LONGEST_CHAIN = 50
_TOLD = frozenset(f"{W}{name}" for name in ("pStyle", "jc", "numPr", "rPr", "sectPr"))
"""What of a paragraph's properties is compared, or belongs to its mark or to a section."""


@dataclass(slots=True)
class Formats:
    """The styles of one file; what was worked out once is kept."""

    styles: dict[str, Any] = field(default_factory=dict)
    default: str = ""
    _runs: dict[Any, tuple[str, str]] = field(default_factory=dict)
    _paragraphs: dict[Any, str] = field(default_factory=dict)
    _characters: dict[str, dict[str, bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Any | None) -> Formats:
        """The styles of a tree; none if the file has no such part."""
        formats = cls()
        for style in () if tree is None else tree.iterchildren(f"{W}style"):
            id_ = style.get(f"{W}styleId", "")
            formats.styles.setdefault(id_, style)
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0")):
                formats.default = formats.default or id_
        return formats

    def name(self, id_: str) -> str:
        """The name of a style, in small letters: files that came from one another may have other ids for it."""
        return value(self.styles.get(id_), "name").lower() or id_

    def run(self, properties: Any | None) -> tuple[str, str]:
        """The formats of a run, and how it looks else."""
        if properties is None or not len(properties):
            return "", ""
        key = _key(properties)
        if key not in self._runs:
            self._runs[key] = self._worked_out(properties)
        return self._runs[key]

    def _worked_out(self, properties: Any) -> tuple[str, str]:
        character = value(properties, "rStyle")
        on = self._of_style(character) | _said(properties)
        skip = _TOGGLES.keys() | {f"{W}u", f"{W}vertAlign", f"{W}rStyle"}
        rest = sorted(spelled(child) for child in properties if _speaks(child) and child.tag not in skip)
        named = [f"style({self.name(character)})"] if character else []
        return "".join(f" {name}" for name in SIGNS if on.get(name)), " ".join([*named, *rest])

    def _of_style(self, id_: str) -> dict[str, bool]:
        """What a character style says, itself or by what it is based on."""
        if id_ not in self._characters:
            chain: list[Any] = []
            at = id_
            while at in self.styles and len(chain) < _LONGEST_CHAIN:
                chain.append(self.styles[at])
                at = value(self.styles[at], "basedOn")
            on: dict[str, bool] = {}
            for style in reversed(chain):
                properties = style.find(f"{W}rPr")
                on |= {} if properties is None else _said(properties)
            self._characters[id_] = on
        return self._characters[id_]

    def style(self, paragraph: Any | None) -> str:
        """The name of the style of a paragraph, by its ``w:pPr``."""
        return self.name(value(paragraph, "pStyle") or self.default)

    def paragraph(self, properties: Any | None) -> str:
        """How a paragraph looks besides its style, alignment and number."""
        if properties is None or not len(properties):
            return ""
        key = _key([child for child in properties if child.tag not in _TOLD])
        if key not in self._paragraphs:
            self._paragraphs[key] = properties_spelled(properties, _TOLD)
        return self._paragraphs[key]


def alignment(properties: Any | None) -> str:
    """The alignment that a paragraph says itself."""
    said = value(properties, "jc")
    return _SIDES.get(said, said)


def _speaks(child: Any) -> bool:
    return isinstance(child.tag, str) and child.tag not in SILENT


def _key(properties: Any) -> tuple[Any, ...]:
    return tuple((child.tag, *child.items(), spelled(child) if len(child) else "") for child in properties)


def _said(properties: Any) -> dict[str, bool]:
    """What properties say of formats, on or off."""
    on: dict[str, bool] = {}
    for child in properties:
        name = _TOGGLES.get(child.tag)
        if name:
            on[name] = is_on(child.get(f"{W}val", "1"))
        elif child.tag == f"{W}u":
            on["u"] = is_on(child.get(f"{W}val", "single"))
        elif child.tag == f"{W}vertAlign":
            on |= {kind: child.get(f"{W}val") == kind for kind in _RAISED}
    return on
