"""What places are called in print, and in messages."""

from __future__ import annotations

from draftkit.assemble.places import names, places
from draftkit.inline import parse
from draftkit.model import Annex, Cell, Heading, Masthead, Note, Opaque, Paragraph, Part, Resolution, Table


def text() -> Resolution:
    listed = Paragraph("urges", parse("*Urges*:"), (Paragraph("urges-one", parse("One;")),))
    preamble = (Paragraph("recalls", parse("*Recalling* a note,[^report]")), Paragraph("aware", parse("*Aware* of it,")))
    operative = (Heading("head", parse("On cables")), Paragraph("calls", parse("*Calls*;")), listed, Opaque("chart", (), "image"))
    annex = Annex("terms", "Annex", parse("Terms"), (Paragraph("term", parse("A term.")), Table("fees", ((Cell(parse("1")),),))))
    notes = (Note("report", parse("A/79/143.")), Note("never", parse("Not called.")))
    return Resolution(Masthead(session=79), parse("Cables"), (Part(preamble, operative, (annex,)),), notes)


def test_every_place_is_called_as_in_print() -> None:
    assert places(text()) == {
        "title": "title",
        "formula": "enacting formula",
        "masthead": "masthead",
        "terms": "title of Annex",
        "recalls": "preambular paragraph 1",
        "aware": "preambular paragraph 2",
        "head": "heading",
        "calls": "paragraph 1",
        "urges": "paragraph 2",
        "urges-one": "paragraph 2 (a)",
        "chart": "image",
        "term": "annex paragraph",
        "fees": "table",
        "note report": "footnote 1",
        "note never": "footnote",
    }


def test_messages_have_the_id_and_the_article() -> None:
    found = names(text())
    assert [found[key] for key in ("masthead", "terms", "urges-one", "note report")] == [
        "the masthead",
        "the title of Annex (terms)",
        "paragraph 2 (a) (urges-one)",
        "footnote 1 (report)",
    ]
