"""Tracked changes written into the Word file of the old text, the same way for every command.

Example:
    >>> redline_word_files("old.docx", "new.docx", Authors(), when, Intake()).untracked
    ()
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.readers import FORMATS, Intake, load_bytes
from draftkit.word.dates import instant
from draftkit.word.revisions import Mode

if TYPE_CHECKING:
    from draftkit.compare.redline import Redline
    from draftkit.tracking import Tracked
    from draftkit.writers.authors import Authors


def is_word(path: str) -> bool:
    """Whether a file is a Word file, by its name."""
    return FORMATS.get(Path(path).suffix.lower()) == "word"


def redline_word_files(old: str, new: str, authors: Authors, when: datetime, intake: Intake) -> Tracked:
    """Two Word files compared as they are, of whatever kind."""
    from draftkit.tracking import redline_files

    data = load_bytes(Path(old)), load_bytes(Path(new))
    return redline_files(*data, authors, instant(when), revisions=_mode(intake), names=(old, new))


def redline_texts(old: str, new: str, authors: Authors, when: datetime, intake: Intake) -> Tracked:
    """The Word file of a text, with the changes that make another text of it."""
    from draftkit.cli.finished import compared

    before, redline = compared(old, new, intake)
    return redline_in_place(redline, before.lines, old, authors, when, intake)


def redline_in_place(
    redline: Redline, places: Mapping[str, int], old: str, authors: Authors, when: datetime, intake: Intake
) -> Tracked:
    """A redline written into the Word file that its old text was read from; ``places`` are ``Reading.lines``."""
    from draftkit.tracking.texts import redline_text

    data = load_bytes(Path(old))
    return redline_text(data, redline, places, authors, instant(when), revisions=_mode(intake), name=old)


def _mode(intake: Intake) -> Mode | None:
    return Mode(intake.revisions) if intake.revisions else None
