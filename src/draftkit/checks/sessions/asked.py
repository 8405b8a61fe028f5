"""What a text asks for at a session to come: that an item is on its agenda, that a report is made to it (un-rules C5, C6).

    Decides to include in the provisional agenda of its eighty-second session the item entitled “...”.
    Requests the Secretary-General to submit to the General Assembly at its eighty-second session a report on ...;

Example:
    >>> [(each.what, each.session) for each in asked(subject)]
    [(What.REPORT, 82), (What.AGENDA, 82)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import BLANK
from draftkit.model import Paragraph
from draftkit.tree import Section
from draftkit.un import sessions

_REACH = 1500
_NEAR = 200
"""So many characters before a session are read for the verb, and for what was said of it."""
_DECIDES = re.compile(r"\b[Dd]ecides?\b")
_ASKS = re.compile(rf"\b(?:[Rr]equests?|[Cc]alls?{BLANK}(?:up)?on{BLANK}the{BLANK}Secretary[-\u2011]General)\b")
_RECALLS = re.compile(r"(?:\w+ )?(?:Recall|Reaffirm|Acknowledg|Tak|Welcom|Not)(?:s|es|e|ing)\b")
_MADE = re.compile(
    rf"(?:\bto{BLANK}|: )(?:\w+{BLANK})?(?:submit|report|present|provide|prepare|inform|transmit|update|include|continue)\b",
    re.IGNORECASE,
)
_ANY = r"(?:his|her|its|their|the|a|an|this|that|such)"
_WORDS = rf"(?:{BLANK}(?!to\b)[\w\-\u2011]+){{0,3}}?"
_PAST = re.compile(
    rf"\b(?:submitted|presented|contained|issued|made|reports|{_ANY}{_WORDS}{BLANK}report){BLANK}$"
)
"""What stands before a session at which there was a report already, or which comes with it."""
_SUBMIT = re.compile(
    rf"\b(?:submit|present|provide|prepare|transmit|make|issue)(?:,[^,;]{{0,80}},)?{BLANK}{_ANY}{_WORDS}{BLANK}reports?{BLANK}$",
    re.IGNORECASE,
)
"""The same words where the report is asked for."""


class What(StrEnum):
    """What is asked for."""

    AGENDA = "agenda"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Asked:
    """Something asked for at a session: in which paragraph, where it stands in its ``flat`` characters, and in which part."""

    what: What
    session: int
    passage: Passage
    start: int
    end: int
    part: int

    @property
    def words(self) -> str:
        """The words that name the session."""
        return self.passage.flat[self.start : self.end]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = rf"(?P<words>(?P<ordinal>{sessions.ORDINAL})(?:{BLANK}\(\d{{4}}\))?{BLANK}session)\b"
    agenda = re.compile(rf"\bagenda{BLANK}of{BLANK}(?:its|the){BLANK}{named}", re.IGNORECASE)
    report = re.compile(
        rf"\bto{BLANK}(?:the{BLANK}(?:General{BLANK})?Assembly|it)(?:,[^;,]{{0,80}},|{BLANK}for{BLANK}its{BLANK}consideration)?"
        rf",?{BLANK}(?:at|by|before|during|no{BLANK}later{BLANK}than){BLANK}its{BLANK}{named}",
        re.IGNORECASE,
    )
    return agenda, report


def asked(subject: Subject) -> Iterator[Asked]:
    """What the operative paragraphs ask for, in printed order; of a subparagraph its stem says whether it asks for it.

    What is recalled of the past is left out.
    """
    agenda, report = _patterns()
    stems: dict[str, str] = {}
    for place in subject.places:
        if not isinstance(place.block, Paragraph) or place.section is not Section.OPERATIVE:
            continue
        passage = Passage(place.block.id, place.block.content)
        text = passage.flat
        stem = stems.get(place.parent, "")
        if place.block.items:
            stems[place.block.id] = f"{stem} {text}"[-_REACH:]
        if "ession" not in text or "its" not in text:
            continue
        if "genda" in text:
            yield from _found(agenda, What.AGENDA, passage, stem, place.scope[0])
        if "ssembly" in text or "to it" in text:
            yield from _found(report, What.REPORT, passage, stem, place.scope[0])


def _found(pattern: re.Pattern[str], what: What, passage: Passage, stem: str, part: int) -> Iterator[Asked]:
    text = passage.flat
    for match in pattern.finditer(text):
        number = sessions.number(match["ordinal"])
        before = f"{stem} {text[max(0, match.start() - _REACH) : match.start()]}"
        wanted = _is_put(before) if what is What.AGENDA else _is_asked(before, stem.lstrip() or text)
        if number and wanted:
            yield Asked(what, number, passage, *match.span("words"), part)


def _is_put(before: str) -> bool:
    return bool(_DECIDES.search(before))


def _is_asked(before: str, text: str) -> bool:
    asks = [*_ASKS.finditer(before)]
    near = before[-_NEAR:]
    if not asks or _RECALLS.match(text) or (_PAST.search(near) and not _SUBMIT.search(near)):
        return False
    return bool(_MADE.search(before, asks[-1].end()))
