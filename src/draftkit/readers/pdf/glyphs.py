"""The characters of a PDF page with their place and look: what ``sheet`` reads and the other modules work on.

Places are points (1/72 inch) from the lower left corner of the page, the text upright.

Example:
    >>> style = Style(y=734.2, size=14.0)
    >>> Stretch((Glyph("U", 123.4, 133.5, style), Glyph("N", 133.7, 143.8, style)), style).right
    143.8
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

MOST_CHARACTERS = 3_000_000
"""In one file; the longest resolution on record has 0.3 million."""
MOST_OBJECTS = 400_000
"""Stretches of text, lines and pictures in one file."""

UNREADABLE = "\ufffd"


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is set: its baseline, the size of its font, its look; ``raised``: a superscript."""

    y: float
    size: float
    italic: bool = False
    bold: bool = False
    raised: bool = False


class Glyph(NamedTuple):
    """A character between two places of its line; a tuple, for a file may have a million of them."""

    text: str
    left: float
    right: float
    style: Style


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters drawn in one go, on one baseline and in one look."""

    glyphs: tuple[Glyph, ...]
    style: Style

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: a ruling line, or a picture."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: ``number`` counts from 1.

    Of what is not read, ``sideways`` is how many characters stand across the others, ``drawings`` are the places of what is
    drawn with curves or many corners, and ``annotations`` is how many comments, stamps and fields to fill in lie on the page.
    """

    number: int
    width: float
    height: float
    stretches: tuple[Stretch, ...] = ()
    rules: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    sideways: int = 0
    drawings: tuple[Box, ...] = ()
    annotations: int = 0


class Overfull(Exception):
    """There is more on the pages than a resolution can have."""


@dataclass(slots=True)
class Budget:
    """What may still be read of a file."""

    characters: int = MOST_CHARACTERS
    objects: int = MOST_OBJECTS

    def take(self, *, characters: int = 0, objects: int = 0) -> None:
        """Raises ``Overfull`` when it is used up."""
        self.characters -= characters
        self.objects -= objects
        if self.characters < 0 or self.objects < 0:
            raise Overfull
