"""supplement-session: a supplement to the Official Records and its symbol are of one session (un-rules E6, E8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from draftkit.checks.places import NOTE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import LONGEST_TEXT
from draftkit.inline import flat
from draftkit.model import Finding, Severity
from draftkit.un import sessions

_YEAR = re.compile(r"Economic and Social Council, (?P<year>\d{4}), Supplement No\. \w{1,5}[^()]{0,40}\(E/(?P<symbol>\d{4})/")
_NUMBER = re.compile(r"Supplement No\. (?P<number>\d{1,3})[A-Z]{0,2}[^()]{0,40}\(A/\d{2,3}/(?P<symbol>\d+)[^()]{0,40}\)?")


@cache
def _session() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<ordinal>{sessions.ORDINAL}) Session, Supplement No\. \w{{1,5}}[^()]{{0,40}}\(A/(?P<symbol>\d+)/", re.IGNORECASE
    )


@rule(
    "DK608",
    "E6, E8",
    Severity.WARNING,
    bad="Eighty-first Session, Supplement No. 26 (A/80/26).",
    good="Eighty-first Session, Supplement No. 26 (A/81/26).",
)
def supplement_session(subject: Subject) -> Iterator[Finding]:
    """A supplement to the Official Records has the session, or the year, and the number of its symbol (un-rules E6, E8)."""
    for note in subject.resolution.notes:
        text = flat(note.content).replace("\u00a0", " ").replace("\u2011", "-")
        if "Supplement" not in text or len(text) > LONGEST_TEXT:
            continue
        owner = f"{NOTE}{note.id}"
        for words, said, symbol in _differing(text):
            message = f"{subject.names[owner]} has {quoted(words)}: {said}, but the symbol is of {symbol}"
            in_text = words if words in flat(note.content) else ""
            yield Finding("supplement-session", Severity.WARNING, message, owner, "correct one of the two", words=in_text)


def _differing(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _session().finditer(text):
        number = sessions.number(match["ordinal"])
        if number and number != int(match["symbol"]):
            yield match[0], f"it is of the {match['ordinal'].lower()} session", f"session {match['symbol']}"
    for match in _YEAR.finditer(text):
        if match["year"] != match["symbol"]:
            yield match[0], f"it is of {match['year']}", match["symbol"]
    for match in _NUMBER.finditer(text):
        if match["number"] != match["symbol"]:
            yield match[0], f"it is number {match['number']}", f"number {match['symbol']}"
