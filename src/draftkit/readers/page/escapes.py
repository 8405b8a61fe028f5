r"""Characters that would be taken for marks, rows or lists, put behind a backslash.

In: characters of a source that says its formats otherwise than by marks. Out: the same for a chunk's text, which ``marks``
reads back.

Example:
    >>> escaped("2*3 | x^2"), escaped_start("- a dash")
    ('2\\*3 \\| x\\^2', '\\- a dash')
"""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\*^|]")
_STARTS = re.compile(r"#|[-+] ")
"""What a Markdown heading or list begins with."""


def escaped(text: str) -> str:
    """Characters that are no marks."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escaped_start(text: str) -> str:
    """The text of a chunk that begins neither a heading nor a list."""
    return f"\\{text}" if _STARTS.match(text) else text
