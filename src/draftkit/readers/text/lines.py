"""The lines of a plain text, cleaned: what no page shows is taken out, running heads and feet are put aside.

In: what a person pasted. Out: lines with their numbers, each knowing whether a page may have ended before it, and a
finding for every running line left out.

Example:
    >>> lines, findings = without_running_lines(clean_lines("Recalling its\\n\\n2/4\\n\\nresolution 35/168,"))
    >>> [line.text for line in lines if line.text], findings[0].message
    (['Recalling its', 'resolution 35/168,'], 'left out as a running head or foot: "2/4"')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page.forms import PART, is_formula
from draftkit.un.symbols import SYMBOL

_DROPPED = dict.fromkeys(
    (*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), *map(ord, "\u200b\u2060\ufeff\ue000"))
)
"""Characters without a shape: controls, zero-width blanks, marks of byte order."""

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no file can hold."""

_SOFT_HYPHEN = "\u00ad"
_SOFT_BREAK = re.compile(f"{_SOFT_HYPHEN} ?([\n\u2028\u2029\x85]) ?")
_JOINED = "\x00"
"""Stands, while lines are made, for a line's end within a word that a soft hyphen parted; never part of an input once cleaned."""

_BREAK = re.compile("(?=\f)|[\u2028\u2029\x85]")
"""Where a line begins that is none to an editor."""

_JOB = re.compile(r"\d{2}-\d{5}(?: \([A-Z]\))?(?: \d{6})?|\*\d{7,8}\*|\(?[A-Z]\)? {1,9}\d{6}")
_JOB_DATE = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d")
"""The date of a job, "171125": the foot of a first page has it, and a PDF may put it on a line of its own."""
_PAGE = re.compile(r"(\d{1,3})/(\d{1,3})")
_JOB_AND_PAGE = re.compile(
    rf"(?:{_JOB.pattern}) +(?P<after>\d{{1,3}}/\d{{1,3}})|(?P<before>\d{{1,3}}/\d{{1,3}}) +(?:{_JOB.pattern})"
)
_SYMBOL = re.compile(rf"{SYMBOL}(?: {PART})?")
_RULE = re.compile(r"_{5,}")
_WIDEST = 300
"""No page is wider than this many characters, its empty columns counted."""

_TALLEST = 6
"""A running title takes no more lines than this."""

_SHORT = 60
"""A running line of symbol, page or job number is no longer than this."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; ``number`` counts line feeds, from 1. ``after_break``: a page may have ended just before it."""

    number: int
    text: str
    after_break: bool = False

    @property
    def bare(self) -> str:
        return self.text.strip(" \u00a0")

    @property
    def indented(self) -> bool:
        return self.text[:1] in (" ", "\u00a0") and bool(self.bare)


def clean_lines(source: str) -> list[Line]:
    """The lines of a source, with the numbers that an editor shows; a form feed marks the line after it."""
    source = _HALVES.sub("\ufffd", source.replace("\t", "    ").translate(_DROPPED))
    source = _SOFT_BREAK.sub(lambda match: _JOINED if match[1] == "\n" else "", source).replace(_SOFT_HYPHEN, "")
    out: list[Line] = []
    number = 1
    for whole in source.split("\n"):
        for text in _BREAK.split(whole):
            out.append(Line(number, text.replace("\f", "").replace(_JOINED, ""), after_break=text.startswith("\f")))
            number += text.count(_JOINED)
        number += 1
    return out


def body_start(lines: Sequence[Line]) -> int:
    """The place of the line after the organ's, where the body begins; 0 where no such line is."""
    return next((at + 1 for at, line in enumerate(lines) if is_formula(line.bare)), 0)


def without_running_lines(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines without the heads and feet of pages: known by their form, and only once the body has begun."""
    start = body_start(lines) - 1 if body_start(lines) else len(lines)
    pages = _page_total(lines)
    job = any(_JOB.fullmatch(_collapsed(line)) for line in lines)
    heads = _running_titles(lines, start)
    out: list[Line] = []
    findings: list[Finding] = []
    broken = False
    for at, line in enumerate(lines):
        dated = job and at > start and _JOB_DATE.fullmatch(line.bare)
        if dated or at in heads or _is_running(line, pages, in_body=at > start):
            message = f'left out as a running head or foot: "{line.bare}"'
            findings.append(Finding("unread-line", Severity.INFO, message, line=line.number))
            broken = True
            continue
        out.append(replace(line, after_break=True) if broken and line.bare else line)
        broken = broken and not line.bare
    return out, tuple(findings)


def _is_running(line: Line, pages: str, *, in_body: bool) -> bool:
    columns = [column for column in line.bare.split("   ") if column.strip()][:4] if in_body else []
    if len(columns) == 2 and any(_SYMBOL.fullmatch(column.strip()) for column in columns):
        return True  # "A/RES/79/124      Short title", as a page's head is set
    text = _collapsed(line)
    if not text or len(text) > _SHORT:
        return False
    if _JOB.fullmatch(text):
        return True
    if both := _JOB_AND_PAGE.fullmatch(text):
        return bool(both)
    if page := _PAGE.fullmatch(text):
        return page[2] == pages
    return in_body and bool(_SYMBOL.fullmatch(text))


def _running_titles(lines: Sequence[Line], start: int) -> set[int]:
    """The places of the lines that head a page of the body: the document's symbol and, before or behind it, the title's end."""
    head = " ".join(" ".join(line.bare for line in lines[:start]).split()) if start < len(lines) else ""
    symbol = re.search(SYMBOL, head)
    if not symbol:
        return set()
    printed = re.compile(rf"{re.escape(symbol[0])}(?: {PART}(?!\w))?")
    found: set[int] = set()
    filled = [at for at in range(start, len(lines)) if lines[at].bare]
    for place, at in enumerate(filled):
        if len(lines[at].text) <= _WIDEST and symbol[0] in lines[at].bare:
            found.update(_running_title(lines, filled, place, printed, head))
    return found


def _running_title(lines: Sequence[Line], filled: Sequence[int], place: int, symbol: re.Pattern[str], head: str) -> Sequence[int]:
    """The longest run of lines about the one with the symbol that say the end of the title and nothing else."""
    longest: Sequence[int] = ()
    for first in range(max(0, place - _TALLEST + 1), place + 1):
        for last in range(place, min(len(filled), place + _TALLEST)):
            if last - first < _TALLEST and last - first >= len(longest):
                said = " ".join(lines[at].bare[:_WIDEST] for at in filled[first : last + 1])
                words = " ".join(symbol.sub(" ", said).split())
                longest = filled[first : last + 1] if words and head.endswith(f" {words}") else longest
    return longest


def _collapsed(line: Line) -> str:
    """The line with one blank for each empty stretch of a page that was kept as it is set; "" for a long one."""
    return " ".join(line.text.split()) if len(line.text) <= _WIDEST else ""


def _page_total(lines: Sequence[Line]) -> str:
    """The number of pages, where page numbers "2/4", "3/4" stand alone on their lines and agree; else ""."""
    found: list[tuple[int, str]] = []
    for line in lines:
        if len(line.text) <= _WIDEST:
            found += _pages_in(_collapsed(line))
    totals = {total for _, total in found}
    ordered = all(a < b for (a, _), (b, _) in pairwise(found))
    total = totals.pop() if len(totals) == 1 else ""
    return total if ordered and total and found[-1][0] <= int(total) else ""


def _pages_in(text: str) -> Iterator[tuple[int, str]]:
    both = _JOB_AND_PAGE.fullmatch(text)
    page = _PAGE.fullmatch((both["after"] or both["before"]) if both else text)
    if page:
        yield int(page[1]), page[2]


def is_rule(text: str) -> bool:
    """The line that parts a page from its notes: "_______________"."""
    return bool(_RULE.fullmatch(text))
