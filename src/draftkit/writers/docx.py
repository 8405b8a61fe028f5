"""Word files: a finished text as a clean file, a redline with tracked changes.

Example:
    >>> data = write(resolution)                                   # the clean file
    >>> data = write_redline(redline, Authors(), datetime(2026, 10, 5))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from draftkit.compare.redline import Redline, unchanged
from draftkit.model import Masthead, Resolution
from draftkit.un.symbols import resolution_number
from draftkit.word.dates import instant
from draftkit.writers.authors import Authors
from draftkit.writers.look import SHIPPED, Look
from draftkit.writers.package import Properties, package
from draftkit.writers.tracked import set_redline

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a file when none is given: the same text gives the same bytes."""

SHORT = 58
"""Characters of the title of an agenda item that stands on one line, beyond the edge at which longer ones break."""

_TITLE = '<w:pStyle w:val="AgendaTitleH2"/>'
_SHORT_TITLE = f'{_TITLE}<w:ind w:left="0" w:right="4080"/>'
_KEPT = "<w:keepNext/>"
_CLOSING = '<w:p><w:pPr><w:pStyle w:val="Meeting"/>'
_STYLED = re.compile(r'\A<w:p><w:pPr><w:pStyle w:val="[^"]*"/>')
_TEXT = re.compile(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<")


def write(resolution: Resolution, *, date: datetime = EPOCH, author: str = "", look: Look = SHIPPED) -> bytes:
    """A finished text as a clean Word file."""
    return _file(unchanged(resolution), Authors(), date, author, look, track=False)


def write_redline(
    redline: Redline,
    authors: Authors = Authors(),  # noqa: B008 - frozen
    date: datetime = EPOCH,
    *,
    look: Look = SHIPPED,
) -> bytes:
    """A redline as a Word file with tracked changes; the page is that of the new text.

    The author of the file is the drafter where a name was given, and nobody where changes have the names of their kinds.
    """
    author = "" if authors == Authors() else authors.substantive
    return _file(redline, authors, date, author, look, track=True)


def _file(redline: Redline, authors: Authors, date: datetime, author: str, look: Look, *, track: bool) -> bytes:
    kinds = (kind_of(redline.old), kind_of(redline.new))
    body = set_redline(redline, authors, instant(date), kinds=kinds, numbers=not track)
    slots = body.slots | {"agenda": [_on_one_line(line) for line in body.slots.get("agenda", ())]}
    slots["body"] = _with_closing(slots.get("body", ()))
    properties = Properties(redline.title, redline.new.symbol, author, date)
    return package(
        kinds[1], slots, body.footnotes, properties=properties, track=track, first_note=body.first_note, look=look
    )


def _on_one_line(paragraph: str) -> str:
    """A short title of an agenda item runs on to the right of where longer ones break, as in official texts."""
    if len("".join(_TEXT.findall(paragraph))) > SHORT or _KEPT in paragraph:
        return paragraph
    return paragraph.replace(_TITLE, _SHORT_TITLE, 1)


def _with_closing(paragraphs: Sequence[str]) -> list[str]:
    """The body; the closing lines are not left alone on a page, and keep the end of the text with them."""
    out: list[str] = []
    for paragraph in paragraphs:
        if paragraph.startswith(_CLOSING) and out and _KEPT not in out[-1]:
            out[-1] = _STYLED.sub(rf"\g<0>{_KEPT}", out[-1], count=1)
        out.append(paragraph)
    return out


def kind_of(head: Masthead) -> str:
    """Which template a text is set in: that of an adopted text or of a draft."""
    return "resolution" if head.adopted or resolution_number(head.symbol) else "l-document"
