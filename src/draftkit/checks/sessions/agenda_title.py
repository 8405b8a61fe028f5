"""agenda-title: the item that is put on the agenda is the one of the masthead (un-rules C5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.sessions.asked import What, asked
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Finding, Severity
from draftkit.un import register

_ITEM = re.compile(r"items?[ \u00a0]entitled[ \u00a0]“(?P<title>[^“”]{3,400})”")
_NEAR = 0.85
"""How like another title is that was meant: a word in a long one makes it less."""


@rule(
    "DK604",
    "C5",
    Severity.WARNING,
    bad="the item entitled “Protection of library” (agenda item: Protection of libraries)",
    good="the item entitled “Protection of libraries”",
)
def agenda_title(subject: Subject) -> Iterator[Finding]:
    """The item that the last paragraph puts on the agenda has the title of the agenda item in the masthead (un-rules C5).

    It may be the title of the text, or that of the item or of a sub-item alone, which a colon parts; years do not count, nor do
    capitals. A title that is quite another is an info, where the clause names none of these.
    """
    head = subject.resolution.masthead
    known = {form: title for item in head.agenda for title, form in _forms(item.title)}
    if not known:
        return
    known |= {form: title for title, form in _forms(plain(subject.resolution.title))}
    for each in asked(subject):
        titles = [match["title"] for match in _ITEM.finditer(plain(each.passage.content))] if each.what is What.AGENDA else []
        wrong = [title for title in titles if register.fold(title) not in known]
        for title in wrong:
            near = _nearest(register.fold(title), known)
            if near:
                message = f"{subject.names[each.passage.owner]} has the item {quoted(title)}; it is {quoted(known[near])}"
                yield Finding("agenda-title", Severity.WARNING, message, each.passage.owner, "write both alike", words=title)
            elif len(wrong) == len(titles):
                item = head.agenda[-1].title
                message = f"{subject.names[each.passage.owner]} has the item {quoted(title)}; the text is under {quoted(item)}"
                fix = "see whether this item is meant"
                yield Finding("agenda-title", Severity.INFO, message, each.passage.owner, fix, words=title)


def _forms(title: str) -> Iterator[tuple[str, str]]:
    """A title, and what stands before and behind each colon in it, each as it is and folded."""
    parts = title.split(": ")
    for first in range(min(len(parts), 4)):
        for last in range(first + 1, min(len(parts), 4) + 1):
            form = ": ".join(parts[first:last])
            if folded := register.fold(form):
                yield form, folded
    if folded := register.fold(title):
        yield title, folded


def _nearest(title: str, known: dict[str, str]) -> str:
    """The title that is nearly the same, "" if none is."""
    words = title[:400].split()
    ratios = {form: SequenceMatcher(None, words, form[:400].split(), autojunk=False).ratio() for form in known}
    best = max(ratios, key=lambda form: ratios[form])
    if ratios[best] >= _NEAR:
        return best
    return best if SequenceMatcher(None, title[:400], best[:400], autojunk=False).ratio() >= _NEAR + 0.07 else ""
