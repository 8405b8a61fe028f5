"""What in a paragraph is a value by its form: sessions, dates, resolutions, symbols, years, numbers, States, titles.

A form is only taken where a clause with a blank of that type would print it again, word for word.

Example:
    >>> line = line_of(inline.parse("*Decides* to return to it at its eighty-first session;"))
    >>> [unit.slot for unit in units(line)][6:8], masked(line)
    ([Slot('session', <Type.SESSION: 'session'>, ('ordinal',)), None], 'Decides to return to it at its <session> session')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from draftkit.clauses.clause import Clause, Type
from draftkit.clauses.lines import REF, Line
from draftkit.clauses.proving import said
from draftkit.clauses.slots import Slot, ends, typed
from draftkit.clauses.templates import FIGURES
from draftkit.tree import Section
from draftkit.un import sessions

TITLE = "title"
REFERENCE = "reference"

MOST_TRIED = 8
"""So many likely ends of one value are tried, the longest value first."""

_QUOTE = '"'
_JOINT = re.compile(", | and ")
_OF_SESSION = re.compile(
    rf"(?:{sessions.ORDINAL})(?:(?:,| and|, and| or| to)? (?:{sessions.ORDINAL}))*"
    r"(?: (?:regular|special|resumed|emergency))* sessions?\b",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(rf"(?:{sessions.ORDINAL}) anniversary\b", re.IGNORECASE)
_FIRST_OF_ORDINAL = re.compile(sessions.ORDINAL, re.IGNORECASE)
_WRITTEN = frozenset(FIGURES[2:])
"""The numbers in words that are values: "one" is mostly none."""

_RESOLUTIONS = (
    Slot("resolutions", Type.RESOLUTIONS, ("undated",)),
    Slot("resolutions", Type.RESOLUTIONS),
)
_RESOLUTION = (Slot("resolution", Type.RESOLUTION), Slot("resolution", Type.RESOLUTION, ("undated",)))
_FIGURES = (
    Slot("date", Type.DATE),
    Slot("amount", Type.MONEY),
    Slot("year", Type.YEAR),
    Slot("number", Type.NUMBER, ("number",)),
    Slot("number", Type.NUMBER),
)
_STATES = (Slot("states", Type.STATES, ("in_text",)), Slot("states", Type.STATES))
_STATE = (Slot("state", Type.STATE, ("in_text",)), Slot("state", Type.STATE))


@dataclass(frozen=True, slots=True)
class Unit:
    """The tokens from ``first`` up to ``last``: one word or mark, or a value; ``slot.name`` says what it is called."""

    first: int
    last: int
    slot: Slot | None = None


def units(line: Line) -> tuple[Unit, ...]:
    """A line as words and values in turn; every token stands in one of them."""
    return tuple(_units(line))


def masked(line: Line) -> str:
    """The wording of a line with its values named: two paragraphs of one formula have the same."""
    said_so_far: list[str] = []
    end = 0
    for unit in units(line):
        said_so_far.append(line.text[end : line.starts[unit.first]])
        said_so_far.append(f"<{unit.slot.name}>" if unit.slot else line.between(unit.first, unit.last))
        end = line.ends[unit.last - 1]
    return "".join(said_so_far)


def _units(line: Line) -> Iterator[Unit]:
    titles = dict(_titles(line))
    at, size = 0, len(line.tokens)
    while at < size:
        unit = _value(line, at, titles) if at else None  # the first word is the opening word
        unit = unit or Unit(at, at + 1)
        yield unit
        at = unit.last


def _value(line: Line, at: int, titles: dict[int, int]) -> Unit | None:
    if at in titles:
        return Unit(at, titles[at], Slot(TITLE, Type.TEXT))
    if line.tokens[at] == REF:
        return Unit(at, at + 1, Slot(REFERENCE, Type.TEXT))
    if not _stands_alone(line, at):
        return None
    for slot in _offered(line, at):
        likely = (last for last in ends(slot, line, at) if _is_whole(line, last) and _is_likely(slot, line.between(at, last)))
        for last in islice(likely, MOST_TRIED):
            if _is_meant(slot, line, at, last):
                return Unit(at, last, slot)
    return None


def _titles(line: Line) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks with a capital; none if a mark has no counterpart."""
    marks = [at for at, token in enumerate(line.tokens) if token == _QUOTE]
    if len(marks) % 2:
        return
    for first, last in zip(marks[::2], marks[1::2], strict=True):
        if last > first + 1 and line.tokens[first + 1][0].isupper():
            yield first + 1, last


def _stands_alone(line: Line, at: int) -> bool:
    return line.text[line.starts[at] - 1] in ' ("'


def _is_whole(line: Line, last: int) -> bool:
    """Whether a value that ends before token ``last`` is not the beginning of a longer word."""
    end = line.ends[last - 1]
    return not re.match(r"[-/]|['.,]\w|%", line.text[end : end + 2])


def _offered(line: Line, at: int) -> Iterator[Slot]:
    """The blanks that may stand at a token, the fullest first."""
    token, start = line.tokens[at], line.starts[at]
    if token[0].isdigit():
        yield from (*_RESOLUTIONS, *_RESOLUTION, *_FIGURES)
    elif token in _WRITTEN:
        yield Slot("number", Type.NUMBER, ("number",))
    elif _FIRST_OF_ORDINAL.match(line.text, start):
        filters = ("ordinal", "capitalized") if token[0].isupper() else ("ordinal",)
        if _OF_SESSION.match(line.text, start):
            yield Slot("session", Type.SESSION, filters)
        elif _OF_NUMBER.match(line.text, start):
            yield Slot("number", Type.NUMBER, filters)
    if token[0].isupper():
        if "/" in line.text[start : start + 12]:
            yield Slot("symbol", Type.SYMBOL)
        yield from _RESOLUTION  # S-27/3
    if token[0].isupper() or token == "the":
        yield from (*_STATES, *_STATE)


def _is_likely(slot: Slot, text: str) -> bool:
    """Whether a list has "and" before its last member, and none twice: seen at once, where printing it takes its time."""
    if slot.type not in (Type.STATES, Type.RESOLUTIONS):
        return True
    members = _JOINT.split(text)
    return " and " in text.rpartition(", ")[2] and len(set(members)) == len(members)


def _is_meant(slot: Slot, line: Line, first: int, last: int) -> bool:
    """Whether a blank would print these words again."""
    text = line.between(first, last)
    if slot.type is Type.STATES and "," not in typed(slot, line, first, last):
        return False
    if slot.type is Type.SYMBOL and "/" not in text:
        return False
    return _printed(slot, typed(slot, line, first, last)) == text


@lru_cache(maxsize=4096)
def _printed(slot: Slot, value: str) -> str | None:
    from draftkit.clauses.clause import Variable

    text = f"X {{{{ {' | '.join(('x', *slot.filters))} }}}} X"  # no word that the seams of a value would look at
    clause = Clause("mask/one", 1, Section.OPERATIVE, "", text, variables=(Variable("x", slot.type),))
    shown = said(clause, {"x": value}, "")
    return shown[2:-2] if shown else None
