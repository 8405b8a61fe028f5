"""How much of a clause's own words a paragraph has in order, and what is different.

Example:
    >>> like(("Requests", "the", "report"), ("Requests", "a", "report"))
    2
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from draftkit.clauses.lines import Line
from draftkit.clauses.pattern import Pattern
from draftkit.clauses.slots import Slot

_SLOT = "\x00"
_GLUED = re.compile(r" ([-/]) ")
_BEFORE = re.compile(r" ([,;:.)])")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the clause, and what the paragraph has there; one of them may be empty."""

    clause: str
    text: str


def like(own: Sequence[str], tokens: Sequence[str]) -> int:
    """The length of the longest run of words that both have in order, each word wherever it stands (a bit for a token)."""
    places: dict[str, int] = {}
    for at, token in enumerate(tokens):
        places[token] = places.get(token, 0) | 1 << at
    full = (1 << len(tokens)) - 1
    row = full
    for token in own:
        met = row & places.get(token, 0)
        row = ((row + met) | (row - met)) & full
    return len(tokens) - row.bit_count()


def differences(pattern: Pattern, line: Line) -> tuple[Difference, ...]:
    """Where a paragraph does not say what the clause says; what stands at its blanks is no difference."""
    wanted: list[str] = []
    for piece in pattern.pieces:
        wanted += [_SLOT] if isinstance(piece, Slot) else piece
    return tuple(_differences(wanted, line))


def _differences(wanted: list[str], line: Line) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, wanted, line.tokens, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        missing = [token for token in wanted[first:last] if token != _SLOT]
        at_blank = _SLOT in wanted[first:last]
        if missing or not at_blank:
            yield Difference(_GLUED.sub(r"\1", _BEFORE.sub(r"\1", " ".join(missing))), line.between(start, end))
