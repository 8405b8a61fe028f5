"""Footnotes that name a report of the old session name one of the coming session, its number left blank (un-rules E8).

    A/79/143.                                           A/81/___.
    A/79/143 and A/79/143/Add.1.                        A/81/___.
    A/79/975-E/2025/82.                                 A/81/___-E/2027/___.
    Official Records of the General Assembly,           Official Records of the General Assembly,
    Seventy-ninth Session, Supplement No. 33 (A/79/33). Eighty-first Session, Supplement No. 33 (A/81/33).

A note that says more than that (a list over several sessions, a chapter, an annex) is left for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.model import Changes, Resolution
from draftkit.roll.edits import Edit, rewrite
from draftkit.roll.sessions import like
from draftkit.roll.step import Step
from draftkit.un import sessions
from draftkit.un.symbols import BLANK

RULE = "report"
_MODIFIER = r"(?:/(?:Add|Rev|Corr)\.\d+)*"
_JOINED = r"(?:, | and )"
_OWN_SERIES = frozenset({"3", "53", "53A"})
"""Supplements cited for the resolutions and declarations printed in them: they stay (Economic and Social Council, Human
Rights Council)."""


def roll_reports(resolution: Resolution, step: Step) -> tuple[Resolution, Changes]:
    """Roll the symbols of reports in footnotes."""
    bare = re.compile(
        rf"(?P<first>A/{step.session}/\d+){_MODIFIER}(?P<second>[-\u2010\u2011\u2013\u2014]E/(?P<year>\d{{4}})/\d+{_MODIFIER})?"
        rf"(?:{_JOINED}(?:(?P=first)/)?(?:Add|Corr|Rev)\.\d+)*(?P<period>\.?)"
    )
    supplement = re.compile(
        rf"(?:Official Records of the General Assembly|Ibid\.), (?:(?P<session>{sessions.ORDINAL}) Session, )?"
        rf"Supplement No\. (?P<number>\w+) \(A/(?P<symbol>{step.session})/\w+{_MODIFIER}\)\.?",
        re.IGNORECASE,
    )

    def find(place: str, text: str) -> Iterator[Edit]:
        if not place.startswith("note "):
            return
        spaced = text.replace("\u00a0", " ")
        if match := bare.fullmatch(spaced):
            second = f"-E/{int(match['year']) + step.cadence}/{BLANK}" if match["second"] else ""
            yield Edit(0, match.start("period"), f"A/{step.coming}/{BLANK}{second}", 0.95)
        elif match := supplement.fullmatch(spaced):
            yield from _supplement(match, spaced, step)

    return rewrite(resolution, RULE, find, notes=True)


def _supplement(match: re.Match[str], text: str, step: Step) -> Iterator[Edit]:
    session = match["session"]
    if match["number"] in _OWN_SERIES or (session and sessions.number(session) != step.session):
        return
    if session:
        yield Edit(*match.span("session"), like(session, step.coming), 0.95)
    yield Edit(*match.span("symbol"), str(step.coming), 0.95)
