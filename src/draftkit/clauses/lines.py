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
from dataclasses import dataclass

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
_DROPPED = "\u00ad\u200b\u2060"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_FINAL = re.compile(r"(?:[,;] (?:and|or)|[.,;:])\s*\Z")
_ADVERB = re.compile(r",? ?\b(?:also|further)\b,?", re.IGNORECASE)
_LEAD_WORDS = 6
"""An opening phrase is no longer; what is in italics behind them is no part of it."""

_PLAIN_LEAD = re.compile(r"(?:Also|Further) \w+|\w+ (?:also|further)\b")
"""What begins like an opening phrase in a text that has no italics."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One character in its format, or a reference or callout as a piece of its own."""

    char: str
    piece: Inline


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is what is compared; token ``n`` stands at ``starts[n]`` to ``ends[n]``; ``places`` leads from characters to atoms."""

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    atoms: tuple[Atom, ...] = ()
    places: tuple[int, ...] = ()

    def between(self, first: int, last: int) -> str:
        """The compared characters from token ``first`` up to token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def typed(self, first: int, last: int) -> str:
        """The same as a draft types it, with its marks, references and callouts."""
        if last <= first:
            return ""
        atoms = self.atoms[self.places[self.starts[first]] : self.places[self.ends[last - 1] - 1] + 1]
        return inline.format(inline.join(atom.piece for atom in atoms))


def line_of(content: Content, items: Sequence[Content] = ()) -> Line:
    """The line of a paragraph; with ``items`` those of its subparagraphs follow, parted by ``BREAK``."""
    atoms: list[Atom] = []
    shown: list[tuple[str, int]] = []
    for number, each in enumerate((content, *items)):
        if number:
            shown.append((BREAK, len(atoms)))
            atoms.append(Atom(BREAK, Text(BREAK)))
        offset = len(atoms)
        own = list(_atoms(each))
        atoms += own
        shown += [(char, offset + at) for char, at in _compared(own)]
    text = "".join(char for char, _ in shown)
    spans = [match.span() for match in _TOKEN.finditer(text)]
    return Line(
        text,
        tuple(text[start:end] for start, end in spans),
        tuple(start for start, _ in spans),
        tuple(end for _, end in spans),
        tuple(atoms),
        tuple(at for _, at in shown),
    )


def _atoms(content: Content) -> Iterator[Atom]:
    for piece in content:
        if isinstance(piece, Text):
            for char in piece.text:
                if char not in _DROPPED:
                    yield Atom(char.translate(_FOLDED), Text(char, piece.italic, piece.bold, piece.superscript))
        elif isinstance(piece, Ref):
            yield Atom(REF, piece)
        elif isinstance(piece, Callout):
            yield Atom("", piece)


def _compared(atoms: list[Atom]) -> list[tuple[str, int]]:
    """The characters that are compared, each with the place of its atom."""
    shown: list[tuple[str, int]] = []
    for at, atom in enumerate(atoms):
        if atom.char and not (atom.char == " " and (not shown or shown[-1][0] == " ")):
            shown.append((atom.char, at))
    text = "".join(char for char, _ in shown)
    final = _FINAL.search(text.rstrip())
    shown = shown[: final.start() if final else len(text.rstrip())]
    return _without_adverb(shown, _lead_length(text, atoms))


def _lead_length(text: str, atoms: list[Atom]) -> int:
    """The number of characters of the opening phrase."""
    first = next((atom.piece for atom in atoms if atom.char.strip()), None)
    if not (isinstance(first, Text) and first.italic):
        match = _PLAIN_LEAD.match(text)
        return match.end() if match else 0
    italic = next((at for at, atom in enumerate(atoms) if not (isinstance(atom.piece, Text) and atom.piece.italic)), len(atoms))
    words = re.match(rf"(?:\S+\s*){{1,{_LEAD_WORDS}}}", text[:italic])
    return words.end() if words else 0


def _without_adverb(shown: list[tuple[str, int]], length: int) -> list[tuple[str, int]]:
    """Take "also" or "further" out of the first ``length`` characters (un-rules B3, C3)."""
    match = _ADVERB.search("".join(char for char, _ in shown[:length]))
    if not match:
        return shown
    kept = shown[: match.start()] + shown[match.end() :]
    while kept and kept[0][0] in ", ":
        del kept[0]
    return [(kept[0][0].upper()[:1], kept[0][1]), *kept[1:]] if kept else kept
