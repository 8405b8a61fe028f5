"""Which paragraph, heading, table, annex or note of one text is which of another.

By id where the texts come of one prior; the rest, and all of two texts of different priors, by what they say: first those that
say the same, then the likest, those of one id or under the same paragraph before others.

Example:
    >>> paired(planted(base), planted(mine), by_id=True)["urges-observe"]
    'urges-observe'
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from draftkit.model import Note
from draftkit.roll.merge.forest import Forest, is_part, owner
from draftkit.roll.merge.said import Value, callouts, said, told
from draftkit.un.spelling import folded

LIKE = 60.0
"""Percent of likeness from which two paragraphs are one paragraph edited."""

NEARLY = 90.0
"""The same for two paragraphs that were both brought in."""

SAME_ID, SAME_HOME = 12.0, 6.0
"""What the same id, and standing under the same paragraph or in the same part, add to the likeness."""

LARGEST = 4_000_000
"""Pairs of paragraphs that are still compared by likeness."""


def paired(one: Forest, other: Forest, *, by_id: bool) -> dict[str, str]:
    """The names of the first text with the name that each has in the second; parts have theirs by label or place."""
    pairs = {name: name for name in one.values if name in other.values and (by_id or is_part(name))}
    _alike(one, other, pairs)
    _likest(one, other, pairs)
    return pairs


def brought_in(mine: Forest, fresh: Forest, kept: Iterable[str], renewed: Iterable[str]) -> dict[str, str]:
    """What the drafter and the fresh text both brought in: names of mine with those in fresh; it says nearly the same.

    Args:
        kept: the names of mine that the base has too.
        renewed: the names of fresh that the base has too.
    """
    one, other = (
        Forest({name: value for name, value in forest.values.items() if name not in known}, {}, forest.homes)
        for forest, known in ((mine, set(kept)), (fresh, set(renewed)))
    )
    pairs = {name: name for name in one.values if name in other.values and is_part(name)}
    _alike(one, other, pairs)
    _likest(one, other, pairs, NEARLY)
    return pairs


def paired_notes(
    one: dict[str, Note], other: dict[str, Note], forests: tuple[Forest, Forest], pairs: dict[str, str], *, by_id: bool
) -> dict[str, str]:
    """The same for notes: by id; else those called at one place of the same paragraph, then those that say the same."""
    found = {name: name for name in one if by_id and name in other}
    if not by_id:
        for name, called in pairs.items():
            calls = [_calls(forest.values[at]) for forest, at in zip(forests, (name, called), strict=True)]
            if len(calls[0]) == len(calls[1]):
                for old, new in zip(*calls, strict=True):
                    if old in one and new in other and old not in found and new not in found.values():
                        found[old] = new
    taken = set(found.values())
    for name, note in one.items():
        same = [new for new in other if new not in taken and folded(said(other[new].content)) == folded(said(note.content))]
        if name not in found and same:
            found[name] = name if name in same else same[0]
            taken.add(found[name])
    return found


def _calls(value: Value) -> list[str]:
    content = getattr(value, "content", None)
    return callouts(content) if content else []


def _alike(one: Forest, other: Forest, pairs: dict[str, str]) -> None:
    """Pair what says the same, those of one id first, then in the order in which they stand."""
    taken = set(pairs.values())
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, value in other.values.items():
        if name not in taken and not is_part(name):
            places[_says(value)].append(name)
    for own in (True, False):
        for name, value in one.values.items():
            said_so = places.get(_says(value), [])
            if name in pairs or is_part(name) or not said_so or (own and name not in said_so):
                continue
            pairs[name] = name if own else said_so[0]
            said_so.remove(pairs[name])


def _says(value: Value) -> tuple[str, str]:
    return type(value).__name__, folded(told(value)).lower()


def _likest(one: Forest, other: Forest, pairs: dict[str, str], least: float = LIKE) -> None:
    """Pair what is left by likeness, the likest first."""
    taken = set(pairs.values())
    olds = [name for name in one.values if name not in pairs and not is_part(name)]
    news = [name for name in other.values if name not in taken and not is_part(name)]
    if not olds or not news or len(olds) * len(news) > LARGEST:
        return
    found = sorted((-score, i, j) for i, j, score in _scores(one, other, olds, news, pairs) if score >= least)
    for _, i, j in found:
        if olds[i] not in pairs and news[j] not in taken:
            pairs[olds[i]] = news[j]
            taken.add(news[j])


def _scores(
    one: Forest, other: Forest, olds: list[str], news: list[str], pairs: dict[str, str]
) -> Iterator[tuple[int, int, float]]:
    """How like each of the first names is to each of the second, where it is like enough."""
    from rapidfuzz import fuzz, process

    texts = [_says(other.values[name])[1].split() for name in news]
    for i, name in enumerate(olds):
        kind, text = _says(one.values[name])
        home = owner(one.homes[name])
        for _, score, j in process.extract(text.split(), texts, scorer=fuzz.ratio, limit=None, score_cutoff=LIKE - 18):
            near = pairs.get(home, home) == owner(other.homes[news[j]])
            total = score + SAME_ID * (name == news[j]) + SAME_HOME * near
            if total >= LIKE and kind == type(other.values[news[j]]).__name__:
                yield i, j, total
