"""The register of adopted resolutions: when each was adopted, what it is called, where it came from (``data/resolutions.csv``).

It holds the resolutions of sessions 74 to 80 with all that their mastheads say, and the dates of older ones that later texts
cite, with what these call them. The facts are those of the official texts: dates, titles, agenda items and bracket lines from
the mastheads, draft symbols from the official lists; a date of an older text is that at which most of the texts of sessions
74 to 80 cite it, where this lies in the year of its session. The masthead has the last word. Where a masthead has no title of
the item, ``item`` is "".

A person's own entries may stand beside it (``extend``); they win, field by field.

Example:
    >>> adopted("79/124"), adopted("79/999")
    ('4 December 2024', '')
    >>> entry("79/124").committee, entry("79/124").report
    ('C.6', 'A/79/472, para. 7')
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType

from draftkit.resources import folder
from draftkit.un.register.location import extend as extend
from draftkit.un.register.location import place, stamp
from draftkit.un.register.record import COLUMNS, entry_of, loosened, order
from draftkit.un.register.record import Entry as Entry
from draftkit.un.sessions import ORDINAL

_NOT_WORDS = re.compile(r"\W+|\b(?:19|20)\d\d\b")
_INSIDE = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011\u00ad](?=[^\W\d_])")
_RANGE = re.compile(r"(?P<stem>.* )(?P<first>[A-Z])(?: and | to |[-\u2013])(?P<last>[A-Z])$")


def entry(number: str) -> Entry | None:
    """What is known of a resolution, a person's own entry put over the shipped one."""
    return _merged(shipped(number), own().get(number))


def adopted(number: str) -> str:
    """The date on which a resolution was adopted, "4 December 2024"; "" if the register does not know it."""
    known = entry(number)
    return known.date if known else ""


def title(number: str) -> str:
    """The title of a resolution, "" if the register does not know it."""
    known = entry(number)
    return known.title if known else ""


def cited(number: str) -> Entry | None:
    """The entry that a citation means: "74/92 A and B" finds "74/92 A-B", as "74/92 A" does; "75/257 A" what was "75/257".

    Two letters that have entries of their own with different dates find none.
    """
    plain = loosened(number)
    letters = _RANGE.fullmatch(plain)
    if not letters:
        return entry(plain) or _lettered(plain)
    stem, first, last = letters.groups()
    known = entry(f"{stem}{first}-{last}")
    single = [cited(f"{stem}{chr(letter)}") for letter in range(ord(first), ord(last) + 1)]
    agreed = all(single) and len({each.date for each in single if each}) == 1
    return known or (single[0] if agreed else None)


def entries() -> Mapping[str, Entry]:
    """Every entry by its number, in the order of the numbers."""
    return _whole(*_own_file())[0]


def series(title: str) -> tuple[str, ...]:
    """The numbers of all resolutions with a title, the oldest first; :func:`fold` says what does not count."""
    key = fold(title)
    return _whole(*_own_file())[1].get(key, ()) if key else ()


def fold(title: str) -> str:
    """A title as it is compared: words in small letters, without years and without "seventy-fifth" before "session".

    Hyphens do not count: "follow-up" is "followup".
    """
    if "ession" in title or "ESSION" in title:
        title = _session().sub("", title)
    return " ".join(_NOT_WORDS.sub(" ", _INSIDE.sub("", title)).lower().split())


@cache
def _session() -> re.Pattern[str]:
    return re.compile(rf"\b{ORDINAL} (?=session\b)", re.IGNORECASE)


def _lettered(number: str) -> Entry | None:
    """"74/92 A" in the entry of "74/92 A-B"; the first of several under the number that it had while it was alone."""
    stem, letter = number[:-1], number[-1:]
    if not stem.endswith(" ") or not letter.isalpha():
        return None
    for last in "BCDE":
        if letter <= last and (known := entry(f"{stem}A-{last}")):
            return known
    return entry(stem.strip()) if letter == "A" else None


# --- The shipped one: a line is taken apart when it is asked for ----------------------------------------------------


@cache
def _lines() -> Mapping[str, str]:
    """The lines by their numbers; no field holds a line end, and no number a comma."""
    text = (folder("data") / "resolutions.csv").read_text("utf-8")
    return {line.partition(",")[0]: line for line in text.split("\n")[1:] if line}


@lru_cache(maxsize=4096)
def shipped(number: str) -> Entry | None:
    """The entry of the shipped register alone."""
    line = _lines().get(number)
    return _entry(next(csv.reader([line]))) if line else None


def _entry(fields: list[str]) -> Entry:
    return entry_of(dict(zip(COLUMNS, fields, strict=True)))


# --- A person's own, and both together ------------------------------------------------------------------------------


def own() -> Mapping[str, Entry]:
    """The person's own entries by their numbers.

    Raises:
        DraftkitError: their file cannot be read, or is no register.
    """
    return _own(*_own_file())


def _own_file() -> tuple[str, int, int]:
    """The file with what tells whether it has changed since it was read."""
    file = place()
    return stamp(file) if file else ("", 0, 0)


@lru_cache(maxsize=2)
def _own(file: str, _time: int, _size: int) -> Mapping[str, Entry]:
    if not file:
        return MappingProxyType({})
    from draftkit.un.register.file import load

    return MappingProxyType({each.number: each for each in load(file)})


def _merged(known: Entry | None, added: Entry | None) -> Entry | None:
    if known is None or added is None:
        return added or known
    return replace(known, **{name: value for name in COLUMNS if (value := getattr(added, name))})


@lru_cache(maxsize=2)
def _whole(file: str, time: int, size: int) -> tuple[Mapping[str, Entry], Mapping[str, tuple[str, ...]]]:
    """Every entry by number, and the numbers by folded title."""
    found = {line[0]: _entry(line) for line in csv.reader(_lines().values())}
    if added := _own(file, time, size):
        for number, each in added.items():
            found[number] = _merged(found.get(number), each) or each
        found = {each.number: each for each in sorted(found.values(), key=order)}
    titled: dict[str, tuple[str, ...]] = {}
    for each in found.values():
        if each.title:
            key = fold(each.title)
            titled[key] = (*titled.get(key, ()), each.number)
    return MappingProxyType(found), MappingProxyType(titled)
