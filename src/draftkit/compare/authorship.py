"""Who made each change: the roll-forward, the drafter or the assembler (design, section 2).

The text passed through stages (prior, rolled, draft, assembled). A token of the new text was written at the stage where it
first stands; a token of the old text was struck at the stage where it is first missing. A line that only one text has is of the
stage that brought it, or took it away. If the old text has the id of a line that came, nobody brought that: the line is of the
stage that wrote most of it, for that made another line of the old one.

Example:
    >>> history(prior, [(Kind.TECHNICAL, rolled), (Kind.SUBSTANTIVE, drafted)], drafted).written(("a", "a"), old, new)
    [None, <Kind.SUBSTANTIVE: 'substantive'>]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from draftkit.assemble.lines import Line, Printed, Role, Runs
from draftkit.compare.lineage import Names, names, was
from draftkit.compare.words import Op, RunToken, Tokens, edits, tokens
from draftkit.model import Kind

DEFAULT = Kind.SUBSTANTIVE
"""Whose a change is when nothing is known of how the text came about."""

BY_RULES = frozenset({Kind.TECHNICAL, Kind.EDITORIAL})
"""Who makes a text of the old one with its names; a drafter may give a paragraph another id."""

Keys = tuple[str, str]
"""The names that a line has in the new text and in the old one."""

Kinds = list[Kind | None]


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the text after the old one: who made it of the state before, and its lines, cells and notes by name."""

    kind: Kind
    lines: Mapping[str, Runs]

    def with_line(self, name: str, keys: Sequence[str]) -> Stage:
        """The stage with one line more, made of others as far as it has them."""
        found = [self.lines[key] for key in keys if key in self.lines]
        return Stage(self.kind, {**self.lines, name: tuple(run for runs in found for run in runs)}) if found else self


def history(old: Printed, stages: Sequence[tuple[Kind, Printed]], new: Printed) -> Authorship:
    """How a text came about after the old one: who made which state of it."""
    if not stages:
        return Authorship()
    rows = names([(DEFAULT, old), *stages, (DEFAULT, new)])
    made = (Stage(kind, _lines(page, known)) for (kind, page), known in zip(stages, rows[1:], strict=False))
    return Authorship(tuple(made), _lines(old, rows[0]))


def _lines(page: Printed, rows: Names) -> Mapping[str, Runs]:
    """The lines of a state, its notes and the cells of its rows."""
    out = {line.key: line.runs for line in page.lines if line.role is not Role.ROW}
    out |= {note_name(note.id): note.runs for note in page.notes}
    for line in page.lines:
        for name in rows.get(line.key, ()):
            out |= {name: (), **dict(cells(name, line))}
    return out


def note_name(note: str) -> str:
    """What a note is known by."""
    return f"note {note}"


def name(line: Line, *, new: bool) -> str:
    """What a line of one of the texts is known by."""
    return line.key if new or line.role is not Role.ROW else was(line.key)


def cells(known: str, line: Line) -> list[tuple[str, Runs]]:
    """What a line has in it: its words, or those of its cells, each with what they are known by."""
    if line.role is not Role.ROW:
        return [(known, line.runs)]
    return [(f"{known} cell {at}", cell) for at, cell in enumerate(line.cells)]


@dataclass(frozen=True, slots=True)
class Whole:
    """Whose a line is that only one text has, and whose each token is, cell by cell."""

    kind: Kind
    tokens: tuple[tuple[Kind, ...], ...]


@dataclass(frozen=True, slots=True)
class Authorship:
    """The stages between the old text and the new one, in order, and the lines of the old one; empty if nothing is known."""

    stages: tuple[Stage, ...] = ()
    before: Mapping[str, Runs] = field(default_factory=dict)

    def together(self, keys: Sequence[str]) -> Authorship:
        """The same, with some lines also as one line: what it is known by are their keys with blanks between."""
        known = " ".join(keys)
        return replace(self, stages=tuple(s if known in s.lines else s.with_line(known, keys) for s in self.stages))

    def came(self, known: str, parts: Sequence[tuple[str, Runs]]) -> Whole:
        """Whose a line, or a note, is that only the new text has.

        Args:
            known: its name.
            parts: its words, or those of its cells, with the names of these.
        """
        lines = [tokens(runs) for _, runs in parts]
        both = zip(parts, lines, strict=True)
        found = [self.written((key, key), tokens(self.before.get(key, ())), new) for (key, _), new in both]
        brought = None if known in self.before else next((s.kind for s in self.stages if known in s.lines), DEFAULT)
        said = any(brought in kinds for kinds in found) or not any(found)
        return self._whole(brought if brought and said else self._most(lines, found), found)

    def went(self, known: str, parts: Sequence[tuple[str, Runs]]) -> Whole:
        """Whose it is that a line, or a note, is gone that only the old text has."""
        lines = [tokens(runs) for _, runs in parts]
        taken = next((s.kind for s in self.stages if known not in s.lines), None)
        if taken:
            return Whole(taken, tuple((taken,) * len(line) for line in lines))
        found = [self.struck((key, key), old) for (key, _), old in zip(parts, lines, strict=True)]
        return self._whole(self._most(lines, found), found)

    def _most(self, lines: Sequence[Tokens], found: Sequence[Kinds]) -> Kind:
        """Who made most of the changes of a line; nobody made one that only stands elsewhere, which is the drafter's."""
        letters: Counter[Kind | None] = Counter()
        for line, kinds in zip(lines, found, strict=True):
            for token, kind in zip(line, kinds, strict=True):
                letters[kind] += len(token.text.strip())
        same = letters.pop(None, 0)
        if same > letters.total() or not letters:
            return DEFAULT
        own: list[Kind | None] = [kind for kind in letters if kind is not Kind.CONSEQUENTIAL] or [*letters]
        return max(sorted(own, key=self._order, reverse=True), key=lambda kind: letters[kind]) or DEFAULT

    def _order(self, kind: Kind | None) -> int:
        return next((at for at, stage in enumerate(self.stages) if stage.kind is kind), len(self.stages))

    def _whole(self, kind: Kind, found: Sequence[Kinds]) -> Whole:
        """A line of one maker, but for what others did to it later; what follows from a drafter's new line is part of it."""
        others = {each for each in Kind if kind is not DEFAULT and self._order(each) > self._order(kind)}
        return Whole(kind, tuple(tuple(each if each in others and each else kind for each in kinds) for kinds in found))

    def struck(self, keys: Keys, old: Tokens) -> Kinds:
        """For each token of a line of the old text who struck it; ``None`` if it stands to the end."""
        found: Kinds = [None] * len(old)
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

    def written(self, keys: Keys, old: Tokens, new: Tokens) -> Kinds:
        """For each token of a line of the new text who wrote it; ``None`` if it was in the old one."""
        kinds: Kinds = [None] * len(old)
        current = old
        for s in self.stages:
            following = _line(s, keys, current)
            kinds = _carried(current, following, kinds, s.kind)
            current = following
        return _carried(current, new, kinds, DEFAULT)


def _line(stage: Stage, keys: Keys, current: Tokens) -> Tokens:
    order = reversed(keys) if stage.kind in BY_RULES else keys
    runs = next((stage.lines[key] for key in order if key in stage.lines), None)
    return current if runs is None else tokens(runs)


def _carried(current: Tokens, following: Tokens, kinds: Sequence[Kind | None], kind: Kind) -> Kinds:
    out: Kinds = []
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
