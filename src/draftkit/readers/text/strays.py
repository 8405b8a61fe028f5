"""The numbers of notes that pdftotext puts below the notes of a page, put back before them.

In: the lines of a text without its running heads and feet. Out: the same lines, the notes of each page in order, where the
number of notes that end with a full stop shows which number belongs to which (un-rules E6); else as they were.

Example:
    >>> [line.bare for line in place_strays(clean_lines("_____\\nA/81/3.\\nA/81/4.\\n3\\nA/81/5.\\n1\\n2\\n\\n"))]
    ['_____', '1', 'A/81/3.', '2', 'A/81/4.', '3', 'A/81/5.', '', '']
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from draftkit.readers.text.lines import Line, is_rule

_NUMBER = re.compile(r"[1-9]\d{0,2}")
_HIGHEST = 999

Segments = list[tuple[Line | None, list[Line]]]
"""The notes below one rule as they are printed: the line of a number, ``None`` for none, and the lines of text after it."""


def place_strays(lines: Sequence[Line]) -> list[Line]:
    """The lines with the notes below each rule in order."""
    out: list[Line] = []
    at = 0
    while at < len(lines):
        out.append(lines[at])
        at += 1
        if is_rule(lines[at - 1].bare):
            end = _end(lines, at)
            out += _in_order(lines[at:end])
            at = end
    return out


def _end(lines: Sequence[Line], start: int) -> int:
    """Where the notes below a rule end: at the first blank line that has text above it."""
    text = False
    for at in range(start, len(lines)):
        bare = lines[at].bare
        if (not bare and text) or is_rule(bare):
            return at
        text = text or bool(bare and not _NUMBER.fullmatch(bare))
    return len(lines)


def _in_order(notes: Sequence[Line]) -> list[Line]:
    """The lines of the notes below one rule with the strays put back; as they are where these do not fit."""
    segments: Segments = [(None, [])]
    for line in notes:
        if _NUMBER.fullmatch(line.bare):
            segments.append((line, []))
        elif line.bare:
            segments[-1][1].append(line)
    strays: list[Line] = []
    while segments and segments[-1][0] is not None and not segments[-1][1]:
        strays.append(segments.pop()[0] or notes[0])
    strays.sort(key=_value)
    numbers = [_value(number) for number, _ in segments]
    values = [_value(stray) for stray in strays]
    if not strays or not _rises(numbers) or not _rises(values):
        return list(notes)
    out: list[Line] = []
    placed = 0
    for (number, text), low, high in zip(segments, numbers, [*numbers[1:], _HIGHEST + 1], strict=True):
        between = strays[bisect_right(values, low) : bisect_left(values, high)]
        mine = [*([number] if number else []), *between]
        whole = _split(text)
        if len(whole) != len(mine):
            if len(mine) > 1 or (text and not number):
                return list(notes)
            whole = [text]
        placed += len(between)
        out += [line for head, lines in zip(mine, whole, strict=False) for line in (head, *lines)]
    return out if placed == len(strays) else list(notes)


def _rises(values: Sequence[int]) -> bool:
    """Whether each number is higher than the one before it, so that every stray has one place at most."""
    return all(a < b for a, b in pairwise(values))


def _value(line: Line | None) -> int:
    return int(line.bare) if line else 0


def _split(text: Sequence[Line]) -> list[list[Line]]:
    """The notes that lines of text hold, each ending with a full stop at the end of a line."""
    whole: list[list[Line]] = [[]]
    for line in text:
        whole[-1].append(line)
        if line.bare.endswith("."):
            whole.append([])
    return whole if whole[-1] else whole[:-1]
