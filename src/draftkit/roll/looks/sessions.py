"""Sessions that no rule moved and a person should look at, with the ordinal that they probably become (un-rules D11, I7).

    its work at the eighty-fifth session                  a session of the Assembly after the coming one
    the Commission, at its seventy-sixth session          another body's: the seventy-seventh, by its own count
    to convene the thirty-fifth Meeting of States Parties the thirty-sixth

A body that is not known is taken to meet once a year; what a text only recalls is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from draftkit.roll.bodies import Mention, Named, mentions
from draftkit.roll.finders.meetings import meetings
from draftkit.roll.finders.sessions import is_current, like
from draftkit.un.bodies import Body, bodies
from draftkit.un.sessions import HIGHEST

Left = tuple[int, int, str, str, str]
"""Start, end, why, rule, offer."""

_B = r"[ \u00a0]"
_CURRENT = re.compile(
    rf"(?:\b(?:first|second|main|resumed){_B}part{_B}of{_B}(?:its|the)|\b(?:on|during|of){_B}(?:the{_B}work{_B}of{_B})?(?:its|their)|\bnext|\b(?:at|for|to|by){_B}(?:its|their|the)){_B}$"
)
"""What stands before a session that a text reports on or looks forward to."""


def sessions_left(place: str, text: str, new: Collection[int], known: Named) -> Iterator[Left]:
    """The sessions in a rolled text that no rule changed; ``new``: the places of what rules put in."""
    for mention in mentions(text, known):
        if any(start in new for _, start, _ in mention.ordinals):
            continue
        if mention.assembly:
            yield from _assembly(place, text, mention, known)
        else:
            yield from _other(text, mention, known)
    for start, end, number in meetings(text, known.step):
        if start not in new:
            yield start, end, "a numbered meeting: it has its own count", "body/meeting", _offer(text, start, end, number, known)


def _assembly(place: str, text: str, mention: Mention, known: Named) -> Iterator[Left]:
    last, start, end = mention.ordinals[-1]
    ahead = last > known.step.coming
    if ahead or place == "title" or last == known.step.session:
        offer = _offer(text, start, end, last + known.step.cadence, known) if ahead or place == "title" else ""
        yield mention.start, mention.end, "a session of the Assembly that may have to move", "session/assembly", offer


def _other(text: str, mention: Mention, known: Named) -> Iterator[Left]:
    last, start, end = mention.ordinals[-1]
    body = bodies().get(mention.body)
    if body and not (is_current(mention, last, text, known.step, body) or _near(body, last, text, mention, known)):
        return
    if not body and not _CURRENT.search(text[max(0, mention.start - 60) : mention.start]):
        return
    far = body and body.year(last) > known.step.year + known.step.cadence + 1  # planned once, and nobody can say what is next
    to = 0 if far else _next(last, mention, known)
    whose = f"a session of the {body.name}" if body else "another body's session"
    offer = _offer(text, start, end, to, known) if to else ""
    yield mention.start, mention.end, f"{whose}: it has its own count", "body/session", offer


def titled(title: str, known: Named) -> Iterator[Left]:
    """The sessions that the title of an agenda item names: that of a body's yearly report, or a past one of the Assembly."""
    for mention in mentions(title, known):
        last, start, end = mention.ordinals[-1]
        one = len(mention.ordinals) == 1
        to = last + known.step.cadence if mention.assembly else _next(last, mention, known)
        rule = "session/assembly" if mention.assembly else "body/session"
        offer = _offer(title, start, end, to, known) if one and to else ""
        yield mention.start, mention.end, "the agenda item is named by a session that may have to move", rule, offer


def _next(number: int, mention: Mention, known: Named) -> int:
    """The session of another body a cadence on; 0 if none falls just then."""
    body = bodies().get(mention.body)
    return (body.ahead(number, known.step.cadence) or 0) if body else number + known.step.cadence


def _near(body: Body, number: int, text: str, mention: Mention, known: Named) -> bool:
    """Whether a session is so near to the one reported on that a postponed session may account for it, or lies ahead of it."""
    near = body.year(number) - known.step.year >= -1
    return near and bool(_CURRENT.search(text[max(0, mention.start - 60) : mention.start]))


def _offer(text: str, start: int, end: int, number: int, known: Named) -> str:
    return like(text[start:end], number) if 0 < number <= HIGHEST else ""
