"""Dates, years and figures of the old session that no rule moved, and what a date probably becomes.

In: the plain characters of a rolled paragraph. Out: spans ``(start, end, why, rule, offer)``, the offer "" where nobody can
say. An event that took place has no likely next value; a year that lay ahead, or names a report or a plan, has.

Example:
    >>> [span[3:] for span in dates_left("looking forward to the summit to be held in 2025;", (), step)]
    [('date/ahead', '2027')]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from draftkit.inline import MARK
from draftkit.roll.finders.periods import still
from draftkit.roll.step import Step
from draftkit.un import sessions
from draftkit.un.citations import find
from draftkit.un.dates import MONTH
from draftkit.un.symbols import BLANK

Left = tuple[int, int, str, str, str]
"""(start, end, why, rule, offer)"""

_B = r"[ \u00a0]"
_PERIOD = "a period that moves from text to text, but not by this step"
_DATE = "a date or year of the old session"
_WORDS = "words that were true when the old text was written"
_YEAR = re.compile(
    rf"(?P<before>(?:(?<!\d)\d{{1,2}}{_B})?(?:(?:{MONTH}){_B})?)(?<![\d/–-])(?P<year>(?:19|20)\d\d)(?![\d/])(?![–-]\d)(?!{_B}Agenda)"
)
_NAMES = re.compile(rf"\b(?:the|its|for|year|years|of|throughout|[Rr]eport|and|the{_B}end{_B}of){_B}$")
"""What stands before a year that names something, not before that of an event."""
_TIMELY = re.compile(
    rf"\b(?:recently(?!{_B}graduated)|forthcoming|upcoming|(?<!continue{_B})to{_B}be{_B}held{_B}(?:in|from|at|on)(?![^,;.]{{0,60}}(?:\d{{4}}|{BLANK}))|"
    rf"(?:for{_B}the{_B})?(?P<ordinal>{sessions.ORDINAL}){_B}(?:(?P<what>anniversary)\b(?:{_B}of\b)?|time{_B}(?:of|in)\b))"
)


def dates_left(text: str, new: Collection[int], step: Step) -> Iterator[Left]:
    """Dates and years of the old session, or between it and the coming one, that were not changed; words tied to them.

    ``new``: the places of what rules put in.
    """
    cited = {at for citation in find(text) for at in range(citation.start, citation.end)}
    periods = [period for period in still(text, step) if cited.isdisjoint(range(*period[:2]))]
    told = {at for start, end, _ in periods for at in range(start, end)}
    for start, end, offer in periods:
        yield start, end, _PERIOD, "date/period", offer
    known = {*told, *cited, *new}
    near = [match for match in _YEAR.finditer(text) if step.year <= int(match["year"]) <= step.year + step.cadence]
    left = [match for match in near if known.isdisjoint((match.start(), match.start("year")))]
    for match in left:
        ahead = int(match["year"]) > step.year
        offer = _offer(match, text, step, ahead)
        once = "" if offer and _is_there(match, text, new, left, step) else offer
        yield *match.span(), _DATE, "date/ahead" if ahead else "date/session", once
    for match in _TIMELY.finditer(text):
        yield *match.span(), _WORDS, "date/words", _next(match, text, cited, step)


def _offer(match: re.Match[str], text: str, step: Step, ahead: bool) -> str:
    """The likely next date: the year a cadence on, its day and month not known; "" for an event that took place."""
    if not ahead and (match["before"] or not _NAMES.search(text[: match.start()].replace(MARK, ""))):
        return ""
    return f"{BLANK} " * bool(match["before"]) + str(int(match["year"]) + step.cadence)


def _is_there(match: re.Match[str], text: str, new: Collection[int], left: Sequence[re.Match[str]], step: Step) -> bool:
    """Whether the year a cadence on stands in the same phrase and stays: two budgets compared must not become one."""
    year = str(int(match["year"]) + step.cadence)
    same = (other for other in _YEAR.finditer(text) if other["year"] == year and other.start("year") not in new)
    others = (other for other in same if not _PART.search(text, *_between(match, other)))
    moving = {other.start() for other in left if _offer(other, text, step, int(other["year"]) > step.year)}
    return any(other.start() not in moving for other in others)


def _between(one: re.Match[str], other: re.Match[str]) -> tuple[int, int]:
    return min(one.end(), other.end()), max(one.start(), other.start())


_PART = re.compile("[,;.:]")
_ANY_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b(?!/)")


def _next(match: re.Match[str], text: str, cited: Collection[int], step: Step) -> str:
    """The phrase with the ordinal that probably follows: anniversaries go by the cadence, "for the third time" by one.

    Where the sentence names a year the anniversary is that of this very year, or of the event.
    """
    number = sessions.number(match["ordinal"] or "")
    if number is None:
        return ""
    if match["what"] and _ANY_YEAR.search(_sentence(match, text, cited)):
        return ""
    later = number + (step.cadence if match["what"] else 1)
    return match[0].replace(match["ordinal"], sessions.ordinal(later)) if later <= sessions.HIGHEST else ""


def _sentence(match: re.Match[str], text: str, cited: Collection[int]) -> str:
    """The sentence about a phrase, without the dates of citations."""
    start = max((end.end() for end in _STOP.finditer(text, 0, match.start())), default=0)
    stop = _STOP.search(text, match.end())
    return "".join(text[at] for at in range(start, stop.start() if stop else len(text)) if at not in cited)


_STOP = re.compile(r"[;:.](?=\s|$)")

# --- Figures -------------------------------------------------------------------------------------------------------

_COUNT = r"\d{1,3}(?:,\d{3})*"
_FIGURE = re.compile(
    rf"\b(?:remains?|stands?|stood|increased|decreased|risen|rose|fallen|number{_B}of{_B}[\w ]{{3,60}}){_B}"
    rf"(?:at|to|is|was|by){_B}{_COUNT}\b(?![/.]\d)"
    rf"|(?<![\w/.,–-]){_COUNT}{_B}(?:(?!for\b)\w+{_B})?(?:States|parties|Parties|ratifications|accessions|submissions|recommendations|cases|"
    r"participants|reports|notifications|replies|Governments)\b(?! of December)"
)


def figures_left(text: str) -> Iterator[Left]:
    """Figures that a new report may change; the numbers of resolutions and documents are none."""
    cited = {at for citation in find(text) for at in range(citation.start, citation.end)}
    for match in _FIGURE.finditer(text):
        if cited.isdisjoint(range(*match.span())):
            yield *match.span(), "a figure that may have changed", "figure/count", ""
