"""Which paragraphs of a Word file a line of the old text stands in.

The reader says where each line begins; it may go on in paragraphs that no other line begins in. What the masthead prints may
stand in a running head.

Example:
    >>> standing = Standing(main, heads, {"masthead.title": 12})
    >>> [flattened(p).text for p in standing.paragraphs(line, pieces)]
    ['Safety of', 'submarine cables']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from draftkit.assemble.lines import Line
from draftkit.compare.redline import Pieces
from draftkit.compare.tokens import Op
from draftkit.tracking.flat import flattened
from draftkit.tracking.located import is_printed
from draftkit.tracking.writing import said
from draftkit.un.spelling import same
from draftkit.word.package import W


@dataclass
class Standing:
    """The paragraphs of a file. ``heads`` are those of its headers and footers; ``places`` is ``Reading.lines``."""

    main: Any
    heads: Sequence[Any]
    places: Mapping[str, int]
    all: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.all = list(self.main.iter(f"{W}p"))
        self.taken = sorted({place for place in self.places.values() if place})
        self.lines_at = Counter(self.places.values())

    def first(self, line: Line) -> Any | None:
        """The paragraph of the body that a line begins in, ``None`` if it begins in none."""
        place = self.places.get(line.key, 0)
        return self.all[place - 1] if 0 < place <= len(self.all) else None

    def named(self, line: Line) -> str:
        """Where a line stands, for a message."""
        place = self.places.get(line.key, 0)
        return f"paragraph {place} of the file" if place else "a line of the first page"

    def is_alone(self, line: Line) -> bool:
        """Whether no other line begins in the same paragraph."""
        return self.lines_at[self.places.get(line.key, 0)] == 1

    def paragraphs(self, line: Line, pieces: Pieces) -> list[Any]:
        """The paragraphs that a line stands in, [] if it is not found."""
        wanted = _wanted(pieces)
        first = self.first(line)
        if first is None:
            found = next((p for p in self.heads if wanted and wanted in _bare(flattened(p).text)), None)
            return [] if found is None else [found]
        place = self.places[line.key]
        out, text = [first], _bare(flattened(first).text)
        stop = next((taken for taken in self.taken if taken > place), len(self.all) + 1)
        for other in self.all[place : stop - 1]:
            if len(text) >= len(wanted) or other.getparent() is not first.getparent():
                break
            out.append(other)
            text += _bare(flattened(other).text)
        return out

    def prints(self, pieces: Pieces) -> bool:
        """Whether the file says anywhere what these pieces of the old text say."""
        wanted = _wanted(pieces)
        return any(wanted in _bare(flattened(p).text) for p in (*self.all, *self.heads))


def _wanted(pieces: Pieces) -> str:
    return _bare("".join(said(piece) for piece in pieces if piece.op is not Op.INSERT))


def _bare(text: str) -> str:
    return "".join(filter(is_printed, same(text)))


__all__ = ["Standing"]
