r"""Straight quotation marks made curly: which of them open, and whether that is certain.

Example:
    >>> {at: (mark.sign, mark.certain) for at, mark in curled('the plan "Vision 2030" 5\' north').items()}
    {9: ('“', True), 21: ('”', True)}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from draftkit.inline import MARK

_OPENING, _CLOSING = {'"': "“", "'": "‘"}, {'"': "”", "'": "’"}
_OPENS_AFTER = "([{“‘"
_JOINS = "-\u2011–—/"
"""Behind these a mark may open or close: a "non-" prefix, the "old"-"new" library."""
_DECADE = re.compile(r"'\d0s\b")
_MOST = 8
"""So many marks are never together nor open at once."""
_QUOTES = '"\'“”‘’'


@dataclass(frozen=True, slots=True)
class Mark:
    """The curly sign to write for a straight one, and whether nothing else can be meant."""

    sign: str
    certain: bool


def curled(text: str) -> Mapping[int, Mark]:
    """The straight marks of a text by their places; those of minutes, seconds, feet and inches are left out."""
    found: dict[int, Mark] = {}
    opened: list[str] = []  # the marks that are open, straight and curly
    for at, sign in enumerate(text):
        if sign in "“”":
            _turn(opened, sign == "“", '"' if '"' in opened else "“")
        elif sign in _OPENING and (mark := _mark(text, at, opened)):
            found[at] = mark
    return found


def _turn(opened: list[str], opens: bool, sign: str) -> None:
    if opens:
        opened.append(sign)
        del opened[:-_MOST]
    elif sign in opened:
        del opened[len(opened) - 1 - opened[::-1].index(sign) :]


def _mark(text: str, at: int, opened: list[str]) -> Mark | None:
    """What to write for the straight mark at a place; ``None`` for what is no mark. ``opened`` is brought up to date."""
    sign = text[at]
    before = _beside(text, at, -1)
    behind = _beside(text, at, 1)
    spaced = not before or before.isspace()
    if sign == "'" and (not spaced or _DECADE.match(text, at)) and behind.isalnum() and before not in (*_OPENS_AFTER, *_JOINS):
        if before.isdigit() and behind.isdigit():
            return None  # 5'6
        return Mark("’", certain=True)  # an apostrophe
    if (before.isdigit() or before == "°") and sign not in opened:
        return None
    if spaced or before in _OPENS_AFTER:
        opens, certain = True, bool(behind) and not behind.isspace() and sign == '"'
    elif before in _JOINS:
        opens = behind.isalnum() and not (opened and opened[-1] == sign)
        certain = sign in opened and not behind.isalnum()
    else:
        opens, certain = False, not behind.isalnum() and (before != MARK or sign in opened)
    if sign == "'" and sign in opened:
        certain = False  # its opening mark is not certain, and both are mended or none
    if sign == '"':
        certain = certain and "“" not in opened and opens is not (sign in opened)  # within another one has other marks
        certain = certain and (opens or not before.isdigit() or _is_last_of_its_quotation(text, at))
    _turn(opened, opens, sign)
    return Mark((_OPENING if opens else _CLOSING)[sign], certain)


def _beside(text: str, at: int, step: int) -> str:
    """The nearest character on one side that is no quotation mark, "" at the edge."""
    for far in range(1, _MOST):
        beside = at + step * far
        if not 0 <= beside < len(text):
            return ""
        if text[beside] not in _QUOTES:
            return text[beside]
    return ""


def _is_last_of_its_quotation(text: str, at: int) -> bool:
    """Whether no other mark follows that could close it: in "the 5' 6" man" a figure stands before inches."""
    other = text.find('"', at + 1)
    return other < 0 or text[other - 1].isspace() or text[other - 1] in _OPENS_AFTER
