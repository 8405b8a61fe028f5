"""Where an entry for a clause stands in a draft, and what it is called there.

Example:
    >>> entry = ClauseEntry(free_name("seized-remain", draft), "seized/remain@1")
    >>> put(draft, entry, Section.OPERATIVE, Spot(after="urges-observe"))
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.errors import DraftkitError
from draftkit.model import Block, ClauseEntry, Part, Resolution
from draftkit.tree import Section, walk

_NAMED = {
    Section.PREAMBLE: "the preamble",
    Section.OPERATIVE: "the operative part",
    Section.ANNEX: "an annex",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Behind or before the paragraph with an id; without either, at the end of a section, of several parts in the last."""

    after: str = ""
    before: str = ""


def put(draft: Resolution, entry: ClauseEntry, section: Section, spot: Spot) -> Resolution:
    """The draft with the entry, which belongs to a section, in its place.

    Raises:
        DraftkitError: there is no such paragraph, or it is one of another section or of another paragraph.
    """
    number, at = _place(draft, section, spot)
    part = draft.parts[number]
    blocks = _blocks(part, section)
    changed = (*blocks[:at], entry, *blocks[at:])
    part = replace(part, preamble=changed) if section is Section.PREAMBLE else replace(part, operative=changed)
    return replace(draft, parts=(*draft.parts[:number], part, *draft.parts[number + 1 :]))


def free_name(wanted: str, draft: Resolution) -> str:
    """An id that the draft does not have: "seized-remain", or "seized-remain-2"."""
    taken = {place.block.id for place in walk(draft)} | {annex.id for part in draft.parts for annex in part.annexes}
    taken |= set(inline.RESERVED)
    return next(name for n in range(1, len(taken) + 2) if (name := wanted if n == 1 else f"{wanted}-{n}") not in taken)


def _place(draft: Resolution, section: Section, spot: Spot) -> tuple[int, int]:
    """The part, and how many blocks of the section stand before the entry."""
    last = len(draft.parts) - 1
    if last < 0:
        raise DraftkitError("the draft has no parts", remedy="write its paragraphs under preamble: and operative:")
    wanted = spot.after or spot.before
    if not wanted:
        return last, len(_blocks(draft.parts[last], section))
    number = _part_of(wanted, draft, section)
    names = [block.id for block in _blocks(draft.parts[number], section)]
    return number, names.index(wanted) + bool(spot.after)


def _part_of(wanted: str, draft: Resolution, section: Section) -> int:
    """The part in which a paragraph of a section stands."""
    places = {place.block.id: place for place in walk(draft)}
    place = places.get(wanted)
    if place is None:
        near = difflib.get_close_matches(wanted[:60], [name for name, each in places.items() if not each.depth], n=3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(near)}?" if near else "give the id of a paragraph of the draft"
        raise DraftkitError(f'there is no paragraph "{wanted[:60]}"', remedy=remedy)
    if place.depth:
        raise DraftkitError(f"{wanted} is a subparagraph", remedy=f"name the paragraph that it belongs to, {place.parent}")
    number, found, _ = place.scope
    if found is not section:
        what = f"the clause belongs to {_NAMED[section]}, and {wanted} stands in {_NAMED[found]}"
        raise DraftkitError(what, remedy=f"name a paragraph of {_NAMED[section]}, or put it at the end")
    return number


def _blocks(part: Part, section: Section) -> tuple[Block, ...]:
    return part.preamble if section is Section.PREAMBLE else part.operative
