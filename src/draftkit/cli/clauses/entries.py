"""A finished text with calls for clauses in the place of the paragraphs that these say, word for word.

A paragraph is only given up for an entry if the assembler makes the very same of it again: words, italics, callouts, adverb and
final mark.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit import inline
from draftkit.clauses import instantiate, load
from draftkit.clauses.lines import folded
from draftkit.clauses.match import Match, index, recognise
from draftkit.errors import DraftkitError
from draftkit.model import Block, Callout, ClauseEntry, Content, Paragraph, Resolution
from draftkit.tree import Section, map_sections, walk

if TYPE_CHECKING:
    from draftkit.clauses.library import Library
    from draftkit.clauses.match import Index


def with_entries(resolution: Resolution, folders: tuple[Path, ...] = ()) -> Resolution:
    """The text with an entry for every paragraph that is a clause of the standard library or of ``folders``; ids stay."""
    library, known = _library(folders)
    paragraphs = {place.block.id: place.block for place in walk(resolution) if isinstance(place.block, Paragraph)}
    entries = {
        match.paragraph: entry
        for match in recognise(known, resolution)
        if (entry := _entry(match, paragraphs[match.paragraph]))
    }
    while entries:
        changed = _replaced(resolution, entries)
        wrong = _wrong(changed, library, paragraphs, entries)
        if not wrong:
            return changed
        entries = {name: entry for name, entry in entries.items() if name not in wrong}
    return resolution


@cache
def _library(folders: tuple[Path, ...]) -> tuple[Library, Index]:
    library = load(folders)
    return library, index(library.every())


def _entry(match: Match, paragraph: Paragraph) -> ClauseEntry | None:
    """The entry for a match; ``None`` for one that would say no more than the opening words, or lose a note or a number."""
    if not match.exact or match.is_loose or paragraph.items or paragraph.label is not None:
        return None
    clause, values = match.clause, dict(match.values)
    try:
        filled = instantiate(clause, paragraph.id, values, next_session=None, alternate=match.alternate)
    except DraftkitError:
        return None
    if _notes(filled.content) != _notes(paragraph.content):
        return None
    return ClauseEntry(paragraph.id, clause.reference, tuple(values.items()), match.alternate)


def _notes(content: Content) -> list[str]:
    return [piece.note for piece in content if isinstance(piece, Callout)]


def _replaced(resolution: Resolution, entries: dict[str, ClauseEntry]) -> Resolution:
    def change(section: Section, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(entries.get(block.id, block) if isinstance(block, Paragraph) else block for block in blocks)

    return map_sections(resolution, change)


def _wrong(changed: Resolution, library: Library, before: dict[str, Paragraph], entries: dict[str, ClauseEntry]) -> set[str]:
    """The entries of which the assembler makes something else than what stood there."""
    from draftkit.assemble import assemble

    try:
        after = assemble(changed, library).resolution
    except DraftkitError:
        return set(entries)
    return {
        place.block.id
        for place in walk(after)
        if place.block.id in entries
        and isinstance(place.block, Paragraph)
        and _said(place.block.content) != _said(before[place.block.id].content)
    }


def _said(content: Content) -> str:
    return folded(inline.format(content))
