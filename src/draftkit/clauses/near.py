"""Which clause a paragraph nearly says, if it says none exactly.

Example:
    >>> nearest(known, line.tokens, lambda pattern: pattern.clause.part is Section.OPERATIVE).clause.id
    'report/request'
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from draftkit.clauses.alike import like
from draftkit.clauses.index import NEARLY, Index
from draftkit.clauses.lines import is_word
from draftkit.clauses.pattern import Pattern


def nearest(known: Index, tokens: Sequence[str], takes: Callable[[Pattern], bool]) -> Pattern | None:
    """The pattern of which most own words stand among the tokens in order; these are most of the words there, too.

    Words are tokens here: of "Secretary-General" each half is one.

    Args:
        takes: whether a pattern may stand there at all.
    """
    there = frozenset(tokens)
    said = sum(map(is_word, tokens))
    best, most = None, 0
    for at in sorted({at for token in there for at in known.by_rare.get(token, ())}):
        pattern, size = known.patterns[at], known.sizes[at]
        if not takes(pattern):
            continue
        least = max(NEARLY * size, said / 2 + 0.5, most + 1)
        own = known.sets[at]
        if size < least or len(own & there) < NEARLY * len(own) - 2:
            continue
        alike = like(tuple(filter(is_word, pattern.own)), tokens)
        if alike >= least:
            best, most = pattern, alike
    return best
