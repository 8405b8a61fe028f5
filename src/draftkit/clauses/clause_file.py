"""A clause file -> a ``Clause`` (docs/clause-file.md); nothing is filled in here.

Example:
    >>> clause = read(Path("clause_library/operative/report-request.yaml").read_text(), "report-request.yaml")
    >>> clause.reference
    'report/request@1'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from draftkit import yaml_text
from draftkit.clauses.clause import PARTS, SPACES, UNPRINTABLE, Alternate, Clause, Example, Provenance, Type, Variable
from draftkit.clauses.values import LONGEST
from draftkit.errors import ClauseError, Unreadable
from draftkit.tree import Section
from draftkit.yaml_text import Node

LARGEST = 100_000
"""Characters of a clause file; the longest of the standard library has three thousand."""

MOST_LISTED = 60
"""Entries of a list or mapping of a clause: alternates, items, variables, examples."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
"""Family and name, "report/request"."""

EXTENDED = re.compile(rf"{ID.pattern}(?:@[1-9][0-9]{{0,3}})?")
"""A clause to extend, with its version or without."""

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""What a variable may be called."""

RESERVED = frozenset({
    "and", "caller", "elif", "else", "endif", "false", "for", "if", "in", "is", "kwargs", "loop", "none", "not",
    "or", "recursive", "self", "super", "true", "varargs",
})
"""Names that mean something else inside {{ }}."""

T = TypeVar("T")

_KEYS = frozenset({
    "id", "version", "part", "title", "use_when", "not_when", "variables", "text", "items", "alternates", "strength",
    "cost", "provenance", "related", "examples", "extends",
})
_OF_THE_WORDING = frozenset({"examples", "provenance"})
"""What is only true of the words it was written for: not taken over by a clause with words of its own."""
_WORDING = frozenset({"text", "items", "variables"})

Under = Callable[[str], Clause]
"""The clause that a reference names in the libraries under the one that is being read; raises ``ClauseError``."""


def _nothing_under(reference: str) -> Clause:
    raise ClauseError(f'there is no library under this one that holds "{reference[:60]}"', remedy="write the whole clause")


def read(source: str, where: str, under: Under = _nothing_under) -> Clause:
    """The clause in the text of a file; ``where`` names the file in errors.

    Args:
        under: finds the clause that ``extends`` names; what the file does not say is taken from it.

    Raises:
        ClauseError: not YAML, a key that is missing, unknown or of the wrong kind; names file, line and clause.
    """
    if not source.strip():
        raise ClauseError("the file is empty", where, "docs/clause-file.md shows what a clause looks like")
    if len(source) > LARGEST:
        raise ClauseError(f"more than {LARGEST:,} characters", where, "a file holds one clause")
    try:
        return parse(yaml_text.load(source, where), under)
    except Unreadable as error:
        raise ClauseError(error.what, error.where, error.remedy) from None


def parse(node: Node, under: Under = _nothing_under) -> Clause:
    """The clause that the root of a YAML file holds.

    Raises:
        ClauseError: as ``read``.
    """
    given = node.get("id")
    name = given.text or "" if given else ""
    try:
        _refuse_unprintable(node)
        return _extended(node, under) if node.get("extends") else _parse(node)
    except (Unreadable, ClauseError) as error:
        where = f"{error.where}, {name}" if ID.fullmatch(name) else error.where
        raise ClauseError(error.what, where, error.remedy) from None


def _extended(node: Node, under: Under) -> Clause:
    """A delegation's own clause with the keys that it leaves out taken from the clause it extends."""
    fields = node.mapping(_KEYS)
    for key in ("id", "version"):
        if key not in fields:
            raise node.error(f'the key "{key}" is missing', f'add "{key}:"')
    reference = _matching(fields["extends"], EXTENDED, "a clause", "name one of the standard library: report/request")
    try:
        base = under(reference)
    except ClauseError as error:
        raise fields["extends"].error(error.what, error.remedy) from None
    left_out = frozenset(_READERS) - set(fields) - (_OF_THE_WORDING if _WORDING & set(fields) else frozenset())
    own = {key: read_one(fields.get(key)) for key, read_one in _READERS.items() if key not in left_out}
    return replace(base, **own, extends=base.reference, place=fields["id"].place)


def _parse(node: Node) -> Clause:
    fields = node.mapping(_KEYS)
    for key in ("id", "version", "part", "title", "text"):
        if key not in fields:
            raise node.error(f'the key "{key}" is missing', f'add "{key}:"')
    return Clause(**{key: read_one(fields.get(key)) for key, read_one in _READERS.items()}, place=fields["id"].place)


def _refuse_unprintable(node: Node) -> None:
    for key, field in (node.fields or {}).items():
        if UNPRINTABLE.search(key):
            raise field.error("the key holds a control character", "type it anew")
        _refuse_unprintable(field)
    for item in node:
        _refuse_unprintable(item)
    if UNPRINTABLE.search(node.text or ""):
        raise node.error("the text holds a control character", "type it anew")


def _words(node: Node) -> str:
    text = SPACES.sub(" ", node.scalar()).strip(" ")
    if not text:
        raise node.error("the text is empty", "write it, or take the key away")
    return text


def _template(node: Node) -> str:
    """A wording; one that is longer than what may be filled is no use, and would be gone through by all that look for clauses."""
    text = _words(node)
    if len(text) > LONGEST:
        raise node.error(f"the text has more than {LONGEST:,} characters", "shorten it: a clause is one paragraph")
    return text


def _matching(node: Node, pattern: re.Pattern[str], what: str, remedy: str) -> str:
    text = node.scalar()
    if not pattern.fullmatch(text):
        raise node.error(f'"{text[:40]}" is not {what}', remedy)
    return text


def _number(node: Node, lowest: int = 0) -> int:
    text = node.scalar()
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) < lowest:
        raise node.error(f'"{text[:40]}" is not a whole number from {lowest} on', "write it in figures")
    return int(text)


def _part(node: Node) -> Section:
    if node.scalar() not in PARTS:
        raise node.error(f'"{node.scalar()[:40]}" is no part of a resolution', "write preamble or operative")
    return Section(node.scalar())


def _related(node: Node) -> str:
    return _matching(node, ID, "an id", "name a clause of the library")


def _listed(node: Node | None, parse_one: Callable[[Node], T]) -> tuple[T, ...]:
    if node is None:
        return ()
    _refuse_many(node, len(node.sequence()))
    return tuple(parse_one(item) for item in node.sequence())


def _refuse_many(node: Node, size: int) -> None:
    if size > MOST_LISTED:
        raise node.error(f"{size:,} entries are more than a clause has", f"leave {MOST_LISTED} at most")


def _named(node: Node | None, parse_one: Callable[[str, Node], T]) -> tuple[T, ...]:
    if node is None or node.text == "":
        return ()
    if node.fields is None:
        raise node.error("here should stand a mapping (name: {...})", "begin each line with a name and a colon")
    _refuse_many(node, len(node.fields))
    for name, value in node.fields.items():
        if not NAME.fullmatch(name) or name in RESERVED:
            raise value.error(f'"{name[:40]}" cannot be a name', "use small letters, digits and underscores")
    return tuple(parse_one(name, value) for name, value in node.fields.items())


def _variable(name: str, node: Node) -> Variable:
    fields = node.mapping(frozenset(("type", "default", "example", "note")))
    if "type" not in fields:
        raise node.error(f'the variable "{name}" has no type', f"its type is one of {', '.join(Type)}")
    written = fields["type"].scalar()
    if written not in tuple(Type):
        raise fields["type"].error(f'"{written[:40]}" is no type of variable', f"the types are {', '.join(Type)}")
    given = {key: _value(value) for key, value in fields.items() if key != "type"}
    if written == Type.FLAG:
        if "default" in given:
            raise fields["default"].error("a flag has no default", "take it away: where nothing is said, a flag is no")
        given["default"] = ""
    return Variable(name, Type(written), given.get("default"), given.get("example", ""), given.get("note", ""))


def _alternate(name: str, node: Node) -> Alternate:
    fields = node.mapping(frozenset(("text", "note", "strength")))
    if "text" not in fields:
        raise node.error(f'the alternate "{name}" has no text', 'add "text: |-"')
    note, strength = fields.get("note"), fields.get("strength")
    return Alternate(
        name, _template(fields["text"]), _words(note) if note else "", _number(strength) if strength else None
    )


def _provenance(node: Node) -> Provenance:
    fields = node.mapping(frozenset(("symbol", "paragraph")))
    if len(fields) < 2:
        raise node.error("a provenance is a symbol and a paragraph", "write {symbol: A/RES/79/124, paragraph: 14}")
    return Provenance(fields["symbol"].scalar(), _number(fields["paragraph"], 1))


def _example(node: Node) -> Example:
    fields = node.mapping(frozenset(("with", "text", "items", "alternate")))
    if "text" not in fields:
        raise node.error("the example has no text", 'add "text: |-" with what the clause should say')
    alternate = fields.get("alternate")
    return Example(
        values_of(fields["with"]) if "with" in fields else {},
        _words(fields["text"]),
        _listed(fields.get("items"), _words),
        alternate.scalar() if alternate else "",
    )


def values_of(node: Node) -> dict[str, str]:
    """The values under a ``with:`` key, of an example or of a draft: a list is written as one value, "A, B".

    Raises:
        Unreadable: not a mapping, or a value that is a mapping.
    """
    if node.text == "":
        return {}
    if node.fields is None:
        raise node.error("here should stand the values (name: value)", 'write "with: {topic: ...}"')
    return {name: _value(value) for name, value in node.fields.items()}


def _value(node: Node) -> str:
    return ", ".join(item.scalar() for item in node) if node.items is not None else node.scalar()


def _given(parse_one: Callable[[Node], T]) -> Callable[[Node | None], T]:
    """The reader of a key that is always there."""

    def read_one(node: Node | None) -> T:
        assert node is not None, "looked for before"
        return parse_one(node)

    return read_one


def _id(node: Node) -> str:
    return _matching(node, ID, "an id", 'write family and name in small letters, "report/request"')


_READERS: dict[str, Callable[[Node | None], Any]] = {
    "id": _given(_id),
    "version": _given(lambda node: _number(node, 1)),
    "part": _given(_part),
    "title": _given(_words),
    "text": _given(_template),
    "use_when": lambda node: _words(node) if node else "",
    "not_when": lambda node: _words(node) if node else "",
    "cost": lambda node: _words(node) if node else "",
    "variables": lambda node: _named(node, _variable),
    "items": lambda node: _listed(node, _template),
    "alternates": lambda node: _named(node, _alternate),
    "strength": lambda node: _number(node) if node else None,
    "provenance": lambda node: _listed(node, _provenance),
    "related": lambda node: _listed(node, _related),
    "examples": lambda node: _listed(node, _example),
}
"""How each key of a clause file is read; a key that is not there is read as ``None``."""
