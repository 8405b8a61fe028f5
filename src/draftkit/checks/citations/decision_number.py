"""decision-number: decisions are numbered from 401, in two series, and resolutions from 1 (un-rules D6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.mentions import unquoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity
from draftkit.un.citations import IN_FIGURES

_CITED = re.compile(
    rf"\b(?:its|General{BLANK}Assembly){BLANK}(?P<noun>resolution|decision)s?{BLANK}"
    rf"(?P<whole>(?P<session>\d{{2,3}})/(?P<number>\d{{1,4}}))(?![\w/])(?!{BLANK}of{BLANK}the\b)"
)
_SERIES = 400
"""No session has adopted as many resolutions; above begin the decisions: elections and appointments, then other matters."""
_OLDER = 300
"""Until the fifty-seventh session elections and appointments had the numbers above this one."""
_OLDER_SESSIONS = range(IN_FIGURES, 58)
_END = 700


@rule("DK411", "D6", Severity.WARNING, bad="its decision 79/124", good="its resolution 79/124")
def decision_number(subject: Subject) -> Iterator[Finding]:
    """A decision of the Assembly has a number from 401 on, a resolution one below (un-rules D6).

    Until the fifty-seventh session decisions began at 301. Only numbers that are said to be the Assembly's are looked at.
    """
    if not subject.is_assemblys:
        return
    for passage in subject.texts:
        text = passage.flat
        if "esolution" not in text and "ecision" not in text:
            continue
        for match in _CITED.finditer(unquoted(text)):
            session, number = int(match["session"]), int(match["number"])
            if session < IN_FIGURES or not (meant := _meant(match["noun"], session, number)):
                continue
            words, _ = once(text, match.start("noun"), match.end())
            message = f"{subject.names[passage.owner]} cites {match['noun']} {match['whole']}, which has the number of a {meant}"
            fix = f'write "{meant}", or correct the number'
            yield Finding("decision-number", Severity.WARNING, message, passage.owner, fix, words=words)


def _meant(noun: str, session: int, number: int) -> str:
    """What a number is of, "" if that is what the text says."""
    first = _OLDER if session in _OLDER_SESSIONS else _SERIES
    if noun == "decision":
        return "resolution" if number <= first else ""
    return "decision" if _SERIES < number < _END else ""
