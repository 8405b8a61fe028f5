"""A text of a Word file in pieces, and what is asked of them: its letters, formats, links, fields, breaks and pictures.

A piece is characters of one look, or a thing without characters. Blanks have no format of their own, and of the blanks only
tabs, breaks and ends of paragraphs are told apart, so that two ways of writing the same come out the same.

Example:
    >>> marked([Piece("Recalling ", "*"), Piece("also", "*"), Piece(" its resolution")])
    '*Recalling also* its resolution'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from draftkit.un.spelling import folded, same

SIGNS = {
    "b": ("**", "**"),
    "i": ("*", "*"),
    "u": ("_", "_"),
    "strike": ("~~", "~~"),
    "dstrike": ("~~", "~~"),
    "superscript": ("^", "^"),
    "subscript": ("~", "~"),
    "caps": ("{capitals ", "}"),
    "smallCaps": ("{small capitals ", "}"),
    "vanish": ("{hidden ", "}"),
}
"""The formats that are compared, by their names in Word, and how a marked text shows them."""

BREAKS = {"\t": "→", "\n": "↵", "\f": "⇟", "\r": "¶"}
"""Characters of a piece that are no plain blanks: a tab, the end of a line, of a page, of a paragraph; and how they are shown."""

CLOSE = "\b}"
"""The end of a note or a text box. The first character, which no XML has, takes away the blank before it."""

CELL = "\a"
"""What stands between two cells, shown as " | "."""

_BREAK = re.compile(r"[ ]*([\t\n\f\r])[ ]*")


class Piece(NamedTuple):
    """Characters of one look; or a ``thing`` without any, a picture for one.

    Args:
        marks: names of ``SIGNS``, with a blank before each.
        look: other properties in one spelling: size, font, colour.
        link: where it leads. ``field``: the instruction of the field whose result it is.
    """

    text: str
    marks: str = ""
    look: str = ""
    link: str = ""
    field: str = ""
    thing: str = ""


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same, neighbours of one look as one piece."""
    out: list[Piece] = []
    for piece in pieces:
        if out and piece[1:] == out[-1][1:] and not piece.thing:
            out[-1] = out[-1]._replace(text=out[-1].text + piece.text)
        elif piece.text or piece.thing or piece.field:
            out.append(piece)
    return tuple(out)


def letters(pieces: Iterable[Piece]) -> str:
    """What the pieces say, with one spelling for blanks and hyphens."""
    return _tidy("".join([piece.text for piece in pieces]))


def _tidy(text: str) -> str:
    text = " | ".join(map(folded, text.split(CELL))) if CELL in text else folded(text)
    return text.replace(" \b", "").replace("\b", "") if "\b" in text else text


def marked(pieces: Sequence[Piece], only: Iterable[str] = SIGNS) -> str:
    """What they say with signs for the formats; ``only`` some of them."""
    wanted = set(only)
    out = []
    for marks, text in _grouped(pieces, lambda piece: " ".join(name for name in piece.marks.split() if name in wanted)):
        core = text.strip()
        before, after = (text, "") if not core else text.split(core, 1)
        signs = [SIGNS[name] for name in marks.split()] if core else []
        opening, closing = "".join(sign[0] for sign in signs), "".join(sign[1] for sign in reversed(signs))
        out.append(f"{before}{opening}{core}{closing}{after}")
    return _tidy("".join(out))


def looks(pieces: Sequence[Piece]) -> tuple[tuple[str, str], ...]:
    """The other properties of the letters: each look with its text."""
    return tuple((look, _tidy(text)) for look, text in _grouped(pieces, lambda piece: piece.look))


def links(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Where the text leads: "A/79/143 -> https://undocs.org/A/79/143"."""
    return tuple(f"{_tidy(text)} -> {link}" for link, text in _grouped(pieces, lambda piece: piece.link) if link)


def fields(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The fields with what they show: "REF _Ref1 \\h: 2"."""
    runs = groupby(pieces, lambda piece: piece.field)
    return tuple(f"{field}: {letters(found)}" for field, found in runs if field)


def breaks(pieces: Sequence[Piece]) -> str:
    """The text with its tabs and breaks shown; "" if it has none but plain blanks."""
    text = "".join([piece.text for piece in pieces])
    if not any(sign in text for sign in BREAKS):
        return ""
    plain = re.sub(r"[^\S\t\n\f\r]+", " ", same(text)).replace(" \b", "").replace("\b", "").replace(CELL, " | ").strip(" ")
    return _BREAK.sub(lambda match: BREAKS[match[1]], plain)


def things(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What is no text, with its place: "image 5b1f03 after 12 letters"."""
    out: list[str] = []
    count = 0
    for piece in pieces:
        count += sum(not letter.isspace() for letter in piece.text)
        if piece.thing:
            out.append(f"{piece.thing} after {count} letters")
    return tuple(out)


def _grouped(pieces: Sequence[Piece], of: Callable[[Piece], str]) -> list[tuple[str, str]]:
    """Neighbours that are alike in one respect: what they are like, and their text. Blanks go with what is before them."""
    out: list[tuple[str, str]] = []
    for piece in pieces:
        like, text = of(piece), piece.text
        if out and (like == out[-1][0] or not text.strip()):
            out[-1] = (out[-1][0], out[-1][1] + text)
        elif out and not out[-1][1].strip():
            out[-1] = (like, out[-1][1] + text)
        elif text:
            out.append((like if text.strip() else "", text))
    return out
