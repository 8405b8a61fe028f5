"""One value merged with two others field by field: a paragraph, heading, table, note, part, annex or masthead.

Contents are merged by tokens (``words``), an agenda item by item, a table cell by cell where its rows are the same; any
other field is the drafter's if the drafter changed it, else the fresh one. A clash is reported, and the drafter's stays.

Example:
    >>> merged("urges", base, mine, fresh, None, report)  # base: number derived; mine: its words edited; fresh: "4 bis."
    Paragraph(id='urges', content=<the drafter's>, items=(), label='4 bis.')
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from draftkit.model import AgendaItem, Callout, Cell, Content, Masthead, Opaque, Part, Ref, Table, Text
from draftkit.roll.merge.said import Clash, Offer, Report, Taken, Value, said, same, told
from draftkit.roll.merge.words import filled, weave

V = TypeVar("V", bound=Value)

_UNDER = frozenset({"id", "items", "body", "preamble", "operative", "annexes"})
"""Fields that are merged as names and lists."""

_WORDS = frozenset({"content", "title", "formula"})


@dataclass(frozen=True, slots=True)
class _Place:
    """The name under which a merge of one value reports."""

    name: str
    report: Report

    def scalar(self, base: Any, mine: Any, fresh: Any, before: Any) -> Any:
        """A value that is taken whole."""
        if same(mine, fresh):
            return mine
        if same(mine, base):
            self.report.taken.append(Taken(self.name, shown(mine), shown(fresh)))
            return fresh
        rolled = fresh != base or (before is not None and before != base)
        if rolled and isinstance(mine, str) and isinstance(fresh, str) and filled(mine, fresh):
            self.report.taken.append(Taken(self.name, mine, fresh))
            return fresh
        if not same(fresh, base):
            self.report.clashes.append(Clash(self.name, shown(mine), shown(fresh)))
        return mine

    def words(self, base: Content, mine: Content, fresh: Content, before: Content | None) -> Content:
        """A content, merged by tokens."""
        woven = weave(base, mine, fresh, before)
        self.report.taken += [Taken(self.name, old, new) for old, new in woven.taken]
        self.report.clashes += [Clash(self.name, yours, theirs) for yours, theirs in woven.clashes]
        self.report.offers += [Offer(self.name, text, offer) for text, offer in woven.offers]
        return woven.content

    def agenda(self, base: Any, mine: Any, fresh: Any) -> tuple[AgendaItem, ...]:
        """The agenda, item by item where all have as many."""
        if not len(base) == len(mine) == len(fresh):
            return tuple(self.scalar(base, mine, fresh, None))
        return tuple(
            AgendaItem(self.scalar(b.number, m.number, f.number, None), self.scalar(b.title, m.title, f.title, None))
            for b, m, f in zip(base, mine, fresh, strict=True)
        )

    def rows(self, base: Table, mine: Table, fresh: Table, before: Table | None) -> Any:
        """The rows of a table, cell by cell where all have the same."""
        shapes = [[[cell.span for cell in row] for row in table.rows] for table in (base, mine, fresh)]
        if not shapes[0] == shapes[1] == shapes[2]:
            return self.scalar(base.rows, mine.rows, fresh.rows, None)
        same = before is not None and [[cell.span for cell in row] for row in before.rows] == shapes[0]
        olds = before.rows if before is not None and same else tuple(tuple(None for _ in row) for row in base.rows)
        return tuple(
            tuple(
                Cell(self.words(b.content, m.content, f.content, o.content if o else None), m.span)
                for b, m, f, o in zip(*cells, strict=True)
            )
            for cells in zip(base.rows, mine.rows, fresh.rows, olds, strict=True)
        )


def merged(name: str, base: V | None, mine: V, fresh: V | None, before: Value | None, report: Report) -> V:
    """The value that a drafter's becomes; ``base`` or ``fresh`` is ``None`` where that text has none of the name.

    Args:
        name: what the report calls it.
        before: what the roll-forward made ``base`` of.
    """
    if fresh is None:
        return mine
    if base is None or len({type(value) for value in (base, mine, fresh)}) > 1:
        return _whole(name, base, mine, fresh, report)
    old: Any = before if type(before) is type(base) else None
    found: dict[str, Any] = {}
    for each in fields(mine):
        if each.name in _UNDER:
            continue
        b, m, f = (getattr(value, each.name) for value in (base, mine, fresh))
        o = getattr(old, each.name) if old is not None else None
        place = _Place(_called(name, mine, each.name), report)
        if each.name == "rows":
            found["rows"] = place.rows(base, mine, fresh, old)  # type: ignore[arg-type]
        elif each.name == "agenda":
            found["agenda"] = place.agenda(b, m, f)
        elif each.name in _WORDS and not isinstance(mine, Opaque) and None not in (b, m, f):
            found[each.name] = place.words(b, m, f, o)
        else:
            found[each.name] = place.scalar(b, m, f, o)
    return replace(mine, **found)


def _whole(name: str, base: V | None, mine: V, fresh: V, report: Report) -> V:
    """A value of which only one side can be right: both brought it in, or one made another thing of it."""
    if same(mine, fresh):
        return mine
    if same(mine, base):
        report.taken.append(Taken(name, told(mine), told(fresh)))
        return fresh
    if not same(fresh, base):
        report.clashes.append(Clash(name, told(mine), told(fresh)))
    return mine


def _called(name: str, value: Value, field: str) -> str:
    """What a report calls the place of a field."""
    if isinstance(value, Part):
        return {"title": "title", "formula": "formula"}.get(field, "masthead")
    return "masthead" if isinstance(value, Masthead) else name


def shown(value: Any) -> str:
    """A field as it is told to a person."""
    if isinstance(value, Text | Ref | Callout):
        return said((value,))
    if isinstance(value, tuple):
        return ("" if value and isinstance(value[0], Text | Ref | Callout) else ", ").join(map(shown, value))
    if isinstance(value, AgendaItem):
        return " ".join(part for part in (value.number, value.title) if part)
    if isinstance(value, Cell):
        return said(value.content)
    return "" if value is None else str(value)
