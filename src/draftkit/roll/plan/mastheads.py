"""Which line of the masthead a change is of: a change of the masthead says only what was and what is.

In: the text that was rolled, what came of it, and its changes. Out: the line of each change of the masthead, by position.

Example:
    >>> [line.name for line in masthead_lines(prior, rolled.resolution, rolled.changes).values()][:3]
    ['symbol', 'distribution', 'date of issue']
"""

from __future__ import annotations

from dataclasses import dataclass

from draftkit.assemble.lines import Role
from draftkit.assemble.places import MASTHEAD
from draftkit.model import Changes, Masthead, Resolution


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the masthead: what a person calls it, and as what it is printed."""

    name: str
    role: Role


LINES = {
    "organ": HeadLine("organ", Role.ORGAN),
    "symbol": HeadLine("symbol", Role.SYMBOL),
    "distribution": HeadLine("distribution", Role.DISTRIBUTION),
    "issued": HeadLine("date of issue", Role.ISSUED),
    "original": HeadLine("original language", Role.ORIGINAL),
    "session": HeadLine("session", Role.SESSION),
    "committee": HeadLine("committee", Role.COMMITTEE),
    "agenda": HeadLine("agenda item", Role.AGENDA_ITEM),
    "adopted": HeadLine("adopted", Role.PROPOSAL),
    "basis": HeadLine("basis", Role.BASIS),
    "sponsors": HeadLine("sponsors", Role.PROPOSAL),
    "heading": HeadLine("heading", Role.PROPOSAL),
    "others": HeadLine("other lines", Role.OTHER),
}
"""The fields of a masthead as lines, in printed order."""
CLOSING = HeadLine("closing lines", Role.MEETING)


def masthead_lines(prior: Resolution, rolled: Resolution, changes: Changes) -> dict[int, HeadLine]:
    """The line of each change of the masthead, by its position in ``changes``; one that fits no line is not in it."""
    old, new = _values(prior.masthead), _values(rolled.masthead)
    left = [(line, old[name], new[name]) for name, line in LINES.items() if old[name] != new[name]]
    left += [(CLOSING, text, "") for part in prior.parts for text in (part.meeting, part.adopted) if text]
    found: dict[int, HeadLine] = {}
    for at, change in enumerate(changes):
        if change.paragraph == MASTHEAD:
            fitting = next((each for each in left if each[1:] == (change.old, change.new)), None)
            if fitting:
                left.remove(fitting)
                found[at] = fitting[0]
    return found


def _values(head: Masthead) -> dict[str, str]:
    """The fields as a change shows them."""
    values = {name: getattr(head, name) for name in LINES}
    values["agenda"] = ", ".join(item.number for item in head.agenda)
    values["sponsors"] = ", ".join(head.sponsors)
    return {name: str(value) if value else "" for name, value in values.items()}
