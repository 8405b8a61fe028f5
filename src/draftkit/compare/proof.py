"""Proof of a redline: what it accepts and rejects to, held against the two texts.

In: the lines that a Word file says in both ways, and the two texts. Out: a ``Proof``; nothing of Word is known here.

Example:
    >>> proof = prove(accepted, rejected, old=prior, new=draft)
    >>> proof.accept, proof.reject, proof.differences
    (True, True, ())
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from draftkit.assemble.printed import MASTHEAD, Line, Printed, Role, Runs, characters, printed
from draftkit.model import Resolution
from draftkit.un.spelling import folded

SHOWN = 20
"""Differences that are told; one is enough to fail."""

UNCOMPARED = ("running headers and footers", "italics and styles")
"""What the proof does not look at, whatever the file."""


@dataclass(frozen=True, slots=True)
class Proof:
    """``accept``: accepting every change gives the new text; ``reject``: rejecting gives the old one.

    ``retyped`` is the share of the new text's words that were struck and written again in one line, between 0 and 1.
    """

    accept: bool
    reject: bool
    differences: tuple[str, ...]
    retyped: float
    not_compared: tuple[str, ...]


def prove(accepted: Sequence[str], rejected: Sequence[str], *, old: Resolution, new: Resolution, retyped: float = 0.0) -> Proof:
    """Compare the lines of a redline, accepted and rejected, with the two texts.

    A masthead that is the new one either way was set fresh, and is not compared.
    """
    old_page, new_page = printed(old), printed(new)
    wrong_new, head_new = _compared("accepted", new_page, accepted)
    wrong_old, head_old = _compared("rejected", old_page, rejected)
    not_compared: tuple[str, ...] = UNCOMPARED
    if head_old and not head_new and _parted(rejected, new_page)[0] == _parted(accepted, new_page)[0]:
        head_old, not_compared = (), ("the masthead: it is that of the new text, untracked", *UNCOMPARED)
    told = (*head_new, *wrong_new, *head_old, *wrong_old)
    return Proof(not (wrong_new or head_new), not (wrong_old or head_old), told[:SHOWN], retyped, not_compared)


def _compared(way: str, page: Printed, lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What differs in the body, and in the masthead."""
    head, body = _parted(lines, page)
    wanted_head = _together(_texts(page, head=True))
    wrong_head = (f"{way}, masthead: {head} instead of {wanted_head}",) if head != wanted_head else ()
    wanted = expected(page)
    if list(wanted) == list(body):
        return (), wrong_head
    delta = difflib.unified_diff(wanted, body, lineterm="", n=0)
    return tuple(f"{way}: {line}" for line in delta if line[:1] in "-+" and line[:3] not in ("---", "+++")), wrong_head


def _parted(lines: Sequence[str], page: Printed) -> tuple[str, Sequence[str]]:
    """The masthead in one line (its cells stand side by side in the file) and the lines of the body."""
    first = next(iter(expected(page)), "")
    at = list(lines).index(first) if first in lines else 0
    return _together(lines[:at]), lines[at:]


def _together(lines: Iterable[str]) -> str:
    return folded(" ".join(lines).replace("|", " "))


def expected(page: Printed) -> tuple[str, ...]:
    """The lines that the body of a Word file of a text has: number and text, footnotes inline as "{fn: text}"."""
    return _texts(page, head=False)


def _texts(page: Printed, *, head: bool) -> tuple[str, ...]:
    """What the lines of the masthead, or those of the body, say; empty ones are left out."""
    notes = {note.id: folded(characters(note.runs)) for note in page.notes}
    texts = (_line(line, notes) for line in page.lines if (line.role in MASTHEAD) is head)
    return tuple(text for text in texts if text)


def _line(line: Line, notes: Mapping[str, str]) -> str:
    if line.role is Role.ROW:
        cells = [folded(_runs(cell, notes)) for cell in line.cells]
        return " | ".join(cells) if any(cells) else ""
    return folded(f"{line.number} {_runs(line.runs, notes)}")


def _runs(runs: Runs, notes: Mapping[str, str]) -> str:
    return "".join("{fn: " + notes.get(run.note, "?") + "}" if run.note and not run.repeated else run.text for run in runs)
