"""A text laid out to be worked on: what each place says, and the lists that they stand in.

Example:
    >>> sheet = Sheet.of(resolution)
    >>> sheet.reword("urges-observe", parse("*Urges* States to observe the rules;"))
    >>> sheet.resolution().parts[0].operative[1]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from draftkit.amend.amendments import FORMULA, NOTE, TITLE, Value
from draftkit.model import Annex, Block, Content, Heading, Masthead, Note, Opaque, Paragraph, Part, Resolution
from draftkit.roll.merge.forest import PARTS, Forest, grown, owner, planted


@dataclass(slots=True)
class Sheet:
    """A resolution taken apart (``roll.merge.forest``), which may be changed."""

    masthead: Masthead
    title: Content
    forest: Forest
    notes: dict[str, Note]

    @classmethod
    def of(cls, resolution: Resolution) -> Sheet:
        return cls(resolution.masthead, resolution.title, planted(resolution), {note.id: note for note in resolution.notes})

    def resolution(self) -> Resolution:
        """The text as it stands now."""
        return grown(self.forest, self.masthead, self.title, tuple(self.notes.values()))

    def with_parts(self, names: Mapping[str, str]) -> Sheet:
        """The same with its parts called otherwise."""
        own = self.forest.lists[PARTS]
        forest = _called(self.forest, {name: names.get(name, name) for name in own})
        return replace(self, forest=forest)

    def __contains__(self, place: str) -> bool:
        return place == TITLE or place.removesuffix(FORMULA) in self.forest.values or place.removeprefix(NOTE) in self.notes

    def content(self, place: str) -> Content | None:
        """What a place says: a title for an annex or part; ``None`` for a table, or where there is no such place."""
        if place == TITLE:
            return self.title
        value = self.value(place.removesuffix(FORMULA))
        if isinstance(value, Part) and place.endswith(FORMULA):
            return value.formula or ()
        if isinstance(value, Annex | Part):
            return value.title
        return value.content if isinstance(value, Paragraph | Heading | Opaque | Note) else None

    def value(self, place: str) -> Value | Note | None:
        """What stands at a place, without what stands under it."""
        if place.startswith(NOTE):
            return self.notes.get(place.removeprefix(NOTE))
        value = self.forest.values.get(place)
        return None if isinstance(value, Masthead) else value

    def reword(self, place: str, content: Content) -> None:
        """Let a place say something else."""
        value = self.value(place.removesuffix(FORMULA))
        if place == TITLE:
            self.title = content
        elif isinstance(value, Part) and place.endswith(FORMULA):
            self.put(place.removesuffix(FORMULA), replace(value, formula=content or None))
        elif isinstance(value, Annex | Part):
            self.put(place, replace(value, title=content))
        elif isinstance(value, Paragraph | Heading | Opaque | Note):
            self.put(place, replace(value, content=content))

    def put(self, place: str, value: Value | Note) -> None:
        """Put a value in the place of another."""
        if isinstance(value, Note):
            self.notes[place.removeprefix(NOTE)] = value
        else:
            self.forest.values[place] = value

    def number(self, place: str) -> str | None:
        """The number that a place has by its own, ``None`` where it follows from the place."""
        value = self.value(place)
        if isinstance(value, Note):
            return str(value.number) if value.number else None
        return value.label if isinstance(value, Paragraph | Heading | Annex | Part) else None

    def renumber(self, place: str, label: str | None) -> None:
        """Let a place have another number of its own, or none."""
        value = self.value(place)
        if isinstance(value, Note):
            self.put(place, replace(value, number=int(label) if label and label.isascii() and label.isdecimal() else 0))
        elif isinstance(value, Annex | Part):
            self.put(place, replace(value, label=label or ""))
        elif isinstance(value, Paragraph | Heading):
            self.put(place, replace(value, label=label))

    # --- Lists ---------------------------------------------------------------------------------------------------

    def take(self, name: str) -> None:
        """Take a thing out of its list, which leaves it and what stands under it without a place."""
        home = self.forest.homes.pop(name)
        self.forest.lists[home] = tuple(each for each in self.forest.lists[home] if each != name)

    def bring(self, name: str, home: str, at: int) -> None:
        """Bring a thing into a list, before what stands at a place of it."""
        listed = self.forest.lists.get(home, ())
        self.forest.lists[home] = (*listed[:at], name, *listed[at:])
        self.forest.homes[name] = home

    def plant(self, name: str, value: Part | Annex | Block, home: str, at: int) -> None:
        """Bring a new thing into a list, with what stands under it."""
        grafted = planted_alone(value, name)
        self.forest.values |= grafted.values
        self.forest.homes |= {each: where for each, where in grafted.homes.items() if each != name}
        self.forest.lists |= {where: names for where, names in grafted.lists.items() if where}
        self.bring(name, home, at)

    def under(self, name: str) -> list[str]:
        """A thing and all that stands under it."""
        found = [name]
        for kind in ("preamble", "operative", "annexes", "body", "items"):
            for child in self.forest.lists.get(f"{name} {kind}", ()):
                found += self.under(child)
        return found


def planted_alone(value: Part | Annex | Block, name: str) -> Forest:
    """The forest of a single thing; a part is called ``name``."""
    if isinstance(value, Part):
        found = planted(Resolution(Masthead(), (), (value,)))
        return _called(found, {found.lists[PARTS][0]: name})
    part = Part(annexes=(value,)) if isinstance(value, Annex) else Part(operative=(value,))
    found = planted(Resolution(Masthead(), (), (part,)))
    part_name = found.lists[PARTS][0]
    del found.values[part_name], found.homes[part_name]
    lists = {home: names for home, names in found.lists.items() if owner(home) not in ("", part_name)}
    return Forest(found.values, lists, found.homes)


def _called(forest: Forest, names: Mapping[str, str]) -> Forest:
    """A forest in which parts are called otherwise."""

    def renamed(each: str) -> str:
        own, blank, kind = each.partition(" ")
        return f"{names.get(own, own)}{blank}{kind}"

    values = {renamed(each): value for each, value in forest.values.items()}
    lists = {renamed(home): tuple(map(renamed, listed)) for home, listed in forest.lists.items()}
    return Forest(values, lists, {renamed(each): renamed(home) for each, home in forest.homes.items()})
