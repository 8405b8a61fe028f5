"""Clauses of the library put in where a draft calls for them (design, sections 4 and 5).

Example:
    >>> filled, changes = fill(draft, library)
    >>> filled.parts[0].operative[-1].id
    'report-request'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from draftkit.assemble.first_mentions import date_first_values
from draftkit.assemble.mentions import plain_number
from draftkit.clauses.clause import NEXT, Clause, Type, Variable
from draftkit.clauses.library import Library, paragraph_of
from draftkit.clauses.missing import example_of, missing, refuse_past
from draftkit.errors import ClauseError
from draftkit.inline import plain
from draftkit.model import Block, Change, Changes, ClauseEntry, Kind, Paragraph, Resolution
from draftkit.tree import contents, map_blocks, walk
from draftkit.un.citations import find
from draftkit.un.sessions import ORDINAL, number

_AGENDA = re.compile(rf"provisional agenda of its ({ORDINAL}) session", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Call:
    """An entry of a draft, its values by name, and the clause that it calls for."""

    entry: ClauseEntry
    values: dict[str, str]
    clause: Clause


def fill(resolution: Resolution, library: Library, *, next_session: int | None) -> tuple[Resolution, Changes]:
    """The draft with a paragraph for each clause entry; ids stay. What a value first mentions gets its date (un-rules D7).

    Args:
        next_session: the session at which the item returns, for clauses that say "next"; ``None`` if not known.

    Raises:
        ClauseError: no such clause, or values that are wrong or missing (all are named); the entry's id is its place.
    """
    calls = _calls(resolution, library)
    session = resolution.masthead.session
    _require_values(calls, session, next_session)
    paragraphs = {call.entry.id: _paragraph(call, library, session, next_session) for call in calls}

    def filled(block: Block) -> Block:
        return paragraphs[block.id] if isinstance(block, ClauseEntry) else block

    cited = {name: numbers for call in calls for name in _names(paragraphs[call.entry.id]) if (numbers := _cited(call))}
    changes = tuple(Change("clause", Kind.SUBSTANTIVE, call.entry.id, "", call.entry.clause) for call in calls)
    return date_first_values(map_blocks(resolution, filled), cited), changes


def _calls(resolution: Resolution, library: Library) -> list[_Call]:
    calls = []
    for entry in (place.block for place in walk(resolution) if isinstance(place.block, ClauseEntry)):
        try:
            calls.append(_Call(entry, dict(entry.values), library.get(entry.clause)))
        except ClauseError as error:
            raise error.at(entry.id) from None
    return calls


def _paragraph(call: _Call, library: Library, session: int, next_session: int | None) -> Paragraph:
    entry = call.entry
    try:
        paragraph = paragraph_of(
            library, entry.clause, entry.id, call.values, next_session=next_session, alternate=entry.alternate
        )
        refuse_past(call.clause, call.values, entry.alternate, session, next_session)
    except ClauseError as error:
        raise error.at(entry.id) from None
    return paragraph


def _names(paragraph: Paragraph) -> tuple[str, ...]:
    return paragraph.id, *(item.id for item in paragraph.items)


def _cited(call: _Call) -> frozenset[str]:
    """The numbers of the resolutions among the values."""
    typed = [each.name for each in call.clause.variables if each.type in (Type.RESOLUTION, Type.RESOLUTIONS)]
    return frozenset(plain_number(cited) for name in typed for cited in find(call.values.get(name, "")))


# --- What is missing -----------------------------------------------------------------------------------------------


def _require_values(calls: Sequence[_Call], session: int, next_session: int | None) -> None:
    """Name every value that is missing, of all clauses at once.

    Raises:
        ClauseError: one is missing; the ids of the entries stand in brackets, or are the place if there is but one.
    """
    lacking = [(call, found) for call in calls if (found := _missing(call, next_session))]
    if not lacking:
        return
    first = lacking[0][0]
    where = f"{first.entry.id}, {first.clause.reference}" if len(lacking) == 1 else ""
    count = sum(len(found) for _, found in lacking)
    if count == 1:
        raise _one_missing(lacking[0][1][0], where, session)
    listed = [
        ("" if where else f"{call.clause.reference} ({call.entry.id}): ") + ", ".join(_shown(each, session) for each in found)
        for call, found in lacking
    ]
    raise ClauseError(f"{count} values are missing: {'; '.join(listed)}", where, 'add each under "with:"')


def _missing(call: _Call, next_session: int | None) -> list[Variable]:
    try:
        return missing(call.clause, call.values, call.entry.alternate, next_session)
    except ClauseError:  # a clause that cannot be filled at all: said when that is tried
        return []


def _one_missing(variable: Variable, where: str, session: int) -> ClauseError:
    example = example_of(variable, session)
    if variable.default == NEXT:
        what = "the session at which the item returns is not known"
        return ClauseError(what, where, f'write "{variable.name}: {example}" under "with:"')
    remedy = f'add "{variable.name}:" under "with:"' + (f', for instance "{example}"' if example else "")
    return ClauseError(f"the value {variable.name} is missing", where, remedy)


def _shown(variable: Variable, session: int) -> str:
    example = example_of(variable, session)
    return f'{variable.name} ("{example}")' if example else f"{variable.name}, of type {variable.type}"


# --- When the item returns -----------------------------------------------------------------------------------------


def returns_at(draft: Resolution, before: Resolution | None, library: Library | None = None) -> int | None:
    """The session at which the item returns: the one that the draft's agenda clause names (un-rules C5).

    The clause may be typed, or called for with a session of its own. A session before that of the draft was left standing, and
    says nothing. Without such a clause the cadence goes on (un-rules H); ``None`` if that is not known either.
    """
    typed = [session for _, content in contents(draft) for session in _named_in(plain(content))]
    called: Iterator[int] = _called(draft, library) if library is not None else iter(())
    named = [session for session in (*called, *typed) if session >= draft.masthead.session]
    if named:
        return named[-1]
    last, now = before.masthead.session if before else 0, draft.masthead.session
    return now + (now - last) if 0 < last < now else None


def _called(draft: Resolution, library: Library) -> Iterator[int]:
    """The sessions that agenda clauses are given in their entries."""
    for entry in (place.block for place in walk(draft) if isinstance(place.block, ClauseEntry)):
        values = dict(entry.values)
        try:
            if not any(each.default == NEXT and values.get(each.name) for each in library.get(entry.clause).variables):
                continue
            filled = paragraph_of(library, entry.clause, entry.id, values, next_session=None, alternate=entry.alternate)
        except ClauseError:  # said when the clause is put in
            continue
        yield from _named_in(plain(filled.content))


def _named_in(text: str) -> Iterator[int]:
    for match in _AGENDA.finditer(text):
        if session := number(match[1]):
            yield session
