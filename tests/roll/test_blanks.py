"""New words take the kind of blanks and hyphens of those that they replace."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from draftkit import inline
from draftkit.model import Resolution
from draftkit.roll import roll
from draftkit.roll.blanks import in_kind

N, H = "\u00a0", "\u2011"


@pytest.mark.parametrize(
    ("new", "old", "text", "expected"),
    [
        ("9 March 2026", f"7{N}May 2024", f"7{N}May 2024", f"9{N}March 2026"),
        ("9 March 2026", f"7{N}May{N}2024", f"7{N}May{N}2024", f"9{N}March{N}2026"),
        (f"9{N}March 2026", "7 May 2024", "7 May 2024", "9 March 2026"),
        ("eighty-second", "eightieth", f"the eightieth and eighty{H}first sessions, after a well{H}known one", f"eighty{H}second"),
        ("eighty-second", f"eighty{H}first", f"eighty{H}first, long-term", f"eighty{H}second"),
        ("eighty-second", "eightieth", f"eightieth, eighty{H}first, long-term", "eighty-second"),  # now so, now so
        ("79/3 of 9 March 2026", "77/2", f"75/1 of{N}7{N}May 2024 and 77/2", f"79/3 of{N}9{N}March 2026"),  # as beside it
        ("in 2026", "in 2024", f"of 7{N}May in 2024", "in 2026"),
        ("in 2026", "in 2024", "in 2024", "in 2026"),
        ("States Parties", f"States{N}parties", f"Urges States{N}parties", f"States{N}Parties"),
    ],
)
def test_blanks_and_hyphens_are_those_of_the_words_replaced(new: str, old: str, text: str, expected: str) -> None:
    assert in_kind(new, old, text) == expected


def test_a_list_goes_on_as_its_last_date_is_written(text: Callable[..., Resolution]) -> None:
    cited = f"*Recalling* its resolutions 75/139 of 15{N}December 2020 and 77/108 of 7{N}December 2022,"
    rolled = roll(text(preamble=[cited], operative=["*Decides* to meet."]), session=81)
    (paragraph,) = rolled.resolution.parts[0].preamble
    assert inline.format(paragraph.content).count(N) == 3  # type: ignore[union-attr]
    assert f" and 79/124 of 4{N}December 2024," in inline.format(paragraph.content)  # type: ignore[union-attr]
    assert any(f"4{N}December" in change.new for change in rolled.changes)
