"""Blocks struck, put in, moved and edited in one part of the old file.

Example:
    >>> work = Work(Desk(old, new, pen), old.main, new.main)
    >>> compare_stories(work, old_body, new_body)
    >>> work.desk.untracked
    {'a section break came in': None}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from draftkit.compare.tokens import Edit, Op
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut, cut_up
from draftkit.tracking.flat import Flat, flattened
from draftkit.tracking.flowing import Flowing
from draftkit.tracking.flows import Place, compared
from draftkit.tracking.imports import Imports
from draftkit.tracking.keys import Keys
from draftkit.tracking.looks import look
from draftkit.tracking.notes import Notes
from draftkit.tracking.pen import Pen, ends_section
from draftkit.tracking.sheets import run_together
from draftkit.word.archive import Archive
from draftkit.word.elements import within
from draftkit.word.package import W

_BOX = f"{W}txbxContent"
Segments = Sequence[tuple[Sequence[Flat], Sequence[Flat]]]


@dataclass
class Desk:
    """What all parts of one job share. ``untracked``: what changed and is not tracked, in words."""

    old: Archive
    new: Archive
    pen: Pen
    untracked: dict[str, None] = field(default_factory=dict)
    moves: dict[int, tuple[Edit[Place], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.imports = Imports(self.old, self.new)
        self.notes = Notes(self)

    @cached_property
    def kin(self) -> bool:
        """Whether styles and lists are the same in both files, so that their ids mean the same."""
        return all(self._blob(self.old, kind) == self._blob(self.new, kind) for kind in ("styles", "numbering"))

    def _blob(self, archive: Archive, kind: str) -> bytes:
        return archive.blobs.get(archive.related(archive.main, kind), b"")


@dataclass
class Work:
    """Work on a part of the old file, by a part of the new one."""

    desk: Desk
    part: str
    new_part: str

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Have the part written if something was tracked in the meantime."""
        before = self.desk.pen.written
        yield
        if self.desk.pen.written > before:
            self.desk.old.change(self.part)

    def copied(self, element: Any) -> Any:
        return self.desk.imports.copied(element, self.new_part, self.part)

    # --- paragraphs that both files have

    def paragraphs(self, segments: Segments) -> None:
        """Write what became of paragraphs that are one flow; one mark, the last, stays."""
        Flowing(self, [list(o) for o, _ in segments], [list(n) for _, n in segments]).write()

    def properties(self, old: Any, new: Any, name: str) -> None:
        """Track other properties of a table, a row or a cell."""
        one, other = old.find(f"{W}{name}"), new.find(f"{W}{name}")
        if look(one) == look(other):
            return
        wanted = None if other is None else self.copied(other)
        if look(one) == look(wanted):
            return
        if one is None:
            one = old.makeelement(f"{W}{name}")
            old.insert(next((i for i, c in enumerate(old) if c.tag != f"{W}tblPrEx"), len(old)), one)
        self.desk.pen.rewrite(one, wanted, Kind.SUBSTANTIVE)

    # --- whole blocks

    def strike(self, paragraph: Any, *, mark: bool = True) -> None:
        """Strike a paragraph, its notes and its mark."""
        flat = flattened(paragraph)
        for thing in flat.things.values():
            self.desk.notes.strike(self, thing)
        cut_up(flat, [Cut(Op.DELETE, 0, len(flat.text), kind=Kind.SUBSTANTIVE)], self.desk.pen)
        if mark:
            self.strike_mark(paragraph)

    def strike_mark(self, paragraph: Any) -> None:
        """Strike the mark of a paragraph, unless a section ends with it."""
        if ends_section(paragraph):
            self.desk.untracked["a section break that the new text does not have stays"] = None
        else:
            self.desk.pen.mark(paragraph, "del", Kind.SUBSTANTIVE)

    def strike_row(self, row: Any) -> None:
        for paragraph, last in _cell_paragraphs(row):
            self.strike(paragraph, mark=not last)
        self.desk.pen.row(row, "del", Kind.SUBSTANTIVE)

    def new_paragraph(self, paragraph: Any, *, mark: bool = True) -> Any:
        """A paragraph of the new file, put in."""
        made = self.own(paragraph)
        self.put_in(made, mark=mark)
        return made

    def own(self, paragraph: Any) -> Any:
        """A copy of a paragraph of the new file for the old one; a section break does not come along."""
        made = self.copied(paragraph)
        section = made.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            section.getparent().remove(section)
            self.desk.untracked["a section break of the new text is left out"] = None
        return made

    def put_in(self, paragraph: Any, *, mark: bool = True) -> None:
        flat = flattened(paragraph)
        for thing in flat.things.values():
            self.desk.notes.bring(self, thing)
        cut_up(flat, [Cut(Op.EQUAL, 0, len(flat.text), kind=Kind.SUBSTANTIVE)], self.desk.pen, kept="ins")
        if mark:
            self.desk.pen.mark(paragraph, "ins", Kind.SUBSTANTIVE)

    def new_row(self, row: Any) -> Any:
        made = self.copied(row)
        self.mark_row(made)
        return made

    def mark_row(self, row: Any) -> None:
        for paragraph, last in list(_cell_paragraphs(row)):
            self.put_in(paragraph, mark=not last)
        self.desk.pen.row(row, "ins", Kind.SUBSTANTIVE)

    def new_table(self, table: Any) -> Any:
        made = self.copied(table)
        for row in within(made, f"{W}tr"):
            self.mark_row(row)
        return made

    # --- moves (17.13.5.21 to .28): the range takes in the mark, so it ends behind the paragraph

    def move_from(self, old: Any, move: int) -> Any:
        """Mark a paragraph as moved away, what was struck on the way with it; gives the end of its range."""
        flat = flattened(old)
        cuts = []
        for edit in self.desk.moves[move]:
            name = Op.DELETE if edit.op is Op.DELETE else Op.EQUAL
            cuts += [Cut(name, t.start, t.stop, kind=Kind.SUBSTANTIVE) for t in edit.old]
        for thing in flat.things.values():
            self.desk.notes.strike(self, thing)
        cut_up(flat, run_together(cuts), self.desk.pen, kept="moveFrom")
        return self.desk.pen.move_range(old, "moveFrom", move, Kind.SUBSTANTIVE)

    def move_to(self, new: Any, move: int) -> list[Any]:
        """A moved paragraph where it arrives, what came in on the way marked so, and the end of its range."""
        made = self.own(new)
        flat = flattened(made)
        cuts = []
        for edit in self.desk.moves[move]:
            name = "ins" if edit.op is Op.INSERT else ""
            cuts += [Cut(Op.EQUAL, t.start, t.stop, kind=Kind.SUBSTANTIVE, name=name) for t in edit.new]
        for thing in flat.things.values():
            self.desk.notes.bring(self, thing)
        cut_up(flat, run_together(cuts), self.desk.pen, kept="moveTo")
        holder = made.makeelement(f"{W}body")
        holder.append(made)
        self.desk.pen.move_range(made, "moveTo", move, Kind.SUBSTANTIVE)
        return list(holder)

    def move(self, old: Any, new: Any) -> int:
        """The number of a new move, whose edits are worked out before either end is marked; 0 if no word of it stays."""
        olds, news = [flattened(old)], [flattened(new)]
        keys = Keys(self, olds, news, whole=True)
        edits = compared(olds, news, (keys.old, keys.new))
        if not any(token.solid or token.text.strip() for edit in edits if edit.op is Op.EQUAL for token in edit.old):
            return 0
        self.desk.pen.moves += 1
        self.desk.moves[self.desk.pen.moves] = edits
        return self.desk.pen.moves


def _cell_paragraphs(row: Any) -> Iterator[tuple[Any, bool]]:
    """The paragraphs of a row, and whether each is the last of its cell; text boxes are left alone."""
    for cell in row.iter(f"{W}tc"):
        found = [p for p in cell.iter(f"{W}p") if next(p.iterancestors(f"{W}tc", _BOX)) is cell]
        for paragraph in found:
            yield paragraph, paragraph is found[-1]


__all__ = ["Desk", "Work"]
