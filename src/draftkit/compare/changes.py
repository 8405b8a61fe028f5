"""The changes of a line by place: what was struck and written there, and the words up to the next.

Example:
    >>> [(change.struck, change.written, change.then) for change in changes(found)]  # found: Urges [-all-]{+any+} States
    [((), (), 'Urges '), ('all', 'any', ' States')]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic

from draftkit.compare.tokens import Edit, Op, T, Token


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """What was struck and written at one place, the equal stretch up to the next, and about how many letters it touches."""

    struck: tuple[T, ...]
    written: tuple[T, ...]
    then: Edit[T]
    size: int = 0

    @property
    def longest(self) -> int:
        """How many words it has on the side that has more, at least one."""
        return max(1, words(self.struck), words(self.written))

    def to(self, other: Change[T]) -> Change[T]:
        """This change and the next as one, which retypes the words between them."""
        struck = self.struck + self.then.old + other.struck
        written = self.written + self.then.new + other.written
        return Change(struck, written, other.then, self.size + letters(self.then.old) + other.size)

    def longer(self, start: Edit[T]) -> Change[T]:
        """The change with more equal words after it."""
        then = Edit(Op.EQUAL, self.then.old + start.old, self.then.new + start.new)
        return replace(self, then=then) if start.old else self

    def parted(self) -> tuple[Edit[T], Change[T]]:
        """What both sides begin with, and the change without that and without what both sides end with."""
        start = _shared(self.struck, self.written)
        end = _shared(self.struck[start:][::-1], self.written[start:][::-1])
        old, new = len(self.struck) - end, len(self.written) - end
        then = Edit(Op.EQUAL, self.struck[old:] + self.then.old, self.written[new:] + self.then.new)
        less = letters(self.struck[:start]) + letters(self.struck[old:])
        change = Change(self.struck[start:old], self.written[start:new], then, self.size - less)
        return Edit(Op.EQUAL, self.struck[:start], self.written[:start]), change


def changes(found: Sequence[Edit[T]]) -> list[Change[T]]:
    """The edits by place; the first has only what stands before all changes."""
    out: list[Change[T]] = []
    struck: list[T] = []
    written: list[T] = []
    then_old: list[T] = []
    then_new: list[T] = []

    def close() -> None:
        size = max(letters(struck), letters(written))
        out.append(Change(tuple(struck), tuple(written), Edit(Op.EQUAL, tuple(then_old), tuple(then_new)), size))
        for line in (struck, written, then_old, then_new):
            line.clear()

    for edit in found:
        if edit.op is Op.EQUAL:
            then_old += edit.old
            then_new += edit.new
            continue
        if then_old or not out:
            close()
        struck += edit.old
        written += edit.new
    close()
    return out


def edits_of(found: Sequence[Change[T]]) -> list[Edit[T]]:
    """The changes as edits again; what both sides of one begin or end with is equal."""
    kept: list[Change[T]] = []
    for change in found:
        start, rest = change.parted()
        if kept:
            kept[-1] = kept[-1].longer(start)
        if kept and not (rest.struck or rest.written):
            kept[-1] = kept[-1].longer(rest.then)
        else:
            kept.append(rest)
    out = [edit for change in kept for edit in (Edit(Op.DELETE, change.struck), Edit(Op.INSERT, new=change.written), change.then)]
    return [edit for edit in out if edit.old or edit.new]


def letters(line: Sequence[T]) -> int:
    """How many letters and figures a stretch has, about."""
    return sum(len(token.key) for token in line if token.key[0].isalnum())


def words(line: Sequence[Token]) -> int:
    """How many words, figures and callouts a stretch has."""
    return sum(token.solid or token.key[0].isalnum() for token in line)


def _shared(one: tuple[T, ...], other: tuple[T, ...]) -> int:
    """How many tokens both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a.key != b.key), min(len(one), len(other)))
