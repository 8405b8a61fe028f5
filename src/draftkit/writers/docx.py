"""Word files: a finished text as a clean file, a redline with tracked changes.

Example:
    >>> data = write(resolution)                                   # the clean file
    >>> data = write_redline(redline, Authors(), datetime(2026, 10, 5))
"""

from __future__ import annotations

from datetime import UTC, datetime

from draftkit.compare.redline import Redline, unchanged
from draftkit.model import Masthead, Resolution
from draftkit.un.symbols import resolution_number
from draftkit.word.dates import instant
from draftkit.writers.authors import Authors
from draftkit.writers.package import Properties, package
from draftkit.writers.tracked import set_redline

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a file when none is given: the same text gives the same bytes."""


def write(resolution: Resolution, *, date: datetime = EPOCH, author: str = "") -> bytes:
    """A finished text as a clean Word file."""
    return _file(unchanged(resolution), Authors(), date, author, track=False)


def write_redline(redline: Redline, authors: Authors = Authors(), date: datetime = EPOCH) -> bytes:  # noqa: B008 - frozen
    """A redline as a Word file with tracked changes; the page is that of the new text."""
    return _file(redline, authors, date, authors.substantive, track=True)


def _file(redline: Redline, authors: Authors, date: datetime, author: str, *, track: bool) -> bytes:
    kinds = (kind_of(redline.old), kind_of(redline.new))
    body = set_redline(redline, authors, instant(date), kinds=kinds, numbers=not track)
    properties = Properties(redline.title, redline.new.symbol, author, date)
    return package(kinds[1], body.slots, body.footnotes, properties=properties, track=track, first_note=body.first_note)


def kind_of(head: Masthead) -> str:
    """Which template a text is set in: that of an adopted text or of a draft."""
    return "resolution" if head.adopted or resolution_number(head.symbol) else "l-document"
