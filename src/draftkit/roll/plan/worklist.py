"""The changes of the roll-forward as the plan of a person's work: what is done, what to check, and what to decide.

In: the text that was rolled and what came of it. Out: a :class:`Worklist`: its entries in printed order, and the passages
that they stand in. A change is done that is sure and leaves no blank; the others are to be checked; a look is to be decided.

Example:
    >>> plan = worklist(prior, roll(prior, session=82))
    >>> [(entry.group.value, entry.place, entry.new) for entry in plan.entries][-2:]
    [('decide', 'paragraph 12', ''), ('check', 'footnote 1', 'A/82/___')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from draftkit.assemble.lines import Role
from draftkit.assemble.places import FORMULA, MASTHEAD, NOTE, TITLE, places
from draftkit.inline import MARK, plain
from draftkit.model import Change, Resolution
from draftkit.roll import Look, Rolled
from draftkit.roll.plan.mastheads import HeadLine, masthead_lines
from draftkit.roll.plan.passages import Held, Spot, located, phrase, spots, swaps
from draftkit.roll.plan.sources import sources
from draftkit.roll.plan.stretches import Phrase, stretches
from draftkit.roll.plan.tasks import Entry, Group, Passage, Setting, Worklist
from draftkit.roll.rules import DONE, rules
from draftkit.un.symbols import BLANK

Item = tuple[str, int]
"""A change or a look of ``Rolled`` by its position: (CHANGE, 3), (LOOK, 0)."""
CHANGE, LOOK = "change", "look"


def worklist(prior: Resolution, rolled: Rolled) -> Worklist:
    """The work plan of a text that was rolled."""
    named = places(rolled.resolution)
    held = located(spots(prior, rolled.resolution), rolled.changes, rolled.look)
    order = _order(held, rolled)
    lines = masthead_lines(prior, rolled.resolution, rolled.changes)
    held = tuple(_of_its_line(each, lines) for each in held)
    entries = tuple(_entries(order, held, rolled, named, lines))
    position = {item: at for at, item in enumerate(order)}
    counted = {each.spot.place for each in held} - {MASTHEAD, TITLE, FORMULA}
    old, new = prior.masthead, rolled.resolution.masthead
    return Worklist(
        plain(rolled.resolution.title),
        (old.symbol, new.symbol),
        (old.session, new.session),
        entries,
        tuple(_passages(held, rolled, position, entries, named)),
        len(counted),
        len(counted - {entry.paragraph for entry in entries}),
    )


def _of_its_line(each: Held, lines: Mapping[int, HeadLine]) -> Held:
    """A spot of the masthead with the changes that are of its line."""
    mine = tuple(at for at in each.loose if at in lines and lines[at].role is each.spot.role)
    return replace(each, loose=mine) if mine and each.spot.place == MASTHEAD else each


# --- Entries -------------------------------------------------------------------------------------------------------


def _order(held: Sequence[Held], rolled: Rolled) -> list[Item]:
    """The changes and looks in printed order: place by place, those at no known spot first; what stands nowhere last."""
    found: dict[Item, None] = {}
    for place, group in groupby(held, lambda each: each.spot.place):
        here = list(group)
        seen = {at for each in here for at in each.looks}
        looks = [at for at, look in enumerate(rolled.look) if look.paragraph == place and at not in seen]
        found |= dict.fromkeys((CHANGE, at) for at in here[0].loose)
        found |= dict.fromkeys((LOOK, at) for at in looks)
        for each in here:
            found |= dict.fromkeys(_in_spot(each, rolled))
    found |= dict.fromkeys((CHANGE, at) for at in range(len(rolled.changes)))
    found |= dict.fromkeys((LOOK, at) for at in range(len(rolled.look)))
    return list(found)


def _in_spot(each: Held, rolled: Rolled) -> list[Item]:
    """The changes and looks of a spot in the order of its characters as they are now."""
    placed: list[tuple[int, Item]] = []
    moved = 0
    for at in sorted(each.changes, key=lambda at: rolled.changes[at].start):
        change = rolled.changes[at]
        placed.append((change.start + moved, (CHANGE, at)))
        moved += len(change.new) - len(change.old)
    placed += ((_phrase(each.spot, rolled.look[at])[0], (LOOK, at)) for at in each.looks)
    return [item for _, item in sorted(placed)]


def _phrase(spot: Spot, look: Look) -> tuple[int, int]:
    return phrase(spot, look) or (0, 0)


def _entries(
    order: Sequence[Item], held: Sequence[Held], rolled: Rolled, named: Mapping[str, str], lines: Mapping[int, HeadLine]
) -> Iterator[Entry]:
    words: dict[int, str] = {}
    for each in held:
        for at in each.looks:
            start, end = _phrase(each.spot, rolled.look[at])
            words.setdefault(at, shown(each.spot.now[start:end]))
    for kind, at in order:
        if kind == CHANGE:
            yield _changed(rolled.changes[at], named, lines[at].name if at in lines else "")
        else:
            look = rolled.look[at]
            place, old = named.get(look.paragraph, look.paragraph), words.get(at) or look.text
            yield Entry(
                Group.DECIDE, look.rule, None, look.paragraph, place, old, why=look.why, offer=look.offer, text=look.text
            )


def _changed(change: Change, named: Mapping[str, str], line: str) -> Entry:
    rule = rules().get(change.rule)
    why = "a blank to fill in" if BLANK in change.new else f"{change.confidence:.0%} sure" if change.confidence < DONE else ""
    return Entry(
        Group.CHECK if why else Group.DONE,
        change.rule,
        change.kind,
        change.paragraph,
        f"{named.get(change.paragraph, change.paragraph)}{f', {line}' if line else ''}",
        change.old,
        change.new,
        change.confidence,
        rule.reason if rule else "",
        sources(rule.source) if rule else (),
        why,
        line=line,
    )


# --- Passages ------------------------------------------------------------------------------------------------------


def _passages(
    held: Sequence[Held], rolled: Rolled, position: Mapping[Item, int], entries: Sequence[Entry], named: Mapping[str, str]
) -> Iterator[Passage]:
    """The places with entries, in printed order; an entry whose place is not printed has a passage without spots."""
    left = dict.fromkeys(range(len(entries)))
    before, in_notes = 0, False
    for place, group in groupby(held, lambda each: each.spot.place):
        here = list(group)
        before = 0 if place.startswith(NOTE) and not in_notes else before
        in_notes = place.startswith(NOTE)
        mine = tuple(at for at in left if entries[at].paragraph == place)
        if not mine:
            before += place not in (MASTHEAD, TITLE, FORMULA)
            continue
        spots_ = tuple(_set(each, rolled, position) for each in here if _is_shown(each, here))
        yield Passage(place, named.get(place, place), spots_, mine, before)
        for at in mine:
            del left[at]
        before = 0
    for place, group_ in groupby(left, lambda at: entries[at].paragraph):
        mine = tuple(group_)
        yield Passage(place, named.get(place, place), (), mine)


def _is_shown(each: Held, here: Sequence[Held]) -> bool:
    """Whether a spot is part of its passage: of tables and the masthead only what changed, and the head of a table."""
    if each.spot.role is not Role.ROW and each.spot.place != MASTHEAD:
        return True
    row = [one for one in here if one.spot.key == each.spot.key]
    return each.spot.head or any(one.spot.was != one.spot.now or one.looks for one in row)


def _set(each: Held, rolled: Rolled, position: Mapping[Item, int]) -> Setting:
    numbered = (replace(s, change=position[CHANGE, s.change] if s.change >= 0 else -1) for s in swaps(each, rolled.changes))
    phrases = [Phrase(*_phrase(each.spot, rolled.look[at]), position[LOOK, at]) for at in each.looks]
    return Setting(each.spot, stretches(each.spot.old, each.spot.new, tuple(numbered), phrases))


# --- As JSON -------------------------------------------------------------------------------------------------------


def as_json(plan: Worklist) -> dict[str, list[dict[str, object]]]:
    """The plan as values for JSON; the keys are stable, the first of each kind from the beginning (design, section 6)."""
    changes: list[dict[str, object]] = [
        {
            "rule": entry.rule,
            "kind": str(entry.kind),
            "paragraph": entry.paragraph,
            "old": entry.old,
            "new": entry.new,
            "confidence": entry.confidence,
            "group": str(entry.group),
            "place": entry.place,
            "reason": entry.reason,
        }
        for entry in plan.entries
        if entry.kind is not None
    ]
    looks: list[dict[str, object]] = [
        {
            "paragraph": entry.paragraph,
            "why": entry.why,
            "text": entry.text,
            "rule": entry.rule,
            "offer": entry.offer,
            "place": entry.place,
        }
        for entry in plan.entries
        if entry.kind is None
    ]
    return {"changes": changes, "look": looks}


def shown(text: str) -> str:
    """Characters of a text as a list shows them, without what stands for references and callouts."""
    return text.replace(MARK, "").strip()


__all__ = ["Entry", "Group", "Passage", "Setting", "Worklist", "as_json", "shown", "worklist"]
