"""Which clauses of a library stand in an existing text, and with which values.

A clause is recognised *exactly* where all its own words stand in the paragraph in order and what stands between them reads as
values of its types: filled with them it gives the paragraph again. It *counts* where at least half of the paragraph's words are
the clause's own.

Example:
    >>> match = recognise(index(library), resolution)[0]
    >>> match.paragraph, match.clause.reference, match.values
    ('requests-report', 'report/request@1', {'report_session': '81', 'topic': 'the implementation of the present resolution'})
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from draftkit.clauses.alike import Difference, beside
from draftkit.clauses.clause import Clause
from draftkit.clauses.fit import Searched, Span, fits
from draftkit.clauses.index import Index, index
from draftkit.clauses.lines import Line, line_of, words
from draftkit.clauses.near import nearest
from draftkit.clauses.pattern import Pattern
from draftkit.clauses.proving import values_in
from draftkit.clauses.slots import Slot
from draftkit.clauses.values import LONGEST
from draftkit.model import Paragraph, Resolution
from draftkit.tree import Section, walk

__all__ = ["Index", "Match", "Place", "exactly", "index", "nearly", "places", "recognise"]


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph that a clause stands in; ``own`` of its ``words`` are the clause's, ``items`` the subparagraphs it takes in.

    Words are those between blanks, "Secretary-General" being one.
    ``values`` are as a draft gives them, empty where the match is not exact; ``differs`` says what is not the clause's then.
    ``loose`` counts the words of values that could be any, those between quotation marks left out: they are names.
    """

    paragraph: str
    clause: Clause
    alternate: str
    exact: bool
    own: int
    words: int
    values: Mapping[str, str] = field(default_factory=dict)
    differs: tuple[Difference, ...] = ()
    items: tuple[str, ...] = ()
    loose: int = 0

    @property
    def counts(self) -> bool:
        """Whether at least half of the paragraph's words are the clause's own."""
        return 2 * self.own >= self.words

    @property
    def is_loose(self) -> bool:
        """Whether the clause has given little more than the opening words."""
        return self.exact and not self.counts and self.own < self.loose


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph to be recognised, with the section it stands in and the subparagraphs that its line has taken in.

    It is ``plain`` if these are paragraphs without subparagraphs of their own: others stand in no clause.
    """

    paragraph: str
    section: Section
    line: Line
    items: tuple[str, ...] = ()
    plain: bool = True

    def takes(self, pattern: Pattern) -> bool:
        """Whether a pattern of that part and so many subparagraphs may stand here."""
        return self.plain and pattern.clause.part is self.section and pattern.items == len(self.items)


def recognise(known: Index, resolution: Resolution, *, near: bool = False) -> tuple[Match, ...]:
    """The best match of every paragraph of the preamble and of the operative part that has one, in printed order.

    Args:
        near: say also what a paragraph without an exact match nearly says.
    """
    found: list[Match] = []
    taken: set[str] = set()
    for place in places(resolution):
        if place.paragraph in taken:
            continue
        match = exactly(known, place)
        if near and (match is None or match.is_loose):
            match = nearly(known, place) or match
        if match:
            found.append(match)
            taken.update(match.items)
    return tuple(found)


def places(resolution: Resolution) -> Iterator[Place]:
    """Every paragraph and subparagraph of the preamble and of the operative part; their lines take subparagraphs in."""
    for place in walk(resolution):
        block = place.block
        if place.section is Section.ANNEX or not isinstance(block, Paragraph):
            continue
        items = [item for item in block.items if isinstance(item, Paragraph)]
        line = line_of(block.content, [item.content for item in items])
        plain = len(items) == len(block.items) and not any(item.items for item in items)
        yield Place(block.id, place.section, line, tuple(item.id for item in items), plain)


def exactly(known: Index, place: Place) -> Match | None:
    """The clause that is recognised exactly in a paragraph and has most own words there."""
    if not place.line.tokens or len(place.line.text) > LONGEST:
        return None
    searched = Searched(place.line)
    there = frozenset(place.line.tokens)
    held = {at for token in (*there, "") for at in known.by_rarest.get(token, ())}
    for at in sorted(held):
        pattern = known.patterns[at]
        if place.takes(pattern) and known.sets[at] <= there and (match := _exact(pattern, place, searched)):
            return match
    return None


def _exact(pattern: Pattern, place: Place, searched: Searched) -> Match | None:
    line = place.line
    for spans in fits(pattern, searched):
        values = values_in(pattern, line, spans)
        if values is not None:
            own = words(_blanked(line, spans))
            loose = _loose(pattern, line, spans)
            size = words(line.text)
            return Match(place.paragraph, pattern.clause, pattern.alternate, True, own, size, values, (), place.items, loose)
    return None


def _blanked(line: Line, spans: Sequence[Span]) -> str:
    """The text of a line without its values."""
    kept, at = [], 0
    for first, last in spans:
        kept.append(line.text[at : line.starts[first]])
        at = line.ends[last - 1]
    return " ".join((*kept, line.text[at:]))


def _loose(pattern: Pattern, line: Line, spans: Sequence[Span]) -> int:
    slots = [piece for piece in pattern.pieces if isinstance(piece, Slot)]
    return sum(
        words(line.between(first, last))
        for slot, (first, last) in zip(slots, spans, strict=True)
        if slot.is_wide and not (line.tokens[max(first - 1, 0)] == '"' == line.tokens[min(last, len(line.tokens) - 1)])
    )


def nearly(known: Index, place: Place) -> Match | None:
    """The clause that a paragraph nearly says: most of the clause's words, and most of the paragraph's."""
    line = place.line
    if not line.tokens or len(line.text) > LONGEST:
        return None
    pattern = nearest(known, line.tokens, place.takes)
    if pattern is None:
        return None
    own, differs = beside(pattern, line)
    size = words(line.text)
    return Match(place.paragraph, pattern.clause, pattern.alternate, False, own, size, {}, differs, place.items)
