"""The line before the title: who adopted a text and when, or whose draft it is (un-rules A4, A5, A7).

In: the line as printed. Out: the masthead with what it says. The sign of a footnote ("Austria,* Chad") is no part of a name.

Example:
    >>> with_proposal(Masthead(), "Austria, Bosnia and Herzegovina and Chile: draft resolution").sponsors
    ('Austria', 'Bosnia and Herzegovina', 'Chile')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from draftkit.assemble.masthead import proposal
from draftkit.model import Masthead
from draftkit.readers.page.forms import unbold
from draftkit.readers.page.marks import plain, without_links
from draftkit.un.dates import DATE

_ADOPTED = re.compile(rf"Resolution(?P<several>s?) adopted by the (?P<organ>.+?) on (?P<date>{DATE})")
_PROPOSAL = re.compile(
    r"Resolutions? adopted .*|Résolutions? adoptées? .*|(?:Draft|Revised draft) (?:resolution|decision)s?\b.*"
    r"|.*:\*{0,3} (?:revised )?(?:draft (?:resolution|decision)|amendment)\b.*"
)
DRAFTED = ": draft resolution"
_SPONSORED = re.compile(r":\*{0,3} (?:revised )?draft resolution\*{0,3}$")
"""The end of a line of sponsors; they may have signs of footnotes."""
_ON_BEHALF = re.compile(r"\bon behalf of\b")
_SIGN = re.compile(r"[ \u00a0]?(?<!\*)\*{1,3}(?=[\s,:]|$)")
_STARS = re.compile(r"\\.|\*+", re.DOTALL)
_RUNS_ON = re.compile(r"(?:,\*{0,3}| and)$")
_NAME = r"(?:the )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|and|the|\([A-Z][\w’' -]*\)))*\*{0,3}"
_NAMES = re.compile(rf"{_NAME}(?:,\*{{0,3}} {_NAME})+")
STATES_WITH_AND = (
    "Antigua and Barbuda", "Bosnia and Herzegovina", "Saint Kitts and Nevis", "Saint Vincent and the Grenadines",
    "Sao Tome and Principe", "Trinidad and Tobago", "United Kingdom of Great Britain and Northern Ireland",
)  # fmt: skip
"""States whose names hold the word that parts the last of a list (un-rules A5)."""
_LONGEST = 300
"""Characters; the line of an adopted text is no longer."""


def is_proposal(text: str) -> bool:
    """Whether a line says who adopted the text, or whose draft it is."""
    return bool(_PROPOSAL.fullmatch(text))


def said(line: str) -> str:
    """The words of a line with marks; a star that neither opens nor closes anything is the sign of a footnote and is kept."""
    return plain(_with_signs(unbold(without_links(line)))).strip(" \u00a0")


def _with_signs(text: str) -> str:
    out, at, opened = [], 0, 0
    for match in _STARS.finditer(text):
        size = 0 if match[0].startswith("\\") else len(match[0])
        sign = bool(size) and size != opened and text[match.end() : match.end() + 1].strip() in ("", ",", ":")
        out += [text[at : match.start()], "\\*" * size if sign else match[0]]
        at = match.end()
        if size and not sign:
            opened = 0 if size == opened else opened or size
    return "".join([*out, text[at:]])


def goes_on(line: str, text: str) -> bool:
    """Whether a text goes on with the line that says who adopted the text, and when."""
    if len(line) > _LONGEST or _ADOPTED.fullmatch(line.rstrip("*")):
        return False
    return bool(re.match(r"on \d", text) or _ADOPTED.fullmatch(f"{line} {text}".rstrip("*")))


def sponsored(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where "...: draft resolution" is in lines, as said, and the line after it; "Chad: draft" and "resolution" are two lines."""
    for at, line in enumerate(lines):
        before = max(at - 1, 0)
        if _SPONSORED.search(" ".join(lines[before : at + 1])):
            return (at if _SPONSORED.search(line) else before), at + 1
    return None


def first_of_sponsors(lines: Sequence[str], at: int, floor: int) -> int:
    """The line that the sponsors begin on whose last are on the line ``at``; they cannot begin above ``floor``.

    A line goes on with the one above where that ends with a comma or "and", where a bracket is open, or where that is a list of
    names itself and leaves a line at ``floor`` for the title of the agenda item.
    """
    first, closed = at, 0
    while first > floor:
        above = lines[first - 1]
        closed += lines[first].count(")") - lines[first].count("(")
        if not (_RUNS_ON.search(above) or closed > 0 or (first - 1 > floor and _NAMES.fullmatch(above))):
            break
        first -= 1
    return first


def with_proposal(head: Masthead, line: str, *, signs: bool = True) -> Masthead:
    """The masthead with what its line before the title says (un-rules A4, A5).

    ``signs``: its stars are signs of footnotes, which a list of sponsors has no place for. Who speaks on behalf of a group
    ("China on behalf of the Group of 77 and China") is no list, and the line is kept as it is.
    """
    unsigned = _SIGN.sub("", line) if signs else line
    if match := _ADOPTED.fullmatch(unsigned):
        same = match["organ"] == head.organ and not match["several"]
        return replace(head, adopted=match["date"], heading="" if same else line)
    if line and not proposal(head):  # an adopted text, by its number: it has no such line of its own
        return replace(head, heading=line)
    if unsigned in ("", "Draft resolution"):
        return head
    if unsigned.endswith(DRAFTED) and not _ON_BEHALF.search(unsigned):
        return replace(head, sponsors=sponsors(unsigned.removesuffix(DRAFTED)))
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
