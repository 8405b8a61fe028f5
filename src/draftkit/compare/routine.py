"""Which changes of two texts are routine, told by what they say: for texts that nobody knows the making of.

In: a redline, whose mastheads say by how many sessions the new text is later than the old one. Out: the same, with what follows
a rule of the texts taken from the drafter and given to the rule: sessions, years, dates, citations and symbols that move on with
the text, opening adverbs, the mark at the end of a paragraph, the masthead (un-rules C2, C3, I3, I5). A figure, a word or a mark
in the middle of a sentence may be what the text was written for, and stays the drafter's.

Example:
    >>> told = routine(redline)  # at its [-eightieth-]{+eighty-second+} session
    >>> {piece.kind for change in told.lines for piece in change.pieces}
    {None, <Kind.TECHNICAL: 'technical'>}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from draftkit.assemble.lines import MASTHEAD, Role
from draftkit.compare.pieces import AuthoredEdit, told
from draftkit.compare.redline import Fate, LineChange, Piece, Pieces, Redline
from draftkit.compare.tokens import Op, tokens
from draftkit.compare.words import edits
from draftkit.model import Kind
from draftkit.un import dates, sessions
from draftkit.un.spelling import same
from draftkit.un.symbols import Symbol
from draftkit.un.wording import split

OPENING = 6
"""Words of a paragraph among which an adverb belongs to the opening words: "Takes note with appreciation also"."""

_FRAME = (MASTHEAD - {Role.TITLE}) | {Role.MEETING}
_ADVERBS = frozenset({"also", "further"})
_MARKS = frozenset(".,;:")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CITED = re.compile(r"(\d{2,3})/\d+")
_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"\w+|[^\w\s]")
_JOINTS = frozenset({"and", ",", "resolution", "resolutions", "decision", "decisions"})


@dataclass(frozen=True, slots=True)
class _Swap:
    """What was struck and what was written at one place, and the words before and behind it."""

    struck: str
    written: str
    before: str
    behind: str


def routine(redline: Redline) -> Redline:
    """The redline with routine changes told from those of the drafter; nothing moves on where a session is not known."""
    step = steps(redline)
    lines = tuple(_line(change, step) for change in redline.lines)
    return replace(redline, lines=lines, notes={key: _told(pieces, step) for key, pieces in redline.notes.items()})


def one_line(old: Pieces, new: Pieces, step: int) -> Pieces:
    """What was struck in one place and put in in another, as one line edited."""
    found = edits(*(tokens(tuple(piece.run for piece in pieces)) for pieces in (old, new)))
    made = told([AuthoredEdit(edit, (Kind.SUBSTANTIVE,) * len(edit.old or edit.new)) for edit in found])
    return _told(tuple(made), step)


def steps(redline: Redline) -> int:
    """By how many sessions the new text is later than the old one; 0 if that is not known, or it is not."""
    before, after = redline.old.session, redline.new.session
    return after - before if before and after > before else 0


def _line(change: LineChange, step: int) -> LineChange:
    if change.line.role in _FRAME:
        return _technical(change)
    if change.fate is not Fate.KEPT or change.continues or change.mark is not Op.EQUAL:
        return change
    return replace(change, pieces=_told(change.pieces, step), cells=tuple(_told(cell, step) for cell in change.cells))


def _technical(change: LineChange) -> LineChange:
    """A line of the masthead, or a closing line: the frame of the page, which is made anew for every text."""

    def told(pieces: Pieces) -> Pieces:
        return tuple(replace(piece, kind=Kind.TECHNICAL) if piece.kind else piece for piece in pieces)

    kind = Kind.TECHNICAL if change.kind else None
    return replace(change, pieces=told(change.pieces), number=told(change.number), kind=kind)


def _told(pieces: Pieces, step: int) -> Pieces:
    """The pieces of a line or a note, each change with the kind that its words tell."""
    out: list[Piece] = []
    at = 0
    for changed, group in groupby(pieces, lambda piece: piece.op is not Op.EQUAL):
        found = list(group)
        at += len(found)
        kind = _kind(_swap(found, pieces[: at - len(found)], pieces[at:]), step) if changed and _is_words(found) else None
        out += (_of(piece, kind) if kind else piece for piece in found)
    added = any(piece.op is Op.INSERT and piece.kind is Kind.TECHNICAL for piece in out)
    return tuple(_of(piece, Kind.TECHNICAL) if added and _is_joint(piece) else piece for piece in out)


def _of(piece: Piece, kind: Kind) -> Piece:
    """The piece with another maker, where it was taken for the drafter's."""
    return replace(piece, kind=kind) if piece.kind is Kind.SUBSTANTIVE else piece


def _is_joint(piece: Piece) -> bool:
    """Whether a change only makes room in a list: resolution[-s-] 71/5{+,+} 72/4[- and-] 73/8."""
    return not piece.run.note and piece.op is not Op.EQUAL and set(_JOINT.findall(piece.run.text.lower())) <= _JOINTS


def _is_words(group: Sequence[Piece]) -> bool:
    """Whether a change is of words alone: a note that comes or goes is none."""
    return any(piece.kind is Kind.SUBSTANTIVE for piece in group) and not any(piece.run.note for piece in group)


def _swap(group: Sequence[Piece], before: Sequence[Piece], behind: Sequence[Piece]) -> _Swap:
    return _Swap(
        "".join(piece.run.text for piece in group if piece.op is Op.DELETE),
        "".join(piece.run.text for piece in group if piece.op is Op.INSERT),
        "".join(piece.run.text for piece in before if piece.op is not Op.DELETE),
        "".join(piece.run.text for piece in behind if piece.op is not Op.DELETE and not piece.run.note),
    )


def _kind(swap: _Swap, step: int) -> Kind | None:
    """Whose a change is by its words; ``None`` if it is the drafter's."""
    if not swap.behind.strip() and _is_mark(swap.struck) and _is_mark(swap.written):
        return Kind.CONSEQUENTIAL
    if len(_WORD.findall(swap.before)) <= OPENING and "," not in swap.before and _is_adverb(swap):
        return Kind.CONSEQUENTIAL
    return Kind.TECHNICAL if step and _moves_on(swap, step) else None


def _is_mark(words: str) -> bool:
    return all(character in _MARKS for character in words.strip())


def _is_adverb(swap: _Swap) -> bool:
    """Whether "also" or "further" came or went, and nothing else but a capital that it takes along."""
    old, new = (words.lower().split() for words in (swap.struck, swap.written))
    rest = ([word for word in words if word not in _ADVERBS] for words in (old, new))
    return old != new and next(rest) == next(rest)


def _moves_on(swap: _Swap, step: int) -> bool:
    """Whether both say the same, but for what lies so many sessions, or years, later."""
    old, new = ([same(text) for text, _, _ in split(words)] for words in (swap.struck, swap.written))
    if not old or len(old) != len(new):
        return False
    session = re.match(r"\s*(?:regular )?(?:sessions?|meetings?)\b", swap.behind) is not None
    return all(one == other or _is_later(one, other, step, session) for one, other in zip(old, new, strict=True))


def _is_later(old: str, new: str, step: int, session: bool) -> bool:
    """Whether a token is the other, so many sessions later. ``session``: the word "session" stands behind it."""
    found = [_times(token, session) for token in (old, new)]
    return any(before and after and after - before == step for before, after in zip(*found, strict=True))


def _times(token: str, session: bool) -> tuple[int | None, ...]:
    """What a token says of time, each kind in its place: an ordinal, a year, a date's year, a citation's session, a symbol's."""
    cited, symbol, day = _CITED.fullmatch(token), Symbol.parse(token), dates.parse(token)
    return (
        sessions.number(token) if session else None,
        int(token) if _YEAR.fullmatch(token) else None,
        day.year if day else None,
        int(cited[1]) if cited else None,
        int(symbol.session) if symbol and symbol.session.isdecimal() else None,
    )


def changed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces that are not as they were; another number of a note that stayed is no change."""
    return (piece for piece in pieces if piece.op is not Op.EQUAL or (piece.was is not None and not piece.run.note))
