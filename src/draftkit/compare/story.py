"""The least differences of two lines, told as a person would tell them.

In: edits in order, as a comparison found them. Out: edits that say the same in fewer, whole changes.

Example:
    >>> [edit.text for edit in told(found)]  # found: [-all-]{+any+} [-five-]{+seven+}
    ['all five', 'any seven', ' States']
"""

from __future__ import annotations

from collections.abc import Sequence

from draftkit.compare.changes import Change, changes, edits_of, letters, words
from draftkit.compare.phrases import rewritten
from draftkit.compare.tokens import Edit, Op, T

CHANCE = 2
"""How many times longer both changes must be than the words between them for those to be equal by chance, in letters."""

FARTHEST = 40
"""Tokens that a change may slide to meet its neighbour."""

_GLUE = frozenset(" -–")
"""What may stand between two words replaced as one: "2011–2020" becomes "2021–2030"."""


def told(found: Sequence[Edit[T]]) -> list[Edit[T]]:
    """Deletions before insertions, changes gathered, a lone one beginning with its blank or comma."""
    gathered: list[Change[T]] = []
    for change in changes(found):
        while len(gathered) > 1 and (one := _met(gathered[-1], change)):
            del gathered[-1]
            start, change = one.parted()
            gathered[-1] = gathered[-1].longer(start)
        gathered.append(change)
    return _slid(edits_of(rewritten(gathered)))


def _met(one: Change[T], other: Change[T]) -> Change[T] | None:
    """Two neighbours as one change: the words between them are better retyped, or one of the two slides to the other."""
    return one.to(other) if _by_chance(one, other) or _slides_to(one, other) else None


def _by_chance(one: Change[T], other: Change[T]) -> bool:
    """Whether the words between two changes are better retyped with them. Notes and references never are."""
    between = one.then.old
    if any(token.solid for token in between):
        return False
    if found := letters(between):
        return CHANCE * found <= min(one.size, other.size) and not (_is_one_word(one) and _is_one_word(other))
    replaced = (one.struck or other.struck) and (one.written or other.written)
    return bool(replaced) and all(token.key in _GLUE for token in between)


def _is_one_word(change: Change[T]) -> bool:
    """Whether one word, date or citation stands for another: of two such, "1 July 2019 to 30 June 2020", each is itself."""
    return words(change.struck) == words(change.written) == 1


def _slides_to(one: Change[T], other: Change[T]) -> bool:
    """Whether a lone change meets its neighbour: [-,-] and to{+ hold, and to+} is {+ and to hold+}, and to."""
    length = len(one.then.old)
    if length > FARTHEST:
        return False
    old, new = one.then.old + other.struck, one.then.new + other.written
    if bool(other.struck) != bool(other.written) and _alike(old[len(old) - length :], new[len(new) - length :]):
        return True
    old, new = one.struck + one.then.old, one.written + one.then.new
    return bool(one.struck) != bool(one.written) and _alike(old[:length], new[:length])


def _alike(one: Sequence[T], other: Sequence[T]) -> bool:
    return all(a.key == b.key for a, b in zip(one, other, strict=True))


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
