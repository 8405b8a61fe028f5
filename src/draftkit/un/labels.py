"""Labels of paragraphs and subparagraphs: 1. / (a) / (i) / a. / i. (un-rules A9, A10).

Example:
    >>> label(0, 3), label(1, 27), label(2, 4)
    ('3.', '(aa)', '(iv)')
    >>> depth("(i)", ("1.", "(h)"))     # after (h) it is a letter
    1
"""

from __future__ import annotations

import re

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROMAN_WORD = re.compile(r"(?=.)m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
DEEPEST = 4
"""Degrees of subparagraphs that have a label of their own."""

LABEL = re.compile(r"\d{1,3}\.|\((?:[a-z]{1,2}|[ivxl]{1,6})\)|[a-z]\.|[ivx]{2,5}\.")
"""What can be a printed label."""


def roman(n: int) -> str:
    """A number in small Roman numerals, "xiv"."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (n // value)
        n %= value
    return out


def from_roman(text: str) -> int | None:
    """The value of a Roman numeral of either case, ``None`` if it is not one in its proper form."""
    if not _ROMAN_WORD.fullmatch(text.lower()):
        return None
    total, rest = 0, text.lower()
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    return total


def letter(n: int) -> str:
    """The nth letter: a ... z, then aa, bb ... as the United Nations goes on."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def from_letter(text: str) -> int | None:
    """The place of "c" (3) or "cc" (29); ``None`` if it is not such a letter."""
    if not text or len(set(text)) > 1 or not "a" <= text[0] <= "z":
        return None
    return ord(text[0]) - ord("a") + 1 + 26 * (len(text) - 1)


def label(depth: int, n: int) -> str:
    """The printed label of the nth paragraph (from 1) at a depth: 0 is a numbered paragraph, 1 to 4 its degrees."""
    if depth == 0:
        return f"{n}."
    sign = letter(n) if depth % 2 else roman(n)
    return f"({sign})" if depth <= 2 else f"{sign}."


def ordinal_at(printed: str, depth: int) -> int | None:
    """Which place a printed label claims at a depth: "(c)" is 3 at depth 1, ``None`` at depth 2."""
    if depth == 0:
        return int(printed[:-1]) if re.fullmatch(r"\d{1,9}\.", printed) else None
    pattern = r"\(([a-z]+)\)" if depth <= 2 else r"([a-z]+)\."
    match = re.fullmatch(pattern, printed)
    if not match:
        return None
    return from_letter(match[1]) if depth % 2 else from_roman(match[1])


def depth(printed: str, open_labels: tuple[str, ...], *, after_colon: bool = False) -> int | None:
    """The depth that a printed label has after the ones still open (outermost first): the sequence decides (A10).

    ``open_labels`` are the labels of the last paragraph and its open subparagraphs, ("11.", "(a)", "(iii)"). A label
    goes on an open row, innermost first, else it opens a row one degree deeper; ``after_colon`` (the text before it
    announces a list) turns that preference round. ``None``: it follows on from nothing.
    """
    continued: list[tuple[int, int]] = []  # (labels left out, -depth)
    for at, open_label in enumerate(open_labels):
        n, before = ordinal_at(printed, at), ordinal_at(open_label, at)
        if n is not None and before is not None and n > before:
            continued.append((n - before - 1, -at))
    deeper = len(open_labels)
    opens = 0 < deeper <= DEEPEST and ordinal_at(printed, deeper) == 1
    exact = [at for left_out, at in continued if left_out == 0]
    if opens and (after_colon or not exact):
        return deeper
    return -min(continued)[1] if continued else None
