"""The lines that only the new text has, put into the file: each behind the line that it follows.

Example:
    >>> Arrivals(main, new_lines, rows).put([(change, anchor), ...])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from draftkit.assemble.lines import MASTHEAD
from draftkit.compare.redline import Fate, LineChange
from draftkit.tracking.new_lines import NewLines
from draftkit.tracking.rows import Rows, table_of
from draftkit.word.elements import within
from draftkit.word.package import W

_INSIDE = frozenset(f"{W}{name}" for name in ("tr", "tc", "tbl", "sdtContent", "sdt"))
_BLOCKS = frozenset(f"{W}{name}" for name in ("p", "tbl", "sdt", "sectPr"))

Waiting = Sequence[tuple[LineChange, Any | None]]
"""Lines, and the element of the old text that each stands behind, ``None`` at the very beginning."""


@dataclass(slots=True)
class Arrivals:
    """Puts new lines in; ``main`` is the main part of the file."""

    main: Any
    new: NewLines
    rows: Rows
    ends: dict[Any, Any] = field(default_factory=dict)

    def put(self, waiting: Waiting) -> None:
        """Put in all lines, the rows of a new table together."""
        table: list[LineChange] = []
        for at, (change, anchor) in enumerate(waiting):
            if change.line.cells and table_of(change.line) in self.rows.by_table:
                self.rows.put(change)
                continue
            if change.line.cells:
                table.append(change)
                if not _goes_on(waiting, at):
                    self._behind(anchor, [self.new.table(table)])
                    table = []
            elif change.fate is Fate.MOVED_TO and change.move in self.new.moved:
                self._behind(anchor, self.new.arrived(change))
            else:
                self._behind(anchor, [self.new.paragraph(change)], in_cell=change.line.role in MASTHEAD)

    def _behind(self, anchor: Any | None, made: Sequence[Any], *, in_cell: bool = False) -> None:
        """Put blocks behind an element, and behind what came there before; outside of a table unless it is the masthead's."""
        last = self.ends.get(anchor, anchor)
        while last is not None and (box := next(last.iterancestors(f"{W}txbxContent"), None)) is not None:
            last = next(box.iterancestors(f"{W}p"), None)  # a box is kept twice, and only its own words change
        while last is not None and last.getparent().tag in _INSIDE and not (in_cell and last.getparent().tag == f"{W}tc"):
            holder = last.getparent()
            if holder.tag == f"{W}tbl" and self._parts(holder, last):
                before = holder.getprevious()
                last = self.ends.get(before, before)
                continue
            in_table = next(last.iterancestors(f"{W}tbl"), None) is not None
            if holder.tag == f"{W}sdtContent" and last.getnext() is not None and not in_table:
                break  # the control goes on behind it
            last = self.ends.get(holder, holder)
        top = last
        for element in made:
            if last is not None:
                last.addnext(element)
            else:
                body = self.main.find(f"{W}body")
                body.insert(next((at for at, child in enumerate(body) if child.tag in _BLOCKS), len(body)), element)
            last = element
        self.ends[anchor] = last
        if top is not None:
            self.ends[top] = last


    def _parts(self, table: Any, row: Any) -> bool:
        """Whether what comes in behind a row stands before the table: of the rows so far none stays, of the others one does.

        A table is never parted: what would stand between two rows that stay is put behind it, and named.
        """
        rows = list(within(table, f"{W}tr"))
        stay = [own.find(f"{W}trPr/{W}del") is None for own in rows]
        at = rows.index(row) + 1 if row in rows else len(rows)
        if any(stay[:at]) and any(stay[at:]):
            self.new.writing.untracked["a paragraph of the new text that parts a table stands behind it: move it by hand"] = None
        return any(stay[at:]) and not any(stay[:at])


def _goes_on(waiting: Waiting, at: int) -> bool:
    """Whether the next line is a row of the same table, in the same place."""
    if at + 1 == len(waiting):
        return False
    (change, anchor), (following, other) = waiting[at], waiting[at + 1]
    return other is anchor and table_of(following.line) == table_of(change.line)


__all__ = ["Arrivals", "Waiting"]
