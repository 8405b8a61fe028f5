"""Formulas that recur in texts and that no clause of a library says, grouped by their wording with the values masked.

Example:
    >>> [(formula.wording, formula.texts) for formula in harvest(paragraphs, known, least=3)]
    [('Decides to return to it at its <session> session', 4)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from draftkit.clauses.lines import BREAK, is_word, line_of
from draftkit.clauses.masking import masked
from draftkit.clauses.match import Index, exactly
from draftkit.clauses.proposing import FEWEST_WORDS, unfit
from draftkit.clauses.sources import Source, place_of
from draftkit.tree import Section

LEAST = 3
"""A formula stands in so many texts at least, if nothing else is said."""

MOST_HELD = 20
"""So many paragraphs of a formula are kept; its clause is made from these."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A masked wording with the number of paragraphs and of texts it stands in, and the first of the paragraphs."""

    section: Section
    wording: str
    count: int
    texts: int
    sources: tuple[Source, ...]


def harvest(paragraphs: Iterable[tuple[str, Source]], known: Index, least: int = LEAST) -> tuple[Formula, ...]:
    """The formulas that stand in at least ``least`` texts, those in most texts first.

    Args:
        paragraphs: each with the name of its text.
        known: the clauses of the library; a paragraph that is one of them is passed over.
    """
    groups: dict[tuple[Section, str], list[tuple[str, Source]]] = {}
    for text, source in paragraphs:
        wording = _wording(source)
        if wording:
            groups.setdefault((source.section, wording), []).append((text, source))
    recurring = ((key, held) for key, held in groups.items() if len({text for text, _ in held}) >= least)
    found = [formula for key, held in recurring for formula in _formula(key, held, known, least)]
    return tuple(sorted(found, key=lambda each: (-each.texts, -each.count, each.section, each.wording)))


def _formula(
    key: tuple[Section, str], held: list[tuple[str, Source]], known: Index, least: int
) -> Iterator[Formula]:
    new = [(text, source) for text, source in held if not _is_known(source, known)]
    texts = len({text for text, _ in new})
    if texts >= least:
        yield Formula(*key, len(new), texts, tuple(source for _, source in new[:MOST_HELD]))


def _wording(source: Source) -> str:
    """The masked wording; "" for what can be no clause."""
    if unfit(source):
        return ""
    wordings = [masked(line_of(content)) for content in source.contents]
    own = sum(1 for line in wordings for word in line.split() if is_word(word.strip('.,;:"()').replace("-", "")))
    return f" {BREAK} ".join(wordings) if own >= FEWEST_WORDS else ""


def _is_known(source: Source, known: Index) -> bool:
    match = exactly(known, place_of(source))
    return match is not None and not match.is_loose
