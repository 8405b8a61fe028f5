"""One spelling for what changes from year to year without meaning: blanks and hyphens (un-rules I10).

Example:
    >>> folded("resolution\\u00a077/108  of\\n7 December")
    'resolution 77/108 of 7 December'
"""

from __future__ import annotations

_SAME = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u202f": " "})


def same(text: str) -> str:
    """The text with ordinary blanks and hyphens; as many characters as before."""
    return text.translate(_SAME)


def folded(text: str) -> str:
    """The same, and one blank wherever there are several."""
    return " ".join(same(text).split())
