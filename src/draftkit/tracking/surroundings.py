"""New text in the format of what stands around it.

A sample is a format of the model (italic, bold, superscript) with the ``w:rPr`` that a run of that format has nearby; what a
style or the file itself does besides is kept with it.

Example:
    >>> etree.tostring(dressed(Run("States", italic=True), samples, near))
    '<w:r><w:rPr><w:i/></w:rPr><w:t>States</w:t></w:r>'
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from draftkit.assemble.lines import Run
from draftkit.tracking.looks import look
from draftkit.word.package import W

Format = tuple[bool, bool, bool]
Samples = Mapping[Format, Any]
"""The properties of a run by format: an element ``w:rPr``, or ``None`` for a run without any."""

_PLAIN = (False, False, False)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARTS = re.compile("([\t\u2011\n])")
_SIGNS = {"\t": "tab", "\u2011": "noBreakHyphen", "\n": "br"}
_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden "
    "color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
    "specVanish oMath"
).split()
"""The order of run properties (ECMA-376 part 1, 17.3.2.28)."""


@dataclass(slots=True)
class Looks:
    """The samples of a whole file, for a line that has none of a format: by what the plain text looks like around it."""

    by_plain: dict[str, dict[Format, Any]] = field(default_factory=dict)

    def learn(self, samples: Samples) -> None:
        """Keep the samples of a line; of two the one that differs from the plain text, as italics do where they are real."""
        if _PLAIN not in samples:
            return
        plain = look(samples[_PLAIN])
        known = self.by_plain.setdefault(plain, {})
        for wanted, sample in samples.items():
            if wanted not in known or look(known[wanted]) == plain:
                known[wanted] = sample

    def completed(self, samples: Samples) -> dict[Format, Any]:
        """The samples of a line, and those of lines that look like it."""
        known = self.by_plain.get(look(samples[_PLAIN]), {}) if _PLAIN in samples else {}
        return {**known, **samples}


def format_of(run: Run) -> Format:
    return run.italic, run.bold, run.superscript or run.repeated


def dressed(run: Run, samples: Samples, near: Any) -> Any:
    """A run of Word for a run of the model; ``near`` is an element of the tree that it is for."""
    return typed(run.text, properties(format_of(run), samples, near), near)


def typed(text: str, rpr: Any | None, near: Any) -> Any:
    """A run with a text; tabs, line breaks and non-breaking hyphens are elements (17.3.3)."""
    out = near.makeelement(f"{W}r")
    if rpr is not None and len(rpr):
        out.append(copy.deepcopy(rpr))
    for part in filter(None, _PARTS.split(text)):
        child = out.makeelement(f"{W}{_SIGNS.get(part, 't')}")
        if part not in _SIGNS:
            child.text = part
            if part != part.strip() or "  " in part:
                child.set(_SPACE, "preserve")
        out.append(child)
    return out


def changed_to(wanted: Format, samples: Samples, near: Any) -> Any:
    """The properties of a run that is of another format now; an empty element for none."""
    found = properties(wanted, samples, near)
    return copy.deepcopy(found) if found is not None else near.makeelement(f"{W}rPr")


def properties(wanted: Format, samples: Samples, near: Any) -> Any | None:
    """The properties of a run of a format: those of the nearest sample, and what is different on top."""
    if wanted in samples:
        return samples[wanted]
    if not samples:
        sample, base = _PLAIN, None
    else:
        sample = min(samples, key=lambda had: (sum(a != b for a, b in zip(had, wanted, strict=True)), had))
        base = samples[sample]
    out = copy.deepcopy(base) if base is not None else near.makeelement(f"{W}rPr")
    for name, had, want in zip(("i", "b", "vertAlign"), sample, wanted, strict=True):
        if had != want:
            _turn(out, name, on=want)
    return out


def _turn(rpr: Any, name: str, *, on: bool) -> None:
    """Turn a property on or off; one that a style turned on is turned off by saying so."""
    found = rpr.find(f"{W}{name}")
    if found is not None:
        rpr.remove(found)
    said = {f"{W}val": "superscript" if on else "baseline"} if name == "vertAlign" else ({} if on else {f"{W}val": "0"})
    if on or found is None:
        insert_ordered(rpr, rpr.makeelement(f"{W}{name}", said))


def insert_ordered(rpr: Any, child: Any) -> None:
    """Put a property in its place among the others."""
    ranks = {f"{W}{name}": rank for rank, name in enumerate(_ORDER)}
    own = ranks[child.tag]
    at = next((i for i, other in enumerate(rpr) if ranks.get(other.tag, len(ranks)) > own), len(rpr))
    rpr.insert(at, child)


__all__ = ["Format", "Looks", "Samples", "changed_to", "dressed", "format_of", "properties", "typed"]
