"""The redline as data: the lines of two texts in one order, each with what was struck and written in it.

``comparison`` makes it of two texts, writers set it as tracked changes; nothing of Word is known here.

Example:
    >>> [(change.fate, change.text) for change in redline.lines if change.fate is not Fate.KEPT]
    [(Fate.INSERTED, 'Also urges States ...')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from draftkit.assemble.printed import MASTHEAD, Line, Role, Run, Runs, printed
from draftkit.compare.words import Op
from draftkit.model import Kind, Masthead, Resolution


class Fate(StrEnum):
    """What became of a line."""

    KEPT = "kept"  # in both texts, perhaps edited
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one fate. ``was`` is the run of the old text where an equal run changed its format."""

    op: Op
    run: Run
    kind: Kind | None = None
    was: Run | None = None


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line of the redline: ``old`` and ``new`` are the lines it comes from, ``cells`` the pieces of a table row.

    ``move`` numbers a move, the same on both of its ends (0: none). ``kind`` is who made the change of the whole line, or of
    its paragraph mark.

    ``mark`` is what became of the paragraph mark at the end of a kept line: INSERT where the old paragraph was split, DELETE
    where it was joined with the next. Then the next line ``continues`` with the same old line, or the same new one.
    """

    fate: Fate
    old: Line | None
    new: Line | None
    pieces: Pieces = ()
    number: Pieces = ()
    cells: tuple[Pieces, ...] = ()
    kind: Kind | None = None
    move: int = 0
    mark: Op = Op.EQUAL
    continues: bool = False

    @property
    def line(self) -> Line:
        """The line of the new text, or of the old one where it is gone."""
        line = self.new or self.old
        assert line is not None
        return line

    @property
    def text(self) -> str:
        return self.line.text


@dataclass(frozen=True, slots=True)
class Redline:
    """The lines in printed order, and for each callout of both texts the note it calls as pieces.

    ``notes`` is by (old note id or "", new note id or ""): one that is kept has both. ``old`` and ``new`` are the mastheads,
    which say in what page each text is set.
    """

    lines: tuple[LineChange, ...]
    notes: Mapping[tuple[str, str], Pieces] = field(default_factory=dict)
    old: Masthead = field(default_factory=Masthead)
    new: Masthead = field(default_factory=Masthead)

    @property
    def title(self) -> str:
        """The title of the new text, "" if it has none."""
        return next((change.new.text for change in self.lines if change.new and change.new.role is Role.TITLE), "")


def unchanged(text: Resolution) -> Redline:
    """A text as a redline without changes: what a clean file is written from."""
    page = printed(text)

    def equal(runs: Runs) -> Pieces:
        return tuple(Piece(Op.EQUAL, run) for run in runs)

    def number(line: Line) -> Pieces:
        return (Piece(Op.EQUAL, Run(line.number)),) if line.number else ()

    def kept(line: Line) -> LineChange:
        return LineChange(Fate.KEPT, line, line, equal(line.runs), number(line), tuple(map(equal, line.cells)))

    lines = tuple(map(kept, page.lines))
    notes = {(note.id, note.id): equal(note.runs) for note in page.notes}
    return Redline(lines, notes, text.masthead, text.masthead)


def with_fresh_masthead(redline: Redline, new: Resolution) -> Redline:
    """The redline with the masthead of the new text as it is, and only the body tracked."""
    head = tuple(change for change in unchanged(new).lines if change.line.role in MASTHEAD)
    body = tuple(change for change in redline.lines if change.line.role not in MASTHEAD)
    notes = {key: pieces for key, pieces in unchanged(new).notes.items() if key in called(head)}
    return replace(redline, lines=head + body, notes={**redline.notes, **notes})


def without_formats(redline: Redline) -> Redline:
    """The redline with words alone: of two texts one cannot say what is in italics, so what stays keeps its format."""

    def kept(pieces: Pieces) -> Pieces:
        return tuple(map(_as_it_was, pieces))

    lines = (replace(c, pieces=kept(c.pieces), cells=tuple(map(kept, c.cells))) for c in redline.lines)
    return replace(redline, lines=tuple(lines), notes={key: kept(pieces) for key, pieces in redline.notes.items()})


def _as_it_was(piece: Piece) -> Piece:
    was = piece.was
    if piece.op is not Op.EQUAL or was is None:
        return piece
    run = replace(piece.run, italic=was.italic, bold=was.bold, superscript=was.superscript)
    return replace(piece, run=run, was=was if was.note != run.note else None)


def note_key(piece: Piece, fate: Fate) -> tuple[str, str]:
    """Which entry of ``Redline.notes`` a callout stands for. A moved note is two: one leaves, one arrives."""
    if piece.op is Op.DELETE or fate is Fate.MOVED_FROM:
        return piece.run.note, ""
    if piece.op is Op.INSERT or fate is Fate.MOVED_TO:
        return "", piece.run.note
    return (piece.was.note if piece.was else piece.run.note), piece.run.note


def called(lines: Sequence[LineChange]) -> list[tuple[str, str]]:
    """(old note, new note) of every callout, in the order of the redline."""
    found: dict[tuple[str, str], None] = {}
    for change in lines:
        for piece in (*change.pieces, *(p for cell in change.cells for p in cell)):
            if piece.run.note and not piece.run.repeated:
                found[note_key(piece, change.fate)] = None
    return list(found)

