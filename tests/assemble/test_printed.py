"""The printed text holds whatever a draft calls: no note and no callout makes it fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.assemble.printed import Role, printed
from draftkit.model import Masthead, Note, Opaque, Paragraph, Part, Resolution

TEXT = Resolution(
    Masthead(),
    inline.parse("Lights"),
    (Part(operative=(Paragraph("a", inline.parse("*Notes* it;[^x]")), Paragraph("b", inline.parse("*Ends*.[^gone]")))),),
    (Note("x", inline.parse("See A/80/1.[^y]")), Note("y", inline.parse("A/80/2."))),
)


def test_a_note_that_only_a_note_calls_has_no_number():
    (note,) = printed(TEXT).notes
    assert [(run.text, run.note) for run in note.runs] == [("See A/80/1.", ""), ("?", "y")]


def test_a_callout_to_no_note_is_printed():
    last = printed(TEXT).lines[-1]
    assert [run.note for run in last.runs] == ["", "", "gone"]


@pytest.mark.parametrize(("formula", "numbers"), [("*The General Assembly*,[^y]", ["1"]), ("*The General Assembly*,[^gone]", ["1"])])
def test_a_callout_in_the_formula_comes_first(formula, numbers):
    text = replace(TEXT, parts=(replace(TEXT.parts[0], formula=inline.parse(formula)),))
    (line,) = [line for line in printed(text).lines if line.role is Role.FORMULA]
    assert [run.text for run in line.runs if run.note] == numbers


def test_what_could_not_be_read_is_one_line_without_a_number():
    under = Opaque("sum", inline.parse("*E* = mc^2^[^x]"), "equation")
    operative = (Paragraph("a", inline.parse("*Notes*:"), (under,)), Opaque("map", inline.parse("[map]"), "image"), Paragraph("b", ()))
    lines = [line for line in printed(Resolution(Masthead(), (), (Part(operative=operative),), TEXT.notes)).lines if line.role is Role.OPAQUE]
    assert [(line.key, line.number, line.depth, line.text) for line in lines] == [("sum", "", 1, "E = mc2"), ("map", "", 0, "[map]")]


@pytest.mark.parametrize("head", [Masthead(), Masthead(symbol="A/RES/79/124", adopted="4 December 2024", basis="on a report")])
def test_lines_of_no_known_form_end_the_masthead(head):
    made = replace(TEXT, masthead=replace(head, others=("Reissued", "Twice")))
    texts = [(line.role, line.text) for line in printed(made).lines]
    at = texts.index((Role.OTHER, "Reissued"))
    assert texts[at + 1 : at + 3] == [(Role.OTHER, "Twice"), (Role.TITLE, "Lights")]
    assert [role for role, _ in texts[:at]] == ([] if not head.symbol else [Role.PUBLISHER, Role.SYMBOL, Role.ORGAN, Role.PROPOSAL, Role.BASIS])
