"""The clauses that are at hand: the standard library, with a delegation's own folders over it.

Folders in, a ``Library`` out. A later folder adds clauses, or puts its own in the place of one with the same id and
version.

Example:
    >>> library = load([Path("our-clauses")])
    >>> library.get("report/request").title, library.search("report")[0].id
    ('Request for a report of the Secretary-General', 'report/request')
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from draftkit.clauses.clause import Clause
from draftkit.clauses.clause_file import LARGEST, read
from draftkit.clauses.fill import instantiate
from draftkit.errors import ClauseError
from draftkit.model import Paragraph
from draftkit.resources import folder
from draftkit.tree import Section

SUFFIX = ".yaml"
MOST = 5_000
"""Clause files in a folder."""

_REFERENCE = re.compile(r"(?P<id>[^@\s]+)(?:@(?P<version>[0-9]{1,4}))?")
_ORDER = (Section.PREAMBLE, Section.OPERATIVE)


@dataclass(frozen=True, slots=True)
class Library:
    """Clauses by id and version."""

    clauses: Mapping[str, Mapping[int, Clause]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Clause]:
        """The highest version of every clause: the preamble first, then by id."""
        latest = [versions[max(versions)] for versions in self.clauses.values()]
        return iter(sorted(latest, key=lambda clause: (_ORDER.index(clause.part), clause.id)))

    def every(self) -> Iterator[Clause]:
        """Every version of every clause, in the same order."""
        for clause in self:
            versions = self.clauses[clause.id]
            yield from (versions[number] for number in sorted(versions))

    def get(self, reference: str) -> Clause:
        """The clause that "report/request@1" names; without "@1" its highest version.

        Raises:
            ClauseError: there is none; the error offers those with a like name.
        """
        match = _REFERENCE.fullmatch(reference)
        if not match:
            raise ClauseError(f'"{reference[:60]}" names no clause', remedy="write its id, for instance report/request@1")
        versions = self.clauses.get(match["id"])
        if not versions:
            near = difflib.get_close_matches(match["id"][:60], self.clauses, n=3, cutoff=0.5)
            remedy = f"did you mean {' or '.join(near)}?" if near else "draftkit clause list shows them all"
            raise ClauseError(f'there is no clause "{match["id"][:60]}"', remedy=remedy)
        version = int(match["version"]) if match["version"] else max(versions)
        if version not in versions:
            known = ", ".join(str(number) for number in sorted(versions))
            raise ClauseError(f"{match['id']} has no version {version}", remedy=f"it has {known}")
        return versions[version]

    def search(self, words: str) -> tuple[Clause, ...]:
        """The clauses in which every word occurs, the best first (``draftkit.clauses.search``); none without words."""
        from draftkit.clauses.search import Asked, search

        return search(self, Asked(words)) if words.strip() else ()


def paragraph_of(
    library: Library,
    reference: str,
    name: str,
    values: Mapping[str, str],
    *,
    next_session: int | None,
    alternate: str = "",
) -> Paragraph:
    """The paragraph that the clause ``reference`` gives with ``values``, subparagraphs and all; ``name`` is its id.

    Raises:
        ClauseError: there is no such clause, or it cannot be filled (``draftkit.clauses.fill``).
    """
    return instantiate(library.get(reference), name, values, next_session=next_session, alternate=alternate)


# --- Reading -------------------------------------------------------------------------------------------------------


def load(folders: Sequence[Path] = (), *, standard: bool = True) -> Library:
    """The clauses of the standard library (unless not ``standard``), then of each folder.

    Files that do not end in ".yaml", hidden files and linked folders are passed over.

    Raises:
        ClauseError: a folder that is not there, a file that is no clause or lies outside of its folder, one id and
            version twice in a folder.
    """
    found: dict[str, dict[int, Clause]] = {}
    for root in (*([folder("clause_library")] if standard else ()), *folders):
        for clause in _read_folder(root, Library(found)).values():
            found.setdefault(clause.id, {})[clause.version] = clause
    return Library(found)


def _read_folder(root: Path, under: Library) -> dict[str, Clause]:
    """The clauses of a folder by reference; one that extends another looks for it in the libraries under it."""
    if not root.is_dir():
        raise ClauseError("there is no such folder", str(root), "give the folder that holds the clause files")
    read_so_far: dict[str, Clause] = {}
    for path in _files(root):
        clause = read(_source(path, root), _shown(path, root), under.get)
        if clause.reference in read_so_far:
            other = read_so_far[clause.reference].place
            raise ClauseError(f"{clause.reference} stands twice, also at {other}", clause.place, "raise the version of one")
        read_so_far[clause.reference] = clause
    return read_so_far


def _files(root: Path) -> list[Path]:
    """The clause files under a folder, in a fixed order; linked folders are not entered."""
    found: list[Path] = []
    for place, inner, files in os.walk(root, followlinks=False):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        found += [Path(place, name) for name in sorted(files) if name.endswith(SUFFIX) and not name.startswith(".")]
        if len(found) > MOST:
            raise ClauseError(f"more than {MOST:,} clause files", str(root), "give the folder of the clauses alone")
    return found


def _source(path: Path, root: Path) -> str:
    where = _shown(path, root)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            raise ClauseError("the file is a link to outside of the library", where, "put the clause itself there")
        if not path.is_file():
            raise ClauseError("this is no file", where, "take it away")
        if path.stat().st_size > 4 * LARGEST:  # a character takes four bytes at most
            raise ClauseError("the file is too large for a clause", where, "a file holds one clause")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ClauseError("the file is not UTF-8 text", where, "save it as UTF-8") from None
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "a link that leads to itself"
        raise ClauseError(f"the file cannot be read: {reason}", where, "check its permissions") from None


def _shown(path: Path, root: Path) -> str:
    """How messages name a file: from its library's folder on, "clause_library/operative/report-request.yaml"."""
    return Path(root.name, path.relative_to(root)).as_posix()
