"""The printed text holds whatever a draft calls: no note and no callout makes it fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.assemble.printed import Role, printed
from draftkit.model import Masthead, Note, Paragraph, Part, Resolution

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
