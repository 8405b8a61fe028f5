"""Labels in other forms than the official one, put into it: "3)", "(3)", "3", "3.-", "III." and "a)" are "3." and "(a)".

In: the lines of a text. Out: the same, each label that is certain in its official form (un-rules A9, A10). A number is
certain if it goes on from the one before it and an operative verb follows; then so are others written alike.

Example:
    >>> [line.text for line in usual_labels(clean_lines("The General Assembly,\\n1) Urges States:\\na) To act;"))]
    ['The General Assembly,', '1. Urges States:', '(a) To act;']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from draftkit.readers.page import forms
from draftkit.readers.text.lines import Line
from draftkit.un.labels import from_roman

_NUMBER = re.compile(
    r"(?P<bold>\*{0,3})(?P<open>\(?)(?P<value>\d{1,3}|[IVXLC]{1,9})"
    r"(?P<sign>\.-|\.–|\)\.|\)|\.|:|[ \u00a0]?[-–—]|)(?P<close>\*{0,3})[ \u00a0]*"
    r"(?=[A-Z“\"*])"
)
_ITEM = re.compile(r"(?P<value>[a-z]{1,2}|[ivx]{1,5})\)[ \u00a0]+(?=[A-Z“\"*])")
_BULLET = re.compile(r"(?:[•▪◦‣·●○■]|[-–*+](?=[ \u00a0]))[ \u00a0]*(?=\S)")


def usual_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines of the body with their labels in the official form."""
    start = next((at + 1 for at, line in enumerate(lines) if forms.is_formula(line.bare)), 0)
    out = list(lines[:start])
    styles: set[str] = set()
    last = 0
    above = ","
    for line in _without_bullets(lines[start:]):
        text = line.bare
        printed = forms.label(text)[0]
        if printed and not text.startswith("("):
            last = forms.number(printed) or last
        elif match := _NUMBER.match(text[:200]):
            value, style = _value(match["value"]), _style(match)
            rest = text[match.end() :]
            sure = forms.lead(rest, "operative") or (style in styles and style.strip(". ") and forms.ends(above))
            if sure and value and value in (last + 1, 1):
                styles.add(style)
                last = value
                line = replace(line, text=f"{value}. {rest}")
        elif (match := _ITEM.match(text[:20])) and forms.ends(above):
            line = replace(line, text=f"({match['value']}) {text[match.end() :]}")
        out.append(line)
        above = text or above
    return out


def _style(match: re.Match[str]) -> str:
    return f"{match['open']}{'1' if match['value'].isdecimal() else 'I'}{match['sign']}"


def _value(written: str) -> int | None:
    return int(written) if written.isdecimal() else from_roman(written)


def _without_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines without bullets where two or more stand before operative verbs: their numbers were lost."""
    marks = [_BULLET.match(line.bare[:20]) for line in lines]
    said = [line.bare[mark.end() :] if mark else "" for line, mark in zip(lines, marks, strict=True)]
    signs = {line.bare[0] for line, rest in zip(lines, said, strict=True) if rest and forms.lead(rest, "operative")}
    if not signs or sum(bool(rest) and bool(forms.lead(rest, "operative")) for rest in said) < 2:
        return list(lines)
    return [replace(line, text=rest) if rest and line.bare[0] in signs else line for line, rest in zip(lines, said, strict=True)]
