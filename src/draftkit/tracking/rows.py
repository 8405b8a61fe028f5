"""The rows of tables that the old text has: edited cell by cell, struck, or with new rows among them.

Example:
    >>> rows.old(change)      # a row of the old text
    >>> rows.put(change)      # a new one, into the table that its text belongs to
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from draftkit.assemble.lines import Line
from draftkit.compare.redline import Fate, LineChange
from draftkit.compare.tokens import Op
from draftkit.tracking.cuts import Cut
from draftkit.tracking.new_lines import NewLines
from draftkit.tracking.standing import Standing
from draftkit.tracking.writing import Writing
from draftkit.word.elements import within
from draftkit.word.package import W


@dataclass(slots=True)
class Rows:
    """The rows of a file by the table and the number that they have in the new text."""

    writing: Writing
    standing: Standing
    new: NewLines
    by_table: dict[str, dict[int, Any]] = field(default_factory=dict)

    def old(self, change: LineChange) -> Any | None:
        """Write what became of a row of the old text; gives its element, ``None`` if it is not found."""
        assert change.old is not None
        first = self.standing.first(change.old)
        row = next(first.iterancestors(f"{W}tr"), None) if first is not None else None
        if row is None:
            return None
        if change.new is not None:
            self.by_table.setdefault(table_of(change.new), {})[_row_of(change.new)] = row
        if change.fate is Fate.KEPT:
            self._cells(change, row)
        else:
            self._strike(change, row)
        return row

    def _strike(self, change: LineChange, row: Any) -> None:
        for paragraph in row.iter(f"{W}p"):
            sheet = self.writing.sheets.of(paragraph)
            for thing in sheet.flat.things.values():
                self.writing.strike_note(thing, change.kind)
            sheet.cuts = [Cut(Op.DELETE, 0, len(sheet.flat.text), kind=change.kind)]
        self.writing.pen.row(row, "del", change.kind)

    def _cells(self, change: LineChange, row: Any) -> None:
        assert change.old is not None
        for cell, pieces in zip(within(row, f"{W}tc"), change.cells, strict=False):
            if any(p.op is not Op.EQUAL or p.was or p.run.note for p in pieces):
                placed = self.writing.place([self.writing.sheets.of(p).flat for p in cell.iter(f"{W}p")], pieces)
                self.writing.line(placed, pieces)
                if placed.missing:
                    self.writing.not_found(self.standing.named(change.old), change.old.text)

    def put(self, change: LineChange) -> None:
        """Put a new row behind the row before it, or before the first that stays."""
        rows, own = self.by_table[table_of(change.line)], _row_of(change.line)
        before = max((number for number in rows if number < own), default=None)
        near = rows[min(rows) if before is None else before]
        made = rows[own] = self.new.row(change, near)
        if before is None:
            near.addprevious(made)
        else:
            near.addnext(made)


def table_of(line: Line) -> str:
    """The table of the text that a row is of, "" for what is no row."""
    return line.key.rpartition(".")[0] if line.cells else ""


def _row_of(line: Line) -> int:
    """The number of a row in its table, from 0."""
    return int(line.key.rpartition(".")[2])


__all__ = ["Rows", "table_of"]
