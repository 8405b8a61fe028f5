"""Ordinals of sessions move by the cadence (un-rules D11, H): the General Assembly's, and those of other bodies on request.

    at its eightieth session                              at its eighty-first session
    at the sixty-fourth to seventy-ninth sessions         at the sixty-fourth to eightieth sessions
    Eightieth session of the General Assembly             Eighty-first session of the General Assembly
    the Commission, at its seventy-fifth session          the same, unless it is asked for

What lies ahead of the old text, or reaches up to it, moves: a session before it is history, and one after the coming
session has not come yet. The old session itself moves unless the text recalls what was done in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.inline import MARK
from draftkit.model import Resolution
from draftkit.roll.bodies import Mention, mentions, named
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.step import Step
from draftkit.un import sessions
from draftkit.un.bodies import Body, bodies

_B = r"[ \u00a0]"


def sessions_of(resolution: Resolution, step: Step) -> Finder:
    """Move the Assembly's sessions by the cadence, and those of the bodies in ``step.also`` by their own count."""
    known = named(resolution, step)

    def find(_: str, text: str) -> Iterator[Edit]:
        for mention in mentions(text, known):
            if mention.assembly or mention.shared:
                yield from _moved(mention, text, step)
            elif mention.body in step.also:
                yield from _counted(mention, text, step, bodies()[mention.body])

    return find


# --- The Assembly's ------------------------------------------------------------------------------------------------


def _moved(mention: Mention, text: str, step: Step) -> Iterator[Edit]:
    own = _own(mention, text, step)
    for number, start, end in mention.ordinals:
        if mention.range and (number, start, end) != mention.ordinals[-1]:
            continue
        if mention.shared and not step.session < number <= step.coming:
            continue
        if (not own and not _ahead(number, mention, step)) or number + step.cadence > sessions.HIGHEST:
            continue
        yield Edit(start, end, like(text[start:end], number + step.cadence), _rule(number, mention, own, step))


def _ahead(number: int, mention: Mention, step: Step) -> bool:
    """Whether a session lies ahead, or ends a range or begins a list that reaches ahead."""
    if mention.range or mention.ordinals[-1][0] > step.session:
        return step.session <= number <= step.coming
    return step.session < number <= step.coming


def _rule(number: int, mention: Mention, own: str, step: Step) -> str:
    if own:
        return own
    if mention.range:
        return "session/range"
    return "session/next" if number > step.session else "session/during"


_DURING = re.compile(rf"\bduring{_B}(?:the|its){_B}$")
_RECALLED = re.compile(r"(?:\w+ )?(?:Recall|Reaffirm|Reiterat)", re.IGNORECASE)
_PUT_ON = re.compile(rf"\bdecided{_B}to{_B}include[^;.]{{0,60}}\bagenda{_B}of{_B}its{_B}$")
_PAST = re.compile(
    rf"\b(?:(?:starting|beginning|since|as{_B}from|as{_B}of)\b|adopted|convened|held|launched|established|organized|decided|"
    rf"approved|endorsed|said|requested)\b[^,;]{{0,60}}$|\bresumed{_B}$"
)
_DATED = re.compile(rf",?{MARK}*{_B}(?:held|on{_B}\d|in{_B}(?:[A-Z]|\d))")


def _own(mention: Mention, text: str, step: Step) -> str:
    """The rule by which a mention of the old session moves: "" if it recalls what was done in that session, or is none."""
    numbers = [number for number, _, _ in mention.ordinals]
    if mention.range or mention.shared or numbers[-1] != step.session:
        return ""
    before = text[max(0, mention.start - 160) : mention.start]
    if mention.start == 0 or _DURING.search(before):
        return "session/during" if len(numbers) == 1 else ""
    if _PUT_ON.search(before):
        return "session/own" if len(numbers) == 1 else ""
    if numbers != list(range(step.session - len(numbers) + 1, step.session + 1)) or _RECALLED.match(text):
        return ""
    if len(numbers) > 1:
        return "session/span" if len(numbers) == step.cadence else ""
    return "" if _PAST.search(before) or _DATED.match(text, mention.end) else "session/own"


# --- Other bodies' -------------------------------------------------------------------------------------------------

_REPORTED = re.compile(rf"\b(?:work{_B}of|report\w*[^,;.]{{0,140}}{_B}on|accomplished{_B}at){_B}(?:its|their|the){_B}$")
_DETAILED = re.compile(rf",?{MARK}*{_B}(?:(?:in{_B})?which\b|held\b|on{_B}\d|in{_B}\d)")
_RECITAL = re.compile(r"(?:\w+ )?\w+ing\b")
_ASKED = re.compile(
    r"\b(?:[Rr]equest|[Dd]ecide|[Ii]nvite|[Ee]ncourage|[Aa]gree|[Uu]rge|[Cc]all)s?\b|\breport(?:s|ing)?(?: thereon)? to\b"
)


def _counted(mention: Mention, text: str, step: Step, body: Body) -> Iterator[Edit]:
    """Move a body's sessions to those of the coming text: the one it reports on, and those it looks forward to."""
    for number, start, end in mention.ordinals:
        if mention.range and (number, start, end) != mention.ordinals[-1]:
            continue
        if (to := body.ahead(number, step.cadence)) and is_current(mention, number, text, step, body) and to <= sessions.HIGHEST:
            yield Edit(start, end, like(text[start:end], to), f"body/{body.key}")


def is_current(mention: Mention, number: int, text: str, step: Step, body: Body) -> bool:
    """Whether a body's session is the one that a text reports on, or lies between the old text and the coming one."""
    year, before = body.year(number), text[: mention.start]
    if _DETAILED.match(text, mention.end):
        return False
    if step.year < year <= step.year + step.cadence and not _RECITAL.match(text) and _ASKED.search(before):
        return True
    return step.year <= year <= step.year + 1 and bool(mention.range or _REPORTED.search(before[-200:]))


def like(old: str, number: int) -> str:
    """The ordinal of a number with the capitals and the hyphen of the one it replaces."""
    new = sessions.ordinal(number)
    if "\u2011" in old:
        new = new.replace("-", "\u2011")
    return sessions.capitalize(new) if old[:1].isupper() else new
