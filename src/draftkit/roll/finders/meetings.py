"""Numbered meetings of the parties to a treaty: each has its own count (un-rules D11, I7).

    to convene the Twenty-second Meeting of the States Parties to the Convention      Twenty-third, if asked for
    the outcome of the Third Review Conference of the States Parties                  history: it stays

Example:
    >>> rolled = roll(resolution, session=81, also=frozenset({"meetings"}))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from draftkit.model import Resolution
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.finders.sessions import like
from draftkit.roll.step import Step
from draftkit.un import sessions
from draftkit.un.bodies import MEETINGS

_B = r"[ \u00a0]"
_AHEAD = re.compile(
    rf"\b(?:conven\w+|attend\w*|participat\w+|prepar\w+|services?|organiz\w+|host\w*|hold|held|before|prior{_B}to)\b[^;.]{{0,90}}{_B}the{_B}$"
)
_ASKED = re.compile(r"\b(?:[Rr]equests?|[Ii]nvites?|[Dd]ecides?|[Ee]ncourages?|[Cc]alls?[ \u00a0]upon|[Uu]rges?)\b")
_REACH = 900


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<ordinal>{sessions.ORDINAL}){_B}(?:annual{_B}|resumed{_B})?(?:Meeting|Conference){_B}of{_B}(?:the{_B})?"
        rf"(?:High{_B}Contracting{_B}|States{_B})?Parties\b",
        re.IGNORECASE,
    )


def meetings(text: str, step: Step) -> Iterator[tuple[int, int, int]]:
    """The ordinals of the meetings that a text asks somebody to hold or to attend: start, end and what number is next."""
    if "arties" not in text:
        return
    for match in _pattern().finditer(text):
        number = sessions.number(match["ordinal"])
        before = text[max(0, match.start() - _REACH) : match.start()]
        if number and _AHEAD.search(before) and _ASKED.search(before):
            yield *match.span("ordinal"), number + step.cadence


def meetings_of(_: Resolution, step: Step) -> Finder:
    """Move the numbers of meetings by the cadence, if they are asked for."""

    def find(_: str, text: str) -> Iterator[Edit]:
        if MEETINGS in step.also:
            for start, end, number in meetings(text, step):
                if number <= sessions.HIGHEST:
                    yield Edit(start, end, like(text[start:end], number), f"body/{MEETINGS}")

    return find
