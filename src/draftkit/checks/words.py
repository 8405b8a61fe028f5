r"""A match widened: the words that a finding is about, with so many before them that they stand once in their paragraph.

``punctuation.stretch`` widens on both sides, up to blanks and within one format, for what is about single characters.

Example:
    >>> once("See para. 4 and para. 4.", 16, 23, "paragraph 4")
    ('and para. 4', 'and paragraph 4')
"""

from __future__ import annotations

from draftkit.inline import MARK

BLANK = r"[ \u00a0]"
"""A blank of a text as patterns have it: one that may break, or not."""
LONGEST = 80
"""So many characters before the words are taken along at most."""
LONGEST_TEXT = 20_000
"""In longer texts, and none is so long, the words are given as they are: looking for others would take its time."""


def once(text: str, start: int, end: int, instead: str = "") -> tuple[str, str]:
    """The characters from ``start`` to ``end``, with words before them until they stand once, and what to write for them.

    ``instead`` is for the characters themselves; "" stays "". No reference or callout (``MARK``) is taken along; where that
    does not do, they are given as they are.
    """
    first = start
    if len(text) > LONGEST_TEXT:
        return text[start:end], instead
    while text.find(text[first:end]) != text.rfind(text[first:end]):
        before = text.rfind(" ", 0, max(0, first - 1)) + 1
        if before >= first or start - before > LONGEST or MARK in text[before:first]:
            return text[start:end], instead
        first = before
    return text[first:end], text[first:start] + instead if instead else ""
