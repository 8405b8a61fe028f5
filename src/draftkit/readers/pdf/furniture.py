"""What stands on a page beside its text, put aside: running heads and feet, and the notes at its foot.

In: the lines of each page. Out: for each page the lines of its body, and those of its notes. The heads and feet of one file
are alike, so they are known by their place and form, and by standing on other pages too.

Example:
    >>> areas = [part_area(sheet, lines, layout) for sheet, lines in zip(sheets, pages)]
    >>> [line.text for line in areas[1].notes]
    ['2 A/79/143.']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from draftkit.readers.page.forms import is_formula
from draftkit.readers.pdf.glyphs import Box, Sheet
from draftkit.readers.pdf.lines import Line, columns, first_word
from draftkit.un.symbols import SYMBOL

RUNNING_GAP = 2.0
"""Ems between the pieces of a running head or foot."""
_MOST_HEADS, _MOST_FEET = 6, 5
"""Lines of a running head, of a foot."""
_APART = 1.6
"""Ems of the gap below a running head."""
_HIGH, _LOW = 0.8, 0.16
"""Running heads stand above, feet below this share of a page."""

_JOB = re.compile(r"[\d_]{2}[- ][\d_]{5}(?: \([A-Z]\))?(?: [\d_]{6})?|\*\d{7,8}\*|\(?[A-Z]\)? ?\d{6}|\d{6}")
_PAGE_NUMBER = re.compile(r"\d{1,4} ?/ ?\d{1,4}|(?:[Pp]age )?\d{1,4}(?: of \d{1,4})?|- ?\d{1,4} ?-")
_RECYCLE = re.compile(r"Please recycle.{0,3}")
_SYMBOL = re.compile(rf"{SYMBOL}(?: [A-Z](?:[-\u2013][A-Z])?)?\*{{0,3}}")
_RULE = re.compile(r"_{5,}")
"""The rule above the notes where it is typed."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What all pages of a file have in common, in points.

    Args:
        size: of the body's letters.
        pitch: from one line of a paragraph to the next.
        left, right: where most lines of the body begin and end.
        symbol: the document's own, "" if none is printed at its head.
        running: what stands at the head or foot of more than one page, with its height.
    """

    size: float
    pitch: float
    left: float
    right: float
    symbol: str
    running: frozenset[str]


@dataclass(frozen=True, slots=True)
class Area:
    """A page without its running head and foot: the lines of its text and of its notes.

    Its text stands below the ``ceiling`` and above the ``floor``; ``running`` is what running head and foot say besides the
    symbol and numbers; ``masthead``: the lines above the text of a first page.
    """

    sheet: Sheet
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    ceiling: float
    running: str = ""
    masthead: tuple[Line, ...] = ()

    @property
    def floor(self) -> float:
        """The height that feet stand below."""
        return _LOW * self.sheet.height


def layout_of(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> Layout:
    """The layout of a file; there is at least one line."""
    lines = [line for page in pages for line in page]
    size = _body_size(lines)
    body = [line for line in lines if line.size == size]
    lefts, rights = Counter(round(line.left) for line in body), Counter(round(line.right) for line in body)
    pitch = _pitch(pages, size, max(rights))
    running: Counter[str] = Counter()
    for sheet, page in zip(sheets, pages, strict=True):
        running.update({_shape(line) for line in page if _at_edge(line, sheet) and not line.glyphs[0].style.raised})
    symbol = next((piece.text for line in pages[0] for piece in columns(line, RUNNING_GAP) if _SYMBOL.fullmatch(piece.text)), "")
    return Layout(
        size,
        pitch,
        float(lefts.most_common(1)[0][0]),
        float(rights.most_common(1)[0][0]),
        symbol.rstrip("*"),
        frozenset(shape for shape, count in running.items() if count > 1),
    )


def _pitch(pages: Sequence[Sequence[Line]], size: float, right: float) -> float:
    """The commonest distance from a line that is filled to the next one: what follows a short line may be a paragraph."""
    found: Counter[float] = Counter()
    for page in pages:
        for above, below in pairwise(page):
            filled = above.right + 0.25 * size + first_word(below) > right
            if filled and above.size == below.size == size and 0.9 * size <= above.y - below.y <= 2.5 * size:
                found[round(above.y - below.y)] += 1
    return found.most_common(1)[0][0] if found else 1.2 * size


def _body_size(lines: Sequence[Line]) -> float:
    """The size that the organ's line is set in, for a table may have more letters than the text; else that of most letters."""
    formula = next((line.size for line in lines if is_formula(line.text)), 0.0)
    if formula:
        return formula
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.glyphs)
    return sizes.most_common(1)[0][0]


def _shape(line: Line) -> str:
    return f"{round(line.y)} {line.text}"


def _at_edge(line: Line, sheet: Sheet) -> bool:
    return not _LOW * sheet.height < line.y < _HIGH * sheet.height


def part_area(sheet: Sheet, lines: Sequence[Line], layout: Layout) -> Area:
    """Put aside the head, the foot and the notes of a page."""
    body = list(lines)
    heads = _heads(sheet, body, layout) if sheet.number > 1 else 0
    ceiling = body[heads - 1].y - 1.2 * body[heads - 1].size if heads else sheet.height
    running = body[:heads]
    del body[:heads]
    for line in _feet(sheet, body, layout):
        running.append(line)
        body.remove(line)
    at = _notes_start(sheet, body, layout)
    notes = [line for line in body[at:] if not _RULE.fullmatch(line.text)]
    return Area(sheet, tuple(body[:at]), tuple(notes), ceiling, _words(running, layout))


def with_masthead(area: Area, count: int) -> Area:
    """The area of a first page, its first lines being the masthead's and the title's."""
    ceiling = area.body[count - 1].y if count else area.ceiling
    return replace(area, masthead=area.body[:count], body=area.body[count:], ceiling=ceiling)


def _words(lines: Sequence[Line], layout: Layout) -> str:
    """What running heads and feet say of their own."""
    pieces = [piece.text for line in lines for piece in columns(line, RUNNING_GAP)]
    return " ".join(piece for piece in pieces if not _is_foot_text(piece) and piece.rstrip("*") != layout.symbol)


def _heads(sheet: Sheet, lines: Sequence[Line], layout: Layout) -> int:
    """How many lines at the top are the running head: all down to the last that is known for one."""
    top = [line for line in lines[:_MOST_HEADS] if line.y > _HIGH * sheet.height]
    apart = next((at for at in range(1, len(top)) if top[at - 1].y - top[at].y > _APART * layout.size), len(top))
    known = [at for at, line in enumerate(top[:apart]) if _is_head(line, layout)]
    if not known:
        return 0
    end = known[-1] + 1
    while end < len(top) and top[end].bold and top[end].size < 0.95 * layout.size and _near(top[end - 1], top[end]):
        end += 1  # a short title of more lines than the symbol's
    return end


def _is_head(line: Line, layout: Layout) -> bool:
    pieces = [piece.text.rstrip("*") for piece in columns(line, RUNNING_GAP)]
    return (layout.symbol and layout.symbol in pieces) or _shape(line) in layout.running or _is_foot(line)


def _near(above: Line, below: Line) -> bool:
    return above.y - below.y <= 1.4 * max(above.size, below.size)


def _feet(sheet: Sheet, lines: Sequence[Line], layout: Layout) -> list[Line]:
    """The lines of the foot: page number, job number, what goes with the bar codes of a first page."""
    bottom = [line for line in lines[-_MOST_FEET:] if line.y < _LOW * sheet.height]
    return [line for line in bottom if _is_foot(line) or (sheet.number > 1 and _shape(line) in layout.running)]


def _is_foot(line: Line) -> bool:
    return all(_is_foot_text(piece.text) for piece in columns(line, RUNNING_GAP))


def _is_foot_text(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_JOB, _PAGE_NUMBER, _RECYCLE))


def _notes_start(sheet: Sheet, lines: Sequence[Line], layout: Layout) -> int:
    """Where the notes begin: at the rule above them, else at the first of the small lines that end the page with a number."""
    start = len(lines)
    while start and _is_small(lines[start - 1], layout):
        start -= 1
    while start < len(lines):
        line, above = lines[start], lines[start - 1].y if start else sheet.height
        if _RULE.fullmatch(line.text) or line.glyphs[0].style.raised or _has_rule(sheet.rules, line, above, layout):
            return start
        start += 1
    return len(lines)


def _is_small(line: Line, layout: Layout) -> bool:
    return line.size < 0.95 * layout.size or bool(_RULE.fullmatch(line.text))


def _has_rule(rules: Sequence[Box], line: Line, above: float, layout: Layout) -> bool:
    """Whether one short line is drawn between a line and the one above it, from the left edge of the text on.

    A table's ruling is longer, or in pieces.
    """
    near = [rule for rule in rules if line.y + 0.5 * line.size <= rule.bottom <= above and rule.height < rule.width]
    if len(near) != 1:
        return False
    short = 2 * layout.size <= near[0].width <= 0.5 * (layout.right - layout.left)
    return short and near[0].left <= line.left + layout.size
