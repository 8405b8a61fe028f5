"""An entry of the register of resolutions, and the row of a CSV file that it is kept in.

Example:
    >>> row_of(Entry("80/901", "3 December 2025", "Care of libraries", "Care of libraries", "C.6"))
    ['80/901', '3 December 2025', 'Care of libraries', '', 'C.6', '', '']
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

PLENARY = "plenary"
"""What stands for the committee of a text "without reference to a Main Committee"."""

UNKNOWN = "-"
"""An agenda item that is not known, where an empty one would be the title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A resolution in the register: "79/124", "4 December 2024" and its title ("" where only the date is known).

    ``item`` is the title of the agenda item, two parted by " | "; ``committee`` "C.6", "plenary" for a text without
    reference to a Main Committee, "" where it is not known; ``report`` what stands in the bracket line beside it,
    "A/79/472, para. 7"; ``draft`` the symbol of the draft, "A/C.6/79/L.9".
    """

    number: str
    date: str
    title: str = ""
    item: str = ""
    committee: str = ""
    report: str = ""
    draft: str = ""

    @property
    def symbol(self) -> str:
        """The symbol of the text; those of the first thirty sessions were made otherwise and are left out."""
        return "" if "(" in self.number else f"A/RES/{self.number}"

    @property
    def session(self) -> int:
        """The regular session since the 31st, from the number; 0 for others."""
        match = re.match(r"(\d+)/", self.number)
        return int(match[1]) if match else 0


COLUMNS = tuple(field.name for field in fields(Entry))
_LOOSE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u00ad": "", "\ufffc": ""})


def loosened(text: str) -> str:
    """A line with plain blanks and hyphens, one blank between words."""
    return " ".join(text.translate(_LOOSE).split())


def entry_of(row: Mapping[str, str]) -> Entry:
    """The entry of a row of trusted form, as the shipped register has them."""
    given = dict(row)
    if given["item"] == UNKNOWN:
        given["item"] = ""
    elif not given["item"] and given["committee"]:
        given["item"] = given["title"]
    return Entry(**given)


def row_of(entry: Entry) -> list[str]:
    """The fields of an entry in the order of ``COLUMNS``; what follows from something else is left out."""
    row = {column: getattr(entry, column) for column in COLUMNS}
    if entry.committee:
        row["item"] = "" if entry.item == entry.title else entry.item or UNKNOWN
    return list(row.values())


_PARTS = re.compile(r"(?:(?P<special>ES|S)-)?(?P<first>\d+)(?:/(?P<second>\d+))?(?P<rest>.*)")


def order(entry: Entry) -> tuple[int, int, int, str]:
    """By session and number; the first thirty sessions before, special ones behind."""
    match = _PARTS.fullmatch(entry.number)
    if not match or not match["second"]:
        return 0, 0, int(match["first"]) if match else 0, entry.number
    kind = {None: 1, "ES": 2, "S": 3}[match["special"]]
    return kind, int(match["first"]), int(match["second"]), match["rest"]
