"""Where the places of a draft stand in its file: the lines of each paragraph, note and list, and its texts as they are typed.

In: a sheet of the file and the line of each place (``Reading.lines``). Out: extents, as they stand in the file.

Example:
    >>> [(each.first, each.last, each.place) for each in extents(Sheet(source, "draft.yaml"), reading.lines)]
    [(3, 6, 'masthead'), (7, 7, 'title'), (8, 14, ''), (9, 11, 'recalling'), ...]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from draftkit.inline import RESERVED
from draftkit.yaml_edit import Sheet
from draftkit.yaml_text import Node

_PLACES = {"document": "masthead", "title": "title", "formula": "formula"}
_LISTS = ("preamble", "operative", "annexes", "parts")
_NOT_ITS_OWN = ("id", "items", "body", "clause", "with")


@dataclass(frozen=True, slots=True)
class Extent:
    """A place of the text, or a list of places (``place`` is "").

    Args:
        first, last: its lines, counted from 1.
        column: where its key stands; ``None`` for an entry of a list, which may stand as far in as the person likes.
        within: the places in it, itself and its subparagraphs among them.
        texts: its own values, as YAML has them; a paragraph's subparagraphs have their own, and what a clause says is not here.
    """

    place: str
    first: int
    last: int
    column: int | None
    within: frozenset[str]
    texts: tuple[Node, ...] = ()


def extents(sheet: Sheet, lines: Mapping[str, int]) -> tuple[Extent, ...]:
    """Every place that has lines of its own, and every list of places, a list before what is in it."""
    ids = {line: name for name, line in lines.items() if name not in RESERVED and not name.startswith("note ")}
    ends = [at for at, sign in enumerate(sheet.source) if sign == "\n"]
    return tuple(_Extents(sheet, ids, ends).mapping(sheet.top))


@dataclass(frozen=True, slots=True)
class _Extents:
    """The places of one file; ``ids`` has the names that the file leaves out, by line, ``ends`` where its lines end."""

    sheet: Sheet
    ids: Mapping[int, str]
    ends: Sequence[int]

    def mapping(self, node: Node) -> Iterator[Extent]:
        """The fields of a file or a part."""
        for key, value in (node.fields or {}).items():
            if key in _PLACES:
                yield self._keyed(_PLACES[key], value, (), tuple(_scalars(value)))
            elif key == "notes":
                notes = [self._keyed(f"note {name}", note, (), tuple(_scalars(note))) for name, note in _fields(value)]
                yield from (self._keyed("", value, notes), *notes)
            elif key in _LISTS:
                inside = [each for entry in value for each in self.entry(entry)]
                yield from (self._keyed("", value, inside), *inside)

    def entry(self, node: Node) -> Iterator[Extent]:
        """A paragraph, heading, table, clause or annex, or a part, with all in it."""
        fields = dict(_fields(node))
        name = (fields["id"].text if "id" in fields else "") or self.ids.get(node.line, "")
        if name:
            below = [item for key in ("items", "body") if key in fields for item in fields[key]]
            inside = [each for item in below for each in self.entry(item)]
        else:
            inside = list(self.mapping(node))
        own = tuple(text for key, value in fields.items() if key not in _NOT_ITS_OWN for text in _scalars(value))
        yield Extent(name, node.line, self._last(node), None, _within(name, inside), own if name else ())
        yield from inside

    def _keyed(self, place: str, node: Node, inside: Sequence[Extent] = (), texts: tuple[Node, ...] = ()) -> Extent:
        return Extent(place, self._line(node.key), self._last(node), self.sheet.column(node.key), _within(place, inside), texts)

    def _last(self, node: Node) -> int:
        return self._line(self.sheet.end(node))

    def _line(self, at: int) -> int:
        return bisect_left(self.ends, at) + 1


def _fields(node: Node) -> Iterable[tuple[str, Node]]:
    return (node.fields or {}).items()


def _within(place: str, inside: Iterable[Extent]) -> frozenset[str]:
    found = {name for each in inside for name in each.within}
    return frozenset({*found, place} if place else found)


def _scalars(node: Node) -> Iterator[Node]:
    if node.text is not None:
        yield node
    for child in node.items or (node.fields or {}).values():
        yield from _scalars(child)
