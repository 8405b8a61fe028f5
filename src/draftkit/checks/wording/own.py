"""The words that a text says itself: not those in quotation marks, which are titles and the words of others.

Example:
    >>> [match[0] for match in own("the percent of “one percent”", re.compile("percent"))]
    ['percent']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.un.wording import QUOTED


def own(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What the pattern finds outside quotation marks."""
    found = list(pattern.finditer(text))
    if not found or "“" not in text:
        yield from found
        return
    quotes = [quote.span() for quote in QUOTED.finditer(text)]
    at = 0
    for match in found:
        while at < len(quotes) and quotes[at][1] <= match.start():
            at += 1
        if at == len(quotes) or match.end() <= quotes[at][0]:
            yield match
