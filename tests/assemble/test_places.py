"""What places are called in print, and in messages."""

from __future__ import annotations

from draftkit.assemble.places import names, places
from draftkit.inline import parse
from draftkit.model import Annex, Block, Cell, Heading, Masthead, Note, Opaque, Paragraph, Part, Resolution, Scheme, Table


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
        "term": "annex, paragraph",
        "fees": "annex, table",
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


def paragraph(name: str, *items: Paragraph, label: str | None = None) -> Paragraph:
    return Paragraph(name, parse("*Notes* it;"), items, label)


def section(name: str, **more: object) -> Heading:
    return Heading(name, parse(f"On {name}"), **{"scheme": Scheme.ROMAN, "restart": True, **more})  # type: ignore[arg-type]


def called(*operative: Block, parts: tuple[Part, ...] = ()) -> dict[str, str]:
    found = places(Resolution(Masthead(session=79), (), parts or (Part((), operative),)))
    return {key: name for key, name in found.items() if key not in ("title", "formula", "masthead")}


def test_where_numbers_begin_again_a_place_has_its_section() -> None:
    one = (section("fish", restart=False), paragraph("a", paragraph("a-one")), paragraph("b"))
    two = (section("reefs"), paragraph("open", label=""), paragraph("c"), paragraph("after", label=""), paragraph("d"))
    assert called(*one, *two) == {
        "fish": "heading of section I",
        "a": "section I, paragraph 1",
        "a-one": "section I, paragraph 1 (a)",
        "b": "section I, paragraph 2",
        "reefs": "heading of section II",
        "open": "opening paragraph of section II",
        "c": "section II, paragraph 1",
        "after": "section II, unnumbered paragraph after paragraph 1",
        "d": "section II, paragraph 2",
    }


def test_where_they_go_on_it_has_none() -> None:
    one = (section("fish", restart=False), paragraph("a"), section("reefs", restart=False), paragraph("open", label=""), paragraph("b"))
    assert list(called(*one).values())[1::2] == ["paragraph 1", "opening paragraph of section II"]
    assert called(*one)["b"] == "paragraph 2"


def test_several_openings_of_a_section_are_counted() -> None:
    listed = paragraph("two", paragraph("two-a"), label="")
    found = called(section("fish", restart=False), paragraph("one", label=""), listed, paragraph("a"), paragraph("b"))
    assert found["one"] == "opening paragraph 1 of section I"
    assert found["two-a"] == "opening paragraph 2 (a) of section I"


def test_a_sole_paragraph_and_things_without_a_number() -> None:
    assert called(paragraph("sole")) == {"sole": "operative paragraph"}
    assert called(section("fish", restart=False), paragraph("sole"))["sole"] == "paragraph of section I"
    heads = called(Heading("fish", parse("On fish")), paragraph("a"), Heading("reefs", parse("On reefs")), paragraph("b"))
    assert heads == {"fish": 'heading "On fish"', "a": "paragraph 1", "reefs": 'heading "On reefs"', "b": "paragraph 2"}
    again = called(Heading("fish", parse("On fish")), paragraph("a"), paragraph("b"), Heading("reefs", parse("On reefs"), restart=True), paragraph("c"), paragraph("d"))
    assert again["d"] == '"On reefs", paragraph 2'
    tables = called(*(Table(name, ((Cell(parse("1")),),)) for name in ("fees", "costs")), paragraph("a"))
    assert [tables["fees"], tables["costs"]] == ["table 1", "table 2"]


def test_parts_and_annexes_are_named() -> None:
    annexes = (Annex("terms", "Annex I", (), (paragraph("t1"), paragraph("t2"))), Annex("fees", "Annex II", (), (paragraph("f1"), paragraph("f2"))))
    found = called(parts=(Part((paragraph("p"),), (paragraph("a"), paragraph("b")), annexes, label="A"), Part((), (paragraph("c"),), label="B")))
    assert found == {
        "terms": "title of part A, Annex I",
        "fees": "title of part A, Annex II",
        "p": "part A, preambular paragraph 1",
        "a": "part A, paragraph 1",
        "b": "part A, paragraph 2",
        "t1": "part A, annex I, paragraph 1",
        "t2": "part A, annex I, paragraph 2",
        "f1": "part A, annex II, paragraph 1",
        "f2": "part A, annex II, paragraph 2",
        "c": "part B, operative paragraph",
    }
