"""The stretches of a page -> its lines, with the blanks that are really there.

In: a ``Sheet``. Out: lines from the top down, each in columns where wide gaps part it. The blanks are told from the gaps
between the characters: a file may have characters for blanks that nobody sees ("sixty -fourth") and none where everybody
sees one.

Example:
    >>> [line.text for line in read_lines(sheet)][:2]
    ['United Nations A/RES/80/901', 'General Assembly Distr.: General']
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from draftkit.readers.pdf.glyphs import Glyph, Sheet, Stretch, Style

_BLANKS = " \u00a0\u202f"
_GAP, _HYPHEN_GAP = 0.16, 0.25
"""A gap wider than this many ems is a blank though no character stands for it; before a hyphen there may be wider ones."""
_ROOM = 0.1
"""A blank's character with less room than this many ems before the next one is not seen."""
_SMALL = 0.8
"""A superscript is smaller than its line by this at least."""
_LOWEST, _HIGHEST = 0.12, 0.7
"""How far a superscript is raised, in ems of its line."""
_LOWERED = -0.3
"""How far a subscript is lowered at most."""
_LARGEST = 30.0
"""Points; larger letters have no superscripts."""
_SAME = 0.1
"""Baselines less than this many ems apart are one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its baseline, the size of most of its letters, its characters with single blanks between words."""

    page: int
    y: float
    size: float
    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right if self.glyphs[-1].text not in _BLANKS else self.glyphs[-2].right

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs).strip(_BLANKS)

    @property
    def ends_open(self) -> bool:
        """Whether a blank stands at its end."""
        return self.glyphs[-1].text in _BLANKS

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return _all(self.glyphs, "bold")

    @property
    def italic(self) -> bool:
        """Whether every letter is in italics."""
        return _all(self.glyphs, "italic")


def _all(glyphs: Iterable[Glyph], look: str) -> bool:
    letters = [glyph.style for glyph in glyphs if glyph.text.isalnum() and not glyph.style.raised]
    return bool(letters) and all(getattr(style, look) for style in letters)


def read_lines(sheet: Sheet) -> list[Line]:
    """The lines of a page from the top down."""
    rows = _with_raised(_rows(sheet.stretches))
    out = [_line(sheet.number, row) for row in rows]
    return [line for line in out if line is not None]


@dataclass(slots=True)
class _Row:
    """Stretches on one baseline, from left to right."""

    y: float
    stretches: list[Stretch]

    @property
    def size(self) -> float:
        sizes: Counter[float] = Counter()
        for stretch in self.stretches:
            if not stretch.style.raised:
                sizes[stretch.style.size] += sum(glyph.text not in _BLANKS for glyph in stretch.glyphs)
        return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _rows(stretches: Iterable[Stretch]) -> list[_Row]:
    """The stretches by baseline, from the top down."""
    rows: list[_Row] = []
    for stretch in sorted(_inked(stretches), key=lambda stretch: (-stretch.style.y, stretch.left)):
        if rows and abs(rows[-1].y - stretch.style.y) <= _SAME * stretch.style.size:
            rows[-1].stretches.append(stretch)
        else:
            rows.append(_Row(stretch.style.y, [stretch]))
    return rows


def _inked(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, each once: some programs make a letter bold by drawing it twice."""
    seen: set[tuple[float, float, str]] = set()
    for stretch in stretches:
        key = (round(stretch.left, 1), stretch.style.y, "".join(glyph.text for glyph in stretch.glyphs))
        if key not in seen:
            seen.add(key)
            yield stretch


def _with_raised(rows: Sequence[_Row]) -> list[_Row]:
    """The rows with the superscripts and subscripts put on the lines that they belong to."""
    kept: list[_Row] = []
    heights = [-row.y for row in rows]
    sizes = [row.size for row in rows]
    moved: dict[int, list[Stretch]] = {}
    homes = [_homes(rows, heights, sizes, at) for at in range(len(rows))]
    for at, row in enumerate(rows):
        stay: list[Stretch] = []
        for stretch in row.stretches:
            home = next((home for home in homes[at] if _fits(rows[home], sizes[home], stretch)), None)
            if home is None:
                stay.append(stretch)
            else:
                raised = rows[home].y < stretch.style.y
                moved.setdefault(home, []).append(_restyled(stretch, replace(stretch.style, raised=raised)))
        row.stretches = stay
    for at, row in enumerate(rows):
        row.stretches = sorted([*row.stretches, *moved.get(at, ())], key=lambda stretch: stretch.left)
        if row.stretches:
            kept.append(row)
    return kept


def _homes(rows: Sequence[_Row], heights: Sequence[float], sizes: Sequence[float], at: int) -> list[int]:
    """The rows near enough for a row to be their superscripts or subscripts, the nearest first."""
    y = rows[at].y
    near = range(bisect_left(heights, -y + _LARGEST * _LOWERED), bisect_left(heights, -y + _LARGEST * _HIGHEST))
    found = [home for home in near if home != at and sizes[home] and _is_script((y - rows[home].y) / sizes[home])]
    return sorted(found, key=lambda home: abs(rows[home].y - y))


def _is_script(raised: float) -> bool:
    """Whether letters raised by so many ems of their line are superscripts, or subscripts."""
    return _LOWEST <= raised <= _HIGHEST or _LOWERED <= raised < 0


def _fits(home: _Row, size: float, stretch: Stretch) -> bool:
    """Whether a stretch is small enough for a superscript of a row, and stands at one of its words."""
    if stretch.style.size > _SMALL * size:
        return False
    reach = size
    return any(
        other.left - reach <= stretch.right and stretch.left <= other.right + reach
        for other in home.stretches
        if other.style.size > stretch.style.size
    )


def _restyled(stretch: Stretch, style: Style) -> Stretch:
    return Stretch(tuple(glyph._replace(style=style) for glyph in stretch.glyphs), style)


def _line(page: int, row: _Row) -> Line | None:
    size = row.size or max(stretch.style.size for stretch in row.stretches)
    glyphs = tuple(_spaced([glyph for stretch in row.stretches for glyph in stretch.glyphs], size))
    return Line(page, row.y, size, glyphs) if any(glyph.text not in _BLANKS for glyph in glyphs) else None


def _spaced(glyphs: Sequence[Glyph], size: float) -> Iterator[Glyph]:
    """The characters with one blank where there is one to be seen, and one at the end where the file has one there."""
    last: Glyph | None = None
    blank: Glyph | None = None
    for glyph in glyphs:
        if glyph.text in _BLANKS:
            blank = blank or glyph
            continue
        if last:
            em = min(max(last.style.size, glyph.style.size), size) or size
            room = glyph.left - blank.left if blank else glyph.left - last.right
            if room > (_ROOM if blank else _HYPHEN_GAP if glyph.text == "-" else _GAP) * em:
                text = blank.text if blank and blank.text == "\u00a0" else " "
                style = last.style if last.style == glyph.style or not blank else blank.style
                yield Glyph(text, last.right, glyph.left, style)
        yield glyph
        last, blank = glyph, None
    if last and blank:
        yield Glyph(" ", last.right, last.right, blank.style)


def columns(line: Line, gap: float) -> list[Line]:
    """The pieces of a line that gaps of at least so many ems part."""
    pieces: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if glyph.text in _BLANKS and glyph.right - glyph.left >= gap * line.size:
            pieces.append([])
        else:
            pieces[-1].append(glyph)
    return [part(line, piece) for piece in pieces if any(glyph.text not in _BLANKS for glyph in piece)]


def part(line: Line, glyphs: Sequence[Glyph]) -> Line:
    """A piece of a line as a line of its own, in the size of its own letters."""
    sizes = Counter(glyph.style.size for glyph in glyphs if glyph.text not in _BLANKS and not glyph.style.raised)
    size = sizes.most_common(1)[0][0] if sizes else line.size
    trimmed = list(glyphs)
    while trimmed[0].text in _BLANKS:
        trimmed.pop(0)
    return Line(line.page, line.y, size, tuple(trimmed))


def first_word(line: Line) -> float:
    """The width of the first word of a line."""
    end = next((at for at, glyph in enumerate(line.glyphs) if at and glyph.text in _BLANKS), len(line.glyphs))
    return line.glyphs[end - 1].right - line.left
