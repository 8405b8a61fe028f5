"""Ordinals of sessions: whose they are, and which of them move (un-rules D11, H)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.roll import roll
from draftkit.roll.bodies import mentions

from .conftest import Make


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*Requests* a report at its eightieth session;", "*Requests* a report at its eighty-first session;"),
        ("*Decides* on the provisional agenda of its eightieth session.", "*Decides* on the provisional agenda of its eighty-first session."),
        ("at the sixty-fourth to seventy-ninth sessions", "at the sixty-fourth to eightieth sessions"),
        ("at its seventy-ninth and eightieth sessions", "at its eightieth and eighty-first sessions"),
        ("during the seventy-ninth session", "during the eightieth session"),
        ("Eightieth session of the General Assembly", "Eighty-first session of the General Assembly"),
        ("the main part of its eightieth session", "the main part of its eighty-first session"),
        ("the Commission shall report to the General Assembly at its eightieth session", "the Commission shall report to the General Assembly at its eighty-first session"),
        ("the report of the Sixth Committee on its work during the seventy-ninth session", "the report of the Sixth Committee on its work during the eightieth session"),
        ("the report of the Committee at the eightieth session of the Assembly", "the report of the Committee at the eighty-first session of the Assembly"),
        ("*Requests* the Committee to inform the General Assembly of the costs at its eightieth session;", "*Requests* the Committee to inform the General Assembly of the costs at its eighty-first session;"),
        ("*Requests* a study by the Committee on Lighthouses at the main part of its eightieth session;", "*Requests* a study by the Committee on Lighthouses at the main part of its eighty-first session;"),
        ("*Invites* proposals for consideration by the relevant committees at its eightieth session;", "*Invites* proposals for consideration by the relevant committees at its eighty-first session;"),
        ("*Allows* them to vote until the end of its seventy-ninth session;", "*Allows* them to vote until the end of its eightieth session;"),
        ("*Requests* the Secretariat to send on the records of the seventy-ninth session of the General Assembly;", "*Requests* the Secretariat to send on the records of the eightieth session of the General Assembly;"),
        ("*Recalling* that it decided to include the item in the provisional agenda of its seventy-ninth session,", "*Recalling* that it decided to include the item in the provisional agenda of its eightieth session,"),
        ("to the General Assembly and the Council at their eightieth and sixtieth sessions, respectively", "to the General Assembly and the Council at their eighty-first and sixtieth sessions, respectively"),
    ],
)
def test_moves_sessions_of_the_assembly(text: Make, rolled_text, before: str, after: str) -> None:
    assert rolled_text(roll(text(operative=[before]), session=80).resolution) == [after]


@pytest.mark.parametrize(
    "kept",
    [
        "adopted at its forty-second session",
        "adopted at its seventy-eighth and seventy-ninth sessions",
        "convened at its seventy-ninth session",
        "*Requests* a report each year, starting at its seventy-ninth session;",
        "*Recalls* its decision to wait until its seventy-ninth session;",
        "the debate of the General Assembly at its seventy-ninth session, held in May,",
        "the World Health Assembly, at its eightieth session,",
        "the report of the International Law Commission on the work of its eightieth session",
        "the eightieth session of the Commission",
        "the Economic and Social Commission for Asia and the Pacific, at its eightieth session, endorsed it",
        "at its tenth special session",
        "at its eighty-fifth session",
        "the eightieth anniversary of the session",
    ],
)
def test_leaves_other_sessions_alone(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]


def test_the_sessions_since_the_last_text_are_those_since_this_one(text: Make, rolled_text) -> None:
    reports = "*Welcomes* the reports submitted to the General Assembly at its seventy-eighth[^n1] and seventy-ninth[^n2] sessions;"
    prior = text(operative=[reports], notes=["See the annex.", "See the table."])
    (rolled, *_) = rolled_text(roll(prior, session=81).resolution)
    assert rolled == reports.replace("seventy-ninth", "eighty-first").replace("seventy-eighth", "eightieth")


def test_keeps_the_hyphen_and_the_format(text: Make, rolled_text) -> None:
    prior = text(operative=["*Decides* on its *eighty\u2011first* session;"])
    assert rolled_text(roll(prior, session=81).resolution) == ["*Decides* on its *eighty\u2011third* session;"]


def test_a_session_beyond_those_known_stays(text: Make, rolled_text) -> None:
    kept = "*Requests* a report at its one hundred and fiftieth session;"
    prior = text(operative=[kept])
    prior = replace(prior, masthead=replace(prior.masthead, session=148))
    assert rolled_text(roll(prior, session=150).resolution) == [kept]


def test_finds_the_ordinals_of_a_range() -> None:
    text = "the sixty-fourth to seventy-ninth sessions of the General Assembly"
    (mention,) = mentions(text)
    assert [(number, text[start:end]) for number, start, end in mention.ordinals] == [(64, "sixty-fourth"), (79, "seventy-ninth")]
    assert (mention.range, mention.assembly) == (True, True)
