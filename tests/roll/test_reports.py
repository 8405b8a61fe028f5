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
        (
            "See *Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 20* (A/79/20), paras. 279–280.",
            "See *Official Records of the General Assembly, Eighty-first Session, Supplement No. 20* (A/81/20), paras. ___.",
        ),
        ("A/79/142 and A/79/145.", "A/81/___ and A/81/___."),
        ("A/79/142, A/79/142/Corr.1, A/79/145 and A/79/150.", "A/81/___, A/81/___ and A/81/___."),
        ("A/79/333-S/2024/685.", "A/81/___-S/2026/___."),
        ("See A/79/345-S/2024/898, sect. II.", "See A/81/___-S/2026/___, sect. II."),
        ("A/79/157 (Part I).", "A/81/___ (Part I)."),
        ("A/79/822/Add.13.", "A/81/___/Add.___."),
        ("A/79/6 (Sect. 26).", "A/81/6 (Sect. 26)."),
        ("A/79/7/Add.9 and A/79/7/Add.12.", "A/81/7/Add.___ and A/81/7/Add.___."),
        ("A/77/181, A/78/514 and A/79/496.", "A/77/181, A/78/514, A/79/496 and A/81/___."),
        ("A/77/181, A/78/514 and A/79/496 and Add.1.", "A/77/181, A/78/514, A/79/496, A/79/496/Add.1 and A/81/___."),
        (
            "A/75/93/Rev.1, A/77/514 and A/79/496/Add.1 and Add.2.",
            "A/75/93/Rev.1, A/77/514, A/79/496/Add.1, A/79/496/Add.2 and A/81/___.",
        ),
        ("A/75/80 and A/79/75.", "A/75/80, A/79/75 and A/81/___."),
        ("the decisions of courts (A/71/98, A/76/94 and A/79/132).", "the decisions of courts (A/71/98, A/76/94, A/79/132 and A/81/___)."),
        ("A/79/144; see also A/77/181 and A/78/93.", "A/81/___; see also A/77/181, A/78/93 and A/79/144."),
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
        ("See A/79/143.", True),
        ("A/77/181 and A/78/93.", False),
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


def test_a_long_list_that_ends_otherwise_is_left_at_once(text: Make, rolled_text) -> None:
    kept = ", ".join(f"A/79/6 (Sect. {section}), A/79/6 (Sect. {section})/Corr.1" for section in range(1, 40)) + " and the rest!"
    assert rolled_text(roll(text(["*Having considered* it,[^n1]"], notes=[kept]), session=81).resolution)[1] == kept


def test_offers_the_symbol_of_the_coming_report(text: Make) -> None:
    looks = roll(text(["*Having considered* them,[^n1][^n2]"], notes=["See A/79/143.", "A/79/5, annex."]), session=81).look
    assert [(look.rule, look.offer) for look in looks] == [("report/document", "A/81/___"), ("report/document", "A/81/5")]


def test_the_places_in_the_report_are_shown(text: Make) -> None:
    official = "*Official Records of the General Assembly, Seventy-ninth Session, Supplement No. 17* (A/79/17), chap. XV."
    prior = text(["*Having considered* them,[^n1][^n2][^n3]"], notes=[official, "Ibid., para. 44.", "A/42/485, annex."])
    looks = roll(prior, session=81).look
    assert [(look.paragraph, look.rule) for look in looks] == [("note n1", "report/place"), ("note n2", "report/place")]
