"""A draft as it is issued: the masthead of an L-document, for the plenary and every Main Committee (un-rules A4, A5).

In: a finished text and what is known of its issue. Out: the text under that masthead, without what only an adopted one has.

Example:
    >>> l_document(text, Issue(sponsors=("Ghana", "Fiji"))).masthead.sponsors
    ('Fiji', 'Ghana')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from draftkit.assemble.issue.bound import with_bound_dates
from draftkit.assemble.issue.sponsors import listed, sponsors
from draftkit.assemble.issue.symbols import issued, symbol_of
from draftkit.errors import DraftkitError
from draftkit.model import Masthead, Resolution
from draftkit.un.symbols import BLANK, Symbol

_DRAFT = "Draft resolution"
_REVISED = "Revised draft resolution"
_SAID_REVISED = re.compile(r"^(?:|.*?: )(?i:revised) draft resolution\b")
_SAID_FIRST = re.compile(r"^(|.*?: )(D|d)(?=raft resolution\b)")
"""Where a line says what it is of: at its beginning or behind the sponsors. Another draft that it names keeps its words."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is known of an L-document.

    Args:
        sponsors: States as typed; ``None`` for those that the draft names, ``()`` for none.
        heading: the whole line before the title, instead of the one that follows from the sponsors.
        submitted_by: an officer of the committee, "Vice-Chair, Ana Example (Poland)".
        consultations_on: the symbol of the draft that the officer's text comes from.
        revision: 1 for Rev.1, 0 for a first text.
    """

    sponsors: tuple[str, ...] | None = None
    heading: str = ""
    submitted_by: str = ""
    consultations_on: str = ""
    revision: int = 0


def l_document(text: Resolution, issue: Issue = Issue()) -> Resolution:
    """The text as an L-document.

    Raises:
        DraftkitError: no session; a symbol that is of another committee; a sponsor that is no State; an officer's text without
            the draft that it comes from.
    """
    head = text.masthead
    symbol = symbol_of(head)
    named = head.sponsors if issue.sponsors is None else issue.sponsors
    given = issue.sponsors is not None  # the names in a draft are for the checks to speak of
    states = () if issue.heading or issue.submitted_by else sponsors(named, strict=given)
    fresh = replace(
        head,
        symbol=issued(symbol, "Rev", issue.revision) if issue.revision else symbol,
        distribution="Limited",
        issued=_date(head, issue),
        original=head.original or "English",
        adopted="",
        basis="",
        sponsors=states,
        heading=_heading(head, states, issue),
    )
    parts = tuple(replace(part, meeting="", adopted="") for part in text.parts)
    return with_bound_dates(replace(text, masthead=fresh, parts=parts))


def _date(head: Masthead, issue: Issue) -> str:
    """A revised text has a date of its own, which the Secretariat gives."""
    return BLANK if issue.revision or head.adopted else head.issued or BLANK


def _heading(head: Masthead, states: tuple[str, ...], issue: Issue) -> str:
    """The line before the title where it is not the one that follows from the sponsors."""
    if issue.heading:
        return issue.heading
    if issue.submitted_by:
        return _officer(issue)
    own = "" if head.adopted or issue.sponsors is not None else head.heading
    if not issue.revision:
        return own
    if own and not _SAID_REVISED.search(own):
        return _SAID_FIRST.sub(lambda said: f"{said[1]}{'Revised' if said[2] == 'D' else 'revised'} d", own, count=1)
    return own or (f"{listed(states)}: revised draft resolution" if states else _REVISED)


def _officer(issue: Issue) -> str:
    """A text that an officer of a committee submits in the place of a sponsored one (un-rules A5)."""
    symbol = issue.consultations_on
    if not symbol:
        remedy = "give the draft resolution with --consultations-on A/C.2/81/L.21, or the whole line with --heading"
        raise DraftkitError("informal consultations are on a draft resolution, which is not given", remedy=remedy)
    parsed = Symbol.parse(symbol)
    if parsed is None or parsed.type != "L":
        raise DraftkitError(f'"{symbol}" is not the symbol of a draft resolution', remedy="give one such as A/C.2/81/L.21")
    office, _, name = issue.submitted_by.partition(",")
    if not name.strip() or not name.rstrip().endswith(")"):
        remedy = 'give office, name and State: "Vice-Chair, Ana Example (Poland)"'
        raise DraftkitError(f'"{issue.submitted_by}" does not say who submits the text', remedy=remedy)
    what = "Revised draft resolution" if issue.revision else _DRAFT
    by = f"the {office.strip()} of the Committee, {name.strip()}"
    return f"{what} submitted by {by}, on the basis of informal consultations on draft resolution {symbol}"
