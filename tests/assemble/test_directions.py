"""Direction words after references: texts in, corrected texts and changes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.assemble.directions import correct, direction_of, ref_lists
from draftkit.model import Kind, Masthead, Note, Paragraph, Part, Resolution, Text


def draft(middle: str) -> Resolution:
    """A text of three paragraphs, the second with two subparagraphs; ``middle`` is the text of its subparagraph (b)."""
    items = (Paragraph("act", inline.parse("To act;")), Paragraph("middle", inline.parse(middle)))
    operative = (
        Paragraph("first", inline.parse("*Notes* the report;")),
        Paragraph("urges", inline.parse("*Urges* States:"), items),
        Paragraph("last", inline.parse("*Decides* to meet again.")),
    )
    return Resolution(Masthead(), (Text("A title"),), (Part(operative=operative),))


def corrected(middle: str) -> tuple[str, list[str]]:
    resolution, changes = correct(draft(middle))
    paragraph = resolution.parts[0].operative[1].items[1]
    assert isinstance(paragraph, Paragraph)
    return inline.format(paragraph.content), [f"{change.old} -> {change.new}" for change in changes]


@pytest.mark.parametrize(
    ("text", "expected", "changes"),
    [
        ("See paragraph [[first]] below;", "See paragraph [[first]] above;", ["1 below -> 1 above"]),
        ("See paragraph [[last]] above;", "See paragraph [[last]] below;", ["3 above -> 3 below"]),
        ("See subparagraph [[act]] below;", "See subparagraph [[act]] above;", ["(a) below -> (a) above"]),
        ("See paragraphs [[first]], [[act]] and [[urges]] below;", "See paragraphs [[first]], [[act]] and [[urges]] above;",
         ["1, 2 (a) and 2 below -> 1, 2 (a) and 2 above"]),
        ("See [[first]] below and paragraph [[last]] above;", "See [[first]] above and paragraph [[last]] below;",
         ["1 below -> 1 above", "3 above -> 3 below"]),
        ("See paragraph [[first]]\u00a0below;", "See paragraph [[first]]\u00a0above;", ["1 below -> 1 above"]),
    ],
)  # fmt: skip
def test_a_wrong_word_is_put_right(text, expected, changes):
    assert corrected(text) == (expected, changes)


@pytest.mark.parametrize(
    "text",
    [
        "See paragraph [[first]] above;",
        "See paragraphs [[first]] and [[last]] above;",
        "See paragraph [[gone]] below;",
        "See paragraph [[middle]] below;",
        "See paragraph [[first]] of the present resolution, belowground;",
        "See paragraph [[first]] belowground;",
        "See below paragraph [[first]]",
    ],
)
def test_a_right_word_and_what_only_a_person_can_decide_are_left(text):
    assert corrected(text) == (text, [])


@pytest.mark.parametrize(
    ("note", "expected", "told"),
    [
        ("See paragraph [[last]] above.", "See paragraph [[last]] below.", ["note x: 3 above -> 3 below"]),
        ("See paragraph [[first]] below.", "See paragraph [[first]] above.", ["note x: 1 below -> 1 above"]),
        ("See paragraph [[last]] below.", "See paragraph [[last]] below.", []),
        ("See paragraph [[middle]] below.", "See paragraph [[middle]] below.", []),
    ],
)
def test_a_note_stands_where_it_is_first_called(note, expected, told):
    text = replace(draft("*Notes* it;[^x]"), notes=(Note("x", inline.parse(note)),))
    done, changes = correct(text)
    assert inline.format(done.notes[0].content) == expected
    assert [f"{change.paragraph}: {change.old} -> {change.new}" for change in changes] == told


def test_a_note_that_is_never_called_stands_nowhere():
    text = replace(draft("*Notes* it;"), notes=(Note("x", inline.parse("See paragraph [[last]] above.")),))
    assert correct(text) == (text, ())


def test_a_change_says_what_made_it_and_where():
    (change,) = correct(draft("See paragraph [[last]] above;"))[1]
    assert (change.rule, change.kind, change.paragraph) == ("direction", Kind.CONSEQUENTIAL, "middle")


def test_references_in_one_list_are_found_together():
    content = inline.parse("paragraphs [[a]], [[b]] and [[c]] above, subparagraph [[d]] and subparagraph [[e]], or [[f]].")
    assert [(each.targets, each.word) for each in ref_lists(content)] == [(("a", "b", "c"), "above"), (("d", "e", "f"), "")]


def test_the_direction_is_unknown_where_targets_stand_on_both_sides_or_nowhere():
    order = {"a": 0, "b": 1, "c": 2}
    assert direction_of("b", ("a",), order) == "above"
    assert direction_of("b", ("c",), order) == "below"
    assert direction_of("b", ("a", "c"), order) == ""
    assert direction_of("b", ("gone",), order) == ""
    assert direction_of("title", ("a",), order) == ""
