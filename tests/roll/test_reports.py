"""Report symbols in footnotes (un-rules E8)."""

from __future__ import annotations

import pytest

from draftkit.roll import roll

from .conftest import Make


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A/79/143.", "A/81/___."),
        ("A/79/143", "A/81/___"),
        ("A/79/143 and A/79/143/Add.1.", "A/81/___."),
        ("A/79/143, Add.1 and Corr.1.", "A/81/___."),
        ("A/79/975-E/2025/82.", "A/81/___-E/2027/___."),
        (
            "*Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 33* (A/79/33).",
            "*Official Records of the General Assembly, Eighty-first Session, Supplement No. 33* (A/81/33).",
        ),
        ("Ibid., *Supplement No. 35* (A/79/35).", "Ibid., *Supplement No. 35* (A/81/35)."),
    ],
)
def test_rolls_the_symbol(text: Make, rolled_text, before: str, after: str) -> None:
    prior = text(["*Having considered* the report,[^n1]"], notes=[before])
    assert rolled_text(roll(prior, session=81).resolution)[1] == after


@pytest.mark.parametrize(
    ("kept", "looked"),
    [
        ("A/42/485, annex.", False),
        ("A/77/208.", False),
        ("A/78/514 and A/79/496.", True),
        ("A/79/5, annex.", True),
        ("See A/79/143, para. 4.", True),
        ("*Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 53* (A/79/53).", True),
        ("Resolution 70/1.", False),
    ],
)
def test_leaves_other_notes_to_a_person(text: Make, rolled_text, kept: str, looked: bool) -> None:
    rolled = roll(text(["*Having considered* the report,[^n1]"], notes=[kept]), session=81)
    assert rolled_text(rolled.resolution)[1] == kept
    assert [look.paragraph for look in rolled.look] == (["note n1"] if looked else [])


def test_symbols_in_the_text_stay(text: Make, rolled_text) -> None:
    kept = "*Takes note* of document A/79/143;"
    assert rolled_text(roll(text(operative=[kept]), session=81).resolution) == [kept]
