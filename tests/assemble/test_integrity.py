"""A draft that does not hold together is refused, with every place named (un-rules D3)."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.assemble.integrity import require_whole
from draftkit.errors import BrokenDraft
from draftkit.model import Annex, Heading, Masthead, Note, Paragraph, Part, Resolution


def text(*paragraphs: tuple[str, str], notes: tuple[str, ...] = (), title: str = "Lights") -> Resolution:
    operative = tuple(Paragraph(name, inline.parse(words)) for name, words in paragraphs)
    return Resolution(Masthead(), inline.parse(title), (Part(operative=operative),), tuple(Note(name, ()) for name in notes))


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
