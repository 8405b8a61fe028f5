"""Characters that steer what shows a text, a terminal or a page, and are no part of what it says: taken out where text is shown.

Control characters (ISO 6429) move the cursor, change colours and titles; line and paragraph separators break a line; embeddings,
overrides and isolates (Unicode Standard Annex 9) show other words than stand there. Line feeds and tabs stay.

Example:
    >>> plain("Safety\\x1b[31m of\\u202e cables")
    'Safety [31m of  cables'
"""

from __future__ import annotations

STEERING = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " "
)
"""What stands for each of them, for ``str.translate``."""


def plain(text: str) -> str:
    """The text with a blank for each of them."""
    return text.translate(STEERING)


def visible(text: str, instead: str = " ") -> str:
    """The text for one line of a terminal: ``instead`` for whatever is no letter, sign or blank, line ends and tabs too."""
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else instead for sign in text)


def escaped(json: str) -> str:
    """JSON that says the same with an escape for each of them (RFC 8259, 7)."""
    return json.translate({sign: f"\\u{sign:04x}" for sign in STEERING})
