"""Finding the clause that a drafter has in mind: by words, misspelt or of everyday speech, and by what a clause is.

A word may be the beginning of one or another form of it ("welcoming", "welcomes"); one that stands in no clause is taken for
the nearest that does ("recieve"); what drafters say otherwise than texts do stands in ``data/clause_synonyms.csv``. A word in the
title or the family counts most, then in the rest of the id and the opening words, in ``use_when``, in the text.

Example:
    >>> [clause.id for clause in search(load(), Asked("no cost", part=Section.OPERATIVE))][:2]
    ['resources/existing', 'cost/voluntary']
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from draftkit.clauses.clause import Clause
from draftkit.resources import folder
from draftkit.tree import Section

Words = tuple[str, ...]
"""Words without their endings (``_stem``)."""

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"\{[{%].*?[}%]\}")
_LEAD = re.compile(r"\*(?P<lead>[^*]+)\*(?P<rest>.*)", re.DOTALL)
_ADDRESSING = re.compile(
    r"appeal|calls? upon|calling upon|encourag|invit|request|\burg|commend|thank|authoriz|entrust|gratitude|appreciation$",
    re.IGNORECASE,
)
"""Opening words that somebody stands behind; "Takes note with appreciation of" has a report there, and is told by "of"."""
_BEHIND = re.compile(r" (?:to|for|that)\b(?= )|[,;:]")
"""What stands behind an addressee: what he should do or is thanked for."""
_SMALL = frozenset("a an and at by for from in its of on or the to with".split())
"""Words that are not looked for, if others are."""
_ENDS = ("ing", "es", "ed", "e", "s")
_SHORTEST = 4
"""Letters of a word without its ending; a shorter word keeps it."""
_LONGEST = 60
"""Letters of a word and words of a question; what comes behind them is not looked for."""

_WEIGHTS = (8.0, 3.0, 5.0, 5.0, 3.0, 2.0)
"""What a word counts in each of ``_fields``; one of the family stands in the id as well: as much as in the title."""
_BEGINNING = 0.6
"""What the beginning of a word counts as against the whole."""
_SYNONYM = 0.7


class Typed(NamedTuple):
    """A word that is looked for: as it was typed, to find those that begin with it, and without its ending."""

    word: str
    stem: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; "" and ``None`` leave a thing open.

    ``family`` is what stands before the "/" of an id, ``strength`` the lowest and the highest rung (of any wording),
    ``addressee`` words of whom a clause addresses: those right behind its verb.
    """

    words: str = ""
    family: str = ""
    part: Section | None = None
    strength: tuple[int, int] | None = None
    addressee: str = ""


def search(clauses: Iterable[Clause], asked: Asked) -> tuple[Clause, ...]:
    """The clauses of which everything asked is true, the best first; without words in their own order."""
    every = tuple(clauses)
    kept = [clause for clause in every if _is_of(clause, asked)]
    if asked.addressee.strip():
        named = {clause.reference: [_stems(words) for words in addressees(clause)] for clause in kept}
        wanted = _corrected(_typed(asked.addressee), {word for each in named.values() for words in each for word in words})
        kept = [c for c in kept if any(all(_quality(word, words) for word in wanted) for words in named[c.reference])]
    if not asked.words.strip():
        return tuple(kept)
    indexed = {clause.reference: _fields(clause) for clause in every}
    terms = _terms(asked.words, {word for fields in indexed.values() for field in fields for word in field})
    scored = [(_score(indexed[clause.reference], terms), clause) for clause in kept]
    found = [(score, clause) for score, clause in scored if score]
    return tuple(clause for _, clause in sorted(found, key=lambda pair: -pair[0]))


def families(clauses: Iterable[Clause]) -> list[str]:
    """The families in alphabetical order."""
    return sorted({clause.id.partition("/")[0] for clause in clauses})


def example_of(clause: Clause) -> str:
    """What the clause says when it is filled; the template where the file gives no example."""
    plain = next((example.text for example in clause.examples if not example.alternate), clause.text)
    return " ".join(plain.split())


def addressees(clause: Clause) -> Iterator[str]:
    """Whom the wordings of a clause address: "the Secretary-General" of "*Requests* the Secretary-General to submit"."""
    texts = (*(example.text for example in clause.examples), clause.text, *(wording.text for wording in clause.alternates))
    for text in texts:
        match = _LEAD.match(_CODE.sub(" ", text))
        if match and _ADDRESSING.search(match["lead"]):
            rest = " ".join(match["rest"].split()).removeprefix("to ")  # "Appeals to", "Expresses its appreciation to"
            who = _BEHIND.split(f" {rest} ", maxsplit=1)[0].strip()
            if who and not who.startswith("of "):
                yield who


def _is_of(clause: Clause, asked: Asked) -> bool:
    if asked.family and clause.id.partition("/")[0] != asked.family:
        return False
    if asked.part and clause.part is not asked.part:
        return False
    if not asked.strength:
        return True
    low, high = asked.strength
    rungs = (clause.strength, *(wording.strength for wording in clause.alternates))
    return any(rung is not None and low <= rung <= high for rung in rungs)


@dataclass(frozen=True, slots=True)
class _Term:
    """A word that must be found, or a phrase with the ``also`` that texts say for it."""

    phrase: tuple[Typed, ...]
    also: tuple[Words, ...] = ()


# --- Words ---------------------------------------------------------------------------------------------------------


def _stem(word: str) -> str:
    """A word without its ending: "welcome", "welcoming" and "welcomes" are "welcom"."""
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST and not word.endswith("ss"):
            word = word.removesuffix(end)
            break
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST else word


def _stems(text: str) -> Words:
    return tuple(_stem(word[:_LONGEST]) for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def _typed(text: str) -> list[Typed]:
    """The words that a person looks for; small ones only if there are no others."""
    words = [word[:_LONGEST] for word in _WORD.findall(text.casefold())]
    return [Typed(word, _stem(word)) for word in ([w for w in words if w not in _SMALL] or words)[:_LONGEST]]


def _fields(clause: Clause) -> tuple[Words, ...]:
    """The words of title, family, id, opening words, ``use_when``, and all texts with their notes."""
    texts = (clause.text, *(wording.text for wording in clause.alternates))
    leads = (match["lead"] for text in texts if (match := _LEAD.match(text)))
    notes = (wording.note for wording in clause.alternates)
    said = " ".join((*texts, *clause.items, *notes))
    family = clause.id.partition("/")[0]
    return tuple(map(_stems, (clause.title, family, clause.id, " ".join(leads), clause.use_when, _CODE.sub(" ", said))))


@cache
def _synonyms() -> dict[Words, tuple[Words, ...]]:
    with (folder("data") / "clause_synonyms.csv").open(encoding="utf-8", newline="") as lines:
        return {_stems(row["words"]): tuple(map(_stems, row["also"].split("|"))) for row in csv.DictReader(lines)}


def _terms(question: str, known: set[str]) -> list[_Term]:
    """What must be found: words, and phrases that have synonyms."""
    synonyms = _synonyms()
    words = _corrected(_typed(question), known | {word for phrase in synonyms for word in phrase})
    terms: list[_Term] = []
    while words:
        sizes = (n for n in (3, 2, 1) if tuple(word.stem for word in words[:n]) in synonyms)
        phrase = words[: next(sizes, 1)]
        terms.append(_Term(tuple(phrase), synonyms.get(tuple(word.stem for word in phrase), ())))
        words = words[len(phrase) :]
    return terms


def _corrected(words: Sequence[Typed], known: set[str]) -> list[Typed]:
    """The words; one that begins no known word is the known one with the fewest letters different, if they are few."""
    return [
        word if word.stem in known or any(each.startswith(word.word) for each in known) else _nearest(word, known)
        for word in words
    ]


def _nearest(typed: Typed, known: set[str]) -> Typed:
    from rapidfuzz.distance import OSA

    size = len(typed.stem)
    most = 0 if size < _SHORTEST else 1 if size < 8 else 2
    near = ((OSA.distance(typed.stem, each, score_cutoff=most), each) for each in sorted(known))
    found = min(((distance, each) for distance, each in near if distance <= most), default=None)
    return Typed(found[1], found[1]) if found else typed


# --- Score ---------------------------------------------------------------------------------------------------------


def _score(fields: Sequence[Words], terms: Sequence[_Term]) -> float:
    """What a clause is worth; 0 if one of the terms does not occur."""
    total = 0.0
    for term in terms:
        values = [_worth(fields, term.phrase), *(_SYNONYM * _worth_whole(fields, other) for other in term.also)]
        if not (best := max(values)):
            return 0.0
        total += best
    together = pairwise(tuple(word.stem for word in term.phrase) for term in terms)
    return total + sum(_worth_whole(fields, one + other) for one, other in together) / 2  # words that stand together


def _worth(fields: Sequence[Words], phrase: Sequence[Typed]) -> float:
    """What the words of a phrase are worth wherever they stand; 0 if one does not occur."""
    each = [sum(weight * _quality(word, field) for weight, field in zip(_WEIGHTS, fields, strict=True)) for word in phrase]
    return sum(each) if all(each) else 0.0


def _worth_whole(fields: Sequence[Words], phrase: Words) -> float:
    """What a phrase is worth where it stands as a whole."""
    size = len(phrase)
    return size * sum(
        weight
        for weight, field in zip(_WEIGHTS, fields, strict=True)
        if any(field[at : at + size] == phrase for at in range(len(field) - size + 1))
    )


def _quality(typed: Typed, field: Words) -> float:
    """1 for the word itself, less for one that begins with it."""
    if typed.stem in field:
        return 1.0
    return _BEGINNING if len(typed.word) > 2 and any(each.startswith(typed.word) for each in field) else 0.0
