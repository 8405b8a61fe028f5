"""Where the changes of the roll-forward, and what a person must look at, stand in the printed text.

In: a text as it was and as it is, with the changes and looks between them. Out: every content in printed order, before and
after, and for each the changes and looks that stand in it (by their position in ``Rolled``).

Example:
    >>> [(held.spot.place, held.changes, held.looks) for held in located(prior, rolled)][-1]
    ('note considered-report', (14,), ())
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from draftkit.assemble.lines import Line, Printed, Role, Runs
from draftkit.assemble.places import FORMULA, MASTHEAD, NOTE, TITLE
from draftkit.assemble.printed import printed
from draftkit.inline import MARK
from draftkit.model import Change, Changes, Resolution
from draftkit.roll.looks.look import Look
from draftkit.roll.plan.stretches import Swap, differing, flat_runs, swapped
from draftkit.un.symbols import BLANK

_NAMED = {Role.TITLE: TITLE, Role.PART_TITLE: TITLE, Role.FORMULA: FORMULA, Role.MEETING: MASTHEAD}


@dataclass(frozen=True, slots=True)
class Spot:
    """A content as printed, before and after: a line, a cell of a table, or a note (without a role).

    ``place`` is what a change calls it; ``numbers`` are those printed before it ("3.", "(a)"), as they were and are.
    """

    place: str
    key: str
    role: Role | None
    old: Runs = ()
    new: Runs = ()
    numbers: tuple[str, str] = ("", "")
    depth: int = 0
    cell: int = 0
    span: int = 1
    head: bool = False

    @property
    def was(self) -> str:
        """The plain characters as they were."""
        return flat_runs(self.old)

    @property
    def now(self) -> str:
        """The plain characters as they are."""
        return flat_runs(self.new)


@dataclass(frozen=True, slots=True)
class Held:
    """A spot with what stands in it: changes and looks by position, ``loose`` those of its place that are at no known spot."""

    spot: Spot
    changes: tuple[int, ...] = ()
    looks: tuple[int, ...] = ()
    loose: tuple[int, ...] = ()


def spots(prior: Resolution, rolled: Resolution) -> tuple[Spot, ...]:
    """Every content of the two texts in printed order: the masthead first, the closing lines with it, the notes at the end."""
    before = {(spot.key, spot.cell): spot for spot in _spots(printed(prior))}
    found: list[Spot] = []
    for spot in _spots(printed(rolled)):
        old = before.pop((spot.key, spot.cell), None)
        found.append(replace(spot, old=old.new, numbers=(old.numbers[1], spot.numbers[1])) if old else spot)
    found += (replace(gone, old=gone.new, new=(), numbers=(gone.numbers[1], "")) for gone in before.values())
    return tuple(sorted(found, key=_rank))


def _rank(spot: Spot) -> tuple[int, int]:
    if spot.place == MASTHEAD and spot.role is not None:
        return 0, list(Role).index(spot.role)
    return (2 if spot.role is None else 1), 0


def _spots(page: Printed) -> Iterator[Spot]:
    for line in page.lines:
        for at, (cell, span) in enumerate(zip(line.cells, line.spans, strict=True)):
            yield Spot(_place(line), line.key, line.role, new=cell, depth=line.depth, cell=at, span=span, head=line.head)
        if not line.cells:
            yield Spot(_place(line), line.key, line.role, new=line.runs, numbers=("", line.number), depth=line.depth)
    for note in page.notes:
        yield Spot(f"{NOTE}{note.id}", f"{NOTE}{note.id}", None, new=note.runs, numbers=("", f"{note.number}"))


def _place(line: Line) -> str:
    """What a change calls the place of a line: the id of its block, or "masthead", "title", "formula"."""
    if line.key.startswith("masthead.") and line.role is not Role.TITLE:
        return MASTHEAD
    return _NAMED.get(line.role) or line.key.partition(".")[0]


# --- Where a change or a look stands -------------------------------------------------------------------------------


def located(found: Sequence[Spot], changes: Changes, looks: Sequence[Look]) -> tuple[Held, ...]:
    """Every spot with the changes and looks that stand in it."""
    placed: dict[Spot, Held] = {}
    for place, group in groupby(sorted(found, key=lambda spot: spot.place), lambda spot: spot.place):
        here = tuple(group)
        mine = [at for at, change in enumerate(changes) if change.paragraph == place]
        placed |= _held(here, mine, changes)
        for at, look in enumerate(looks):
            if look.paragraph == place:
                for spot in [spot for spot in here if phrase(spot, look)]:
                    placed[spot] = replace(placed[spot], looks=(*placed[spot].looks, at))
    return tuple(placed[spot] for spot in found)


def _held(here: Sequence[Spot], mine: list[int], changes: Changes) -> dict[Spot, Held]:
    """The changes of a place come spot by spot: each takes as many as make its old characters the new ones."""
    found: dict[Spot, tuple[int, ...]] = {}
    left = [at for at in mine if changes[at].start >= 0]
    for spot in here:
        counts = range(1, len(left) + 1) if spot.was != spot.now else ()
        taken = next((n for n in counts if swapped(spot.was, plain_swaps(spot, left[:n], changes)) == spot.now), 0)
        found[spot], left = tuple(left[:taken]), left[taken:]
    known = {at for ats in found.values() for at in ats}
    loose = tuple(at for at in mine if at not in known)
    return {spot: Held(spot, ats, loose=loose) for spot, ats in found.items()}


def plain_swaps(spot: Spot, ats: Sequence[int], changes: Changes) -> list[Swap]:
    """Changes that are places in a text as swaps, in order; a mark inside one stays, after its new characters."""
    out: list[Swap] = []
    for at in sorted(ats, key=lambda at: changes[at].start):
        change = changes[at]
        end = change.start + len(change.old)
        if spot.was[change.start : end] == change.old:
            out.append(Swap(change.start, end, change.new + MARK * change.old.count(MARK), at))
    return out


def swaps(held: Held, changes: Changes) -> tuple[Swap, ...]:
    """What leads from the old to the new characters of a spot word by word, each with its change by position, or -1."""
    spot = held.spot
    if held.changes:
        known = plain_swaps(spot, held.changes, changes)
        parted = (differing(spot.was[each.start : each.end], each.new, each.start, each.change) for each in known)
        return tuple(part for parts in parted for part in parts)
    return tuple(replace(each, change=_owner(each, spot, held.loose, changes)) for each in differing(spot.was, spot.now))


def _owner(swap: Swap, spot: Spot, loose: Sequence[int], changes: Changes) -> int:
    """The change that a difference likely is: it struck or wrote the same; else one that leaves a blank where this does."""
    struck, written = spot.was[swap.start : swap.end].strip(), swap.new.strip()

    def near(change: Change) -> int:
        alike = [change.old in struck or struck in change.old if change.old and struck else change.old == struck]
        alike.append(change.new in written or written in change.new if change.new and written else change.new == written)
        return 2 * sum(alike) + ((BLANK in change.new) == (BLANK in written))

    return max(loose, key=lambda at: near(changes[at]), default=-1)


def phrase(spot: Spot, look: Look) -> tuple[int, int] | None:
    """Where the phrase of a look stands in the new characters of a spot, if it does."""
    if 0 <= look.start < look.end <= len(spot.now) and _words(spot.now[look.start : look.end]) in look.text:
        return look.start, look.end
    at = spot.now.find(look.text) if look.text else -1
    return (at, at + len(look.text)) if at >= 0 else None


def _words(text: str) -> str:
    """Words as a look shows them: without marks, with plain blanks."""
    return text.replace(MARK, "").replace("\u00a0", " ").strip()
