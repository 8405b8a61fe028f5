"""The numbers of notes that pdftotext puts in a stack before the notes' texts, put back before their own.

In: the lines of a text without its running heads and feet. Out: the same lines, each number before its text, where N numbers
that count up stand together below a rule and exactly N texts follow that end with a full stop (un-rules E6); else as they
were: a note that is then left without a text is a finding of the reader.

Example:
    >>> [line.bare for line in undo_stacks(clean_lines("_____\\n6\\n7\\n\\nA/81/4.\\nA/81/5.\\n\\n"))]
    ['_____', '6', 'A/81/4.', '7', 'A/81/5.', '', '']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from draftkit.readers.page import forms
from draftkit.readers.text.lines import Line, is_rule
from draftkit.readers.text.notes import is_complete, is_opening

_NUMBER = re.compile(r"[1-9]\d{0,2}")


def undo_stacks(lines: Sequence[Line]) -> list[Line]:
    """The lines with the stacked numbers of notes before their texts."""
    out: list[Line] = []
    at = 0
    below = False  # below a rule, and no paragraph of the body since
    while at < len(lines):
        bare = lines[at].bare
        below = is_rule(bare) or (below and not _is_body(bare))
        numbers, start = _stack(lines, at) if below and _NUMBER.fullmatch(bare) else ([], at)
        placed = _texts(lines, start, len(numbers)) if len(numbers) > 1 else None
        if placed is None:
            kept = max(start, at + 1)
            out += lines[at:kept]
            at = kept
        else:
            texts, at = placed
            out += [line for number, text in zip(numbers, texts, strict=True) for line in (number, *text)]
    return out


def _stack(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The numbers that stand together from a place on, each one higher than the last, and the place after them."""
    numbers = [lines[at]]
    end = at + 1
    for place in range(at + 1, len(lines)):
        bare = lines[place].bare
        if bare and not (_NUMBER.fullmatch(bare) and int(bare) == int(numbers[-1].bare) + 1):
            break
        if bare:
            numbers.append(lines[place])
            end = place + 1
    return numbers, end


def _texts(lines: Sequence[Line], start: int, wanted: int) -> tuple[list[list[Line]], int] | None:
    """As many texts as there are numbers and the place after them: lines that end with a full stop, or paragraphs.

    ``None`` if neither are as many, or if both are but part in other places.
    """
    by_line, by_paragraph = (_ended(lines, start, wanted, by_line=by_line) for by_line in (True, False))
    return by_line or by_paragraph if not by_line or not by_paragraph or by_line == by_paragraph else None


def _ended(lines: Sequence[Line], start: int, wanted: int, *, by_line: bool) -> tuple[list[list[Line]], int] | None:
    texts: list[list[Line]] = [[]]
    end = start
    for place in range(start, len(lines)):
        bare = lines[place].bare
        whole = len(texts) > wanted and not texts[-1]
        begins = not texts[-1] or not lines[place - 1].bare
        if (whole and not bare) or (bare and (_ends_notes(bare) or (begins and _is_body(bare)))):
            break
        if bare:
            texts[-1].append(lines[place])
            end = place + 1
            last = end == len(lines) or not lines[end].bare or _ends_notes(lines[end].bare)
            if is_complete(bare) and (by_line or last):
                texts.append([])
    return (texts[:-1], end) if not texts[-1] and len(texts) == wanted + 1 else None


def _ends_notes(bare: str) -> bool:
    """Whether a line is no part of a note's text: a number, a rule, the end of a paragraph of the body."""
    return bool(_NUMBER.fullmatch(bare)) or is_rule(bare) or bare.endswith((";", ":"))


def _is_body(bare: str) -> bool:
    """Whether a paragraph of the body, or the rest of one, begins so."""
    return bare[:1].islower() or is_opening(bare) or bool(forms.lead(bare, "operative")) or forms.stands_alone(bare)
