"""What writes a tracked change into a tree: its author, date and id, in the order that the schema asks for.

Ids are unique over all parts of the file (ECMA-376 part 1, 17.13.5); elements of properties stand in a fixed order (17.3.1.26,
17.3.2.28, 17.4.82).

Example:
    >>> pen.mark(paragraph, "ins", Kind.SUBSTANTIVE)
    >>> pen.wrap([run], "del", Kind.CONSEQUENTIAL).get(f"{W}author")
    'Consequential change'
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from draftkit.model import Kind
from draftkit.word.package import W
from draftkit.writers.authors import Authors

_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_MARKS = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_KEPT = {
    "pPr": (f"{W}rPr", f"{W}sectPr"),
    "rPr": _MARKS,
    "trPr": (f"{W}ins", f"{W}del"),
    "tcPr": (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge"),
    "sectPr": (f"{W}headerReference", f"{W}footerReference"),
    "tblPr": (),
}
"""What a change of properties leaves where it is: marks, and what belongs to other changes."""
_FIRST = frozenset({"rPr", "sectPr"})
"""Properties in which what is left alone stands first; in the others it stands last."""


@dataclass(slots=True)
class Pen:
    """Writes tracked changes. ``date``: "2026-10-05T09:00:00Z"; ``last``: the highest id that the file has."""

    authors: Authors
    date: str
    last: int = 0
    moves: int = 0
    written: int = 0

    def id(self) -> str:
        """A new id."""
        self.last += 1
        return str(self.last)

    def attributes(self, kind: Kind | None) -> dict[str, str]:
        return {f"{W}id": self.id(), f"{W}author": self.authors.of(kind), f"{W}date": self.date}

    def element(self, near: Any, name: str, kind: Kind | None) -> Any:
        """An element of a change, for the tree that ``near`` is in."""
        self.written += 1
        return near.makeelement(f"{W}{name}", self.attributes(kind))

    def wrap(self, elements: Sequence[Any], name: str, kind: Kind | None) -> Any:
        """A change around elements that stand nowhere. Under ``del`` text has other names (17.3.3.7, 17.16.13)."""
        change = self.element(elements[0], name, kind)
        for element in elements:
            change.append(element)
            if name == "del":
                struck(element)
        return change

    def mark(self, paragraph: Any, name: str, kind: Kind | None) -> None:
        """Track the mark of a paragraph."""
        properties = paragraph_properties(paragraph)
        run = properties.find(f"{W}rPr")
        if run is None:
            run = properties.makeelement(f"{W}rPr")
            behind = (f"{W}sectPr", f"{W}pPrChange")
            properties.insert(next((at for at, c in enumerate(properties) if c.tag in behind), len(properties)), run)
        run.insert(0, self.element(run, name, kind))

    def move_range(self, paragraph: Any, name: str, move: int, kind: Kind | None) -> Any:
        """Mark a paragraph as an end of a move; the range takes in the mark, so it ends behind the paragraph (17.13.5.22).

        Args:
            name: "moveFrom" or "moveTo".

        Returns:
            The end of the range.
        """
        self.mark(paragraph, name, kind)
        start = self.element(paragraph, f"{name}RangeStart", kind)
        start.set(f"{W}name", f"move{move}")
        paragraph_properties(paragraph).addnext(start)
        end = paragraph.makeelement(f"{W}{name}RangeEnd", {f"{W}id": start.get(f"{W}id")})
        paragraph.addnext(end)
        return end

    def row(self, row: Any, name: str, kind: Kind | None) -> None:
        """Track a whole row (17.13.5.12, 17.13.5.17)."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = row.makeelement(f"{W}trPr")
            first = next((at for at, child in enumerate(row) if child.tag != f"{W}tblPrEx"), len(row))
            row.insert(first, properties)
        place = next((at for at, child in enumerate(properties) if child.tag == f"{W}trPrChange"), len(properties))
        properties.insert(place, self.element(properties, name, kind))

    def rewrite(self, properties: Any, wanted: Any | None, kind: Kind | None) -> None:
        """Put other properties in the place of some, which are kept as the former ones (17.13.5.29 to .38).

        Args:
            properties: the element of them, in the tree.
            wanted: an element of the same name with those of the new text; ``None`` for none.
        """
        name = properties.tag.removeprefix(W)
        left = _KEPT[name]
        change = self.element(properties, f"{name}Change", kind)
        former = properties.makeelement(properties.tag, dict(properties.attrib) if name == "sectPr" else {})
        change.append(former)
        kept = [child for child in properties if child.tag in left]
        for child in list(properties):
            if child.tag in left:
                continue
            if str(child.tag).endswith("Change"):
                properties.remove(child)
            else:
                former.append(child)
        coming = () if wanted is None else wanted
        new = [copy.deepcopy(c) for c in coming if c.tag not in left and not str(c.tag).endswith("Change")]
        ordered = [*kept, *new] if name in _FIRST else [*new, *kept]
        for child in [*ordered, change]:
            properties.append(child)


def ends_section(paragraph: Any) -> bool:
    """Whether a section ends with a paragraph: its mark holds the page settings, and is never struck."""
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def paragraph_properties(paragraph: Any) -> Any:
    """The ``w:pPr`` of a paragraph, made if it has none."""
    return _first(paragraph, f"{W}pPr")


def run_properties(run: Any) -> Any:
    """The ``w:rPr`` of a run, made if it has none."""
    return _first(run, f"{W}rPr")


def _first(element: Any, tag: str) -> Any:
    found = element.find(tag)
    if found is None:
        found = element.makeelement(tag)
        element.insert(0, found)
    return found


def struck(element: Any) -> None:
    """Give the text of a run, or of the runs of a field, the names it has under ``w:del``; boxes inside stay as they are."""
    runs = [element] if element.tag == f"{W}r" else list(element.iter(f"{W}r"))
    for run in runs:
        for child in run:
            if child.tag in _DELETED:
                child.tag = _DELETED[child.tag]
                if child.text and child.text != child.text.strip():
                    child.set(_SPACE, "preserve")


__all__ = ["Pen", "ends_section", "paragraph_properties", "run_properties", "struck"]
