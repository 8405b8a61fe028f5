"""What pdftotext tears off a line, put back: labels from their paragraphs, the notes' rule from the words before it.

In: the lines of a text without its running heads and feet. Out: the same words in lines as the page showed them.

Example:
    >>> [line.bare for line in mend_tears(clean_lines("in force,\\n1.\\nUrges States to report;"))]
    ['in force,', '', '1. Urges States to report;']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from draftkit.readers.page import forms
from draftkit.readers.text.lines import Line, body_start, is_rule
from draftkit.un import labels

_LABEL = re.compile(rf"{labels.LABEL.pattern}|[A-Z]\.|[IVX]{{1,7}}\.")
_RULE_AT_END = re.compile(r"(?<=\S)[ \u00a0]+(_{10,})$")
_FARTHEST = 2
"""Blank lines that a label may stand before its paragraph."""


def mend_tears(lines: Sequence[Line]) -> list[Line]:
    """The lines with every label that stands alone in the body put before its paragraph, which a blank line now opens."""
    start = body_start(lines)
    whole = list(_with_rules_apart(lines))
    out: list[Line] = []
    at = last = 0
    while at < len(whole):
        line = whole[at]
        mine = _paragraph(whole, at, last) if at >= start and _LABEL.fullmatch(line.bare) else None
        printed = line.bare if mine else forms.label(line.bare)[0]
        last = forms.number(printed) or last
        if mine is None:
            out.append(line)
            at += 1
        else:
            out += [Line(line.number, ""), replace(line, text=f"{line.bare} {whole[mine].bare}")]
            at = mine + 1
    return out


def _with_rules_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, the rule above the notes on one of its own."""
    for line in lines:
        match = _RULE_AT_END.search(line.text) if line.text.endswith("__________") else None
        if match:
            yield replace(line, text=line.text[: match.start()])
            yield Line(line.number, match[1])
        else:
            yield line


def _paragraph(lines: Sequence[Line], at: int, last: int) -> int | None:
    """The place of the line that the label at a place belongs before, ``None`` if it ends a paragraph or names nothing."""
    place = next((place for place in range(at + 1, min(at + 2 + _FARTHEST, len(lines))) if lines[place].bare), None)
    if place is None or _has_form(lines[place].bare):
        return None
    above = lines[at - 1].bare if at else ""
    if not above or forms.ends(above) or forms.number(lines[at].bare) == last + 1:
        return place
    return place if place == at + 1 and lines[place].bare[0].isupper() else None


def _has_form(text: str) -> bool:
    """Whether a line is something else than the beginning of a paragraph's words."""
    return bool(_LABEL.fullmatch(text) or forms.label(text)[0] or forms.stands_alone(text) or is_rule(text))
