"""A finished text with calls for clauses in the place of the paragraphs that these say, word for word.

A paragraph is only given up for an entry if the assembler makes the very same of it again: words, italics, callouts, adverb and
final mark.

Example:
    >>> with_calls(resolution, library, index(library.every())).parts[0].operative[0]
    ClauseEntry('requests-report', 'report/request@1', (('report_session', '83'), ('topic', 'lamps')), '')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from draftkit import inline
from draftkit.assemble import assemble
from draftkit.assemble.leads import lead
from draftkit.clauses.fill import instantiate
from draftkit.clauses.lines import folded
from draftkit.clauses.match import Match, recognise
from draftkit.errors import DraftkitError
from draftkit.model import Block, Callout, ClauseEntry, Content, Paragraph, Resolution
from draftkit.tree import Section, map_sections, walk

if TYPE_CHECKING:
    from draftkit.clauses.library import Library
    from draftkit.clauses.match import Index


def with_calls(resolution: Resolution, library: Library, known: Index) -> Resolution:
    """The text with an entry for every paragraph that is a clause of the library; ids stay.

    Args:
        known: the clauses of the library made ready (``clauses.match.index``), once for many texts.
    """
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
    """The entries of which the assembler makes something else than what stood there, or of what stands behind them."""
    try:
        after = assemble(changed, library).resolution
    except DraftkitError:
        return set(entries)
    wrong: set[str] = set()
    last = ""
    for block in (place.block for place in walk(after) if isinstance(place.block, Paragraph)):
        if block.id in entries:
            last = block.id
            if _said(block.content) != _said(before[block.id].content):
                wrong.add(block.id)
        elif last and lead(block.content) != lead(before[block.id].content):  # its adverb follows from the entry before it
            wrong.add(last)
    return wrong


def _said(content: Content) -> str:
    return folded(inline.format(content))
