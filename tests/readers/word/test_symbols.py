"""What the symbol fonts show."""

from __future__ import annotations

import pytest

from draftkit.readers.word.symbols import UNKNOWN, shown_in


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [
        ("Symbol", "\uf0a3 \uf0b3", "≤ ≥"),
        ("Symbol", "abW", "αβΩ"),  # letters typed in the font
        ("symbol", "\uf0f2\uf0e0", "∫◊"),
        ("Wingdings", "\uf0fc\uf0a7\uf0e0", "✓▪→"),  # other signs than Symbol has at these places
        ("Wingdings", "\uf021", UNKNOWN),
        ("Webdings", "a", UNKNOWN),
        ("Times New Roman", "ab \uf0b7", f"ab {UNKNOWN}"),
        ("", "ab≥", "ab≥"),
        ("Symbol", "\u2265\n", "\u2265\n"),
    ],
)
def test_shown_in(font: str, text: str, shown: str) -> None:
    assert shown_in(font, text) == shown
