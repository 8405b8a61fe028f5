"""How much of a clause's own words a paragraph has in order, and what is different.

Example:
    >>> like(("Requests", "the", "report"), ("Requests", "a", "report"))
    2
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from draftkit.clauses.lines import Line, words
from draftkit.clauses.pattern import Pattern
from draftkit.clauses.slots import Slot

_SLOT = "\x00"
_GLUED = re.compile(r" ([-/]) ")
_BEFORE = re.compile(r" ([,;:.)])")

MOST_PAIRS = 40_000
"""So many pairs of equal words are looked through; two official paragraphs of the longest have some thousands."""


class Step(NamedTuple):
    """Words ``first`` up to ``last`` of one row that are ``equal`` to those from ``start`` up to ``end`` of another, or not."""

    equal: bool
    first: int
    last: int
    start: int
    end: int


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


def steps(one: Sequence[str], other: Sequence[str]) -> list[Step]:
    """How one row of words becomes another: equal stretches and what stands between them.

    Where both say the same words again and again, "the" and "of" a hundred times, only what they begin and end with is told to
    be equal: every place of a word is held against every other.
    """
    counts, others = Counter(one), Counter(other)
    if sum(counts[word] * others[word] for word in counts.keys() & others.keys()) <= MOST_PAIRS:
        found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        return [Step(kind == "equal", *span) for kind, *span in found]
    shortest = min(len(one), len(other))
    head = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    left = shortest - head
    tail = next((at for at in range(left) if one[-1 - at] != other[-1 - at]), left)
    end, ends = len(one) - tail, len(other) - tail
    whole = (Step(True, 0, head, 0, head), Step(False, head, end, head, ends), Step(True, end, len(one), ends, len(other)))
    return [step for step in whole if step.first < step.last or step.start < step.end]


def beside(pattern: Pattern, line: Line) -> tuple[int, tuple[Difference, ...]]:
    """The words of a paragraph (between blanks) that are the clause's own, and where it does not say what the clause says.

    What stands at its blanks is no difference.
    """
    wanted: list[str] = []
    for piece in pattern.pieces:
        wanted += [_SLOT] if isinstance(piece, Slot) else piece
    found = steps(wanted, line.tokens)
    own = sum(words(line.between(step.start, step.end)) for step in found if step.equal)
    return own, tuple(_differences(wanted, line, found))


def _differences(wanted: list[str], line: Line, found: Sequence[Step]) -> Iterator[Difference]:
    for step in found:
        if step.equal:
            continue
        there = wanted[step.first : step.last]
        missing = [token for token in there if token != _SLOT]
        if missing or _SLOT not in there:
            said = _GLUED.sub(r"\1", _BEFORE.sub(r"\1", " ".join(missing)))
            yield Difference(said, line.between(step.start, step.end))
