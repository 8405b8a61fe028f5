"""A text as a draft that calls for its clauses (``assemble.calls``); the library is read once for all texts of a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.assemble.calls import with_calls
from draftkit.clauses.match import index
from draftkit.cli.clauses.shared import load_library

if TYPE_CHECKING:
    from draftkit.clauses.library import Library
    from draftkit.clauses.match import Index
    from draftkit.model import Resolution


def with_entries(resolution: Resolution, folders: tuple[Path, ...] = ()) -> Resolution:
    """The text with an entry for every paragraph that is a clause of the standard library or of ``folders``; ids stay."""
    return with_calls(resolution, *_library(folders))


@cache
def _library(folders: tuple[Path, ...]) -> tuple[Library, Index]:
    library = load_library(folders)
    return library, index(library.every())
