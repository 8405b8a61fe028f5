"""Automatic numbers as Word prints them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from draftkit.readers.page.page import Page
from draftkit.readers.word.numbering import shown

Texts = Callable[..., list[str]]


def level(at: int, how: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def p(words: str, number: int | str = "", at: int | str = "", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f'<w:ilvl w:val="{at}"/>' if at != "" else ""
    listed = f'<w:numPr>{place}<w:numId w:val="{number}"/></w:numPr>' if number != "" else ""
    return f"<w:p><w:pPr>{named}{listed}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


UN = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))


def test_a_paragraph_and_its_items(texts: Texts) -> None:
    body = p("One", 1, 0) + p("A", 1, 1) + p("B", 1, 1) + p("i", 1, 2) + p("ii", 1, 2) + p("C", 1, 1) + p("Two", 1, 0) + p("A", 1, 1)
    assert texts(body, numbering=UN + num(1, 0)) == ["1. One", "(a) A", "(b) B", "(i) i", "(ii) ii", "(c) C", "2. Two", "(a) A"]


def test_the_list_tells_the_depth_of_an_item(page: Callable[..., Page]) -> None:
    body = p("One", 1, 0) + "".join(p(letter, 1, 1) for letter in "ABCDEFGH") + p("i", 1, 2) + p("Two", 1, 0)
    chunks = page(body, numbering=UN + num(1, 0)).chunks
    assert [chunk.depth for chunk in chunks] == [None, *[1] * 8, 2, None]
    assert chunks[-2].text == "(i) i"
    lettered = abstract(0, level(0, "lowerLetter", "(%1)")) + num(1, 0)
    assert [chunk.depth for chunk in page(p("A", 1, 0), numbering=lettered).chunks] == [None]


def test_two_lists_of_one_abstract_list_count_on(texts: Texts) -> None:
    numbering = UN + num(1, 0) + num(2, 0)
    assert texts(p("One", 1, 0) + p("Two", 2, 0) + p("Three", 1, 0), numbering=numbering) == ["1. One", "2. Two", "3. Three"]


def test_a_start_of_its_own(texts: Texts) -> None:
    numbering = UN + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    body = p("One", 1, 0) + p("Seven", 2, 0) + p("Eight", 2, 0)
    assert texts(body, numbering=numbering) == ["1. One", "7. Seven", "8. Eight"]


def test_a_level_of_its_own(texts: Texts) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    assert texts(p("One", 1, 0) + p("Two", 1, 0), numbering=UN + num(1, 0, override)) == ["I. One", "II. Two"]


@pytest.mark.parametrize(
    ("how", "text", "label"),
    [
        ("decimal", "%1)", "1)"), ("upperLetter", "%1.", "A."), ("upperRoman", "%1", "I"), ("ordinal", "%1", "1st"), ("none", "", ""),
        ("bullet", "\uf0b7", "•"), ("bullet", "–", "–"), ("decimalZero", "%1.", "01."), ("japaneseCounting", "%1.", "1."), ("decimal", "", ""),
        ("numberInDash", "%1", "- 1 -"), ("decimalEnclosedParen", "%1", "(1)"), ("decimalEnclosedFullstop", "%1", "1."), ("hex", "%1", "1"),
    ],
)  # fmt: skip
def test_forms(texts: Texts, how: str, text: str, label: str) -> None:
    assert texts(p("Words", 1, 0), numbering=abstract(0, level(0, how, text)) + num(1, 0)) == [f"{label} Words".strip()]


def test_numbers_of_several_levels(texts: Texts) -> None:
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")) + num(1, 0)
    body = p("A", 1, 0) + p("B", 1, 1) + p("C", 1, 2) + p("D", 1, 1)
    assert texts(body, numbering=numbering) == ["I. A", "I.1 B", "1.1.1 C", "I.2 D"]


def test_a_level_that_goes_on_under_a_new_number(texts: Texts) -> None:
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')) + num(1, 0)
    body = p("I", 1, 0) + p("One", 1, 1) + p("II", 1, 0) + p("Two", 1, 1)
    assert texts(body, numbering=numbering) == ["I. I", "1. One", "II. II", "2. Two"]


STYLES = """
<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Para"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Low"><w:name w:val="Low"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def test_numbers_by_style(texts: Texts) -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)", '<w:pStyle w:val="Low"/>'))
    body = p("One", style="Para") + p("A", style="Sub") + p("i", style="Low") + p("No number", 0, style="Para") + p("Two", style="Para")
    assert texts(body, numbering=numbering + num(1, 0), styles=STYLES) == ["1. One", "(a) A", "(i) i", "No number", "2. Two"]


def test_a_list_that_is_a_style(texts: Texts) -> None:
    linked = abstract(0, more='<w:numStyleLink w:val="UN"/>') + abstract(1, level(0, "lowerLetter", "(%1)"), more='<w:styleLink w:val="UN"/>')
    assert texts(p("A", 1, 0) + p("B", 1, 0), numbering=linked + num(1, 0)) == ["(a) A", "(b) B"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 9),
        abstract(0, more='<w:numStyleLink w:val="X"/><w:styleLink w:val="X"/>') + num(1, 0),
        abstract(0, level(0, "decimal", "")) + num(1, 0),
    ],
    ids=["no list", "no abstract list", "a circle", "no text"],
)
def test_a_list_that_says_nothing(texts: Texts, numbering: str) -> None:
    assert texts(p("Words", 1, 0), numbering=numbering) == ["Words"]


def test_an_empty_paragraph_counts(texts: Texts) -> None:
    assert texts(p("One", 1, 0) + p("", 1, 0) + p("Three", 1, 0), numbering=UN + num(1, 0)) == ["1. One", "3. Three"]


@pytest.mark.parametrize(("number", "how", "text"), [(27, "lowerLetter", "aa"), (9**9, "lowerLetter", "387420489"), (4999, "upperRoman", "4999"), (0, "lowerRoman", "0"), (22, "ordinal", "22nd"), (12, "ordinal", "12th"), (5, "chicago", "**")])
def test_shown(number: int, how: str, text: str) -> None:
    assert shown(number, how) == text


def test_a_level_begins_again_with_the_start_of_its_list(texts: Texts) -> None:
    numbering = UN + num(1, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>')
    body = p("One", 1, 0) + p("C", 1, 1) + p("D", 1, 1) + p("Two", 1, 0) + p("C", 1, 1)
    assert texts(body, numbering=numbering) == ["1. One", "(c) C", "(d) D", "2. Two", "(c) C"]


def test_a_start_larger_than_any(texts: Texts) -> None:
    numbering = UN.replace('<w:start w:val="1"/>', f'<w:start w:val="{"9" * 5000}"/>') + num(1, 0)
    assert texts(p("One", 1, 0), numbering=numbering) == ["1. One"]
