"""Walking a resolution, and making a changed copy of it: the only two things that passes do with the model.

Example:
    >>> [place.block.id for place in walk(resolution) if place.section is Section.OPERATIVE]
    ['condemns-acts', 'urges-observe']
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from draftkit.model import Block, ClauseEntry, Content, Opaque, Paragraph, Part, Resolution, Table


class Section(StrEnum):
    """The three lists of blocks that a part is made of."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: ``scope`` (part number, section, annex number) is one list of blocks; depth 0 is its top."""

    block: Block
    scope: tuple[int, Section, int]
    depth: int = 0
    parent: str = ""

    @property
    def section(self) -> Section:
        return self.scope[1]


def sections(part: Part) -> Iterator[tuple[Section, int, tuple[Block, ...]]]:
    """The lists of blocks of a part in printed order: (section, annex number, blocks)."""
    yield Section.PREAMBLE, 0, part.preamble
    yield Section.OPERATIVE, 0, part.operative
    for number, annex in enumerate(part.annexes):
        yield Section.ANNEX, number, annex.body


def walk(resolution: Resolution) -> Iterator[Place]:
    """Every block in printed order, a paragraph before its items."""

    def descend(block: Block, scope: tuple[int, Section, int], depth: int, parent: str) -> Iterator[Place]:
        yield Place(block, scope, depth, parent)
        if isinstance(block, Paragraph):
            for item in block.items:
                yield from descend(item, scope, depth + 1, block.id)

    for number, part in enumerate(resolution.parts):
        for section, annex, blocks in sections(part):
            for block in blocks:
                yield from descend(block, (number, section, annex), 0, "")


def contents(resolution: Resolution) -> Iterator[tuple[str, Content]]:
    """Every content in printed order with the id of its block; "title" for the titles, "formula" for a written one.

    Notes are not among them: ``texts`` has them too.
    """
    yield "title", resolution.title
    for part in resolution.parts:
        yield "title", part.title
        if part.formula is not None:
            yield "formula", part.formula
        for section, number, blocks in sections(part):
            if section is Section.ANNEX:
                yield part.annexes[number].id, part.annexes[number].title
            for block in blocks:
                yield from _contents(block)


def unread(resolution: Resolution) -> Iterator[Opaque]:
    """The blocks that a reader could not read, in printed order."""
    for place in walk(resolution):
        if isinstance(place.block, Opaque):
            yield place.block


def texts(resolution: Resolution) -> Iterator[tuple[str, Content]]:
    """Every content with the id of its place: titles, formulas, paragraphs, headings and cells, then the notes ("note x")."""
    yield from contents(resolution)
    for note in resolution.notes:
        yield f"note {note.id}", note.content


def _contents(block: Block) -> Iterator[tuple[str, Content]]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield block.id, cell.content
        return
    if isinstance(block, ClauseEntry):
        return
    yield block.id, block.content
    if isinstance(block, Paragraph):
        for item in block.items:
            yield from _contents(item)


def map_sections(resolution: Resolution, change: Callable[[Section, tuple[Block, ...]], tuple[Block, ...]]) -> Resolution:
    """A copy in which each list of blocks is what ``change`` makes of it."""

    def part_of(part: Part) -> Part:
        return replace(
            part,
            preamble=change(Section.PREAMBLE, part.preamble),
            operative=change(Section.OPERATIVE, part.operative),
            annexes=tuple(replace(annex, body=change(Section.ANNEX, annex.body)) for annex in part.annexes),
        )

    return replace(resolution, parts=tuple(map(part_of, resolution.parts)))


def map_blocks(resolution: Resolution, change: Callable[[Block], Block]) -> Resolution:
    """A copy in which every block, items first, is what ``change`` makes of it."""

    def descend(block: Block) -> Block:
        if isinstance(block, Paragraph) and block.items:
            block = replace(block, items=tuple(descend(item) for item in block.items))  # type: ignore[misc]
        return change(block)

    return map_sections(resolution, lambda _, blocks: tuple(map(descend, blocks)))


def map_contents(resolution: Resolution, change: Callable[[str, Content], Content]) -> Resolution:
    """A copy in which every content (titles and written formulas too, notes not) is what ``change(id, content)`` makes of it.

    What could not be read stays as it is: no pass knows what it says.
    """

    def block_of(block: Block) -> Block:
        if isinstance(block, Table):
            rows = tuple(tuple(replace(cell, content=change(block.id, cell.content)) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        if isinstance(block, ClauseEntry | Opaque):
            return block
        return replace(block, content=change(block.id, block.content))

    changed = map_blocks(resolution, block_of)
    parts = tuple(
        replace(
            part,
            title=change("title", part.title),
            formula=part.formula if part.formula is None else change("formula", part.formula),
            annexes=tuple(replace(annex, title=change(annex.id, annex.title)) for annex in part.annexes),
        )
        for part in changed.parts
    )
    return replace(changed, title=change("title", changed.title), parts=parts)

