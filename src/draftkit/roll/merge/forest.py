"""A resolution taken apart: each part, annex and block by its name, without what stands under it, and the lists they stand in.

A list is named after what it belongs to and what it is: "part:0 operative", "annex-forms body", "requests-states items"; that
of the parts is "". A part is named after its label ("part:A"), or after its place where it has none ("part:0").

Example:
    >>> forest = planted(resolution)
    >>> forest.lists["part:0 operative"], forest.homes["urges-observe"]
    (('condemns-acts', 'urges-observe'), 'part:0 operative')
    >>> grown(forest, resolution.masthead, resolution.title, resolution.notes) == resolution
    True
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit.model import Annex, Block, Content, Masthead, Note, Paragraph, Part, Resolution
from draftkit.roll.merge.said import Value

PARTS = ""
"""The name of the list of parts."""


@dataclass(slots=True)
class Forest:
    """Values and lists by name; ``homes`` is the list in which each value stands. ``Value`` has nothing under it."""

    values: dict[str, Value] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)


def owner(home: str) -> str:
    """Whose list it is, "" for the list of parts."""
    return home.partition(" ")[0]


def is_part(name: str) -> bool:
    """Whether a name is that of a part; a colon is in no id."""
    return name.startswith("part:")


def planted(resolution: Resolution) -> Forest:
    """The forest of a resolution."""
    forest = Forest()
    names = _part_names(resolution.parts)
    _put(forest, PARTS, zip(names, resolution.parts, strict=True))
    return forest


def _part_names(parts: tuple[Part, ...]) -> list[str]:
    names: list[str] = []
    for number, part in enumerate(parts):
        name = f"part:{'-'.join(part.label.split())}" if part.label else f"part:{number}"
        names.append(name if name not in names else f"{name}-{number}")
    return names


def _put(forest: Forest, home: str, entries: Iterable[tuple[str, Part | Annex | Block]]) -> None:
    """Put the entries of a list into the forest, and what stands under each."""
    listed = list(entries)
    forest.lists[home] = tuple(name for name, _ in listed)
    for name, value in listed:
        forest.homes[name] = home
        if isinstance(value, Part):
            forest.values[name] = replace(value, preamble=(), operative=(), annexes=())
            _put(forest, f"{name} preamble", _named(value.preamble))
            _put(forest, f"{name} operative", _named(value.operative))
            _put(forest, f"{name} annexes", _named(value.annexes))
        elif isinstance(value, Annex):
            forest.values[name] = replace(value, body=())
            _put(forest, f"{name} body", _named(value.body))
        elif isinstance(value, Paragraph):
            forest.values[name] = replace(value, items=())
            _put(forest, f"{name} items", _named(value.items))
        else:
            forest.values[name] = value


def _named(entries: Iterable[Annex | Block]) -> list[tuple[str, Annex | Block]]:
    return [(entry.id, entry) for entry in entries]


def grown(forest: Forest, masthead: Masthead, title: Content, notes: tuple[Note, ...]) -> Resolution:
    """The resolution of a forest."""

    def under(name: str, kind: str) -> tuple[Any, ...]:
        return tuple(whole(child) for child in forest.lists.get(f"{name} {kind}", ()))

    def whole(name: str) -> Value:
        value = forest.values[name]
        if isinstance(value, Part):
            annexes = under(name, "annexes")
            return replace(value, preamble=under(name, "preamble"), operative=under(name, "operative"), annexes=annexes)
        if isinstance(value, Annex):
            return replace(value, body=under(name, "body"))
        if isinstance(value, Paragraph):
            return replace(value, items=under(name, "items"))
        return value

    parts: tuple[Any, ...] = tuple(whole(name) for name in forest.lists.get(PARTS, ()))
    return Resolution(masthead, title, parts, notes)
