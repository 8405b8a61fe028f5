"""citation-plural: "resolution" before one number, "resolutions" before several (un-rules D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from draftkit.assemble.mentions import unquoted
from draftkit.assemble.places import NOTE
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import once
from draftkit.inline import MARK
from draftkit.model import Finding, Severity
from draftkit.un.citations import Citation, lists
from draftkit.un.register.record import loosened

_UNIT = re.compile(r"\b(?P<noun>[Rr]esolution|[Dd]ecision)(?P<plural>s?)(?P<blank>[ \u00a0])$")
_TITLED = re.compile(rf",[ \u00a0]entitled[ \u00a0]“[ \u00a0]+{MARK}?,?{MARK}?[ \u00a0](?:and|or)[ \u00a0]")
"""What stands between a number with its title, of which ``unquoted`` leaves blanks, and the next number."""
_LETTERS = re.compile(r"\b[A-Z] (?:and|to) [A-Z]\b")
_LINKED = re.compile(r"\b(?:and|or|to|as well as)\b|,|–|-|[\d/]")


@rule("DK407", "D8", Severity.WARNING, bad="resolution 78/69 and 79/124", good="resolutions 78/69 and 79/124", mends=True)
def citation_plural(subject: Subject) -> Iterator[Finding]:
    """ "Resolution" and "decision" stand before one number, "resolutions" and "decisions" before several (un-rules D8).

    "Resolutions" before a single number is found only where nothing that follows in the sentence can be another.
    """
    for passage in subject.contents:
        text = passage.flat
        if passage.owner.startswith(NOTE) or not ("esolution" in text or "ecision" in text):
            continue
        clear = unquoted(text)
        for listed in _lists(clear):
            unit = _UNIT.search(clear, max(0, listed[0].start - 12), listed[0].start)
            if not unit or not (right := _right(unit, listed, clear)):
                continue
            first = listed[0]
            number = text[first.start : first.start + len(first.number)]
            words, instead = once(text, unit.start(), first.start + len(number), f"{right}{unit['blank']}{number}")
            said = quoted(text[unit.start() : listed[-1].end])
            message = f"{subject.names[passage.owner]} says {said}"
            fix = f'write "{right}"'
            yield Finding("citation-plural", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _right(unit: re.Match[str], listed: tuple[Citation, ...], text: str) -> str:
    """What the word should be, "" if it is right or may be."""
    if len(listed) > 1 and not unit["plural"]:
        between = [text[one.end : other.start] for one, other in pairwise(listed)]
        linked = all("," not in each or _TITLED.fullmatch(each) for each in between)
        return f"{unit['noun']}s" if linked or len(listed) > 2 else ""
    if len(listed) > 1 or not unit["plural"] or _LETTERS.search(loosened(listed[0].number)):
        return ""
    rest = text[listed[0].end :].partition(";")[0].rstrip(f" ,.:{MARK}")
    return "" if _LINKED.search(rest) else unit["noun"]


def _lists(text: str) -> Iterator[tuple[Citation, ...]]:
    """The lists of citations; one behind the title of the last of another goes on with it."""
    group: tuple[Citation, ...] = ()
    for listed in lists(text):
        if group and _TITLED.fullmatch(text, group[-1].end, listed[0].start):
            group = (*group, *listed)
            continue
        if group:
            yield group
        group = listed
    if group:
        yield group
