"""A clause as patterns: what stands between its blanks, for each way in which its conditions can fall out.

Example:
    >>> [pattern.pieces for pattern in patterns_of(clause)]
    [(('Requests', 'the', 'Secretary', '-', 'General', ...), Slot('report_session', ...), ('session', ...), Slot('topic', ...))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from draftkit import inline
from draftkit.clauses.clause import SPACES, Clause, Variable
from draftkit.clauses.lines import Line, line_of
from draftkit.clauses.slots import Slot
from draftkit.clauses.templates import parsed
from draftkit.errors import ClauseError, MarkupError

if TYPE_CHECKING:
    from jinja2 import nodes

MOST_PATTERNS = 64
"""So many ways of one wording are looked at."""

_FIRST = 0xE100
_LAST = 0xF8FF
_SIMPLE = re.compile(r"\{\{-?\s*([a-z][a-z0-9_]*)\s*((?:\|\s*[a-z_]+\s*)*)-?\}\}")

_CODE = re.compile(r"\{[{%](.*?)[}%]\}")
_CALLED = "private-use"
_NOTE = re.compile(rf"\[\^([{chr(_FIRST)}-{chr(_LAST)}])\]")
_OPTIONAL_NOTE = re.compile(r"\{%-? if ([a-z][a-z0-9_]*) -?%\}(\[\^\{\{ *\1 *\}\}\])\{%-? endif -?%\}")
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")

Piece = tuple[str, ...] | Slot


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of a wording: own tokens and slots in turn.

    ``notes`` are the variables that name a note, each with the number of tokens before it, a slot being one. ``absent`` are the
    variables left empty in this way, ``free`` says what those may be that only stand in conditions.
    """

    clause: Clause
    alternate: str
    pieces: tuple[Piece, ...]
    items: int = 0
    notes: tuple[tuple[str, int], ...] = ()
    absent: frozenset[str] = frozenset()
    free: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def own(self) -> tuple[str, ...]:
        """The clause's own tokens in order."""
        return tuple(token for piece in self.pieces if not isinstance(piece, Slot) for token in piece)


@dataclass(frozen=True, slots=True)
class _Way:
    """A text with a private character for each slot, and what was taken for granted on the way to it."""

    text: str = ""
    slots: tuple[Slot, ...] = ()
    held: tuple[tuple[str, bool], ...] = ()  # a condition, and whether it holds
    absent: frozenset[str] = frozenset()

    def with_text(self, text: str) -> _Way:
        return _Way(self.text + text, self.slots, self.held, self.absent)


def patterns_of(clause: Clause) -> Iterator[Pattern]:
    """The patterns of a clause: those of its text, then those of its alternates.

    A wording that cannot be read as a template has none; ``clause check`` reports it.
    """
    variables = {variable.name: variable for variable in clause.variables}
    for name, text in (("", clause.text), *((wording.name, wording.text) for wording in clause.alternates)):
        seen = set()
        if _PRIVATE.search("".join((text, *clause.items))):
            continue
        try:
            ways = [list(islice(_ways(template, variables), MOST_PATTERNS)) for template in (text, *clause.items)]
            for combined in islice(product(*ways), MOST_PATTERNS):
                pieces, notes = _pieces(combined)
                if pieces and pieces not in seen:
                    seen.add(pieces)
                    absent = frozenset[str]().union(*(way.absent for way in combined))
                    free = _free(clause, text, {*(name for name, _ in notes), *_names(pieces)})
                    yield Pattern(clause, name, pieces, len(clause.items), notes, absent, free)
        except (ClauseError, MarkupError):
            continue


def _names(pieces: Sequence[Piece]) -> Iterator[str]:
    return (piece.name for piece in pieces if isinstance(piece, Slot))


def _pieces(ways: Sequence[_Way]) -> tuple[tuple[Piece, ...], tuple[tuple[str, int], ...]]:
    """The tokens of a text and its items, a run of own tokens being one piece; and the variables that name notes."""
    slots = [slot for way in ways for slot in way.slots]
    contents, used = [], 0
    for way in ways:
        text = way.text.translate({_FIRST + at: chr(_FIRST + at + used) for at in range(len(way.slots))}) if used else way.text
        named = _NOTE.sub(lambda mark: f"[^{_CALLED}-{ord(mark[1]) - _FIRST}]", text)
        contents.append(inline.parse(SPACES.sub(" ", named)))
        used += len(way.slots)
    line: Line = line_of(contents[0], contents[1:])
    pieces: list[Piece] = []
    run: list[str] = []
    for token in line.tokens:
        if _FIRST <= ord(token[0]) <= _LAST:
            if run:
                pieces.append(tuple(run))
            run = []
            pieces.append(slots[ord(token[0]) - _FIRST])
        else:
            run.append(token)
    if run:
        pieces.append(tuple(run))
    found = ((called, at) for at in range(len(line.tokens) + 1) for called in line.callouts(at))
    numbers = ((called.removeprefix(f"{_CALLED}-"), at) for called, at in found if called.startswith(f"{_CALLED}-"))
    return tuple(pieces), tuple((slots[int(number)].name, at) for number, at in numbers)


def _free(clause: Clause, text: str, bound: set[str]) -> dict[str, tuple[str, ...]]:
    """For variables that no slot of a pattern gives: what they may be, as the conditions and the clause's file show."""
    templates = (text, *clause.items)
    if not any("{%" in template for template in templates):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    code = " ".join(part for template in templates for part in _CODE.findall(template))
    for variable in clause.variables:
        if variable.name in bound or not re.search(rf"\b{variable.name}\b", code):
            continue
        compared = re.compile(rf"\b{variable.name}\s*[!=]=\s*[\"']([^\"']*)[\"']")
        constants = [constant for template in templates for constant in compared.findall(template)]
        found[variable.name] = tuple(dict.fromkeys(each for each in (*constants, variable.example, "1") if each))
    return found


# --- The ways of a template ----------------------------------------------------------------------------------------


def _ways(template: str, variables: Mapping[str, Variable]) -> Iterator[_Way]:
    template = _OPTIONAL_NOTE.sub(r"\2", template)  # a note that is not there is no other way: callouts do not count
    if "{%" not in template:
        yield from _simple(template, variables)
        return
    yield from _through(parsed(template).body, _Way(), variables)


def _simple(template: str, variables: Mapping[str, Variable]) -> Iterator[_Way]:
    """A template without conditions, read without Jinja: there are many of them."""
    ways = [_Way()]
    parts = _SIMPLE.split(template)
    if any("{{" in text or "{#" in text for text in parts[::3]):
        yield from _through(parsed(template).body, _Way(), variables)
        return
    for at in range(0, len(parts), 3):
        ways = [way.with_text(parts[at]) for way in ways]
        if at + 1 < len(parts):
            filters = tuple(name.strip() for name in parts[at + 2].split("|") if name.strip())
            ways = [after for way in ways for after in _with_slot(way, parts[at + 1], filters, variables)][:MOST_PATTERNS]
    yield from ways


def _through(body: Sequence[nodes.Node], way: _Way, variables: Mapping[str, Variable]) -> Iterator[_Way]:
    if not body:
        yield way
        return
    first: Any = body[0]
    kind = type(first).__name__
    if kind == "Output":
        heads = _through(first.nodes, way, variables)
    elif kind == "TemplateData":
        heads = iter((way.with_text(first.data),))
    elif kind == "If":
        heads = _choices(first, way, variables)
    else:
        heads = _expression(first, way, variables)
    for head in heads:
        yield from _through(body[1:], head, variables)


def _choices(node: Any, way: _Way, variables: Mapping[str, Variable]) -> Iterator[_Way]:
    """Both sides of a condition; one that was decided before stays as it is."""
    test, wanted = node.test, True
    while type(test).__name__ == "Not":
        test, wanted = test.node, not wanted
    key = str(test)
    known = dict(way.held)
    for holds in (True, False):
        if known.get(key, holds) is not holds:
            continue
        absent = way.absent | ({test.name} if type(test).__name__ == "Name" and not holds else set())
        after = _Way(way.text, way.slots, way.held if key in known else (*way.held, (key, holds)), frozenset(absent))
        if holds is wanted:
            yield from _through(node.body, after, variables)
        elif node.elif_:
            yield from _elif(node, after, variables)
        else:
            yield from _through(node.else_, after, variables)


def _elif(node: Any, way: _Way, variables: Mapping[str, Variable]) -> Iterator[_Way]:
    from jinja2.nodes import If

    first, *rest = node.elif_
    yield from _choices(If(first.test, first.body, rest, node.else_), way, variables)


def _expression(node: Any, way: _Way, variables: Mapping[str, Variable]) -> Iterator[_Way]:
    filters: list[str] = []
    while type(node).__name__ == "Filter":
        filters.insert(0, node.name)
        node = node.node
    if type(node).__name__ == "Const":
        yield way.with_text(str(node.value))
    elif type(node).__name__ == "Name":
        yield from _with_slot(way, node.name, tuple(filters), variables)
    else:
        raise ClauseError("the text prints a condition")


def _with_slot(way: _Way, name: str, filters: tuple[str, ...], variables: Mapping[str, Variable]) -> Iterator[_Way]:
    """The value in its place; and without one, if it may be left out and no condition asks for it."""
    variable = variables.get(name)
    if variable is None or len(way.slots) >= _LAST - _FIRST:
        raise ClauseError(f'the text names "{name}", which is not declared')
    if name not in way.absent:
        mark = chr(_FIRST + len(way.slots))
        yield _Way(way.text + mark, (*way.slots, Slot(name, variable.type, filters)), way.held, way.absent)
    asked = any(holds and f"name='{name}'" in key for key, holds in way.held)
    if variable.default == "" and not asked and not way.text.endswith("[^"):
        yield _Way(way.text, way.slots, way.held, way.absent | {name})
