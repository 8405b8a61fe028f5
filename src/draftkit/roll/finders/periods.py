"""Years and periods that move with the cadence, where a rule is sure (un-rules I5); all other dates stay.

    for the period from 1 July 2024 to 30 June 2025        from 1 July 2025 to 30 June 2026
    the programme budget for 2025, in the year 2025        for 2026, in the year 2026
    at its session in 2025, during its 2025 session        in 2026, its 2026 session
    no later than 1 September 2025                         no later than 1 September 2026
    Recommends that the debate commence on 27 October 2025 on 26 October 2026, a Monday as well
    shall hold its next session from 3 to 7 March 2025     from ___ to ___ 2026
    the letter dated 12 September 2024                     the letter dated ___

The phrases are the table of ``period_rules``. What stands in quotation marks is a title and stays.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from draftkit.assemble.leads import lead
from draftkit.model import Paragraph, Resolution
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.finders.period_rules import RULES, PeriodRule
from draftkit.roll.step import Step
from draftkit.tree import Section, walk
from draftkit.un import dates
from draftkit.un.openers import base
from draftkit.un.symbols import BLANK
from draftkit.un.wording import QUOTED

_TELLS = frozenset("Acknowledges Commends Congratulates Deplores Expresses Notes Recalls Regrets Takes Thanks Welcomes".split())
"""The first words of operative paragraphs that tell what was; all others ask, decide or look ahead."""
_LEAP_DAY = re.compile(r"29[ \u00a0]February[ \u00a0]$")
_BEFORE = 80
_WHOLE = ("blank", "weekday")
"""What the groups are called that stand for more than a year."""


@cache
def _compiled() -> tuple[tuple[PeriodRule, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple((rule, re.compile(rule.pattern), re.compile(rule.unless) if rule.unless else None) for rule in RULES)


def still(text: str, step: Step) -> Iterator[tuple[int, int, str]]:
    """The periods that no rule moved because the texts are too many or too few sessions apart, also those of years before.

    Each with its years a cadence on, where these all lie together.

    Example:
        >>> list(still("from 1 January to 31 December 2022;", step))
        [(0, 34, 'from 1 January to 31 December 2024')]
    """
    taken = {at for quote in QUOTED.finditer(text) for at in range(*quote.span())}
    for rule, pattern, _ in _compiled():
        low, high = rule.cadences
        if low <= step.cadence <= high:
            continue
        for match in pattern.finditer(text):
            years = [int(match[group]) for group in match.re.groupindex if group.startswith("year")]
            near = rule.years[0] - _AGO <= years[0] - step.year <= max(rule.years[1], step.cadence)
            if near and years[-1] - years[0] <= 1 and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield *match.span(), _YEAR.sub(lambda year: str(int(year[0]) + step.cadence), match[0])


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGO = 2
"""How many years before those that a rule moves a period may lie that is shown because it did not."""


def periods_of(resolution: Resolution, step: Step) -> Finder:
    """Move the years and periods that a rule is sure of."""
    asking = frozenset(_asking(resolution))

    def find(place: str, text: str) -> Iterator[Edit]:
        taken = {at for quote in QUOTED.finditer(text) for at in range(*quote.span())}
        for rule, pattern, unless in _compiled():
            low, high = rule.cadences
            if not low <= step.cadence <= high or (rule.asks and place not in asking):
                continue
            for match in pattern.finditer(text):
                if unless and unless.search(text[max(0, match.start() - _BEFORE) : match.start()].rstrip(" \u00a0")):
                    continue
                edits = _edits(rule, match, step)
                if taken.isdisjoint(at for edit in edits for at in range(edit.start, edit.end)):
                    taken.update(at for edit in edits for at in range(edit.start, edit.end))
                    yield from edits

    return find


def _edits(rule: PeriodRule, match: re.Match[str], step: Step) -> tuple[Edit, ...]:
    """The edits of one phrase; none where its year is out of reach, or where the day would not be in the new year."""
    found = {group: match[group] for group in match.re.groupindex if match[group]}
    named = [int(year) for group, year in found.items() if not group.startswith(_WHOLE)]
    first, last = rule.years
    if any(group.startswith(_WHOLE) for group in found):
        last = max(last, step.cadence)  # what is due may be due until the next text
    if not first <= named[0] - step.year <= last or named[-1] - named[0] > 1:
        return ()
    edits = []
    for group, old in found.items():
        if group.startswith("blank"):
            edits.append(Edit(*match.span(group), BLANK, rule.name))
        elif group == "weekday":
            edits.append(Edit(*match.span(group), _same_weekday(old, step.cadence), rule.name))
        elif group.startswith("year"):
            year = int(old) + step.cadence
            if _LEAP_DAY.search(match.string, 0, match.start(group)) and not isleap(year):
                return ()
            edits.append(Edit(*match.span(group), str(year), rule.name))
    return tuple(edits)


def _same_weekday(written: str, years: int) -> str:
    """The day of the same name that is nearest to a day's anniversary: what begins on a Monday begins on one again."""
    day = dates.parse(written)
    if day is None:
        return BLANK
    around = day + timedelta(weeks=52 * years - 1)
    weeks = [around + timedelta(weeks=count) for count in range(2 + years)]
    nearest = min(weeks, key=lambda other: abs((other - day).days - round(365.25 * years)))
    return dates.format(nearest)


def _asking(resolution: Resolution) -> Iterator[str]:
    """The operative paragraphs that ask, decide or look ahead, with their items."""
    found: set[str] = set()
    for place in walk(resolution):
        if place.section is not Section.OPERATIVE or not isinstance(place.block, Paragraph):
            continue
        opening = base(lead(place.block.content)).partition(" ")[0]
        if place.parent in found if place.parent and not opening else opening not in _TELLS:
            found.add(place.block.id)
            yield place.block.id
