"""Ordinals of sessions of the General Assembly move by the cadence (un-rules D11, H); those of other bodies stay.

    at its eightieth session                              at its eighty-first session
    at the sixty-fourth to seventy-ninth sessions         at the sixty-fourth to eightieth sessions
    Eightieth session of the General Assembly             Eighty-first session of the General Assembly
    the Commission, at its seventy-fifth session          the same

Only what lies ahead of the old text, or reaches up to it, moves: a session before it is history, and one after the
coming session has not come yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from draftkit.model import Changes, Resolution
from draftkit.roll.edits import Edit, rewrite
from draftkit.roll.step import Step
from draftkit.un import sessions

RULE = "session"
_B = r"[ \u00a0]"


@dataclass(frozen=True, slots=True)
class Mention:
    """Ordinals before "session" or "sessions" in a text, each with its place; ``range``: from the first to the last.

    ``assembly``: whether they are sessions of the General Assembly.
    """

    ordinals: tuple[tuple[int, int, int], ...]  # (number, start, end)
    start: int
    end: int
    range: bool
    assembly: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ordinal = re.compile(rf"\b{sessions.ORDINAL}\b", re.IGNORECASE)
    joined = rf"{sessions.ORDINAL}(?:(?:,|,?{_B}and|{_B}to|{_B}or){_B}{sessions.ORDINAL}){{0,5}}"
    words = rf"(?:{_B}(?:regular|substantive|annual|resumed|main|special|emergency|plenary)){{0,3}}"
    return ordinal, re.compile(rf"\b{joined}{words}{_B}sessions?\b", re.IGNORECASE)


def mentions(text: str) -> Iterator[Mention]:
    """The mentions of numbered sessions in a text, in order."""
    ordinal, group = _patterns()
    for match in group.finditer(text):
        if re.search(r"\b(?:special|emergency)\b", match[0]):
            continue
        found = []
        for word in ordinal.finditer(match[0]):
            number = sessions.number(word[0])
            if number is not None:
                found.append((number, match.start() + word.start(), match.start() + word.end()))
        between = bool(re.search(rf"{_B}to{_B}", match[0]))
        yield Mention(tuple(found), match.start(), match.end(), between, _of_assembly(text, match.start(), match.end()))


# --- Whose session it is -------------------------------------------------------------------------------------------

_ASSEMBLY = r"(?:General )?Assembly\b(?! of )"
_MAIN = r"(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Main|Decolonization) Committees?\b)"
"""The Main Committees: their sessions are the Assembly's."""
_ORGAN = re.compile(
    rf"(?P<assembly>{_ASSEMBLY}|{_MAIN})|\b(?:Commission|[Cc]ommittee|Council|Conference|Congress|Meeting|Working Group|"
    r"Board|Bureau|Subcommittee|Forum|Agency|Authority|Tribunal|Parties|Body|Panel|Group of Experts|Governing|"
    r"Organization|Union|Mechanism)\b"
    r"(?! on Contributions to| report)"
)
_OF = re.compile(rf"\s*of{_B}(?:the{_B})?(?P<assembly>{_ASSEMBLY}|{_MAIN})")
_OF_OTHER = re.compile(rf"\s*of{_B}(?:the|its){_B}(?!item|agenda|present)")
_AGENDA = re.compile(rf"\bagenda{_B}(?:of|for){_B}(?:its|the){_B}$")
_REACH = 1500
"""How many characters before a session are read for the body whose it is."""
_SENTENCE = re.compile(r"[;:.]\s")


def _of_assembly(text: str, start: int, end: int) -> bool:
    """Whether the session from ``start`` to ``end`` is the Assembly's: said after it, or the body named last before it."""
    if _OF.match(text, end):
        return True
    if _OF_OTHER.match(text, end):
        return False
    before = text[max(0, start - _REACH) : start]
    if _AGENDA.search(before):
        return True
    sentence = _SENTENCE.split(before)[-1]
    organs = list(_ORGAN.finditer(sentence))
    return not organs or organs[-1]["assembly"] is not None


# --- What moves ----------------------------------------------------------------------------------------------------


def roll_sessions(resolution: Resolution, step: Step) -> tuple[Resolution, Changes]:
    """Move the Assembly's sessions by the cadence."""

    def find(_: str, text: str) -> Iterator[Edit]:
        for mention in mentions(text):
            if mention.assembly:
                yield from _moved(mention, text, step)

    return rewrite(resolution, RULE, find)


def _moved(mention: Mention, text: str, step: Step) -> Iterator[Edit]:
    last = mention.ordinals[-1][0]
    for number, start, end in mention.ordinals:
        if mention.range and (number, start, end) != mention.ordinals[-1]:
            continue
        if not step.session <= number <= step.coming:
            continue
        if number == step.session and not mention.range and last == number and not _reaches_up(text, mention, start):
            continue
        yield Edit(start, end, like(text[start:end], number + step.cadence), 0.95)


_DURING = re.compile(rf"\bduring{_B}(?:the|its){_B}$")


def _reaches_up(text: str, mention: Mention, start: int) -> bool:
    """Whether a mention of the old session itself tells of the period under review, not of an event in it."""
    if start == 0 or _DURING.search(text[max(0, start - 20) : start]):
        return len(mention.ordinals) == 1
    return False


def like(old: str, number: int) -> str:
    """The ordinal of a number with the capitals and the hyphen of the one it replaces."""
    new = sessions.ordinal(number)
    if "\u2011" in old:
        new = new.replace("-", "\u2011")
    return sessions.capitalize(new) if old[:1].isupper() else new
