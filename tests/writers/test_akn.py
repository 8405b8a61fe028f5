"""Akoma Ntoso: valid under its schema, in the shape of the official files, and read back as the same text."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from draftkit import inline
from draftkit.model import (
    AgendaItem,
    Annex,
    Block,
    Callout,
    Cell,
    ClauseEntry,
    Content,
    Heading,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Scheme,
    Table,
    Text,
)
from draftkit.readers import akn as reader
from draftkit.tree import unread
from draftkit.writers import akn, text

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "akn" / "akomantoso30.xsd"

ADOPTED = Masthead(
    symbol="A/RES/80/903",
    distribution="General",
    issued="15 December 2025",
    session=80,
    agenda=(AgendaItem("87", "Safety of submarine cables"),),
    adopted="9 December 2025",
    basis="on the report of the Sixth Committee (A/80/512, para. 9)",
)
DRAFT = Masthead(
    symbol="A/C.6/82/L.___",
    distribution="Limited",
    issued="___ October 2027",
    original="English",
    session=82,
    committee="Sixth Committee",
    agenda=(AgendaItem("81 (a)", "Safety of submarine cables"), AgendaItem("", "Oceans"), AgendaItem("90 and 91")),
    sponsors=("Bosnia and Herzegovina", "Fiji", "Samoa"),
)


def p(name: str, words: str, *items: Paragraph | Table, label: str | None = None) -> Paragraph:
    return Paragraph(name, inline.parse(words), items, label)


PREAMBLE: tuple[Block, ...] = (
    p("having-considered", "*Having considered* the report of the Secretary-General,[^report]"),
    p(
        "recalling",
        "*Recalling*:",
        p("recalling-convention", "The Convention[^convention] and, in particular:", p("recalling-article", "Its article 26;")),
        p("recalling-guidelines", "The Guidelines,[^convention]"),
    ),
)
OPERATIVE: tuple[Block, ...] = (
    p("takes-note", "*Takes note* of the report;[^report]"),
    p(
        "urges",
        "*Urges* States:",
        p("urges-report", "To report on:", p("report-damage", "Damage:", p("damage-data", "To data:", p("data-lost", "That is lost;")))),
        p("urges-repair", "To allow repairs as set out in paragraph [[takes-note]] above, over 10^6^ m^2^;"),
    ),
    Heading("costs", (Text("Costs"),), Scheme.ROMAN),
    Heading("shares", (Text("Shares"),), Scheme.LETTER),
    p("decides", "*Decides* on the shares set out in the table below:"),
    Table("table", ((Cell((Text("State"),)), Cell((Text("Share"),))), (Cell((Text("In all"),), 2),), (Cell(()), Cell((Text("7"),)))), 1),
    Heading("further", (Text("C in the alphabet"),), Scheme.LETTER, "C."),
    p("also-decides", "*Also decides* to meet **again**."),
)
ANNEX = Annex("annex", "Annex", (Text("Guidelines"),), (Heading("general", (Text("General"),)), p("one", "One."), p("two", "Two.")))
NOTES = (
    Note("report", inline.parse("A/80/77 and *Add.1*.")),
    Note("convention", inline.parse("United Nations, *Treaty Series*, vol. 450, No. 6465.")),
)
PART = Part(PREAMBLE, OPERATIVE, (ANNEX,), meeting="61st plenary meeting", adopted="9 December 2025")
RESOLUTION = Resolution(ADOPTED, (Text("Safety of submarine cables"),), (PART,), NOTES)
SHORT = Part((p("recalling-a", "*Recalling* a report,[^report]"),), (p("decides-a", "*Decides* so."),), label="A", title=(Text("Repair"),))
LATER = Part((), (p("first", "*Decides* so;"), p("second", "*Decides* too.[^report]")), label="B", title=(Text("Cost"),), formula=())
COMPOSITE = Resolution(ADOPTED, (Text("Cables"),), (SHORT, LATER), NOTES[:1])
MAP = Opaque("map", inline.parse("[*Map* No. 4170 ,  of the cables,][^report]"), "image")
UNREAD = Resolution(
    replace(DRAFT, others=("Reissued for technical reasons", "Second <time>")),
    (Text("Cables"),),
    (
        Part(
            (replace(MAP, id="map-one"), PREAMBLE[0]),
            (
                Paragraph("u", inline.parse("*Urges* States:"), (p("a", "To act;"), replace(MAP, id="sum", kind="text box"), p("b", "To see.[^convention]"))),
                MAP,
            ),
            (replace(ANNEX, body=(replace(MAP, id="map-three"), *ANNEX.body)),),
        ),
    ),
    NOTES,
)
TEXTS = {
    "adopted": RESOLUTION,
    "draft": Resolution(DRAFT, (Text("Safety of submarine cables"),), (Part(PREAMBLE, OPERATIVE, (ANNEX,)),), NOTES),
    "composite": COMPOSITE,
    "one part with a label": Resolution(ADOPTED, (Text("Cables"),), (SHORT,), NOTES[:1]),
    "bare": Resolution(Masthead(), (Text("Cables"),), (Part((), (p("decides", "*Decides* so."),)),)),
    "nothing": Resolution(Masthead(), (), ()),
    "unread": UNREAD,
    "only a line of no known form": Resolution(Masthead(others=("Reissued",)), (Text("Cables"),), (Part((), (p("decides", "*Decides* so."),)),)),
    "clause": Resolution(Masthead(), (Text("Cables"),), (Part((), (ClauseEntry("call", "report/request@1"),)),)),
}


def tree(resolution: Resolution) -> etree._Element:
    return etree.fromstring(akn.write(resolution))


def read_back(resolution: Resolution) -> Resolution:
    return reader.read(akn.write(resolution), "written.xml").resolution


def said(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    if not SCHEMA.is_file():
        pytest.skip("needs the schema of Akoma Ntoso in ../shared/schemas/akn, which is not here")
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@pytest.mark.parametrize("name", TEXTS)
def test_valid_under_the_schema(name: str, schema: etree.XMLSchema) -> None:
    schema.validate(tree(TEXTS[name]))
    assert [str(error) for error in schema.error_log] == []


@pytest.mark.parametrize("name", TEXTS)
def test_prints_the_same_when_read_back(name: str) -> None:
    assert text.write(read_back(TEXTS[name])) == text.write(TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_what_was_read_from_a_file_is_read_the_same_from_its_copy(name: str) -> None:
    once = read_back(TEXTS[name])
    assert read_back(once) == once


@pytest.mark.parametrize("name", TEXTS)
def test_same_bytes_and_every_name_once(name: str) -> None:
    assert akn.write(TEXTS[name]) == akn.write(TEXTS[name])
    names = [element.get("eId") for element in tree(TEXTS[name]).iter() if element.get("eId")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", TEXTS)
def test_every_pointer_leads_somewhere(name: str) -> None:
    root = tree(TEXTS[name])
    names = {element.get("eId") for element in root.iter()}
    pointers = {value for e in root.iter() for value in e.attrib.values() if str(value).startswith("#")}
    assert {str(pointer)[1:] for pointer in pointers} - names == set()


def test_the_masthead_of_an_adopted_text_reads_back() -> None:
    assert read_back(RESOLUTION).masthead == ADOPTED


def test_the_masthead_of_a_draft_reads_back_with_committee_sponsors_and_language() -> None:
    assert read_back(TEXTS["draft"]).masthead == DRAFT


def test_what_could_not_be_read_reads_back_as_that() -> None:
    once = read_back(UNREAD)
    assert once.masthead == UNREAD.masthead
    assert [(block.kind, inline.plain(block.content)) for block in unread(once)] == [
        ("image", "[Map No. 4170 , of the cables,]"), ("text box", "[Map No. 4170 , of the cables,]"),
        ("image", "[Map No. 4170 , of the cables,]"), ("image", "[Map No. 4170 , of the cables,]"),
    ]  # fmt: skip
    assert text.write(once) == text.write(UNREAD)


@pytest.mark.parametrize("heading", ["Draft decision", "Revised draft on 3 May", "Resolutions adopted by the Assembly on 3 May 2027"])
def test_a_line_that_does_not_follow_from_the_masthead_reads_back(heading: str) -> None:
    head = Masthead(symbol="A/C.6/82/L.9", session=82, heading=heading)
    assert read_back(Resolution(head, (Text("Cables"),), (Part(),))).masthead.heading == heading


def test_where_there_is_no_masthead_there_is_no_cover_page() -> None:
    assert tree(RESOLUTION).find(f".//{NS}coverPage") is not None
    assert tree(TEXTS["bare"]).find(f".//{NS}coverPage") is None


def test_the_identification_follows_from_the_masthead() -> None:
    root = tree(RESOLUTION)
    work = root.find(f".//{NS}FRBRWork")
    assert work is not None
    found = {etree.QName(e).localname: e.get("value") or e.get("date") or e.get("href") for e in work}
    assert found == {
        "FRBRthis": "/akn/un/statement/deliberation/generalAssembly/2025-12-09/80-903/!main/",
        "FRBRuri": "/akn/un/statement/deliberation/generalAssembly/2025-12-09/80-903/",
        "FRBRdate": "2025-12-09",
        "FRBRauthor": "#generalAssembly",
        "FRBRcountry": "un",
    }
    expression = root.find(f".//{NS}FRBRExpression/{NS}FRBRdate")
    assert expression is not None
    assert expression.get("date") == "2025-12-15"


def test_subparagraphs_are_points_of_lists_four_deep() -> None:
    points = [(said(e), sum(a.tag == f"{NS}list" for a in e.iterancestors())) for e in tree(RESOLUTION).iterfind(f".//{NS}point/{NS}num")]
    assert points == [("(a)", 1), ("(i)", 2), ("a.", 3), ("i.", 4), ("(b)", 1)]


def test_preambular_paragraphs_are_containers_named_by_their_openers() -> None:
    preamble = tree(RESOLUTION).find(f".//{NS}preamble")
    assert preamble is not None
    assert [e.get("name") for e in preamble] == ["enactingFormula", "Having considered", "Recalling"]
    assert [said(num) for num in preamble.iterfind(f".//{NS}item/{NS}num")] == ["(a)", "(i)", "(b)"]


def test_sections_hold_their_paragraphs() -> None:
    sections = [
        (e.findtext(f"{NS}num"), e.findtext(f"{NS}heading"), len(e.findall(f"{NS}paragraph")))
        for e in tree(RESOLUTION).iterfind(f"{NS}statement/{NS}mainBody/{NS}section")
    ]
    assert sections == [("I", "Costs", 0), ("A.", "Shares", 2), ("C.", "C in the alphabet", 1)]


def test_headings_keep_their_scheme() -> None:
    headings = [block for block in read_back(RESOLUTION).parts[0].operative if isinstance(block, Heading)]
    assert [(h.scheme, h.label) for h in headings] == [(Scheme.ROMAN, None), (Scheme.LETTER, None), (Scheme.LETTER, "C.")]


def test_a_reference_points_at_its_paragraph() -> None:
    root = tree(RESOLUTION)
    ref = root.find(f".//{NS}ref")
    assert ref is not None
    (target,) = [e for e in root.iter() if e.get("eId") == str(ref.get("href"))[1:]]
    assert (said(ref), target.findtext(f"{NS}num")) == ("1", "1.")


def test_a_note_stands_where_it_is_first_called_and_is_repeated_as_a_superscript() -> None:
    root = tree(RESOLUTION)
    assert [(e.get("marker"), said(e)[:9]) for e in root.iter(f"{NS}authorialNote")] == [("1", "A/80/77 a"), ("2", "United Na")]
    assert [(said(e), e.get("class")) for e in root.iter(f"{NS}sup")] == [
        ("2", None), ("1", None), ("6", "superscript"), ("2", "superscript"),
    ]  # fmt: skip


def test_parts_are_components_of_a_collection() -> None:
    root = tree(COMPOSITE)
    assert [etree.QName(e).localname for e in root] == ["documentCollection", "components"]
    assert [e.get("showAs") for e in root.iter(f"{NS}documentRef")] == ["Resolution A", "Resolution B"]
    assert [(part.label, part.title, part.formula) for part in read_back(COMPOSITE).parts] == [
        ("A", (Text("Repair"),), None), ("B", (Text("Cost"),), ()),
    ]  # fmt: skip


@pytest.mark.parametrize("annex", [ANNEX, Annex("x", "", (Text("Rules"),)), Annex("x", "Appendix"), Annex("x", "", (), ANNEX.body)])
def test_the_head_of_an_annex_is_not_taken_for_its_first_heading(annex: Annex) -> None:
    (found,) = read_back(Resolution(ADOPTED, (), (Part(annexes=(annex,)),))).parts[0].annexes
    assert (found.label, found.title, len(found.body)) == (annex.label, annex.title, len(annex.body))


def test_hostile_text_is_text() -> None:
    hostile = '<script>&amp; "]]>" <!-- {{ 7 }} \x00\x0b\ud800 </p>'
    clean = '<script>&amp; "]]>" <!-- {{ 7 }} </p>'
    head = Masthead(symbol=hostile, session=80, sponsors=(hostile,), agenda=(AgendaItem(hostile, hostile),))
    part = Part((), (Paragraph("p", (Text(hostile, italic=True), Callout("n"))),), label=hostile)
    root = tree(Resolution(head, (Text(hostile),), (part,), (Note("n", (Text(hostile),)),)))
    words = [said(e).replace("  ", " ") for tag in ("docNumber", "docProponent", "authorialNote") for e in root.iter(f"{NS}{tag}")]
    assert words == [clean] * 4
    assert root.find(f".//{NS}script") is None


# --- Laws ------------------------------------------------------------------------------------------------------------

_WORDS = st.text("abcZ19.:;()[]*^<>&'\"é–\u00a0\u2011 ", max_size=12)
_TEXTS = st.builds(Text, _WORDS, italic=st.booleans(), bold=st.booleans(), superscript=st.booleans())
_CALLOUTS = st.sampled_from([Callout(note.id) for note in NOTES])
_CONTENTS = st.lists(_TEXTS | _CALLOUTS, max_size=5).map(lambda pieces: inline.tidy([Text("Cables "), *pieces]))


@st.composite
def blocks(draw: st.DrawFn, *, headings: bool = True) -> tuple[Block, ...]:
    numbers = count(1)

    def some(depth: int) -> tuple[Paragraph, ...]:
        return tuple(one(depth) for _ in range(draw(st.integers(0, 2 if depth < 4 else 0))))

    def one(depth: int) -> Paragraph:
        label = draw(st.sampled_from([None, None, None, ""]))
        return Paragraph(f"x{next(numbers)}", draw(_CONTENTS), some(depth + 1), label)

    def top() -> Block:
        kind = draw(st.integers(0, 9))
        if kind == 0:
            rows = tuple(tuple(Cell(draw(_CONTENTS)) for _ in range(2)) for _ in range(draw(st.integers(1, 2))))
            return Table(f"x{next(numbers)}", rows, draw(st.integers(0, 1)))
        if kind == 2:
            return Opaque(f"x{next(numbers)}", draw(_CONTENTS), draw(st.sampled_from(["image", "a <b>  & c"])))
        if kind == 1 and headings:
            return Heading(f"x{next(numbers)}", draw(_CONTENTS), draw(st.sampled_from(Scheme)))
        return one(0)

    return tuple(top() for _ in range(draw(st.integers(0, 4))))


def named(*lists: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """The same blocks with ids that are unique over all lists."""
    numbers = count(1)

    def rename(block: Block) -> Block:
        items = {"items": tuple(rename(item) for item in block.items)} if isinstance(block, Paragraph) else {}
        return replace(block, id=f"b{next(numbers)}", **items)  # type: ignore[arg-type]

    return [tuple(map(rename, blocks)) for blocks in lists]


@settings(max_examples=150, deadline=None)
@given(blocks(headings=False), blocks(), blocks(), _CONTENTS, st.sampled_from([ADOPTED, DRAFT, Masthead(), UNREAD.masthead]))
def test_whatever_is_written_prints_the_same_when_read_back(
    preamble: tuple[Block, ...], operative: tuple[Block, ...], annex: tuple[Block, ...], title: Content, head: Masthead
) -> None:
    preamble, operative, annex = named(preamble, operative, annex)
    part = Part(preamble, operative, (Annex("annex", "Annex", title, annex),))
    resolution = Resolution(head, title, (part,), NOTES)
    assert text.write(read_back(resolution)) == text.write(resolution)


@pytest.mark.corpus
def test_official_texts_are_the_same_after_being_written_and_read(corpus: Path, schema: etree.XMLSchema) -> None:
    files = sorted((corpus / "akn").glob("*/*.xml"))[::27]
    assert len(files) > 50
    differing = []
    for file in files:
        once = reader.read(file.read_bytes(), file.name).resolution
        data = akn.write(once)
        schema.assertValid(etree.fromstring(data))
        if text.write(reader.read(data, file.name).resolution) != text.write(once):
            differing.append(file.name)
    assert differing == []
