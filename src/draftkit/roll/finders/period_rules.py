"""The phrases in which a year or a period moves with the cadence, or a date becomes a blank (un-rules I5): a table.

A phrase is a pattern with groups. Those named ``year...`` move by the cadence, those named ``blank...`` become blanks, and
``weekday`` becomes the same day of the week nearest to the anniversary. ``years`` says which the first may be, counted from
the year in which the old session opened. So years of plans and targets ("by 2030", "2021–2030") and of history never match,
whatever phrase they stand in.

Example:
    >>> RULES[0].name, RULES[0].years
    ('period/year-long', (-1, 2))
"""

from __future__ import annotations

from dataclasses import dataclass

from draftkit.un.dates import MONTH

B = r"[ \u00a0]"
_DAY = rf"\d{{1,2}}{B}(?:{MONTH})"
_YEAR = rf"(?P<year>(?:19|20)\d\d)(?![\d–/-]|{B}(?:to|and|or){B}\d)"
_FIXED = (
    rf"(?:1{B}(?:{MONTH})|31{B}(?:January|March|May|July|August|October|December)|"
    rf"30{B}(?:April|June|September|November)|28{B}February)"
)
"""The first or last day of a month: a day that is set, the same every time. Any other day is found anew each time."""

EVER = 99
"""No highest cadence."""


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A phrase and when it moves.

    Attributes:
        years: which ``year`` may be, from the opening year of the old session.
        cadences: the lowest and the highest cadence for which it is sure.
        asks: only in operative paragraphs that ask, decide or look ahead, not in those that tell what was.
        unless: what may not stand in the 80 characters before it.
    """

    name: str
    pattern: str
    years: tuple[int, int]
    cadences: tuple[int, int] = (1, EVER)
    asks: bool = False
    unless: str = ""


_YEARLY = (1, 1)
_MARK = "\ufffc?"
"""A footnote that may be called there."""
_BODY = rf"(?:Economic{B}and{B}Social{B}Council|high-level{B}political){B}"
_SHALL = rf"\bshall{B}(?:be{B}held|be{B}convened|hold|meet|convene)\b(?:(?!from{B}\d{{1,2}}{B})[^;.]){{0,120}}?"
_SPAN = rf"from{B}(?P<blank>{_DAY}){B}to{B}(?P<blank_until>{_DAY})"
_MORE = rf"(?:{B}and{B}from{B}(?P<blank_more>{_DAY}){B}to{B}(?P<blank_end>{_DAY}))?"
_LATER = (
    rf"(?:(?:,{B}[^;.]{{1,160}}?,|,)?{B}and{B}from{B}(?P<blank_then>{_DAY}){B}to{B}(?P<blank_last>{_DAY}){B}(?P<year_then>\d{{4}}))?"
    rf"(?![^;.]*{B}from{B}{_DAY}{B}to{B}{_DAY})"
)
"""A second span with a year of its own, perhaps after what is said of the first; all the spans of a sentence move, or none."""
_DONE = r"(?:undertaken|conducted|carried out|continued|implemented|activities|awarded)"

RULES: tuple[PeriodRule, ...] = (
    PeriodRule(
        "period/year-long", rf"\bfrom{B}{_DAY}{B}(?P<year>\d{{4}}){B}to{B}{_DAY}{B}(?P<year_until>\d{{4}})", (-1, 2), _YEARLY
    ),
    PeriodRule("period/whole-year", rf"\bfrom{B}1{B}January{B}to{B}31{B}December{B}{_YEAR}", (-2, 1), _YEARLY),
    PeriodRule("period/covering", rf"\bcovering{B}the{B}period{B}from{B}{_DAY}{B}to{B}{_DAY}{B}{_YEAR}", (-1, 1), _YEARLY),
    PeriodRule("period/year-ended", rf"\b(?:year|financial{B}period){B}ended{B}{_FIXED}{B}{_YEAR}", (-2, 0)),
    PeriodRule("period/as-at", rf"(?<!that){B}as{B}at{B}{_FIXED}{B}{_YEAR}", (-1, 0), unless=r"that,?$"),
    PeriodRule(
        "period/for-year",
        rf"(?<=[\w,])(?<!beginning with the programme budget){B}(?:for|in{B}respect{B}of|compared{B}with){B}{_YEAR}",
        (-1, 2),
    ),
    PeriodRule(
        "period/two-years",
        rf"\b(?:for|its|the{B}years){B}(?P<year>(?:19|20)\d\d){_MARK}{B}and{B}(?P<year_until>(?:19|20)\d\d)\b(?![–/-])",
        (-2, 2),
        (2, 2),
    ),
    PeriodRule("period/session-in", rf"\bsessions?{B}(?:held{B})?(?:in|of){B}{_YEAR}", (0, 1)),
    PeriodRule("period/year", rf"\bthe{B}(?:financial{B})?year{B}{_YEAR}", (0, 2), unless=r"\bby$"),
    PeriodRule(
        "period/session-of", rf"\b(?:its|the){B}(?:substantive{B})?{_YEAR}(?={B}sessions?\b)", (0, 1), unless="theme for$"
    ),
    PeriodRule("period/forum-of", rf"\bthe{B}{_YEAR}(?={B}(?:{_BODY}|)forum\b|{B}report{B}of\b)", (0, 1)),
    PeriodRule("period/noted-of", rf"^(?:Taking|Takes){B}note{B}of{B}the{B}{_YEAR}", (0, 0)),
    PeriodRule("period/plan-of", rf"\bthe{B}{_YEAR}(?=(?:{B}[a-z-]+){{0,3}}{B}(?:plan|appeal)\b)", (0, 1)),
    PeriodRule("period/during-year", rf"\bduring{B}{_YEAR}", (0, 0)),
    PeriodRule("period/work-of-year", rf"\b{_DONE}\b[^;,.]{{0,90}}{B}in{B}{_YEAR}", (0, 0)),
    PeriodRule(
        "period/part-of-year", rf"\b(?:(?:first|second){B}(?:half|part)|end|beginning|middle){B}of{B}{_YEAR}", (0, 2), asks=True
    ),
    PeriodRule("period/in-year", rf"\bin{B}{_YEAR}", (1, 1), asks=True, unless=r"anniversary\b.*|\bend(?:s|ing)?$|entitled\b.*"),
    PeriodRule("period/session-month", rf"\bsession,[^;.]{{0,40}}{B}in{B}(?P<blank>{MONTH}){B}{_YEAR}", (1, 1), asks=True),
    PeriodRule("period/session-days", rf"{_SHALL}{_SPAN}{_MORE}{B}{_YEAR}{_LATER}", (1, 1)),
    PeriodRule("period/no-later-than", rf"\bno{B}later{B}than{B}{_FIXED}{B}{_YEAR}", (1, 1)),
    PeriodRule("period/commences", rf"\bcommenc(?:e|es|ing){B}on{B}(?P<weekday>{_DAY}{B}(?P<of>(?:19|20)\d\d))", (1, 1)),
    PeriodRule(
        "period/deadline",
        rf"\b(?:before|by|no{B}later{B}than){B}(?P<blank>{_DAY}{B}(?P<of>(?:19|20)\d\d))",
        (1, 1),
        asks=True,
    ),
    PeriodRule(
        "period/report-dated",
        rf"\b(?:Taking|Takes){B}note\b[^;.]{{0,60}}\breport{B}of{B}(?:the{B}[\w-]+{B}of{B})?{_FIXED}{B}{_YEAR}",
        (0, 0),
        _YEARLY,
    ),
    PeriodRule(
        "period/latest", rf"\b(?P<blank>{_DAY}{B}(?P<of>(?:19|20)\d\d)){B}on{B}the{B}(?:most{B}recent|latest)\b", (-1, 0)
    ),
    PeriodRule("period/letter", rf"\bletters?{B}dated{B}(?P<blank>{_DAY}{B}(?P<of>(?:19|20)\d\d))", (0, 1)),
)
"""Every rule, the surest first: a place that one has taken is not looked at by the next."""
