"""The tables of a page -> rows of cells.

In: the ruling of a page and the lines of its body. Out: the rows, each with the lines of its cells, and the lines that are in
none. The columns show by where the ruling is parted, or by upright lines; the rows by ruling and by gaps.

Example:
    >>> rows, rest = read_tables(area, layout)
    >>> [[cell.text for cell in row.cells] for row in rows]
    [['Category', 'Total'], ['Principal', '54']]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from draftkit.readers.pdf.aligned import Aligned, aligned_tables
from draftkit.readers.pdf.furniture import Area, Layout
from draftkit.readers.pdf.glyphs import Box, Glyph
from draftkit.readers.pdf.lines import Line, part

_SLACK = 3.0
"""Points that the ends of ruling lines may lie apart."""
_LEVELS = 2.5
"""Ruling lines no further apart than this are one."""
_GAP = 0.3
"""Ems between what stands in neighbouring cells."""
_NEAR = 1.5
"""Points that the bound of a column may lie beside the gap between cells."""
_ROW_GAP = 1.35
"""Lines of one cell are not further apart than this many ems."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of a cell (none if it is empty) and how many columns it covers."""

    lines: tuple[Line, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``y`` is where it begins; ``head``: it is in the head; ``aligned``: no ruling shows its columns."""

    page: int
    y: float
    cells: tuple[Cell, ...]
    head: bool = False
    aligned: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of the cells that have any."""
        return tuple(" ".join(line.text for line in cell.lines) for cell in self.cells if cell.lines)


@dataclass(frozen=True, slots=True)
class _Zone:
    """The stretch between two ruling lines."""

    top: float
    bottom: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Ruling:
    """The ruling lines of a page: the level ones from the lowest up, with their heights, and the upright ones."""

    flat: Sequence[Box]
    heights: Sequence[float]
    upright: Sequence[Box]

    @classmethod
    def of(cls, rules: Iterable[Box]) -> _Ruling:
        flat = sorted((rule for rule in rules if rule.width > rule.height), key=lambda rule: rule.top)
        return cls(flat, [rule.top for rule in flat], [rule for rule in rules if rule.height > rule.width])

    def level(self, bottom: float, top: float) -> Sequence[Box]:
        """The level lines between two heights, those about at them with them."""
        return self.flat[bisect_left(self.heights, bottom - _LEVELS) : bisect_right(self.heights, top + _LEVELS)]


def read_tables(area: Area, layout: Layout) -> tuple[list[Row], list[Line]]:
    """The rows of the page's tables from the top down, and the lines that are in none."""
    ruling = _Ruling.of([rule for rule in area.sheet.rules if rule.top < area.ceiling])
    levels = _levels(ruling.heights)
    out: list[Row] = []
    taken: set[int] = set()
    for run in _runs(levels, area.body, ruling):
        bounds = _bounds(ruling, run[0].top, run[-1].bottom)
        for place, zone in enumerate(run):
            head = place == 0 and len(run) > 1 and all(line.italic or line.bold for line in zone.lines)
            groups = [list(zone.lines)] if head or _is_grid(ruling, zone) else _by_gaps(zone.lines)
            out += [_row(group, bounds, head) for group in groups if group]
            taken.update(id(line) for line in zone.lines)
    rest = [line for line in area.body if id(line) not in taken]
    for table in aligned_tables(rest, layout):
        taken.update(id(line) for line in table.lines)
        out += _aligned_rows(table, levels)
    out.sort(key=lambda row: -row.y)
    return out, [line for line in rest if id(line) not in taken]


def _aligned_rows(table: Aligned, levels: Sequence[float]) -> list[Row]:
    """The rows of a table without upright ruling; level lines part rows as gaps do. Its head is in italics or bold."""
    out: list[Row] = []
    head = True
    for _, zone in groupby(table.lines, key=lambda line: sum(level > line.y for level in levels)):
        for group in _by_gaps(list(zone)):
            head = head and all(line.italic for line in group)
            out.append(replace(_row(group, table.bounds, head), aligned=True))
    return out


def _levels(heights: Iterable[float]) -> list[float]:
    """The heights of ruling lines from the top down, each once."""
    out: list[float] = []
    for height in sorted(heights, reverse=True):
        if not out or out[-1] - height > _LEVELS:
            out.append(height)
    return out


def _runs(levels: Sequence[float], body: Sequence[Line], ruling: _Ruling) -> list[list[_Zone]]:
    """The zones between neighbouring ruling lines that hold cells, those of one table together."""
    runs: list[list[_Zone]] = [[]]
    middles = sorted((line.y + 0.3 * line.size, at) for at, line in enumerate(body))
    for top, bottom in pairwise(levels):
        inside = middles[bisect_right(middles, (bottom, len(body))) : bisect_left(middles, (top, -1))]
        if not inside:
            continue
        lines = tuple(body[at] for at in sorted(at for _, at in inside))
        bounds = _bounds(ruling, top, bottom)
        if len(bounds) > 2 and _same_width(ruling, top, bottom) and _holds_cells(lines, bounds):
            runs[-1].append(_Zone(top, bottom, lines))
        else:
            runs.append([])
    return [run for run in runs if run]


def _same_width(ruling: _Ruling, top: float, bottom: float) -> bool:
    """Whether the ruling at two heights is as wide: the rule above the notes is not part of a table."""
    ends = []
    for height in (top, bottom):
        level = ruling.level(height, height)
        ends.append((min(rule.left for rule in level), max(rule.right for rule in level)))
    return all(abs(above - below) <= 2 * _SLACK for above, below in zip(*ends, strict=True))


def _bounds(ruling: _Ruling, top: float, bottom: float) -> list[float]:
    """Where the columns of the ruling between two heights begin and end, from the left."""
    upright = [rule for rule in ruling.upright if rule.bottom < top and rule.top > bottom]
    ends = [x for rule in ruling.level(bottom, top) if rule.width > _SLACK for x in (rule.left, rule.right)]
    places = sorted([*ends, *(rule.left for rule in upright)])
    out: list[float] = []
    for x in places:
        if not out or x - out[-1] > _SLACK:
            out.append(x)
    return out


def _holds_cells(lines: Sequence[Line], bounds: Sequence[float]) -> bool:
    """Whether most lines keep to the columns."""
    inner = bounds[1:-1]
    outside = sum(line.left < bounds[0] - 2 * _SLACK or line.right > bounds[-1] + 2 * _SLACK for line in lines)
    across = sum(
        line.left < inner[0] < line.right and all(_is_crossed(line.glyphs, x) for x in inner if line.left < x < line.right)
        for line in lines
    )
    return outside == 0 and across * 2 <= len(lines)


def _is_crossed(glyphs: Sequence[Glyph], x: float) -> bool:
    """Whether text runs on over a place, no gap of cells being there."""
    for before, glyph, after in zip(glyphs, glyphs[1:], glyphs[2:], strict=False):
        gap = glyph.text in " \u00a0" and glyph.right - glyph.left >= _GAP * glyph.style.size
        if gap and before.right - _NEAR <= x <= after.left + _NEAR:
            return False
    return True


def _is_grid(ruling: _Ruling, zone: _Zone) -> bool:
    """Whether upright lines part the cells of a zone: then it is one row however its lines lie."""
    return any(rule.bottom < zone.top - 1 and rule.top > zone.bottom + 1 for rule in ruling.upright)


def _by_gaps(lines: Sequence[Line]) -> list[list[Line]]:
    out: list[list[Line]] = []
    for line in lines:
        if out and out[-1][-1].y - line.y <= _ROW_GAP * line.size:
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _row(lines: Sequence[Line], bounds: Sequence[float], head: bool) -> Row:
    """A row of its lines: each cell takes of every line what stands between its bounds."""
    inner = bounds[1:-1]
    open_at = [x for x in inner if any(line.left < x < line.right and _is_crossed(line.glyphs, x) for line in lines)]
    edges = [x for x in inner if x not in open_at]
    spans = Counter(bisect_right(edges, x) for x in open_at)
    cells = []
    for place in range(len(edges) + 1):
        mine = [_between(line, edges, place) for line in lines]
        cells.append(Cell(tuple(line for line in mine if line is not None), 1 + spans[place]))
    return Row(lines[0].page, lines[0].y, tuple(cells), head)


def _between(line: Line, edges: Sequence[float], place: int) -> Line | None:
    glyphs = [glyph for glyph in line.glyphs if bisect_right(edges, (glyph.left + glyph.right) / 2) == place]
    while glyphs and glyphs[-1].text in " \u00a0":
        glyphs.pop()
    return part(line, glyphs) if any(glyph.text not in " \u00a0" for glyph in glyphs) else None

