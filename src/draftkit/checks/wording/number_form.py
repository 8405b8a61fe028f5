"""number-form: numbers below ten in words, from ten on in figures (un-rules C10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity

_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = ("one", *_SMALL)
_NUMBERS = {
    **{word: 10 + at for at, word in enumerate(_TEENS)},
    **{word: 20 + 10 * at for at, word in enumerate(_TENS)},
    **{f"{tens}-{unit}": 20 + 10 * at + 1 + more for at, tens in enumerate(_TENS) for more, unit in enumerate(_UNITS)},
}
_COUNTED = (
    "Member States|States Parties|States parties|States|Governments|countries|delegations|members|representatives|experts|"
    "meetings|reports|official languages|languages|resolutions|recommendations|occasions|working groups|regional groups"
)
_FIGURE = re.compile(rf"[2-9](?<![\w.,/$\-\u2011–].)(?={BLANK}(?:new{BLANK}|other{BLANK}|more{BLANK})?(?:{_COUNTED})\b)")
_WORD = re.compile(
    rf"(?<![\w\-\u2011])(?:(?:{'|'.join(_TENS)})(?:[-\u2011](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)})"
    rf"(?={BLANK}(?:new{BLANK}|other{BLANK}|more{BLANK})?(?:{_COUNTED})\b)"
)
_OTHER = "and|to|or|above|below|per|of|million|billion|trillion|dollars|years?|months?|weeks?|days?|hours?|kilometres|votes"
"""What tells that a figure is no number of the kind that is looked for."""
_FIGURES = re.compile(
    rf"(?<![\w.,/$\-\u2011])\d{{1,3}}(?={BLANK}(?:[a-z]|States|Member|posts|of\b))(?!{BLANK}(?:{_OTHER})\b)"
)
_STEMS = ("teen ", "ten ", "leven ", "elve ", "enty", "irty", "orty", "ifty", "ixty", "ighty", "inety", "teen\u00a0", "ten\u00a0")
"""What a text has that has such a number in words: most have none."""
_SPELT = re.compile(rf"\b(?:{'|'.join(('one', *_SMALL, *_TEENS, *_TENS))})(?:[-\u2011]\w+)?\b")


@rule(
    "DK703",
    "C10",
    Severity.WARNING,
    bad="7 Member States and twenty observers",
    good="seven Member States and 20 observers",
    mends=True,
)
def number_form(subject: Subject) -> Iterator[Finding]:
    """Numbers below ten are written in words, those from ten on in figures (un-rules C10).

    Only what States, members, meetings, reports and the like are counted by. Percentages, amounts, ages, votes, periods of time
    and units stand in figures always, and numbers that stand beside others are of one kind: where a paragraph has another such
    number, it is left alone, as are annexes with their own rules and the words of others.
    """
    for passage in subject.paragraphs:
        text = passage.flat
        for match, instead in (*_figures(text), *_words(text)):
            words, whole = once(text, match.start(), match.end(), instead)
            message = f"{subject.names[passage.owner]} counts with {quoted(match[0])}: {quoted(text[match.start() :][:30])}"
            fix = f'write "{instead}"'
            yield Finding("number-form", Severity.WARNING, message, passage.owner, fix, words=words, instead=whole)


def _figures(text: str) -> Iterator[tuple[re.Match[str], str]]:
    found = list(own(text, _FIGURE))
    if found and len(found) == len(_FIGURES.findall(text)):
        yield from ((match, _SMALL[int(match[0]) - 2]) for match in found)


def _words(text: str) -> Iterator[tuple[re.Match[str], str]]:
    if not any(stem in text for stem in _STEMS):
        return
    found = list(own(text, _WORD))
    if found and len(found) == len(_SPELT.findall(text)):
        yield from ((match, str(_NUMBERS[match[0].replace("\u2011", "-")])) for match in found)
