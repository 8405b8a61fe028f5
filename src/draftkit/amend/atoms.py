"""A content as a row of atoms, one for each character, reference and callout: in it words are found and exchanged.

Words are found whatever their italics and their kind of blanks and hyphens (un-rules I10), and only as whole words.

Example:
    >>> row = atoms(parse("*Urges* all States to observe paragraph [[condemns]] above;"))
    >>> places(row, atoms(parse("all States")))
    [6]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.model import Callout, Content, Inline, Ref, Text
from draftkit.un.spelling import same

Atoms = tuple[Inline, ...]
"""``Text`` of a single character, ``Ref`` and ``Callout``."""

_CLOSE_BEFORE = frozenset(",;:.)]?!”’")
"""What stands close to the word before it."""
_CLOSE_AFTER = frozenset("([“‘")
"""What stands close to the word after it."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The atoms from ``start`` to ``stop`` are replaced by ``by``."""

    start: int
    stop: int
    by: Atoms = ()


def atoms(content: Content) -> Atoms:
    """The atoms of a content."""
    out: list[Inline] = []
    for piece in content:
        if isinstance(piece, Text):
            out += [replace(piece, text=character) for character in piece.text]
        else:
            out.append(piece)
    return tuple(out)


def content_of(row: Iterable[Inline]) -> Content:
    """The content of some atoms, in its normal form."""
    return inline.tidy(inline.join(row))


def keys(row: Sequence[Inline]) -> str:
    """What atoms are found by, a character each; a reference or a callout has one of its own for what it leads to."""
    return "".join(key(atom) for atom in row)


def key(atom: Inline) -> str:
    """The character that an atom is found by: of a mark, one that no text has and that only marks to the same place share."""
    if isinstance(atom, Text):
        return same(atom.text)
    return inline.MARK


def places(row: Sequence[Inline], words: Sequence[Inline]) -> list[int]:
    """Where the words stand in the row, as whole words."""
    line, wanted = keys(row), keys(words)
    marks = [at for at, atom in enumerate(words) if not isinstance(atom, Text)]
    found: list[int] = []
    at = line.find(wanted) if wanted else -1
    while at >= 0:
        if all(_leads_alike(row[at + mark], words[mark]) for mark in marks) and _whole(line, at, at + len(wanted)):
            found.append(at)
        at = line.find(wanted, at + 1)
    return found


def _leads_alike(one: Inline, other: Inline) -> bool:
    if isinstance(one, Ref) and isinstance(other, Ref):
        return one.target == other.target
    return isinstance(one, Callout) and one == other


def _whole(line: str, start: int, stop: int) -> bool:
    """Whether no word is cut at either end."""
    return not (_joined(line, start) or _joined(line, stop))


def _joined(line: str, at: int) -> bool:
    return 0 < at < len(line) and line[at - 1].isalnum() and line[at].isalnum()


# --- What blanks do ------------------------------------------------------------------------------------------------


def deletion(row: Sequence[Inline], start: int, stop: int) -> Exchange:
    """Words taken out, with the blank that would stand twice, at an end, or before a comma."""
    line = keys(row)
    before, after = line[start - 1 : start], line[stop : stop + 1]
    if before in ("", " ") and after == " ":
        return Exchange(start, stop + 1)
    if before == " " and (not after or after in _CLOSE_BEFORE or isinstance(row[stop], Callout)):
        return Exchange(start - 1, stop)
    return Exchange(start, stop)


def insertion(row: Sequence[Inline], at: int, by: Atoms) -> Exchange:
    """Words put in at a place, with a blank on either side where one belongs."""
    out: list[Inline] = [*by]
    if by and at and _parted(row[at - 1], by[0]):
        out.insert(0, Text(" "))
    if by and at < len(row) and _parted(by[-1], row[at]):
        out.append(Text(" "))
    return Exchange(at, at, tuple(out))


def _parted(one: Inline, other: Inline) -> bool:
    """Whether a blank stands between two atoms."""
    if isinstance(other, Callout):
        return False
    left, right = key(one), key(other)
    return " " not in (left, right) and left not in _CLOSE_AFTER and right not in _CLOSE_BEFORE


def exchanged(row: Sequence[Inline], exchanges: Iterable[Exchange]) -> Atoms:
    """The row after all exchanges, of which none touch the same atoms."""
    out: list[Inline] = []
    done = 0
    for each in sorted(exchanges, key=lambda one: (one.start, one.stop)):
        out += [*row[done : each.start], *each.by]
        done = each.stop
    return (*out, *row[done:])
