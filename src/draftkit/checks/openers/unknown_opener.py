"""unknown-opener: a paragraph opens with an italic phrase that adopted texts use (un-rules B1, C1, J).

A phrase that begins as known ones do ("Expressing sympathy") is only rare, and a question to a person; another one is
suggested only for what looks like a slip of the pen ("Recaling").
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache

from draftkit.assemble.leads import lead, runs
from draftkit.checks.openers.opener_italics import slip
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un.openers import Where, base, is_known, nearest, register

_ALIKE = 0.8
"""How like a known word a misspelt one is: "recaling" and "recalling" 0.94, "great" and "grave" 0.6."""

_FORMS = {
    Where.PREAMBULAR: "open it with a participle: a verb in the present opens operative paragraphs",
    Where.OPERATIVE: "open it with a verb in the present: a participle opens preambular paragraphs",
}


@rule("DK101", "B1, C1, J", Severity.WARNING)
def unknown_opener(subject: Subject) -> Iterator[Finding]:
    """A paragraph opens with an italic phrase of the register of opening words (un-rules B1, C1)."""
    place = subject.names
    for part in subject.resolution.parts:
        for where, blocks in ((Where.PREAMBULAR, part.preamble), (Where.OPERATIVE, part.operative)):
            for paragraph in (each for run in runs(blocks) for each in run if each.content):
                opening = lead(paragraph.content)
                if slip(paragraph.content, where):
                    continue  # known words, whose italics are not right
                if not opening:
                    message, severity, fix = "does not open in italics", Severity.INFO, "set its opening words in italics"
                elif not is_known(opening, where):
                    message = f"opens with {quoted(opening)}, which is not a known {where} opening"
                    severity, fix = _advice(opening, where)
                else:
                    continue
                yield Finding("unknown-opener", severity, f"{place[paragraph.id]} {message}", paragraph.id, fix)


def _advice(opening: str, where: Where) -> tuple[Severity, str]:
    """How grave an unknown opening is, and what to do about it."""
    other = Where.OPERATIVE if where is Where.PREAMBULAR else Where.PREAMBULAR
    if is_known(opening, other):
        return Severity.WARNING, _FORMS[where]
    if meant := _misspelt(opening, where):
        return Severity.WARNING, f'perhaps "{meant}"'
    if _first_word(opening) in _first_words(where) or is_known(_without_adverb(opening), where):
        return Severity.INFO, "keep it if it is meant: it is rare"
    return Severity.WARNING, "choose another opening"


def _misspelt(opening: str, where: Where) -> str:
    """The known opening that is meant if each differing word is no word of openings but much like one; else ""."""
    meant = nearest(opening, where)
    written, right = base(opening).lower().split(), meant.lower().split()
    if len(written) != len(right):
        return ""
    slips = [(ours, theirs) for ours, theirs in zip(written, right, strict=True) if ours != theirs]
    alike = all(difflib.SequenceMatcher(None, ours, theirs).ratio() >= _ALIKE for ours, theirs in slips)
    return meant if alike and not _words() & {ours for ours, _ in slips} else ""


def _first_word(opening: str) -> str:
    return next(iter(base(opening).lower().split()), "")


def _without_adverb(opening: str) -> str:
    """The opening without an adverb before it: "Fully supports" is "Supports"."""
    first, _, rest = base(opening).partition(" ")
    return rest[:1].upper() + rest[1:] if first.endswith("ly") else opening


@cache
def _first_words(where: Where) -> frozenset[str]:
    return frozenset(map(_first_word, register()[where]))


@cache
def _words() -> frozenset[str]:
    """Every word of every known opening, in small letters."""
    return frozenset(word for leads in register().values() for known in leads for word in known.lower().split())
