"""Sessions: number, ordinal, years (un-rules D10, D11)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.un.sessions import HIGHEST, capitalize, capitalized, number, ordinal, years


@given(st.integers(1, HIGHEST))
def test_an_ordinal_gives_its_number_back(session: int) -> None:
    assert number(ordinal(session)) == session
    assert number(capitalized(session).replace("-", "\u2011")) == session


@given(st.integers(1, HIGHEST))
def test_a_session_opens_in_its_first_year(session: int) -> None:
    assert years(session) == (1945 + session, 1946 + session)


@pytest.mark.parametrize(("session", "word"), [(81, "eighty-first"), (90, "ninetieth"), (101, "one hundred and first")])
def test_ordinals_in_words(session: int, word: str) -> None:
    assert ordinal(session) == word
    assert capitalize(word)[0].isupper()


@pytest.mark.parametrize("session", [0, HIGHEST + 1])
def test_there_is_no_such_session(session: int) -> None:
    with pytest.raises(ValueError, match="no session"):
        ordinal(session)
