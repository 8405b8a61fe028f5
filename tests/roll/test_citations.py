"""The citation of the last iteration (un-rules D7, D8, I3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.model import Masthead
from draftkit.roll import roll
from draftkit.roll.citations import predecessors
from draftkit.roll.step import step

from .conftest import MASTHEAD, Make

SERIES = "*Recalling* its resolutions 75/902 of 15 December 2020 and 77/903 of 7 December 2022,"


def test_a_list_grows(text: Make, rolled_text) -> None:
    assert rolled_text(roll(text([SERIES]), session=81).resolution) == [
        "*Recalling* its resolutions 75/902 of 15 December 2020, 77/903 of 7 December 2022 and 79/901 of 4 December 2024,"
    ]


def test_a_single_citation_is_replaced(text: Make, rolled_text) -> None:
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022,"], ["*Urges* them, as in its resolution 77/903;"])
    assert rolled_text(roll(prior, session=81).resolution) == [
        "*Recalling* its resolution 79/901 of 4 December 2024,",
        "*Urges* them, as in its resolution 79/901;",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("75/902,[^n1] 76/8 and 77/903,", "75/902,[^n1] 76/8, 77/903 and 79/901,"),
        ("75/902[^n1] and 77/903,", "75/902[^n1], 77/903 and 79/901,"),
        ("75/902 and 77/903 and all other resolutions", "75/902 and 77/903, 79/901 and all other resolutions"),
    ],
)
def test_the_words_around_a_list_stay(text: Make, rolled_text, before: str, after: str) -> None:
    prior = text([SERIES], [f"*Urges* them, in accordance with its resolutions {before}"], ["A/42/485, annex."])
    assert rolled_text(roll(prior, session=81).resolution)[1] == f"*Urges* them, in accordance with its resolutions {after}"


@pytest.mark.parametrize(
    "kept",
    [
        "*Recalling* Human Rights Council resolution 77/903 of 7 December 2022,",
        "*Recalling* its decision 77/903 of 7 December 2022,",
        "*Recalling* its resolution 35/168 of 15 December 1980,",
        "*Recalling* its resolutions 77/903 of 7 December 2022 and 78/5 of 1 November 2023,",
    ],
)
def test_other_citations_stay(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text([SERIES, kept]), session=81).resolution)[1] == kept


def test_two_candidates_are_left_to_a_person(text: Make) -> None:
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022,", "*Recalling also* its resolution 77/904 of 7 December 2022,"])
    rolled = roll(prior, session=81)
    assert rolled.resolution.parts[0].preamble == prior.parts[0].preamble
    assert ["may be the last iteration" in look.why for look in rolled.look] == [True, True]


def test_the_register_knows_the_last_iteration(text: Make) -> None:
    """The title decides, whatever the preamble recalls."""
    title = "Status of the Protocols Additional to the Geneva Conventions of 1949 and relating to the protection of victims of armed conflicts"
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022,"], title=title)
    assert predecessors(prior, step(prior, 81)) == ("77/107",)


def test_a_title_quoted_after_a_number_tells_it_is_another_text(text: Make) -> None:
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022, entitled “Ports of call”,"])
    assert predecessors(prior, step(prior, 81)) == ()


def test_the_latest_of_a_series_is_the_last_iteration(text: Make) -> None:
    prior = text(
        ["*Recalling* its resolutions thereon, the latest of which was resolution 78/990 of 30 June 2024,", "*Recalling also* its resolution 78/2,"]
    )
    assert predecessors(prior, step(prior, 80)) == ("78/990",)


def test_a_draft_not_yet_adopted_is_cited_with_blanks(text: Make, rolled_text) -> None:
    draft = Masthead(symbol="A/C.6/79/L.5", session=79, committee="Sixth Committee")
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022,"], masthead=draft)
    assert rolled_text(roll(prior, session=81).resolution) == ["*Recalling* its resolution 79/___ of ___,"]


@pytest.mark.parametrize(
    ("symbol", "cited"),
    [("A/RES/79/901 B", "79/901 B"), ("A/RES/79/901 A-B", "79/901 A and B"), ("A/RES/79/901 A-C", "79/901 A to C")],
)
def test_letters_belong_to_the_number(text: Make, symbol: str, cited: str) -> None:
    prior = text(masthead=replace(MASTHEAD, symbol=symbol))
    assert step(prior, 80).number == cited


def test_a_list_of_another_series_takes_its_newest_member(text: Make, rolled_text) -> None:
    """Resolution 78/111 has the title of 77/109; the register says so."""
    prior = text(
        ["*Recalling* its resolutions 76/115 of 9 December 2021 and 77/109 of 7 December 2022,"],
        masthead=replace(MASTHEAD, symbol="A/RES/78/901", session=78),
    )
    rolled = roll(prior, session=79)
    assert rolled_text(rolled.resolution) == [
        "*Recalling* its resolutions 76/115 of 9 December 2021, 77/109 of 7 December 2022 and 78/111 of 7 December 2023,"
    ]


def test_a_single_citation_with_a_newer_one_is_only_shown(text: Make) -> None:
    prior = text(["*Recalling* its resolution 77/109 of 7 December 2022,"], masthead=replace(MASTHEAD, symbol="A/RES/78/901", session=78))
    rolled = roll(prior, session=79)
    assert rolled.resolution.parts[0].preamble == prior.parts[0].preamble
    assert [look.why for look in rolled.look] == ["a newer resolution has the same title: 78/111 of 7 December 2023"]
