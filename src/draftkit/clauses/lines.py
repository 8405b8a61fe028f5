"""A paragraph as a line of tokens that a clause can be held against, and back to what a draft types for a stretch of it.

Numbers, callouts, the final mark, "also" and "further" of the opening words, and the kinds of blanks, hyphens and quotation
marks do not count.

Example:
    >>> line = line_of(inline.parse("*Further requests* the Secretary-General to report;[^one]"))
    >>> line.text, line.tokens[:3]
    ('Requests the Secretary-General to report', ('Requests', 'the', 'Secretary'))
    >>> line.typed(1, 5)
    'the Secretary-General'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.model import Callout, Content, Inline, Ref, Text

REF = "\ue000"
"""Stands for a reference to another paragraph."""

BREAK = "\ue001"
"""Stands between a paragraph and its subparagraphs."""

_FOLDED = str.maketrans({
    "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\u2011": "-", "\u2010": "-", "\u2018": "'", "\u2019": "'",
    "\u201c": '"', "\u201d": '"',
})  # fmt: skip
_DROPPED = re.compile("[\u00ad\u200b\u2060]")
_BLANKS = re.compile(r"\A +| {2,}| +\Z")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_FINAL = re.compile(r"(?:[,;] (?:and|or)|[.,;:])\s*\Z")
_ADVERB = re.compile(r",? ?\b(?:also|further)\b,?", re.IGNORECASE)
_LEAD = re.compile(r"(?:\S+\s*){1,6}")
"""An opening phrase is no longer than six words; what is in italics behind them is no part of it."""

_PLAIN_LEAD = re.compile(r"(?:Also|Further) \w+|\w+ (?:also|further)\b")
"""What begins like an opening phrase in a text that has no italics."""

_WORD = re.compile(r"\S*\w\S*")

LITTLE = frozenset("a an and as at by for from in its of on or the to with".split())
"""Words that say little by themselves."""


def folded(text: str) -> str:
    """A text with ordinary blanks, hyphens and quotation marks; each character stays where it is."""
    return text.translate(_FOLDED)


def words(text: str) -> int:
    """The number of words that stand between blanks; marks alone are none."""
    return sum(1 for _ in _WORD.finditer(text))


def is_word(token: str) -> bool:
    """Whether a token is a word, not a mark."""
    return token.isalnum() or "_" in token


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is what is compared; token ``n`` stands at ``starts[n]`` to ``ends[n]``.

    ``places`` leads from its characters to those of the ``pieces``, of which each begins at one of ``offsets``; a reference is
    one character there, a callout none.
    """

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: Sequence[int] = ()
    pieces: Content = ()
    offsets: tuple[int, ...] = ()

    def between(self, first: int, last: int) -> str:
        """The compared characters from token ``first`` up to token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def callouts(self, at: int) -> tuple[str, ...]:
        """The notes called for between token ``at`` and the one before it."""
        start = self.places[self.ends[at - 1] - 1] + 1 if at else 0
        end = self.places[self.starts[at]] if at < len(self.starts) else None
        return tuple(
            piece.note
            for piece, offset in zip(self.pieces, self.offsets, strict=True)
            if isinstance(piece, Callout) and offset >= start and (end is None or offset <= end)
        )

    def typed(self, first: int, last: int) -> str:
        """The same as a draft types it, with its marks, references and callouts."""
        if last <= first:
            return ""
        start, end = self.places[self.starts[first]], self.places[self.ends[last - 1] - 1] + 1
        return inline.format(inline.join(_cut(self.pieces, self.offsets, start, end)))


def _cut(pieces: Content, offsets: Sequence[int], start: int, end: int) -> Iterator[Inline]:
    """The pieces between two of their characters; a callout at either end is left out."""
    for piece, offset in zip(pieces, offsets, strict=True):
        if isinstance(piece, Text):
            text = piece.text[max(start - offset, 0) : max(end - offset, 0)]
            yield replace(piece, text=text)
        elif start < offset < end or (isinstance(piece, Ref) and offset == start):
            yield piece


def line_of(content: Content, items: Sequence[Content] = ()) -> Line:
    """The line of a paragraph; with ``items`` those of its subparagraphs follow, parted by ``BREAK``."""
    text, places, pieces, offsets = _joined(content, items)
    spans = [match.span() for match in _TOKEN.finditer(text)]
    tokens = tuple([text[start:end] for start, end in spans])
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Line(text, tokens, starts, ends, places, tuple(pieces), tuple(offsets))


def compared(content: Content, items: Sequence[Content] = ()) -> str:
    """The characters of such a line alone."""
    return _joined(content, items)[0]


def _joined(content: Content, items: Sequence[Content]) -> tuple[str, list[int], list[Inline], list[int]]:
    """The compared characters, where each stands among those of the pieces, the pieces, and where each of these begins."""
    pieces: list[Inline] = []
    offsets: list[int] = []
    places: list[int] = []
    text, size = "", 0
    for number, each in enumerate((content, *items)):
        own = [Text(BREAK), *each] if number else [*each]
        held = [_bare(piece) for piece in own]
        shown = [_shown(piece) for piece in held]
        for piece, printed in zip(held, shown, strict=True):
            pieces.append(piece)
            offsets.append(size)
            size += len(printed)
        if number:
            text += BREAK
            places.append(offsets[-len(own)])
            shown = shown[1:]
        characters, kept = _compared("".join(shown), _italic(each), size)
        text += characters
        places += kept
    return text, places, pieces, offsets


def _bare(piece: Inline) -> Inline:
    """A piece without the characters that only say where a word may be parted."""
    if isinstance(piece, Text) and _DROPPED.search(piece.text):
        return replace(piece, text=_DROPPED.sub("", piece.text))
    return piece


def _shown(piece: Inline) -> str:
    """The characters of a piece as they are compared."""
    if isinstance(piece, Text):
        return folded(piece.text)
    return REF if isinstance(piece, Ref) else ""


def _italic(content: Content) -> int | None:
    """How many characters at the beginning are in italics; ``None`` if none are."""
    size = 0
    for piece in content:
        if isinstance(piece, Text):
            if not piece.italic and piece.text.strip():
                break
            size += len(piece.text)
        elif isinstance(piece, Ref):
            break
    return size or None


def _compared(shown: str, italic: int | None, end: int) -> tuple[str, list[int]]:
    """The characters that are compared, and where each stands; ``end`` is where the last of them stands, and one more."""
    text, places = _single_blanks(shown, end - len(shown))
    if final := _FINAL.search(text):
        text = text[: final.start()]
    lead = _lead_length(text, italic)
    if lead and (adverb := _ADVERB.search(text[:lead])):  # un-rules B3, C3
        start, stop = adverb.span()
        if start == 0:
            stop += len(text[stop:]) - len(text[stop:].lstrip(", "))
        del places[start:stop]
        text = text[:start] + text[stop:]
        text = text[:1].upper()[:1] + text[1:]
    return text, places[: len(text)]


def _single_blanks(shown: str, first: int) -> tuple[str, list[int]]:
    """The characters without blanks at the ends and with one where there were several, and where each stands."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for match in _BLANKS.finditer(shown):
        end = match.start() + (match.start() > 0 and match.end() < len(shown))
        kept.append(shown[at:end])
        places += range(first + at, first + end)
        at = match.end()
    return "".join((*kept, shown[at:])), places + list(range(first + at, first + len(shown)))


def _lead_length(text: str, italic: int | None) -> int:
    """The number of characters of the opening phrase."""
    if italic is None:
        match = _PLAIN_LEAD.match(text)
        return match.end() if match else 0
    words_of_it = _LEAD.match(text[:italic])
    return words_of_it.end() if words_of_it else 0
