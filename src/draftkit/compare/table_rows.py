"""What became of each paragraph: carried over, brought up to date, amended, moved, parted, joined, new or dropped.

In: two finished texts and their redline, whose changes say whose they are. Out: a row for each paragraph, heading, table and
note of both texts in the order of the new one, what was dropped where it stood.

Example:
    >>> found = dispositions(old, new, compare(old, new))
    >>> [(row.disposition, row.old, row.new) for row in found.rows][:2]
    [(<Disposition.CARRIED: 'carried'>, 'PP1', 'PP1'), (<Disposition.AMENDED: 'amended'>, '3', '4')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from draftkit.assemble.lines import MASTHEAD, Line, Role
from draftkit.assemble.places import NOTE
from draftkit.compare.disposition import Disposition, Matter, Row, makers
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Fate, LineChange, Piece, Pieces, Redline, note_key
from draftkit.compare.routine import one_line, steps
from draftkit.compare.short_names import short_names
from draftkit.compare.strangers import own_name
from draftkit.compare.tokens import Op
from draftkit.model import Kind, Paragraph, Resolution
from draftkit.tree import Section, walk


def dispositions(old: Resolution, new: Resolution, redline: Redline) -> Dispositions:
    """The rows of a redline of two finished texts."""
    return Dispositions(tuple(_Rows(old, new, redline).rows()))


class _Rows:
    """One redline; knows what the places of both texts are called."""

    def __init__(self, old: Resolution, new: Resolution, redline: Redline) -> None:
        self.redline = redline
        self.labels = (short_names(old), short_names(new))
        self.matters = (_matters(old), _matters(new))
        self.left = {change.move: change for change in redline.lines if change.fate is Fate.MOVED_FROM}
        rows = [(change.old, change.new) for change in redline.lines if change.line.role is Role.ROW]
        self.same_table = {_block(one): _block(other) for one, other in rows if one and other}

    def rows(self) -> Iterator[Row]:
        frame = [change for change in self.redline.lines if _is_frame(change.line)]
        if frame:
            yield self.row(frame, 0, Matter.MASTHEAD, ("", ""))
        for at, group in self.groups():
            names = (self.name(group, new=False), self.name(group, new=True))
            yield self.row(group, at, self.matter(group[0]), names)
        yield from _moved_notes(list(self.notes()))

    def groups(self) -> Iterator[tuple[int, list[LineChange]]]:
        """The lines of each paragraph, heading or table, and where they begin."""
        group: list[LineChange] = []
        begun = 0
        for at, change in enumerate(self.redline.lines):
            if _is_frame(change.line) or change.fate is Fate.MOVED_FROM:
                continue
            if group and not self.belongs(group[-1], change):
                yield begun, group
                group = []
            begun = begun if group else at
            group.append(change)
        if group:
            yield begun, group

    def belongs(self, last: LineChange, change: LineChange) -> bool:
        """Whether a line is of the same paragraph, heading or table as the one before it."""
        if change.continues:
            return True
        if last.line.role is Role.ROW and change.line.role is Role.ROW:  # one may be struck and the other new
            return self.table(last) == self.table(change)
        pairs = ((last.old, change.old), (last.new, change.new))
        found = [(_block(one), _block(other)) for one, other in pairs if one and other]
        return not change.move and bool(found) and all(one == other for one, other in found)

    def table(self, change: LineChange) -> str:
        """The table that a row is of, as the new text calls it; if that has no row of it, as the old one does."""
        block = _block(change.line)
        return block if change.new else self.same_table.get(block, block)

    def row(self, group: Sequence[LineChange], at: int, matter: Matter, names: tuple[str, str]) -> Row:
        lines = tuple(self.words(change) for change in group)
        return Row(_disposition(group, lines), matter, *names, lines, at)

    def words(self, change: LineChange) -> tuple[Pieces, ...]:
        if change.line.cells:
            return change.cells
        left = self.left.get(change.move) if change.move else None
        return (merged(left.pieces, change.pieces) if left else change.pieces,)

    def name(self, group: Sequence[LineChange], *, new: bool) -> str:
        """What the lines of a row are called in one of the texts."""
        lines = [change.new if new else self.left[change.move].old if change.move else change.old for change in group]
        keys = dict.fromkeys(own_name(_block(line)) for line in lines if line)
        labels = self.labels[new]
        return ", ".join(dict.fromkeys(labels.get(key, _fixed(lines)) for key in keys))

    def matter(self, change: LineChange) -> Matter:
        if change.line.role is Role.ROW:
            return Matter.TABLE
        return self.matters[change.new is not None].get(own_name(change.line.key), Matter.HEADING)

    def notes(self) -> Iterator[Row]:
        """The notes in the order of their callouts; one that moved with its paragraph stands where that came to stand."""
        moved = {change.move: _called(change) for change in self.redline.lines if change.fate is Fate.MOVED_FROM}
        for change in self.redline.lines:
            before = iter([piece for piece in moved.get(change.move, ()) if piece.op is Op.EQUAL])
            if change.fate is Fate.MOVED_FROM:
                gone = (piece for piece in moved[change.move] if piece.op is Op.DELETE)
                yield from (self.note(piece.run.note, "") for piece in gone)
                continue
            for piece in _called(change):
                came = change.fate is Fate.MOVED_TO and piece.op is Op.EQUAL
                was = next(before, None) if came else None
                yield self.note(was.run.note, piece.run.note) if was else self.note(*note_key(piece, change.fate))

    def note(self, old: str, new: str) -> Row:
        found = self.redline.notes.get((old, new))
        if found is None:  # its two ends are noted each for itself
            before, after = self.redline.notes.get((old, ""), ()), self.redline.notes.get(("", new), ())
            found = one_line(before, after, steps(self.redline))
        fate = Fate.KEPT if old and new else Fate.INSERTED if new else Fate.DELETED
        line = Line("", Role.OTHER)
        whole = LineChange(fate, line if old else None, line if new else None)
        called = zip((old, new), self.labels, strict=True)
        names = [labels.get(NOTE + own_name(key), "note") if key else "" for key, labels in called]
        return Row(_disposition([whole], ((found,),)), Matter.NOTE, names[0], names[1], ((found,),))


def _moved_notes(rows: Sequence[Row]) -> Iterator[Row]:
    """The notes, one that left one place and came to another as one that moved."""
    ends: dict[str, list[Row]] = {}
    for row in rows:
        if row.disposition in (Disposition.NEW, Disposition.DROPPED):
            ends.setdefault(row.text(new=bool(row.new)), []).append(row)
    moves = {said: pair for said, pair in ends.items() if sorted(bool(row.new) for row in pair) == [False, True]}
    for row in rows:
        pair = moves.get(row.text(new=bool(row.new))) if row.disposition in (Disposition.NEW, Disposition.DROPPED) else None
        if not pair:
            yield row
        elif row.new:
            gone = next(each.old for each in pair if each.old)
            stays = tuple(tuple(tuple(Piece(Op.EQUAL, p.run) for p in cell) for cell in cells) for cells in row.lines)
            yield replace(row, disposition=Disposition.MOVED, old=gone, lines=stays)


def merged(left: Pieces, came: Pieces) -> Pieces:
    """The two ends of a move as one line: what was struck of the one, what was put into the other."""
    out: list[Piece] = []
    gone = list(left)
    for piece in came:
        if piece.op is Op.EQUAL:
            while gone and gone[0].op is Op.DELETE:
                out.append(gone.pop(0))
            if gone:
                gone.pop(0)
        out.append(piece)
    return tuple(_struck_first([*out, *gone]))


def _struck_first(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Of what stands between two equal pieces, what was struck before what was put in."""
    waiting: list[Piece] = []
    for piece in pieces:
        if piece.op is Op.INSERT:
            waiting.append(piece)
            continue
        if piece.op is Op.EQUAL:
            yield from waiting
            waiting = []
        yield piece
    yield from waiting


def _called(change: LineChange) -> list[Piece]:
    pieces = (*change.pieces, *(piece for cell in change.cells for piece in cell))
    return [piece for piece in pieces if piece.run.note and not piece.run.repeated]


def _is_frame(line: Line) -> bool:
    """Whether a line is of the masthead, or closes an adopted text."""
    return line.role is Role.MEETING or (line.role in MASTHEAD and line.role is not Role.TITLE)


def _block(line: Line) -> str:
    """The id of the block that a line is of."""
    if line.role is Role.ROW:
        return line.key.rpartition(".")[0]
    return line.key.removesuffix(".number").removesuffix(".label") if line.role in _PARTS else line.key


_PARTS = frozenset({Role.SECTION_NUMBER, Role.ANNEX_LABEL, Role.PART_LABEL})


def _fixed(lines: Sequence[Line | None]) -> str:
    """What a line is called that is no block."""
    role = next(line.role for line in lines if line)
    named = {Role.TITLE: "title", Role.FORMULA: "formula", Role.PART_LABEL: "part", Role.PART_TITLE: "part"}
    return named.get(role, role.value.replace("-", " "))


def _disposition(group: Sequence[LineChange], lines: Sequence[Sequence[Pieces]]) -> Disposition:
    if any(change.continues for change in group):
        return Disposition.SPLIT if any(change.mark is Op.INSERT for change in group) else Disposition.JOINED
    sides = {(change.old is not None, change.new is not None) for change in group}
    kinds = makers(lines)
    if any(change.move for change in group):
        return Disposition.MOVED_AMENDED if Kind.SUBSTANTIVE in kinds else Disposition.MOVED
    if sides == {(False, True)}:
        return Disposition.NEW
    if sides == {(True, False)}:
        return Disposition.DROPPED
    if all(change.line.role in MASTHEAD | {Role.MEETING} for change in group) and kinds:
        return Disposition.AMENDED if Kind.SUBSTANTIVE in kinds else Disposition.TECHNICAL
    whole = any(side != (True, True) for side in sides)  # rows of a table, or a heading's number
    if Kind.SUBSTANTIVE in kinds or (whole and kinds):
        return Disposition.AMENDED
    return Disposition.TECHNICAL if kinds else Disposition.CARRIED


def _matters(resolution: Resolution) -> dict[str, Matter]:
    """Of what each paragraph is a part."""
    named = {Section.PREAMBLE: Matter.PREAMBLE, Section.OPERATIVE: Matter.OPERATIVE, Section.ANNEX: Matter.ANNEX}
    return {place.block.id: named[place.section] for place in walk(resolution) if isinstance(place.block, Paragraph)}
