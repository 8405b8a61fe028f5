"""citation-form: a resolution is cited in the form of its organ and its time (un-rules D6).

    General Assembly, sessions 1 to 30      2625 (XXV), 217 A (III)
    from the thirty-first                   35/168, 31/16 A
    special and emergency sessions          S-10/2, ES-10/24; 3362 (S-VII) before the eighth special one
    Security Council                        2175 (2014)
    Economic and Social Council             2006/47
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.mentions import unquoted
from draftkit.checks.citations.forms import FORMS
from draftkit.checks.citations.periods import LAST_IN_ROMAN, assembly_sessions, council_years, roman, values
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.checks.words import once
from draftkit.model import Finding, Severity
from draftkit.un.citations import IN_FIGURES, Citation, find
from draftkit.un.register.record import loosened
from draftkit.un.whose import is_assemblys

_SIGNS = ("esolution", "ecision", "Res", "res.", "UNSCR")
"""One of these is in every text that has something to look at."""
_ROMAN = re.compile(r"(?P<number>\d{1,4})(?: (?P<letters>[A-Z](?: and [A-Z])?))? \((?P<session>[IVXLC]+)\)")
_YEARS = re.compile(r"(?P<number>\d{1,4}) \((?P<year>\d{4})\)")
_FIGURES = re.compile(r"(?P<session>\d{1,2})/\d{1,4}\b")
_NOT_A_RESOLUTION = re.compile(r"\b(?:No\.|Nos\.|recommendations?|comments?|articles?)[ \u00a0]$")
_OURS = re.compile(r"\b(?:its|General[ \u00a0]Assembly)[ \u00a0]resolutions?[ \u00a0]$")
_OF_ANOTHER = re.compile(r"[ \u00a0]of[ \u00a0]the\b")
_COUNCIL = re.compile(r"\bSecurity[ \u00a0]Council\b|\bthe[ \u00a0]Council\b")
_OTHER_COUNCIL = re.compile(r"\b(?:Human[ \u00a0]Rights|Social)[ \u00a0]Council\b")


@rule("DK404", "D6", Severity.ERROR, bad="its resolution 2625(25)", good="its resolution 2625 (XXV)", mends=True)
def citation_form(subject: Subject) -> Iterator[Finding]:
    """A resolution is cited in the form of its organ and its time: 2625 (XXV), 79/124, 2175 (2014) (un-rules D6).

    A number that cannot be of the session or year written with it is found too, where known numbers on both sides tell. The
    numbers of bodies that are not named here are left alone, and so are words in quotation marks, and notes; in texts of other
    organs, what "its resolution" is of.
    """
    for passage in subject.contents:
        if any(sign in passage.flat for sign in _SIGNS):
            text = unquoted(passage.flat)
            yield from _misshapen(passage, text, subject.names[passage.owner], ours=subject.is_assemblys)
            if subject.is_assemblys:
                yield from _impossible(passage, text, subject.names[passage.owner])


def _misshapen(passage: Passage, text: str, name: str, *, ours: bool) -> Iterator[Finding]:
    """Citations in a form that none has; ``ours``: whether "its" is the Assembly's."""
    spoken = text.find("esolution") + 1
    for form in FORMS:
        if form.signs and not any(sign in text for sign in form.signs):
            continue
        if form.its and not ours:
            continue
        for match in form.pattern.finditer(text):
            if not form.signs and not 0 < spoken < match.end():
                continue  # a number in brackets is of a resolution only where one is spoken of
            right = form.right(match)
            fix = f'write "{right}"' if right else form.fix
            if right[-1:].isalpha() and text[match.end("wrong") : match.end("wrong") + 1].isdigit():
                right += " "  # "Res.79/124"
            words, instead = once(passage.flat, match.start("wrong"), match.end("wrong"), right)
            message = f"{name} cites {quoted(match[0])}"
            yield Finding("citation-form", Severity.ERROR, message, passage.owner, fix, words=words, instead=instead)


def _impossible(passage: Passage, text: str, name: str) -> Iterator[Finding]:
    """Citations whose number cannot be of the session or year that they name."""
    for citation in find(text):
        if wrong := _of_session(citation, text) or _of_year(citation, text) or _of_a_time_before(citation, text):
            what, fix = wrong
            words, _ = once(passage.flat, citation.start, citation.start + len(citation.number))
            message = f"{name} cites {loosened(citation.number)}, {what}"
            yield Finding("citation-form", Severity.ERROR, message, passage.owner, fix, words=words)


def _of_session(citation: Citation, text: str) -> tuple[str, str] | None:
    match = _ROMAN.fullmatch(loosened(citation.number))
    if not match or not is_assemblys(text, citation.start):
        return None
    session, number = values().get(match["session"], 0), int(match["number"])
    if not session:
        return f"but {match['session']} is no Roman numeral of a session", "correct the session"
    if session > LAST_IN_ROMAN:
        return "but the numbers of that session are in figures", f'write it as "{session}/{number}"'
    first, last = assembly_sessions(number)
    if first <= session <= last:
        return None
    right = roman(first) if first == last else f"{roman(first)} to {roman(last)}"
    return f"but that number was of session {right}", "correct the number or the session"


def _of_year(citation: Citation, text: str) -> tuple[str, str] | None:
    match = _YEARS.fullmatch(loosened(citation.number))
    before = text[max(0, citation.start - 300) : citation.start]
    if not match or _NOT_A_RESOLUTION.search(before) or not _COUNCIL.search(before) or _OTHER_COUNCIL.search(before):
        return None
    first, last = council_years(int(match["number"]))
    if first <= int(match["year"]) <= last:
        return None
    right = f"{first}" if first == last else f"{first} to {last}" if last < 9999 else f"{first} or later"
    return f"but the Security Council adopted that number in {right}", "correct the number or the year"


def _of_a_time_before(citation: Citation, text: str) -> tuple[str, str] | None:
    match = _FIGURES.fullmatch(loosened(citation.number))
    if not match or int(match["session"]) >= IN_FIGURES or not is_assemblys(text, citation.start):
        return None
    if not _OURS.search(text, max(0, citation.start - 40), citation.start) or _OF_ANOTHER.match(text, citation.end):
        return None
    return "but numbers of the Assembly are in figures only from the thirty-first session", 'write it as "2625 (XXV)"'
