"""The blanks of a clause in an existing text: how far a value of a type can reach, and what a draft would type for it.

Example:
    >>> line = line_of(inline.parse("at its eighty-first session"))
    >>> list(ends(Slot("session", Type.SESSION, ("ordinal",)), line, 2)), typed(slot, line, 2, 5)
    ([5], '81')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from draftkit.clauses.clause import Type
from draftkit.clauses.lines import REF, Line
from draftkit.clauses.templates import FIGURES
from draftkit.un import citations, sessions, states, symbols
from draftkit.un.dates import DATE

MOST_ENDS = 60
"""So many ends of one value are tried, the longest first."""

NO_VERBS = frozenset(
    "the a an all any both each every its their his her this these those that other others such which whom whose what of and or"
    " in on at by from with as no not".split()
)
"""Words that no deed begins with."""

_PARAGRAPH = rf"(?:(?:[IVXL]{{1,6}}\.)?\d{{1,3}}(?: \([a-z]{{1,4}}\))*|{REF})"

_GROUPED = r"\d{1,3}(?:,\d{3})+(?![,.]?\d)"
_CAPITAL = r"[A-Z0-9][\w'.\-/]*(?<![.'/-])"
_SMALL = r"(?:of|the|and|on|for|in|to|with|against|at|by|from|its|or|as|de|du|des|la)"
_NAME = re.compile(rf"(?:the )?[A-Z][\w'.\-/]*(?<![.'/-])(?:(?:,? {_SMALL}){{0,3}},? \(?{_CAPITAL}\)?){{0,24}}")
_NAME_END = re.compile(rf"{_CAPITAL}\)?(?=[ ,]|\Z)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank: the variable and the filters behind it; it is a ``deed`` if its value begins with a verb, as its example does."""

    name: str
    type: Type
    filters: tuple[str, ...] = ()
    deed: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether its value may be any words."""
        return self.type is Type.TEXT


def may_begin(line: Line, first: int) -> bool:
    """Whether a deed may begin at a token behind "to": "to the conflict to cooperate" has no verb behind its first "to"."""
    return line.tokens[first].islower() and line.tokens[first] not in NO_VERBS


def ends(slot: Slot, line: Line, first: int) -> Iterator[int]:
    """The tokens before which a value that begins at token ``first`` may end, the longest value first.

    A wide slot is not asked: its value may end anywhere.
    """
    start = line.starts[first]
    for end in _ends(slot, line.text, start):
        last = _token_after(line, end)
        if last is not None:
            yield last


def _token_after(line: Line, end: int) -> int | None:
    from bisect import bisect_left

    at = bisect_left(line.ends, end)
    return at + 1 if at < len(line.ends) and line.ends[at] == end else None


def _ends(slot: Slot, text: str, start: int) -> list[int]:
    if slot.type is Type.BODY:
        return _body_ends(text, start)
    if slot.type is Type.RESOLUTIONS:
        return _list_ends(text, start, _number() if "undated" in slot.filters else _cited(), r", | and ")
    if slot.type is Type.STATES:
        return _list_ends(text, start, _state("in_text" in slot.filters), r", | and ")
    if slot.type is Type.RESOLUTION:
        ways = (_number(),) if "undated" in slot.filters else (_cited(), _number())
        return list(dict.fromkeys(match.end() for way in ways if (match := way.match(text, start))))
    match = _pattern(slot.type, slot.filters).match(text, start)
    return [match.end()] if match else []


@cache
def _pattern(kind: Type, filters: tuple[str, ...]) -> re.Pattern[str]:
    """The expression of a value that has one form."""
    if "ordinal" in filters:
        return re.compile(sessions.ORDINAL, re.IGNORECASE)
    if kind is Type.STATE:
        return _state("in_text" in filters)
    return re.compile({
        Type.SESSION: r"\d{1,3}\b",
        Type.DATE: DATE,
        Type.SYMBOL: symbols.SYMBOL,
        Type.NUMBER: rf"{'|'.join(FIGURES)}|{_GROUPED}|\d{{1,3}}(?![\d,./]\d|\d)" if "number" in filters else r"\d{1,12}\b",
        Type.YEAR: r"(?:19|20|21)\d\d\b",
        Type.PARAGRAPHS: rf"{_PARAGRAPH}(?:(?:, | and | to ){_PARAGRAPH}){{0,9}}(?![\w-])",
        Type.MONEY: rf"(?:{_GROUPED}|\d{{1,3}}) (?:(?:United States )?dollars|euros|Swiss francs)\b",
    }[kind], re.IGNORECASE if "capitalized" in filters else 0)  # fmt: skip


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"{citations.NUMBER}(?![\w/])")


@cache
def _cited() -> re.Pattern[str]:
    return re.compile(rf"{citations.NUMBER}(?![\w/])(?: of {DATE})?")


@cache
def _state(in_text: bool) -> re.Pattern[str]:
    names = [state.text if in_text else state.name for state in states.states().values()]
    folded = sorted((name.replace("\u2019", "'") for name in names), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, folded))})(?![\w-])")


def _list_ends(text: str, start: int, member: re.Pattern[str], joint: str) -> list[int]:
    """The ends of a list of members, and of each of its beginnings."""
    found: list[int] = []
    at = start
    while len(found) < MOST_ENDS and (match := member.match(text, at)):
        found.append(match.end())
        between = re.compile(joint).match(text, match.end())
        if not between:
            break
        at = between.end()
    return found[::-1]


def _body_ends(text: str, start: int) -> list[int]:
    match = _NAME.match(text, start, start + 400)
    if not match:
        return []
    found = [word.end() for word in _NAME_END.finditer(text, start, match.end())]
    return [end for end in sorted({*found, match.end()}, reverse=True) if end <= match.end()][:MOST_ENDS]


def typed(slot: Slot, line: Line, first: int, last: int) -> str:
    """What a draft types for the value that stands in the tokens from ``first`` up to ``last``."""
    text = line.between(first, last)
    if slot.type in (Type.SESSION, Type.NUMBER):
        return _counted(text)
    if slot.type is Type.STATE:
        return _short_name(text)
    if slot.type is Type.STATES:
        # an "and" inside a name is none between two
        names = _state("in_text" in slot.filters).findall(text)
        return ", ".join(map(_short_name, names))
    return line.typed(first, last) if slot.is_wide or slot.type in (Type.BODY, Type.PARAGRAPHS) else text


def _counted(text: str) -> str:
    if text.replace(",", "").isdigit():
        return text.replace(",", "")
    if text.lower() in FIGURES:
        return str(FIGURES.index(text.lower()))
    return str(sessions.number(text) or text)


def _short_name(text: str) -> str:
    found = states.find(text)
    return found.name if found else text
