"""What can become of a paragraph, heading, table or note between two texts, and the row of a table that says so.

Example:
    >>> row.disposition, row.old, row.new, row.text(new=True)
    (<Disposition.AMENDED: 'amended'>, '3', '4', 'Urges States to report;')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from draftkit.compare.redline import Piece, Pieces
from draftkit.compare.routine import changed
from draftkit.compare.tokens import Op
from draftkit.model import Kind


class Disposition(StrEnum):
    """What became of a paragraph, in the order in which it is counted."""

    CARRIED = "carried"  # word for word, perhaps under another number
    TECHNICAL = "technical"  # only what a rule changes
    AMENDED = "amended"
    NEW = "new"
    MOVED = "moved"  # perhaps brought up to date
    MOVED_AMENDED = "moved and amended"
    SPLIT = "split"
    JOINED = "joined"
    DROPPED = "dropped"


class Matter(StrEnum):
    """What a row is about."""

    MASTHEAD = "masthead"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"
    HEADING = "heading"  # a title, too, and the enacting formula
    TABLE = "table"
    NOTE = "note"


PARAGRAPHS = frozenset({Matter.PREAMBLE, Matter.OPERATIVE, Matter.ANNEX})
"""The rows that are counted as paragraphs, subparagraphs with them."""

UNCHANGED = frozenset({Disposition.CARRIED, Disposition.MOVED})


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, heading, table or note and what became of it.

    Args:
        old, new: what it is called in each text, "PP3", "5 (a)", "II, 4", "note 2"; "" where it is not. Several stand for one
            paragraph that was split or joined: "5, 6".
        lines: its words, line by line and cell by cell; a paragraph has one line of one cell for each that it is or was.
        at: where it begins among the lines of the redline; -1 for a note.
    """

    disposition: Disposition
    matter: Matter
    old: str
    new: str
    lines: tuple[tuple[Pieces, ...], ...]
    at: int = -1

    @property
    def pieces(self) -> Iterator[Piece]:
        return (piece for cells in self.lines for cell in cells for piece in cell)

    def text(self, *, new: bool) -> str:
        """What it says in one of the texts, without callouts."""
        gone = Op.DELETE if new else Op.INSERT
        said = (" | ".join("".join(_said(p, gone) for p in cell) for cell in cells) for cells in self.lines)
        return " ".join(words for words in said if words)


def _said(piece: Piece, gone: Op) -> str:
    return "" if piece.op is gone or piece.run.note else piece.run.text


def makers(lines: Sequence[Sequence[Pieces]]) -> set[Kind | None]:
    """Whose changes some words have; a change of format alone is nobody's, and a blank between two changes goes with them."""
    found = [piece for cells in lines for cell in cells for piece in changed(cell)]
    return {piece.kind for piece in found if piece.run.text.strip()} or {piece.kind for piece in found}
