"""The lines of a file's pages -> its paragraphs, a paragraph that runs over a page being one again.

In: the body's lines of each page. Out: paragraphs in printed order; a row of a table or a picture stands between them where
it was printed. A new paragraph shows by the distance from the line above it or by its look; where paragraphs stand as close
as lines, and at the head of a page, by its label, its indent, and by whether the line above had been filled.

Example:
    >>> [paragraph.text for paragraph in paragraphs(lines, layout)]
    ['The General Assembly,', 'Recalling its resolution 79/801 of 4 December 2024,']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from draftkit.readers.page import forms
from draftkit.readers.pdf.furniture import Layout
from draftkit.readers.pdf.lines import Line, first_word

_ALONE = re.compile(r"(?:[A-Z][a-z]{3,10} (?:[a-z]{4,10} )?)?(?:[IVXL]{1,7}|[A-Z]|\d{1,3}[A-Z]?)|Annex|Appendix|Enclosure")
"""A number of a section, or a label of an annex, that the heading follows on the next line: "I", "Part I", "Section 29A"."""
_LINKS = frozenset("a an and at by for from in of on or the to under with".split())
"""Words that no heading ends with."""
_SLACK = 2.0
"""Points that the beginnings of lines of one indent may lie apart."""
_RAGGED = 4
"""Ems that a heading may stay short of the right edge though it goes on."""
_INDENT = 0.8
"""Ems by which a first line stands in at least."""
_CLOSE = 0.25
"""A line further from the one above it than the pitch of its paragraph and this many ems begins a new one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph, heading or cell."""

    lines: tuple[Line, ...]

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def indent(self) -> float:
        """Where its first line begins."""
        return self.lines[0].left

    @property
    def turn(self) -> float:
        """Where its other lines begin; its first, if it has no others."""
        return min((line.left for line in self.lines[1:]), default=self.indent)


def paragraphs(lines: Iterable[Line], layout: Layout) -> list[Paragraph]:
    """The paragraphs of the body's lines, in the order of pages."""
    out: list[list[Line]] = []
    for line in lines:
        if out and _goes_on(out[-1], line, layout):
            out[-1].append(line)
        else:
            out.append([line])
    return [Paragraph(tuple(found)) for found in out]


def _goes_on(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    last = paragraph[-1]
    if last.bold != line.bold and not _only_signs(line) and not _only_signs(last):
        return False
    if abs(last.size - line.size) > 0.06 * line.size or _stands_alone(last, len(paragraph) == 1):
        return False
    if last.bold and line.bold and not _one_heading(last, line, layout):
        return False
    if line.page != last.page:
        return _runs_over(paragraph, line, layout)
    pitch = paragraph[0].y - paragraph[1].y if len(paragraph) > 1 and paragraph[1].page == last.page == paragraph[0].page else 0
    pitch = pitch or layout.pitch * line.size / layout.size
    if last.y - line.y > pitch + _CLOSE * line.size:
        return False
    return not _opens(paragraph, line, layout)


def _opens(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Whether a line begins a paragraph although it stands no further from the line above than lines do."""
    last = paragraph[-1]
    if not forms.ends(last.text) or line.bold:  # of headings another rule has said so
        return False
    label, rest = forms.label(line.text)
    filled = _is_filled(last, line, layout)
    if not (rest if label else line.text).lstrip("“\"‘(")[:1].isupper():
        return bool(label) and not filled
    if label or (not filled and forms.ending(last.text) in ";."):
        return True
    alike = abs(line.left - paragraph[0].left) < _SLACK  # else a line of one that hangs from its label
    turn = min((other.left for other in paragraph[1:]), default=layout.left if alike else line.left)
    lead = line.glyphs[0].style.italic and (forms.lead(line.text, "preambular") or forms.lead(line.text, "operative"))
    return bool(lead) or line.left > turn + _INDENT * line.size


def _stands_alone(last: Line, first: bool) -> bool:
    """Whether a line, the first of its paragraph or a later one, is of a form that no line goes on with (un-rules A2, A7)."""
    if first and (forms.is_formula(last.text) or (last.bold and bool(_ALONE.fullmatch(last.text)))):
        return True
    return forms.is_meeting(last.text)


def _one_heading(last: Line, line: Line, layout: Layout) -> bool:
    """Whether a bold line goes on with the heading above it: one that had room for a capital word has ended."""
    if last.italic != line.italic:
        return False
    filled = last.right + 0.25 * last.size + first_word(line) > max(layout.right, last.right) - _RAGGED * line.size
    return filled or not line.text[:1].isupper() or last.text.rpartition(" ")[2] in _LINKS


def _only_signs(line: Line) -> bool:
    """Whether there are no letters to be bold: "2024" in a heading is as bold as it looks, a dash is not."""
    return not any(glyph.text.isalnum() for glyph in line.glyphs if not glyph.style.raised)


def _is_labelled(line: Line) -> bool:
    return bool(forms.label(line.text)[0])


def _runs_over(paragraph: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Whether the first line of a page goes on with the paragraph that the last page ended with."""
    last = paragraph[-1]
    if last.bold or line.bold:
        return last.bold and line.bold and line.text[:1].islower()
    first = paragraph[0].left
    turn = min((other.left for other in paragraph[1:]), default=min(layout.left, first))
    if line.left > turn + _SLACK:
        return False
    hanging = line.left < turn - _SLACK
    if not hanging and first > turn + _SLACK and _is_filled(last, line, layout):
        return True
    if line.text[:1].islower() or last.text[-1:] in "-\u2013":
        return True
    if _is_labelled(line) or hanging:
        return False
    return not forms.ends(last.text) or (first > turn + _SLACK and _is_filled(last, line, layout))


def _is_filled(last: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of a line would not have gone on the line above it."""
    right = max(layout.right, last.right)
    return last.right + 0.25 * last.size + first_word(line) > right

