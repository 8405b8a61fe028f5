"""Who made each change: the roll-forward, the drafter or the assembler (design, section 2).

The text passed through stages (prior, rolled, draft, assembled). A token of the new text was written at the stage where it
first stands; a token of the old text was struck at the stage where it is first missing.

Example:
    >>> written(stages=[("prior", p), (Kind.TECHNICAL, r), (Kind.SUBSTANTIVE, d)], ...)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from draftkit.assemble.printed import Line, Printed, Runs
from draftkit.compare.words import Op, RunToken, Tokens, edits, tokens
from draftkit.model import Kind

DEFAULT = Kind.SUBSTANTIVE
"""Whose a change is when nothing is known of how the text came about."""

Keys = tuple[str, ...]
"""The names that a line has, the new text's first: a drafter may give a paragraph another id."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the text after the old one: who made it of the state before, and its lines, cells and notes by key."""

    kind: Kind
    lines: Mapping[str, Runs]

    def with_line(self, name: str, keys: Sequence[str]) -> Stage:
        """The stage with one line more, made of others as far as it has them."""
        found = [self.lines[key] for key in keys if key in self.lines]
        return Stage(self.kind, {**self.lines, name: tuple(run for runs in found for run in runs)}) if found else self


def stage(kind: Kind, page: Printed) -> Stage:
    """A stage from a text as printed."""
    lines = {line.key: line.runs for line in page.lines} | {f"note {n.id}": n.runs for n in page.notes}
    return Stage(kind, lines | {cell_key(line, at): cell for line in page.lines for at, cell in enumerate(line.cells)})


def cell_key(line: Line, at: int) -> str:
    """What a cell of a row is known by."""
    return f"{line.key} cell {at}"


@dataclass(frozen=True, slots=True)
class Authorship:
    """The stages between the old text and the new one, in order, the new one last; empty if nothing is known."""

    stages: tuple[Stage, ...] = ()

    def together(self, keys: Sequence[str]) -> Authorship:
        """The same, with some lines also as one line: what it is known by are their keys with blanks between."""
        name = " ".join(keys)
        return Authorship(tuple(s if name in s.lines else s.with_line(name, keys) for s in self.stages))

    def struck_line(self, key: str) -> Kind:
        """Who took a whole line of the old text away."""
        return next((s.kind for s in self.stages if key not in s.lines), DEFAULT)

    def written_line(self, key: str) -> Kind:
        """Who brought a whole line of the new text in."""
        return next((s.kind for s in self.stages if key in s.lines), DEFAULT)

    def struck(self, keys: Keys, old: Tokens) -> list[Kind | None]:
        """For each token of a line of the old text who struck it; ``None`` if it stands to the end."""
        found: list[Kind | None] = [None] * len(old)
        alive = list(range(len(old)))  # places in ``old`` of the tokens of the current state
        current = old
        for s in self.stages:
            following = _line(s, keys, current)
            survivors: list[int | None] = [None] * len(following)
            at_old = at_new = 0
            for edit in edits(current, following):
                if edit.op is Op.DELETE:
                    for place in alive[at_old : at_old + len(edit.old)]:
                        if place >= 0:
                            found[place] = s.kind
                if edit.op is Op.EQUAL:
                    survivors[at_new : at_new + len(edit.new)] = alive[at_old : at_old + len(edit.old)]
                at_old, at_new = at_old + len(edit.old), at_new + len(edit.new)
            alive = [-1 if place is None else place for place in survivors]
            current = following
        return found

    def written(self, keys: Keys, old: Tokens, new: Tokens) -> list[Kind | None]:
        """For each token of a line of the new text who wrote it; ``None`` if it was in the old one."""
        kinds: list[Kind | None] = [None] * len(old)
        current = old
        for s in self.stages:
            following = _line(s, keys, current)
            kinds = _carried(current, following, kinds, s.kind)
            current = following
        return _carried(current, new, kinds, DEFAULT)


def _line(stage: Stage, keys: Keys, current: Tokens) -> Tokens:
    runs = next((stage.lines[key] for key in keys if key in stage.lines), None)
    return current if runs is None else tokens(runs)


def _carried(current: Tokens, following: Tokens, kinds: Sequence[Kind | None], kind: Kind) -> list[Kind | None]:
    out: list[Kind | None] = []
    at = 0
    for edit in edits(current, following):
        if edit.op is Op.EQUAL:
            out += kinds[at : at + len(edit.old)]
        elif edit.op is Op.INSERT:
            out += [kind] * len(edit.new)
        at += len(edit.old)
    return out


def derived(token: RunToken) -> bool:
    """Whether a token is worked out by the assembler: the number of a reference."""
    return bool(token.run.ref)
