"""The redline of two texts written into the Word file that the old one was read from.

In: the file, the redline as data, and where each line of the old text stands in the file. Out: the file with the changes, each
by the author who made it. What did not change keeps its very XML; new text has the format of its surroundings.

Example:
    >>> tracked = redline_text(data, compare(prior, draft, by_id=True), reading.lines, Authors(), "2026-10-05T00:00:00Z")
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit.assemble.lines import MASTHEAD, Line, Role
from draftkit.compare.redline import Fate, LineChange, Piece, Pieces, Redline
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut
from draftkit.tracking.ending import settle
from draftkit.tracking.files import Tracked, highest_id, opened
from draftkit.tracking.flat import Flat, flattened
from draftkit.tracking.leads import Lead
from draftkit.tracking.new_lines import Moved, NewLines
from draftkit.tracking.note_order import put_in_order
from draftkit.tracking.note_texts import NoteTexts
from draftkit.tracking.pen import Pen
from draftkit.tracking.running import follow_symbol
from draftkit.tracking.sheets import Sheets
from draftkit.tracking.surroundings import typed
from draftkit.tracking.writing import Placed, Writing, said
from draftkit.un.spelling import same
from draftkit.word.archive import Archive
from draftkit.word.elements import within
from draftkit.word.package import W
from draftkit.word.revisions import Mode
from draftkit.writers.authors import Authors

_INSIDE = frozenset(f"{W}{name}" for name in ("tr", "tc", "tbl", "sdtContent", "sdt"))
_SHOWN = 40
"""Characters of a line by which it is named."""


def redline_text(
    old: bytes,
    redline: Redline,
    places: Mapping[str, int],
    authors: Authors,
    date: str,
    *,
    revisions: Mode | None = None,
    name: str = "",
) -> Tracked:
    """Write a redline into the old text's own file.

    Args:
        places: where each line of the old text stands: the ordinal of its paragraph (``Reading.lines``).
        date: the instant of every change, "2026-10-05T09:00:00Z".
        revisions: what is done first with the tracked changes that the file has, as when it was read.

    Raises:
        Unreadable: see ``redline_files``.
    """
    archive = opened(old, name, revisions)
    pen = Pen(authors, date, highest_id(archive))
    writer = _Writer(archive, pen, redline, places)
    writer.write()
    return Tracked(archive.save(), tuple(writer.writing.untracked), pen.written)


@dataclass
class _Writer:
    archive: Archive
    pen: Pen
    redline: Redline
    places: Mapping[str, int]
    done: dict[Any, int] = field(default_factory=dict)
    rows: dict[str, dict[int, Any]] = field(default_factory=dict)
    anchor: Any | None = None
    last: Line | None = None

    def __post_init__(self) -> None:
        self.main = self.archive.tree(self.archive.main)
        self.paragraphs = list(self.main.iter(f"{W}p"))
        self.sheets = Sheets(self.pen)
        self.writing = Writing(self.pen, self.sheets, self.redline, NoteTexts(self.archive))
        self.new = NewLines(self.writing, self.main)
        self.taken = sorted({place for place in self.places.values() if place})
        self.lines_at = Counter(self.places.values())
        self.heads = [p for part in self.running() for p in self.archive.tree(part).iter(f"{W}p")]

    def running(self) -> Iterator[str]:
        """The parts of headers and footers."""
        links = self.archive.links(self.archive.main)
        yield from dict.fromkeys(link.target for link in links if link.kind in ("header", "footer"))

    def write(self) -> None:
        self.learn()
        later: list[tuple[LineChange, Any | None]] = []
        for change in self.redline.lines:
            if change.old is not None:
                self.old_line(change)
            elif change.fate is Fate.MOVED_TO or change.fate is Fate.INSERTED:
                later.append((change, self.anchor))
        self.running_symbol()
        self.sheets.write()
        self.new_lines(later)
        self.finish()

    def running_symbol(self) -> None:
        """Let the symbol of the running heads follow that of the masthead."""
        for change in self.redline.lines:
            old, new = change.old, change.new
            if old is not None and new is not None and old.role is Role.SYMBOL and old.text != new.text:
                kind = next((piece.kind for piece in change.pieces if piece.kind), None)
                follow_symbol(self.heads, self.sheets, old.text, new.text, kind)

    def finish(self) -> None:
        """Have every part written that something was tracked in."""
        if self.pen.written:
            settle(self.main, self.pen)
            put_in_order(self.archive)
            self.archive.change(self.archive.main)
        for part in self.running():
            if next(self.archive.tree(part).iter(f"{W}ins", f"{W}del"), None) is not None:
                self.archive.change(part)

    # --- lines of the old text

    def learn(self) -> None:
        """How each kind of line begins in this file."""
        for change in self.redline.lines:
            if change.old is None or change.old.cells or change.continues:
                continue
            paragraphs = self.find(change.old, change.pieces)
            if paragraphs:
                placed = self.writing.place([flattened(p) for p in paragraphs], change.pieces)
                if placed.begin[0] == 0:
                    lead = Lead.of(placed.flats[0], placed.begin[1], change.old.number, placed.samples)
                    self.new.leads.append((change.old, lead))

    def find(self, line: Line, pieces: Pieces) -> list[Any]:
        """The paragraphs that a line of the old text stands in, [] if it is not found."""
        wanted = _bare("".join(said(p) for p in pieces if p.op is not Op.INSERT))
        place = self.places.get(line.key, 0)
        if not place or place > len(self.paragraphs):
            found = next((p for p in self.heads if wanted and wanted in _bare(flattened(p).text)), None)
            return [] if found is None else [found]
        first = self.paragraphs[place - 1]
        out, text = [first], _bare(flattened(first).text)
        stop = next((taken for taken in self.taken if taken > place), len(self.paragraphs) + 1)
        for other in self.paragraphs[place : stop - 1]:
            if len(text) >= len(wanted) or other.getparent() is not first.getparent():
                break
            out.append(other)
            text += _bare(flattened(other).text)
        return out

    def old_line(self, change: LineChange) -> None:
        assert change.old is not None
        if change.old.cells:
            self.row(change)
            return
        paragraphs = self.find(change.old, change.pieces)
        if not paragraphs:
            if change.fate is not Fate.KEPT or _changes(change):
                self.not_found(change.old)
            return
        flats = [self.sheets.of(p).flat for p in paragraphs]
        after = self.done.get(paragraphs[0], 0)
        pieces = _symbol_pieces(change.pieces) if change.old.role is Role.SYMBOL else change.pieces
        placed = self.writing.place(flats, pieces, (0, after))
        if placed.missing:
            self.not_found(change.old)
        self.writing.line(placed, pieces, change.fate)
        self.number(change, placed, after)
        if placed.end[0] == 0:
            self.done[paragraphs[0]] = placed.end[1]
        if self.places.get(change.old.key):
            self.anchor = paragraphs[-1]
        self.fate(change, paragraphs, placed)
        self.last = change.old

    def fate(self, change: LineChange, paragraphs: Sequence[Any], placed: Placed) -> None:
        """What becomes of the paragraphs themselves."""
        sheet = self.sheets.of(paragraphs[0])
        alone = self.lines_at[self.places.get(change.old.key, 0) if change.old else 0] == 1
        if change.fate is Fate.DELETED and alone:
            for paragraph in paragraphs:
                own = self.sheets.of(paragraph)
                own.cuts = [Cut(Op.DELETE, 0, len(own.flat.text), kind=change.kind)]
                self.pen.mark(paragraph, "del", change.kind)
        elif change.fate is Fate.MOVED_FROM:
            self.new.moved[change.move] = Moved(copy.deepcopy(paragraphs[0]), placed, change.pieces)
            sheet.kept = "moveFrom"
            self.anchor = self.new.range(paragraphs[0], "moveFrom", change)
        elif change.mark is Op.INSERT:
            end, properties = placed.end[1], _properties_of(paragraphs[0])
            sheet.cuts.append(Cut(Op.INSERT, end, end, kind=Kind.SUBSTANTIVE, ends=properties))
        elif change.mark is Op.DELETE:
            self.pen.mark(paragraphs[-1], "del", Kind.SUBSTANTIVE)

    def number(self, change: LineChange, placed: Placed, after: int) -> None:
        """The number before a line, where it is typed: what is different in it is struck and typed anew."""
        old, new = ("".join(p.run.text for p in change.number if p.op is not op) for op in (Op.INSERT, Op.DELETE))
        kind = next((p.kind for p in change.number if p.op is not Op.EQUAL), Kind.CONSEQUENTIAL)
        sheet = self.sheets.of(placed.flats[0].paragraph)
        before = sheet.flat.text[after : placed.begin[1]] if placed.begin[0] == 0 else ""
        if change.continues and change.old is self.last:
            self.begin_part(change, sheet.flat, placed, kind)
            return
        if change.continues and placed.begin > (0, 0):  # joined: the tabs go with the number
            sheet.cuts.insert(0, Cut(Op.DELETE, after, placed.begin[1], kind=kind))
            return
        if change.fate is not Fate.KEPT or old == new:
            return
        at = same(before).rfind(same(old)) if old else -1
        if old and at < 0:
            return  # Word counts
        if not old:
            cut = Cut(Op.INSERT, placed.begin[1], placed.begin[1], (typed(f"{new}\t", self.plain(placed), self.main),), kind)
            sheet.cuts.insert(0, cut)
            return
        start, stop = after + at, after + at + len(old)
        if not new:
            sheet.cuts.append(Cut(Op.DELETE, start, stop + len(before[at + len(old) :]), kind=kind))
            return
        head = _shared(old, new)
        tail = _shared(old[head:][::-1], new[head:][::-1])
        runs = (s.run for s in sheet.flat.stretches if s.start <= start < s.stop and s.run.tag == f"{W}r")
        look = next((run.find(f"{W}rPr") for run in runs), None)
        if stop - tail > start + head:
            sheet.cuts.append(Cut(Op.DELETE, start + head, stop - tail, kind=kind))
        if coming := new[head : len(new) - tail]:
            sheet.cuts.append(Cut(Op.INSERT, stop - tail, stop - tail, (typed(coming, look, self.main),), kind))

    def begin_part(self, change: LineChange, flat: Flat, placed: Placed, kind: Kind | None) -> None:
        """The number and tabs of the second part of a paragraph that was parted."""
        lead = self.new.lead(change.line)
        runs = lead.runs(change.line.number, self.main) if lead else []
        if runs:
            sheet = self.sheets.of(flat.paragraph)
            begin = placed.begin[1]
            at = max((at for at, cut in enumerate(sheet.cuts) if cut.ends is not None), default=-1)
            sheet.cuts.insert(at + 1, Cut(Op.INSERT, begin, begin, tuple(runs), kind))

    def plain(self, placed: Placed) -> Any | None:
        return placed.samples.get((False, False, False))

    def not_found(self, line: Line) -> None:
        text = line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN].rstrip()}..."
        named = f"{line.number} {text}".lstrip()
        self.writing.untracked[f'"{named}" was not found as it was read: see that paragraph'] = None

    # --- rows

    def row(self, change: LineChange) -> None:
        assert change.old is not None
        place = self.places.get(change.old.key, 0)
        row = next(self.paragraphs[place - 1].iterancestors(f"{W}tr"), None) if 0 < place <= len(self.paragraphs) else None
        if row is None:
            if change.fate is not Fate.KEPT or _changes(change):
                self.not_found(change.old)
            return
        self.anchor = row
        if change.new is not None:
            self.rows.setdefault(_table_of(change.new), {})[_row_of(change.new)] = row
        if change.fate is not Fate.KEPT:
            for paragraph in row.iter(f"{W}p"):
                sheet = self.sheets.of(paragraph)
                sheet.cuts = [Cut(Op.DELETE, 0, len(sheet.flat.text), kind=change.kind)]
            self.pen.row(row, "del", change.kind)
            return
        for cell, pieces in zip(within(row, f"{W}tc"), change.cells, strict=False):
            if any(p.op is not Op.EQUAL or p.was for p in pieces):
                placed = self.writing.place([self.sheets.of(p).flat for p in cell.iter(f"{W}p")], pieces)
                self.writing.line(placed, pieces)
                if placed.missing:
                    self.not_found(change.old)

    # --- lines of the new text

    def new_lines(self, later: Sequence[tuple[LineChange, Any | None]]) -> None:
        """Put in the new lines, each behind the line that it follows; the rows of a new table together."""
        ends: dict[Any, Any] = {}
        waiting: list[LineChange] = []
        for at, (change, anchor) in enumerate(later):
            table = _table_of(change.line)
            if change.line.cells and table not in self.rows:
                waiting.append(change)
                following = later[at + 1] if at + 1 < len(later) else None
                if following is not None and following[1] is anchor and _table_of(following[0].line) == table:
                    continue
                made, waiting = [self.new.table(waiting)], []
            elif change.line.cells:
                self.put_row(change)
                continue
            elif change.fate is Fate.MOVED_TO and change.move in self.new.moved:
                made = self.new.arrived(change)
            else:
                made = [self.new.paragraph(change)]
            ends[anchor] = self.put(made, ends.get(anchor, anchor), in_cell=change.line.role in MASTHEAD)

    def put(self, made: Sequence[Any], anchor: Any | None, *, in_cell: bool) -> Any:
        """Put blocks behind another, outside of the table that it is in unless that is the masthead's; gives the last."""
        while anchor is not None and anchor.getparent().tag in _INSIDE and not (in_cell and anchor.getparent().tag == f"{W}tc"):
            anchor = anchor.getparent()
        for element in made:
            if anchor is None:
                next(child for child in self.main[0] if child.tag in (f"{W}p", f"{W}tbl")).addprevious(element)
            else:
                anchor.addnext(element)
            anchor = element
        return anchor

    def put_row(self, change: LineChange) -> None:
        """Put a row into the table that its text belongs to: behind the row before it there, or before the first that stays."""
        rows, own = self.rows[_table_of(change.line)], _row_of(change.line)
        before = max((number for number in rows if number < own), default=None)
        near = rows[min(rows) if before is None else before]
        made = rows[own] = self.new.row(change, near)
        if before is None:
            near.addprevious(made)
        else:
            near.addnext(made)


def _table_of(line: Line) -> str:
    """The table of the text that a row is of."""
    return line.key.rpartition(".")[0] if line.cells else ""


def _row_of(line: Line) -> int:
    """The number of a row in its table, from 0."""
    return int(line.key.rpartition(".")[2])


def _symbol_pieces(pieces: Pieces) -> Pieces:
    """The pieces of the symbol in the masthead, whose first letter is set large and stays (un-rules A3)."""
    if [piece.op for piece in pieces] != [Op.DELETE, Op.INSERT]:
        return pieces
    struck, came = pieces
    letter = struck.run.text.partition("/")[0]
    if came.run.text.partition("/")[0] != letter:
        return pieces
    rest = (replace(piece, run=replace(piece.run, text=piece.run.text[len(letter) :])) for piece in pieces)
    return (Piece(Op.EQUAL, replace(struck.run, text=letter)), *rest)


def _changes(change: LineChange) -> bool:
    cells = [piece for cell in change.cells for piece in cell]
    return any(p.op is not Op.EQUAL or p.was for p in (*change.pieces, *change.number, *cells))


def _properties_of(paragraph: Any) -> Any:
    """The properties of a paragraph for one parted from it."""
    found = paragraph.find(f"{W}pPr")
    own = copy.deepcopy(found) if found is not None else paragraph.makeelement(f"{W}pPr")
    for child in [child for child in own if child.tag in (f"{W}sectPr", f"{W}pPrChange", f"{W}rPr")]:
        own.remove(child)
    return own


def _bare(text: str) -> str:
    return "".join(same(text).split())


def _shared(one: str, other: str) -> int:
    """How many signs around a number both begin with: "(a)" and "(b)" the bracket; "10." and "11." nothing."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b or a.isalnum()), min(len(one), len(other)))
