"""A draft as it is adopted: number, date, the lines that say on what basis and at which meeting (un-rules A3, A7, A8).

In: a finished text and what is known of its adoption. Out: the adopted text, "___" for what is not known yet.

Example:
    >>> adopted(text, Adoption(number="81/124", basis="A/81/472, para. 7", meeting="47")).masthead.basis
    'on the report of the Sixth Committee (A/81/472, para. 7)'
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from draftkit.assemble.issue.bound import with_bound_dates
from draftkit.errors import DraftkitError
from draftkit.model import Masthead, Resolution
from draftkit.un import dates
from draftkit.un.sessions import ordinal
from draftkit.un.symbols import BLANK, Symbol

_NUMBER = re.compile(r"((?:ES-|S-)?\d+)/\d+")
_SENTENCE = ("on the report of", "without reference to")
_SYMBOL = re.compile(r"[A-Z]+/\S+?(?=[,;]|\s|$)")


@dataclass(frozen=True, slots=True)
class Adoption:
    """What is known of an adoption; "" for what is not.

    Args:
        number: "81/124".
        date: "4 December 2026".
        basis: "A/81/472, para. 7", or the whole line of the brackets.
        meeting: "47", or "53rd (resumed)".
    """

    number: str = ""
    date: str = ""
    basis: str = ""
    meeting: str = ""


def adopted(text: Resolution, adoption: Adoption = Adoption()) -> Resolution:
    """The text as adopted.

    Raises:
        DraftkitError: no session; a number of another session; a date or a basis that is none.
    """
    head = text.masthead
    _require(head, adoption)
    fresh = replace(
        head,
        symbol=f"A/RES/{adoption.number or f'{head.session}/{BLANK}'}",
        distribution="General",
        issued=BLANK,
        original="",
        committee="",
        adopted=adoption.date or BLANK,
        basis=_basis(head, adoption.basis),
        sponsors=(),
        heading="",
    )
    *before, last = text.parts
    closed = replace(last, meeting=f"{_ordinal(adoption.meeting)} plenary meeting", adopted=adoption.date or BLANK)
    return with_bound_dates(replace(text, masthead=fresh, parts=(*before, closed)))


def _require(head: Masthead, adoption: Adoption) -> None:
    if not head.session:
        raise DraftkitError("the draft does not say of which session it is", "document", 'add "session: 81"')
    match = _NUMBER.fullmatch(adoption.number)
    if adoption.number and not match:
        raise DraftkitError(f'"{adoption.number}" is no number of a resolution', remedy=f"write it as {head.session}/124")
    if match and match[1].isdecimal() and int(match[1]) != head.session:
        what = f"resolution {adoption.number} is not of the {ordinal(head.session)} session, as the draft is"
        raise DraftkitError(what, remedy='put the number or "session" right')
    if adoption.date and not dates.parse(adoption.date):
        raise DraftkitError(f'"{adoption.date}" is no date', remedy='write it as "4 December 2026"')
    if adoption.basis and not adoption.basis.startswith(_SENTENCE):
        symbol = _SYMBOL.match(adoption.basis)
        if not symbol or not Symbol.parse(symbol[0]):
            raise DraftkitError(f'"{adoption.basis}" does not begin with a symbol', remedy='write it as "A/81/472, para. 7"')
    if adoption.meeting and not re.fullmatch(r"\d{1,3}(?:st|nd|rd|th)?(?: \([a-z]+\))?", adoption.meeting):
        raise DraftkitError(f'"{adoption.meeting}" is no number of a meeting', remedy='write it as 47, or "53rd (resumed)"')


def _basis(head: Masthead, given: str) -> str:
    """The line in brackets (un-rules A8)."""
    if given.startswith(_SENTENCE):
        return given
    if head.committee:
        return f"on the report of the {head.committee} ({given or f'A/{head.session}/{BLANK}, para. {BLANK}'})"
    draft = Symbol.parse(head.symbol)
    own = head.symbol if draft and draft.type == "L" else f"A/{head.session}/L.{BLANK}"
    return f"without reference to a Main Committee ({given or own})"


def _ordinal(meeting: str) -> str:
    """The number of a meeting in figures: "47" is "47th"."""
    match = re.fullmatch(r"(\d+)( .+)?", meeting)
    if not match:
        return meeting or BLANK
    number = int(match[1])
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}{match[2] or ''}"
