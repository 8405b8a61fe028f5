"""Paragraphs of one formula beside each other: what all say, and what varies, as columns.

Example:
    >>> [line.between(*column.spans[0]) for column in columns_of(lines) if not is_own(column)]
    ['eighty-first', 'the protection of archives']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from draftkit.clauses.alike import steps
from draftkit.clauses.clause import Type
from draftkit.clauses.lines import LITTLE, Line, is_word
from draftkit.clauses.masking import Unit, units
from draftkit.clauses.slots import Slot
from draftkit.errors import ClauseError

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Column:
    """The tokens that stand in one place, a span of each line: a value by its form (``slot``), any words (``wide``), or own."""

    spans: tuple[Span, ...]
    slot: Slot | None = None
    wide: bool = False


def is_own(column: Column) -> bool:
    """Whether all lines have these words."""
    return column.slot is None and not column.wide


def columns_of(lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns of lines from the first token to the last; a varying column holds whole words in every line.

    Raises:
        ClauseError: the lines open with different words.
    """
    first, *rest = lines
    columns = [Column(((unit.first, unit.last),), unit.slot) for unit in units(first)]
    for line in rest:
        columns = list(_with_line(columns, first, line))
    return tuple(_whole(columns, lines))


def _with_line(columns: Sequence[Column], first: Line, line: Line) -> Iterator[Column]:
    """The columns with the span of one line more."""
    parts = units(line)
    wanted = [_key(first, column.spans[0], column.slot, column.wide) for column in columns]
    there = [_key(line, (unit.first, unit.last), unit.slot, False) for unit in parts]
    for equal, start, end, low, high in steps(wanted, there):
        if equal:
            for column, unit in zip(columns[start:end], parts[low:high], strict=True):
                spans = (*column.spans, (unit.first, unit.last))
                slot = _common(column.slot, unit.slot)
                yield Column(spans, slot, column.slot is not None and slot is None)
        else:
            yield Column((*_joined(columns, start, end), _reach(parts, low, high)), None, True)


def _key(line: Line, span: Span, slot: Slot | None, wide: bool) -> str:
    if wide:
        return "<>"
    return f"<{slot.name}>" if slot else line.between(*span)


def _common(one: Slot | None, other: Slot | None) -> Slot | None:
    """The blank that prints both; ``None`` where one filter does not do for both."""
    if one == other or one is None or other is None:
        return one
    if one.type is other.type is Type.RESOLUTION and {*one.filters, *other.filters} == {"undated"}:
        return one if not one.filters else other  # one with its date prints one without it as well
    return None


def _joined(columns: Sequence[Column], start: int, end: int) -> list[Span]:
    """The spans of several columns as one; an empty one where there is none."""
    if start < end:
        return [(low, high) for (low, _), (_, high) in zip(columns[start].spans, columns[end - 1].spans, strict=True)]
    if start < len(columns):
        return [(low, low) for low, _ in columns[start].spans]
    return [(high, high) for _, high in columns[-1].spans]


def _reach(parts: Sequence[Unit], low: int, high: int) -> Span:
    if low < high:
        return parts[low].first, parts[high - 1].last
    at = parts[low].first if low < len(parts) else parts[-1].last
    return at, at


# --- Whole words ---------------------------------------------------------------------------------------------------


def _whole(columns: Sequence[Column], lines: Sequence[Line]) -> list[Column]:
    """The same with what varies made wider, until it is words in every line and parted from others by more than little ones."""
    left = list(_without_islands(columns, lines[0]))
    at = 0
    while at < len(left):
        if not left[at].wide:
            at += 1
            continue
        if at and (left[at - 1].wide or not _parted(left[at], lines, 0)):
            left[at - 1 : at + 1] = [_merged(left[at - 1], left[at])]
            at -= 1
        elif at + 1 < len(left) and (_empty(left[at]) or left[at + 1].wide or not _parted(left[at], lines, 1)):
            left[at : at + 2] = [_merged(left[at], left[at + 1])]
        elif at and _empty(left[at]):
            left[at - 1 : at + 1] = [_merged(left[at - 1], left[at])]
            at -= 1
        else:
            at += 1
    if left and left[0].wide and len(lines) > 1:
        raise ClauseError("the paragraphs open with different words", remedy="give paragraphs of one formula")
    return left


def _merged(one: Column, other: Column) -> Column:
    spans = tuple((low, high) for (low, _), (_, high) in zip(one.spans, other.spans, strict=True))
    return Column(spans, None, True)


def _empty(column: Column) -> bool:
    return any(first == last for first, last in column.spans)


def _parted(column: Column, lines: Sequence[Line], side: int) -> bool:
    """Whether blanks, brackets or quotation marks part a column from the words before it (0) or behind it (1)."""
    if any(map(partial(_is_torn, side=side), lines, column.spans)):
        return False
    return all(_at_edge(line, span[side], side) for line, span in zip(lines, column.spans, strict=True) if span[0] < span[1])


def _is_torn(line: Line, span: Span, side: int) -> bool:
    """Whether a quotation that reaches into a span begins before it (0), or one that begins there ends behind it (1)."""
    before, within = line.tokens[: span[0]].count('"') % 2, line.tokens[span[0] : span[1]].count('"')
    return bool(before and within) if side == 0 else not before and within % 2 == 1


def _at_edge(line: Line, token: int, side: int) -> bool:
    if side == 0:
        return token == 0 or line.text[line.starts[token] - 1] in ' ("'
    return token == len(line.tokens) or line.text[line.ends[token - 1]] in ' ,;:)"'


def _without_islands(columns: Sequence[Column], line: Line) -> Iterator[Column]:
    """The columns with runs of nothing but little words between two wide ones made wide."""
    wide = [at for at, column in enumerate(columns) if column.wide]
    held: set[int] = set()
    for low, high in pairwise(wide):
        run = columns[low + 1 : high]
        if all(is_own(column) and _is_little(line.between(*column.spans[0])) for column in run):
            held.update(range(low + 1, high))
    for at, column in enumerate(columns):
        yield replace(column, slot=None, wide=True) if at in held else column


def _is_little(token: str) -> bool:
    return token in LITTLE or not is_word(token)
