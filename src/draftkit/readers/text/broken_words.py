"""Stray blanks that a PDF left in words and before signs, taken out: "adva ncement", "jurisdiction ;".

In: chunks. Out: the same, and one finding that names every word made whole. A word is made whole only in a text that has
other stray blanks, has the whole word elsewhere, and has one of the pieces nowhere else.

Example:
    >>> chunks, findings = whole_words([Chunk("The need, the n eed ;", 1)])
    >>> chunks[0].text, findings[0].code
    ('The need, the need;', 'mended-word')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page.forms import is_row
from draftkit.readers.page.page import Chunk

_BEFORE_SIGN = re.compile(r"(?<=[^\W_]) (?=[;,:”](?:[\s;,:.”\d]|$))|(?<=[^\W_]) (?=\.$)|(?<=”) (?=[;,.](?:\s|$))")
_WORDS = re.compile(r"(?<![\w/(.])[^\W\d_]+(?!\w)")
_HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)+")
_PARTED = re.compile(r"(?<![\w/.-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w/-]))")
_BEFORE_HYPHEN = re.compile(r"(?<=[^\W\d_]) (?=[-\u2011][^\W\d_])|(?<=\d) (?=–\d)")
_SMALL = frozenset(
    "a an and any as at be by can every for from he her how in it many may more no non not of on one or our out over she so some "
    "than that the there this to under up was we were what when where which who with".split()
)
"""Words that together with another often are two words and one."""

_SURE = 3
"""Times that a word must stand whole elsewhere if one of its pieces is a small word and the other as short as this."""


def whole_words(parts: Sequence[Chunk]) -> tuple[list[Chunk], Findings]:
    """The chunks without stray blanks."""
    strays = 0
    out: list[Chunk] = []
    for chunk in parts:
        text, found = _BEFORE_SIGN.subn("", chunk.text) if not is_row(chunk.text) else (chunk.text, 0)
        text, more = _BEFORE_HYPHEN.subn("", text) if not is_row(chunk.text) else (text, 0)
        strays += found + more
        out.append(replace(chunk, text=text) if found or more else chunk)
    if not strays:
        return out, ()
    vocabulary = _Vocabulary(out)
    first = 0  # the line of the first paragraph with a word made whole
    for at, chunk in enumerate(out):
        out[at] = replace(chunk, text=vocabulary.mended(chunk.text))
        first = first or (chunk.line if vocabulary.mends else 0)
    if not vocabulary.mends:
        return out, ()
    message = f"words that a page's lines had broken were made whole: {', '.join(vocabulary.mends)}"
    return out, (Finding("mended-word", Severity.INFO, message, line=first),)


class _Vocabulary:
    """The words of a text, by which its broken ones are known; ``mends`` lists those made whole."""

    def __init__(self, parts: Sequence[Chunk]) -> None:
        self.mends: list[str] = []
        self._counts = Counter(word for chunk in parts for word in _WORDS.findall(chunk.text))
        compounds = Counter(word for chunk in parts for word in _HYPHENED.findall(chunk.text))
        bare = {word: word.replace("-", "") for word in compounds}
        self._hyphened = {bare[word]: word for word, count in compounds.items() if count > self._counts[bare[word]]}
        self._names = {word.replace("-", " ") for word, count in compounds.items() if count > 1 and word.istitle()}
        pairs = [match.groups() for chunk in parts for match in _PARTED.finditer(chunk.text)]
        self._pieces = Counter(piece for a, b in pairs if a + b in self._counts for piece in (a, b))

    def mended(self, text: str) -> str:
        """The text with its broken words whole: pieces joined, a hyphen lost at a line's end put back."""
        joined: str = _PARTED.sub(self._joined, text)
        return _WORDS.sub(self._hyphen, joined)

    def _joined(self, match: re.Match[str]) -> str:
        before, after = str(match[1]), str(match[2])
        if f"{before} {after}" in self._names:
            self.mends.append(f'"{before} {after}"')
            return f"{before}-"
        if before + after not in self._counts or not (self._is_piece(before) or self._is_piece(after)):
            return f"{before} "
        if before.lower() in _SMALL or after in _SMALL - {"a"}:
            short = min(len(before), len(after)) <= max(len(before), len(after)) <= _SURE
            if not short or self._counts[before + after] < _SURE:
                return f"{before} "
        self.mends.append(f'"{before} {after}"')
        return before

    def _is_piece(self, word: str) -> bool:
        """Whether a word stands nowhere but where it makes a known word with its neighbour."""
        return self._pieces[word] == self._counts[word] or (len(word) == 1 and word.islower() and word != "a")

    def _hyphen(self, match: re.Match[str]) -> str:
        whole = self._hyphened.get(match[0])
        if not whole:
            return str(match[0])
        self.mends.append(f'"{match[0]}"')
        return str(whole)
