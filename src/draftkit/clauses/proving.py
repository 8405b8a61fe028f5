"""The values that a clause has in a paragraph, given only if the clause filled with them is that paragraph.

Example:
    >>> values_in(pattern, line, ((13, 16), (20, 25)))
    {'report_session': '81', 'topic': 'the implementation of the present resolution'}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from draftkit import inline
from draftkit.clauses.clause import Clause
from draftkit.clauses.fill import fill, fill_items
from draftkit.clauses.fit import Span
from draftkit.clauses.lines import Line, compared
from draftkit.clauses.pattern import Pattern
from draftkit.clauses.slots import Slot, typed
from draftkit.errors import ClauseError

MOST_TRIED = 16
"""So many choices of values that only conditions use are tried."""


def values_in(pattern: Pattern, line: Line, spans: Sequence[Span]) -> dict[str, str] | None:
    """The values in the slots that lie at ``spans``; ``None`` if the clause does not say with them what the line says."""
    slots = [piece for piece in pattern.pieces if isinstance(piece, Slot)]
    found: dict[str, str] = {}
    opener = pattern.pieces[0]
    size = 0 if isinstance(opener, Slot) else len(opener)  # of the opening words, behind which a value is none of them
    for slot, (first, last) in zip(slots, spans, strict=True):
        value = typed(slot, line, first, last)
        if found.setdefault(slot.name, value) != value or (first == size and _goes_on(line, value, first)):
            return None
    for name, before in pattern.notes:
        called = line.callouts(_reached(pattern, spans, before))
        if called:
            found[name] = called[0]
    for choice in islice(_choices(pattern), MOST_TRIED):
        if said(pattern.clause, found | choice, pattern.alternate) == line.text:
            return found | choice
    return None


def _goes_on(line: Line, value: str, first: int) -> bool:
    """Whether a value begins in the italics of the opening words: "*Notes and supports* it" is no "*Notes* {{ it }}"."""
    if not first or not value.startswith("*"):
        return False
    both = line.typed(first - 1, first + 1)
    return both.startswith("*") and both.count("*") == 2


def _reached(pattern: Pattern, spans: Sequence[Span], tokens: int) -> int:
    """The token of a line at which a pattern stands after so many of its own, a slot being one of these."""
    reached, left, each = 0, tokens, iter(spans)
    for piece in pattern.pieces:
        if not left:
            break
        if isinstance(piece, Slot):
            reached, left = next(each)[1], left - 1
        else:
            taken = min(left, len(piece))
            reached, left = reached + taken, left - taken
    return reached


def said(clause: Clause, values: Mapping[str, str], alternate: str) -> str | None:
    """What a clause says with values, as it is compared (``clauses.lines``); ``None`` if it cannot be filled with them."""
    try:
        text = fill(clause, values, next_session=None, alternate=alternate)
        items = fill_items(clause, values, next_session=None)
    except ClauseError:
        return None
    return compared(inline.parse(text), [inline.parse(item) for item in items])


def _choices(pattern: Pattern) -> Iterator[dict[str, str]]:
    """Values for what only stands in conditions: left out where that is allowed, or what the clause compares it with."""
    declared = {variable.name: variable for variable in pattern.clause.variables}
    names = list(pattern.free)
    offered = [
        (
            *(("",) if declared[name].default is not None and name not in pattern.there else ()),
            *(() if name in pattern.absent else pattern.free[name]),
        )
        for name in names
    ]
    for chosen in product(*offered):
        yield {name: value for name, value in zip(names, chosen, strict=True) if value}
