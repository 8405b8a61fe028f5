"""The ways of a template: its text for each way in which its conditions can fall out, with its blanks in their places.

A way that comes to nothing, because a blank is to be printed that was taken to be empty, is dropped there and then, and no more
than ``MOST_WAYS`` are gone on with: what a template costs grows with its length alone.

Example:
    >>> [way.text for way in ways("lamps{% if topic %} of {{ topic }}{% endif %}", variables)]
    ['lamps of \\ue100', 'lamps']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from draftkit.clauses.clause import Type, Variable
from draftkit.clauses.slots import NO_VERBS, Slot
from draftkit.clauses.templates import parsed
from draftkit.errors import ClauseError

if TYPE_CHECKING:
    from jinja2 import nodes

MOST_WAYS = 64
"""So many ways of one template are gone on with."""

FIRST, LAST = 0xE100, 0xF8FF
"""The private characters that stand for blanks: the first of a template is the first of these."""

_SIMPLE = re.compile(r"\{\{-?\s*([a-z][a-z0-9_]*)\s*((?:\|\s*[a-z_]+\s*)*)-?\}\}")
_OPTIONAL_NOTE = re.compile(r"\{%-? if ([a-z][a-z0-9_]*) -?%\}(\[\^\{\{ *\1 *\}\}\])\{%-? endif -?%\}")


@dataclass(frozen=True, slots=True)
class Way:
    """The last ``part`` of a text and the way ``before`` it; what was taken for granted so far.

    ``held`` are the conditions that were decided, and whether they hold. The values in ``there`` are not empty, the ``absent``
    ones are; those in ``asked`` stand in a condition that holds. ``size`` is the number of blanks.
    """

    before: Way | None = None
    part: str | Slot = ""
    size: int = 0
    held: Mapping[str, bool] | None = None
    asked: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    @property
    def parts(self) -> list[str | Slot]:
        """The texts and blanks in order."""
        found: list[str | Slot] = []
        way: Way | None = self
        while way is not None:
            found.append(way.part)
            way = way.before
        return found[::-1]

    @property
    def text(self) -> str:
        """The text with a private character for each blank."""
        marks = iter(range(FIRST, FIRST + self.size))
        return "".join(chr(next(marks)) if isinstance(part, Slot) else part for part in self.parts)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The blanks in order."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    def then(self, part: str | Slot) -> Way:
        """The way with a text or a blank more."""
        return Way(self, part, self.size + isinstance(part, Slot), self.held, self.asked, self.there, self.absent)


def ways(template: str, variables: Mapping[str, Variable]) -> list[Way]:
    """The ways of a template, those in which its conditions hold first.

    Raises:
        ClauseError: it is no template, prints a condition, or names what is not among the ``variables``.
    """
    template = _OPTIONAL_NOTE.sub(r"\2", template)  # a note that is not there is no other way: callouts do not count
    parts = _SIMPLE.split(template)
    if any(sign in text for text in parts[::3] for sign in ("{{", "{%", "{#")):
        return _through(parsed(template).body, [Way()], variables)
    return _simple(parts, variables)


def _simple(parts: Sequence[str], variables: Mapping[str, Variable]) -> list[Way]:
    """The ways of a template without conditions, read without Jinja: there are many of them."""
    found = [Way().then(parts[0])]
    for name, piped, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        filters = tuple(each.strip() for each in piped.split("|") if each.strip())
        found = _cut(way.then(text) for way in _printed(name, filters, found, variables))
    return found


def _cut(found: Iterable[Way]) -> list[Way]:
    return list(islice(found, MOST_WAYS))


def _through(body: Sequence[nodes.Node], begun: Sequence[Way], variables: Mapping[str, Variable]) -> list[Way]:
    """The ways behind a row of nodes; these are nested no deeper than ``templates`` allows."""
    found = list(begun)
    for node in _flat(body):
        kind = type(node).__name__
        if kind == "TemplateData":
            found = [way.then(node.data) for way in found]
        elif kind == "If":
            branches = tuple(_branches(node))
            found = _cut(after for way in found for after in _chosen(branches, node.else_, way, variables))
        else:
            found = _expression(node, found, variables)
    return found


def _flat(body: Sequence[nodes.Node]) -> Iterator[Any]:
    for node in body:
        yield from getattr(node, "nodes", (node,))


# --- Conditions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Branch:
    """What follows if a condition is ``wanted`` (false behind "not"): ``name`` is a value alone, ``names`` all that are in it."""

    key: str
    wanted: bool
    name: str
    names: frozenset[str]
    body: Sequence[nodes.Node]


def _branches(node: Any) -> Iterator[_Branch]:
    from jinja2.nodes import Name

    for each in (node, *node.elif_):
        test, wanted = each.test, True
        while type(test).__name__ == "Not":
            test, wanted = test.node, not wanted
        name = test.name if isinstance(test, Name) else ""
        names = {name} if name else {inner.name for inner in test.find_all(Name)}
        yield _Branch(str(test), wanted, name, frozenset(names), each.body)


def _chosen(
    branches: Sequence[_Branch], otherwise: Sequence[nodes.Node], way: Way, variables: Mapping[str, Variable]
) -> list[Way]:
    """What follows when a condition holds, then what follows when it does not."""
    found: list[Way] = []
    for branch in branches:
        if taken := _decided(branch, branch.wanted, way, variables):
            found += _through(branch.body, [taken], variables)
        passed_by = _decided(branch, not branch.wanted, way, variables)
        if passed_by is None or len(found) >= MOST_WAYS:
            return found
        way = passed_by
    return found + _through(otherwise, [way], variables)


def _decided(branch: _Branch, holds: bool, way: Way, variables: Mapping[str, Variable]) -> Way | None:
    """The way on which a condition holds, or does not; ``None`` if that cannot be: one decided before stays as it is."""
    key, held = branch.key, way.held or {}
    if key in held:
        return way if held[key] is holds else None
    if branch.name and not holds and not _may_be_empty(variables.get(branch.name)):
        return None
    alone = frozenset((branch.name,) if branch.name else ())
    after = replace(way, held={**held, key: holds})
    if holds:
        return replace(after, asked=way.asked | branch.names, there=way.there | alone)
    return replace(after, absent=way.absent | alone)


def _may_be_empty(variable: Variable | None) -> bool:
    """Whether a condition of the value alone may fail: it is left out, or the number 0."""
    return variable is None or variable.default == "" or variable.type in (Type.NUMBER, Type.FLAG)


# --- Blanks --------------------------------------------------------------------------------------------------------


def _expression(node: Any, found: Sequence[Way], variables: Mapping[str, Variable]) -> list[Way]:
    filters: list[str] = []
    while type(node).__name__ == "Filter":
        filters.insert(0, node.name)
        node = node.node
    if type(node).__name__ == "Const":
        return [way.then(str(node.value)) for way in found]
    if type(node).__name__ == "Name":
        return _printed(node.name, tuple(filters), found, variables)
    raise ClauseError("the text prints a condition")


def _printed(name: str, filters: tuple[str, ...], found: Sequence[Way], variables: Mapping[str, Variable]) -> list[Way]:
    """The value in its place; and without one, if it may be left out and no condition asks for it."""
    variable = variables.get(name)
    if variable is None or any(way.size > LAST - FIRST for way in found):
        raise ClauseError(f'the text names "{name}", which is not declared')
    slot = Slot(name, variable.type, filters, variable.type is Type.TEXT and _is_deed(variable.example))
    return _cut(after for way in found for after in _with_or_without(way, slot, variable.default == ""))


def _is_deed(example: str) -> bool:
    """Whether an example begins with a word that can be a verb."""
    first = example.partition(" ")[0]
    return first.isalpha() and first.islower() and first not in NO_VERBS


def _with_or_without(way: Way, slot: Slot, may_be_left_out: bool) -> Iterator[Way]:
    if slot.name not in way.absent:
        yield way.then(slot)
    names_a_note = isinstance(way.part, str) and way.part.endswith("[^")
    if may_be_left_out and slot.name not in way.asked and not names_a_note:
        yield replace(way, absent=way.absent | {slot.name})
