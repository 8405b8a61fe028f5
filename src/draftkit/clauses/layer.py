"""The clauses of one folder, each read when it is asked for; one may extend another of it, or of the libraries under it.

"extends: report/request@2" means the clause of the same folder, if there is one, and else that of the libraries under it. Where
report/request@1 extends report/request@1, the one under it is meant. Without a version it is the highest that there is; for the
clause's own id the highest under the folder, or if there is none, the highest of the folder below its own.

Example:
    >>> layer = Layer("ours", standard)
    >>> layer.add(("report/request", 2), "id: report/request\\nversion: 2\\nextends: report/request@1\\n", "ours/request.yaml")
    >>> layer.shelves["report/request"][2]().extends
    'report/request@1'
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from draftkit.clauses.clause import Clause
from draftkit.clauses.clause_file import read
from draftkit.clauses.library import Library
from draftkit.errors import ClauseError

Key = tuple[str, int]
"""Id and version."""

DEEPEST = 20
"""Clauses of a folder that extend one another in a row."""


@dataclass(slots=True)
class Layer:
    """The clauses of a folder over those ``under`` it; ``name`` is what the folder is called, "" for the standard library."""

    name: str
    under: Library
    shelves: dict[str, dict[int, Callable[[], Clause]]] = field(default_factory=dict)
    _files: dict[Key, tuple[str, str]] = field(default_factory=dict)
    _read: dict[Key, Clause | ClauseError] = field(default_factory=dict)
    _steps: dict[Key, int] = field(default_factory=dict)
    """Down how many clauses of the folder one that is read goes; the same in whichever order they are read."""

    def add(self, key: Key, source: str, where: str) -> None:
        """Take up the text of a file, unread; ``where`` names the file.

        Raises:
            ClauseError: the folder has the clause already.
        """
        if key in self._files:
            what = f"{_named(key)} stands twice, also at {self._files[key][1]}"
            raise ClauseError(what, where, "raise the version of one")
        self._files[key] = source, where
        self.shelves.setdefault(key[0], {})[key[1]] = lambda: self._take(key, ())

    def _take(self, key: Key, over: tuple[Key, ...]) -> Clause:
        """A clause, read once; ``over`` are those that extend it, the first one first."""
        if key in over:
            raise _loop((*over[over.index(key) :], key))
        if key not in self._read and len(over) < DEEPEST:
            try:
                self._read[key] = self._clause(key, over)
            except ClauseError as error:
                if over:  # seen from another clause, what is wrong may be another thing
                    raise
                self._read[key] = error
        if len(over) + self._steps.get(key, 0) >= DEEPEST:
            raise ClauseError(f"{_ROW} more than {DEEPEST} clauses", remedy="extend one that says more itself")
        found = self._read[key]
        if isinstance(found, ClauseError):
            raise found
        return found

    def _clause(self, key: Key, over: tuple[Key, ...]) -> Clause:
        source, where = self._files[key]
        clause = read(source, where, lambda reference: self._extended(reference, key, over))
        if (clause.id, clause.version) != key:
            raise ClauseError(f"the file says that it is {_named(key)} and {clause.reference}", where, "say it once")
        return replace(clause, library=self.name)

    def _extended(self, reference: str, own: Key, over: tuple[Key, ...]) -> Clause:
        """What a clause extends: ``reference`` as the clause ``own`` means it."""
        beside = self._beside(reference, own)
        if beside is None:
            return self._from_under(reference, own)
        try:
            base = self._take(beside, (*over, own))
        except ClauseError as error:
            if error.what.startswith((_LOOP, _ROW, _UNREAD)):
                raise
            raise ClauseError(f"{_UNREAD}: {error.where}: {error.what}", remedy=error.remedy) from None
        self._steps[own] = self._steps.get(beside, 0) + 1
        return base

    def _from_under(self, reference: str, own: Key) -> Clause:
        name, _, version = reference.partition("@")
        there = self.under.clauses.get(name, {})
        here = self.shelves.get(name, {})
        if version and int(version) not in there and here:
            if reference == _named(own):
                raise _loop((own, own))
            known = ", ".join(map(str, sorted({*there, *here})))
            raise ClauseError(f"{name} has no version {version}", remedy=f"it has {known}")
        if not version and not there and name == own[0]:
            raise ClauseError(f"there is no {name} before version {own[1]}", remedy="write the whole clause")
        return self.under.get(reference)

    def _beside(self, reference: str, own: Key) -> Key | None:
        """The clause of this folder that is meant; ``None`` if it is one of the libraries under it, or none at all."""
        name, _, version = reference.partition("@")
        known = self.under.clauses.get(name, {})
        here = [number for number in self.shelves.get(name, {}) if (name, number) != own]
        if version:
            return (name, int(version)) if int(version) in here else None
        if name == own[0]:
            here = [] if known else [number for number in here if number < own[1]]
        highest = max(here, default=0)
        return (name, highest) if highest and highest >= max(known, default=0) else None


_LOOP = "it extends itself: "
_ROW = "it extends, one over the other,"
_UNREAD = "what it extends cannot be read"


def _loop(keys: tuple[Key, ...]) -> ClauseError:
    return ClauseError(_LOOP + " -> ".join(map(_named, keys)), remedy="let one of them say all itself")


def _named(key: Key) -> str:
    return f"{key[0]}@{key[1]}"
