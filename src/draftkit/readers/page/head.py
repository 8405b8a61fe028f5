"""The masthead and the title of a plain text: the lines before the organ's (un-rules A3, A4).

In: the chunks before the body. Out: the masthead's fields, the title's text, and the lines of no known form, which are kept
and are findings.

Example:
    >>> head = read_head([Chunk("59/37. Consideration of effective measures", 1, lines=(...,))])
    >>> head.masthead.symbol, head.title
    ('A/RES/59/37', 'Consideration of effective measures')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from draftkit.assemble.printed import proposal
from draftkit.model import AgendaItem, Finding, Findings, Masthead, Severity
from draftkit.readers.page.forms import bare, is_bold, is_date, title_number, unbold
from draftkit.readers.page.marks import plain, without_links
from draftkit.readers.page.page import CALLOUT, Chunk
from draftkit.un import sessions
from draftkit.un.dates import DATE
from draftkit.un.symbols import BLANK, COMMITTEES, SYMBOL

_SYMBOL = re.compile(rf"(?:United Nations +)?(?P<symbol>{SYMBOL}(?: [A-Z](?:[-\u2013][A-Z])?)?)\*?(?: +United Nations)?")
_ORGAN = re.compile(
    r"(?P<organ>General Assembly|Security Council|Economic and Social Council"
    r"|Assemblée générale|Conseil de sécurité|Conseil économique et social)(?: +(?P<rest>Distr\.: ?.+))?"
)
_SESSION = re.compile(rf"(?P<ordinal>{sessions.ORDINAL}) session", re.IGNORECASE)
_AGENDA = re.compile(r"Agenda items? (?P<number>.+)")
_ADOPTED = re.compile(rf"Resolution(?P<several>s?) adopted by the (?P<organ>.+?) on (?P<date>{DATE})")
_PROPOSAL = re.compile(
    r"Resolutions? adopted .*|Résolutions? adoptées? .*|Draft (?:resolution|decision)s?\b.*"
    r"|.*: (?:revised )?(?:draft (?:resolution|decision)|amendment)\b.*"
)
_LANGUAGES = frozenset({"Arabic", "Chinese", "English", "French", "Russian", "Spanish"})
"""What pdftotext may put before the "Original:" that it belongs after."""

DRAFTED = ": draft resolution"
STATES_WITH_AND = (
    "Antigua and Barbuda", "Bosnia and Herzegovina", "Saint Kitts and Nevis", "Saint Vincent and the Grenadines",
    "Sao Tome and Principe", "Trinidad and Tobago", "United Kingdom of Great Britain and Northern Ireland",
)  # fmt: skip
"""States whose names hold the word that parts the last of a list (un-rules A5)."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body; ``title`` still has its marks and callouts.

    ``proposed``: it says who adopted the text, or whose draft it is.
    """

    masthead: Masthead
    title: str
    proposed: bool = False
    findings: Findings = ()


@dataclass(slots=True)
class _Open:
    """The fields gathered so far; ``agenda`` is pairs of number and title, ``last`` the field that may run on.

    ``organ``: its line was there; ``others``: lines of no known form with their places; ``title``: lines with theirs.
    """

    head: Masthead = field(default_factory=Masthead)
    agenda: list[list[str]] = field(default_factory=list)
    proposal: str = ""
    basis: str = ""
    title: list[tuple[str, int]] = field(default_factory=list)
    number: str = ""
    last: str = ""
    chunk: Chunk | None = None
    organ: bool = False
    others: list[tuple[str, int]] = field(default_factory=list)


def read_head(chunks: Sequence[Chunk], *, marks: bool = True) -> Head:
    """Read the head. Without a symbol or a session all of it is the title."""
    found = _Open()
    for chunk, line in _lines(chunks):
        _take(found, chunk, line, marks)
    if not (marks or found.number):  # draftkit's own plain text: a line is a block, and the title the last one
        found.others += found.title[:-1]
        found.title = found.title[-1:]
    head = found.head
    if found.number and not head.symbol:
        session = found.number.partition("/")[0]
        known = int(session) if session.isdecimal() and int(session) <= sessions.HIGHEST else 0
        head = replace(head, symbol=f"A/RES/{found.number}", session=head.session or known)
    if not head.symbol and not head.session:
        return Head(Masthead(), " ".join(unbold(chunk.text) for chunk in chunks))
    agenda = tuple(AgendaItem(number, plain(title) if marks else title) for number, title in found.agenda)
    kept = [(_words(line) if marks else line.strip(), at) for line, at in found.others]
    others = tuple(line for line, _ in kept if line)
    head = _with_proposal(replace(head, agenda=agenda, basis=_basis(found.basis), others=others), found.proposal)
    findings = tuple(_kept(line, at) for line, at in kept if line)
    return Head(head, " ".join(unbold(line) for line, _ in found.title), bool(found.proposal), findings)


def _words(line: str) -> str:
    return plain(unbold(without_links(line))).strip()


def _kept(line: str, at: int) -> Finding:
    message = f'this line of the masthead is of no known form and is kept as it is: "{line}"'
    return Finding("unread-line", Severity.WARNING, message, "masthead", line=at)


def _lines(chunks: Sequence[Chunk]) -> Iterator[tuple[Chunk, str]]:
    """The lines of the head; a chunk that is one sponsors' line however long, or the title, comes whole."""
    for chunk in chunks:
        if chunk.text.rstrip("*").endswith(DRAFTED):
            first = _first_of_sponsors(chunk.lines)
            lines = (*chunk.lines[:first], " ".join(chunk.lines[first:])) if first else (chunk.text,)
        else:
            whole = title_number(chunk.text)[0] or CALLOUT in chunk.text or not chunk.lines
            lines = (chunk.text,) if whole else chunk.lines
        for line in lines:
            yield chunk, line


def _first_of_sponsors(lines: Sequence[str]) -> int:
    """Where the sponsors begin in lines that have the agenda item above them without a blank line between; 0 for all."""
    if not any(_AGENDA.fullmatch(bare(line)) for line in lines):
        return 0
    first = len(lines) - 1
    while first > 1 and lines[first - 1].endswith((",", " and")):
        first -= 1
    return first


def _take(found: _Open, chunk: Chunk, line: str, marks: bool) -> None:
    text = bare(without_links(line)) if marks else line.strip()
    if not text:
        return
    number, rest = title_number(line)
    if number:
        found.others += found.title  # what stood before the number was no title
        found.number, found.title, found.last = number, [(bare(rest), chunk.line)] if bare(rest) else [], "title"
    elif found.last == "title" or (found.last == "basis" and found.basis.endswith("]") and not text.startswith("[")):
        if is_bold(line) and not found.number and not any(is_bold(before) for before, _ in found.title):
            found.others += found.title  # nor is what stood before it in ordinary letters
            found.title = []
        found.last = "title"
        found.title.append((line, chunk.line))
    elif found.last == "basis" and not found.basis.endswith("]"):
        found.basis = f"{found.basis} {text}"
    elif text.startswith("[") and (found.proposal or found.head.session):
        found.others += [(found.basis, chunk.line)] if found.basis else []
        found.basis, found.last = text, "basis"
    elif found.last == "proposal":
        if _goes_on(found.proposal, text):
            found.proposal = f"{found.proposal} {text}"
        else:
            found.others += found.title  # what stood before the line above was no title
            found.last, found.title = "title", [(line, chunk.line)]
    elif not _take_field(found, text):
        _take_rest(found, chunk, line, text)


def _goes_on(proposal: str, text: str) -> bool:
    """Whether a line goes on with the one that says who adopted the text, and when."""
    if _ADOPTED.fullmatch(proposal):
        return False
    return bool(re.match(r"on \d", text) or _ADOPTED.fullmatch(f"{proposal} {text}"))


def _take_field(found: _Open, text: str) -> bool:
    """Whether the line is a field of the masthead, known by its form."""
    head = found.head
    if text == "United Nations":
        pass
    elif (match := _SYMBOL.fullmatch(text)) and not head.symbol:
        found.head = replace(head, symbol=match["symbol"])
    elif (match := _ORGAN.fullmatch(text)) and not (found.agenda and found.agenda[-1][1]):  # else the title's last line
        if found.organ and match["organ"] != head.organ:
            return False
        found.head, found.organ = replace(head, organ=match["organ"]), True
        if match["rest"]:
            _take_field(found, match["rest"])
    elif text.startswith("Distr.") and not head.distribution:
        found.head = replace(head, distribution=text.partition(":")[2].strip())
    elif text.startswith("Original:") and not head.original:
        torn = found.others.pop()[0] if text == "Original:" and found.others and found.others[-1][0] in _LANGUAGES else ""
        found.head = replace(head, original=torn or text.partition(":")[2].strip())
    elif (is_date(text) or text == BLANK) and not head.issued and not found.agenda:
        found.head = replace(head, issued=text)
    elif (match := _SESSION.fullmatch(text)) and not head.session:
        found.head = replace(head, session=sessions.number(match["ordinal"]) or 0)
    elif text in COMMITTEES and not found.agenda:
        found.head = replace(head, committee=text)
    elif match := _AGENDA.fullmatch(text):
        found.agenda.append([match["number"], ""])
        found.last, found.chunk = "agenda", None
    elif _PROPOSAL.fullmatch(text):
        found.proposal, found.last = text, "proposal"
    else:
        return False
    return True


def _take_rest(found: _Open, chunk: Chunk, line: str, text: str) -> None:
    if found.last == "agenda":
        title = found.agenda[-1][1]
        if title and found.chunk is not chunk:  # a further title under one number
            found.agenda.append(["", text])
        else:
            found.agenda[-1][1] = f"{title} {text}" if title else text
        found.chunk = chunk
    elif found.head.symbol or found.head.session:
        found.others.append((line, chunk.line))
    else:
        found.title.append((line, chunk.line))


def _with_proposal(head: Masthead, line: str) -> Masthead:
    """The masthead with what its line before the title says (un-rules A4, A5)."""
    line = plain(line)
    if match := _ADOPTED.fullmatch(line):
        same = match["organ"] == head.organ and not match["several"]
        return replace(head, adopted=match["date"], heading="" if same else line)
    if line and not proposal(head):  # an adopted text, by its number: it has no such line of its own
        return replace(head, heading=line)
    if line in ("", "Draft resolution"):
        return head
    if line.endswith(DRAFTED):
        return replace(head, sponsors=sponsors(line.removesuffix(DRAFTED)))
    return replace(head, heading=line)


def sponsors(listed: str) -> tuple[str, ...]:
    """The States of a sponsors' list, "Austria, Bosnia and Herzegovina and Chile"."""
    *first, last = listed.split(", ")
    compound = next((state for state in STATES_WITH_AND if last.endswith(state)), "")
    before = last.removesuffix(compound) if compound else last
    if compound and not before:
        return (*first, last)
    if compound:
        return (*first, before.removesuffix(" and "), compound) if before.endswith(" and ") else (*first, last)
    head, joiner, tail = last.rpartition(" and ")
    return (*first, head, tail) if joiner else (*first, last)


def _basis(text: str) -> str:
    return plain(text.removeprefix("[").removesuffix("]").strip()).strip() if text else ""
