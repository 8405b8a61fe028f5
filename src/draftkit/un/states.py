"""The States that take part in the General Assembly: 193 Members and two observers (``data/states.csv``; un-rules A5).

Each has its short name, "Iran (Islamic Republic of)", under which lists are sorted, the form in which it stands in running
text, "the Islamic Republic of Iran", and names that it had once or is often given.

Example:
    >>> find("Cote d'Ivoire").name, find("Turkey"), suggestion("Turkey")
    ('Côte d’Ivoire', None, 'Türkiye')
    >>> sorted(["Türkiye", "Côte d’Ivoire", "State of Palestine", "Zambia"], key=order)
    ['Côte d’Ivoire', 'Türkiye', 'Zambia', 'State of Palestine']
"""

from __future__ import annotations

import csv
import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from draftkit.resources import folder

LAST = "State of Palestine"
"""Stands behind all the others in lists of sponsors."""

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class State:
    """A State: its short name, how running text calls it ("the Sudan"), and names that are not to be used."""

    name: str
    text: str
    formerly: tuple[str, ...] = ()


@cache
def states() -> Mapping[str, State]:
    """Every State by its short name, in English alphabetical order."""
    with (folder("data") / "states.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["name"]: _read(row) for row in csv.DictReader(lines)})


def find(name: str) -> State | None:
    """The State of that short name or form of running text, with its "the" or without; accents and apostrophes do not count."""
    return _known().get(_bare(name))


def suggestion(name: str) -> str:
    """The short name meant by a wrong or former one, "" if none is like it."""
    former = _former().get(_bare(name))
    if former or len(name) > _LONGEST:
        return former or ""
    known = {_bare(state): state for state in states()}
    near = difflib.get_close_matches(_bare(name), known, n=1, cutoff=0.75)
    return known[near[0]] if near else ""


def order(name: str) -> tuple[bool, list[str]]:
    """The key of English alphabetical order, word by word: accents, capitals, brackets and hyphens do not count."""
    words = re.findall(r"\w+", _bare(name))
    return words == LAST.casefold().split(), words


def _bare(name: str) -> str:
    """A name as it is compared: small letters without accents, blanks and hyphens as one types them."""
    apart = unicodedata.normalize("NFKD", name.replace("\u2011", "-"))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(plain.replace("\u2019", "'").casefold().removesuffix("(the)").split())


@cache
def _known() -> Mapping[str, State]:
    return {
        _bare(form): state
        for state in states().values()
        for form in (state.text.removeprefix("the "), state.text, state.name)
    }


@cache
def _former() -> Mapping[str, str]:
    found = {_bare(former): state.name for state in states().values() for former in state.formerly}
    return found | {f"the {former}": name for former, name in found.items()}


def _read(row: Mapping[str, str]) -> State:
    return State(row["name"], row["text"] or row["name"], tuple(filter(None, row["formerly"].split("|"))))
