"""Finding the clause that a drafter has in mind: by words, misspelt or of everyday speech, and by what a clause is.

A word may be the beginning of one or another form of it ("welcoming", "welcomes"); one that stands in no clause is taken for
the nearest that does ("recieve"); what drafters say otherwise than texts do stands in ``data/clause_synonyms.csv``. A word in the
title or the family counts most, then in the rest of the id and the opening words, in ``use_when``, in the text; and the more, the
fewer clauses have it. Where few clauses have all of the words, those follow that have most of them.

Example:
    >>> [clause.id for clause in search(load(), Asked("no cost", part=Section.OPERATIVE))][:2]
    ['resources/existing', 'cost/voluntary']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from operator import mul

from draftkit.clauses.clause import Clause
from draftkit.clauses.search_words import Term, Typed, Words, corrected, looked_for, stems, terms_of
from draftkit.clauses.templates import FIELD
from draftkit.tree import Section

_LEAD = re.compile(r"\*(?P<lead>[^*]+)\*(?P<rest>.*)", re.DOTALL)
_ADDRESSING = re.compile(
    r"appeal|calls? upon|calling upon|encourag|invit|request|\burg|commend|thank|authoriz|entrust|gratitude|appreciation$",
    re.IGNORECASE,
)
"""Opening words that somebody stands behind; "Takes note with appreciation of" has a report there, and is told by "of"."""
_BEHIND = re.compile(r" (?:to|for|that)\b(?= )|[,;:]")
"""What stands behind an addressee: what he should do or is thanked for."""
_WEIGHTS = (8.0, 3.0, 5.0, 5.0, 3.0, 2.0)
"""What a word counts in each of ``_fields``; one of the family stands in the id as well: as much as in the title."""
_BEGINNING = 0.6
"""What the beginning of a word counts as against the whole."""
_SYNONYM = 0.7
_MEANT = 1.2
"""The same for what a phrase means: who types "next session" wants no clause in which these words stand by chance."""
_FEW = 3
"""With fewer clauses that have all of the words, those with most of them are shown too."""
_MOST = 20
"""So many of these."""
_PART = 0.5
"""The share of the words, each as rare as it is, that such a clause has."""


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


@dataclass(frozen=True, slots=True)
class Found:
    """The clauses, the best first; the first ``whole`` of them have all that was asked, the others most of the words."""

    clauses: tuple[Clause, ...]
    whole: int


def search(clauses: Iterable[Clause], asked: Asked) -> tuple[Clause, ...]:
    """The clauses of which what is asked is true, the best first; without words in their own order."""
    return find(clauses, asked).clauses


def find(clauses: Iterable[Clause], asked: Asked) -> Found:
    """The same, saying of how many clauses all is true."""
    every = tuple(clauses)
    kept = [clause for clause in every if _is_of(clause, asked)]
    if asked.addressee.strip():
        named = {clause.reference: [stems(words) for words in addressees(clause)] for clause in kept}
        wanted = corrected(looked_for(asked.addressee), {word for each in named.values() for words in each for word in words})
        kept = [c for c in kept if any(all(_quality(word, words) for word in wanted) for words in named[c.reference])]
    if not asked.words.strip():
        return Found(tuple(kept), len(kept))
    indexed = {clause.reference: _fields(clause) for clause in every}
    terms = terms_of(asked.words, {word for fields in indexed.values() for field in fields for word in field})
    return _ranked(kept, indexed, terms) if terms else Found((), 0)


def _ranked(kept: Sequence[Clause], indexed: Mapping[str, Sequence[Words]], terms: Sequence[Term]) -> Found:
    worths = {name: [_term_worth(fields, term) for term in terms] for name, fields in indexed.items()}
    rarity = [_rarity(sum(1 for each in worths.values() if each[at]), len(worths)) for at in range(len(terms))]
    scored: list[tuple[bool, float, Clause]] = []
    for clause in kept:
        each = worths[clause.reference]
        has = sum(rare for rare, worth in zip(rarity, each, strict=True) if worth)
        score = sum(map(mul, rarity, each)) + _together(indexed[clause.reference], terms)
        if has and has >= _PART * sum(rarity):
            scored.append((all(each), score * has, clause))
    whole = [hit for hit in scored if hit[0]]
    partly = [hit for hit in scored if not hit[0]] if len(whole) < _FEW else []
    best = (*sorted(whole, key=_score), *sorted(partly, key=_score)[:_MOST])
    return Found(tuple(clause for _, _, clause in best), len(whole))


def _score(hit: tuple[bool, float, Clause]) -> float:
    return -hit[1]


def _rarity(having: int, clauses: int) -> float:
    """How much a word tells that so many of the clauses have; nothing if none has it."""
    return 1 + log(clauses / having) if having else 0.0


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
        match = _LEAD.match(FIELD.sub(" ", text))
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


def _fields(clause: Clause) -> tuple[Words, ...]:
    """The words of title, family, id, opening words, ``use_when``, and all texts with their notes."""
    texts = (clause.text, *(wording.text for wording in clause.alternates))
    leads = (match["lead"] for text in texts if (match := _LEAD.match(text)))
    notes = (wording.note for wording in clause.alternates)
    said = " ".join((*texts, *clause.items, *notes))
    family = clause.id.partition("/")[0]
    return tuple(map(stems, (clause.title, family, clause.id, " ".join(leads), clause.use_when, FIELD.sub(" ", said))))


# --- Score ---------------------------------------------------------------------------------------------------------


def _term_worth(fields: Sequence[Words], term: Term) -> float:
    """What a term is worth in a clause, for one word of it; 0 if it does not occur."""
    meant = _SYNONYM if len(term.phrase) == 1 else _MEANT
    own = [_word_worth(fields, word) for word in term.phrase]
    means = max((meant * (1 + len(other)) / 2 * _worth_whole(fields, other) for other in term.also), default=0.0)
    said = sum(own) / len(own)
    return max(said if all(own) else 0.0, means and means + said / 2)


def _together(fields: Sequence[Words], terms: Sequence[Term]) -> float:
    """What it is worth that words stand together as they were typed."""
    together = pairwise(tuple(word.stem for word in term.phrase) for term in terms)
    return sum(_worth_whole(fields, one + other) for one, other in together)


def _word_worth(fields: Sequence[Words], word: Typed) -> float:
    return sum(weight * _quality(word, field) for weight, field in zip(_WEIGHTS, fields, strict=True))


def _worth_whole(fields: Sequence[Words], phrase: Words) -> float:
    """What a phrase is worth where it stands as a whole."""
    size = len(phrase)
    return sum(
        weight
        for weight, field in zip(_WEIGHTS, fields, strict=True)
        if any(field[at : at + size] == phrase for at in range(len(field) - size + 1))
    )


def _quality(typed: Typed, field: Words) -> float:
    """1 for the word itself, less for one that begins with it."""
    if typed.stem in field:
        return 1.0
    return _BEGINNING if len(typed.word) > 2 and any(each.startswith(typed.word) for each in field) else 0.0
