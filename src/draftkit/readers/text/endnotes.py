r"""Notes and callouts in the signs of web pages and old texts, given one sign: "[^1]: A/79/143." and "[1]".

In: the lines of a text. Out: the same with every list of notes that is certain in the one sign, and findings.

    [1] A/79/143.           a copied web page; Word's own "[\[1\]](#_ftnref1)" and "[1](#fn1)"
    1/ A/49/143.            texts of the time before 1995, their callouts "1/" too
    ¹ A/79/143.             where no blank line parts it from the paragraph above
    1. ^ A/79/143.          an encyclopedia
    Notes / 1. A/79/143.    a numbered list under a heading, if every callout of the text is in it

Example:
    >>> lines, findings = usual_notes(clean_lines("Recalling its decision,[1]\n\n[1] A/79/143."))
    >>> [line.text for line in lines]
    ['Recalling its decision,[1]', '', '[^1]: A/79/143.']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page.forms import SUPERSCRIPTS
from draftkit.readers.text.lines import Line
from draftkit.readers.text.notes import superscript_digits

_LINKED = re.compile(r"\[\\?\[?(\d{1,3})\\?\]?\]\((#[^()\s]{0,200}|[^()\s]{0,200}#_?(?:ftn|fn|note|cite)[^()\s]{0,100})\)")
_BRACKETED = re.compile(r"(?<=\S)\[(\d{1,3})\]|(?<=\S) \[(\d{1,3})\]")
_SLASHED = re.compile(r"(?<=[^\s\d/]) ?(?<![\d/])(\d{1,3})/(?![\w/])|(?:(?<=19\d\d)|(?<=20\d\d))(\d{1,2})/(?![\w/])")
_RAISED = re.compile(rf"(?<=\S)([{SUPERSCRIPTS}]{{1,3}})")
_HEADING = re.compile(r"[#* \u00a0]*(?:Foot|End)?[Nn]otes?:?[#* \u00a0]*|(?:\* ?){3,}|-{3,}")


def usual_notes(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines with their notes in one sign."""
    out, addresses = _unlinked(lines)
    findings: list[Finding] = []
    if addresses:
        listed = ", ".join(dict.fromkeys(addresses))
        findings.append(Finding("unread-line", Severity.INFO, f"the addresses of links to notes were left out: {listed}"))
    for starts, callouts, written in _STYLES:
        out = _rewritten(out, starts, callouts, written)
    return _listed(out, findings), tuple(findings)


def _unlinked(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    addresses: list[str] = []

    def bare(match: re.Match[str]) -> str:
        addresses.append(match[2])
        return f"[{match[1]}]"

    out = [replace(line, text=_LINKED.sub(bare, line.text)) if "](" in line.text else line for line in lines]
    return out, addresses


_Style = tuple[re.Pattern[str], re.Pattern[str], Callable[[str], str] | None]
_STYLES: tuple[_Style, ...] = (
    (re.compile(r"\[(\d{1,3})\][ \u00a0]+(?![a-z])(?=\S)"), _BRACKETED, None),
    (re.compile(r"(\d{1,3})/[ \u00a0]+(?![a-z])(?=\S)"), _SLASHED, lambda key: f"[{key}]"),
    (re.compile(rf"([{SUPERSCRIPTS}]{{1,3}})[ \u00a0]*(?![a-z{SUPERSCRIPTS},;:.])(?=\S)"), _RAISED, None),
    (
        re.compile(r"(\d{1,3})\. [\^↑][ \u00a0]+(?=\S)|[\^↑] ?(\d{1,3})[ \u00a0]+(?=\S)"),
        re.compile(rf"{_RAISED.pattern}|\[(\d{{1,3}})\]"),
        None,
    ),
)
"""For each way of writing: how a note begins, what calls it, and how the callout is written anew."""


def _rewritten(
    lines: Sequence[Line], starts: re.Pattern[str], callouts: re.Pattern[str], written: Callable[[str], str] | None
) -> list[Line]:
    """The lines with the notes that begin so in the one sign, if something in the text calls them."""
    begun = {
        at: (_key(match), line.bare[match.end() :]) for at, line in enumerate(lines) if (match := starts.match(line.bare[:40]))
    }
    if not begun:
        return list(lines)
    called = {_key(match) for line in lines for match in callouts.finditer(line.text)}
    keys = {key for key, _ in begun.values()} & called

    def anew(match: re.Match[str]) -> str:
        return written(_key(match)) if written and _key(match) in keys else match[0]

    out: list[Line] = []
    for at, line in enumerate(lines):
        key, rest = begun.get(at, ("", ""))
        if key in keys:
            out.append(replace(line, text=f"[^{key}]: {rest}"))
        else:
            out.append(replace(line, text=callouts.sub(anew, line.text)) if written and keys else line)
    return out


def _key(match: re.Match[str]) -> str:
    return superscript_digits(next(group for group in match.groups() if group))


_NUMBERED = re.compile(r"(\d{1,3})[.)][ \u00a0]+(?=\S)")


def _listed(lines: Sequence[Line], findings: list[Finding]) -> list[Line]:
    """The lines with a numbered list at the end, below "Notes" or a rule, as notes: if the callouts of the text fit it."""
    at = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].bare and _HEADING.fullmatch(lines[at].bare[:60])), None)
    if at is None:
        return list(lines)
    begun = [(place, match) for place in range(at + 1, len(lines)) if (match := _NUMBERED.match(lines[place].bare[:40]))]
    first = next((place for place in range(at + 1, len(lines)) if lines[place].bare), None)
    wanted = [str(n) for n in range(1, len(begun) + 1)]
    pattern = re.compile(rf"{_RAISED.pattern}|{_BRACKETED.pattern}|\[\^(\d{{1,3}})\]")
    called = {_key(match) for line in lines[:at] for match in pattern.finditer(line.text)}
    if not begun or begun[0][0] != first or [match[1] for _, match in begun] != wanted or called != set(wanted):
        return list(lines)
    out = list(lines)
    if any(c.isalpha() for c in out[at].text):
        message = f'left out as the heading of the notes: "{out[at].bare}"'
        findings.append(Finding("unread-line", Severity.INFO, message, line=out[at].number))
    out[at] = Line(out[at].number, "")
    for place, match in begun:
        out[place] = replace(out[place], text=f"[^{match[1]}]: {out[place].bare[match.end() :]}")
    return out
