"""pronouns: "his report" is looked at again when another person holds the office (un-rules C7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.wording.own import own
from draftkit.checks.words import once
from draftkit.model import Finding, Severity

_SLASH = re.compile(r"\b(?:(?:his|him|he)/hers?|he/she|his/hers|her/(?:his|him)|she/he|s/he)\b|\(s\)he\b", re.IGNORECASE)
_EITHER = {
    "his/her": "his or her", "her/his": "her or his", "he/she": "he or she", "she/he": "she or he", "him/her": "him or her"
}  # fmt: skip
_PRONOUN = re.compile(r"\b(?:[Hh]is|[Hh]im|[Hh]e|[Hh]er|[Ss]he|[Hh]imself|[Hh]erself)\b(?! or (?:her|his|she|he|him)\b)")
_HOLDER = "Secretary-General"
_OTHERS = re.compile(
    r"\b(?:Rapporteur|Representative|Envoy|High Commissioner|President|Chair|Director|Administrator|Adviser|Coordinator|Expert|"
    r"Advocate|Under-Secretary|Assistant Secretary|Commissioner-General|Prosecutor|Judge|person|child|girl|woman|man|individual)"
)
_MAKES = re.compile(r"\bor (?:her|his|she|he|him)\b")


@rule(
    "DK705",
    "C7",
    Severity.WARNING,
    bad="a judge and his/her staff",
    good="a judge and his or her staff",
    mends=True,
)
def pronouns(subject: Subject) -> Iterator[Finding]:
    """"His" and "her" are those of the person who holds the office; of anyone it is "his or her" (un-rules C7).

    Words with an oblique ("his/her") are a warning. Where the Secretary-General alone is "he" or "she", the first place is an
    info: another person may hold the office when the text is adopted.
    """
    spoken: list[tuple[Passage, re.Match[str]]] = []
    for passage in subject.paragraphs:
        text = passage.flat
        if "/" in text or "(s)he" in text:
            for match in own(text, _SLASH):
                yield _oblique(subject, passage, match)
        if _HOLDER in text and not _OTHERS.search(text) and not _MAKES.search(text):
            spoken += ((passage, match) for match in own(text, _PRONOUN))
    if spoken:
        passage, match = spoken[0]
        more = len({other.owner for other, _ in spoken}) - 1
        also = f", and so {'have' if more > 1 else 'has'} {more} more paragraph{'s' if more > 1 else ''}" if more else ""
        words, _ = once(passage.flat, match.start(), match.end())
        message = f"{subject.names[passage.owner]} has {quoted(match[0])} of the {_HOLDER}{also}"
        fix = "look whether it is so when the text is adopted"
        yield Finding("pronouns", Severity.INFO, message, passage.owner, fix, words=words)


def _oblique(subject: Subject, passage: Passage, match: re.Match[str]) -> Finding:
    instead = _EITHER.get(match[0], "")
    words, whole = once(passage.flat, match.start(), match.end(), instead)
    message = f"{subject.names[passage.owner]} has {quoted(match[0])}"
    fix = f'write "{instead}"' if instead else 'write "he or she", or speak of them in the plural'
    return Finding("pronouns", Severity.WARNING, message, passage.owner, fix, words=words, instead=whole)
