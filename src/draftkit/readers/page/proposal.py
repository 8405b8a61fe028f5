"""The line before the title: who adopted a text and when, or whose draft it is (un-rules A4, A5, A7).

In: the line as printed. Out: the masthead with what it says.

Example:
    >>> with_proposal(Masthead(), "Austria, Bosnia and Herzegovina and Chile: draft resolution").sponsors
    ('Austria', 'Bosnia and Herzegovina', 'Chile')
"""

from __future__ import annotations

import re
from dataclasses import replace

from draftkit.assemble.masthead import proposal
from draftkit.model import Masthead
from draftkit.readers.page.marks import plain
from draftkit.un.dates import DATE

_ADOPTED = re.compile(rf"Resolution(?P<several>s?) adopted by the (?P<organ>.+?) on (?P<date>{DATE})")
_PROPOSAL = re.compile(
    r"Resolutions? adopted .*|Résolutions? adoptées? .*|Draft (?:resolution|decision)s?\b.*"
    r"|.*: (?:revised )?(?:draft (?:resolution|decision)|amendment)\b.*"
)
DRAFTED = ": draft resolution"
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


def goes_on(line: str, text: str) -> bool:
    """Whether a text goes on with the line that says who adopted the text, and when."""
    if len(line) > _LONGEST or _ADOPTED.fullmatch(line):
        return False
    return bool(re.match(r"on \d", text) or _ADOPTED.fullmatch(f"{line} {text}"))


def with_proposal(head: Masthead, line: str) -> Masthead:
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
