"""The lines of the masthead and the title -> chunks: two columns read from the top down, lines of one field joined.

In: the lines above the organ's ("The General Assembly,"). Out: a chunk for each field, heading or title.

Example:
    >>> [chunk.text for chunk in head_chunks(lines, to_note)][:3]
    ['United Nations', 'A/RES/80/901', '**General Assembly**']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from draftkit.readers.page import forms
from draftkit.readers.page.page import Chunk
from draftkit.readers.pdf.lines import Line, columns
from draftkit.readers.pdf.marked import ToNote, marked
from draftkit.un import sessions
from draftkit.un.dates import DATE
from draftkit.un.symbols import COMMITTEES, SYMBOL

_COLUMN_GAP = 2.5
"""Ems between the columns of a masthead."""
_AGENDA = re.compile(r"Agenda items? \S.*")
_FIELD = re.compile(
    rf"Distr\..*|Original:.*|{DATE}|{sessions.ORDINAL} session|{SYMBOL}\*{{0,3}}|United Nations|General Assembly", re.IGNORECASE
)
_SYMBOL = re.compile(rf"{SYMBOL}\*{{0,3}}")
_PROPOSAL = re.compile(r"Resolutions? adopted|Draft (?:resolution|decision)|.*: (?:revised )?(?:draft|amendment)")
_SLACK = 2.0
_CLOSE = 1.4
"""Lines of one field are not further apart than this many ems."""


def head_end(lines: Sequence[Line]) -> int:
    """How many lines the head has: to the organ's line, or in a text without one to the end of its numbered title."""
    end = next((at for at, line in enumerate(lines) if forms.is_formula(line.text)), None)
    if end is not None:
        return end
    start = next((at for at, line in enumerate(lines) if line.bold and forms.title_number(line.text)[0]), None)
    if start is None:
        return 0
    end = start + 1
    while end < len(lines) and _joins([lines[start], *lines[start + 1 : end]], lines[end]):
        end += 1
    return end


def head_chunks(lines: Sequence[Line], to_note: ToNote) -> list[Chunk]:
    """The chunks of the head."""
    groups: list[list[Line]] = []
    fields = True
    for line in lines:
        for piece in columns(line, _COLUMN_GAP):
            text = piece.text
            agenda = bool(_AGENDA.fullmatch(text))
            fields = fields and not agenda and not _PROPOSAL.match(text)
            alone = agenda or (fields and (bool(_FIELD.fullmatch(text)) or text in COMMITTEES))
            group = None if alone else next((group for group in reversed(groups) if _joins(group, piece)), None)
            if group is None:
                groups.append([piece])
            else:
                group.append(piece)
    return [_chunk(group, to_note) for group in groups]


def with_remarks(chunks: Sequence[Chunk], remarks: Sequence[str]) -> list[Chunk]:
    """The head with what a note to its symbol says ("* Reissued for technical reasons ...") behind the symbol."""
    at = next((at for at, chunk in enumerate(chunks) if _SYMBOL.fullmatch(chunk.text)), len(chunks) - 1) + 1
    page = chunks[0].line if chunks else 1
    return [*chunks[:at], *(Chunk(remark, page, lines=(remark,)) for remark in remarks), *chunks[at:]]


def _joins(group: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with the field that a group of lines begins."""
    last = group[-1]
    if last.page != line.page or last.y <= line.y or last.y - line.y > _CLOSE * max(last.size, line.size):
        return False
    if abs(last.size - line.size) > 0.06 * line.size or last.bold != line.bold or _is_field(group):
        return False
    hangs = bool(forms.title_number(group[0].text)[0]) and line.left > group[0].left
    return hangs or abs(last.left - line.left) <= _SLACK


def _is_field(group: Sequence[Line]) -> bool:
    """Whether a group is a field of one line; a title's last line may look like one."""
    text = group[-1].text
    if _AGENDA.fullmatch(text) or text.startswith(("Distr.", "Original:")):
        return True
    return len(group) == 1 and bool(_FIELD.fullmatch(text))


def _chunk(group: Sequence[Line], to_note: ToNote) -> Chunk:
    said = group[0].text
    text = said.rstrip("*") if _SYMBOL.fullmatch(said) else marked(group, to_note)
    return Chunk(text, group[0].page, lines=(text,))
