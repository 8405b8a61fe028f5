"""YAML as people type it: every scalar stays text; what is broken or hostile is one line and quick."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from core_strategies import trap_texts
from draftkit import yaml_text
from draftkit.errors import Unreadable
from draftkit.yaml_text import load


@pytest.mark.parametrize(
    ("value", "text"),
    [("080", "080"), ("2024-12-04", "2024-12-04"), ("yes", "yes"), ("1.10", "1.10"), ("null", ""), ("~", ""), ("", ""), ('"null"', "null")],
)
def test_scalars_stay_text(value, text):
    assert load(f"key: {value}\n", "a.yaml")["key"].text == text


def test_every_value_knows_its_line():
    node = load("a: one\nb:\n  - two\n  - |-\n    three\n", "a.yaml")
    assert (node["a"].place, node["b"].items[1].place, node["b"].items[1].text) == ("a.yaml:1", "a.yaml:4", "three")
    assert node.plain() == {"a": "one", "b": ["two", "three"]}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "the file is empty"),
        ("# only a comment\n", "the file is empty"),
        ("text: *Recalling* the\n", "not YAML"),
        ("a: *b\n", "aliases (*b) are not allowed"),
        ("a: &b c\n", "anchors (&b) are not allowed"),
        ("a: !!python/object/apply:os.system [x]\n", "tags ("),
        ("a: !mine x\n", "tags ("),
        ("a: 1\na: 2\n", 'the key "a" stands twice'),
        ('a: "never closed\n', "not YAML"),
        ("a: [1, 2\n", "not YAML"),
        ("a: one: two\n", "not YAML"),
        ("\tb: c\n", "not YAML"),
        ("a: 1\n---\nb: 2\n", "a second YAML document begins here"),
        ("a: \x00\n", "not YAML"),
        ("a: \x07\n", "not YAML"),
        ("? [a]\n: b\n", "here should stand a text"),
        ("[" * 60 + "]" * 60, "nested more than 50 deep"),
    ],
)
def test_what_cannot_be_read_is_one_line(source, message):
    with pytest.raises(Unreadable) as caught:
        load(source, "draft.yaml")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.where.startswith("draft.yaml")
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("source", "line", "remedy"),
    [
        ("a:\n  b: 1\n\tc: 2\n", 3, "use blanks, not tabs"),
        ("a:\n\t- b\n", 2, "use blanks, not tabs"),
        ("a:\n  - id: x\n    text: |-\n      It\n   items: b\n", 5, "as far in as the lines around it"),
        ("a:\n  - id: x\n     text: b\n", 3, "as far in as the lines around it"),
        ("a:\n  - id: x\n    text: |-\n      It\n  goes on\n# comment\n\n  - id: y\n", 5, "as far in as the lines around it"),
        ("a:\n  text: |-\n  *Recalling* it\n", 3, 'two blanks further in than "text: |-"'),
        ("a:\n  text:\nRecalling it\nb: c\n", 3, '"text:" has no value'),
        ("a: *Recalling* the\n", 1, "in a |- block"),
        ("a: one: two\n", 1, "in a |- block"),
        ("a: [x] and y\n", 1, "in a |- block"),
        ("a: |- Recalling it\n", 1, "in a |- block"),
        ("b: c\na: [1,\n# end\n", 2, "in a |- block"),
        ('a: "never closed\nb: c\n', 1, "close the quotation mark"),
    ],
)
def test_the_remedy_fits_the_fault(source, line, remedy):
    with pytest.raises(Unreadable) as caught:
        load(source, "draft.yaml")
    assert caught.value.where == f"draft.yaml:{line}"
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: b\n# why\n", True),
        ("a: b  # why\n", True),
        ("a:\n  - text: |-\n      One\n      # 2\n    id: x\n  # why\n", True),
        ("a:\n  - text: |-\n      One\n\n      # 2\n    id: x\n", False),
        ('a: "b # c"\n', False),
        ("", False),
    ],
)
def test_comments_are_told_from_text(source, expected):
    assert yaml_text.has_comments(source) is expected


def test_where_nothing_stands_the_error_says_so():
    with pytest.raises(Unreadable, match=r"x.yaml:1: nothing stands here; its keys are b, c"):
        load("a:\n", "x.yaml")["a"].mapping(frozenset("bc"))


@pytest.mark.parametrize(
    "source",
    [
        "[" * 2_000_000,
        "- " * 1_000_000,
        "{a: " * 500_000,
        "a: &a [x]\n" + "".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]\n" for n in range(1, 60)),
        "x" * (yaml_text.LARGEST + 1),
    ],
    ids=["brackets", "dashes", "braces", "billion laughs", "too large"],
)
def test_bombs_are_refused_quickly(source):
    start = time.perf_counter()
    with pytest.raises(Unreadable):
        load(source, "draft.yaml")
    assert time.perf_counter() - start < 5


def test_there_is_a_limit_to_the_number_of_values(monkeypatch):
    monkeypatch.setattr(yaml_text, "MOST", 10)
    with pytest.raises(Unreadable, match="more than 10 values"):
        load("[" + "a," * 20 + "]", "draft.yaml")


@given(trap_texts)
def test_any_text_is_read_or_refused(source):
    refusal = ""
    try:
        value = load(source, "draft.yaml").plain()
    except Unreadable as error:
        refusal, value = str(error), ""
    assert isinstance(value, str | list | dict)
    assert "\n" not in refusal


def test_what_a_place_should_hold_is_said():
    node = load("list: [a]\nmap: {b: c}\ntext: d\n", "x.yaml")
    with pytest.raises(Unreadable, match="here should stand a text"):
        node["list"].scalar()
    with pytest.raises(Unreadable, match="here should stand a list"):
        node["text"].sequence()
    with pytest.raises(Unreadable, match=r'x.yaml:2: unknown key "b"; the keys here are a, z'):
        node["map"].mapping(frozenset("za"))
    with pytest.raises(Unreadable, match="here should stand a mapping"):
        node["text"].mapping(frozenset("a"))
