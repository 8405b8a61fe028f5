"""Word files: a finished text as a clean file, a redline with tracked changes.

Example:
    >>> data = write(resolution)                                   # the clean file
    >>> data = write_redline(redline, prior, draft, Authors(), datetime(2026, 10, 5))
"""

from __future__ import annotations

from datetime import UTC, datetime

from draftkit import inline
from draftkit.assemble.printed import printed
from draftkit.compare.redline import Redline, unchanged
from draftkit.model import Resolution
from draftkit.writers.package import Properties, package
from draftkit.writers.tracked import Authors, set_redline

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a clean file when none is given: the same text gives the same bytes."""


def write(resolution: Resolution, *, date: datetime = EPOCH, author: str = "") -> bytes:
    """A finished text as a clean Word file."""
    kind = kind_of(resolution)
    body = set_redline(unchanged(printed(resolution)), Authors(), _instant(date), kinds=(kind, kind))
    return package(kind, body.slots, body.footnotes, properties=_properties(resolution, author, date))


def write_redline(redline: Redline, old: Resolution, new: Resolution, authors: Authors, date: datetime) -> bytes:
    """A redline as a Word file with tracked changes; the page is that of the new text."""
    kinds = (kind_of(old), kind_of(new))
    body = set_redline(redline, authors, _instant(date), kinds=kinds)
    properties = _properties(new, authors.substantive, date)
    return package(kinds[1], body.slots, body.footnotes, properties=properties, track=True)


def kind_of(resolution: Resolution) -> str:
    """Which template a text is set in: an adopted text or a draft."""
    return "resolution" if resolution.masthead.adopted else "l-document"


def _properties(resolution: Resolution, author: str, date: datetime) -> Properties:
    return Properties(inline.plain(resolution.title), resolution.masthead.symbol, author, date)


def _instant(date: datetime) -> str:
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")
