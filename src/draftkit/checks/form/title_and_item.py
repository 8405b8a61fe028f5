"""title-and-item: a title that is nearly that of the agenda item is meant to be just that (un-rules A6)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from draftkit.checks.places import TITLE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Finding, Severity

_ALIKE = 0.7
"""How like a word that was meant a slip is: "library" and "libraries" 0.75."""
_MOSTLY = 0.5
"""How much of the two titles is the same for one to be meant as the other."""
_LONGEST = 100
"""Words of a title that is looked at: no one writes more."""
_SMALL = frozenset("a an and for from in of on the to with".split())


@rule("DK014", "A6", Severity.INFO, bad="Protection of library, under the item Protection of libraries")
def title_and_item(subject: Subject) -> Iterator[Finding]:
    """A title that is nearly the title of the agenda item is the same in every word (un-rules A6).

    Several texts under one item have titles of their own; a title may have more words than the item's, or fewer; and it
    may be that of a sub-item alone, which is what follows a colon.
    """
    title = _words(plain(subject.resolution.title))
    given = [_words(form) for item in subject.resolution.masthead.agenda for form in _forms(item.title)]
    if not title or title in given or len(title) > _LONGEST:
        return
    for words in given:
        if len(words) <= _LONGEST and _nearly(title, words):
            ours, theirs = _differing(title, words), _differing(words, title)
            message = f"the title has {quoted(ours)} where the agenda item has {quoted(theirs)}"
            fix = "write both alike, as the agenda of the session has it"
            yield Finding("title-and-item", Severity.INFO, message, TITLE, fix)


def _forms(title: str) -> Iterator[str]:
    """The title of an item, and what follows each colon in it."""
    while title:
        yield title
        _, _, title = title.partition(": ")


def _words(text: str) -> list[str]:
    """The words of a title; whether its first letter is a capital does not count."""
    words = text.replace("\u2011", "-").split()
    return [words[0][:1].upper() + words[0][1:], *words[1:]] if words else []


def _nearly(title: list[str], given: list[str]) -> bool:
    """Whether only words like those meant, or small words, make the two differ."""
    matcher = difflib.SequenceMatcher(None, title, given, autojunk=False)
    if matcher.ratio() < _MOSTLY:
        return False
    changed = [(title[at:to], given[start:end]) for kind, at, to, start, end in matcher.get_opcodes() if kind != "equal"]
    return all(_alike(ours, theirs) for ours, theirs in changed)


def _alike(ours: list[str], theirs: list[str]) -> bool:
    if {*ours, *theirs} <= _SMALL:
        return True  # "on" for "of", or one more
    if not ours or not theirs:
        return False
    if max(len(ours), len(theirs)) > _LONGEST // 10:
        return False
    return difflib.SequenceMatcher(None, " ".join(ours)[:200], " ".join(theirs)[:200]).ratio() >= _ALIKE


def _differing(ours: list[str], theirs: list[str]) -> str:
    """The words of one that stand for others in the other, with those around them where there are none."""
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    changed = [(at, to) for kind, at, to, _, _ in matcher.get_opcodes() if kind != "equal"]
    first, last = changed[0][0], changed[-1][1]
    return " ".join(ours[first:last] or ours[max(0, first - 1) : last + 1])
