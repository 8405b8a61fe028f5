"""abbreviations: running text has no "i.e.", "e.g.", "etc.", and no "%", "$" or "&" (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.model import Finding, Severity

_SHORT = re.compile(
    r"(?P<cent>(?<=\d)[ \u00a0]?%)"
    r"|(?P<sign>(?<=\w) & (?=\w))"
    r"|(?P<dollars>\$(?=[ \u00a0]?\d))"
    r"|\b(?P<ie>i\.[ \u00a0]?e\b\.?|ie(?=[, ]))"
    r"|\b(?P<eg>e\.[ \u00a0]?g\b\.?|eg(?=[, ]))"
    r"|\b(?P<etc>etc\b\.?)"
)
_LAST_WORD = re.compile(r"[^\W_][\w’\-\u2011]{0,40}$")
"""The word before a sign."""
_SIGNS = ("%", "$", " & ", "i.e", "i. e", "i.\u00a0e", "e.g", "e. g", "e.\u00a0g", "etc", "ie ", "ie,", "eg ", "eg,")
"""What a text has that has such a form: many have none."""
_FIX = {
    "cent": 'write "per cent"',
    "sign": 'write "and"',
    "dollars": 'write the amount and "dollars", or "United States dollars", behind it',
    "ie": 'write "that is"',
    "eg": 'write "for example" or "such as"',
    "etc": 'write "and others", or name them all',
}
_CERTAIN = {"cent": " per cent", "sign": " and "}


@rule(
    "DK205",
    "C8",
    Severity.WARNING,
    bad="5% of libraries, i.e. two",
    good="5 per cent of libraries, that is, two",
    mends=True,
)
def abbreviations(subject: Subject) -> Iterator[Finding]:
    """Running text has no "i.e.", "e.g." or "etc.", and words for "%", "$" and "&" (un-rules C8).

    Notes, tables and what stands in quotation marks are left alone, and so are signs in a name ("R&D", "Ernst & Young").
    """
    place = subject.names
    for passage in subject.paragraphs:
        if not any(sign in passage.flat for sign in _SIGNS):
            continue
        for match in own(passage.flat, _SHORT):
            kind = match.lastgroup or ""
            capitals = _capitals(passage.flat, match) if kind == "sign" else 0
            if capitals == 2:
                continue
            words, instead = stretch(passage, match.start(), match.end(), _CERTAIN.get(kind, ""))
            message = f"{place[passage.owner]} has {quoted(match[0].strip())}: {quoted(words)}"
            certain = instead if kind in _CERTAIN and not capitals else ""
            yield Finding("abbreviations", Severity.WARNING, message, passage.owner, _FIX[kind], words=words, instead=certain)


def _capitals(text: str, match: re.Match[str]) -> int:
    """How many of the words on both sides of a sign begin with a capital: two may be a name, "Ernst & Young", "R & D"."""
    before = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    return (before[0][0].isupper() if before else 0) + text[match.end()].isupper()
