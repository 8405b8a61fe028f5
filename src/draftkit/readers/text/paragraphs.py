"""From lines to whole paragraphs: wrapped lines are joined, and so is what a page break tore apart.

In: the lines of a body, its notes put aside. Out: chunks, each one printed paragraph, heading or table row.

Example:
    >>> [chunk.text for chunk in joined(chunks(lines, joiner), joiner)]
    ['The General Assembly,', 'Recalling its resolution 35/168 of 15 December 1980,']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from draftkit.readers.page import forms
from draftkit.readers.page.page import Chunk
from draftkit.readers.text.joining import Joiner, mended
from draftkit.readers.text.lines import Line, body_start

_LONG = 60
"""A text without a final sign that is no shorter than this, with a page's end after it, is no heading: it was torn."""

_WIDEST_PAGE = 130
"""Characters; lines that are longer were never wrapped."""

_TALLEST = 8
"""Lines; where most lines stand in groups that are taller, no blank lines part the paragraphs."""

_FULL = 0.72
"""A line is full if it has this share of a page's width: on a printed page letters differ in width."""


def is_flat(lines: Sequence[Line]) -> bool:
    """Whether every line of the body is a whole paragraph, so that none is wrapped and blank lines say nothing."""
    body = _body(lines)
    rows = sum(forms.is_row(line.bare) for line in body)
    return sum(len(line.bare) > _WIDEST_PAGE for line in body) * 8 > len(body) - rows


def _body(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines[body_start(lines) :] if line.bare]


def _full_width(lines: Sequence[Line]) -> int:
    """Characters that fill a line where only the lengths of lines show where paragraphs end; 0 where blank lines do."""
    body = lines[body_start(lines) :]
    groups = [sum(1 for _ in group) for filled, group in groupby(body, lambda line: bool(line.bare)) if filled]
    if sum(height for height in groups if height > _TALLEST) * 2 <= sum(groups):
        return 0
    lengths = sorted(len(line.bare) for line in body if line.bare)
    return int(lengths[len(lengths) * 3 // 4] * _FULL)


def chunks(lines: Sequence[Line], joiner: Joiner, *, flat: bool = False) -> list[Chunk]:
    """The chunks that blank lines, labels and the forms of lines part; a page break may still run through them."""
    out: list[Chunk] = []
    group: list[Line] = []
    width = 0 if flat else _full_width(lines)
    last = 0  # the number of the paragraph above
    in_body = not any(forms.is_formula(line.bare) for line in lines)

    def close() -> None:
        if group:
            text = mended(joiner.join(line.bare for line in group))
            out.append(Chunk(text, group[0].number, group[0].after_break, tuple(mended(line.bare) for line in group)))
            group.clear()

    for line in lines:
        if not line.bare:
            close()
        else:
            number = forms.number(forms.label(line.bare)[0])
            next_number = number is not None and number == last + 1 and bool(forms.lead(forms.label(line.bare)[1], "operative"))
            cut = in_body and (flat or next_number or _is_cut(line, group[-1:], width))
            if group and (cut or _begins(line, group[-1])):
                close()
            group.append(line)
            last = number if number is not None and (number == last + 1 or len(group) == 1) else last
            in_body = in_body or forms.is_formula(line.bare)
    close()
    return out


def _is_cut(line: Line, above: Sequence[Line], width: int) -> bool:
    """Whether the line above ended although the next word would have fitted: there a paragraph or a heading ends."""
    if not width or not above or (not line.bare[:1].strip("*“\"(").isupper() and not forms.label(line.bare)[0]):
        return False
    if forms.lead(line.bare, "preambular"):
        return True
    numeral = forms.is_roman(line.bare) or forms.is_part(line.bare)
    if forms.ends(above[0].bare) and (numeral or forms.lead(line.bare, "operative")):
        return True
    return len(above[0].bare) + 1 + len(line.bare.split(" ", 1)[0]) <= width


def _begins(line: Line, before: Line) -> bool:
    """Whether a line opens a paragraph of its own although no blank line parts it from the one before."""
    text, above = line.bare, before.bare
    if any(form(text) or form(above) for form in (forms.is_formula, forms.is_row, forms.is_meeting, forms.is_annex)):
        return True
    if forms.title_number(text)[0] or text.startswith("#") or forms.is_bold(above):
        return True
    if not forms.ends(above):
        return False
    if forms.label(text)[0]:
        return not forms.is_low(forms.label(text)[0])
    if forms.ending(above) in ";:." and forms.lead(text, "operative"):
        return True
    return bool(forms.lead(text, "preambular")) or (line.indented and forms.ending(above) in ";:.")


def own_chunks(lines: Iterable[Line]) -> list[Chunk]:
    """The chunks of draftkit's own text: every line is one; a row keeps its blanks, which show its empty cells."""
    return [
        Chunk(line.text if forms.is_row(line.text) else line.text.strip(" "), line.number, False, (line.bare,))
        for line in lines
        if line.bare
    ]


def joined(parts: Sequence[Chunk], joiner: Joiner) -> list[Chunk]:
    """The chunks with each that runs on over a page made whole; what stands before the body is left as it is."""
    start = next((at for at, chunk in enumerate(parts) if forms.is_formula(chunk.text)), None)
    if start is None:
        start = -1 if not parts or not forms.title_number(parts[0].text)[0] else 0
    torn: list[list[Chunk]] = []
    numbered = False
    for chunk in parts[start + 1 :]:
        if torn and _runs_on(torn[-1], chunk, numbered):
            torn[-1].append(chunk)
            continue
        torn.append([chunk])
        printed = forms.label(chunk.text)[0]
        numbered = forms.number(printed) is not None or (numbered and bool(printed))
    return [*parts[: start + 1], *(_whole(pieces, joiner) for pieces in torn)]


def _whole(pieces: Sequence[Chunk], joiner: Joiner) -> Chunk:
    if len(pieces) == 1:
        return pieces[0]
    text = mended(joiner.join(piece.text for piece in pieces))
    return replace(pieces[0], text=text, lines=tuple(line for piece in pieces for line in piece.lines))


def _runs_on(before: Sequence[Chunk], chunk: Chunk, numbered: bool) -> bool:
    """Whether ``chunk`` goes on with the paragraph ``before``; ``numbered`` if that is one of the operative part."""
    first, last = before[0].text, before[-1].text
    text = chunk.text.lstrip("*“\"‘(")
    if not text or forms.stands_alone(chunk.text) or forms.stands_alone(last):
        return False
    sign = forms.ending(last)
    if forms.label(chunk.text)[0] and not (sign == "x" and _is_small(chunk.text)):
        return False
    if _is_small(text):
        return sign in "x," or (sign in ";." and chunk.after_break)
    if sign == "x":
        if forms.lead(text, "preambular"):
            return False
        return _opens(first) or (chunk.after_break and len(last) >= _LONG)
    return sign == "," and numbered


def _opens(text: str) -> bool:
    """Whether a text begins as a paragraph does, and so is no heading."""
    return bool(forms.label(text)[0] or forms.lead(text, "preambular") or forms.lead(text, "operative"))


def _is_small(text: str) -> bool:
    """Whether a text goes on in small letters, past a label that it may seem to have ("(a) above")."""
    rest = forms.label(text)[1]
    return rest[:1].islower()
