"""Proof of a redline: what it accepts and rejects to, held against the two texts.

In: the lines that a Word file says in both ways, and the two texts. Out: a ``Proof``. Two Word files are held against one another
in ``word_proof``.

Example:
    >>> proof = prove(accepted, rejected, old=prior, new=draft)
    >>> proof.accept, proof.reject, proof.differences
    (True, True, ())
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from draftkit.assemble.printed import MASTHEAD, Line, Printed, Role, Runs, printed
from draftkit.model import Resolution
from draftkit.un.spelling import folded
from draftkit.word.pieces import CELL, CLOSE, Piece, letters, marked
from draftkit.word.readout import Line as Said

SHOWN = 20
"""Differences that are told; one is enough to fail."""

UNCOMPARED = ("running headers and footers", "styles")
"""What the proof against a text does not look at, whatever the file."""

_EMPTY = f" \u00a0{CELL}"
FORMATS = ("b", "i", "superscript")
"""The formats that a text has."""


@dataclass(frozen=True, slots=True)
class Proof:
    """``accept``: accepting every change gives the new text; ``reject``: rejecting gives the old one.

    ``retyped`` is the share of the new text's words that were struck and written again, between 0 and 1 (``word.retyping``).
    """

    accept: bool
    reject: bool
    differences: tuple[str, ...]
    retyped: float
    not_compared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What came of one way: differences in ``head`` and ``text``, ``further`` ones (formats ...), what was not compared."""

    head: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    not_compared: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return not (self.head or self.text or self.further)


def together(accepted: Way, rejected: Way, *, retyped: float = 0.0, faults: Sequence[str] = ()) -> Proof:
    """Both ways as one proof; ``faults`` are those of the file itself."""
    told = (*accepted.head, *accepted.text, *rejected.head, *rejected.text)
    told += (*(f"file: {fault}" for fault in faults), *accepted.further, *rejected.further)
    not_compared = tuple(dict.fromkeys((*accepted.not_compared, *rejected.not_compared)))
    return Proof(accepted.right, rejected.right, told[:SHOWN], retyped, not_compared)


def prove(
    accepted: Sequence[Said | str],
    rejected: Sequence[Said | str],
    *,
    old: Resolution,
    new: Resolution,
    retyped: float = 0.0,
    faults: Sequence[str] = (),
) -> Proof:
    """Compare the lines of a redline, accepted and rejected, with the two texts; lines without pieces by their words alone.

    A masthead that is the new one either way was set fresh, and is not compared.
    """
    new_lines, old_lines = ([Said(line) if isinstance(line, str) else line for line in both] for both in (accepted, rejected))
    one, other = against_text("accepted", new_lines, new), against_text("rejected", old_lines, old)
    page = printed(new)
    if other.head and not one.head and _parted(old_lines, page)[0] == _parted(new_lines, page)[0]:
        other = replace(other, head=())
        one = replace(one, not_compared=("the masthead: it is that of the new text, untracked", *one.not_compared))
    return together(one, other, retyped=retyped, faults=faults)


def against_text(way: str, lines: Sequence[Said], text: Resolution) -> Way:
    """Compare the lines of a file with a text. ``way``: how they came about, "accepted" or "rejected"."""
    page = printed(text)
    head, body = _parted([line for line in lines if line.text], page)
    wanted_head, wanted = (_lines(page, head=head) for head in (True, False))
    masthead = _together(line.text for line in wanted_head)
    wrong_head = (f"{way}, masthead: {head} instead of {masthead}",) if head != masthead else ()
    wrong = tuple(deltas(way, [line.text for line in wanted], [line.text for line in body]))
    further = () if wrong else tuple(_formats(way, wanted, body))
    return Way(wrong_head, wrong, further, UNCOMPARED)


def deltas(prefix: str, wanted: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    """The lines of which one list has others than the other: "accepted: -what was wanted", "accepted: +what was found"."""
    if list(wanted) != list(found):
        for line in difflib.unified_diff(wanted, found, lineterm="", n=0):
            if line[:1] in "-+" and line[:3] not in ("---", "+++"):
                yield f"{prefix}: {line}"


def _formats(way: str, wanted: Sequence[Said], found: Sequence[Said]) -> Iterator[str]:
    """The lines whose words are in other formats."""
    for one, other in zip(wanted, found, strict=True):
        if other.pieces and one.pieces != other.pieces:
            yield from deltas(f"{way}, format", [marked(one.pieces, FORMATS)], [marked(other.pieces, FORMATS)])


def _parted(lines: Sequence[Said], page: Printed) -> tuple[str, Sequence[Said]]:
    """The masthead in one line (its cells stand side by side in the file) and the lines of the body."""
    first = next(iter(expected(page)), "")
    at = next((at for at, line in enumerate(lines) if line.text == first), 0)
    return _together(line.text for line in lines[:at]), lines[at:]


def _together(lines: Iterable[str]) -> str:
    return folded(" ".join(lines).replace("|", " "))


def expected(page: Printed) -> tuple[str, ...]:
    """The lines that the body of a Word file of a text has: number and text, footnotes inline as "{fn: text}"."""
    return tuple(line.text for line in _lines(page, head=False))


def said(page: Printed) -> tuple[Said, ...]:
    """All lines of a text as a Word file would say them."""
    return (*_lines(page, head=True), *_lines(page, head=False))


def _lines(page: Printed, *, head: bool) -> tuple[Said, ...]:
    """What the lines of the masthead, or those of the body, say; empty ones are left out."""
    notes = {note.id: tuple(_pieces(note.runs, {})) for note in page.notes}
    found = (tuple(_line(line, notes)) for line in page.lines if (line.role in MASTHEAD) is head)
    return tuple(Said(letters(pieces), pieces) for pieces in found if any(p.text.strip(_EMPTY) for p in pieces))


def _line(line: Line, notes: Mapping[str, Sequence[Piece]]) -> Iterator[Piece]:
    if line.role is Role.ROW:
        for at, cell in enumerate(line.cells):
            yield from (Piece(CELL),) if at else ()
            yield from _pieces(cell, notes)
        return
    yield Piece(f"{line.number} ")
    yield from _pieces(line.runs, notes)


def _pieces(runs: Runs, notes: Mapping[str, Sequence[Piece]]) -> Iterator[Piece]:
    for run in runs:
        if run.note and not run.repeated:
            yield from (Piece("{fn: "), *notes.get(run.note, (Piece("?"),)), Piece(CLOSE))
        else:
            on = (run.bold, run.italic, run.superscript or run.repeated)
            yield Piece(run.text, "".join(f" {name}" for name, is_on in zip(FORMATS, on, strict=True) if is_on))
