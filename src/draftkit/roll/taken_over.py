"""What a draft has taken over of a roll-forward that does more when asked: other bodies' sessions, house style.

A draft does not say with which options it was rolled. What it has of them was not written by its drafter.

Example:
    >>> taken_over(roll(prior, 81).resolution, roll(prior, 81, house_style=True).resolution, draft)
"""

from __future__ import annotations

import re
from collections import Counter

from draftkit.inline import flat
from draftkit.model import Content, Resolution
from draftkit.tree import contents, map_contents

_WORD = re.compile(r"\w+(?:[-\u2011]\w+)*")


def taken_over(plain: Resolution, asked: Resolution, draft: Resolution) -> Resolution | None:
    """The rolled text with what was asked for in those paragraphs in which a draft has it; ``None`` if it has it in none.

    Args:
        plain: the text rolled without it.
        asked: the same with it.
    """
    before, after, now = (_single(text) for text in (plain, asked, draft))
    taken = {
        place
        for place in before
        if before[place] != after[place] and _has_new(before[place], after[place], now.get(place, ()))
    }
    return map_contents(plain, lambda place, content: after[place] if place in taken else content) if taken else None


def _single(resolution: Resolution) -> dict[str, Content]:
    """The contents whose place has only one, as cells of a table have not."""
    found = list(contents(resolution))
    counts = Counter(place for place, _ in found)
    return {place: content for place, content in found if counts[place] == 1}


def _has_new(before: Content, after: Content, now: Content) -> bool:
    """Whether a text has words that were asked for, which were not there before."""
    old, new, has = (Counter(_WORD.findall(flat(content))) for content in (before, after, now))
    return any(has[word] > old[word] for word in new - old)
