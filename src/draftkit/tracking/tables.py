"""Two tables of Word files compared row by row, and the cells of rows that stay as stories.

A row is known by its words; if its figures alone changed, by its label. Word has no moved rows.

Example:
    >>> compare_tables(work, old_table, new_table)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from draftkit.compare.align import Item, align
from draftkit.tracking.blocks import are_same, said
from draftkit.word.elements import value, within
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work

_FIGURES = re.compile(r"\S*\d\S*")


def compare_tables(work: Work, old: Any, new: Any) -> None:
    """Write the changes that make the new table of the old one."""
    olds, news = list(within(old, f"{W}tr")), list(within(new, f"{W}tr"))
    work.properties(old, new, "tblPr")
    _widen(work, old, new)
    anchor: Any | None = None
    for pair in align(*_items(olds, news), by_id=True):
        if pair.old is not None and pair.new is not None:
            anchor = olds[pair.old]
            _compare_rows(work, anchor, news[pair.new])
        elif pair.old is not None:
            anchor = olds[pair.old]
            work.strike_row(anchor)
        elif pair.new is not None:
            made = work.new_row(news[pair.new])
            if anchor is not None:
                anchor.addnext(made)
            elif olds:
                olds[0].addprevious(made)
            else:
                old.append(made)
            anchor = made


def _widen(work: Work, old: Any, new: Any) -> None:
    """Track another number of columns (ECMA-376 part 1, 17.13.5.35): rows put in would not show those beyond the old grid."""
    one, other = old.find(f"{W}tblGrid"), new.find(f"{W}tblGrid")
    if one is None or other is None or len(one.findall(f"{W}gridCol")) == len(other.findall(f"{W}gridCol")):
        return
    change = one.makeelement(f"{W}tblGridChange", {f"{W}id": work.desk.pen.id()})
    former = one.makeelement(f"{W}tblGrid")
    former.extend(one.findall(f"{W}gridCol"))
    change.append(former)
    one[:] = [*work.copied(other).findall(f"{W}gridCol"), change]


def _compare_rows(work: Work, old: Any, new: Any) -> None:
    from draftkit.tracking.stories import compare_stories

    if are_same(work, old, new):
        return
    work.properties(old, new, "trPr")
    for one, other in zip(within(old, f"{W}tc"), within(new, f"{W}tc"), strict=True):
        work.properties(one, other, "tcPr")
        compare_stories(work, one, other)


def _items(olds: Sequence[Any], news: Sequence[Any]) -> tuple[list[Item], list[Item]]:
    """The rows of both tables to be aligned; a label that stands once in each is their key."""
    shapes = [_shape(row) for row in olds] == [_shape(row) for row in news]
    merged = {_merging(row) for row in olds} == {_merging(row) for row in news}  # else cells were merged or parted
    texts = [[said(row) for row in rows] for rows in (olds, news)]
    labels = [[" ".join(_FIGURES.sub("", text).split()) for text in own] for own in texts]
    counts = [Counter(own) for own in labels]

    def item(row: Any, text: str, label: str) -> Item:
        own = any(letter.isalpha() for letter in label) and all(count[label] == 1 for count in counts)
        family = f"row {sum(1 for _ in within(row, f'{W}tc'))} {_merging(row) if merged else ''}"
        return Item(label if own else "", family, text, shapes)

    sides = zip((olds, news), texts, labels, strict=True)
    one, other = ([item(*row) for row in zip(*side, strict=True)] for side in sides)
    return one, other


def _shape(row: Any) -> str:
    return " ".join(value(cell.find(f"{W}tcPr"), "gridSpan") or "1" for cell in within(row, f"{W}tc"))


def _merging(row: Any) -> str:
    """Which cells of a row are merged with those below or above."""
    found = (cell.find(f"{W}tcPr/{W}vMerge") for cell in within(row, f"{W}tc"))
    return " ".join("no" if merge is None else merge.get(f"{W}val", "continue") for merge in found)


__all__ = ["compare_tables"]
