"""From lines to whole paragraphs: wrapped lines are joined, and so is what a page break tore apart.

In: the lines of a body, its notes put aside. Out: chunks, each one printed paragraph, heading or table row.

Example:
    >>> [chunk.text for chunk in joined(chunks(lines, joiner), joiner)]
    ['The General Assembly,', 'Recalling its resolution 35/168 of 15 December 1980,']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from draftkit.readers.plain import forms
from draftkit.readers.plain.lines import Joiner, Line, mended

_LONG = 60
"""A text without a final sign that is no shorter than this, with a page's end after it, is no heading: it was torn."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A printed paragraph; ``lines`` are those it was made of. ``after_break``: a page ended just before it."""

    text: str
    line: int
    after_break: bool = False
    lines: tuple[str, ...] = ()


def chunks(lines: Sequence[Line], joiner: Joiner) -> list[Chunk]:
    """The chunks that blank lines, labels and the forms of lines part; a page break may still run through them."""
    out: list[Chunk] = []
    group: list[Line] = []

    def close() -> None:
        if group:
            text = mended(joiner.join(line.bare for line in group))
            out.append(Chunk(text, group[0].number, group[0].after_break, tuple(mended(line.bare) for line in group)))
            group.clear()

    for line in lines:
        if not line.bare:
            close()
        else:
            if group and _begins(line, group[-1]):
                close()
            group.append(line)
    close()
    return out


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
    if not text or _stands_alone(chunk.text) or _stands_alone(last):
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


_ALONE = (
    forms.is_formula,
    forms.is_row,
    forms.is_meeting,
    forms.is_date,
    forms.is_annex,
    forms.is_part,
    forms.is_bold,
    forms.is_roman,
)


def _stands_alone(text: str) -> bool:
    """Whether a chunk is of a form that never runs on."""
    return any(form(text) for form in _ALONE)
