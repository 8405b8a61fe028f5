"""Labels in other forms than the official one, put into it: "3)", "(3)", "3", "3.-", "III." and "a)" are "3." and "(a)".

In: the lines of a text. Out: the same, each label that is certain in its official form (un-rules A9, A10), and a finding. A
number is certain if it goes on from the one before it and an operative verb follows; then so are others written alike.

Example:
    >>> [line.text for line in usual_labels(clean_lines("The General Assembly,\\n1) Urges States:\\na) To act;"))[0]]
    ['The General Assembly,', '1. Urges States:', '(a) To act;']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.page import forms
from draftkit.readers.text.lines import Line, body_start
from draftkit.un.labels import from_roman

_NUMBER = re.compile(
    r"(?P<bold>\*{0,3})(?P<open>\(?)(?P<value>\d{1,3}|[IVXLC]{1,9})"
    r"(?P<sign>\.-|\.–|\)\.|\)|\.|:|[ \u00a0]?[-–—]|)(?P<close>\*{0,3})[ \u00a0]*"
    r"(?=[A-Z“\"*])"
)
_ITEM = re.compile(r"(?P<value>[a-z]{1,2}|[ivx]{1,5})\)[ \u00a0]+(?=[A-Z“\"*])")
_BULLET = re.compile(r"(?:[•▪◦‣·●○■]|[-–*+](?=[ \u00a0]))[ \u00a0]*(?=\S)")


def usual_labels(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines of the body with their labels in the official form, and what was changed."""
    start = body_start(lines)
    out = list(lines[:start])
    labeller = _Labeller()
    changed: list[tuple[Line, str, str]] = []
    above = ","
    for line in _without_bullets(lines[start:]):
        label, rest = labeller.labelled(line.bare, above)
        if label:
            changed.append((line, line.bare[: len(line.bare) - len(rest)].strip(), label))
        out.append(replace(line, text=f"{label} {rest}") if label else line)
        above = line.bare or above
    if not changed:
        return out, ()
    said = ", ".join(dict.fromkeys(f'"{old}" as "{new}"' for _, old, new in changed))
    message = f"labels of another form were read as official ones: {said}"
    return out, (Finding("mended-label", Severity.INFO, message, line=changed[0][0].number),)


class _Labeller:
    """Knows how far the numbers have come, and in which styles they are written."""

    def __init__(self) -> None:
        self.last = 0
        self.styles: set[str] = set()

    def labelled(self, text: str, above: str) -> tuple[str, str]:
        """The official label of a line and the words after it; "" where it has one, or where none is certain."""
        printed = forms.label(text)[0]
        if printed and not text.startswith("("):
            self.last = forms.number(printed) or self.last
        elif match := _NUMBER.match(text[:200]):
            value, style = _value(match["value"]), _style(match)
            rest = text[match.end() :]
            sure = forms.lead(rest, "operative") or (style in self.styles and style.strip(". ") and forms.ends(above))
            if sure and value and value in (self.last + 1, 1):
                self.styles.add(style)
                self.last = value
                return f"{value}.", rest
        elif (match := _ITEM.match(text[:20])) and forms.ends(above):
            return f"({match['value']})", text[match.end() :]
        return "", text


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
