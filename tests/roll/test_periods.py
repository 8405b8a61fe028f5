"""Years and periods that move with the cadence, and those that stay (un-rules I5)."""

from __future__ import annotations

import pytest

from draftkit.roll import roll

from .conftest import Make


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Estimates for the period from 1 July 2024 to 30 June 2025", "Estimates for the period from 1 July 2025 to 30 June 2026"),
        ("the report covering the period from 1 January to 31 December 2023", "the report covering the period from 1 January to 31 December 2024"),
        ("within the programme budget for 2025", "within the programme budget for 2026"),
        ("*Resolves* that, for 2025:", "*Resolves* that, for 2026:"),
        ("at its session in 2025", "at its session in 2026"),
        ("on the work of its session held in 2024", "on the work of its session held in 2025"),
        ("in the financial year 2025", "in the financial year 2026"),
        ("at its 2025 substantive session, the 2025 session", "at its 2025 substantive session, the 2026 session"),
        ("the 2024 Economic and Social Council forum", "the 2025 Economic and Social Council forum"),
        ("*Requests* him to act in 2025", "*Requests* him to act in 2026"),
        ("*Requests* views no later than 1 September 2025", "*Requests* views no later than 1 September 2026"),
        ("*Invites* them to write before 25 April 2025", "*Invites* them to write before ___"),
        ("*Recommends* that the debate commence on 27 October 2025", "*Recommends* that the debate commence on ___"),
        ("for\u00a02025", "for\u00a02026"),
    ],
)
def test_moves_by_the_cadence(text: Make, rolled_text, before: str, after: str) -> None:
    # a noun before "for" keeps the last example from standing at the beginning of its paragraph
    before, after = (f"*Requests* plans {each}" if each.startswith("for\u00a0") else each for each in (before, after))
    assert rolled_text(roll(text(operative=[before]), session=80).resolution) == [after]


@pytest.mark.parametrize(
    "kept",
    [
        "*Requests* him to attain the goals by 2030 and the 2030 Agenda",
        "*Decides* on the plan for 2021–2030 and the Decade for 2024–2033",
        "*Recalls* the summit held in 2024",
        "*Notes* the plan for action in 2025",
        "*Notes* the item “Budget for 2025”",
        "*Recalls* the trial, beginning with the programme budget for 2024",
        "*Decides* on the calendar for the year 2025 and subsequent years",
        "*Requests* a report on the treaty of 4 December 2024",
        "*Notes* that views were due before 25 April 2025",
        "the programme budget for 2019",
    ],
)
def test_leaves_other_years_alone(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]


def test_items_of_a_paragraph_that_asks_are_asked_too(text: Make) -> None:
    from dataclasses import replace

    from draftkit import inline
    from draftkit.model import Paragraph

    prior = text(operative=["*Requests* the Secretary-General:"])
    item = Paragraph("item", inline.parse("To act in 2025;"))
    part = prior.parts[0]
    asked = replace(part, operative=(replace(part.operative[0], items=(item,)),))
    rolled = roll(replace(prior, parts=(asked,)), session=80)
    assert [(change.paragraph, change.new) for change in rolled.changes if change.rule == "period"] == [("item", "2026")]


def test_a_text_of_every_second_session_keeps_its_yearly_periods(text: Make, rolled_text) -> None:
    kept = "Estimates for the period from 1 July 2024 to 30 June 2025"
    assert rolled_text(roll(text(operative=[kept]), session=81).resolution) == [kept]
