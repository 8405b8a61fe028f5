"""How a kind of line begins in this file, so that a new one begins the same: its properties, tabs and number.

Example:
    >>> lead = Lead.of(flat, text_begins=4, number="3.", samples=samples)
    >>> lead.paragraph("4.", near)        # '<w:p>...<w:r><w:tab/><w:t>4.</w:t><w:tab/></w:r></w:p>'
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from draftkit.tracking.flat import Flat
from draftkit.tracking.surroundings import Samples, typed
from draftkit.word.package import W

_DROPPED = tuple(f"{W}{name}" for name in ("rPr", "sectPr", "pPrChange"))


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before the text of a line. ``typed`` is its characters, the number with them; ``number`` the number alone."""

    properties: Any | None
    typed: str
    number: str
    look: Any | None
    samples: Samples

    @classmethod
    def of(cls, flat: Flat, text_begins: int, number: str, samples: Samples) -> Lead:
        """The lead of a line whose text begins at a place of its paragraph."""
        look = next((s.run.find(f"{W}rPr") for s in flat.stretches if s.run.tag == f"{W}r" and s.start < text_begins), None)
        return cls(flat.paragraph.find(f"{W}pPr"), flat.text[:text_begins], number, look, samples)

    @property
    def is_automatic(self) -> bool:
        """Whether Word counts: the number is not typed."""
        return bool(self.number) and self.number not in self.typed

    def paragraph(self, near: Any) -> Any:
        """A new paragraph with these properties; a section does not end with it."""
        out = near.makeelement(f"{W}p")
        if self.properties is not None:
            own = copy.deepcopy(self.properties)
            for child in [child for child in own if child.tag in _DROPPED]:
                own.remove(child)
            if len(own):
                out.append(own)
        return out

    def begin(self, number: str) -> str:
        """The characters before the text of a line with this number."""
        if self.is_automatic:
            return self.typed
        if self.number:
            at = self.typed.rindex(self.number)
            return self.typed[:at] + number + self.typed[at + len(self.number) :] if number else self.typed[:at]
        return f"{self.typed}{number}\t" if number else self.typed

    def runs(self, number: str, near: Any) -> list[Any]:
        """The runs of the lead."""
        text = self.begin(number)
        return [typed(text, self.look, near)] if text else []


__all__ = ["Lead"]
