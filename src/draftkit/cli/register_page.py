"""Entries of the register as a person reads them, and as programs do."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from draftkit.un import register, series, sessions
from draftkit.un.register.location import place
from draftkit.un.register.record import PLENARY, Entry
from draftkit.un.symbols import COMMITTEES

WIDTH = 100
_LABEL = 15


def described(entry: Entry) -> Iterator[str]:
    """The lines of an entry and its series."""
    yield from textwrap.wrap(f"{entry.number}  {entry.title}".rstrip(), WIDTH, subsequent_indent=" " * (len(entry.number) + 2))
    item = "" if entry.item == entry.title else entry.item
    facts = {
        "adopted": entry.date,
        "symbol": entry.symbol,
        "agenda item": item.replace(" | ", "; "),
        "committee": _committee(entry.committee),
        "report": entry.report,
        "draft": entry.draft,
        "your register": _own(entry),
    }
    for name, value in facts.items():
        if value:
            yield from textwrap.wrap(
                value, WIDTH, initial_indent=f"  {name:{_LABEL}}", subsequent_indent=" " * (_LABEL + 2), break_on_hyphens=False
            )
    yield from _series(entry)


def lines(entries: Iterable[Entry]) -> Iterator[str]:
    """A line for each entry: number, date, committee, title."""
    for entry in entries:
        yield f"{entry.number:10} {entry.date:18} {entry.committee:8} {entry.title}".rstrip()


def as_json(entries: Iterable[Entry], *, with_series: bool) -> str:
    """The entries as a JSON array; the keys are stable."""
    return json.dumps([_value(entry, with_series) for entry in entries], ensure_ascii=False, indent=2)


def _value(entry: Entry, with_series: bool) -> dict[str, Any]:
    shipped = register.shipped(entry.number)
    value: dict[str, Any] = {
        "number": entry.number,
        "symbol": entry.symbol,
        "date": entry.date,
        "title": entry.title,
        "item": entry.item,
        "committee": entry.committee,
        "report": entry.report,
        "draft": entry.draft,
        "own": entry.number in register.own(),
        "shipped_date": shipped.date if shipped else "",
    }
    if with_series:
        found = series.of(register.series(entry.title))
        value |= {"series": list(found.numbers), "cadence": found.cadence, "next_session": found.next_session}
    return value


def _committee(body: str) -> str:
    if body == PLENARY:
        return "none: without reference to a Main Committee"
    return next((f"{name}, {body}" for name, known in COMMITTEES.items() if known == body), body)


def _own(entry: Entry) -> str:
    """What the person's own register has to do with an entry: where it is, and where it contradicts the shipped one."""
    if entry.number not in register.own():
        return ""
    shipped = register.shipped(entry.number)
    if not shipped:
        return f"{place()}; not in the shipped one"
    other = "; ".join(
        f"{name} {getattr(shipped, name)}"
        for name in ("date", "title", "item", "committee", "report", "draft")
        if getattr(shipped, name) and getattr(shipped, name) != getattr(entry, name)
    )
    return f"{place()}; the shipped one has {other or 'the same'}"


def _series(entry: Entry) -> Iterator[str]:
    if not entry.title:
        return
    found = series.of(register.series(entry.title))
    yield ""
    if len(found.numbers) < 2:
        yield "No other text of this title is in the register."
        return
    yield _rhythm(found)
    for number in found.numbers:
        yield f"  {number:10} {register.adopted(number)}"


def _rhythm(found: series.Series) -> str:
    if not found.cadence:
        return "Series, all of one session"
    often = "every session" if found.cadence == 1 else f"every {found.cadence} sessions"
    if not found.steady:
        often = f"mostly {often}"
    newest = max(entry.session for entry in register.entries().values())
    when = sessions.ordinal(found.next_session) if found.next_session <= sessions.HIGHEST else str(found.next_session)
    if found.next_session < newest:
        return f"Series, {often}; one was likely at the {when} session, but is not in the register"
    return f"Series, {often}; the next is likely at the {when} session"
