"""Dates, years and figures of the old session that no rule moved, and what a date probably becomes.

In: the plain characters of a rolled paragraph. Out: spans ``(start, end, why, rule, offer)``, the offer "" where nobody can
say. An event that took place has no likely next value; a year that lay ahead, or names a report or a plan, has.

Example:
    >>> [span[3:] for span in dates_left("looking forward to the summit to be held in 2025;", frozenset(), step)]
    [('date/ahead', '2027')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.roll.edits import MARK
from draftkit.roll.step import Step
from draftkit.un import sessions
from draftkit.un.citations import find
from draftkit.un.dates import MONTH
from draftkit.un.symbols import BLANK

Left = tuple[int, int, str, str, str]
"""(start, end, why, rule, offer)"""

_B = r"[ \u00a0]"
_DATE = "a date or year of the old session"
_WORDS = "words that were true when the old text was written"
_YEAR = re.compile(
    rf"(?P<before>(?:(?<!\d)\d{{1,2}}{_B})?(?:(?:{MONTH}){_B})?)(?<![\d/–-])(?P<year>(?:19|20)\d\d)(?![\d/])(?![–-]\d)(?!{_B}Agenda)"
)
_NAMES = re.compile(rf"\b(?:the|its|for|year|years|of|throughout|[Rr]eport|and|the{_B}end{_B}of){_B}$")
"""What stands before a year that names something, not before that of an event."""
_TIMELY = re.compile(
    rf"\b(?:recently|forthcoming|upcoming|to{_B}be{_B}held{_B}(?:in|from|at|on)(?![^,;.]{{0,60}}(?:\d{{4}}|{BLANK}))|"
    rf"(?:for{_B}the{_B})?(?P<ordinal>[a-z\u2011-]+){_B}(?P<what>anniversary|time){_B}(?:of|in)\b)"
    r"(?<!the time of)(?<!the time in)"
)


def dates_left(text: str, fresh: frozenset[str], step: Step) -> Iterator[Left]:
    """Dates and years of the old session, or between it and the coming one, that were not changed; words tied to them."""
    cited = {at for citation in find(text) for at in range(citation.start, citation.end)}
    for match in _YEAR.finditer(text):
        near = step.year <= int(match["year"]) <= step.year + step.cadence
        if near and match["year"] not in fresh and match.start() not in cited:
            ahead = int(match["year"]) > step.year
            yield *match.span(), _DATE, "date/ahead" if ahead else "date/session", _offer(match, text, step, ahead)
    for match in _TIMELY.finditer(text):
        yield *match.span(), _WORDS, "date/words", _next(match, step)


def _offer(match: re.Match[str], text: str, step: Step, ahead: bool) -> str:
    """The likely next date: the year a cadence on, its day and month not known; "" for an event that took place."""
    if not ahead and (match["before"] or not _NAMES.search(text[: match.start()].replace(MARK, ""))):
        return ""
    return f"{BLANK} " * bool(match["before"]) + str(int(match["year"]) + step.cadence)


def _next(match: re.Match[str], step: Step) -> str:
    """The phrase with the ordinal that probably follows: anniversaries go by the cadence, "for the third time" by one."""
    number = sessions.number(match["ordinal"] or "")
    if number is None:
        return ""
    later = number + (step.cadence if match["what"] == "anniversary" else 1)
    return match[0].replace(match["ordinal"], sessions.ordinal(later)) if later <= sessions.HIGHEST else ""


# --- Figures -------------------------------------------------------------------------------------------------------

_COUNT = r"\d{1,3}(?:,\d{3})*"
_FIGURE = re.compile(
    rf"\b(?:remains?|stands?|stood|increased|decreased|risen|rose|fallen|number{_B}of{_B}[\w ]{{3,60}}){_B}"
    rf"(?:at|to|is|was|by){_B}{_COUNT}\b(?![/.]\d)"
    rf"|\b{_COUNT}{_B}(?:\w+{_B})?(?:States|parties|Parties|ratifications|accessions|submissions|recommendations|cases|"
    r"participants|reports|notifications|replies|Governments)\b(?! of December)"
)


def figures_left(text: str) -> Iterator[Left]:
    """Figures that a new report may change."""
    for match in _FIGURE.finditer(text):
        yield *match.span(), "a figure that may have changed", "figure/count", ""
