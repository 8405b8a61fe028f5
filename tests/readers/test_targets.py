"""A number is found in the range that it counts in: its own numbering, the operative part, a section, an annex, a part."""

from __future__ import annotations

from draftkit.model import Annex, Heading, Masthead, Paragraph, Part, Resolution, Scheme
from draftkit.readers.targets import Index


def paragraphs(*names: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(name, ()) for name in names)


BODY = (Heading("h1", (), Scheme.ROMAN), *paragraphs("i-1", "i-2"), Heading("h2", (), Scheme.ROMAN, restart=True), *paragraphs("ii-1", "ii-2"))
ANNEXES = (Annex("a", "Annex I", (), paragraphs("x-1", "x-2")), Annex("b", "Annex II", (), paragraphs("y-1", "y-2")))
INDEX = Index.of(Resolution(Masthead(), (), (Part(paragraphs("pre"), BODY, ANNEXES, label="A"), Part(operative=paragraphs("b-1", "b-2"), label="B"))))


def test_ranges():
    assert INDEX.find(INDEX.numbering("ii-2"), ("1",)) == ("ii-1",)
    assert INDEX.find(INDEX.numbering("x-2"), ("1",)) == ("x-1",)
    assert INDEX.find(INDEX.section("pre", "ii"), ("1",)) == ("ii-1",)
    assert INDEX.find(INDEX.section("x-1", "II"), ("1",)) == ()
    assert INDEX.find(INDEX.annex("i-1", "II"), ("2",)) == ("y-2",)
    assert INDEX.find(INDEX.annex("i-1", ""), ("2",)) == ()
    assert INDEX.find(INDEX.part("b"), ("2",)) == ("b-2",)
    assert INDEX.find(INDEX.resolution("b-1"), ("1",)) == ("b-1",)


def test_two_paragraphs_with_one_number_are_both_found():
    assert INDEX.find(INDEX.numbering("pre"), ("1",)) == INDEX.find(INDEX.resolution("y-1"), ("1",)) == ("i-1", "ii-1")
