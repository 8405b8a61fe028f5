"""At which session a text comes back (un-rules C5, C6, H)."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest

from draftkit.errors import DraftkitError
from draftkit.model import Text
from draftkit.roll import roll
from draftkit.roll.cadence import expected

from .conftest import Make

AGENDA = "*Decides* to include in the provisional agenda of its eighty-first session the item entitled “Couriers”."
REPORT = "*Requests* the Secretary-General to submit to the General Assembly at its eightieth session a report on couriers;"
SERIES = (
    "Consideration of effective measures to enhance the protection, security and safety of diplomatic and consular missions "
    "and representatives"
)


@pytest.mark.parametrize(
    ("operative", "says"),
    [
        ((AGENDA,), (81, None)),
        ((REPORT,), (None, 80)),
        ((REPORT, AGENDA), (81, 80)),
        (("*Decides* to revert to the question at its eighty-second session.",), (82, None)),
        (("*Recalls* what was said at its seventy-ninth session;",), (None, None)),
        (("*Requests* a report to the Committee on Lighthouses at its eightieth session;",), (None, None)),
    ],
)
def test_reads_the_clauses(text: Make, operative: tuple[str, ...], says: tuple[int | None, int | None]) -> None:
    cadence = expected(text(operative=operative))
    assert (cadence.agenda, cadence.report) == says


def test_the_series_goes_on_as_it_did(text: Make) -> None:
    cadence = expected(text(title=SERIES))
    assert (cadence.series, cadence.session) == (81, 81)


def test_the_session_is_derived(text: Make) -> None:
    assert roll(text(operative=[REPORT, AGENDA])).resolution.masthead.session == 81


def test_nothing_is_guessed(text: Make) -> None:
    with pytest.raises(DraftkitError) as raised:
        roll(text(title="Of no series at all"))
    assert raised.value.remedy == "name the coming session"


def test_the_three_are_held_against_the_session_chosen(text: Make) -> None:
    looks = [look for look in roll(text(operative=[REPORT, AGENDA], title=SERIES), session=82).look if look.rule == "cadence"]
    assert [(look.paragraph, look.why, look.text) for look in looks] == [
        ("op-2", "the agenda clause names the eighty-first session; the text is rolled to the eighty-second", "eighty-first session"),
        ("op-1", "the report is asked for at the eightieth session; the text is rolled to the eighty-second", "eightieth session"),
        ("title", "the series returns every two sessions: the eighty-first; the text is rolled to the eighty-second", "eighty-first session"),
    ]


def test_where_all_agree_nothing_is_said(text: Make) -> None:
    prior = text(operative=[AGENDA], title=SERIES)
    assert [look for look in roll(prior, session=81).look if look.rule == "cadence"] == []


def test_a_series_near_the_last_session_that_is_known(text: Make) -> None:
    prior = text(title=SERIES)
    assert expected(replace(prior, masthead=replace(prior.masthead, session=150))).series is None
    assert expected(replace(prior, title=(Text(""),))).series is None


def test_a_long_text_is_read_in_no_time(text: Make) -> None:
    """Only the words near a session are read: the time grows with the length of a text, not with its square."""
    long = "*Requests* him to submit at its eightieth session " + "and to submit at its eightieth session " * 600
    began = perf_counter()
    assert expected(text(operative=[long])).report == 80
    assert perf_counter() - began < 5
