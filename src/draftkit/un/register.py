"""The register of adopted resolutions: when each was adopted and what it is called (``data/resolutions.csv``).

It holds the resolutions of sessions 74 to 80 with their titles, and older ones that later texts cite with their dates.

Example:
    >>> adopted("79/124"), adopted("79/999")
    ('4 December 2024', '')
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from draftkit.resources import folder
from draftkit.un.sessions import ORDINAL

_NOT_WORDS = re.compile(r"\W+|\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """A resolution in the register: "79/124", "4 December 2024" and its title ("" where only the date is known)."""

    number: str
    date: str
    title: str


@cache
def entries() -> Mapping[str, Entry]:
    """Every entry by its number, in the order of the numbers."""
    with (folder("data") / "resolutions.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["number"]: Entry(row["number"], row["date"], row["title"]) for row in csv.DictReader(lines)})


def adopted(number: str) -> str:
    """The date on which a resolution was adopted, "4 December 2024"; "" if the register does not know it."""
    entry = entries().get(number)
    return entry.date if entry else ""


def title(number: str) -> str:
    """The title of a resolution, "" if the register does not know it."""
    entry = entries().get(number)
    return entry.title if entry else ""


def series(title: str) -> tuple[str, ...]:
    """The numbers of all resolutions with a title, the oldest first; :func:`fold` says what does not count."""
    return _series().get(fold(title), ()) if fold(title) else ()


def fold(title: str) -> str:
    """A title as it is compared: words in small letters, without years and without "seventy-fifth" before "session"."""
    return " ".join(_NOT_WORDS.sub(" ", _session().sub("", title)).lower().split())


@cache
def _session() -> re.Pattern[str]:
    return re.compile(rf"\b{ORDINAL} (?=session\b)", re.IGNORECASE)


@cache
def _series() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries().values():
        if entry.title:
            key = fold(entry.title)
            found[key] = (*found.get(key, ()), entry.number)
    return MappingProxyType(found)
