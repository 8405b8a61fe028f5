"""Folders of clause files -> a ``Library``: the standard library, then a delegation's own, one over the other.

A later folder adds clauses, or puts its own in the place of one with the same id and version. What a file holds is told by its
lines ``id:`` and ``version:``; the file itself is read when its clause is asked for: a draft calls for five of some hundreds.

Example:
    >>> load([Path("our-clauses"), Path("package:our_clauses")]).get("report/request@2").place
    'our-clauses/operative/report-request@2.yaml:1'
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from draftkit.clauses.clause import Clause
from draftkit.clauses.clause_file import LARGEST, read
from draftkit.clauses.layer import Layer
from draftkit.clauses.library import Library
from draftkit.errors import ClauseError
from draftkit.resources import folder
from draftkit.tree import Section

STANDARD = "clause_library"
"""The folder of the standard library, and of a library inside a Python package."""

SUFFIX = ".yaml"
MOST = 5_000
"""Clause files in a folder."""

LARGEST_FOLDER = 20_000_000
"""Characters of all of them; the standard library has a million."""

_PACKAGE = re.compile(r"package:(?P<name>.*)", re.DOTALL)
_ID = re.compile(r"^id: ([a-z0-9/-]+)$", re.MULTILINE)
_VERSION = re.compile(r"^version: ([1-9][0-9]{0,3})$", re.MULTILINE)


def load(folders: Sequence[Path] = (), *, standard: bool = True, broken: list[ClauseError] | None = None) -> Library:
    """The clauses of the standard library (unless not ``standard``), then of each folder.

    Files that do not end in ".yaml", hidden files and linked folders are passed over. A clause is read when it is asked for, and
    a file that is no clause is refused then (``Library.get``, or going through them all).

    Args:
        folders: folders, or "package:NAME" for the one that an installed Python package brings; its code is not run.
        broken: takes the errors of files instead of raising them: what is wrong with one is no matter for the others.

    Raises:
        ClauseError: a folder that is not there, a file that cannot be read or lies outside of its folder, one id and version
            twice in a folder.
    """
    known: dict[str, Mapping[int, Clause]] = {}
    roots = (*([(folder(STANDARD), "")] if standard else ()), *((_found(root), _called(root)) for root in folders))
    for root, library in roots:
        for name, shelf in _shelves(root, library, Library(dict(known)), broken).items():
            known[name] = _Shelf({**_waiting(known.get(name, {})), **shelf})
    return Library(known)


def sound(folders: Sequence[Path] = ()) -> tuple[Library, list[ClauseError]]:
    """The clauses that can be read, every one of them read, and what is wrong with the others.

    A version that cannot be read leaves the other versions of its clause.

    Raises:
        ClauseError: a folder that is not there.
    """
    broken: list[ClauseError] = []
    known: dict[str, Mapping[int, Clause]] = {}
    for name, shelf in load(folders, broken=broken).clauses.items():
        read_ones: dict[int, Clause] = {}
        for version in shelf:
            try:
                read_ones[version] = shelf[version]
            except ClauseError as error:
                broken.append(error)
        if read_ones:
            known[name] = read_ones
    return Library(known), sorted(broken, key=lambda error: error.where)


def files_of(folders: Sequence[Path], *, standard: bool = True) -> list[Path]:
    """The files that ``load`` reads, for commands that must not write over one. Raises ``ClauseError`` as it does."""
    return [path for root in (*([folder(STANDARD)] if standard else ()), *folders) for path in _files(_found(root))]


class _Shelf(Mapping[int, Clause]):
    """The versions of a clause, each read when it is taken."""

    def __init__(self, waiting: Mapping[int, Callable[[], Clause]]) -> None:
        self._waiting = dict(waiting)
        self._read: dict[int, Clause] = {}

    def __getitem__(self, version: int) -> Clause:
        if version not in self._read:
            self._read[version] = self._waiting[version]()
        return self._read[version]

    def __contains__(self, version: object) -> bool:
        return version in self._waiting

    def __iter__(self) -> Iterator[int]:
        return iter(self._waiting)

    def __len__(self) -> int:
        return len(self._waiting)


def _waiting(shelf: Mapping[int, Clause]) -> dict[int, Callable[[], Clause]]:
    """The versions of a lower library, to stand beside those of a higher one."""
    return {version: lambda version=version: shelf[version] for version in shelf}  # type: ignore[misc]


def _shelves(
    root: Path, library: str, under: Library, broken: list[ClauseError] | None
) -> dict[str, dict[int, Callable[[], Clause]]]:
    """The clauses of a folder, still unread.

    ``library`` is what the folder is called where its clauses are shown, "" for the standard library; ``broken`` as for ``load``.
    """
    layer = Layer(library, under)
    for path in _files(root):
        try:
            source, where = _source(path, root), _shown(path, root)
            layer.add(_key(source) or _key_of(read(source, where, lambda _: _ANY)), source, where)
        except ClauseError as error:
            if broken is None:
                raise
            broken.append(error)
    return layer.shelves


_ANY = Clause("", 1, Section.OPERATIVE, "", "")
"""Stands for what a clause extends where only its id and version are wanted."""


def _key(source: str) -> tuple[str, int] | None:
    """Id and version as the lines of a file say them; ``None`` where they are written in another way, or more than once."""
    names, versions = _ID.findall(source), _VERSION.findall(source)
    return (names[0], int(versions[0])) if len(names) == len(versions) == 1 else None


def _key_of(clause: Clause) -> tuple[str, int]:
    return clause.id, clause.version


# --- The files -----------------------------------------------------------------------------------------------------


def _found(root: Path) -> Path:
    """The folder that is meant; of a package its "clause_library"."""
    package = _PACKAGE.fullmatch(str(root))
    if package:
        return _of_package(package["name"])
    if not root.is_dir():
        raise ClauseError("there is no such folder", str(root), "give the folder that holds the clause files")
    return root


def _called(root: Path) -> str:
    """The name of a library of one's own: that of its folder, however the folder is given, or of its package."""
    package = _PACKAGE.fullmatch(str(root))
    return package["name"] if package else root.resolve().name or str(root)


def _of_package(name: str) -> Path:
    """Where a package keeps its clauses; it is looked for and not imported, or its code would run."""
    from importlib.machinery import PathFinder

    found = PathFinder.find_spec(name) if name.isidentifier() else None
    for place in (found.submodule_search_locations or ()) if found else ():
        if (inside := Path(place) / STANDARD).is_dir():
            return inside
    where = f"package:{name[:60]}"
    raise ClauseError(f"no installed package of this name has a folder {STANDARD}", where, "install it, or give a folder")


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
        source = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ClauseError("the file is not UTF-8 text", where, "save it as UTF-8") from None
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "a link that leads to itself"
        raise ClauseError(f"the file cannot be read: {reason}", where, "check its permissions") from None
    if len(source) > LARGEST:
        raise ClauseError(f"more than {LARGEST:,} characters", where, "a file holds one clause")
    return source


def _shown(path: Path, root: Path) -> str:
    """How messages name a file: from its library's folder on, "clause_library/operative/report-request.yaml"."""
    shown = Path(root.name, path.relative_to(root)).as_posix()
    return "".join(sign if sign.isprintable() else "?" for sign in shown)  # line ends, escapes and bytes that are no character
