"""The redline of two texts written into the Word file that the old one was read from.

In: the file, the redline as data, and where each line of the old text stands in the file. Out: the file with the changes, each
by the author who made it. What did not change keeps its very XML; new text has the format of its surroundings.

Example:
    >>> tracked = redline_text(data, compare(prior, draft, by_id=True), reading.lines, Authors(), "2026-10-05T00:00:00Z")
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from draftkit.assemble.lines import MASTHEAD, Line, Role
from draftkit.compare.redline import Fate, LineChange, Redline
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.apart import keep_apart
from draftkit.tracking.arrivals import Arrivals
from draftkit.tracking.copies import copied
from draftkit.tracking.cuts import Cut
from draftkit.tracking.ending import settle
from draftkit.tracking.files import Tracked, highest_id, opened
from draftkit.tracking.flat import flattened
from draftkit.tracking.leads import Lead
from draftkit.tracking.new_lines import Moved, NewLines
from draftkit.tracking.note_order import highest_notes, put_in_order
from draftkit.tracking.note_texts import NoteTexts
from draftkit.tracking.numbers import Numbers
from draftkit.tracking.pen import Pen, ends_section
from draftkit.tracking.rows import Rows
from draftkit.tracking.running import follow_symbol, symbol_pieces
from draftkit.tracking.sheets import Sheets
from draftkit.tracking.standing import Standing
from draftkit.tracking.writing import Placed, Writing, said
from draftkit.word.archive import Archive
from draftkit.word.package import W
from draftkit.word.revisions import Mode
from draftkit.writers.authors import Authors

_SYMBOLS = frozenset({Role.SYMBOL, Role.OTHER})
"""Lines that a symbol stands in; it is another line where the reader found the symbol in a running head."""


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
    data = archive.save() if pen.written or archive.is_changed else old
    return Tracked(data, tuple(writer.writing.untracked), pen.written)


@dataclass
class _Writer:
    """One file, and what is written into it. ``anchor``: the last element of the old text; what comes in stands behind it."""

    archive: Archive
    pen: Pen
    redline: Redline
    places: Mapping[str, int]
    done: dict[Any, int] = field(default_factory=dict)
    anchor: Any | None = None
    last: Line | None = None

    def __post_init__(self) -> None:
        self.main = self.archive.tree(self.archive.main)
        self.known = highest_notes(self.archive)
        self.sheets = Sheets(self.pen)
        self.writing = Writing(self.pen, self.sheets, self.redline, NoteTexts(self.archive))
        heads = [p for part in self.running() for p in self.archive.tree(part).iter(f"{W}p")]
        self.standing = Standing(self.main, heads, self.places)
        self.new = NewLines(self.writing, self.main)
        self.rows = Rows(self.writing, self.standing, self.new)
        self.numbers = Numbers(self.writing, self.new)

    def running(self) -> Iterator[str]:
        """The parts of headers and footers."""
        links = self.archive.links(self.archive.main)
        yield from dict.fromkeys(link.target for link in links if link.kind in ("header", "footer"))

    def write(self) -> None:
        self.learn()
        later: list[tuple[LineChange, Any | None]] = []
        for change in self.redline.lines:
            if change.old is not None:
                self.old_line(change, change.old)
            else:
                later.append((change, self.anchor))
        self.running_symbol()
        self.sheets.write()
        Arrivals(self.main, self.new, self.rows).put(later)
        self.finish()

    def learn(self) -> None:
        """How each kind of line begins in this file, and what its formats look like."""
        for change in self.redline.lines:
            if change.old is None or change.old.cells or change.continues:
                continue
            paragraphs = self.standing.paragraphs(change.old, change.pieces)
            if paragraphs:
                placed = self.writing.place([flattened(p) for p in paragraphs], change.pieces)
                self.writing.looks.learn(placed.samples)
                if placed.begin[0] == 0:
                    lead = Lead.of(placed.flats[0], placed.begin[1], change.old.number, placed.samples)
                    self.new.leads.append((change.old, lead))

    def running_symbol(self) -> None:
        """Let the symbol of the running heads follow that of the masthead."""
        for change in self.redline.lines:
            old, new = change.old, change.new
            if old is not None and new is not None and old.role is Role.SYMBOL and old.text != new.text:
                kind = next((piece.kind for piece in change.pieces if piece.kind), None)
                follow_symbol(self.standing.heads, self.sheets, old.text, new.text, kind)

    def finish(self) -> None:
        """Have every part written that something was tracked in."""
        if self.pen.written:
            settle(self.main, self.pen)
            keep_apart(self.main, self.pen.date)
            put_in_order(self.archive, self.known)
            self.archive.change(self.archive.main)
        for part in self.running():
            if next(self.archive.tree(part).iter(f"{W}ins", f"{W}del"), None) is not None:
                self.archive.change(part)

    # --- lines of the old text

    def old_line(self, change: LineChange, old: Line) -> None:
        """Write what became of a line of the old text."""
        if old.cells:
            row = self.rows.old(change)
            self.anchor = self.anchor if row is None else row
            if row is None:
                self.missed(change, old)
            return
        paragraphs = self.standing.paragraphs(old, change.pieces)
        if not paragraphs:
            self.missed(change, old)
            return
        after = self.done.get(paragraphs[0], 0)
        in_body = self.standing.first(old) is not None
        pieces = symbol_pieces(change.pieces) if in_body and old.role in _SYMBOLS else change.pieces
        placed = self.writing.place([self.sheets.of(p).flat for p in paragraphs], pieces, (0, after))
        struck_whole = change.fate is not Fate.KEPT and self.standing.is_alone(old)
        if placed.missing and _changes(change) and not struck_whole:
            self.writing.not_found(self.standing.named(old), _named(old))
        self.writing.line(placed, pieces, change.fate)
        self.numbers.write(change, placed, after, goes_on=change.continues and old is self.last)
        if placed.end[0] == 0:
            self.done[paragraphs[0]] = placed.end[1]
        if in_body:
            self.anchor = paragraphs[-1]
        self.fate(change, old, paragraphs, placed, after)
        self.last = old

    def fate(self, change: LineChange, old: Line, paragraphs: Sequence[Any], placed: Placed, after: int) -> None:
        """What becomes of the paragraphs themselves."""
        sheet = self.sheets.of(paragraphs[0])
        alone = self.standing.is_alone(old)
        same = any(p.op is Op.EQUAL and said(p).strip() for p in change.pieces)  # else nothing is left that moves
        can_move = alone and same and len(paragraphs) == 1 and not ends_section(paragraphs[0])
        if change.fate is Fate.MOVED_FROM and can_move:
            self.new.moved[change.move] = Moved(copied(paragraphs[0]), placed, change.pieces)
            sheet.kept = "moveFrom"
            self.anchor = self.pen.move_range(paragraphs[0], "moveFrom", change.move, change.kind)
        elif change.fate is not Fate.KEPT and alone:
            for paragraph in paragraphs:
                own = self.sheets.of(paragraph)
                own.cuts = [Cut(Op.DELETE, 0, len(own.flat.text), kind=change.kind)]
                self.strike_mark(paragraph, change.kind)
        elif change.fate is Fate.MOVED_FROM:
            sheet.cuts.append(Cut(Op.DELETE, after, placed.end[1], kind=change.kind))
        elif change.mark is Op.INSERT:
            end, properties = placed.end[1], _properties_of(paragraphs[0])
            sheet.cuts.append(Cut(Op.INSERT, end, end, kind=Kind.SUBSTANTIVE, ends=properties))
        elif change.mark is Op.DELETE:
            self.strike_mark(paragraphs[-1], Kind.SUBSTANTIVE)

    def strike_mark(self, paragraph: Any, kind: Kind | None) -> None:
        """Strike the mark of a paragraph, unless a section ends with it: the page settings stand in it."""
        if not ends_section(paragraph):
            self.pen.mark(paragraph, "del", kind)

    def missed(self, change: LineChange, old: Line) -> None:
        """A line that is not found. One that the reader worked out, and the file does not print, has nothing to be changed."""
        if _changes(change) and (old.role not in MASTHEAD or self.standing.prints(change.pieces)):
            self.writing.not_found(self.standing.named(old), _named(old), at_all=True)


def _changes(change: LineChange) -> bool:
    cells = [piece for cell in change.cells for piece in cell]
    pieces = (*change.pieces, *change.number, *cells)
    return change.fate is not Fate.KEPT or any(p.op is not Op.EQUAL or p.was for p in pieces)


def _named(line: Line) -> str:
    return f"{line.number} {line.text}"


def _properties_of(paragraph: Any) -> Any:
    """The properties of a paragraph for one parted from it."""
    found = paragraph.find(f"{W}pPr")
    own = copy.deepcopy(found) if found is not None else paragraph.makeelement(f"{W}pPr")
    for child in [child for child in own if child.tag in (f"{W}sectPr", f"{W}pPrChange", f"{W}rPr")]:
        own.remove(child)
    return own


__all__ = ["redline_text"]
