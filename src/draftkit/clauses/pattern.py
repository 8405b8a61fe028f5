"""A clause as patterns: what stands between its blanks, for each way in which its conditions can fall out (``ways``).

Example:
    >>> [pattern.pieces for pattern in patterns_of(clause)]
    [(('Requests', 'the', 'Secretary', '-', 'General', ...), Slot('report_session', ...), ('session', ...), Slot('topic', ...))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from draftkit import inline
from draftkit.clauses.clause import SPACES, Clause, Type
from draftkit.clauses.lines import Line, line_of
from draftkit.clauses.slots import Slot
from draftkit.clauses.templates import FIELD
from draftkit.clauses.ways import FIRST, LAST, Way, ways
from draftkit.errors import ClauseError, MarkupError
from draftkit.model import Callout

MOST_PATTERNS = 64
"""So many ways of one wording with its subparagraphs are looked at."""

MOST_PIECES = 200
"""A way of more pieces is no pattern; those of the standard library have twenty at most."""

_CALLED = "private-use"
_NOTE = re.compile(rf"\[\^([{chr(FIRST)}-{chr(LAST)}])\]")
_PRIVATE = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
_NAME = re.compile(r"\w+")
_COMPARED = re.compile(r"(\w+)\s*[!=]=\s*[\"']([^\"']*)[\"']")

Piece = tuple[str, ...] | Slot


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of a wording: own tokens and slots in turn.

    ``notes`` are the variables that name a note, each with the number of tokens before it, a slot being one. ``absent`` are the
    variables left empty in this way, those in ``there`` are not; ``free`` says what those may be that only stand in conditions.
    """

    clause: Clause
    alternate: str
    pieces: tuple[Piece, ...]
    items: int = 0
    notes: tuple[tuple[str, int], ...] = ()
    absent: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    free: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def own(self) -> tuple[str, ...]:
        """The clause's own tokens in order."""
        return tuple(token for piece in self.pieces if not isinstance(piece, Slot) for token in piece)


def patterns_of(clause: Clause) -> Iterator[Pattern]:
    """The patterns of a clause: those of its text, then those of its alternates.

    A wording that cannot be read as a template has none; ``clause check`` reports it.
    """
    for name, text in (("", clause.text), *((wording.name, wording.text) for wording in clause.alternates)):
        try:
            yield from _patterns(clause, name, (text, *clause.items))
        except (ClauseError, MarkupError):
            continue


def _patterns(clause: Clause, alternate: str, templates: Sequence[str]) -> Iterator[Pattern]:
    if any(map(_PRIVATE.search, templates)):
        return
    variables = {variable.name: variable for variable in clause.variables}
    each = [ways(template, variables) for template in templates]
    offered = _offered(clause, templates)
    seen = set()
    for combined in islice(product(*each), MOST_PATTERNS):
        pieces, notes = _pieces(combined)
        if pieces and pieces not in seen and len(pieces) <= MOST_PIECES:
            seen.add(pieces)
            absent = frozenset[str]().union(*(way.absent for way in combined))
            there = frozenset[str]().union(*(way.there for way in combined))
            bound = {*(name for name, _ in notes), *(piece.name for piece in pieces if isinstance(piece, Slot))}
            free = {name: values for name, values in offered.items() if name not in bound}
            yield Pattern(clause, alternate, pieces, len(clause.items), notes, absent, there, free)


def _offered(clause: Clause, templates: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What the values may be that no blank gives, as the conditions and the clause's file show; none without conditions."""
    fields = [part for template in templates for part in FIELD.findall(template)]
    if not any(part.startswith("{%") for part in fields):
        return {}
    named = {name for part in fields for name in _NAME.findall(part)}
    compared: dict[str, list[str]] = {}
    for name, constant in (pair for part in fields for pair in _COMPARED.findall(part)):
        compared.setdefault(name, []).append(constant)
    return {
        variable.name: ("yes",)
        if variable.type is Type.FLAG
        else tuple(dict.fromkeys(each for each in (*compared.get(variable.name, ()), variable.example, "1") if each))
        for variable in clause.variables
        if variable.name in named
    }


def _pieces(combined: Sequence[Way]) -> tuple[tuple[Piece, ...], tuple[tuple[str, int], ...]]:
    """The tokens of a text and its items, a run of own tokens being one piece; and the variables that name notes.

    Raises:
        ClauseError: the clause has more blanks than there are private characters.
    """
    slots = [slot for way in combined for slot in way.slots]
    if len(slots) > LAST - FIRST:
        raise ClauseError("the clause has too many blanks")
    contents, used = [], 0
    for way in combined:
        text = way.text.translate({FIRST + at: chr(FIRST + at + used) for at in range(way.size)}) if used else way.text
        named = _NOTE.sub(lambda mark: f"[^{_CALLED}-{ord(mark[1]) - FIRST}]", text)
        contents.append(inline.parse(SPACES.sub(" ", named)))
        used += way.size
    line = line_of(contents[0], contents[1:])
    return tuple(_runs(line, slots)), tuple(_note_names(line, slots))


def _runs(line: Line, slots: Sequence[Slot]) -> Iterator[Piece]:
    run: list[str] = []
    for token in line.tokens:
        if not FIRST <= ord(token[0]) <= LAST:
            run.append(token)
            continue
        if run:
            yield tuple(run)
        run = []
        yield slots[ord(token[0]) - FIRST]
    if run:
        yield tuple(run)


def _note_names(line: Line, slots: Sequence[Slot]) -> Iterator[tuple[str, int]]:
    if not any(isinstance(piece, Callout) for piece in line.pieces):
        return
    for at in range(len(line.tokens) + 1):
        for called in line.callouts(at):
            if called.startswith(f"{_CALLED}-"):
                yield slots[int(called.removeprefix(f"{_CALLED}-"))].name, at
