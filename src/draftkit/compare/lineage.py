"""The rows of tables through the states of a text. A row is only counted, so which one is which is told by what they say.

In: a text state by state, and who made each. Out: for each state the names of its rows: one by the row of the first state that
it was, one by the row of the last state that it is.

Example:
    >>> names([(S, old), (T, rolled), (S, drafted)])[2]  # a first row came in when the text was drafted
    {'fees.0': ('fees.0',), 'fees.1': ('was fees.0', 'fees.1')}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from draftkit.assemble.lines import Line, Printed, Role
from draftkit.compare.align import align
from draftkit.compare.items import item
from draftkit.model import Kind

Names = Mapping[str, tuple[str, ...]]


def was(key: str) -> str:
    """The name of a row of the first state; no id has such a blank."""
    return f"was {key}"


def names(states: Sequence[tuple[Kind, Printed]]) -> list[Names]:
    """The names of the rows of each state, by their keys in it. Only a drafter puts rows in, takes them out or moves them."""
    lives = [_begun(states[0][1], 0)]
    for at, ((_, before), (kind, after)) in enumerate(pairwise(states), 1):
        lives.append(_begun(after, at) | _carried(lives[-1], before, after, by_words=kind is Kind.SUBSTANTIVE))
    first = {life: (was(key),) for key, life in lives[0].items()}
    last = {life: (key,) for key, life in lives[-1].items()}
    return [{key: first.get(life, ()) + last.get(life, ()) for key, life in one.items()} for one in lives]


def _begun(page: Printed, at: int) -> dict[str, tuple[int, str]]:
    """Rows that nothing is known of before: each is known by where it is first met."""
    return {line.key: (at, line.key) for line in page.lines if line.role is Role.ROW}


def _carried(
    lives: Mapping[str, tuple[int, str]], before: Printed, after: Printed, *, by_words: bool
) -> dict[str, tuple[int, str]]:
    """The rows of a state that were in the one before."""
    olds, news = _tables(before), _tables(after)
    both = (_same(olds[block], news[block], by_words=by_words) for block in olds.keys() & news.keys())
    return {new.key: lives[old.key] for rows in both for old, new in rows}


def _same(olds: Sequence[Line], news: Sequence[Line], *, by_words: bool) -> Iterator[tuple[Line, Line]]:
    """The rows of a table that are the same in two states that follow one another."""
    if len(olds) == len(news) and (not by_words or [row.text for row in olds] == [row.text for row in news]):
        yield from ((old, new) for old, new in zip(olds, news, strict=True) if old.spans == new.spans)
        return
    for pair in align([item(row) for row in olds], [item(row) for row in news], by_id=False):
        at = pair.partner if pair.old is None else pair.old  # one that moved is told twice
        if pair.new is not None and at is not None:
            yield olds[at], news[pair.new]


def _tables(page: Printed) -> Mapping[str, list[Line]]:
    out: dict[str, list[Line]] = defaultdict(list)
    for line in page.lines:
        if line.role is Role.ROW:
            out[line.key.rpartition(".")[0]].append(line)
    return out
