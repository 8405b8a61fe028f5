"""draft-frame: the first page of an L-document says what it is, and says it consistently (un-rules A4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import Stage, rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Masthead, Severity
from draftkit.un import dates
from draftkit.un.sessions import capitalized
from draftkit.un.symbols import COMMITTEES, Symbol

_ORGAN = "General Assembly"
_HEADING = re.compile(r".*: (?:revised )?draft resolution|Draft resolution\b.*|.*: (?:revised )?amendments?\b.*", re.DOTALL)
_BLANK = "__"
_ITEM = re.compile(r"\d{1,3}(?: \([a-z]{1,2}\)(?:(?:, | and |-|–)\([a-z]{1,2}\))*)?")
"""A number of an agenda item, "160", "75 (b)"; several are parted by "and" or commas."""
_ROW = re.compile(r", | and (?=\d)")


@rule(
    "DK012",
    "A4",
    Severity.ERROR,
    stage=Stage.L_DOCUMENT,
    bad="A/C.6/81/L.7, Eightieth session",
    good="A/C.6/81/L.7, Eighty-first session",
)
def draft_frame(subject: Subject) -> Iterator[Finding]:
    """An L-document has its distribution, language, session, committee and agenda item, as its symbol says (un-rules A4).

    That session and committee are those of the symbol is certain; the rest is what drafts have. Blanks are the matter of
    open-blank, and texts of other organs are left alone. Dates and numbers of items have their form.
    """
    head = subject.resolution.masthead
    if head.organ != _ORGAN or head.adopted or "/RES/" in head.symbol:
        return
    for severity, message, fix, words in (*_disagreements(head), *_wanting(head)):
        yield Finding("draft-frame", severity, message, MASTHEAD, fix, words=words)


def _disagreements(head: Masthead) -> Iterator[tuple[Severity, str, str, str]]:
    """Where the symbol says another session or committee than the lines below it."""
    symbol = Symbol.parse(head.symbol.rstrip("*"))
    if not symbol or symbol.organ != "A":
        return
    if head.session and symbol.session.isdigit() and int(symbol.session) != head.session:
        told = f'the masthead has the "{capitalized(head.session)} session"'
        message = f"{told}, but the symbol {quoted(head.symbol)} is of session {symbol.session}"
        yield Severity.ERROR, message, "correct the session or the symbol", head.symbol
    named = COMMITTEES.get(head.committee, "")
    known = not head.committee or named
    if known and symbol.body != named and (named or symbol.body in COMMITTEES.values()):
        told = f"the masthead has {quoted(head.committee)}" if head.committee else "the masthead names no committee"
        meant = next((name for name, body in COMMITTEES.items() if body == symbol.body), "the plenary")
        message = f"{told}, but the symbol {quoted(head.symbol)} is of {meant if meant == 'the plenary' else f'the {meant}'}"
        yield Severity.ERROR, message, "correct the committee or the symbol", head.symbol


def _wanting(head: Masthead) -> Iterator[tuple[Severity, str, str, str]]:
    """The lines that are not there, or are not as drafts have them."""
    if head.distribution != "Limited" and _BLANK not in head.distribution:
        has = f"has the distribution {quoted(head.distribution)}" if head.distribution else "says nothing of the distribution"
        yield Severity.WARNING, f"the masthead {has}", "write distribution: Limited", head.distribution
    if not head.original:
        yield Severity.WARNING, "the masthead does not say in which language the text is", "write original: English", ""
    if not head.session:
        yield Severity.WARNING, "the masthead names no session", "name the session at which the text is submitted", ""
    if not any(item.number for item in head.agenda):
        yield Severity.WARNING, "the masthead names no agenda item", "give the number of the item it is submitted under", ""
    yield from _misprinted(head)
    if not any(item.title for item in head.agenda):
        message = "the masthead has no title of an agenda item"
        yield Severity.WARNING, message, "give the title of the item as the agenda has it", ""
    if head.heading and not _HEADING.fullmatch(head.heading) and not head.heading.startswith("Resolution"):
        message = f"the line above the title is {quoted(head.heading)}"
        yield Severity.WARNING, message, 'write "Draft resolution", or the sponsors and ": draft resolution"', head.heading


def _misprinted(head: Masthead) -> Iterator[tuple[Severity, str, str, str]]:
    """The date of issue and the numbers of agenda items that are not in the form they have."""
    if head.issued and _BLANK not in head.issued and not dates.parse(head.issued.replace("\u00a0", " ")):
        message = f"the masthead has the date {quoted(head.issued)}"
        yield Severity.WARNING, message, 'write it as in "4 November 2026"', head.issued
    for item in head.agenda:
        number = item.number.replace("\u00a0", " ")
        if number and _BLANK not in number and not all(_ITEM.fullmatch(each) for each in _ROW.split(number)):
            message = f"the masthead has the agenda item {quoted(item.number)}"
            yield Severity.WARNING, message, 'write its number as in "160" or "75 (b)"', item.number
