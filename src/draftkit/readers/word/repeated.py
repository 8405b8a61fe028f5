"""Callouts that repeat one (un-rules E3): raised numbers that a person typed, because Word has no second callout of a note.

In: the pieces of a paragraph, and what each note is called by. Out: the same, each such number as a callout.

Example:
    >>> with_repeated((Text("the report,"), Text("3", superscript=True)), ("1", "2", "3"), {"3": 2})
    (Text('the report,'), Callout('2'))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from draftkit import inline
from draftkit.model import Callout, Content, Inline, Text

_NUMBERS = re.compile(r"\s*\d{1,3}(?:\s*[,\u2013-]\s*\d{1,3})*\s*")
_BASE = re.compile(r"(?<![\w/])(?:10|[cdkm]?m|s|kg|ha|ft|in|mi)\Z")
"""What a raised number after it is a power of: "10", "km"; not the end of "77/108"."""


def with_repeated(pieces: Iterable[Inline], keys: Sequence[str], known: dict[str, int]) -> Content:
    """The pieces with their repeated callouts.

    Args:
        keys: what the note of each place is called by.
        known: the place of the last note called by each key so far; the callouts of the pieces are added.
    """
    out: list[Inline] = []
    for piece in pieces:
        if isinstance(piece, Callout):
            known[keys[int(piece.note)]] = int(piece.note)
        before = out[-1] if out else None
        if isinstance(piece, Text) and piece.superscript and _calls_again(piece.text, before, known):
            parts = re.split(r"(\d+)", piece.text)
            out += [Callout(str(known[part])) if at % 2 else replace(piece, text=part) for at, part in enumerate(parts)]
        else:
            out.append(piece)
    return inline.join(out)


def _calls_again(raised: str, before: Inline | None, known: dict[str, int]) -> bool:
    """Whether what is raised are numbers of notes already called, and not the power of what stands before."""
    if not _NUMBERS.fullmatch(raised) or any(number not in known for number in re.findall(r"\d+", raised)):
        return False
    return not (isinstance(before, Text) and _BASE.search(before.text[-12:]))
