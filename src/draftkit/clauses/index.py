"""The clauses of a library made ready to be looked for: their patterns, and which of them a paragraph's words may be.

Example:
    >>> known = index(library)
    >>> [known.patterns[at].clause.id for at in known.by_rarest["voluntary"]]
    ['cost/voluntary']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from draftkit.clauses.clause import Clause
from draftkit.clauses.lines import is_word
from draftkit.clauses.pattern import Pattern, patterns_of
from draftkit.clauses.slots import Slot

NEARLY = 0.8
"""The share of a clause's own words that a paragraph has, in order, that says nearly what the clause says."""


@dataclass(frozen=True, slots=True)
class Index:
    """The patterns of a library, the fullest first; ``by_rarest``: those whose rarest own token is that one."""

    patterns: tuple[Pattern, ...]
    sets: tuple[frozenset[str], ...]
    sizes: tuple[int, ...]
    by_rarest: Mapping[str, tuple[int, ...]]
    by_rare: Mapping[str, tuple[int, ...]]


def index(clauses: Iterable[Clause]) -> Index:
    """The clauses made ready: the more own words a pattern has, and the narrower it is, the sooner it is tried."""
    patterns = sorted((pattern for clause in clauses for pattern in patterns_of(clause)), key=_rank)
    sets = tuple(frozenset(pattern.own) for pattern in patterns)
    common = Counter(token for own in sets for token in own)
    by_rarest: dict[str, list[int]] = {}
    by_rare: dict[str, list[int]] = {}
    for at, own in enumerate(sets):
        rare = sorted(own, key=lambda token: (common[token], token))
        by_rarest.setdefault(rare[0] if rare else "", []).append(at)
        missing = int((1 - NEARLY) * len(patterns[at].own)) + 1  # one more than may be missing: one of these is there
        for token in rare[: missing + 1]:
            by_rare.setdefault(token, []).append(at)
    return Index(
        tuple(patterns),
        sets,
        tuple(sum(map(is_word, pattern.own)) for pattern in patterns),
        {token: tuple(held) for token, held in by_rarest.items()},
        {token: tuple(held) for token, held in by_rare.items()},
    )


def _rank(pattern: Pattern) -> tuple[int, int, int, str, int, str]:
    slots = [piece for piece in pattern.pieces if isinstance(piece, Slot)]
    wide = sum(slot.is_wide for slot in slots)
    own = sum(map(is_word, pattern.own))
    return -own, wide, len(slots), pattern.clause.id, -pattern.clause.version, pattern.alternate
