"""Paragraph numbers of the reports of the year become blanks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.model import Cell, Table
from draftkit.roll import roll

from .conftest import Make


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*Recalls* paragraph 8 of the report of the Advisory Committee;", "*Recalls* paragraph ___ of the report of the Advisory Committee;"),
        ("the measures listed in paragraph 41 (a) of its report;", "the measures listed in paragraph ___ (a) of its report;"),
        ("paragraphs 8 and 10 (b) of the report of the Commission", "paragraphs ___ of the report of the Commission"),
        ("paragraphs 8, 9 and 10 of its report", "paragraphs ___ of its report"),
        ("paragraphs 14 to 19 of the report of the Commission on Couriers", "paragraphs ___ of the report of the Commission on Couriers"),
    ],
)
def test_blanks_the_numbers_of_the_next_report(text: Make, rolled_text, before: str, after: str) -> None:
    rolled = roll(text(operative=[before]), session=80)
    assert rolled_text(rolled.resolution) == [after]
    assert [change.rule for change in rolled.changes if change.paragraph == "op-1"] == ["pinpoint/report"]


@pytest.mark.parametrize(
    "kept",
    [
        "paragraph 42 of its report on the work of its seventieth session",
        "paragraph 57 of the report of the Secretary-General",
        "paragraph 12 of the report of the Committee of 1952",
        "paragraphs 102 to 106 of his report dated 18 September 1952",
        "paragraph 19 of the Programme of Action",
        "paragraph 6 of its resolution 59/276",
    ],
)
def test_leaves_other_numbers_alone(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text(operative=[kept]), session=80).resolution) == [kept]


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("A/79/26.", "___"),
        ("A/42/26, annex.", "8"),
        ("A/78/26.", "___"),  # may still be the latest
        ("A/78/26 and A/79/26/Add.1.", "___"),
        ("*Official Records*, p. 4.", "___"),
    ],
)
@pytest.mark.parametrize("called", ["[^n2] on it;", ",[^n2] on it;", ";[^n2]"])
def test_an_older_report_keeps_its_numbers(text: Make, rolled_text, note: str, number: str, called: str) -> None:
    prior = text(operative=[f"*Notes* this[^n1] and paragraph 8 of the report of the Committee{called}"], notes=["A/79/11.", note])
    assert f"and paragraph {number} of the report" in rolled_text(roll(prior, session=80).resolution)[0]


def test_every_cell_of_a_table_has_its_own_notes(text: Make) -> None:
    written = ["paragraph 8 of the report of the Committee[^n1]", "paragraph 9 of the report of the Committee[^n2]"]
    prior = text(notes=["A/42/26.", "A/79/26."])
    (part,) = prior.parts
    table = Table("t", (tuple(Cell(inline.parse(each)) for each in written),))
    rolled = roll(replace(prior, parts=(replace(part, operative=(table,)),)), session=80)
    (row,) = rolled.resolution.parts[0].operative[0].rows
    assert [inline.format(cell.content) for cell in row] == [written[0], written[1].replace("9", "___")]
