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

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from draftkit.clauses.alike import Difference, differences, like
from draftkit.clauses.clause import Clause
from draftkit.clauses.fit import Searched, Span, fits
from draftkit.clauses.lines import Line, is_word, line_of, words
from draftkit.clauses.pattern import Pattern, patterns_of
from draftkit.clauses.proving import values_in
from draftkit.clauses.slots import Slot
from draftkit.clauses.values import LONGEST
from draftkit.model import Paragraph, Resolution
from draftkit.tree import Section, walk

NEARLY = 0.8
"""The share of a clause's own words that a paragraph has, in order, that says nearly what the clause says."""


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph that a clause stands in; ``own`` of its ``words`` are the clause's, ``items`` the subparagraphs it takes in.

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
class Index:
    """The patterns of a library, the fullest first; ``by_rarest``: those whose rarest own token is that one."""

    patterns: tuple[Pattern, ...]
    sets: tuple[frozenset[str], ...]
    sizes: tuple[int, ...]
    by_rarest: Mapping[str, tuple[int, ...]]
    by_rare: Mapping[str, tuple[int, ...]]


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


def index(clauses: Iterable[Clause]) -> Index:
    """The clauses made ready: the more own words a pattern has, and the narrower it is, the sooner it is tried."""
    patterns = sorted((pattern for clause in clauses for pattern in patterns_of(clause)), key=_rank)
    sets = tuple(frozenset(pattern.own) for pattern in patterns)
    common = Counter(token for own in sets for token in own)
    by_rarest: dict[str, list[int]] = {}
    by_rare: dict[str, list[int]] = {}
    for at, own in enumerate(sets):
        rare = sorted(own, key=lambda token: (common[token], token))
        by_rarest.setdefault(rare[0] if rare else "", []).append(at)
        missing = int((1 - NEARLY) * len(patterns[at].own)) + 1  # one more than may be missing: one of these is there
        for token in rare[: missing + 1]:
            by_rare.setdefault(token, []).append(at)
    return Index(
        tuple(patterns),
        sets,
        tuple(sum(map(is_word, pattern.own)) for pattern in patterns),
        {token: tuple(held) for token, held in by_rarest.items()},
        {token: tuple(held) for token, held in by_rare.items()},
    )


def _rank(pattern: Pattern) -> tuple[int, int, int, str, int, str]:
    slots = [piece for piece in pattern.pieces if isinstance(piece, Slot)]
    wide = sum(slot.is_wide for slot in slots)
    own = sum(map(is_word, pattern.own))
    return -own, wide, len(slots), pattern.clause.id, -pattern.clause.version, pattern.alternate


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
    tokens = place.line.tokens
    if not tokens or len(place.line.text) > LONGEST:
        return None
    there = frozenset(tokens)
    said = sum(map(is_word, tokens))
    held = {at for token in there for at in known.by_rare.get(token, ())}
    best: tuple[int, int] | None = None
    for at in sorted(held):
        pattern, size = known.patterns[at], known.sizes[at]
        if not place.takes(pattern):
            continue
        least = max(NEARLY * size, said / 2 + 0.5, best[0] + 1 if best else 1)
        own = known.sets[at]
        if size < least or len(own & there) < NEARLY * len(own) - 2:
            continue
        alike = like(tuple(filter(is_word, pattern.own)), tokens)
        if alike >= least:
            best = alike, at
    if best is None:
        return None
    alike, at = best
    pattern = known.patterns[at]
    differs = differences(pattern, place.line)
    return Match(place.paragraph, pattern.clause, pattern.alternate, False, alike, said, {}, differs, place.items)
