"""House style that has changed: what official texts write since which session (un-rules I10; ``data/house_style.csv``).

    States parties to the Convention        States Parties to the Convention        (from session 80)
    health-care workers                     healthcare workers                      (from session 80)

Example:
    >>> [usage.like(found["old"]) for usage in usages() for found in usage.pattern.finditer("Health-care workers")]
    ['Healthcare']
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from draftkit.resources import folder

_BLANK = r"[ \u00a0]"


@dataclass(frozen=True, slots=True)
class Usage:
    """What official texts write since ``session`` in place of ``old``; ``after``: only behind one of these words.

    ``pattern`` finds the words, its group "old": in small letters or, at the head of a sentence, with a first capital, and
    with hyphens and blanks of any kind.
    """

    old: str
    new: str
    after: str
    session: int
    reason: str
    pattern: re.Pattern[str]

    def like(self, found: str) -> str:
        """The new words with the first capital and the blanks of those that were found."""
        new = self.new.replace(" ", "\u00a0") if "\u00a0" in found else self.new
        return new[:1].upper() + new[1:] if found[:1].isupper() else new


@cache
def usages() -> tuple[Usage, ...]:
    """Every usage, longer words before those that are in them."""
    with (folder("data") / "house_style.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Usage(row["old"], row["new"], row["after"], int(row["session"]), row["reason"], _pattern(row["old"], row["after"]))
            for row in csv.DictReader(lines)
        )


def _pattern(old: str, after: str) -> re.Pattern[str]:
    words = re.escape(old).replace(r"\ ", _BLANK).replace(r"\-", "[-\u2011]")
    first = words[0]
    if first.islower():
        words = f"[{first}{first.upper()}]{words[1:]}"
    behind = rf"\b(?:{after}){_BLANK}" if after else ""
    return re.compile(rf"{behind}(?<![\w-])(?P<old>{words})(?![\w-])")
