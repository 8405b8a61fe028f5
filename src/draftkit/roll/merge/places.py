"""Where everything stands in the merged text: which list, and in what order.

The drafter's places stay. Where the drafter moved nothing, what the fresh text moved moves, and what is new in it comes in at
its place.

Example:
    >>> ordered(["a", "b", "c"], ["b", "mine", "a"], ["a", "b", "new", "c"])  # the drafter moved a, put one in, struck c
    ['b', 'new', 'mine', 'a']
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from draftkit.roll.merge.forest import PARTS, Forest, owner


def placed(base: Forest, mine: Forest, fresh: Forest, present: Collection[str]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The lists of the merged text, of the names ``present``; and those of the fresh text for which there is no place now."""
    homes = {name: _home(name, base, mine, fresh) for name in present}
    if not all(_stands(name, homes) for name in homes if name in mine.homes):  # two moves that exclude each other
        homes = {name: mine.homes[name] if name in mine.homes else fresh.homes[name] for name in present}
    lost = [name for name in homes if not _stands(name, homes)]
    for name in lost:
        del homes[name]
    lists: dict[str, tuple[str, ...]] = {}
    for home in dict.fromkeys(homes.values()):
        names = {name for name, stands in homes.items() if stands == home}
        rows = [[name for name in forest.lists.get(home, ()) if name in names] for forest in (base, mine, fresh)]
        lists[home] = tuple(ordered(*rows))
    return lists, lost


def _home(name: str, base: Forest, mine: Forest, fresh: Forest) -> str:
    """The list in which something stands: the drafter's, unless it is the base's too and the fresh text's is another."""
    if name not in mine.homes:
        return fresh.homes[name]
    own = mine.homes[name]
    return fresh.homes.get(name, own) if base.homes.get(name) == own else own


def _stands(name: str, homes: dict[str, str]) -> bool:
    """Whether what a name stands under leads up to the text."""
    seen: set[str] = set()
    while name and name in homes and name not in seen:
        seen.add(name)
        if homes[name] == PARTS:
            return True
        name = owner(homes[name])
    return False


def ordered(base: Sequence[str], mine: Sequence[str], fresh: Sequence[str]) -> list[str]:
    """One list of three, with all of ``mine`` and ``fresh``."""
    shared = set(base) & set(mine) & set(fresh)
    old, own, new = ([name for name in names if name in shared] for names in (base, mine, fresh))
    if own in (old, new):
        return among(fresh, mine)
    return among(mine, fresh)


def among(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """The names in their order, and each of the others behind the one that it stands behind; one that stands behind none before
    the next that is there."""
    out = list(names)
    for at, name in enumerate(others):
        if name not in out:
            out.insert(out.index(others[at - 1]) + 1 if at else _first(out, others), name)
    return out


def _first(out: Sequence[str], others: Sequence[str]) -> int:
    """Where the first of the others goes: before the next one that is there, else to the beginning."""
    return next((out.index(name) for name in others[1:] if name in out), 0)
