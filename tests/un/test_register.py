"""The register of adopted resolutions."""

from __future__ import annotations

import re

import pytest

from draftkit.un import dates
from draftkit.un.register import adopted, entries, fold, series, title


def test_knows_date_and_title() -> None:
    assert (adopted("79/126"), title("79/126")) == ("4 December 2024", "The rule of law at the national and international levels")


def test_knows_the_dates_of_older_texts() -> None:
    assert (adopted("35/168"), title("35/168")) == ("15 December 1980", "")


def test_does_not_know_others() -> None:
    assert (adopted("79/999"), title("79/999"), series("")) == ("", "", ())


def test_a_series_has_one_title() -> None:
    found = series("the Rule of Law at the national and international levels")
    assert found[:2] == ("74/191", "75/141")
    assert len({fold(title(number)) for number in found}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Programme budget for 2024", "Programme budget for 2025"), ("Report on its seventy-fifth session", "Report on its seventy\u2011sixth session")],
)
def test_years_and_sessions_do_not_part_a_series(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_every_entry_is_well_formed() -> None:
    for entry in entries().values():
        assert re.fullmatch(r"(?:(?:ES|S)-)?\d+/\d+[A-Z]?(?: [A-Z](?:[-\u2013][A-Z])?)?", entry.number), entry
        assert dates.parse(entry.date), entry
