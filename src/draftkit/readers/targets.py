"""Where a number written in a text may lead: the numbered paragraphs, each found under the ranges that it belongs to.

In: a resolution. Out: an index from (range, path) to the paragraphs with that number. A range is what a reference says
that it counts in: its own numbering ("above"), the operative part ("of the present resolution"), a section, an annex, or
a resolution of a composite text (un-rules A9, A11, D1).

Example:
    >>> index = Index.of(resolution)
    >>> index.find(index.numbering("urges-observe"), ("3", "(a)"))
    ('notes-report-a',)
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from draftkit.assemble import numbers
from draftkit.assemble.references import Path
from draftkit.model import Heading, Resolution, Scheme
from draftkit.tree import Place, Section, walk

Range = Hashable


@dataclass(frozen=True, slots=True)
class Index:
    """``paths`` of the numbered blocks by id; ``places`` and ``order`` (in the text) of all; ``_groups``: which
    stretch numbered from 1 each stands in; ``_found``: the paragraphs by range and path."""

    paths: Mapping[str, Path]
    places: Mapping[str, Place]
    order: Mapping[str, int]
    _groups: Mapping[str, int]
    _found: Mapping[tuple[Range, Path], tuple[str, ...]]

    @staticmethod
    def of(resolution: Resolution) -> Index:
        labels = numbers.labels(resolution)
        paths = numbers.paths(resolution, labels)
        places: dict[str, Place] = {}
        groups: dict[str, int] = {}
        found: dict[tuple[Range, Path], list[str]] = {}
        headings: dict[tuple[Hashable, Scheme], str] = {}  # those that the walk is under
        group = 0
        for place in walk(resolution):
            block = place.block
            if isinstance(block, Heading):
                group += block.restart
                headings[place.scope, block.scheme] = labels[block.id].rstrip(".")
                if block.scheme is Scheme.ROMAN:
                    headings.pop((place.scope, Scheme.LETTER), None)
            places[block.id], groups[block.id] = place, group
            if block.id in paths:
                under = [headings.get((place.scope, scheme), "") for scheme in (Scheme.ROMAN, Scheme.LETTER)]
                for key in _ranges(resolution, place, group, under):
                    found.setdefault((key, tuple(paths[block.id])), []).append(block.id)
        order = {name: at for at, name in enumerate(places)}
        return Index(paths, places, order, groups, {key: tuple(names) for key, names in found.items()})

    def find(self, within: Range, path: Path) -> tuple[str, ...]:
        """The paragraphs with that number in a range: none, one, or more where a text numbers two alike."""
        return self._found.get((within, tuple(path)), ())

    def numbering(self, own: str) -> Range:
        """What "above" and "below" count in: the own stretch of numbers; for the preamble, which has none, the operative part."""
        scope = self.places[own].scope
        return self.resolution(own) if scope[1] is Section.PREAMBLE else (scope, self._groups[own])

    def resolution(self, own: str) -> Range:
        """What "of the present resolution" counts in, for an annex too."""
        return ("resolution", self.places[own].scope[0])

    def section(self, own: str, label: str) -> Range:
        """What "of section II above" counts in."""
        part, section, number = self.places[own].scope
        scope = (part, Section.OPERATIVE, 0) if section is Section.PREAMBLE else (part, section, number)
        return ("section", scope, label.upper())

    def annex(self, own: str, label: str) -> Range:
        """What "of the annex to the present resolution" counts in (no label), or "of annex II"."""
        return ("annex", self.places[own].scope[0], label.upper())

    @staticmethod
    def part(label: str) -> Range:
        """What "of resolution A above" counts in."""
        return ("part", label.upper())


def _ranges(resolution: Resolution, place: Place, group: int, under: list[str]) -> Iterator[Range]:
    part, section, number = place.scope
    yield (place.scope, group)
    for label in filter(None, under):
        yield ("section", place.scope, label)
    if section is Section.ANNEX:
        yield ("annex", part, resolution.parts[part].annexes[number].label.upper().removeprefix("ANNEX").strip())
    elif section is Section.OPERATIVE:
        yield ("resolution", part)
        yield ("part", resolution.parts[part].label.upper())


__all__ = ["Index", "Range"]
