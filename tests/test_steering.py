"""Characters that steer a terminal or a page do not reach one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.steering import STEERING, escaped, plain


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Safety\x1b[31m", "Safety [31m"),
        ("a\x07b\x9bc\x7fd\re", "a b c d e"),
        ("a\u202eb\u2066c\u2028d", "a b c d"),
        ("a\tb\nc", "a\tb\nc"),
        ("“Côte d’Ivoire” – non\u2011proliferation\u00a077", "“Côte d’Ivoire” – non\u2011proliferation\u00a077"),
    ],
)
def test_what_steers_is_a_blank(words: str, shown: str) -> None:
    assert plain(words) == shown


@given(st.text())
def test_json_says_the_same_and_steers_nothing(words: str) -> None:
    made = escaped(json.dumps(words, ensure_ascii=False))
    assert json.loads(made) == words
    assert not {ord(sign) for sign in made} & STEERING.keys()
