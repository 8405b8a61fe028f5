"""Labels of paragraphs: counting in figures, letters and numerals, and reading them back (un-rules A9, A10)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.un.labels import DEEPEST, LABEL, depth, from_letter, from_roman, label, letter, ordinal_at, roman

numbers = st.integers(1, 300)


@given(st.integers(1, 3999))
def test_numerals_are_read_back(n):
    assert from_roman(roman(n)) == n
    assert from_roman(roman(n).upper()) == n


@given(st.integers(1, 26 * 20))
def test_letters_are_read_back(n):
    assert from_letter(letter(n)) == n


@given(st.integers(0, DEEPEST), numbers)
def test_labels_say_their_place(at, n):
    assert ordinal_at(label(at, n), at) == n


@given(st.integers(0, DEEPEST), st.integers(1, 26))
def test_usual_labels_look_like_labels(at, n):
    assert LABEL.fullmatch(label(at, n))


@given(st.integers(0, DEEPEST), st.integers(1, 29))
def test_the_next_label_of_a_row_goes_on_with_it(at, n):
    above = tuple(label(degree, 1) for degree in range(at))
    assert depth(label(at, n + 1), (*above, label(at, n))) == at


@given(st.integers(1, DEEPEST))
def test_the_first_label_after_a_colon_opens_a_row(at):
    above = tuple(label(degree, 1) for degree in range(at))
    assert depth(label(at, 1), above, after_colon=True) == at


@pytest.mark.parametrize(
    ("printed", "open_labels", "after_colon", "expected"),
    [
        ("(i)", ("1.", "(h)"), False, 1),
        ("(i)", ("1.", "(h)"), True, 2),
        ("(i)", ("1.", "(a)"), False, 2),
        ("(ii)", ("1.", "(h)", "(i)"), False, 2),
        ("(j)", ("1.", "(i)"), False, 1),
        ("(v)", ("1.", "(u)"), False, 1),
        ("(v)", ("1.", "(c)", "(iv)"), False, 2),
        ("(b)", ("1.", "(a)", "(iii)", "b."), False, 1),
        ("2.", ("1.", "(a)", "(iii)"), False, 0),
        ("(d)", ("1.", "(b)"), False, 1),
        ("a.", ("1.", "(a)", "(i)"), False, 3),
        ("i.", ("1.", "(a)", "(i)", "h."), False, 3),
        ("i.", ("1.", "(a)", "(i)", "a."), False, 4),
        ("(aa)", ("1.", "(z)"), False, 1),
        ("(c)", ("1.",), False, None),
        ("(a)", ("1.", "(b)"), False, None),
        ("*", ("1.",), False, None),
    ],
)
def test_the_sequence_decides_the_depth(printed, open_labels, after_colon, expected):
    assert depth(printed, open_labels, after_colon=after_colon) == expected


@pytest.mark.parametrize("word", ["", "iiii", "vx", "ic", "abc", "1", "xii."])
def test_what_is_no_numeral(word):
    assert from_roman(word) is None


@pytest.mark.parametrize("word", ["", "ab", "A", "1", "é"])
def test_what_is_no_letter(word):
    assert from_letter(word) is None


@pytest.mark.parametrize(("printed", "at"), [("(a)", 0), ("1.", 1), ("(ab)", 1), ("(abc)", 2), ("(a)", 3), ("4 bis.", 0), ("", 0)])
def test_labels_of_another_degree_claim_no_place(printed, at):
    assert ordinal_at(printed, at) is None
