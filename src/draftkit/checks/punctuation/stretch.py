"""The words of a text that a finding is about: as many as stand there only once, within one format.

Example:
    >>> stretch(passage, 12, 13, "”")     # the second mark of: the "sea" and the "sky"
    ('"sea"', '"sea”')
"""

from __future__ import annotations

from draftkit.checks.subject import Passage
from draftkit.checks.words import LONGEST_TEXT
from draftkit.model import Text

LONGEST = 120
"""So many characters are taken at most for the words to stand there only once, and so many of a word on each side."""


def stretch(passage: Passage, start: int, end: int, new: str) -> tuple[str, str]:
    """The words around ``flat[start:end]``, and the same with ``new`` in the place of these characters."""
    text = passage.flat
    low, high = _run(passage, start, end)
    first, last = _word(text, start, end, low, high)
    while (first, last) != (low, high) and len(text) < LONGEST_TEXT and last - first < LONGEST:
        if text.count(text[first:last]) == 1:
            break
        first, last = _word(text, first - 1, last + 1, low, high)
    return text[first:last], text[first:start] + new + text[end:last]


def _run(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Where the run of one format begins and ends in which the characters lie; they alone where it is more than one."""
    at = 0
    for piece in passage.content:
        after = at + (len(piece.text) if isinstance(piece, Text) else 1)
        if at <= start and end <= after:
            return at, after
        at = after
    return start, end


def _word(text: str, first: int, last: int, low: int, high: int) -> tuple[int, int]:
    """The characters made larger up to the next blanks, within the run; of what has no blanks only the nearest."""
    first, last = max(first, low), min(last, high)
    low, high = max(low, first - LONGEST), min(high, last + LONGEST)
    while first > low and not text[first - 1].isspace():
        first -= 1
    while last < high and not text[last].isspace():
        last += 1
    return first, last
