"""The table of dispositions as a page for a browser, ``templates/table.html``; and its rows as the report lists them.

Example:
    >>> table_page(redline, found, found.rows)[:15]
    b'<!DOCTYPE html>'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from draftkit.compare.disposition import Matter, Row
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Redline
from draftkit.writers.dispositions import counts, place, summary, title
from draftkit.writers.page_changes import marked
from draftkit.writers.pages import render

if TYPE_CHECKING:
    from markupsafe import Markup

BEGINNING = 14
"""Words with which a paragraph is told in the table of dispositions."""

_FRAME = "The lines of the first page, and those that close an adopted text".split()


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table of dispositions."""

    name: str
    old: str
    new: str
    disposition: str
    begins: str = ""
    anchor: str = ""
    lines: tuple[Markup, ...] = ()


def table_page(redline: Redline, table: Dispositions, rows: Sequence[Row]) -> bytes:
    """The table of dispositions alone as a page, with the words of its rows."""
    fields = {
        "title": title(redline),
        "summary": summary(table),
        "counts": counts(table),
        "rows": [listed(row, words=True) for row in rows],
    }
    return render("table.html", fields, {})


def listed(row: Row, *, words: bool = False) -> Listed:
    """A row as it is shown: its words with their changes, or how it begins."""
    from markupsafe import Markup

    said = _FRAME if row.matter is Matter.MASTHEAD else row.text(new=bool(row.new)).split()
    begins = " ".join(said[:BEGINNING]) + (" …" if len(said) > BEGINNING else "")
    lines = tuple(Markup(" | ").join(map(marked, cells)) for cells in row.lines) if words else ()
    name = str(row.disposition).replace(" and ", " ")
    anchor = f"l{row.at}" if row.at >= 0 else ""
    return Listed(name, place(row.old, row.matter), place(row.new, row.matter), str(row.disposition), begins, anchor, lines)
