"""Bodies that number their own sessions, and in which year each one falls (``data/bodies.csv``; un-rules D11, I7).

A row names a body, how many sessions it holds in how many years, and one session with its year: the last of that year.

Example:
    >>> bodies()["ilc"].year(76), bodies()["ilc"].ahead(76, 2), bodies()["hrc"].ahead(58, 1), bodies()["corruption"].ahead(11, 1)
    (2025, 78, 61, None)
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from draftkit.resources import folder

MEETINGS = "meetings"
"""Stands, beside the keys of bodies, for all numbered meetings of the parties to a treaty."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body with its own count of sessions: ``sessions`` in ``years``, of which the one of ``number`` fell in ``known``."""

    key: str
    name: str
    sessions: int
    years: int
    number: int
    known: int

    def year(self, number: int) -> int:
        """The year of a session, as regular meetings have it; a postponed one is up to a year off."""
        return self.known - (self.number - number) * self.years // self.sessions

    def ahead(self, number: int, years: int) -> int | None:
        """The number of the session so many years later; ``None`` if none falls just then."""
        steps = years * self.sessions
        return None if steps % self.years else number + steps // self.years


@cache
def bodies() -> Mapping[str, Body]:
    """Every body by its key."""
    with (folder("data") / "bodies.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["key"]: _read(row) for row in csv.DictReader(lines)})


def keys() -> tuple[str, ...]:
    """Everything whose own count may be asked to move."""
    return (*sorted(bodies()), MEETINGS)


def _read(row: Mapping[str, str]) -> Body:
    return Body(row["key"], row["name"], int(row["sessions"]), int(row["years"]), int(row["number"]), int(row["year"]))
