"""Clauses of the library put in where a draft calls for them (design, sections 4 and 5).

Example:
    >>> filled, changes = fill(draft, library)
    >>> filled.parts[0].operative[-1].id
    'report-request'
"""

from __future__ import annotations

import re

from draftkit.clauses.library import Library, paragraph_of
from draftkit.errors import ClauseError
from draftkit.inline import plain
from draftkit.model import Block, Change, Changes, ClauseEntry, Kind, Paragraph, Resolution
from draftkit.tree import contents, map_blocks
from draftkit.un.sessions import ORDINAL, number

_AGENDA = re.compile(rf"provisional agenda of its ({ORDINAL}) session", re.IGNORECASE)


def fill(resolution: Resolution, library: Library, *, next_session: int | None) -> tuple[Resolution, Changes]:
    """The draft with a paragraph for each clause entry; ids stay.

    Args:
        next_session: the session at which the item returns, for clauses that say "next"; ``None`` if not known.

    Raises:
        ClauseError: no such clause, or its values are wrong; the entry's id is its place.
    """
    changes: list[Change] = []

    def filled(block: Block) -> Block:
        if not isinstance(block, ClauseEntry):
            return block
        paragraph = _paragraph(block, library, next_session)
        changes.append(Change("clause", Kind.SUBSTANTIVE, block.id, "", block.clause))
        return paragraph

    return map_blocks(resolution, filled), tuple(changes)


def _paragraph(entry: ClauseEntry, library: Library, next_session: int | None) -> Paragraph:
    values = dict(entry.values)
    try:
        return paragraph_of(library, entry.clause, entry.id, values, next_session=next_session, alternate=entry.alternate)
    except ClauseError as error:
        raise error.at(entry.id) from None


def returns_at(draft: Resolution, before: Resolution | None) -> int | None:
    """The session at which the item returns: the one that the draft's agenda clause names (un-rules C5).

    Without such a clause the cadence goes on (un-rules H); ``None`` if that is not known either.
    """
    named = [number(match[1]) for _, content in contents(draft) if (match := _AGENDA.search(plain(content)))]
    if named:
        return named[-1]
    last, now = before.masthead.session if before else 0, draft.masthead.session
    return now + (now - last) if 0 < last < now else None
