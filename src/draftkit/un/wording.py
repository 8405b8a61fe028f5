"""Running text in whole tokens: words, citations, symbols, dates, hyphenated words and numbers are never cut (design, section 7).

A citation's date belongs to its number: its key has the number in front, so it is the same only where that is.

Example:
    >>> [text for text, _, _ in split("resolution 71/5 of 1 November 2016")]
    ['resolution', ' ', '71/5', ' of ', '1 November 2016']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.un.citations import NUMBER
from draftkit.un.dates import DATE
from draftkit.un.spelling import same
from draftkit.un.symbols import SYMBOL

_S = r"[ \u00a0]"
_CAPITALS = r"\b[A-Z][A-Z\d]{0,20}(?:[.\-\u2011][A-Z\d]{1,20}){0,8}"  # bounded: a word of a million letters takes no longer
_PART = r"[^\W_]{1,20}(?:[.\-\u2011][^\W_]{1,20}){0,8}"
_TOKEN = re.compile(
    rf"{SYMBOL}"
    rf"|(?<![\w/])(?P<number>{NUMBER})(?![\w/])(?:(?P<of>{_S}of{_S})(?P<date>{DATE}))?"
    rf"|{DATE}"
    rf"|{_CAPITALS}(?:/{_PART}){{1,12}}"  # other symbols: "FCCC/CP/2015/10/Add.1"
    r"|(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?(?![\w]|[\-\u2011][^\W\d_])"
    r"|[^\W_]+(?:[’'\-\u2011][^\W_]+)*(?:’s|’)?"
    r"|_{2,}|\s+|."
)
QUOTED = re.compile("“[^”]*”?")
"""What stands in quotation marks, to the end where they are not closed: the words of others, and titles."""
_TELLING = re.compile(r"\d|\w-\w|_")


def split(text: str) -> Iterator[tuple[str, str, bool]]:
    """Running text in whole tokens: text, key, and whether it is telling."""
    for match in _TOKEN.finditer(text):
        whole = match[0]
        if whole.isalpha() or whole == " ":  # most are: they need no closer look
            yield whole, whole, False
            continue
        for part, key in _parted(match):
            yield part, key, _TELLING.search(key) is not None


def _parted(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """A match as tokens, text and key: of "71/5 of 1 November 2016" the "of" and the date are keyed with the "71/5"."""
    key = ""
    for part in (match["number"], match["of"], match["date"]) if match["date"] else (match[0],):
        key += same(part)
        yield part, key
