"""A draft that does not hold together is refused, with every place named (un-rules D3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.assemble.integrity import require_whole
from draftkit.errors import BrokenDraft
from draftkit.model import Annex, Heading, Masthead, Note, Opaque, Paragraph, Part, Resolution


def text(*paragraphs: tuple[str, str], notes: tuple[str, ...] = (), title: str = "Lights") -> Resolution:
    operative = tuple(Paragraph(name, inline.parse(words)) for name, words in paragraphs)
    return Resolution(Masthead(), inline.parse(title), (Part(operative=operative),), tuple(Note(name, ()) for name in notes))


def with_notes(*notes: Note) -> Resolution:
    return replace(text(("a", "*Notes* one;[^x]"), ("c", "*Ends*.")), notes=notes)


BEFORE = text(("a", "*Notes* one;"), ("b", "*Notes* two;"), ("c", "*Ends*."))


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (text(("b", "See [[a]] above;"), ("c", "*Ends*.")),
         "paragraph 1, formerly 2 (b) refers to [[a]] (paragraph 1 of the prior), which is not in the draft"),
        (text(("x", "See [[a]] above;"), ("y", "And [[a]] and again [[a]] above;"), ("z", "And [[a]] above.")),
         "paragraph 1 (x), paragraph 2 (y) and paragraph 3 (z) refer to [[a]] (paragraph 1 of the prior), which is not in the draft"),
        (text(("b", "See [[new]] below;"), ("c", "*Ends*.")), "paragraph 1, formerly 2 (b) refers to [[new]], which is not in the draft"),
        (text(("only", "See [[only]].")), 'the paragraph "only" refers to [[only]], which has no number'),
        (text(("b", "Report;[^gone]"), ("c", "*Ends*.")), "paragraph 1 (b) calls the note [^gone], which is not among the notes"),
        (text(("a", "*Notes* one;"), ("b", "*Ends*."), title="Lights[^gone]"), 'the paragraph "title" calls the note [^gone]'),
        (with_notes(Note("x", inline.parse("See paragraph [[b]] below."))),
         "note x refers to [[b]] (paragraph 2 of the prior), which is not in the draft"),
        (with_notes(Note("x", inline.parse("See the study.[^y]")), Note("y", ())), "note x calls the note [^y]: notes call no notes"),
        (with_notes(Note("x", inline.parse("Ibid., para. 4."), "y")), 'note x is "Ibid." of note y, which is gone'),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_named(draft, message):
    with pytest.raises(BrokenDraft) as caught:
        require_whole(draft, BEFORE)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_a_reference_to_a_heading_leads_to_no_number():
    part = Part(operative=(Heading("h", inline.parse("Lights")), Paragraph("a", inline.parse("See [[h]];")), Paragraph("b", ())))
    with pytest.raises(BrokenDraft, match=r"\[\[h\]\], which has no number"):
        require_whole(Resolution(Masthead(), (), (part,)), None)


def test_references_into_an_annex_and_from_it_hold():
    annex = Annex("annex", "Annex", (), (Paragraph("rule", inline.parse("See [[a]].")), Paragraph("rule-two", ())))
    part = Part(operative=(Paragraph("a", inline.parse("See [[rule]];")), Paragraph("b", ())), annexes=(annex,))
    require_whole(Resolution(Masthead(), (), (part,)), None)


def test_a_whole_draft_passes():
    require_whole(text(("a", "See [[b]] below;[^n]"), ("b", "*Ends*."), notes=("n",)), BEFORE)


def test_an_ibid_may_lean_on_a_note_of_the_text_before_and_a_rewritten_one_on_nothing():
    before = replace(BEFORE, notes=(Note("y", inline.parse("A/80/12.")),))
    require_whole(with_notes(Note("x", inline.parse("Ibid., para. 4."), "y")), before)
    require_whole(with_notes(Note("x", inline.parse("A/81/12, para. 4."), "y")), None)


def test_a_callout_in_the_enacting_formula_is_looked_at():
    draft = text(("a", "*Notes* one;"), ("b", "*Ends*."))
    part = replace(draft.parts[0], formula=inline.parse("*The General Assembly*,[^gone]"))
    with pytest.raises(BrokenDraft, match=r'"formula" calls the note \[\^gone\]'):
        require_whole(replace(draft, parts=(part,)), None)


def test_what_could_not_be_read_cannot_be_referred_to_and_calls_no_note_that_is_gone():
    image = Opaque("map", inline.parse("[map][^gone]"), "image")
    operative = (Paragraph("a", inline.parse("See [[map]] below;")), image, Paragraph("c", inline.parse("*Ends*.")))
    with pytest.raises(BrokenDraft) as caught:
        require_whole(Resolution(Masthead(), (), (Part(operative=operative),)), None)
    assert "paragraph 1 (a) refers to [[map]], which has no number" in str(caught.value)
    assert 'the paragraph "map" calls the note [^gone]' in str(caught.value)
