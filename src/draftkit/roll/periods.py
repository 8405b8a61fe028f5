"""Years and periods that move with the cadence, where a rule is sure (un-rules I5); all other dates stay.

    for the period from 1 July 2024 to 30 June 2025        from 1 July 2025 to 30 June 2026
    the programme budget for 2025, in the year 2025        for 2026, in the year 2026
    at its session in 2025, during its 2025 session        in 2026, its 2026 session
    no later than 1 September 2025                         no later than 1 September 2026
    Recommends that the debate commence on 27 October 2025 on ___

Each rule is a phrase with the years it may move, counted from the year in which the old session opened. Years of plans
and targets ("by 2030", "2021–2030"), of past events and of titles never match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from draftkit.assemble.leads import lead
from draftkit.model import Changes, Paragraph, Resolution
from draftkit.roll.edits import Edit, rewrite
from draftkit.roll.step import Step
from draftkit.tree import Section, walk
from draftkit.un.dates import MONTH
from draftkit.un.openers import base
from draftkit.un.symbols import BLANK

RULE = "period"

_B = r"[ \u00a0]"
_DAY = rf"\d{{1,2}}{_B}(?:{MONTH})"
_YEAR = rf"(?P<year>(?:19|20)\d\d)(?![\d–/-]|{_B}(?:to|and|or){_B}(?:\d|subsequent))"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A phrase with the groups "year" (and "until"); ``years``: which it may be, from the opening year of the session.

    ``yearly``: sure for a text that returns every session, not for others. ``directive``: only in operative paragraphs
    that ask or decide. ``blank``: the whole group "date" becomes a blank.
    """

    pattern: str
    years: tuple[int, int]
    confidence: float
    yearly: bool = False
    directive: bool = False
    blank: bool = False


RULES: tuple[_Rule, ...] = (
    _Rule(rf"\bfrom{_B}{_DAY}{_B}(?P<year>\d{{4}}){_B}to{_B}{_DAY}{_B}(?P<until>\d{{4}})", (-1, 2), 0.95, yearly=True),
    _Rule(rf"\bcovering{_B}the{_B}period{_B}from{_B}{_DAY}{_B}to{_B}{_DAY}{_B}{_YEAR}", (-1, 1), 0.85, yearly=True),
    _Rule(rf"(?:[a-z]|,)(?<!beginning with the programme budget){_B}for{_B}{_YEAR}", (-1, 2), 0.9),
    _Rule(rf"\bsessions?{_B}(?:held{_B})?in{_B}{_YEAR}", (0, 1), 0.95),
    _Rule(rf"\bthe{_B}(?:financial{_B})?year{_B}{_YEAR}", (0, 2), 0.9),
    _Rule(rf"\b(?:its|the){_B}{_YEAR}(?={_B}sessions?\b)", (0, 1), 0.9),
    _Rule(
        rf"\bthe{_B}{_YEAR}(?={_B}(?:(?:Economic{_B}and{_B}Social{_B}Council|high-level{_B}political){_B}|)forum\b|{_B}report{_B}of\b)",
        (0, 1),
        0.85,
    ),
    _Rule(rf"\bduring{_B}{_YEAR}", (0, 0), 0.8),
    _Rule(rf"\bin{_B}{_YEAR}", (1, 1), 0.85, yearly=True, directive=True),
    _Rule(rf"\bno{_B}later{_B}than{_B}{_DAY}{_B}{_YEAR}", (1, 1), 0.75, directive=True),
    _Rule(rf"\b(?:commence{_B}on|before|by){_B}(?P<date>{_DAY}{_B}{_YEAR})", (1, 1), 0.8, directive=True, blank=True),
)
"""Every rule, the surest first: a place that one has taken is not looked at by the next."""

_DIRECTIVES = ("Requests", "Authorizes", "Decides", "Approves", "Recommends", "Invites")
_QUOTED = re.compile("“[^”]*”")


@cache
def _compiled() -> tuple[tuple[_Rule, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(rule.pattern)) for rule in RULES)


def roll_periods(resolution: Resolution, step: Step) -> tuple[Resolution, Changes]:
    """Move the years and periods that a rule is sure of."""
    directive = frozenset(_directive(resolution))

    def find(place: str, text: str) -> Iterator[Edit]:
        taken = {at for quote in _QUOTED.finditer(text) for at in range(*quote.span())}
        for rule, pattern in _compiled():
            if (rule.yearly and step.cadence > 1) or (rule.directive and place not in directive):
                continue
            for match in pattern.finditer(text):
                edits = tuple(_edits(rule, match, step))
                if edits and taken.isdisjoint(range(*match.span())):
                    taken.update(range(*match.span()))
                    yield from edits

    return rewrite(resolution, RULE, find)


def _edits(rule: _Rule, match: re.Match[str], step: Step) -> Iterator[Edit]:
    first, last = rule.years
    if rule.blank:
        last = max(last, step.cadence)
    if not first <= int(match["year"]) - step.year <= last:
        return
    if rule.blank:
        yield Edit(*match.span("date"), BLANK, rule.confidence)
        return
    for group in match.re.groupindex:
        yield Edit(*match.span(group), str(int(match[group]) + step.cadence), rule.confidence)


def _directive(resolution: Resolution) -> Iterator[str]:
    """The operative paragraphs that ask or decide, with their items."""
    found: set[str] = set()
    for place in walk(resolution):
        if place.section is not Section.OPERATIVE or not isinstance(place.block, Paragraph):
            continue
        if place.parent in found or base(lead(place.block.content)) in _DIRECTIVES:
            found.add(place.block.id)
            yield place.block.id
