"""The words of a register: numbers, dates, committees and bracket lines, however a person writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.errors import DraftkitError
from draftkit.un import dates
from draftkit.un.register.file import basis_of, committee_of, date_of, number_of, read, written
from draftkit.un.register.record import Entry, loosened


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A/RES/79/124", "79/124"), ("79/124", "79/124"), (" 75/257\u00a0B ", "75/257 B"), ("A/RES/74/92 A\u2013B", "74/92 A-B"),
        ("74/264 A to C", "74/264 A-C"), ("217 A (III)", "217 A (III)"), ("ES-11/1", "ES-11/1"), ("S\u201132/1", "S-32/1"),
        ("79-124", ""), ("1980/67", ""), ("2347 (2017)", ""), ("A/79/124", ""), ("", ""),
    ],
)  # fmt: skip
def test_numbers(text: str, number: str) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [("2024-12-04", "4 December 2024"), ("4\u00a0December 2024", "4 December 2024"), ("2024-13-04", ""), ("4/12/2024", ""), ("", "")],
)
def test_dates(text: str, day: str) -> None:
    assert date_of(text) == day


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("sixth", "C.6"), ("C.6", "C.6"), ("6", "C.6"), ("Sixth Committee", "C.6"), ("c.4", "C.4"), ("Fourth Committee", "C.4"),
        ("Special Political and Decolonization Committee (Fourth Committee)", "C.4"), ("Plenary", "plenary"), ("seventh", ""), ("", ""),
    ],
)  # fmt: skip
def test_committees(text: str, body: str) -> None:
    assert committee_of(text) == body


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("[on the report of the Sixth Committee (A/80/901, para. 7)]", ("C.6", "A/80/901, para. 7")),
        ("on the report of the Special Political and Decolonization Committee (Fourth Committee) (A/80/902)", ("C.4", "A/80/902")),
        ("[without reference to a Main Committee (A/80/L.901 and A/80/L.901 /Add.1)]", ("plenary", "A/80/L.901 and A/80/L.901/Add.1")),
        ("[on the report of the Credentials Committee (A/80/903)]", ("", "")),
        ("", ("", "")),
    ],
)
def test_bracket_lines(line: str, parts: tuple[str, str]) -> None:
    assert basis_of(line) == parts


WORDS = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=8)
LINES = st.lists(WORDS, max_size=4).map(lambda words: loosened(" ".join(words)))


@st.composite
def made(draw: st.DrawFn) -> Entry:
    """An entry as the register may hold it."""
    day = dates.format(draw(st.dates(min_value=dates.parse("1 October 2025"), max_value=dates.parse("30 August 2026"))))  # type: ignore[arg-type]
    number = f"80/{draw(st.integers(1, 999))}"
    committee = draw(st.sampled_from(("", "C.1", "C.6", "plenary")))
    item = loosened(draw(LINES).replace("-", " "))
    return Entry(number, day, draw(LINES), item, committee, draw(LINES), draw(LINES))


@given(st.lists(made(), max_size=4, unique_by=lambda entry: entry.number))
def test_what_is_written_is_read_again(entries: list[Entry]) -> None:
    once = written(read(written(entries), "x.csv"))
    assert once == written(entries)
    assert {each.number for each in read(once, "x.csv")} == {each.number for each in entries}


@given(st.text(max_size=60) | st.lists(st.text(max_size=20), max_size=4).map(lambda rows: "number,date\n" + "\n".join(rows)))
def test_any_text_is_a_register_or_refused(text: str) -> None:
    try:
        read(text, "x.csv")
    except DraftkitError as error:
        assert error.remedy  # noqa: PT017
