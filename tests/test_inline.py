"""The grammar of paragraph text: laws, and the marks one by one."""

from __future__ import annotations

import pytest
from hypothesis import given

from core_strategies import contents, trap_texts
from draftkit import inline
from draftkit.errors import MarkupError
from draftkit.model import Callout, Ref, Text


@given(contents)
def test_parsing_what_was_formatted_gives_it_back(content):
    assert inline.parse(inline.format(content)) == content


@given(trap_texts)
def test_any_characters_parse_or_are_refused_in_one_line(source):
    content, refused = _parsed(source)
    if refused is None:
        assert inline.parse(inline.format(content)) == content
    else:
        assert "\n" not in str(refused)
        assert refused.remedy


def _parsed(source):
    try:
        return inline.parse(source), None
    except MarkupError as error:
        return (), error


@given(contents)
def test_tidying_twice_changes_nothing_more(content):
    tidied = inline.tidy(content)
    assert inline.tidy(tidied) == tidied
    assert inline.parse(inline.format(tidied)) == tidied


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("", ()),
        ("*Urges* States;", (Text("Urges", italic=True), Text(" States;"))),
        ("***both***", (Text("both", italic=True, bold=True),)),
        ("*a***b**", (Text("a", italic=True), Text("b", bold=True))),
        ("CO^2^", (Text("CO"), Text("2", superscript=True))),
        ("see [[condemns-acts]] above,[^report]", (Text("see "), Ref("condemns-acts"), Text(" above,"), Callout("report"))),
        ("[[a|full]]", (Ref("a", "full"),)),
        (r"\*, \^, \\, \[[, \{{ and [plain] {braces}", (Text(r"*, ^, \, [[, {{ and [plain] {braces}"),)),
        ("  two \n lines\t", (Text("two lines"),)),
        ("79/124\u00a0of  1\u00a0May", (Text("79/124\u00a0of 1\u00a0May"),)),
    ],
)
def test_marks(source, content):
    assert inline.parse(source) == content


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("*Urges States", '"*" at "*Urges States" is never closed'),
        ("a ^b", '"^" at "^b" is never closed'),
        ("****", 'too many asterisks at "****"'),
        ("paragraph [[Big One]]", '"Big One" is not an id'),
        ("paragraph [[one", '"[[" is never closed'),
        ("report[^", '"[^" is never closed'),
        ("report[^one two]", '"one two" is not an id'),
    ],
)
def test_broken_marks_say_where_and_what_to_do(source, message):
    with pytest.raises(MarkupError) as caught:
        inline.parse(source)
    assert message in str(caught.value)
    assert caught.value.remedy


def test_tidy_takes_blanks_out_of_formats():
    pieces = (Text(" Recalling ", italic=True), Text(" its"), Text("  "), Text("x", bold=True), Text(" "), Text("y", bold=True))
    assert inline.format(inline.tidy(pieces)) == "*Recalling* its **x y**"


def test_plain_leaves_marks_out():
    assert inline.plain(inline.parse("*Notes* paragraph [[a]] above;[^b]")) == "Notes paragraph  above;"
