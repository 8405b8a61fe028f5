"""citation-list: resolutions are listed in the order of their sessions, with "and" before the last (un-rules D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from draftkit.assemble.mentions import unquoted
from draftkit.assemble.places import NOTE
from draftkit.checks.citations.periods import values
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import once
from draftkit.inline import MARK
from draftkit.model import Finding, Severity
from draftkit.un import dates, register
from draftkit.un.citations import Citation, lists
from draftkit.un.register.record import loosened

_COMMA = re.compile(rf",(?P<and>{MARK}?[ \u00a0]and[ \u00a0])")
_ROMAN = re.compile(r"(?P<number>\d{1,4})(?: [A-Z].*)? \((?P<session>[IVXLC]+)\)")
_FIGURES = re.compile(r"(?P<session>\d{1,3})/(?P<number>\d{1,3})\b")
_TAIL = re.compile(rf"[^\w\s{MARK}]|[ \u00a0][^\s{MARK}]+")
"""What stands right behind a list: a mark or a word."""
_RESOLUTIONS = re.compile(r"\b(?P<noun>[Rr]esolutions|[Dd]ecisions)[ \u00a0]$")


@rule("DK406", "D8", Severity.WARNING, bad="resolutions 79/124 and 78/69", good="resolutions 78/69 and 79/124", mends=True)
def citation_list(subject: Subject) -> Iterator[Finding]:
    """Resolutions are listed in the order of their sessions, with "and" before the last and no comma before it (un-rules D8).

    Only lists that follow "resolutions" or "decisions", and whose numbers are all by session, are asked for their order; one
    that goes by the dates is in order too, and one of three or more that goes down from the newest is only a question. Notes
    are left alone: their lists name paragraphs and annexes between.
    """
    for passage in subject.contents:
        text = passage.flat
        if passage.owner.startswith(NOTE) or not ("esolutions" in text or "ecisions" in text):
            continue
        for listed in lists(unquoted(text)):
            if len(listed) > 1 and _RESOLUTIONS.search(text, max(0, listed[0].start - 12), listed[0].start):
                yield from _slips(passage, listed, subject.names[passage.owner])


def _slips(passage: Passage, listed: Sequence[Citation], name: str) -> Iterator[Finding]:
    text = passage.flat
    start, end = listed[0].start, listed[-1].end
    between = [text[one.end : other.start] for one, other in pairwise(listed)]
    keys = [_key(citation) for citation in listed]
    known = [key for key in keys if key]
    grouped = any("and" in each or "or" in each for each in between[:-1])  # "79/1 and 79/2, and 77/3"
    if len(known) == len(keys) and known != sorted(known) and not grouped and not _by_date(listed):
        message = f"{name} lists {_named(listed)}, which are not in the order of their sessions"
        right, tail = _ordered(text, listed, keys, between), _TAIL.match(text, end)
        if tail and right:  # a date that is put in behind the last number must not end up behind another
            end, right = tail.end(), f"{right}{tail[0]}"
        words, instead = once(text, start, end, right if tail else "")
        fix = "list them in the order of their sessions, each once"
        severity = Severity.WARNING
        if len(known) > 2 and known == sorted(set(known), reverse=True):  # so do texts that follow one another year by year
            severity, instead = Severity.INFO, ""
        yield Finding("citation-list", severity, message, passage.owner, fix, words=words, instead=instead)
    elif (comma := _COMMA.fullmatch(between[-1])) and not grouped:
        message = f"{name} lists {_named(listed)} with a comma before \"and\""
        first, last = listed[-2], listed[-1]
        whole = text[first.start : last.end]
        straight = f"{text[first.start : first.end]}{comma['and']}{text[last.start : last.end]}"
        words, instead = once(text, first.start, last.end, straight) if MARK not in whole else ("", "")
        fix = 'take out the comma before "and"'
        yield Finding("citation-list", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _by_date(listed: Sequence[Citation]) -> bool:
    """Whether the list goes by the dates: part B of a resolution may come months after part A."""
    days = [dates.parse(loosened(citation.date or register.adopted(loosened(citation.number)))) for citation in listed]
    known = [day for day in days if day]
    return len(known) == len(days) and known == sorted(known)


def _key(citation: Citation) -> tuple[int, int] | None:
    """Session and number; ``None`` for a number that is not by session."""
    number = loosened(citation.number)
    match = _FIGURES.match(number) or _ROMAN.fullmatch(number)
    if not match:
        return None
    session = match["session"]
    return int(session) if session.isdigit() else values().get(session, 0), int(match["number"])


def _ordered(text: str, listed: Sequence[Citation], keys: Sequence[tuple[int, int] | None], between: Sequence[str]) -> str:
    """The list in its order, "" where callouts stand in it or it is not joined as lists are."""
    if any(_blank(each) not in (", ", " and ", ", and ") for each in between) or _blank(between[-1]) == ", ":
        return ""
    if len(set(keys)) < len(keys):
        return ""
    ordered = sorted(zip(keys, listed, strict=True), key=lambda each: each[0] or (0, 0))
    said = [text[citation.start : citation.end] for _, citation in ordered]
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _blank(between: str) -> str:
    return between.replace("\u00a0", " ")


def _named(listed: Sequence[Citation]) -> str:
    return quoted(", ".join(loosened(citation.number) for citation in listed))
