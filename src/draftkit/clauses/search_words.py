"""The words of a search and of what is searched: without their endings, mended where they are misspelt, with their synonyms.

Example:
    >>> stems("Welcoming the reports"), corrected(looked_for("recieve"), {"receiv"})
    (('welcom', 'report'), [Typed(word='receiv', stem='receiv')])
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from draftkit.clauses.lines import LITTLE
from draftkit.resources import folder

Words = tuple[str, ...]
"""Words without their endings."""

CHATTER = frozenset(
    "about am any are be been being but can could do does has have how i if into is it me my need our please shall should some"
    " such than that their them then there these they this those us want was we were what when which who will would you".split()
)
"""Words with which people speak of a clause and which tell none from another."""

BARE = frozenset("again no not without".split())
"""Words that mean something only together with others that a synonym is known for ("no cost")."""

_WORD = re.compile(r"[^\W_]+")
ENDS = ("ing", "es", "ed", "e", "s")
SHORTEST = 4
"""Letters of a word without its ending; a shorter word keeps it."""
_LONG = 9
"""Letters of such a word of which two may be wrong."""
_LONGEST = 60
"""Letters of a word and words of a question; what comes behind them is not looked for."""
_LONGEST_PHRASE = 4
"""Words of a phrase that has synonyms."""


class Typed(NamedTuple):
    """A word that is looked for: as it was typed, to find those that begin with it, and without its ending."""

    word: str
    stem: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is to be found, or a phrase with the ``also`` that texts say for it."""

    phrase: tuple[Typed, ...]
    also: tuple[Words, ...] = ()


def _stem(word: str) -> str:
    """A word without its ending: "welcome", "welcoming" and "welcomes" are "welcom"."""
    for end in ENDS:
        if word.endswith(end) and len(word) - len(end) >= SHORTEST and not word.endswith("ss"):
            word = word.removesuffix(end)
            break
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > SHORTEST else word


def stems(text: str) -> Words:
    """The words of a text, little ones left out."""
    return tuple(_stem(word[:_LONGEST]) for word in _WORD.findall(text.casefold()) if word not in LITTLE)


def looked_for(text: str) -> list[Typed]:
    """The words that a person looks for; little ones only if there are no others."""
    words = [word[:_LONGEST] for word in _WORD.findall(text.casefold())]
    telling = [word for word in words if word not in LITTLE]
    telling = [word for word in telling if word not in CHATTER] or telling
    return [Typed(word, _stem(word)) for word in (telling or words)[:_LONGEST]]


@cache
def synonyms() -> dict[Words, tuple[Words, ...]]:
    """What texts say for phrases of everyday speech, all without endings."""
    with (folder("data") / "clause_synonyms.csv").open(encoding="utf-8", newline="") as lines:
        return {stems(row["words"]): tuple(map(stems, row["also"].split("|"))) for row in csv.DictReader(lines)}


def speech() -> dict[str, Any]:
    """What is known of words here, for a search by another program: the page of a library."""
    return {
        "little": sorted(LITTLE),
        "chatter": sorted(CHATTER),
        "bare": sorted(BARE),
        "ends": ENDS,
        "shortest": SHORTEST,
        "long": _LONG,
        "phrase": _LONGEST_PHRASE,
        "synonyms": [(" ".join(phrase), [" ".join(each) for each in also]) for phrase, also in synonyms().items()],
    }


def terms_of(question: str, known: set[str]) -> list[Term]:
    """What is to be found: words, and phrases that have synonyms."""
    said = synonyms()
    words = corrected(looked_for(question), known | {word for phrase in said for word in phrase})
    terms: list[Term] = []
    while words:
        sizes = (n for n in range(_LONGEST_PHRASE, 0, -1) if tuple(word.stem for word in words[:n]) in said)
        phrase = words[: next(sizes, 1)]
        if [word.word for word in phrase if word.word not in BARE]:
            terms.append(Term(tuple(phrase), said.get(tuple(word.stem for word in phrase), ())))
        words = words[len(phrase) :]
    return terms


def corrected(words: Sequence[Typed], known: set[str]) -> list[Typed]:
    """The words; one that begins no known word is the known one with the fewest letters different, if they are few."""
    return [
        word if word.stem in known or any(each.startswith(word.word) for each in known) else _nearest(word, known)
        for word in words
    ]


def _nearest(typed: Typed, known: set[str]) -> Typed:
    """The known word that was meant: it begins with its first letter, or the first two are the other way round."""
    from rapidfuzz.distance import OSA

    size = len(typed.stem)
    most = 0 if size < SHORTEST else 1 if size < _LONG else 2
    turned = typed.stem[1::-1] + typed.stem[2:3]
    begun = sorted(each for each in known if each[0] == typed.stem[0] or each.startswith(turned))
    near = ((OSA.distance(typed.stem, each, score_cutoff=most), -len(each), each) for each in begun)
    *_, found = min((each for each in near if each[0] <= most), default=(0, 0, ""))  # the longer: letters are left out
    return Typed(found, found) if found else typed
