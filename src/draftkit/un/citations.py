"""Citations of resolutions and decisions in running text, of every period (un-rules D6, D8).

Example:
    >>> [c.number for c in find("its resolutions 217 A (III), 35/168 of 15 December 1980 and 79/124")]
    ['217 A (III)', '35/168', '79/124']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from draftkit.un import dates, sessions
from draftkit.un.dates import DATE

_SPACE = r"[ \u00a0]"
_GOES_ON = r"(?:of|and|or|to|on|in|by|as|was|is|regarding)\b"
"""What may follow the letter of a number; any other word makes it an article, "79/124 A new"."""

NUMBER = (
    rf"(?:(?:ES|S)[-\u2011]\d+/\d+"  # emergency and special sessions, S-10/2
    rf"|\d{{4}}/\d{{1,3}}"  # Economic and Social Council, 1980/67
    rf"|\d{{1,3}}/\d{{1,3}}"  # from the 31st session, the letters behind
    rf"(?:{_SPACE}[A-Z](?:{_SPACE}(?:and|to){_SPACE}[A-Z])?\b(?!{_SPACE}(?!{_GOES_ON})[a-z]))?"
    rf"|\d{{1,4}}(?:{_SPACE}[A-Z](?:{_SPACE}and{_SPACE}[A-Z])?)?{_SPACE}\((?:S-)?[IVXLC]+\)"  # sessions 1 to 30
    rf"|\d{{1,4}}{_SPACE}\((?:19|20)\d\d\))"  # Security Council
)
"""A regular expression for the number of a resolution or decision."""

_CITATION = re.compile(rf"(?<![\w/.])(?P<number>{NUMBER})(?![\w/])(?P<dated>{_SPACE}of{_SPACE}(?P<date>{DATE}))?")


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited number with its place in the text; ``date`` is "" where the citation has none."""

    number: str
    date: str
    start: int
    end: int

    @property
    def session(self) -> int | None:
        """The session of a resolution of the General Assembly since the 31st, from its number."""
        match = re.match(r"(\d{2,3})/", self.number)
        return int(match[1]) if match else None


def find(text: str) -> Iterator[Citation]:
    """The citations in ``text``, in order. Whose they are (the Assembly's, a Council's) is for the words around to say."""
    yield from map(_citation, _CITATION.finditer(text))


def at(text: str, start: int) -> Citation | None:
    """The citation that begins at a place."""
    match = _CITATION.match(text, start)
    return _citation(match) if match else None


def _citation(match: re.Match[str]) -> Citation:
    return Citation(match["number"], match["date"] or "", match.start(), match.end())


_JOINED = re.compile(rf"\ufffc?(?:,\ufffc?|,?{_SPACE}and|{_SPACE}or){_SPACE}")


def lists(text: str) -> Iterator[tuple[Citation, ...]]:
    """The citations in ``text`` in their lists, "64/117 of 16 December 2009, 65/33 and 79/127" being one (un-rules D8).

    A citation that stands alone is a list of one. A callout (U+FFFC) may stand behind a member, or behind its comma.
    """
    group: list[Citation] = []
    for citation in find(text):
        if group and not _JOINED.fullmatch(text, group[-1].end, citation.start):
            yield tuple(group)
            group = []
        group.append(citation)
    if group:
        yield tuple(group)


_LETTERS = re.compile(r" (?P<first>[A-Z])[-\u2013](?P<last>[A-Z])$")


def written_number(number: str) -> str:
    """A number as a citation writes it: "75/101 A and B" for "75/101 A-B", "74/264 A to C" for "74/264 A-C"."""

    def words(match: re.Match[str]) -> str:
        word = "and" if ord(match["last"]) - ord(match["first"]) == 1 else "to"
        return f" {match['first']} {word} {match['last']}"

    return _LETTERS.sub(words, number)


# --- When -----------------------------------------------------------------------------------------------------------

IN_FIGURES = 31
"""The first session whose resolutions are numbered in figures, "31/6 A" (un-rules D6)."""

OPENS, CLOSES = (9, 1), (9, 25)
"""Month and day around which a session opens; a text of these days may be of the one before as well (un-rules D10)."""


def in_session(number: str, day: str) -> bool | None:
    """Whether a date lies in the year of a resolution's session; ``None`` where the number does not say (before the 31st)."""
    match = re.match(r"(\d{2,3})/", number)
    when = dates.parse(day.replace("\u00a0", " "))
    if not match or not when or int(match[1]) < IN_FIGURES:
        return None
    first, last = sessions.years(int(match[1]))
    return date(first, *OPENS) <= when <= date(last, *CLOSES)
