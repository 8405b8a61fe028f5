"""ordinal-form: ordinals of sessions in words with a hyphen, those of plenary meetings in figures (un-rules C10, D11)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from draftkit.assemble.mentions import unquoted
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity
from draftkit.un import sessions

_FIGURE = r"\d{1,2}(?:st|nd|rd|th)"
_KIND = rf"(?:{BLANK}(?:regular|resumed|main|special|emergency|annual|substantive))?"
_SESSIONS = re.compile(
    rf"(?<![\w/.,\-\u2011]){_FIGURE}(?=(?:(?:,|{BLANK}and|{BLANK}to|{BLANK}or){BLANK}{_FIGURE}){{0,6}}{_KIND}{BLANK}[Ss]essions?\b)"
)
_NOUN = r"(?:regular|resumed|main|special|emergency|session|plenary|meeting|anniversary|century)"
_PARTED = re.compile(
    rf"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety){BLANK}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    rf"(?={BLANK}{_NOUN}s?\b)",
    re.IGNORECASE,
)


@rule("DK606", "C10, D11", Severity.WARNING, bad="at its 81st session", good="at its eighty-first session", mends=True)
def ordinal_form(subject: Subject) -> Iterator[Finding]:
    """Sessions are counted in words, "eighty-first session", plenary meetings in figures, "47th plenary meeting" (un-rules D11).

    Sessions from the hundredth on, which other bodies have, may be in figures. The first meetings of a conference are in words,
    and so may be plenary meetings of what is named behind them. Words in quotation marks and notes are left alone.
    """
    for passage in subject.contents:
        text = passage.flat
        if "ession" not in text and "meeting" not in text and "twenty" not in text.lower():
            continue
        spoken = unquoted(text)
        for start, end, right in _slips(spoken):
            words, instead = once(text, start, end, right)
            message = f"{subject.names[passage.owner]} has {quoted(text[start:end])}"
            fix = f"write {quoted(right)}"
            yield Finding("ordinal-form", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _slips(text: str) -> Iterator[tuple[int, int, str]]:
    """What stands in another form, and what to write for it."""
    kinds: tuple[tuple[bool, re.Pattern[str], Callable[[str], str]], ...] = (
        ("ession" in text, _SESSIONS, _in_words),
        (True, _PARTED, lambda words: re.sub(BLANK, "-", words)),
        ("plenary" in text, _meeting(), _in_figures),
    )
    for likely, pattern, right in kinds:
        if likely:
            for match in pattern.finditer(text):
                if new := right(match[0]):
                    yield match.start(), match.end(), new


@cache
def _meeting() -> re.Pattern[str]:
    """A plenary meeting from the twenty-first on, counted in words: conferences do not have so many."""
    tens = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\-\u2011]"
    behind = rf"{BLANK}plenary{BLANK}meeting\b(?!{BLANK}of{BLANK}the{BLANK}(?!General{BLANK}Assembly))"
    return re.compile(rf"\b{tens}[a-z]+(?={behind})", re.IGNORECASE)


def _in_words(figure: str) -> str:
    number = int(figure[:-2])
    return sessions.ordinal(number) if number else ""


def _in_figures(words: str) -> str:
    number = sessions.number(words)
    if not number:
        return ""
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
