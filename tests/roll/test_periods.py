"""Years and periods that move with the cadence, dates that become blanks, and those that stay (un-rules I5)."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest

from draftkit import inline
from draftkit.model import Paragraph
from draftkit.roll import roll
from draftkit.roll.finders.period_rules import RULES

from .conftest import Make

MOVES = [  # rule, before, after: a text of session 79 (2024) rolled to the next one
    ("year-long", "Estimates for the period from 1 July 2024 to 30 June 2025", "Estimates for the period from 1 July 2025 to 30 June 2026"),
    ("whole-year", "the cases from 1 January to 31 December 2023", "the cases from 1 January to 31 December 2024"),
    ("covering", "covering the period from 1 May to 31 August 2024", "covering the period from 1 May to 31 August 2025"),
    ("year-ended", "the accounts for the year ended 31 December 2023", "the accounts for the year ended 31 December 2024"),
    ("as-at", "the state of the fund as at 30 June 2024", "the state of the fund as at 30 June 2025"),
    ("for-year", "within the programme budget for 2025", "within the programme budget for 2026"),
    ("for-year", "*Resolves* that, for 2025:", "*Resolves* that, for 2026:"),
    ("for-year", "the needs for 2025 compared with 2024", "the needs for 2026 compared with 2025"),
    ("session-in", "at its session in 2025", "at its session in 2026"),
    ("session-in", "on the work of its session held in 2024", "on the work of its session held in 2025"),
    ("session-in", "the preparation of the substantive session of 2025", "the preparation of the substantive session of 2026"),
    ("year", "in the financial year 2025", "in the financial year 2026"),
    ("year", "*Decides* on the calendar for the year 2025 and subsequent years", "*Decides* on the calendar for the year 2026 and subsequent years"),
    ("session-of", "at its 2025 session, its substantive 2025 session", "at its 2026 session, its substantive 2026 session"),
    ("forum-of", "the 2024 Economic and Social Council forum", "the 2025 Economic and Social Council forum"),
    ("noted-of", "Takes note of the 2024 Ministerial Declaration of the Couriers", "Takes note of the 2025 Ministerial Declaration of the Couriers"),
    ("plan-of", "*Urges* all to support the 2024 joint response plan", "*Urges* all to support the 2025 joint response plan"),
    ("during-year", "the couriers sent during 2024", "the couriers sent during 2025"),
    ("work-of-year", "*Notes* the training undertaken by the Office in 2024", "*Notes* the training undertaken by the Office in 2025"),
    ("part-of-year", "*Decides* to meet in the first half of 2025", "*Decides* to meet in the first half of 2026"),
    ("part-of-year", "*Requests* him to go on until the end of 2025", "*Requests* him to go on until the end of 2026"),
    ("in-year", "*Requests* him to act in 2025", "*Requests* him to act in 2026"),
    ("in-year", "*Recognizes* the need of talks in 2025", "*Recognizes* the need of talks in 2026"),
    ("session-month", "*Requests* help for its next session, of four days, in April 2025", "*Requests* help for its next session, of four days, in ___ 2026"),
    ("session-days", "*Decides* that the Group shall meet from 3 to 7 March 2025", None),
    ("session-days", "*Decides* that it shall hold its session from 24 February to 7 March 2025", "*Decides* that it shall hold its session from ___ to ___ 2026"),
    (
        "session-days",
        "*Takes note* of this and decides that it shall be held at Lima from 2 April to 3 May and from 2 July to 3 August 2025",
        "*Takes note* of this and decides that it shall be held at Lima from ___ to ___ and from ___ to ___ 2026",
    ),
    ("no-later-than", "*Requests* views no later than 1 September 2025", "*Requests* views no later than 1 September 2026"),
    ("deadline", "*Requests* views no later than 12 September 2025", "*Requests* views no later than ___"),
    ("deadline", "*Invites* them to write before 25 April 2025", "*Invites* them to write before ___"),
    ("commences", "*Recommends* that the debate commence on 27 October 2025", "*Recommends* that the debate commence on 26 October 2026"),
    ("report-dated", "*Takes note* of the report of the Chair of 31 May 2024", "*Takes note* of the report of the Chair of 31 May 2025"),
    ("letter", "*Takes note* of the letter dated 12 June 2024 from the Chair", "*Takes note* of the letter dated ___ from the Chair"),
    ("latest", "the submission on 2 May 2024 on the most recent events", "the submission on ___ on the most recent events"),
    ("for-year", "*Requests* plans for\u00a02025", "*Requests* plans for\u00a02026"),
]


@pytest.mark.parametrize(("rule", "before", "after"), MOVES)
def test_moves_by_the_cadence(text: Make, rolled_text, rule: str, before: str, after: str | None) -> None:
    rolled = roll(text(operative=[before]), session=80)
    assert rolled_text(rolled.resolution) == [after or before]
    if after:
        assert f"period/{rule}" in {change.rule for change in rolled.changes}


def test_every_rule_is_tried() -> None:
    assert {rule.name for rule in RULES} - {f"period/{rule}" for rule, _, _ in MOVES} == {"period/two-years"}


@pytest.mark.parametrize(
    "kept",
    [
        # targets, plans and what is for all time
        "*Requests* him to attain the goals by 2030 and the 2030 Agenda",
        "*Decides* on the plan for 2021–2030 and the Decade for 2024–2033",
        "*Requests* them to attain it by the year 2025",
        "*Decides* on the strategy for 2022–2025",
        "*Urges* them to ratify the Convention of 4 December 2024, which entered into force on 1 February 2025",
        "*Requests* a report on the treaty of 4 December 2024",
        # what took place, and the past
        "*Recalls* the summit held in 2024",
        "*Recalls* the seminar held in Lima from 3 to 7 June 2024",
        "*Welcomes* the meeting held at Geneva from 27 May to 1 June 2024",
        "*Notes* that, as at 31 July 2024, there were ten contracts",
        "*Recalls* the report of the inquiry of 6 April 2024",
        "the programme budget for 2019",
        "*Recalls* the trial, beginning with the programme budget for 2024",
        "the letter dated 29 January 2023",
        # what was only told, or said by others
        "*Notes* the plan for action in 2025",
        "*Notes* the item “Budget for 2025”",
        "*Notes* that views were due before 25 April 2025",
        "*Notes* the decision to end it in the first half of 2025",
        "*Recalls* the theme for the 2025 session",
        # what ends, or comes but once
        "*Invites* all to mark the fiftieth anniversary of the Union in 2025",
        "*Requests* a last report on the Decade, which comes to an end in 2025",
    ],
)
def test_leaves_other_years_alone(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("at its 2023 and 2024 sessions", "at its 2025 and 2026 sessions"),
        ("the yearbook for 2022 and 2023", "the yearbook for 2024 and 2025"),
        ("*Notes* the training undertaken by the Office in 2024", "*Notes* the training undertaken by the Office in 2026"),
        ("*Requests* him to act in 2025", "*Requests* him to act in 2027"),
        ("*Requests* views by 31 May 2026", "*Requests* views by ___"),
        # a period of one year, in a text of every second session, may be either year
        ("Estimates for the period from 1 July 2024 to 30 June 2025", "Estimates for the period from 1 July 2024 to 30 June 2025"),
        ("at its 2020 and 2024 sessions", "at its 2020 and 2024 sessions"),
    ],
)
def test_a_text_of_every_second_session(text: Make, rolled_text, before: str, after: str) -> None:
    assert rolled_text(roll(text(operative=[before]), session=81).resolution) == [after]


def test_two_years_stay_in_a_text_of_every_session(text: Make, rolled_text) -> None:
    kept = "*Decides* on meetings in the years 2025 and 2026"
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]


def test_a_leap_day_is_not_moved_to_a_day_that_is_none(text: Make, rolled_text) -> None:
    kept = "Estimates for the period from 1 March 2023 to 29 February 2024"
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]


def test_items_of_a_paragraph_that_asks_are_asked_too(text: Make) -> None:
    prior = text(operative=["*Requests* the Secretary-General:", "*Notes* what was said:"])
    part = prior.parts[0]
    items = [(Paragraph(f"item-{at}", inline.parse("To act in 2025;")),) for at in (1, 2)]
    asked = replace(part, operative=tuple(replace(block, items=item) for block, item in zip(part.operative, items, strict=True)))
    rolled = roll(replace(prior, parts=(asked,)), session=80)
    assert [(change.paragraph, change.new) for change in rolled.changes if change.rule == "period/in-year"] == [("item-1", "2026")]


def test_quotation_marks_that_are_not_closed_cost_no_time(text: Make, rolled_text) -> None:
    kept = "*Requests* " + "“" * 50_000 + " views in the year 2025"
    began = perf_counter()
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]
    assert perf_counter() - began < 5
