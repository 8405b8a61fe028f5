"""Edits of tokens as the pieces of a redline: runs of one fate, format and author.

Example:
    >>> told([AuthoredEdit(edit)])  # edit: "Urges all", of which "all" is in italics now
    [Piece(Op.EQUAL, Run('Urges ')), Piece(Op.EQUAL, Run('all', italic=True), was=Run('all'))]
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from draftkit.assemble.printed import Run, Runs
from draftkit.compare.authorship import DEFAULT, derived
from draftkit.compare.redline import Piece, Pieces
from draftkit.compare.tokens import Edit, Op, RunToken, Tokens, tokens
from draftkit.model import Kind


@dataclass(frozen=True, slots=True)
class AuthoredEdit:
    """An edit, and who struck or wrote each of its tokens; ``kinds`` is empty where nothing changed."""

    edit: Edit[RunToken]
    kinds: tuple[Kind | None, ...] = ()

    def parted(self, at: int) -> tuple[AuthoredEdit, AuthoredEdit]:
        """The first ``at`` tokens, and the others."""
        edit = self.edit
        first = AuthoredEdit(Edit(edit.op, edit.old[:at], edit.new[:at]), self.kinds[:at])
        return first, AuthoredEdit(Edit(edit.op, edit.old[at:], edit.new[at:]), self.kinds[at:])


def told(found: Sequence[AuthoredEdit]) -> list[Piece]:
    """The pieces of a line, or of a part of it."""
    out: list[Piece] = []
    for one in found:
        if one.edit.op is Op.EQUAL:
            out += _equal(one.edit.old, one.edit.new)
        else:
            out += _changed(one.edit.op, one.edit.old or one.edit.new, one.kinds)
    return out


def cut(found: Sequence[AuthoredEdit], ends: Sequence[int], op: Op) -> list[list[AuthoredEdit]]:
    """The edits of a line in parts, which end behind so many tokens of the text that has the parts.

    Args:
        op: INSERT if the new text has the parts, DELETE if the old one has.
    """
    out: list[list[AuthoredEdit]] = [[]]
    waiting = deque(found)
    count = 0
    while waiting:
        one = waiting.popleft()
        following = waiting[0].edit.op if waiting else None
        left = ends[len(out) - 1] - count if len(out) <= len(ends) else sys.maxsize
        length = len(one.edit.old or one.edit.new) if one.edit.op in (op, Op.EQUAL) else 0
        # what only the other text has at an end goes with what stands for it behind the end
        replaced = one.edit.op is Op.DELETE and following is Op.INSERT
        if not left and (length or replaced):
            waiting.appendleft(one)
            out.append([])
        elif 0 < left < length:
            first, rest = one.parted(left)
            out[-1].append(first)
            if replaced:  # and what stands for both, before it: it may be a comma
                out[-1].append(waiting.popleft())
            waiting.appendleft(rest)
            out.append([])
            count += left
        else:
            out[-1].append(one)
            count += length
    return out + [[] for _ in range(len(ends) + 1 - len(out))]


def _equal(old: Tokens, new: Tokens) -> list[Piece]:
    out: list[Piece] = []
    for before, after in zip(old, new, strict=True):
        was = before.run if (_format(before.run) != _format(after.run) or before.run.note != after.run.note) else None
        # non-breaking and ordinary blanks are one: what stood there stands there still
        text = before.run.text if not (after.run.note or after.run.ref) else after.run.text
        out.append(Piece(Op.EQUAL, Run(text, *_format(after.run), after.run.ref, after.run.note, after.run.repeated), None, was))
    return _joined(out)


def _format(run: Run) -> tuple[bool, bool, bool]:
    return run.italic, run.bold, run.superscript


def _changed(op: Op, line: Tokens, kinds: Sequence[Kind | None]) -> tuple[Piece, ...]:
    def kind_of(token: RunToken, kind: Kind | None) -> Kind:
        return Kind.CONSEQUENTIAL if derived(token) else kind or DEFAULT

    return tuple(_joined([Piece(op, token.run, kind_of(token, kind)) for token, kind in zip(line, kinds, strict=False)]))


def same_as_before(runs: Runs) -> Pieces:
    """A line in which nothing changed, without callouts and references."""
    return tuple(_joined([Piece(Op.EQUAL, run) for run in runs]))


def changed_whole(op: Op, runs: Runs, kind: Kind, kinds: Sequence[Kind]) -> Pieces:
    """A line that only one text has; ``kinds`` says whose each of its tokens is."""
    if all(each is kind for each in kinds):
        return tuple(Piece(op, run, kind) for run in runs)
    return tuple(_joined([Piece(op, token.run, each) for token, each in zip(tokens(runs), kinds, strict=True)]))


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one fate, format and author as one piece; callouts stay alone."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _alike(groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [group[0] if len(group) == 1 else _one(group) for group in groups]


def _one(group: Sequence[Piece]) -> Piece:
    first = group[0]
    run = Run("".join(piece.run.text for piece in group), *_format(first.run))
    was = Run("".join(piece.was.text for piece in group if piece.was), *_format(first.was)) if first.was else None
    return Piece(first.op, run, first.kind, was)


def _alike(one: Piece, other: Piece) -> bool:
    if one.run.note or other.run.note or (one.op, one.kind) != (other.op, other.kind):
        return False
    if (one.was is None) != (other.was is None) or _format(one.run) != _format(other.run):
        return False
    return one.was is None or other.was is None or _format(one.was) == _format(other.was)
