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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit.assemble.masthead import proposal
from draftkit.model import AgendaItem, Finding, Findings, Masthead, Severity
from draftkit.readers.page.forms import PART, bare, is_bold, is_date, title_number, unbold
from draftkit.readers.page.marks import plain, without_links
from draftkit.readers.page.page import CALLOUT, Chunk, without_callouts
from draftkit.readers.page.proposal import first_of_sponsors, goes_on, is_proposal, said, sponsored, with_proposal
from draftkit.un import sessions
from draftkit.un.symbols import BLANK, COMMITTEES, SYMBOL, resolution_number

_SYMBOL = re.compile(rf"(?:United Nations +)?(?P<symbol>{SYMBOL}(?: {PART})?)(?:\\?\*)?(?: +United Nations)?")
_ORGAN = re.compile(
    r"(?P<organ>General Assembly|Security Council|Economic and Social Council"
    r"|Assemblée générale|Conseil de sécurité|Conseil économique et social)(?: +(?P<rest>Distr\.: ?.+))?"
)
_SESSION = re.compile(rf"(?P<ordinal>{sessions.ORDINAL}) session", re.IGNORECASE)
_AGENDA = re.compile(r"Agenda items? (?P<number>.+)")
_NOTE = re.compile(r"(?:\\?\*){1,3} +\S")
"""The note of a sign in the line above."""

_LANGUAGES = frozenset({"Arabic", "Chinese", "English", "French", "Russian", "Spanish"})
"""What pdftotext may put before the "Original:" that it belongs after."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body; ``title`` still has its marks and callouts.

    ``proposed``: it says who adopted the text, or whose draft it is. ``lines``: where each line stands (see ``Reading.lines``).
    """

    masthead: Masthead
    title: str
    proposed: bool = False
    findings: Findings = ()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """The fields gathered so far; an item of ``agenda`` is its number and what its title is made of.

    ``last``: the field that may run on; ``organ``: its line was there; ``others``: lines of no known form with their places;
    ``title``: lines with theirs; ``lines``: the places of the fields.
    """

    head: Masthead = field(default_factory=Masthead)
    agenda: list[list[str]] = field(default_factory=list)
    proposal: str = ""
    basis: list[str] = field(default_factory=list)
    title: list[tuple[str, int]] = field(default_factory=list)
    number: str = ""
    last: str = ""
    chunk: Chunk | None = None
    organ: bool = False
    others: list[tuple[str, int]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def put(self, line: int, **fields: Any) -> None:
        """Set fields of the masthead that stand on a line."""
        self.head = replace(self.head, **fields)
        self.lines.update({f"masthead.{name}": line for name in fields})

    def propose(self, text: str, line: int) -> None:
        """Take the line before the title."""
        self.proposal, self.last = text, "proposal"
        self.lines["masthead.proposal"] = line


def read_head(chunks: Sequence[Chunk], *, marks: bool = True) -> Head:
    """Read the head. Without a symbol or a session all of it is the title."""
    found = _Open()
    own = _own_heading(chunks, marks)
    for chunk, line in _lines(chunks, found.findings):
        if chunk is own:
            found.propose(_bare(line, found) if marks else line.strip(), chunk.line)
        else:
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
        places = {"masthead.title": chunks[0].line} if chunks else {}
        return Head(Masthead(), " ".join(unbold(chunk.text) for chunk in chunks), lines=places)
    agenda = tuple(AgendaItem(item[0], _said(item[1:], marks)) for item in found.agenda)
    kept = ((_words(line) if marks else without_callouts(line).strip(), at) for line, at in found.others)
    others = [(line, at) for line, at in kept if line]
    head = replace(head, agenda=agenda, basis=_basis(" ".join(found.basis)), others=tuple(line for line, _ in others))
    places = found.lines | {f"masthead.other.{n}": at for n, (_, at) in enumerate(others)}
    if found.title:
        places["masthead.title"] = found.title[0][1]
    head = with_proposal(head, found.proposal, signs=marks)
    findings = (*found.findings, *_signs(found, head), *(_kept(line, at) for line, at in others))
    title = " ".join(unbold(line) for line, _ in found.title)
    return Head(head, title, bool(found.proposal), findings, places)


def _said(pieces: Sequence[str], marks: bool) -> str:
    return plain(" ".join(pieces)) if marks else " ".join(pieces)


def _words(line: str) -> str:
    return plain(unbold(without_links(line))).strip()


def _kept(line: str, at: int) -> Finding:
    message = f'this line of the masthead is of no known form and is kept as it is: "{line}"'
    return Finding("unread-line", Severity.WARNING, message, "masthead", line=at)


def _signs(found: _Open, head: Masthead) -> Iterator[Finding]:
    if "*" in found.proposal and "*" not in proposal(head):
        message = f'the signs of footnotes in this line were left out: "{found.proposal}"'
        yield Finding("unread-line", Severity.INFO, message, "masthead", line=found.lines["masthead.proposal"])


def _lines(chunks: Sequence[Chunk], findings: list[Finding]) -> Iterator[tuple[Chunk, str]]:
    """The lines of the head; sponsors come as one line however many they fill, and the title whole."""
    for chunk in chunks:
        printed = chunk.lines or (chunk.text,)
        spoken = [said(without_callouts(line)) for line in printed]
        if found := sponsored(spoken):
            first, end = _first(spoken, *found), found[1]
            if first and _may_be_names(spoken, first):
                message = f'the sponsors may begin on this line, which is not read as theirs: "{spoken[first - 1]}"'
                findings.append(Finding("unread-line", Severity.INFO, message, "masthead", line=chunk.line))
            whole = chunk.text if end - first == len(printed) else " ".join(line.strip() for line in printed[first:end])
            printed = (*printed[:first], whole, *printed[end:])
        elif title_number(chunk.text)[0] or CALLOUT in chunk.text:
            printed = (chunk.text,)
        for line in printed:
            yield chunk, line


def _own_heading(chunks: Sequence[Chunk], marks: bool) -> Chunk | None:
    """The line before the title of a document that is issued and that says neither sponsors nor "Draft resolution" there.

    It is known by its place, behind the session and between the title of the agenda item and that of the text: "Working paper".
    """
    if len(chunks) < 3 or (marks and not is_bold(chunks[-1].text)):
        return None
    words = [said(without_callouts(chunk.text)) for chunk in chunks]
    symbol = next((match["symbol"] for line in words if (match := _SYMBOL.fullmatch(line))), "")
    known = any(is_proposal(line) or title_number(line)[0] for line in words)
    if not symbol or resolution_number(symbol) or known or not any(_SESSION.fullmatch(line) for line in words[:-2]):
        return None
    above, line = words[-3:-1]
    taken = line.startswith("[") or _is_of_known_form(line) or _is_field(line)
    return None if taken or _AGENDA.fullmatch(above) else chunks[-2]


def _is_field(words: str) -> bool:
    return words.startswith(("Distr.", "Original:")) or words == BLANK


def _first(spoken: Sequence[str], at: int, end: int) -> int:
    """Where the sponsors begin in lines that may have the agenda item above them without a blank line between."""
    floor = next((n + 1 for n in range(at - 1, -1, -1) if _is_of_known_form(spoken[n])), 0)
    return first_of_sponsors(spoken, at, floor) if floor or end < len(spoken) else 0


def _is_of_known_form(line: str) -> bool:
    return line in COMMITTEES or is_date(line) or any(form.fullmatch(line) for form in (_AGENDA, _SESSION, _SYMBOL, _ORGAN))


def _may_be_names(spoken: Sequence[str], first: int) -> bool:
    """Whether the line above the sponsors looks as much like some of them as like the end of the agenda item's title."""
    if not spoken[first][:1].isupper():
        return True
    only = first == 1 or _AGENDA.fullmatch(spoken[first - 2])  # then it is the title
    return ", " in spoken[first - 1] and not only and not _AGENDA.fullmatch(spoken[first - 1])


def _take(found: _Open, chunk: Chunk, line: str, marks: bool) -> None:
    """Put a line where it belongs: by its number, by what runs on, by its form. Only a title keeps its callouts."""
    text = without_callouts(line)
    text = _bare(text, found) if marks else text.strip()
    number, rest = title_number(line)
    if number:
        found.others += found.title  # what stood before the number was no title
        found.number, found.title, found.last = number, [(bare(rest), chunk.line)] if bare(rest) else [], "title"
    elif found.last == "title" and (text or CALLOUT in line):
        _take_title(found, chunk, line)
    elif text and not (_runs_on(found, chunk, line, text) or _take_field(found, chunk, text)):
        _take_rest(found, chunk, line, text)


def _bare(text: str, found: _Open) -> str:
    """A line without the marks around it; the line before the title without any, but with the signs of its footnotes."""
    words = said(text)
    if is_proposal(words) or (found.last == "proposal" and goes_on(found.proposal, words)):
        return words
    inner = bare(without_links(text))
    return f"{inner}*" if inner.endswith("\\") else inner  # a star that is a character is no mark


def _take_title(found: _Open, chunk: Chunk, line: str) -> None:
    if is_bold(line) and not found.number and not any(is_bold(before) for before, _ in found.title):
        found.others += found.title  # what stood before it in ordinary letters was no title
        found.title = []
    found.last = "title"
    found.title.append((line, chunk.line))


def _runs_on(found: _Open, chunk: Chunk, line: str, text: str) -> bool:
    """Whether a line goes on with the basis or the proposal, or ends it: what follows these is the title."""
    ended = bool(found.basis) and found.basis[-1].endswith("]")
    if found.last == "basis" and not ended:
        found.basis.append(text)
    elif text.startswith("[") and (found.proposal or found.head.session):
        found.others += [(" ".join(found.basis), found.lines["masthead.basis"])] if found.basis else []
        found.basis, found.last = [text], "basis"
        found.lines["masthead.basis"] = chunk.line
    elif found.last == "basis":
        _take_title(found, chunk, line)
    elif found.last == "proposal" and goes_on(found.proposal, text):
        found.proposal = f"{found.proposal} {text}"
    elif found.last == "proposal" and _NOTE.match(line):
        found.others.append((line, chunk.line))
    elif found.last == "proposal":
        found.others += found.title  # what stood before the line above was no title
        found.last, found.title = "title", [(line, chunk.line)]
    else:
        return False
    return True


def _take_field(found: _Open, chunk: Chunk, text: str) -> bool:
    """Whether the line is a field of the masthead, known by its form."""
    head, at = found.head, chunk.line
    if text == "United Nations":
        found.lines.setdefault("masthead.publisher", at)
    elif (match := _SYMBOL.fullmatch(text)) and not head.symbol:
        found.put(at, symbol=match["symbol"])
    elif text == BLANK and not head.symbol and not found.organ and "masthead.publisher" in found.lines:
        found.put(at, symbol=BLANK)  # between the publisher and the organ there is nothing else
    elif (match := _ORGAN.fullmatch(text)) and not (found.agenda and len(found.agenda[-1]) > 1):  # else the title's last line
        if found.organ and match["organ"] != head.organ:
            return False
        found.organ = True
        found.put(at, organ=match["organ"])
        if match["rest"]:
            _take_field(found, chunk, match["rest"])
    elif text.startswith("Distr.") and not head.distribution:
        found.put(at, distribution=text.partition(":")[2].strip())
    elif text.startswith("Original:") and not head.original:
        torn = found.others.pop()[0] if text == "Original:" and found.others and found.others[-1][0] in _LANGUAGES else ""
        found.put(at, original=torn or text.partition(":")[2].strip())
    elif (is_date(text) or text == BLANK) and not head.issued and not found.agenda:
        found.put(at, issued=text)
    elif (match := _SESSION.fullmatch(text)) and not head.session:
        found.put(at, session=sessions.number(match["ordinal"]) or 0)
    elif text in COMMITTEES and not found.agenda:
        found.put(at, committee=text)
    elif match := _AGENDA.fullmatch(text):
        found.lines[f"masthead.agenda-item.{len(found.agenda)}"] = at
        found.agenda.append([match["number"]])
        found.last, found.chunk = "agenda", None
    elif is_proposal(text):
        found.propose(text, at)
    else:
        return False
    return True


def _take_rest(found: _Open, chunk: Chunk, line: str, text: str) -> None:
    if found.last == "agenda":
        if len(found.agenda[-1]) > 1 and found.chunk is not chunk:  # a further title under one number
            found.agenda.append([""])
        found.lines.setdefault(f"masthead.agenda-title.{len(found.agenda) - 1}", chunk.line)
        found.agenda[-1].append(text)
        found.chunk = chunk
    elif found.head.symbol or found.head.session:
        found.others.append((line, chunk.line))
    else:
        found.title.append((line, chunk.line))


def _basis(text: str) -> str:
    return plain(text.removeprefix("[").removesuffix("]").strip()).strip() if text else ""
