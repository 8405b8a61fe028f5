"""What the checks look through, and how a finding quotes it; what a place is called is ``draftkit.assemble.places``.

Example:
    >>> names(resolution)["reporting-all"], quoted("*Urges*  States")
    ('paragraph 10 (a) (reporting-all)', '"*Urges* States"')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.places import FORMULA, MASTHEAD, TITLE, names
from draftkit.model import Content, Resolution
from draftkit.tree import contents, texts, unread


def read_contents(resolution: Resolution) -> Iterator[tuple[str, Content]]:
    """Every content with the id of its block, as ``tree.contents``, without what could not be read: it has no form to check."""
    return _read(resolution, contents(resolution))


def read_texts(resolution: Resolution) -> Iterator[tuple[str, Content]]:
    """The same and the notes, as ``tree.texts``."""
    return _read(resolution, texts(resolution))


def _read(resolution: Resolution, found: Iterator[tuple[str, Content]]) -> Iterator[tuple[str, Content]]:
    unreadable = {block.id for block in unread(resolution)}
    return ((owner, content) for owner, content in found if owner not in unreadable)


LONGEST_QUOTE = 60
_BLANKS = re.compile(r"\s+")


def quoted(text: str) -> str:
    """Words of the text as a message shows them: on one line, in quotation marks, not too long."""
    line = _BLANKS.sub(" ", text).strip()
    return f'"{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"}"'


__all__ = ["FORMULA", "MASTHEAD", "TITLE", "names", "quoted", "read_contents", "read_texts", "texts"]
