"""The masthead of the coming draft: that of an L-document, with blanks for what is not known yet (un-rules A4, A7).

In: the masthead and closing lines of an adopted text or of an earlier draft. Out:

    symbol A/RES/79/124, Distr.: General        A/C.6/81/L.___, Distr.: Limited, Original: English
    Agenda item 82                              Agenda item ___
    [on the report of the Sixth Committee ...]  Sixth Committee
    47th plenary meeting, 4 December 2024       (gone)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from draftkit.model import Change, Changes, Kind, Masthead, Part, Resolution
from draftkit.roll.step import Step
from draftkit.un.symbols import BLANK, COMMITTEES, draft_symbol, resolution_number

RULE = "masthead"
_SHORT = {"Fourth Committee": "Special Political and Decolonization Committee (Fourth Committee)"}


def roll_masthead(resolution: Resolution, step: Step) -> tuple[Resolution, Changes]:
    """Make the masthead of a draft, and drop the closing lines."""
    old = resolution.masthead
    committee = committee_of(old)
    new = Masthead(
        organ=old.organ,
        symbol=BLANK if _committee_unknown(old) else draft_symbol(committee, step.coming),
        distribution="Limited",
        issued=BLANK,
        original="English",
        session=step.coming,
        committee=committee,
        agenda=tuple(replace(item, number=BLANK) for item in old.agenda),
        others=old.others,
    )
    parts = tuple(replace(part, meeting="", adopted="") for part in resolution.parts)
    changes = (*_masthead_changes(old, new), *_closing_changes(resolution.parts))
    return replace(resolution, masthead=new, parts=parts), changes


def committee_of(head: Masthead) -> str:
    """The Main Committee as a masthead names it, "" for a text without one (un-rules A8)."""
    if not head.basis:
        return head.committee
    for name in (*COMMITTEES, *_SHORT):
        if f"report of the {name}" in head.basis:
            return _SHORT.get(name, name)
    return ""


def _committee_unknown(head: Masthead) -> bool:
    """Whether a text was pasted without its first page: its symbol could be of any committee or of none."""
    return not head.basis and not head.committee and bool(resolution_number(head.symbol))


def _masthead_changes(old: Masthead, new: Masthead) -> Iterator[Change]:
    for field in fields(Masthead):
        before, after = _shown(old, field.name), _shown(new, field.name)
        if before != after:
            yield Change(RULE, Kind.TECHNICAL, "masthead", before, after)


def _shown(head: Masthead, name: str) -> str:
    value = getattr(head, name)
    if name == "agenda":
        return ", ".join(item.number for item in head.agenda)
    if name == "sponsors":
        return ", ".join(head.sponsors)
    return str(value) if value else ""


def _closing_changes(parts: tuple[Part, ...]) -> Iterator[Change]:
    for part in parts:
        for line in (part.meeting, part.adopted):
            if line:
                yield Change(RULE, Kind.TECHNICAL, "masthead", line, "")
