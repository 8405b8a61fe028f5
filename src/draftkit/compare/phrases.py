"""A rewritten phrase is one deletion and one insertion, not the few words that it happens to share with the old one.

In and out: the changes of a line. A phrase ends at a mark of punctuation that both texts have, or at a callout or reference,
which is never retyped; a line is a phrase too.

Example:
    >>> rewritten(changes)  # [-the goal of-]{+how to address+} the [-eradication of-]{+rise in+} poverty, with
    [Change('the goal of the eradication of', 'how to address the rise in', ' poverty, with')]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from draftkit.compare.changes import Change, words
from draftkit.compare.tokens import T, Token

LEAST = 3
"""One word in so many must survive in a phrase, or it was rewritten."""

TRULY = 4
"""Words in a row that survive by no chance: they end a phrase too."""

WEIGHTY = 3
"""Words that a change must strike and write to be one with what stands behind a mark of punctuation."""

_ENDS = frozenset(",;:.!?()[]“”\"—–…")


def rewritten(found: Sequence[Change[T]]) -> list[Change[T]]:
    """The changes, those of a rewritten line or phrase gathered into one."""
    for parted in (_is_parted, _is_phrase):
        found = [one for group in _groups(found, parted) for one in _told(group)]
    return list(found)


def _groups(found: Sequence[Change[T]], parted: Callable[[Change[T], Change[T]], bool]) -> list[list[Change[T]]]:
    """Changes in groups; what precedes all of them stands alone."""
    groups = [[found[0]]]
    for before, change in pairwise(found):
        if len(groups) == 1 or parted(before, change):
            groups.append([change])
        else:
            groups[-1].append(change)
    return groups


def _is_parted(one: Change[T], other: Change[T]) -> bool:
    """Whether what stands between two changes must stay: a callout, a figure, or more than a small change beside it is worth."""
    between = one.then.old
    if any(token.solid or token.key[0].isdigit() or "/" in token.key for token in between):
        return True
    if words(between) >= min(TRULY, one.longest, other.longest):
        return True
    return _has_mark(between) and not (_is_weighty(one) and _is_weighty(other))


def _is_phrase(one: Change[T], other: Change[T]) -> bool:
    return _is_parted(one, other) or _has_mark(one.then.old)


def _has_mark(between: Sequence[Token]) -> bool:
    return any(token.key in _ENDS for token in between)


def _is_weighty(change: Change[T]) -> bool:
    return min(words(change.struck), words(change.written)) >= WEIGHTY


def _told(group: list[Change[T]]) -> list[Change[T]]:
    """The changes of a phrase, or one if it was rewritten."""
    kept = sum(words(change.then.old) for change in group[:-1])
    struck, written = (sum(words(line) for line in lines) for lines in zip(*((c.struck, c.written) for c in group), strict=True))
    if len(group) == 1 or LEAST * kept >= kept + min(struck, written):
        return group
    one = group[0]
    for change in group[1:]:
        one = one.to(change)
    return [one]
