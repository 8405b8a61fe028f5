"""What a footnote is the source of: the thing named just before its callout, and where a text names that thing.

A thing is a resolution by its number, a title in quotation marks, or the name of an instrument: three words or more with capital
letters, one of them "Convention", "Declaration", "Agenda" or the like. What is not written the same and whole is another thing
("the Convention on the Rights of the Child" is not its Optional Protocol), and behind anything else, "the report of the
Committee", nobody can say where the note should go.

Example:
    >>> content = parse("*Recalling* the Vienna Convention on Diplomatic Relations,[^vienna]")
    >>> [(each.thing, each.note) for each in named(content)]
    [('Vienna Convention on Diplomatic Relations', 'vienna')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from draftkit.assemble.mentions import cited_in, unquoted
from draftkit.inline import MARK, flat
from draftkit.model import Callout, Content, Text

_LARGE = r"(?:\d+-)?[A-Z\u00c0-\u00de][\w’-]*"
_SMALL = (
    r"(?:of|the|on|to|in|against|by|with|from|at|for|its|or|a|an|as|all|into|between|among|through|within|relating|concerning|"
    r"regarding|including)"
)
_INSTRUMENT = (
    r"(?:Accords?|Agenda|Agreement|Charter|Code|Compact|Consensus|Constitution|Convention|Covenant|Declaration|Framework|Guidelines|"
    r"Partnership|Pathway|Plan|Platform|Principles|Programme(?= of (?:Action|Work))|Protocol|Rules|Statute|Strategy|Treaty)"
)
_YEARS = r"(?: \d{4}(?:[–-]\d{4})?\b)?"
_NAME = re.compile(
    rf"(?<![\w-])(?:(?:\d{{4}}[–-])?\d{{4}} )?(?:{_LARGE} ){{0,12}}{_INSTRUMENT}\b"
    rf"(?:(?:,(?! (?:and )?(?:the|its)\b))? (?:and (?!the\b|its\b)|{_SMALL},? ){{0,6}}{_LARGE}){{0,40}}{_YEARS}"
)
_TITLE = re.compile("“[^“”]+”")
_OF_A_BODY = re.compile(r"\bof (?:the )?(?:States )?[Pp]arties to (?:the )?$")
"""The beginning of a longer name: "the Conference of the Parties to the United Nations Framework Convention on ..."."""
_OF_A_TITLE = re.compile(rf"(?<!^)\b{_LARGE} (?:(?:of|on|for|towards)(?: the| an?| its)? |and )$")
"""The beginning of what may be a longer title: "the Declaration: Towards the Achievement of the 2030 Agenda for ..."."""
_LOOK_BACK = 40
_ENTITLED = re.compile(", entitled “[^”]+”")
_LEAST = 3
_CLOSING = re.compile(rf"[,;.:”’]*(?={MARK})|[,;.:]*")
"""What stands between the words and the callout behind them (un-rules E2)."""


class Sort(Enum):
    """How a thing is named."""

    NUMBER = auto()
    TITLE = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """A thing named at a place: from ``start`` to ``end`` of the plain characters; ``note`` of the callout behind, "" if none.

    ``callout`` is where the callout stands, or would; a reference there, which leaves no room for one, is a note "?".
    ``others``: a number of another body, as in ``mentions.Cited``. ``is_sure``: it cannot be the end of a longer title.
    """

    thing: str
    start: int
    end: int
    sort: Sort
    callout: int
    note: str = ""
    others: bool = False
    is_sure: bool = True


def named(content: Content) -> Iterator[Named]:
    """The things named in a paragraph, in order."""
    text = flat(content).replace("\u00a0", " ").replace("\u2011", "-")
    notes = _callouts(content)
    names = [match for match in _NAME.finditer(unquoted(text)) if _is_whole(match, text)]
    found = [
        *((match[0], match.start(), match.end(), Sort.TITLE, False) for match in _TITLE.finditer(text)),
        *((match[0], match.start(), match.end(), Sort.NAME, False) for match in names),
        *((one.number, one.start, one.end, Sort.NUMBER, others) for one, others in cited_in(text)),
    ]
    for thing, start, end, sort, others in sorted(found, key=lambda one: one[1]):
        at = _callout(text, end)
        note = notes.get(at, "?" if text[at : at + 1] == MARK else "")
        is_sure = sort is not Sort.NAME or not _OF_A_TITLE.search(text[:start], max(0, start - _LOOK_BACK))
        yield Named(thing, start, end, sort, at, note, others, is_sure)


def _is_whole(match: re.Match[str], text: str) -> bool:
    """Whether a name is long enough to be one, and not the end of the name of a body."""
    return len(match[0].split()) >= _LEAST and not _OF_A_BODY.search(text, max(0, match.start() - _LOOK_BACK), match.start())


def _callout(text: str, end: int) -> int:
    """Where the callout of what ends at ``end`` stands or would: behind the punctuation, and the title that follows a number."""
    entitled = _ENTITLED.match(text, end)
    behind = _CLOSING.match(text, entitled.end() if entitled else end)
    return behind.end() if behind else end


def _callouts(content: Content) -> dict[int, str]:
    """The note of each callout by its place in the plain characters."""
    found: dict[int, str] = {}
    at = 0
    for piece in content:
        if isinstance(piece, Callout):
            found[at] = piece.note
        at += len(piece.text) if isinstance(piece, Text) else 1
    return found
