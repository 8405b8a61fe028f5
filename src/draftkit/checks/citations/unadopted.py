"""unadopted: a resolution that is cited has been adopted (un-rules D6, D10)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from draftkit.assemble.mentions import unquoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un import register
from draftkit.un.citations import find
from draftkit.un.register.record import loosened
from draftkit.un.whose import is_assemblys

_NUMBER = re.compile(r"(?P<session>\d{2,3})/(?P<number>\d{1,3})\b")
_FIRST_IN_FULL = 74
"""The first session whose every resolution is in the register."""
_INVENTED = 901
"""No session came near this number: from here on numbers are those of examples and of courses."""


@rule("DK410", "D6", Severity.WARNING)
def unadopted(subject: Subject) -> Iterator[Finding]:
    """A resolution that is cited is one that the Assembly has adopted (un-rules D6).

    Found, in texts of the Assembly, are numbers of a session later than that of the text, and numbers above the last one of a
    session that is over, from the seventy-fourth on. Texts that may be of other bodies, decisions, and numbers from 901 on, as
    examples have them, are left alone.
    """
    own = subject.resolution.masthead.session
    if not subject.is_assemblys:
        return  # "its resolution" is another organ's, and so is the session
    for passage in subject.texts:
        text = passage.flat
        if "esolution" not in text:
            continue
        for citation in find(unquoted(text)):
            match = _NUMBER.match(citation.number)
            if not match or not (why := _why_not(int(match["session"]), int(match["number"]), own)):
                continue
            number = loosened(citation.number)
            if is_assemblys(text, citation.start):
                words, _ = once(text, citation.start, citation.start + len(citation.number))
                message = f"{subject.names[passage.owner]} cites resolution {number}, {why}"
                yield Finding("unadopted", Severity.WARNING, message, passage.owner, "correct the number", words=words)


def _why_not(session: int, number: int, own: int) -> str:
    """Why there can be no such resolution, "" if there can be."""
    if number >= _INVENTED:
        return ""
    if own and session > own:
        return f"but the text is of session {own}"
    last = _lasts().get(session, 0)
    return f"but the last of that session is {session}/{last}" if last and number > last else ""


def _lasts() -> Mapping[int, int]:
    """The last number of each session that is over and is in the register in full."""
    return _of(tuple(register.own()))


@lru_cache(maxsize=2)
def _of(_own: tuple[str, ...]) -> Mapping[int, int]:
    last: dict[int, int] = defaultdict(int)
    for number in register.entries():
        if match := _NUMBER.match(number):
            last[int(match["session"])] = max(last[int(match["session"])], int(match["number"]))
    newest = max(session for session in last if session < 200)
    return {session: number for session, number in last.items() if _FIRST_IN_FULL <= session < newest}
