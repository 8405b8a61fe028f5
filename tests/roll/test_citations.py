"""The citation of the last iteration (un-rules D7, D8, I3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.model import Masthead
from draftkit.roll import roll
from draftkit.roll.lineage import predecessors
from draftkit.roll.step import step
from draftkit.un import register

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
        "*Recalling* its resolutions 76/115 of 9 December 2021 and 78/5 of 1 November 2023,",
    ],
)
def test_other_citations_stay(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text([SERIES, kept]), session=81).resolution)[1] == kept


def test_two_candidates_in_one_paragraph_are_left_to_a_person(text: Make) -> None:
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022 on harbours and its resolution 77/904 of 7 December 2022 on tides,"])
    rolled = roll(prior, session=81)
    assert rolled.resolution.parts[0].preamble == prior.parts[0].preamble
    assert [look.rule for look in rolled.look] == ["citation/candidates", "citation/candidates"]


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


SEVENTY_EIGHT = replace(MASTHEAD, symbol="A/RES/78/901", session=78, adopted="4 December 2023")


def test_a_single_citation_of_the_preamble_gives_way_to_the_newest_of_its_series(text: Make, rolled_text) -> None:
    prior = text(["*Recalling* its resolution 77/109 of 7 December 2022,"], ["*Acts* on resolution 77/109;"], masthead=SEVENTY_EIGHT)
    assert rolled_text(roll(prior, session=79).resolution) == [
        "*Recalling* its resolution 78/111 of 7 December 2023,",
        "*Acts* on resolution 78/111;",
    ]


@pytest.mark.parametrize(
    "kept",
    [
        "*Recalling* its resolution 77/109 of 7 December 2022, in which it did so,",
        "*Recalling* paragraph 3 of its resolution 77/109 of 7 December 2022,",
    ],
)
def test_what_a_citation_is_cited_for_stays_and_the_newest_is_offered(text: Make, kept: str) -> None:
    prior = text([kept], masthead=SEVENTY_EIGHT)
    rolled = roll(prior, session=79)
    assert rolled.resolution.parts[0].preamble == prior.parts[0].preamble
    assert [(look.rule, look.offer) for look in rolled.look] == [("citation/latest-of", "78/111 of 7 December 2023")]


def test_the_topic_tells_a_series_too(text: Make, rolled_text) -> None:
    """Resolution 78/149 is called "Disaster risk reduction" as the cited one is; the register has no title of the latter."""
    prior = text(
        ["*Recalling* its resolution 76/990 of 9 December 2021 on the disaster risk reduction, which it needs,"],
        masthead=SEVENTY_EIGHT,
    )
    newest = register.series("Disaster risk reduction")
    cited = next(number for number in newest if number.startswith("78/"))
    assert rolled_text(roll(prior, session=79).resolution) == [
        f"*Recalling* its resolution {cited} of {register.adopted(cited)} on the disaster risk reduction, which it needs,"
    ]


def test_a_yearly_text_of_the_same_session_leaves_a_blank(text: Make, rolled_text) -> None:
    prior = text([], ["*Reaffirms* its resolution 78/111 of 7 December 2023;"], masthead=SEVENTY_EIGHT)
    assert rolled_text(roll(prior, session=79).resolution) == ["*Reaffirms* its resolution 79/___ of ___;"]


def test_a_paragraph_that_repeats_a_paragraph_repeats_itself_next(text: Make, rolled_text) -> None:
    prior = text(
        ["*Recalling* its resolution 77/903 of 7 December 2022,"],
        ["*Acts*;", "*Reiterates* its request in paragraph 4 of its resolution 77/903;", "*Recalls* paragraph 40 of its resolution 77/903;"],
    )
    assert rolled_text(roll(prior, session=81).resolution)[2:] == [
        "*Reiterates* its request in paragraph 2 of its resolution 79/901;",
        "*Recalls* paragraph 40 of its resolution 77/903;",
    ]


def test_the_date_goes_to_the_first_mention_that_is_left(text: Make, rolled_text) -> None:
    prior = text(
        ["*Recalling* its resolution 77/903 of 7 December 2022,"], ["*Recalls* its resolutions 75/902 of 15 December 2020 and 77/903;"]
    )
    assert rolled_text(roll(prior, session=81).resolution)[1] == (
        "*Recalls* its resolutions 75/902 of 15 December 2020, 77/903 of 7 December 2022 and 79/901;"
    )


@pytest.mark.parametrize(
    ("beside", "after"),
    [
        ("Human Rights Council resolution 49/5 of 31 March 2022", "Human Rights Council resolution ___ of ___"),
        (
            "Human Rights Council resolutions 46/6 of 23 March 2021 and 55/5 of 31 March 2024",
            "Human Rights Council resolutions 46/6 of 23 March 2021, 55/5 of 31 March 2024 and ___ of ___",
        ),
        ("its decision 77/555 of 7 December 2022", "its decision ___ of ___"),
        ("Human Rights Council resolution 5/1 of 18 June 2007", None),
        ("its decision 50/500 of 17 September 1996", None),
        ("Security Council resolution 2664 (2022) of 9 December 2022", None),
        ("Economic and Social Council resolution 2022/14 of 21 July 2022", None),
    ],
)
def test_what_other_bodies_adopt_beside_the_last_iteration(text: Make, rolled_text, beside: str, after: str | None) -> None:
    rolled = roll(text([f"*Recalling* its resolution 77/903 of 7 December 2022 and {beside},"]), session=81)
    assert rolled_text(rolled.resolution) == [f"*Recalling* its resolution 79/901 of 4 December 2024 and {after or beside},"]


@pytest.mark.parametrize(
    "before",
    [
        "*Recalling* its resolutions 71/9 of 5 December 2016, 73/902 of 5 December 2018 and 76/903 of 7 December 2021,",
        "*Recalling* its resolution 61/9 of 4 December 2006 and its resolutions thereon, the latest of which was resolution 76/903,",
        "*Recalling* its resolution 76/903 of 7 December 2021 on lighthouses,",
        "*Noting* the report submitted pursuant to resolution 76/903,",
    ],
)
def test_the_words_tell_the_last_iteration(text: Make, before: str) -> None:
    symbol = "A/RES/79/901" if "71/9" in before else "A/RES/78/901"
    prior = text([before], masthead=replace(MASTHEAD, symbol=symbol, session=int(symbol[6:8])), title="Lighthouses")
    assert predecessors(prior, step(prior, 80)) == ("76/903",)


def test_the_part_before_is_the_last_iteration_of_the_next_part(text: Make) -> None:
    prior = text(["*Recalling* its resolution 79/901 A of 4 December 2024,"], masthead=replace(MASTHEAD, symbol="A/RES/79/901 B"))
    assert predecessors(prior, step(prior, 80)) == ("79/901 A",)


def test_a_resolution_of_another_body_since_is_shown(text: Make) -> None:
    rolled = roll(text([], ["*Notes* Human Rights Council resolution 55/5 of 4 April 2024;"]), session=81)
    assert [look.rule for look in rolled.look] == ["citation/other-body"]


@pytest.mark.parametrize(("day", "number"), [("15 June 2023", "77/903"), ("16 December 2024", "79/901")])
def test_no_resolution_brings_about_what_was_before_it(text: Make, rolled_text, day: str, number: str) -> None:
    held = f"*Notes* the meeting held in Accra on {day} on the theme “Lamps for all” pursuant to its resolution 77/903;"
    rolled = roll(text([SERIES], [held]), session=81)
    assert rolled_text(rolled.resolution)[1] == held.replace("77/903", number)
