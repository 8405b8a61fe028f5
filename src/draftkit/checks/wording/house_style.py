"""house-style: words are written as official texts of the session write them (un-rules I10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import once
from draftkit.model import Finding, Masthead, Severity
from draftkit.un.house_style import Usage, usages

_SESSION = re.compile(r"/(\d{2,3})/")


@rule(
    "DK713",
    "I10",
    Severity.INFO,
    bad="health-care workers of States parties",
    good="healthcare workers of States Parties",
    mends=True,
)
def house_style(subject: Subject) -> Iterator[Finding]:
    """Words whose spelling has changed of late are written as texts of the session write them (un-rules I10).

    Which, and since which session, is what roll --house-style does too. It is no more than an info: editors of the Secretariat
    will change them anyway. Texts of earlier sessions, or of none that is known, are left alone, as are quotations.
    """
    session = _session(subject.resolution.masthead)
    wanted = [usage for usage in usages() if usage.session <= session]
    for passage in subject.paragraphs if wanted else ():
        lower = passage.flat.lower().replace("\u00a0", " ").replace("\u2011", "-")
        taken: set[int] = set()
        for usage in wanted:
            if usage.old.lower() in lower:
                yield from _of(subject, passage, usage, taken)


def _of(subject: Subject, passage: Passage, usage: Usage, taken: set[int]) -> Iterator[Finding]:
    for match in own(passage.flat, usage.pattern):
        start, end = match.span("old")
        if not taken.isdisjoint(range(start, end)):
            continue
        taken.update(range(start, end))
        instead = usage.like(match["old"])
        if instead == match["old"]:
            continue
        certain = instead if _letters(instead) == _letters(match["old"]) else ""
        words, whole = once(passage.flat, start, end, certain)
        message = f"{subject.names[passage.owner]} writes {quoted(match['old'])}"
        fix = f"write {quoted(instead)}, as texts do since session {usage.session}"
        yield Finding("house-style", Severity.INFO, message, passage.owner, fix, words=words, instead=whole)


def _letters(words: str) -> str:
    """The letters alone: what has others is a new name, which does not suit what was said of the old one."""
    return re.sub(r"[\W_]", "", words).lower()


def _session(masthead: Masthead) -> int:
    number = _SESSION.search(masthead.symbol)
    return masthead.session or (int(number[1]) if number else 0)
