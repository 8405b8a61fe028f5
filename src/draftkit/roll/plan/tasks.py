"""What a work plan is made of: values alone; ``draftkit.roll.plan.worklist`` makes them.

Example:
    >>> plan.count(Group.DECIDE), plan.entries[-1].place, plan.passages[-1].before
    (2, 'footnote 8', 6)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from draftkit.model import Kind
from draftkit.roll.plan.passages import Spot
from draftkit.roll.plan.sources import Source
from draftkit.roll.plan.stretches import Stretch
from draftkit.un.symbols import BLANK


class Group(StrEnum):
    """What a person has to do about an entry."""

    DONE = "done"  # nothing: it is sure
    CHECK = "check"  # see whether it is right, or fill in the blank
    DECIDE = "decide"  # nothing was changed; only a person knows


@dataclass(frozen=True, slots=True)
class Entry:
    """A change, or something to look at (``kind`` is ``None``, ``old`` the phrase, ``offer`` what it may become).

    ``place`` is what ``paragraph`` is called in print, "paragraph 12"; ``why`` says why it is not done; ``reason`` and
    ``sources`` are those of the rule. ``text`` has the words about a phrase, ``line`` which line of the masthead it is.
    """

    group: Group
    rule: str
    kind: Kind | None
    paragraph: str
    place: str
    old: str
    new: str = ""
    confidence: float = 0.0
    reason: str = ""
    sources: tuple[Source, ...] = ()
    why: str = ""
    offer: str = ""
    text: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A spot of a passage, set: its stretches, whose changes and looks are positions in ``Worklist.entries``."""

    spot: Spot
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A place with entries (positions in ``Worklist.entries``); ``before`` counts the untouched ones since the last."""

    paragraph: str
    place: str
    spots: tuple[Setting, ...]
    entries: tuple[int, ...]
    before: int = 0


@dataclass(frozen=True, slots=True)
class Worklist:
    """All that is to be done about one text. ``paragraphs`` counts paragraphs, headings, tables and notes, ``untouched`` those
    without an entry; sessions are numbers.
    """

    title: str
    symbols: tuple[str, str]
    sessions: tuple[int, int]
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]
    paragraphs: int
    untouched: int

    def count(self, group: Group) -> int:
        """How many entries are in a group."""
        return sum(entry.group is group for entry in self.entries)

    def joined(self, passage: Passage, apart: bool = False) -> tuple[tuple[int, ...], ...]:
        """The entries of a passage that are one task: of one group and rule, and for one reason.

        Args:
            apart: every blank is a task of its own, to be ticked off.
        """
        found: dict[tuple[str | int, ...], list[int]] = {}
        for at in passage.entries:
            entry = self.entries[at]
            blank = at if apart and BLANK in entry.new else -1
            found.setdefault((entry.group, entry.rule, entry.why, entry.offer, blank), []).append(at)
        return tuple(map(tuple, found.values()))
