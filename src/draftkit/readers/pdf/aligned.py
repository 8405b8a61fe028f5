"""Tables whose columns only show by what stands under what: lines smaller than the text, with gaps that lie in a row.

In: the lines of a page that stand in no ruled table. Out: the stretches of them that are tables, each with the bounds of its
columns.

Example:
    >>> [(len(found.lines), found.bounds) for found in aligned_tables(lines, layout)]
    [(12, [123.4, 262.0, 336.2, 488.0])]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from draftkit.readers.pdf.furniture import Layout
from draftkit.readers.pdf.lines import Line, columns

_SMALLER = 0.95
"""A table is set smaller than the text, by this at least."""
_GAP = 1.0
"""Ems between cells."""
_RIVER = 0.5
"""Ems of the empty strip between columns."""
_BRIDGES = 0.15
"""The share of lines (heads over several columns) that may lie across such a strip."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The lines of a table, and where its columns begin and end."""

    lines: tuple[Line, ...]
    bounds: list[float]


def aligned_tables(lines: Sequence[Line], layout: Layout) -> Iterator[Aligned]:
    """The tables among the lines of a page."""
    for small, group in groupby(lines, key=lambda line: line.size < _SMALLER * layout.size):
        run = _trimmed(list(group)) if small else []
        bounds = _bounds(run) if run else []
        if len(bounds) > 2:
            yield Aligned(tuple(run), bounds)


def _trimmed(run: list[Line]) -> list[Line]:
    """A run of small lines without the notes that stand under a table; nothing where fewer than two lines have cells."""
    parted = [at for at, line in enumerate(run) if len(columns(line, _GAP)) > 1]
    if len(parted) < 2:
        return []
    left = min(line.left for line in run)
    end = parted[-1] + 1
    while end < len(run) and not run[end].glyphs[0].style.raised and _goes_on(run[end - 1], run[end], left):
        end += 1
    start = next((at for at, line in enumerate(run[:end]) if not line.glyphs[0].style.raised), 0)
    return run[start:end]


def _goes_on(above: Line, line: Line, left: float) -> bool:
    """Whether a line in one piece is the rest of a cell."""
    return above.y - line.y <= 1.35 * line.size and (line.left > left + line.size or len(line.text) < 40)


def _bounds(run: Sequence[Line]) -> list[float]:
    pieces = [(piece.left, piece.right) for line in run for piece in columns(line, _GAP)]
    left, right = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
    most = int(_BRIDGES * len(run))
    em = run[-1].size
    bounds = [left]
    strip: list[tuple[int, float]] = []
    x = left
    begins, ends = sorted(piece[0] for piece in pieces), sorted(piece[1] for piece in pieces)
    while x < right:
        across = bisect_left(begins, x) - bisect_right(ends, x)
        if across <= most:
            strip.append((across, x))
        else:
            if strip and len(strip) >= _RIVER * em and strip[0][1] > left:
                bounds.append(_middle(strip))
            strip = []
        x += 1.0
    return [*bounds, right]


def _middle(strip: Sequence[tuple[int, float]]) -> float:
    """The middle of the emptiest part of a strip, given by how many pieces lie across each of its points."""
    least = min(across for across, _ in strip)
    emptiest = [x for across, x in strip if across == least]
    return (emptiest[0] + emptiest[-1]) / 2
