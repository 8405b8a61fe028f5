"""Dates written out (un-rules C10)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.un import dates


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2200, 1, 1)))
def test_dates_are_read_back(day):
    written = dates.format(day)
    assert dates.parse(written) == day
    assert dates.parse(written.replace(" ", "\u00a0")) == day
    assert re.fullmatch(dates.DATE, written)


@pytest.mark.parametrize("text", ["", "December 4, 2024", "31 February 2024", "0 May 2024", "4 december 2024", "4 December 24", "2024-12-04", "4 December 2024 x"])
def test_what_is_no_date(text):
    assert dates.parse(text) is None


def test_a_day_is_written_without_a_nought():
    assert dates.format(date(2024, 12, 4)) == "4 December 2024"
