"""Cutting literal text by characters whatever runs it is made of, and putting something in.

Example:
    >>> cut(parse("*Also* *requests* the"), 5, None)
    (Text('requests', italic=True), Text(' the'))
"""

from __future__ import annotations

from dataclasses import replace

from draftkit.inline import join
from draftkit.model import Content, Inline, Text


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


def put_in(content: Content, at: int, new: str | Inline) -> Content:
    """The content with a mark, or characters in the format of those before, put in at a place of its ``flat`` characters."""
    out: list[Inline] = []
    done = 0
    for piece in content:
        size = len(piece.text) if isinstance(piece, Text) else 1
        if done < at <= done + size:
            cut_at = at - done
            before = replace(piece, text=piece.text[:cut_at]) if isinstance(piece, Text) else piece
            added = (replace(piece, text=new) if isinstance(piece, Text) else Text(new)) if isinstance(new, str) else new
            after = (replace(piece, text=piece.text[cut_at:]),) if isinstance(piece, Text) else ()
            out += (before, added, *after)
        else:
            out.append(piece)
        done += size
    return join(out)
