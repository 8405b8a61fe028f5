"""The least differences of two lines, told as a person would tell them.

In: edits in order, as a comparison found them. Out: edits that say the same in fewer, whole changes.

Example:
    >>> [edit.text for edit in told(found)]  # found: [-all-]{+any+} [-five-]{+seven+}
    ['all five', 'any seven', ' States']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic

from draftkit.compare.tokens import Edit, Op, T

CHANCE = 2
"""How many times longer both changes must be than the words between them for those to be equal by chance, in letters."""


@dataclass(frozen=True, slots=True)
class _Change(Generic[T]):
    """What was struck and written at one place, the equal stretch up to the next, and about how many letters it touches."""

    struck: tuple[T, ...]
    written: tuple[T, ...]
    then: Edit[T]
    size: int


def told(found: Sequence[Edit[T]]) -> list[Edit[T]]:
    """Deletions before insertions, changes gathered, a lone one beginning with its blank or comma."""
    gathered: list[_Change[T]] = []
    for change in _changes(found):
        while len(gathered) > 1 and _by_chance(gathered[-1], change):
            last = gathered.pop()
            struck, written = last.struck + last.then.old + change.struck, last.written + last.then.new + change.written
            change = _Change(struck, written, change.then, last.size + _letters(last.then.old) + change.size)
        gathered.append(change)
    return _slid(_edits(gathered))


def _changes(found: Sequence[Edit[T]]) -> list[_Change[T]]:
    """The edits by place; the first has only what stands before all changes."""
    out: list[_Change[T]] = [_Change((), (), Edit(Op.EQUAL), 0)]
    for edit in found:
        last = out[-1]
        if edit.op is Op.EQUAL:
            out[-1] = replace(last, then=Edit(Op.EQUAL, last.then.old + edit.old, last.then.new + edit.new))
        elif last.then.old or len(out) == 1:
            out.append(_Change(edit.old, edit.new, Edit(Op.EQUAL), _letters(edit.old or edit.new)))
        else:
            struck, written = last.struck + edit.old, last.written + edit.new
            out[-1] = _Change(struck, written, last.then, max(_letters(struck), _letters(written)))
    return out


def _by_chance(one: _Change[T], other: _Change[T]) -> bool:
    """Whether the words between two changes are better retyped with them. Notes and references never are."""
    between = one.then.old
    if any(token.solid for token in between):
        return False
    if letters := _letters(between):
        return CHANCE * letters <= min(one.size, other.size)
    replaced = (one.struck or other.struck) and (one.written or other.written)
    return bool(replaced) and all(token.key == " " for token in between)


def _letters(line: Sequence[T]) -> int:
    return sum(len(token.key) for token in line if token.key[0].isalnum())


def _edits(changes: Sequence[_Change[T]]) -> list[Edit[T]]:
    """The changes as edits again; what both sides of one begin or end with is equal."""
    out: list[Edit[T]] = []
    equal_old: tuple[T, ...] = ()
    equal_new: tuple[T, ...] = ()
    for change in changes:
        struck, written = change.struck, change.written
        start = _shared(struck, written)
        end = _shared(struck[start:][::-1], written[start:][::-1])
        equal_old, equal_new = equal_old + struck[:start], equal_new + written[:start]
        stop_old, stop_new = len(struck) - end, len(written) - end
        gone, come = struck[start:stop_old], written[start:stop_new]
        if gone or come:
            out += [Edit(Op.EQUAL, equal_old, equal_new), Edit(Op.DELETE, old=gone), Edit(Op.INSERT, new=come)]
            equal_old = equal_new = ()
        equal_old, equal_new = equal_old + struck[stop_old:] + change.then.old, equal_new + written[stop_new:] + change.then.new
    out.append(Edit(Op.EQUAL, equal_old, equal_new))
    return [edit for edit in out if edit.old or edit.new]


def _shared(one: tuple[T, ...], other: tuple[T, ...]) -> int:
    """How many tokens both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a.key != b.key), min(len(one), len(other)))


def _slid(found: list[Edit[T]]) -> list[Edit[T]]:
    """Let a lone insertion or deletion begin with its blank or comma: "States[ of all regions]", not "[States of ]all"."""
    for at in range(1, len(found) - 1):
        before, edit, after = found[at - 1 : at + 2]
        if before.op is not Op.EQUAL or after.op is not Op.EQUAL or edit.op is Op.EQUAL:
            continue
        changed = edit.old or edit.new
        # the stretch may slide left over tokens that are equal to its own end
        steps = 0
        while steps < len(before.new) - 1 and _slides(before, changed, steps) and not _opens_well(changed, before, steps):
            steps += 1
        if steps and _opens_well(changed, before, steps):
            found[at - 1 : at + 2] = _moved(before, edit, after, steps)
    return [edit for edit in found if edit.old or edit.new]


def _window(changed: tuple[T, ...], before: Edit[T], steps: int) -> tuple[T, ...]:
    """The changed tokens after sliding left ``steps`` tokens."""
    tail = before.new[len(before.new) - steps :] if steps else ()
    return (*tail, *changed)[: len(changed)]


def _slides(before: Edit[T], changed: tuple[T, ...], steps: int) -> bool:
    window = _window(changed, before, steps)
    return before.new[-1 - steps].key == window[-1].key


def _opens_well(changed: tuple[T, ...], before: Edit[T], steps: int) -> bool:
    return _window(changed, before, steps)[0].key in (" ", ",", ";")


def _moved(before: Edit[T], edit: Edit[T], after: Edit[T], steps: int) -> list[Edit[T]]:
    """The three edits with ``steps`` tokens handed from ``before`` to the change, and as many from its end to ``after``."""
    kept = Edit(Op.EQUAL, before.old[:-steps], before.new[:-steps])
    if edit.op is Op.INSERT:
        whole = (*before.new[-steps:], *edit.new)
        slid = Edit(Op.INSERT, new=whole[: len(edit.new)])
        grown = Edit(Op.EQUAL, (*before.old[-steps:], *after.old), (*whole[len(edit.new) :], *after.new))
    else:
        whole = (*before.old[-steps:], *edit.old)
        slid = Edit(Op.DELETE, old=whole[: len(edit.old)])
        grown = Edit(Op.EQUAL, (*whole[len(edit.old) :], *after.old), (*before.new[-steps:], *after.new))
    return [kept, slid, grown]
