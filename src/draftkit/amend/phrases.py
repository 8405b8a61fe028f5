"""The sentences of an amendment document (un-rules F), and the same as they are read out in the room.

Each is a template; "{place}" is a place of the draft as ``speech`` calls it, "{words}" and "{by}" are quoted.

Example:
    >>> WRITTEN[Action.DELETE].format(place="operative paragraph 2", words="all")
    'In operative paragraph 2, delete “all”.'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from draftkit.amend.amendments import Action

Sentence = Action | str


@dataclass(frozen=True, slots=True)
class Voice:
    """The sentences of one kind of document."""

    sentences: Mapping[Sentence, str]

    def __getitem__(self, key: Sentence) -> str:
        return self.sentences[key]


AFTER, BEFORE = "insert after", "insert before"
CHAPEAU = "reword chapeau"
NUMBERED, UNNUMBERED, COUNTED = "number as", "number none", "number by place"
RENUMBER, STANDS = "renumber", "stands"

WRITTEN = Voice(
    {
        Action.DELETE: "In {place}, delete “{words}”.",
        Action.REPLACE: "In {place}, replace “{words}” by “{by}”.",
        AFTER: "In {place}, after “{words}”, insert “{by}”.",
        BEFORE: "In {place}, before “{words}”, insert “{by}”.",
        Action.REWORD: "Replace {place} by the following:",
        CHAPEAU: "Replace the chapeau of {place} by the following:",
        Action.PUT: "Replace {place} by the following {kind}:",
        Action.STRIKE: "Delete {place}.",
        Action.MOVE: "Move {place} {where}.",
        Action.ADD: "{where}, insert {kind}, reading:",
        NUMBERED: "Number {place} “{words}”.",
        UNNUMBERED: "Leave {place} without a number.",
        COUNTED: "Number {place} in sequence.",
        RENUMBER: "Renumber the subsequent paragraphs accordingly.",
        STANDS: "There is no other change in {place}.",
    }
)

ORAL = Voice(
    {
        Action.DELETE: "In {place}, {these} “{words}” {are} to be deleted.",
        Action.REPLACE: "In {place}, {these} “{words}” {are} to be replaced by “{by}”.",
        AFTER: "In {place}, {those} “{by}” {were} to be inserted after “{words}”.",
        BEFORE: "In {place}, {those} “{by}” {were} to be inserted before “{words}”.",
        Action.REWORD: "{place} is to read:",
        CHAPEAU: "The chapeau of {place} is to read:",
        Action.PUT: "{place} is to be replaced by the following {kind}:",
        Action.STRIKE: "{place} is to be deleted.",
        Action.MOVE: "{place} is to be moved {where}.",
        Action.ADD: "{where}, {kind} {are} to be inserted, reading:",
        NUMBERED: "{place} is to be numbered “{words}”.",
        UNNUMBERED: "{place} is to have no number.",
        COUNTED: "{place} is to be numbered in sequence.",
        RENUMBER: "The subsequent paragraphs are to be renumbered accordingly.",
        STANDS: "There is no other change in {place}.",
    }
)
