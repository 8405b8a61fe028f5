"""When a text comes back: the session that its agenda clause names, its report clauses, and the series it belongs to.

    in the provisional agenda of its eighty-first session                 agenda 81
    to submit to the General Assembly at its eighty-first session a report    report 81
    the register has 75/139, 77/108 and 79/124 of that title              series 81 (un-rules C5, C6, H)

Example:
    >>> expected(resolution).session, expected(resolution).findings(82)[0].text
    (81, 'eighty-first session')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from draftkit.inline import flat, plain
from draftkit.model import Resolution
from draftkit.roll.bodies import Mention, mentions
from draftkit.roll.lineage import session_of
from draftkit.roll.looks.look import Look
from draftkit.tree import contents
from draftkit.un import register
from draftkit.un.series import usual
from draftkit.un.sessions import HIGHEST, ordinal

_B = r"[ \u00a0]"
_ON_AGENDA = re.compile(rf"\bagenda{_B}of{_B}its{_B}$")
_TAKEN_UP = re.compile(
    rf"\b[Dd]ecides{_B}(?:also{_B})?to{_B}(?:\w+{_B}){{0,3}}?(?:revert|return|continue|consider|resume|review|keep|convene|hold)"
    rf"\b[^;]{{0,160}}{_B}at{_B}(?:its|the){_B}$"
)
_REPORTED = re.compile(
    rf"\b(?:report|submit|inform|update|present)\w*\b[^;]{{0,250}}{_B}(?:at|to|by|before|during){_B}(?:its|the){_B}$"
)
_NEAR, _REACH = 350, 1500
"""So many characters before a session are read for what is to happen at it, and for who is asked to do it."""
_ASKS = re.compile(r"\b(?:[Rr]equests?|[Ii]nvites?|[Dd]ecides?|[Ee]ncourages?|[Cc]alls? upon)\b")


@dataclass(frozen=True, slots=True)
class Cadence:
    """The coming session that each of the three says, ``None`` where it says nothing; ``paragraphs``: where the clauses stand."""

    old: int
    agenda: int | None = None
    report: int | None = None
    series: int | None = None
    agenda_at: str = ""
    report_at: str = ""

    @property
    def session(self) -> int | None:
        """The coming session: the agenda clause says it best, then the report clauses, then the series."""
        return self.agenda or self.report or self.series

    def findings(self, chosen: int) -> tuple[Look, ...]:
        """Where one of the three says another session than the one to which the text is rolled."""
        return tuple(self._findings(chosen))

    def _findings(self, chosen: int) -> Iterator[Look]:
        told = f"the text is rolled to the {ordinal(chosen)}"
        for place, what, said in (
            (self.agenda_at, "the agenda clause names", self.agenda),
            (self.report_at, "the report is asked for at", self.report),
        ):
            if said and said != chosen:
                named = ordinal(said)
                yield Look(place, f"{what} the {named} session; {told}", f"{named} session", "cadence")
        if self.series and self.series != chosen:
            named = ordinal(self.series)
            yield Look("title", f"{self._returns}: the {named}; {told}", f"{named} session", "cadence")

    @property
    def _returns(self) -> str:
        step = (self.series or self.old) - self.old
        return "the series returns every session" if step == 1 else f"the series returns every {_COUNT.get(step, step)} sessions"


_COUNT = {2: "two", 3: "three", 4: "four", 5: "five"}


def expected(resolution: Resolution) -> Cadence:
    """The session to which a text comes back, from its own words and from the register."""
    old = resolution.masthead.session
    agenda: list[tuple[int, str]] = []
    taken_up: list[tuple[int, str]] = []
    report: list[tuple[int, str]] = []
    for place, content in contents(resolution):
        text = flat(content)
        for mention in mentions(text):
            if not (number := _ahead(mention, old)):
                continue
            before = text[max(0, mention.start - _REACH) : mention.start]
            near = before[-_NEAR:]
            if _ON_AGENDA.search(near):
                agenda.append((number, place))
            elif _TAKEN_UP.search(near):
                taken_up.append((number, place))
            elif _REPORTED.search(near) and _ASKS.search(before):
                report.append((number, place))
    on_agenda, agenda_at = (agenda or taken_up)[-1] if agenda or taken_up else (None, "")
    asked, report_at = _commonest(report)
    return Cadence(old, on_agenda, asked, _series(resolution, old), agenda_at, report_at)


def _ahead(mention: Mention, old: int) -> int | None:
    """The session that a mention names, if it is one of the Assembly's ahead; the last of several."""
    number = mention.ordinals[-1][0]
    return number if mention.assembly and old < number <= old + 10 else None


def _commonest(asked: list[tuple[int, str]]) -> tuple[int | None, str]:
    """The session named most often, the later of two that are named alike, and the place of its last mention."""
    if not asked:
        return None, ""
    counts = Counter(number for number, _ in asked)
    best = max(counts, key=lambda number: (counts[number], number))
    return best, [place for number, place in asked if number == best][-1]


def _series(resolution: Resolution, old: int) -> int | None:
    """The session after the old one, by the steps between the members of the series up to it."""
    members = {session_of(number) for number in register.series(plain(resolution.title))}
    upto = sorted({old, *(session for session in members if 0 < session < old)})
    coming = old + usual([later - earlier for earlier, later in pairwise(upto)]) if len(upto) > 1 else HIGHEST + 1
    return coming if coming <= HIGHEST else None
