"""Amendments as values: each is one instruction about one place of a draft, known by its id.

Places are called as a draft calls them: the id of a paragraph, heading, table or annex, "title", "note report"; a part by its
name in ``roll.merge.forest`` ("part:A"). A list of paragraphs is called as it is there too: "part:0 operative",
"urges-states items".

Example:
    >>> Amendment(Action.DELETE, "urges-observe", words=parse("all"))      # In operative paragraph 2, delete “all”.
    >>> Amendment(Action.STRIKE, "notes-report")                           # Delete operative paragraph 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from draftkit.model import Annex, Block, Content, Note, Part

TITLE = "title"
FORMULA = " formula"
"""What stands behind the name of a part where its enacting formula is named: "part:0 formula"."""
NOTE = "note "
"""What stands before the id of a note where a place is named."""

Value = Part | Annex | Block


class Action(StrEnum):
    """What is done, and what of an ``Amendment`` it needs."""

    DELETE = "delete"  # words
    REPLACE = "replace"  # words, by
    INSERT = "insert"  # by, after or before words
    REWORD = "reword"  # by: all words of the place; what stands under it stays
    STRIKE = "strike"  # the whole paragraph, with what stands under it
    ADD = "add"  # value, with what stands under it, at a position
    MOVE = "move"  # the place, with what stands under it, to a position
    NUMBER = "number"  # label: the number of a paragraph, heading or note, or the label of an annex or part
    PUT = "put"  # value in the place of a heading, a table or what could not be read


class Side(StrEnum):
    """On which side of its anchor something comes. Several things on one side of one anchor stand in the order of the list."""

    AFTER = "after"
    BEFORE = "before"
    UNDER = "under"  # at the end of the list that the anchor names


WORDS = frozenset({Action.DELETE, Action.REPLACE, Action.INSERT})
"""Actions about some words of a place."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One instruction. For ``INSERT`` ``side`` says on which side of ``words``; else on which side of ``anchor``.

    ``label`` is a number just as it is printed, "" for none, ``None`` for the one that follows from the place. ``line`` is
    where the instruction stands in its file, 0 where that is not known.
    """

    action: Action
    place: str
    words: Content = ()
    by: Content = ()
    side: Side = Side.AFTER
    anchor: str = ""
    value: Value | None = None
    label: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Amendments:
    """A list of amendments to one draft, with the notes that they bring in.

    Args:
        symbol: of the draft that is amended; ``title`` is its title, as it is typed in a draft.
        sponsors: whose amendments they are.
        stands: places that no consequential change touches: they are worded there as they are meant to be.
        doubts: (line, what) of instructions that could not be read.
    """

    items: tuple[Amendment, ...] = ()
    symbol: str = ""
    title: str = ""
    sponsors: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    stands: tuple[str, ...] = ()
    doubts: tuple[tuple[int, str], ...] = ()
