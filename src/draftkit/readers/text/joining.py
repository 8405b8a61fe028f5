"""Lines joined into running text: with a blank between them, or the two halves of a word put together again.

In: the pieces of one paragraph. Out: its text.

Example:
    >>> Joiner(clean_lines("cooperation, and co-\\noperation")).join(["cooperation, and co-", "operation"])
    'cooperation, and cooperation'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from draftkit.readers.text.lines import Line

_SPLIT_ORDINAL = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: -|- | - | )"
    r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]{1,50}$")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,50}")
_SURE_OF_PARTING = 2
"""Words parted at the ends of lines that stand whole elsewhere, before other words are taken to be parted too."""

_PREFIXES = frozenset(
    "co non pre post sub anti multi inter intra socio ex self vice twenty thirty forty fifty sixty seventy eighty ninety cross "
    "long short well high low mid decision policy law peace gender".split()
)
"""What a hyphen that belongs to a word often follows."""

_ENDINGS = frozenset(
    "ion ions tion tions sion sions ation ations ment ments ing ings ity ities ness ance ances ence ences ency able ible ably "
    "ibly ive ives ous ously ated ating ally ial ially ional ical ically ized ization izing".split()
)
"""What ends words and is none itself."""


def mended(text: str) -> str:
    """A pasted line without the stray blanks that a PDF leaves in a hyphenated ordinal: "sixty -fourth"."""
    return _SPLIT_ORDINAL.sub(r"\1-\2", text)


class Joiner:
    """Joins lines into running text.

    A word parted at a hyphen is made whole if the text has it elsewhere and nowhere with its hyphen; and, in a text that
    parts its words so, if the pieces are no words of their own.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: frozenset[str] = frozenset()
        self._parts_words = False
        if _any_hyphen(lines):
            self._words = frozenset(word for line in lines for word in _WORDS.findall(line.text.rstrip("-\u2011")))
            parted = [_whole(a.bare, b.bare) for a, b in pairwise(lines) if a.bare[-1:] in ("-", "\u2011") and b.bare]
            self._parts_words = sum(pair is not None and self._is_known(*pair) for pair in parted) >= _SURE_OF_PARTING

    def join(self, pieces: Iterable[str]) -> str:
        """The pieces of one text with what belongs between them: a blank, a hyphen, or nothing."""
        out: list[str] = []
        for piece in pieces:
            if not piece:
                continue
            if out:
                before, between = self._seam(out[-1], piece)
                out[-1:] = [before, between]
            out.append(piece)
        return "".join(out)

    def _seam(self, before: str, after: str) -> tuple[str, str]:
        """A piece as it stands before the next one, and what parts them."""
        if before[-2:] in (" -", " \u2011") and before[-3:-2].isalpha() and after[0].islower():  # "capacity -", "building"
            return before[:-2] + before[-1], " " if after.startswith(("and ", "or ", "to ")) else ""
        if before[-1] in "-\u2011" and after[0].isalpha() and before[-2:-1].isalpha():
            pair = _whole(before, after)
            return before[:-1] if pair and self._is_one(*pair) else before, ""
        return before, "" if before[-1] == "/" and before[-2:-1].strip() else " "

    def _is_known(self, head: str, tail: str) -> bool:
        return (len(head) > 2 and tail in _ENDINGS) or (head + tail in self._words and f"{head}-{tail}" not in self._words)

    def _is_one(self, head: str, tail: str) -> bool:
        if not self._parts_words or not tail.islower() or f"{head}-{tail}" in self._words or head.lower() in _PREFIXES:
            return self._is_known(head, tail)
        return self._is_known(head, tail) or not (head in self._words and tail in self._words)


def _whole(before: str, after: str) -> tuple[str, str] | None:
    """The pieces of the word that a line's end parts."""
    head, tail = _LAST_WORD.search(before[-60:-1]), _FIRST_WORD.match(after)
    return (head[0], tail[0]) if head and tail else None


def _any_hyphen(lines: Sequence[Line]) -> bool:
    return any(line.text.endswith(("-", "\u2011")) for line in lines)
