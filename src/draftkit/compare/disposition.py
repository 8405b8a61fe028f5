"""What became of each paragraph: carried over, brought up to date, amended, moved, parted, joined, new or dropped.

In: two finished texts and their redline, whose changes say whose they are. Out: a row for each paragraph, heading, table and
note of both texts in the order of the new one, what was dropped where it stood, and figures about all of them.

Example:
    >>> found = dispositions(old, new, compare(old, new))
    >>> [(row.disposition, row.old, row.new) for row in found.rows][:2]
    [(<Disposition.CARRIED: 'carried'>, 'PP1', 'PP1'), (<Disposition.AMENDED: 'amended'>, '3', '4')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from draftkit.assemble.lines import MASTHEAD, Line, Role
from draftkit.assemble.places import NOTE, places
from draftkit.compare.redline import Fate, LineChange, Piece, Pieces, Redline, note_key
from draftkit.compare.routine import changed, one_line, steps
from draftkit.compare.strangers import own_name
from draftkit.compare.tokens import Op
from draftkit.model import Kind, Paragraph, Resolution
from draftkit.tree import Section, walk
from draftkit.un.sessions import ORDINAL
from draftkit.un.spelling import same


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


@dataclass(frozen=True)
class Dispositions:
    """The rows of two texts; the figures are of paragraphs, those of words of headings, tables and notes as well."""

    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> Mapping[Disposition, int]:
        """How many paragraphs have which fate."""
        found = Counter(row.disposition for row in self.rows if row.matter in PARAGRAPHS)
        return {each: found[each] for each in Disposition}

    @property
    def paragraphs(self) -> int:
        """The paragraphs of the new text, those that one was split into as one."""
        return sum(1 for row in self.rows if row.matter in PARAGRAPHS and row.new)

    @property
    def unchanged(self) -> int:
        """Those of them that stand word for word in the old text."""
        return sum(1 for row in self.rows if row.matter in PARAGRAPHS and row.disposition in UNCHANGED and not _kinds(row.lines))

    def words(self, op: Op) -> int:
        """Words put in, or struck; of what moved, only those that changed."""
        return sum(_count(p.run.text) for row in self._body for p in row.pieces if p.op is op and not p.run.note)

    @cached_property
    def reports(self) -> tuple[Row, ...]:
        """Paragraphs that ask for a report, and did not in the old text (un-rules G5)."""
        said = (row for row in self.rows if row.matter in PARAGRAPHS and row.new and asks_for_report(row.text(new=True)))
        return tuple(row for row in said if not asks_for_report(row.text(new=False)))

    @cached_property
    def sessions(self) -> tuple[str, ...]:
        """Sessions that the new text names and the old one does not: "eighty-second session" (un-rules G5)."""
        old, new = (" ".join(row.text(new=side) for row in self._body) for side in (False, True))
        before = {each.lower() for each in _named(old)}
        return tuple(dict.fromkeys(each for each in _named(new) if each.lower() not in before))

    @property
    def _body(self) -> Iterator[Row]:
        return (row for row in self.rows if row.matter is not Matter.MASTHEAD)


_ASKS = re.compile(
    r"\b(?:requests?|requesting|invites?|inviting|asks?|decides?)\b[^;.]{0,400}?\b"
    r"(?:to (?:submit|present|provide|prepare|issue|make|include)\b[^;.]{0,200}?\breports?\b|to report\b)",
    re.IGNORECASE,
)
_SESSION = re.compile(rf"\b({ORDINAL})[ \u00a0]session\b", re.IGNORECASE)
_COUNTED = re.compile(r"[^\W_][\w’'\-\u2011/.]*")


def asks_for_report(text: str) -> bool:
    """Whether a paragraph asks somebody to report."""
    return _ASKS.search(text) is not None


def _named(text: str) -> list[str]:
    return [f"{same(words)} session" for words in _SESSION.findall(text)]


def _count(text: str) -> int:
    return len(_COUNTED.findall(text))


# --- Rows ----------------------------------------------------------------------------------------------------------


def dispositions(old: Resolution, new: Resolution, redline: Redline) -> Dispositions:
    """The rows of a redline of two finished texts."""
    return Dispositions(tuple(_Rows(old, new, redline).rows()))


class _Rows:
    """One redline; knows what the places of both texts are called."""

    def __init__(self, old: Resolution, new: Resolution, redline: Redline) -> None:
        self.redline = redline
        self.labels = (_labels(old), _labels(new))
        self.matters = (_matters(old), _matters(new))
        self.left = {change.move: change for change in redline.lines if change.fate is Fate.MOVED_FROM}

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
            if group and not _belongs(group[-1], change):
                yield begun, group
                group = []
            begun = begun if group else at
            group.append(change)
        if group:
            yield begun, group

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


def _belongs(last: LineChange, change: LineChange) -> bool:
    """Whether a line is of the same paragraph, heading or table as the one before it."""
    if change.continues:
        return True
    pairs = ((last.old, change.old), (last.new, change.new))
    found = [(_block(one), _block(other)) for one, other in pairs if one and other]
    return not change.move and bool(found) and all(one == other for one, other in found)


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


def _kinds(lines: Sequence[Sequence[Pieces]]) -> set[Kind | None]:
    """Whose changes some words have; a change of format alone is nobody's, and a blank between two changes goes with them."""
    found = [piece for cells in lines for cell in cells for piece in changed(cell)]
    return {piece.kind for piece in found if piece.run.text.strip()} or {piece.kind for piece in found}


def _disposition(group: Sequence[LineChange], lines: Sequence[Sequence[Pieces]]) -> Disposition:
    if any(change.continues for change in group):
        return Disposition.SPLIT if any(change.mark is Op.INSERT for change in group) else Disposition.JOINED
    sides = {(change.old is not None, change.new is not None) for change in group}
    kinds = _kinds(lines)
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


# --- What places are called ----------------------------------------------------------------------------------------

_SHORTER = (
    (re.compile(r"preambular (?:paragraph|clause) (\d+)"), r"PP\1"),
    (re.compile(r"(^|, )(?:paragraph|clause) (?=\d)"), r"\1"),
    (re.compile(r"(^|, )operative (?:paragraph|clause)$"), r"\1OP"),
    (re.compile(r"^footnote\b"), "note"),
    (re.compile(r"^(?:part|section) (?=[\w.]+, )"), ""),
)


def _labels(resolution: Resolution) -> dict[str, str]:
    """What each place is called in a narrow column: "PP3", "5 (a)", "IV, 4", "note 2"."""
    return {key: _shorter(name) for key, name in places(resolution).items()}


def _shorter(name: str) -> str:
    for pattern, short in _SHORTER:
        name = pattern.sub(short, name)
    return name


def _matters(resolution: Resolution) -> dict[str, Matter]:
    """Of what each paragraph is a part."""
    named = {Section.PREAMBLE: Matter.PREAMBLE, Section.OPERATIVE: Matter.OPERATIVE, Section.ANNEX: Matter.ANNEX}
    return {place.block.id: named[place.section] for place in walk(resolution) if isinstance(place.block, Paragraph)}
