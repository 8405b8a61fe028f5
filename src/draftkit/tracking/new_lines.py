"""Lines of the new text that the old one does not have: paragraphs, moved ones where they arrive, rows and tables.

A new paragraph begins as others of its kind do in this file; a new row is made like one of its table.

Example:
    >>> made = NewLines(writing, main).paragraph(change)
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

from draftkit.assemble.lines import Line, Role
from draftkit.compare.redline import LineChange, Pieces
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.copies import copied
from draftkit.tracking.cuts import Cut, cut_up
from draftkit.tracking.flat import Flat, flattened
from draftkit.tracking.leads import Lead
from draftkit.tracking.sheets import completed
from draftkit.tracking.surroundings import changed_to, format_of, typed
from draftkit.tracking.writing import Placed, Writing, said
from draftkit.un.spelling import same
from draftkit.word.elements import whole, within
from draftkit.word.package import W
from draftkit.word.revisions import REVISED

_LIKE = {
    Role.ITEM: (Role.OPERATIVE, Role.PREAMBULAR),
    Role.OPERATIVE: (Role.PREAMBULAR,),
    Role.PREAMBULAR: (Role.OPERATIVE,),
    Role.ANNEX_PARAGRAPH: (Role.OPERATIVE, Role.PREAMBULAR),
    Role.OPAQUE: (Role.PREAMBULAR,),
    Role.ANNEX_TITLE: (Role.TITLE, Role.SECTION_HEADING),
    Role.ANNEX_LABEL: (Role.TITLE, Role.SECTION_HEADING),
    Role.SECTION_HEADING: (Role.TITLE,),
    Role.SECTION_NUMBER: (Role.SECTION_HEADING, Role.TITLE),
    Role.MEETING: (Role.PREAMBULAR,),
}
"""Lines that a new line may look like, where the file has none of its kind."""

_WIDTH = 9000
"""Twips that a new table is wide, where the file has no other."""

_WIDEST = 31_680
"""Twips: the widest page of Word."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A moved line where it left: its paragraph as it was, and its pieces with their places."""

    paragraph: Any
    placed: Placed
    pieces: Pieces


@dataclass
class NewLines:
    """Makes new lines for one file. ``leads``: how each line of the old text begins; ``main``: its main part."""

    writing: Writing
    main: Any
    leads: list[tuple[Line, Lead]] = field(default_factory=list)
    moved: dict[int, Moved] = field(default_factory=dict)

    def lead(self, line: Line) -> Lead | None:
        """How a line of this kind begins: as the last one of the old text that is like it."""
        for role in (line.role, *_LIKE.get(line.role, ())):
            found = [(old, lead) for old, lead in self.leads if old.role is role]
            if found:
                return max(enumerate(found), key=lambda at: (_likeness(at[1][0], line), at[0]))[1][1]
        return None

    def paragraph(self, change: LineChange) -> Any:
        """A new paragraph, put in."""
        lead = self.lead(change.line) or Lead(None, "", "", None, {})
        made = lead.paragraph(self.main)
        self.put_in(made, change.pieces, change, lead.samples, lead.runs(change.line.number, self.main))
        self.writing.pen.mark(made, "ins", change.kind)
        return made

    def put_in(self, paragraph: Any, pieces: Pieces, change: LineChange, samples: Any, first: Sequence[Any] = ()) -> None:
        """Put new words behind what a paragraph has, each under the name of who wrote them."""
        found = [(change.kind, list(first))]
        found += [(piece.kind or change.kind, self.content(paragraph, (piece,), change, samples)) for piece in pieces]
        for kind, group in groupby(found, key=lambda one: one[0]):
            runs = [run for _, content in group for run in content]
            if runs:
                paragraph.append(self.writing.pen.wrap(runs, "ins", kind))

    def content(self, paragraph: Any, pieces: Pieces, change: LineChange, samples: Any) -> list[Any]:
        placed = Placed([Flat(paragraph)], [], (0, 0), (0, 0), self.writing.looks.completed(samples))
        return [run for piece in pieces for run in self.writing.content(piece, change.fate, placed, (0, 0))]

    # --- moves

    def arrived(self, change: LineChange) -> list[Any]:
        """A moved paragraph where it arrives, what came in with it, and the end of its range."""
        source = self.moved[change.move]
        made = source.paragraph
        flat = flattened(made)
        carried: list[Any] = []
        cuts = self._moved_number(change, source, flat) + self._moved_cuts(change, source, flat, carried)
        cut_up(flat, completed(cuts, len(flat.text)), self.writing.pen, kept="moveTo")
        for struck in [d for d in made.iter(f"{W}del") if d.getparent().tag != f"{W}rPr"]:
            struck.getparent().remove(struck)  # it did not come along
        for callouts in [i for i in made.iter(f"{W}ins") if len(i) and all(run in carried for run in i)]:
            callouts.tag = f"{W}moveTo"
        holder = made.makeelement(f"{W}body")
        holder.append(made)
        self.writing.pen.move_range(made, "moveTo", change.move, change.kind)
        return list(holder)

    def _moved_cuts(self, change: LineChange, source: Moved, flat: Flat, carried: list[Any]) -> list[Cut]:
        """The cuts of a moved paragraph: what was struck is left behind, notes and new words come in.

        The callouts of notes that move along are added to ``carried``: they are new, for a note is called once.
        """
        cuts: list[Cut] = []
        stays: list[Any] = []
        looks: list[Any] = []
        for piece, own in zip((p for p in source.pieces if p.op is not Op.INSERT), source.placed.spots, strict=True):
            places = [spot[1] for spot in own if spot is not None and spot[0] == 0]
            if piece.op is Op.DELETE or (piece.run.note and not piece.run.repeated):
                cuts += [Cut(Op.EQUAL, min(places), max(places) + 1, name="del", kind=change.kind)] if places else []
            if piece.op is Op.EQUAL:
                stays += own
                looks += [format_of(piece.run)] * len(own)
        here = source.placed.begin[1]
        placed = Placed([flat], [], (0, here), (0, here), source.placed.samples)
        spots = iter(zip(stays, looks, strict=True))
        for piece in change.pieces:
            if piece.op is not Op.INSERT:
                other: list[int] = []
                for spot, look in islice(spots, len(said(piece))):
                    here = spot[1] + 1 if spot is not None and spot[0] == 0 else here
                    other += [spot[1]] if spot is not None and look != format_of(piece.run) else []
                if other:
                    now = changed_to(format_of(piece.run), source.placed.samples, flat.paragraph)
                    cuts.append(Cut(Op.EQUAL, min(other), max(other) + 1, kind=change.kind, look=now))
            if piece.op is Op.INSERT or (piece.run.note and not piece.run.repeated):
                content = self.writing.content(piece, change.fate, placed, (0, here))
                carried += content if piece.op is not Op.INSERT else []
                cuts.append(Cut(Op.INSERT, here, here, tuple(content), piece.kind or change.kind))
        return cuts

    def _moved_number(self, change: LineChange, source: Moved, flat: Flat) -> list[Cut]:
        """The typed number of a moved paragraph: another one, none, or one where there was none."""
        new, begin = change.line.number, source.placed.begin[1]
        found = re.search(r"\S+\s*", flat.text[:begin])
        if found is None:
            lead = self.lead(change.line) if new else None
            if lead is None or lead.is_automatic:
                return []
            return [Cut(Op.INSERT, begin, begin, (typed(f"{new}\t", lead.look, self.main),), Kind.CONSEQUENTIAL)]
        if same(found[0]).strip() == same(new):
            return []
        stop = found.start() + len(found[0].rstrip()) if new else found.end()
        look = next((s.run.find(f"{W}rPr") for s in flat.stretches if s.start <= found.start() < s.stop), None)
        gone = Cut(Op.EQUAL, found.start(), stop, name="del", kind=Kind.CONSEQUENTIAL)
        return [gone, Cut(Op.INSERT, stop, stop, (typed(new, look, self.main),), Kind.CONSEQUENTIAL)] if new else [gone]

    # --- rows and tables

    def row(self, change: LineChange, near: Any | None) -> Any:
        """A new row. ``near`` is a row of the table it is for, which it is made like."""
        spans = change.line.spans
        row = copied(near) if near is not None and _spans(near) == list(spans) else self._blank_row(spans, near)
        for tracked in list(row.iter(*REVISED)):
            if tracked.getparent() is not None:
                tracked.getparent().remove(tracked)
        for cell, pieces in zip(within(row, f"{W}tc"), change.cells, strict=True):
            self._fill(cell, pieces, change)
        self.writing.pen.row(row, "ins", change.kind)
        return row

    def _blank_row(self, spans: Sequence[int], near: Any | None) -> Any:
        """A row of cells of these spans, as wide as another row."""
        made = self.main.makeelement(f"{W}tr")
        widths = [w for cell in within(near, f"{W}tc") for w in _width(cell)] if near is not None else []
        unit = (sum(widths) or _WIDTH) // max(1, sum(spans))
        model = next((p for p in near.iter(f"{W}p")), None) if near is not None else None
        for span in spans:
            cell = made.makeelement(f"{W}tc")
            properties = cell.makeelement(f"{W}tcPr")
            properties.append(cell.makeelement(f"{W}tcW", {f"{W}w": str(unit * span), f"{W}type": "dxa"}))
            if span > 1:
                properties.append(cell.makeelement(f"{W}gridSpan", {f"{W}val": str(span)}))
            cell.append(properties)
            cell.append(copied(model) if model is not None else cell.makeelement(f"{W}p"))
            made.append(cell)
        return made

    def _fill(self, cell: Any, pieces: Pieces, change: LineChange) -> None:
        """Put new text into a cell that was copied, in the format that the first of its runs had."""
        paragraphs = list(cell.iter(f"{W}p"))
        look = next((run.find(f"{W}rPr") for run in cell.iter(f"{W}r")), None)
        for element in [child for child in cell if child.tag != f"{W}tcPr" and child is not paragraphs[0]]:
            cell.remove(element)
        for child in [child for child in paragraphs[0] if child.tag != f"{W}pPr"]:
            paragraphs[0].remove(child)
        self.put_in(paragraphs[0], pieces, change, {(False, False, False): look})

    def table(self, changes: Sequence[LineChange]) -> Any:
        """A new table of rows that all came in, its properties those of another table of the file."""
        model = next(self.main.iter(f"{W}tblPr"), None)
        made = self.main.makeelement(f"{W}tbl")
        properties = copy.deepcopy(model) if model is not None else made.makeelement(f"{W}tblPr")
        for child in [child for child in properties if child.tag in (f"{W}tblpPr", f"{W}tblPrChange")]:
            properties.remove(child)
        columns = max(sum(change.line.spans) for change in changes)
        grid = made.makeelement(f"{W}tblGrid")
        for _ in range(columns):
            grid.append(grid.makeelement(f"{W}gridCol", {f"{W}w": str(_WIDTH // columns)}))
        for child in (properties, grid, *(self.row(change, None) for change in changes)):
            made.append(child)
        return made


def _likeness(old: Line, new: Line) -> tuple[bool, bool]:
    return old.depth == new.depth, bool(old.number) == bool(new.number)


def _spans(row: Any) -> list[int]:
    found = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in within(row, f"{W}tc"))
    return [1 if span is None else whole(span.get(f"{W}val", ""), 1) for span in found]


def _width(cell: Any) -> list[int]:
    found = cell.find(f"{W}tcPr/{W}tcW")
    width = 0 if found is None else whole(found.get(f"{W}w", ""))
    return [width] if 0 < width <= _WIDEST else []


__all__ = ["Moved", "NewLines"]
