"""Which titles in a note are in italics: those of the Treaty Series and of the Official Records, and no more (un-rules E6).

Example:
    >>> [what for _, what, _ in unlike_titles(content, "United Nations, Treaty Series, vol. 2187, No. 38544.")]
    [' in roman']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.model import Content, Text

_SERIES = re.compile(r"(?:United Nations|League of Nations|UN)?,? ?(?P<title>Treaty Series)(?P<rest>.{0,120})", re.DOTALL)
_UNTS = re.compile(r"\bUNTS\b|\bU\.N\.T\.S\.")
_PLACE = re.compile(
    r",[ \u00a0](?:vol\.[ \u00a0](?:\d+|[IVXLC]+)(?![ \u00a0]?[,\d][ \u00a0]?\d)"
    r"(?:,?[ \u00a0](?:Nos?\.|pp?\.|and|annex|chap\.|A-)|[.,;)]|$)"
    r"|vols\.[ \u00a0]\d+(?:(?:,| and|[-\u2013]| to)[ \u00a0]?\d+)*,?[ \u00a0](?:Nos?\.|pp?\.))"
)
_RECORDS = re.compile(r"(?P<title>Official Records of the (?:General Assembly|Economic and Social Council))\b")
_FORM = 'write "United Nations, *Treaty Series*, vol. 2187, No. 38544."'


def unlike_titles(content: Content, text: str) -> Iterator[tuple[str, str, str]]:
    """Words of titles in another form than notes have: the words, what they are, what to do about them."""
    for match in _UNTS.finditer(text):
        yield match[0], "", _FORM
    if "Treaty Series" in text:
        for match in _SERIES.finditer(text):
            if not _PLACE.match(match["rest"]):
                yield (match["title"] + match["rest"][:30]).strip(), "", _FORM
            if not _italic(content, *match.span("title")):
                yield match["title"], " in roman", "write *Treaty Series* in italics"
    if "Official Records" in text:
        for match in _RECORDS.finditer(text):
            if not _italic(content, *match.span("title")):
                yield match["title"], " in roman", "write the title in italics, up to the number of the supplement"


def _italic(content: Content, start: int, end: int) -> bool:
    """Whether all letters between two places are in italics."""
    at = 0
    for piece in content:
        after = at + (len(piece.text) if isinstance(piece, Text) else 1)
        if isinstance(piece, Text) and not piece.italic:
            low, high = max(start, at), min(end, after)
            if low < high and piece.text[low - at : high - at].strip(" ,"):
                return False
        at = after
    return True
