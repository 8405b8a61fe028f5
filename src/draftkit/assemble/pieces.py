"""Cutting literal text by characters whatever runs it is made of.

Example:
    >>> cut(parse("*Also* *requests* the"), 5, None)
    (Text('requests', italic=True), Text(' the'))
"""

from __future__ import annotations

from dataclasses import replace

from draftkit.inline import join
from draftkit.model import Content, Text


def cut(content: Content, start: int, stop: int | None) -> Content:
    """The characters from ``start`` to ``stop`` (``None``: to the end) in their formats; references and callouts are left out."""
    out: list[Text] = []
    at = 0
    for piece in content:
        if not isinstance(piece, Text):
            continue
        end = at + len(piece.text)
        low, high = max(start, at), end if stop is None else min(stop, end)
        if low < high:
            out.append(replace(piece, text=piece.text[low - at : high - at]))
        at = end
    return join(out)
