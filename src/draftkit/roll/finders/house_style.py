"""House style that has changed since the last text (un-rules I10): editorial changes, made only where they are asked for.

    States parties to the Convention        States Parties to the Convention        (from session 80)
    health-care workers                     healthcare workers                      (from session 80)

They say nothing new and are none of the drafter's: the redline tracks them under a name of their own, so that a reader
of the substance can pass over them. Quotations keep their words. What each says, and from which session on official texts
write it, is in ``data/house_style.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from draftkit.model import Resolution
from draftkit.resources import folder
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.step import Step
from draftkit.un.wording import QUOTED

RULE = "house-style"
_BLANK = r"[ \u00a0]"


@dataclass(frozen=True, slots=True)
class Usage:
    """What official texts write since ``session`` in place of ``old``; ``after``: only behind one of these words."""

    old: str
    new: str
    after: str
    session: int
    reason: str


@cache
def usages() -> tuple[Usage, ...]:
    """Every usage, longer words before those that are in them."""
    with (folder("data") / "house_style.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Usage(row["old"], row["new"], row["after"], int(row["session"]), row["reason"]) for row in csv.DictReader(lines)
        )


def house_style_of(_: Resolution, step: Step) -> Finder:
    """Write the words as official texts of the coming session do."""
    wanted = [(_pattern(usage), usage) for usage in usages() if usage.session <= step.coming]

    def find(place: str, text: str) -> Iterator[Edit]:
        taken = {at for quote in QUOTED.finditer(text) for at in range(*quote.span())}
        for pattern, usage in wanted:
            for match in pattern.finditer(text):
                if taken.isdisjoint(range(*match.span("old"))):
                    taken.update(range(*match.span("old")))
                    yield Edit(*match.span("old"), _like(match["old"], usage.new), RULE)

    return find


def _pattern(usage: Usage) -> re.Pattern[str]:
    """The words in small letters or, at the head of a sentence, with a first capital; hyphens and blanks of any kind."""
    words = re.escape(usage.old).replace(r"\ ", _BLANK).replace(r"\-", "[-\u2011]")
    first = words[0]
    if first.islower():
        words = f"[{first}{first.upper()}]{words[1:]}"
    after = rf"\b(?:{usage.after}){_BLANK}" if usage.after else ""
    return re.compile(rf"{after}(?<![\w-])(?P<old>{words})(?![\w-])")


def _like(old: str, new: str) -> str:
    """The new words with the first capital and the blanks of the old ones."""
    if "\u00a0" in old:
        new = new.replace(" ", "\u00a0")
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
