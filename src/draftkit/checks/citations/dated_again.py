"""dated-again: a resolution has its date where it is first mentioned, and not again (un-rules D7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.mentions import Cited, mentions
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un.dates import DATE

_DATED = re.compile(rf"[ \u00a0]of[ \u00a0](?P<date>{DATE})")


@rule("DK405", "D7", Severity.INFO, bad="resolution 79/124 of 4 December 2024", good="resolution 79/124", mends=True)
def dated_again(subject: Subject) -> Iterator[Finding]:
    """A resolution that is mentioned again has no date any more (un-rules D7).

    It is asked only where the first mention has the same date, and the second stands in another paragraph: within one, two
    resolutions may be told apart by their dates. A number in a list whose others have their dates is left alone: it keeps step.
    """
    place = subject.names
    text = {passage.owner: passage.flat for passage in subject.paragraphs}
    seen: dict[Cited, tuple[str, str]] = {}
    for mention in mentions(subject.resolution):
        where, date = seen.setdefault(mention.cited, (mention.paragraph, mention.date))
        said = text[mention.paragraph]
        dated = _DATED.match(said, mention.end)
        if where == mention.paragraph or not dated or _plain(dated["date"]) != _plain(date):
            continue
        number = mention.cited.number
        start = mention.end - len(number)
        if _in_list(said, start, dated.end()):
            continue
        words, instead = once(said, start, dated.end(), said[start : mention.end])
        message = f"{place[mention.paragraph]} has the date of resolution {number} again, which {place[where]} gives"
        fix = f'write "{number}"'
        yield Finding("dated-again", Severity.INFO, message, mention.paragraph, fix, words=words, instead=instead)


_BEFORE = re.compile(r"\d{4}\ufffc?(?:,|[ \u00a0]and)\ufffc?[ \u00a0]$")
_BEHIND = re.compile(r"\ufffc?(?:,|[ \u00a0]and)\ufffc?[ \u00a0](?:and[ \u00a0])?\d{1,4}(?:/\d|[ \u00a0]\()")


def _in_list(text: str, start: int, end: int) -> bool:
    """Whether a dated number stands next to another in a list."""
    return bool(_BEFORE.search(text, max(0, start - 12), start) or _BEHIND.match(text, end))


def _plain(date: str) -> str:
    return date.replace("\u00a0", " ")
