"""The rule of the roll-forward behind a tracked change: found by the place in the text where it stands, then by its words.

In: the text that was rolled, and the changes that the roll-forward made of it; then, paragraph by paragraph of the Word file,
what it said and what became of which words. Out: the reason, in the words of the rule.

Example:
    >>> reasons = Reasons(prior, changes)
    >>> place = reasons.place("5. Requests a report at its eighty-first session;")
    >>> reasons.of(place, "eighty-first", "eighty-third")
    'A session of the General Assembly that lies ahead moves on by the cadence of the item.'
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from draftkit.assemble.lines import Line, Role, characters
from draftkit.assemble.places import MASTHEAD, TITLE
from draftkit.assemble.printed import printed
from draftkit.model import Change, Resolution
from draftkit.roll.rules import rule
from draftkit.un.spelling import folded

UNKNOWN = "Brought up to date by the roll-forward."
_HEAD = (MASTHEAD, TITLE)


class Reasons:
    """Why each change was made; the paragraphs of a file are told in order, as some say the same."""

    def __init__(self, prior: Resolution | None, changes: Sequence[Change]) -> None:
        self.changes = changes
        self.masthead = rule(MASTHEAD).reason
        self.lines: dict[str, list[str]] = {}
        self.begun = False
        for line in printed(prior).lines if prior else ():
            for text in _texts(line):
                self.lines.setdefault(text, []).append(_place(line))

    def place(self, text: str) -> str:
        """The place of a paragraph that said this: what a change calls it, "" if it is not known."""
        text = folded(text)
        found = self.lines.get(text) or self.lines.get(text.partition(" ")[2], []) if text else []
        place = found.pop(0) if len(found) > 1 else found[0] if found else ""
        self.begun = self.begun or bool(place and place not in _HEAD)
        return place

    def of(self, place: str, struck: str, written: str) -> str:
        """The reason of a change in a place, "" if it has no words."""
        struck, written = folded(struck), folded(written)
        if not struck and not written:
            return ""
        here = [change for change in self.changes if change.paragraph == place]
        if place == MASTHEAD or (place and not here and place in _HEAD):
            return self.masthead
        found = _said(here, struck, written) or _nearest(here, struck, written)
        if not place:
            found = _said(self.changes, struck, written)
            self.begun = self.begun or any(change.rule != MASTHEAD for change in found)
            if not self.begun:
                return self.masthead
        return " ".join(dict.fromkeys(rule(change.rule).reason for change in found)) or UNKNOWN


def _texts(line: Line) -> tuple[str, ...]:
    """What the paragraphs of a line say in a file: the whole, with its number and without, or each cell."""
    said = [characters(cell) for cell in line.cells] or [line.text, f"{line.number} {line.text}"]
    return tuple(dict.fromkeys(text for text in map(folded, said) if text))


def _place(line: Line) -> str:
    if line.key.startswith("masthead."):
        return TITLE if line.role is Role.TITLE else MASTHEAD
    named = {Role.MEETING: MASTHEAD, Role.PART_TITLE: TITLE, Role.FORMULA: "formula"}
    return named.get(line.role, line.key.partition(".")[0])


def _said(changes: Sequence[Change], struck: str, written: str) -> list[Change]:
    """The changes that a person sees as these words: the one that says the same, one that says more, or several of them."""
    told = [(change, folded(change.old), folded(change.new)) for change in changes]
    same = [change for change, old, new in told if (old, new) == (struck, written)]
    more = [change for change, old, new in told if struck in old and written in new]
    return same[:1] or more[:1] or [change for change, old, new in told if old and new and old in struck and new in written]


def _nearest(changes: Sequence[Change], struck: str, written: str) -> list[Change]:
    """The change of a place whose words are most like these."""

    def alike(change: Change) -> float:
        pairs = ((change.old, struck), (change.new, written))
        return sum(SequenceMatcher(None, folded(one), other, autojunk=False).ratio() for one, other in pairs)

    return [max(changes, key=alike)] if changes else []
