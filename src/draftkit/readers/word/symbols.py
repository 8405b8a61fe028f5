r"""The characters of the symbol fonts, which have places of their own instead of those of Unicode.

In: a font and the text of a run. Out: the characters that the font shows. Word writes the places with F000 added
(ECMA-376 part 1, 17.3.3.30); what a font shows at a place that is not known here is U+FFFD.

Example:
    >>> shown_in("Symbol", "\uf0b3"), shown_in("Wingdings", "\uf0fc"), shown_in("Times New Roman", "a")
    ('≥', '✓', 'a')
"""

from __future__ import annotations

import re
from collections.abc import Mapping

UNKNOWN = "\ufffd"

_PRIVATE = re.compile("[\uf000-\uf0ff]")
_CODES = re.compile("[!-\xff\uf000-\uf0ff]")

_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",
    0xB0: "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",
    0xD0: "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊⟨®©™∑",
}
"""The encoding of the font Symbol (Unicode, MAPPINGS/VENDORS/ADOBE/symbol.txt), by the place that each row begins at."""
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
"""The signs of the font Wingdings that texts use: bullets, boxes and ticks."""

_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": {start + at: sign for start, row in _SYMBOL.items() for at, sign in enumerate(row)} | {0xF2: "∫"},
    "wingdings": _WINGDINGS,
    "wingdings 2": {},
    "wingdings 3": {},
    "webdings": {},
}


def shown_in(font: str, text: str) -> str:
    """What a font shows for a text; in a font of letters it is the text itself."""
    signs = _FONTS.get(font.lower())
    if signs is None:
        return _PRIVATE.sub(UNKNOWN, text)
    return _CODES.sub(lambda code: signs.get(ord(code[0]) & 0xFF, UNKNOWN), text)
