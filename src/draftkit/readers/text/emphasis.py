"""Emphasis in other signs than ours, put into ours: "_Recalling_", "__I__", a heading underlined, everything in italics.

In: the lines of a text. Out: the same words with "*", "**" and "#"; whole paragraphs in italics lose them.

Example:
    >>> [line.text for line in usual_emphasis(clean_lines("__Annex__\\n\\n_Recalling_ its decision,"))]
    ['**Annex**', '', '*Recalling* its decision,']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from draftkit.readers.page import forms
from draftkit.readers.text.lines import Line

_UNDERSCORED = re.compile(r"(?<![\w\\/.])(_{1,3})(?=[^\W_]|[“\"(‘])([^_]{1,2000})(?<=\S)\1(?![\w/])")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_LONGEST_HEADING = 200


def usual_emphasis(lines: Sequence[Line]) -> list[Line]:
    """The lines with emphasis in the usual signs."""
    whole = [replace(line, text=_UNDERSCORED.sub(_starred, line.text)) if "_" in line.text else line for line in lines]
    return _without_slant(_without_underlines(whole))


def _starred(match: re.Match[str]) -> str:
    stars = "*" * len(match[1])
    return f"{stars}{match[2]}{stars}"


def _without_underlines(lines: Sequence[Line]) -> list[Line]:
    """The lines with an underlined heading in bold: "I" above "-----" is "**I**"."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        above = out[-1].bare if out else ""
        alone = at < 2 or not lines[at - 2].bare
        if above and alone and len(above) <= _LONGEST_HEADING and _UNDERLINE.fullmatch(line.bare[:100]) and not forms.ends(above):
            out[-1] = replace(out[-1], text=above if forms.is_bold(above) else f"**{above}**")
            out.append(Line(line.number, ""))
        else:
            out.append(line)
    return out


def _without_slant(lines: Sequence[Line]) -> list[Line]:
    """The lines without their italics if most paragraphs are wholly in italics, which then mean nothing."""
    groups = [list(group) for filled, group in groupby(range(len(lines)), lambda at: bool(lines[at].bare)) if filled]
    slanted = [group for group in groups if _is_slanted(lines[group[0]].bare, lines[group[-1]].bare)]
    if len(slanted) * 2 <= len(groups) or len(slanted) < 2:
        return list(lines)
    out = list(lines)
    for group in slanted:
        first, last = group[0], group[-1]
        out[first] = replace(out[first], text=out[first].bare[1:])
        out[last] = replace(out[last], text=out[last].bare[:-1])
    return out


def _is_slanted(first: str, last: str) -> bool:
    opened = first.startswith("*") and not first.startswith(("**", "* "))
    closed = last.endswith("*") and not last.endswith(("**", " *", "\\*"))
    return opened and closed and (first is not last or first.count("*") == 2)
