"""What must never be silently stale: periods, lists, blanks and sessions that a roll-forward leaves, and what it offers for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from draftkit.model import AgendaItem, Resolution
from draftkit.roll import Look, roll

from .conftest import MASTHEAD, Make

Show = Callable[[Resolution], list[str]]


def looks(resolution: Resolution, session: int = 81) -> list[tuple[str, str]]:
    return [(look.rule, look.offer) for look in roll(resolution, session=session).look]


@pytest.mark.parametrize(
    ("period", "offer"),
    [
        ("from 1 January to 31 December 2022", "from 1 January to 31 December 2024"),
        ("from 1 July 2024 to 30 June 2025", "from 1 July 2026 to 30 June 2027"),
        ("covering the period from 1 May to 30 June 2024", "covering the period from 1 May to 30 June 2026"),
    ],
)
def test_a_yearly_period_is_shown_in_a_text_of_every_second_session(text: Make, period: str, offer: str) -> None:
    assert looks(text(operative=[f"*Takes note* of the report {period};"])) == [("date/period", offer)]


def test_a_period_in_a_title_is_not_shown(text: Make) -> None:
    assert looks(text(operative=["*Recalls* the plan “Couriers from 1 January to 31 December 2022”;"])) == []


@pytest.mark.parametrize(
    ("note", "rolled"),
    [
        ("A/79/___.", "A/81/___."),
        ("A/79/___ and A/79/145.", "A/81/___ and A/81/___."),
        ("See A/C.6/79/L.___, with the letter.", "See A/C.6/81/L.___, with the letter."),
        ("A/77/93, A/78/514 and A/79/___.", "A/77/93, A/78/514, A/79/___ and A/81/___."),
        ("A/77/___.", "A/77/___."),
    ],
)
def test_a_blank_of_the_old_session_is_one_of_the_coming(text: Make, rolled_text: Show, note: str, rolled: str) -> None:
    done = roll(text(operative=["*Notes* it;[^n1]"], notes=[note]), session=81)
    assert rolled_text(done.resolution)[-1] == rolled
    assert not [look for look in done.look if look.rule == "report/document"]


@pytest.mark.parametrize(
    ("note", "offer"),
    [
        ("See Supplement No. 53A (A/79/53/Add.1), p. 3.", "A/81/53/Add.1"),
        ("See A/79/143/Add.1 of the group.", "A/81/___/Add.___"),
        ("See A/79/143/Rev.1 of the group.", "A/81/___"),
    ],
)
def test_an_offer_keeps_what_is_added(text: Make, note: str, offer: str) -> None:
    assert looks(text(operative=["*Notes* it;[^n1]"], notes=[note])) == [("report/document", offer)]


def test_two_spans_of_a_session_become_blanks_together(text: Make, rolled_text: Show) -> None:
    days = "*Decides* that the session shall be held from 14 April to 30 May 2025, which gives time for an evening, and from {};"
    both = roll(text(operative=[days.format("30 June to 1 August 2025")]), session=80).resolution
    assert rolled_text(both)[0] == (
        "*Decides* that the session shall be held from ___ to ___ 2026, which gives time for an evening, and from ___ to ___ 2026;"
    )
    none = text(operative=[days.format("30 June to 1 August")])
    assert rolled_text(roll(none, session=80).resolution) == rolled_text(none)


def test_accounts_of_a_financial_period(text: Make, rolled_text: Show) -> None:
    prior = text(operative=["*Notes* the income in respect of the financial period ended 30 June 2024;"])
    assert rolled_text(roll(prior, session=80).resolution) == [
        "*Notes* the income in respect of the financial period ended 30 June 2025;"
    ]


def test_a_list_that_ends_before_the_last_iteration_goes_on_with_it(text: Make, rolled_text: Show) -> None:
    recalling = "*Recalling* its resolutions 75/901 of 7 December 2020, 76/902 of 9 December 2021, 77/903 of 7 December 2022 and 78/904 of 7 December 2023,"
    asked = "*Recalls* its request in resolution 78/904 about resolutions 75/901, 76/902 and 77/903;"
    rolled = roll(text([recalling], [asked]), session=80)
    assert rolled_text(rolled.resolution)[1] == (
        "*Recalls* its request in resolution 79/901 about resolutions 75/901, 76/902, 77/903 and 78/904;"
    )
    kept = "*Recalls* its resolutions 75/901, 76/902 and 77/903;"
    assert rolled_text(roll(text([recalling], [kept]), session=80).resolution)[1] == kept


def test_an_older_text_of_the_series_is_offered_the_next_one(text: Make) -> None:
    title = "Criminal accountability of United Nations officials and experts on mission"
    head = replace(MASTHEAD, symbol="A/RES/78/102", session=78, adopted="7 December 2023")
    prior = text(operative=["*Recalls* its resolution 76/106;"], masthead=head, title=title)
    assert ("citation/latest-of", "77/98") in looks(prior, 79)


@pytest.mark.parametrize("coming", [None, 79, 80, 81])
def test_a_newer_text_is_named_for_every_session(text: Make, coming: int | None) -> None:
    title = "Criminal accountability of United Nations officials and experts on mission"
    head = replace(MASTHEAD, symbol="A/RES/78/102", session=78, adopted="7 December 2023")
    prior = text(operative=["*Decides* to include it in the provisional agenda of its seventy-ninth session;"], masthead=head, title=title)
    said = [look.why for look in roll(prior, session=coming).look if look.paragraph == "title"]
    assert "a newer text of this title was adopted: roll that one" in said


def test_the_title_of_the_agenda_item_is_looked_at(text: Make) -> None:
    def about(title: str) -> list[Look]:
        return list(roll(text(masthead=replace(MASTHEAD, agenda=(AgendaItem("83", title),))), session=80).look)

    one = "Report of the International Law Commission on the work of its seventy-fifth session"
    assert [(look.paragraph, look.rule, look.offer) for look in about(one)] == [("masthead", "body/session", "seventy-sixth")]
    two = "Report of the International Law Commission on the work of its seventy-fourth and seventy-fifth sessions"
    assert [(look.paragraph, look.rule, look.offer) for look in about(two)] == [("masthead", "body/session", "")]
    assert about("Safety of couriers of treaties") == []


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("*Endorses* holding the first part of the seventy-eighth session of the International Law Commission in Rome;", [("body/session", "")]),
        ("*Welcomes* its seventy-fifth anniversary;", [("date/words", "seventy-sixth anniversary")]),
        ("*Notes* that 2023 marks the seventy-fifth anniversary of the Union;", [("date/words", "")]),
        ("*Stresses* the need to reply in due time in all cases;", []),
        ("*Notes* that the seminar will continue to be held in Rome;", []),
        ("*Commends* the countries that recently graduated;", []),
        ("*Recalls* resolution 68/102 for Governments to act;", []),
        ("*Notes* that 102 Governments replied;", [("figure/count", "")]),
        ("*Compares* the 2025 budget to the 2024 budget;", [("date/ahead", "2026"), ("date/session", "2025")]),
        ("*Compares* the 2025 budget to the 2024 budget for 2024;", [("date/ahead", "2026"), ("date/session", "2025")]),
        ("*Compares* the seminar of May 2024 with the 2025 budget;", [("date/session", ""), ("date/ahead", "2026")]),
    ],
)
def test_says_what_may_be_stale_and_no_more(text: Make, paragraph: str, found: list[tuple[str, str]]) -> None:
    assert looks(text(operative=[paragraph]), 80) == found


def test_no_offer_makes_two_years_of_a_phrase_the_same(text: Make) -> None:
    prior = text(operative=["*Compares* the 2025 budget to the 2026 budget;", "*Compares* the 2025 budget to that of Lima, the 2026 budget;"])
    assert looks(prior, 80) == [("date/ahead", ""), ("date/ahead", "2026")]


def test_a_list_of_reports_that_went_on_is_not_shown(text: Make) -> None:
    prior = text(operative=["*Notes* them;[^n1]"], notes=["A/77/93, A/78/514 and A/79/496/Add.1."])
    assert looks(prior, 80) == []
