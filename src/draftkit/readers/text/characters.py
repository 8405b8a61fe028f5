"""One spelling for characters that a font, a program or a language of the East put in the place of ordinary ones.

In: the lines of a text that is not draftkit's own. Out: the same words in the characters that official texts have, and a finding
where bytes had been taken for other letters than they were.

Example:
    >>> [line.text for line in usual_characters([Line(1, "o\\ufb03cers（of\\u202fthe State）；")])[0]]
    ['officers(of\\xa0the State);']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from draftkit.model import Finding, Findings, Severity
from draftkit.readers.text.lines import Line, body_start

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_WIDE_SIGNS = {chr(0xFF00 + n): chr(0x20 + n) for n in (*range(0x01, 0x10), *range(0x1A, 0x20))}
_SPACES = dict.fromkeys((*range(0x2000, 0x200B), 0x205F, 0x3000), " ")
_UNSEEN = dict.fromkeys((0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2061, 0x2065), *range(0x2066, 0x206A)))
_SIGNS = {ord(sign): usual for sign, usual in {**_LIGATURES, **_WIDE_SIGNS, "\u2010": "-", "\u202f": "\u00a0"}.items()}
_USUAL: dict[int, str | None] = {**_SIGNS, **_SPACES, **_UNSEEN}
"""Ligatures, signs of full width, blanks of all widths, the hyphen of typesetters, marks of direction."""

_TWICE = re.compile("(?:[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf\u0152-\u2122]{2})")
"""What UTF-8 looks like when it was taken for what Windows writes: "Stateâ€™s"."""


def usual_characters(lines: Sequence[Line]) -> tuple[list[Line], Findings]:
    """The lines in the usual characters, and what had been taken for other characters.

    Non-breaking blanks are kept in the body if they are rarer than ordinary ones.
    """
    foreign = (line.text for line in lines if not line.text.isascii())
    found = dict.fromkeys(sign for text in foreign for sign in _TWICE.findall(text) if _once(sign) != sign)
    out = [line if line.text.isascii() else replace(line, text=_usual(line.text)) for line in lines]
    fixed = sum(line.text.count("\u00a0") for line in out)
    end = len(out) if fixed > sum(line.text.count(" ") for line in out) else body_start(out)
    loose = [replace(line, text=line.text.replace("\u00a0", " ")) for line in out[:end]]
    if not found:
        return loose + out[end:], ()
    said = ", ".join(f'"{sign}" as "{_once(sign)}"' for sign in found)
    message = f"characters that another program had mistaken were put right: {said}"
    return loose + out[end:], (Finding("mended-characters", Severity.INFO, message),)


def _usual(text: str) -> str:
    return unicodedata.normalize("NFC", _TWICE.sub(lambda match: _once(match[0]), text).translate(_USUAL))


def _once(characters: str) -> str:
    try:
        return characters.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return characters
