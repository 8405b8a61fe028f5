"""Clauses of one part that say nearly the same: a library should have one of them, or say what sets them apart.

In: a library. Out: the pairs, each with the wordings that are most alike. Only wordings that share a rare word are held beside
each other: two that share most of their words share one of their rarest.

Example:
    >>> [(pair.clause.id, pair.other.id, pair.share) for pair in duplicates(library)]
    [('archive/invite', 'archive/urge', 0.92)]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from draftkit.clauses.alike import like
from draftkit.clauses.clause import Clause
from draftkit.clauses.library import Library

ALIKE = 85
"""The percentage of the words of both wordings, in order, from which on they are nearly the same."""

FEWEST = 4
"""Own words of a wording; of "Recalling its resolution" the values say what it is for."""

LONGEST = 400
"""Own words of a wording that is compared; the longest of the standard library has a hundred."""

MOST_HELD = 300
"""So many wordings that share a rare word are looked at for one; a library that nobody made to be difficult has fewer."""

MOST_COMPARED = 10
"""So many of these, those that share most words, are held beside it word by word."""

MOST_EXTENDED = 100
"""So many clauses are gone through that extend one another."""

MOST_NAMED = 3
"""So many others are named for one clause, the most alike first."""

_CHOICE = re.compile(r"\{%-? *el(?:se|if)[^{}]*%\}|\{\{[^{}]*\}\}|\[\[[^\[\]]*\]\]")
_HIDDEN = re.compile(r"\{%[^{}]*%\}|\[\^[^\[\]]*\]|[\u00ad\u200b\u2060]")
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses, and the share of the words that both of their most like wordings have in order; "" is the text itself.

    ``clause`` came into the library after ``other``: it is the one to be changed.
    """

    clause: Clause
    other: Clause
    share: float
    alternate: str = ""
    others_alternate: str = ""


@dataclass(frozen=True, slots=True)
class _Wording:
    clause: Clause
    alternate: str
    words: tuple[str, ...]
    held: frozenset[str]


def duplicates(library: Library) -> Iterator[Pair]:
    """The pairs of clauses that are nearly the same, in the order in which the later of both came into the library.

    Only the highest versions are compared. A clause and one that it extends are no pair; nor are two of which one names the
    other in its ``not_when``.
    """
    wordings = [wording for clause in _latest(library) for wording in _wordings(clause)]
    common = Counter(word for wording in wordings for word in wording.held)
    seen: dict[tuple[str, str], list[_Wording]] = {}
    found: dict[str, dict[str, Pair]] = {}
    for wording in wordings:
        rare = sorted(wording.held, key=lambda word: (common[word], word))[: _missing(len(wording.words)) + 1]
        keys = [(str(wording.clause.part), word) for word in rare]
        for pair in _compared(wording, _candidates(wording, [seen.get(key, ()) for key in keys]), library):
            best = found.setdefault(pair.clause.id, {})
            if pair.other.id not in best or best[pair.other.id].share < pair.share:
                best[pair.other.id] = pair
        for key in keys:
            seen.setdefault(key, []).append(wording)
    for pairs in found.values():
        yield from sorted(pairs.values(), key=lambda pair: -pair.share)[:MOST_NAMED]


def names_of(text: str) -> frozenset[str]:
    """What stands in a text in the form of an id, without the version behind it: "report/request", but "and/or" as well."""
    return frozenset(_NAME.findall(text))


def _latest(library: Library) -> Iterator[Clause]:
    """The highest version of every clause, in the order in which they came into the library."""
    return (versions[max(versions)] for versions in library.clauses.values())


def _wordings(clause: Clause) -> Iterator[_Wording]:
    """The text and the alternates, each with the subparagraphs; short and endless ones are left out."""
    for name, text in (("", clause.text), *((each.name, each.text) for each in clause.alternates)):
        words = _words(" ".join((text, *clause.items)))
        if FEWEST <= len(words) <= LONGEST:
            yield _Wording(clause, name, words, frozenset(words))


def _words(template: str) -> tuple[str, ...]:
    """The own words of a template, those of all ways in which its conditions can fall out."""
    return tuple(_WORD.findall(_HIDDEN.sub("", _CHOICE.sub(" ", template)).casefold()))


def _missing(size: int) -> int:
    """How many of so many words the other wording may not have."""
    return size * (100 - ALIKE) // 100


def _candidates(wording: _Wording, sharing: Sequence[Sequence[_Wording]]) -> list[_Wording]:
    """The wordings that share a rare word and may be alike by their size and their words, those that share most first."""
    met: dict[int, _Wording] = {}
    for each in sharing:
        met |= {id(other): other for other in each[: MOST_HELD - len(met)]}
    near = [(shared, other) for other in met.values() if (shared := _shared(wording, other))]
    near.sort(key=lambda pair: -pair[0])
    return [other for _, other in near[:MOST_COMPARED]]


def _shared(one: _Wording, other: _Wording) -> int:
    """How many different words two wordings of different clauses have in common; 0 if they are too few for a pair."""
    longest = max(len(one.words), len(other.words))
    if 100 * min(len(one.words), len(other.words)) < ALIKE * longest or one.clause is other.clause:
        return 0
    shared = len(one.held & other.held)
    return shared if max(len(one.held), len(other.held)) - shared <= _missing(longest) else 0


def _compared(wording: _Wording, candidates: Sequence[_Wording], library: Library) -> Iterator[Pair]:
    for other in candidates:
        longest = max(len(wording.words), len(other.words))
        same = longest if wording.words == other.words else like(wording.words, other.words)
        if 100 * same >= ALIKE * longest and not _is_meant(wording.clause, other.clause, library):
            yield Pair(wording.clause, other.clause, same / longest, wording.alternate, other.alternate)


def _is_meant(one: Clause, other: Clause, library: Library) -> bool:
    """Whether one extends the other, or says when not to use it but the other."""
    if _names(one.not_when, other.id) or _names(other.not_when, one.id):
        return True
    return other.id in _extended(one, library) or one.id in _extended(other, library)


def _names(text: str, name: str) -> bool:
    return name in text and name in names_of(text)


def _extended(clause: Clause, library: Library) -> set[str]:
    """The ids of the clauses that a clause extends, the one that these extend among them."""
    found: set[str] = set()
    name = clause.extends.partition("@")[0]
    while name and name not in found and len(found) < MOST_EXTENDED:
        found.add(name)
        versions = library.clauses.get(name)
        name = versions[max(versions)].extends.partition("@")[0] if versions else ""
    return found
