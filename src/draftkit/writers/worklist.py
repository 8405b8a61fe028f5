"""The work plan of texts that were rolled as one HTML page: every changed place with its changes, to read, filter and print.

In: work plans (``draftkit.roll.plan.worklist``). Out: a page that needs no network, no script and no other file; the same plans
give the same bytes. What stands in it is ``templates/worklist.html``; this module only says what is shown where.

Example:
    >>> page([worklist(prior, rolled)], "Session 82")[:15]
    b'<!DOCTYPE html>'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from draftkit.assemble.lines import Role, Run
from draftkit.assemble.places import MASTHEAD, NOTE
from draftkit.model import Kind
from draftkit.roll.plan.stretches import Op, Stretch
from draftkit.roll.plan.worklist import Entry, Group, Passage, Setting, Worklist, shown
from draftkit.roll.rules import DONE, ENOUGH, rules
from draftkit.un import sessions
from draftkit.un.symbols import BLANK
from draftkit.writers.pages import render


@dataclass(frozen=True, slots=True)
class Segment:
    """Runs with one fate in a line; ``tasks`` are those whose number stands after it, ``look`` whether a phrase is marked."""

    runs: tuple[Run, ...]
    op: Op
    group: Group | None
    look: bool
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """Entries of a place that are one task; ``loose`` are those that the text of the place does not show."""

    number: int
    anchor: str
    entry: Entry
    entries: tuple[Entry, ...]
    loose: tuple[Entry, ...]

    @property
    def lines(self) -> str:
        """The lines of the masthead that it is about, "" elsewhere."""
        return ", ".join(dict.fromkeys(entry.line for entry in self.entries if entry.line))

    @property
    def kind(self) -> str:
        """The kind by which the page is filtered, "" where nothing was changed."""
        return str(self.entry.kind or "")

    @property
    def trust(self) -> str:
        """How far the rule can be trusted, as a person reads it; "" where nobody doubts it."""
        if self.entry.kind is None or self.entry.confidence >= 1:
            return ""
        rule = rules().get(self.entry.rule)
        counted = f"{rule.followed:,} of {rule.applied:,} official cases" if rule and rule.applied >= ENOUGH else ""
        if self.entry.confidence < DONE and BLANK not in self.entry.new:
            return counted  # why it is to be checked says the rest
        share = f"sure to {100 * self.entry.confidence:.0f} per cent"
        return f"{share} ({counted})" if counted else share


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a passage: its numbers as they were and are, and its cells, of which a paragraph has one."""

    role: Role | None
    depth: int
    numbers: tuple[str, str]
    cells: tuple[tuple[int, tuple[Segment, ...]], ...]
    head: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A passage as the page shows it; ``pairs`` are the groups and kinds of its tasks, by which it is filtered."""

    name: str
    id: str
    before: int
    note: bool
    table: bool
    rows: tuple[Row, ...]
    tasks: tuple[Task, ...]
    pairs: tuple[str, ...]


def page(worklists: Sequence[Worklist], title: str) -> bytes:
    """One page for one or more work plans; with several a table of them comes first.

    Args:
        title: what the page is called.
    """
    kinds = [kind for kind in Kind if any(entry.kind is kind for plan in worklists for entry in plan.entries)]
    fields = {
        "title": title,
        "plans": worklists,
        "places": [tuple(_places(plan, at)) for at, plan in enumerate(worklists, start=1)],
        "groups": list(Group),
        "kinds": kinds,
        "totals": _totals(worklists),
        "Op": Op,
        "Role": Role,
    }
    return render("worklist.html", fields, {"session": _session, "shown": shown, "share": _share})


def _session(number: int) -> str:
    """The session as a text names it: "eighty-second session"."""
    return f"{sessions.ordinal(number)} session" if number else "a session that is not known"


def _share(*plans: Worklist) -> str:
    """How much of the texts nobody has to look at, rounded down: all of it is 100%, and nothing less."""
    paragraphs = sum(plan.paragraphs for plan in plans)
    return f"{100 * sum(plan.untouched for plan in plans) // paragraphs if paragraphs else 100}%"


def _totals(plans: Sequence[Worklist]) -> dict[str, object]:
    counted: dict[str, object] = {group.value: sum(plan.count(group) for plan in plans) for group in Group}
    return counted | {"share": _share(*plans)}


# --- Passages ------------------------------------------------------------------------------------------------------


def _places(plan: Worklist, at: int) -> Iterator[Place]:
    number = 0
    for passage in plan.passages:
        tasks = tuple(_tasks(plan, passage, f"{at}-", number + 1))
        number += len(tasks)
        yield Place(
            passage.place[:1].upper() + passage.place[1:],
            "" if passage.paragraph == passage.place else passage.paragraph.removeprefix(NOTE),
            passage.before,
            passage.paragraph.startswith(NOTE),
            any(each.spot.role is Role.ROW for each in passage.spots),
            tuple(_rows(passage, plan, tasks)),
            tasks,
            tuple(dict.fromkeys(f"{task.entry.group}{f'-{task.kind}' if task.kind else ''}" for task in tasks)),
        )


def _tasks(plan: Worklist, passage: Passage, prefix: str, first: int) -> Iterator[Task]:
    told = {stretch.change for each in passage.spots for stretch in each.stretches}
    told |= {look for each in passage.spots for stretch in each.stretches for look in stretch.looks}
    if passage.paragraph == MASTHEAD and passage.spots:
        told |= set(passage.entries)  # its lines are shown as they were and are, whatever the fields were called
    for number, joined in enumerate(plan.joined(passage, apart=True), start=first):
        entries = tuple(plan.entries[at] for at in joined)
        loose = tuple(plan.entries[at] for at in joined if at not in told and (plan.entries[at].text or plan.entries[at].kind))
        yield Task(number, f"task-{prefix}{number}", entries[0], entries, loose)


def _rows(passage: Passage, plan: Worklist, tasks: Sequence[Task]) -> Iterator[Row]:
    owners = {at: task for task, joined in zip(tasks, plan.joined(passage, apart=True), strict=True) for at in joined}
    for _, group in groupby(passage.spots, lambda each: each.spot.key):
        cells = list(group)
        spot = cells[0].spot
        told = tuple((each.spot.span, tuple(_segments(each, owners))) for each in cells)
        yield Row(spot.role, spot.depth, spot.numbers, told, spot.head)


def _segments(each: Setting, owners: Mapping[int, Task]) -> Iterator[Segment]:
    """The stretches of a content joined where they have one fate; the number of a task stands after its last."""
    last = {at: place for place, stretch in enumerate(each.stretches) for at in (stretch.change, *stretch.looks)}
    numbered = list(enumerate(each.stretches))
    for key, group in groupby(numbered, lambda pair: (pair[1].op, pair[1].change, pair[1].looks)):
        places = list(group)
        op, change, looks = key
        ended = [owners[at] for at in (change, *looks) if at >= 0 and last[at] == places[-1][0]]
        owner = owners.get(change)
        yield Segment(_runs(places), op, owner.entry.group if owner else None, bool(looks), tuple(dict.fromkeys(ended)))


def _runs(places: Sequence[tuple[int, Stretch]]) -> tuple[Run, ...]:
    return tuple(stretch.run for _, stretch in places)
