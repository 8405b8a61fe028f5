"""The texts of a slate as work: where each prior and draft lies from here, settled before the first is read.

Example:
    >>> jobs = jobs_of(slate, "weeks/sixth.yaml")
    >>> jobs[0].place, jobs[0].prior, jobs[0].draft
    ('weeks/sixth.yaml:4', 'weeks/priors/A_RES_79_124.xml', 'weeks/sixth/A_RES_79_124.yaml')
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from draftkit.errors import DraftkitError, placed
from draftkit.readers.slate import Entry, Slate


@dataclass(frozen=True, slots=True)
class Job:
    """A text of the slate, where that stands, and where its prior and its draft lie from here."""

    entry: Entry
    place: str
    prior: str
    draft: str


def jobs_of(slate: Slate, path: str) -> list[Job]:
    """The work in the order of the slate, which lies at ``path``."""
    beside = Path(path).parent
    drafts = beside / slate.folder
    if drafts.exists() and not drafts.is_dir():
        raise DraftkitError(f'"{drafts}" is no folder', path, 'name another "folder:" for the drafts')
    return [
        Job(entry, placed(path, entry.line), str(beside / entry.prior), str(drafts / entry.draft)) for entry in slate.entries
    ]


def require_places(jobs: Sequence[Job], path: str, others: Mapping[str, str]) -> None:
    """Raise if a draft would be written over an input or out of the slate's folder, or where something else is written.

    Args:
        path: the slate.
        others: what else is written, by its file: {"changes.json": "the list of changes"}; "" and "-" are no files.
    """
    root = os.path.realpath(Path(path).parent)
    inputs = {_file(each) for each in (path, *(job.prior for job in jobs))}
    written = {_file(target): what for target, what in others.items() if target not in ("", "-")}
    for job in jobs:
        file = _file(job.draft)
        if file in inputs:
            raise DraftkitError(f'the draft "{job.draft}" would be written over an input', job.place, 'give it another "draft:"')
        if file in written:
            raise DraftkitError(f"the draft and {written[file]} need two files", job.place, "give one of them another name")
        if not Path(os.path.realpath(job.draft)).is_relative_to(root):  # by a link
            raise DraftkitError(f'"{job.draft}" leads out of the folder of the slate', job.place, "name a place in it")


def _file(path: str) -> str:
    """A file as it is told from others: names count as the same whatever their case, as on Windows."""
    return os.path.realpath(path).casefold()
