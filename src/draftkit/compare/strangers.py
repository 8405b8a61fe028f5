"""Two finished texts that know nothing of each other's names, compared, with the routine told from what somebody wrote anew.

In: two resolutions, and what rules make of the old one, where somebody has worked that out. Out: a ``Redline`` whose changes say
whose they are. The names of the two texts may be alike by chance, so those of the old one are kept apart.

Example:
    >>> strangers(old, new, stages=[(Kind.TECHNICAL, rolled.resolution)]).lines
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from draftkit.assemble.lines import MASTHEAD, Line, Printed, Runs
from draftkit.assemble.printed import printed
from draftkit.compare.authorship import Authorship, Keys, history
from draftkit.compare.comparison import compare_printed
from draftkit.compare.redline import Redline
from draftkit.compare.routine import routine
from draftkit.compare.tokens import Tokens
from draftkit.model import Kind, Resolution

OLD = "old\0"
"""What stands before the names of lines and notes of the old text; no id has such a character."""


def strangers(old: Resolution, new: Resolution, *, stages: Sequence[tuple[Kind, Resolution]] = ()) -> Redline:
    """Compare two finished texts.

    Args:
        stages: what became of the old text by rules, step by step; its ids are those of the old text.
    """
    before, after = _apart(printed(old)), printed(new)
    found = compare_printed(before, after, authorship=_rules(before, stages, after))
    return routine(replace(found, old=old.masthead, new=new.masthead))


@dataclass(frozen=True, slots=True)
class _Rules(Authorship):
    """What rules did to the old text; ``touched`` are the lines that they changed, and of no other need it be asked who did."""

    touched: frozenset[str] = frozenset()

    def struck(self, keys: Keys, old: Tokens) -> list[Kind | None]:
        return Authorship.struck(self, keys, old) if self.touched.intersection(keys) else [None] * len(old)

    def written(self, keys: Keys, old: Tokens, new: Tokens) -> list[Kind | None]:
        return Authorship.written(self, keys, old, new) if self.touched.intersection(keys) else [None] * len(new)


def _rules(old: Printed, stages: Sequence[tuple[Kind, Resolution]], new: Printed) -> _Rules:
    known = history(old, [(kind, _apart(printed(text))) for kind, text in stages], new)
    touched = {key for one in known.stages for key, runs in one.lines.items() if known.before.get(key) != runs}
    return _Rules(known.stages, known.before, frozenset(touched))


def own_name(key: str) -> str:
    """The name that a line or a note of the old text has in its own text."""
    return key.removeprefix(OLD)


def _apart(page: Printed) -> Printed:
    """A text whose lines and notes have names that no other text has; the lines of the masthead are known by theirs."""
    notes = tuple(replace(note, id=OLD + note.id) for note in page.notes)
    return Printed(tuple(_line(line) for line in page.lines), notes)


def _line(line: Line) -> Line:
    key = line.key if line.role in MASTHEAD else OLD + line.key
    return replace(line, key=key, runs=_runs(line.runs), cells=tuple(map(_runs, line.cells)))


def _runs(runs: Runs) -> Runs:
    return tuple(replace(run, note=OLD + run.note) if run.note else run for run in runs)
