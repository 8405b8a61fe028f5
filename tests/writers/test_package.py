"""The Word file: its parts, their schema, the room that its slots leave, the same bytes each time."""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from lxml import etree

from draftkit.assemble.printed import Role
from draftkit.writers.package import KINDS, SLOTS, STYLES, TABLE_STYLE, Properties, lead, package, style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "ooxml" / "wml.xsd"
PROPERTIES = Properties("Safety of submarine cables", "A/C.6/81/L.7", "Delegation", datetime(2026, 10, 5, 9, tzinfo=UTC))


def paragraph(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="SingleTxt"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"<w:r><w:tab/></w:r><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>{text}</w:t></w:r></w:p></w:footnote>"
    )


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_parts(data: bytes) -> dict[str, etree._Element]:
    found = parts(data)
    return {name: etree.fromstring(found[name]) for name in found if name.startswith("word/") and name.endswith(".xml")}


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(data)[name])


def texts(data: bytes, name: str = "word/document.xml") -> list[str]:
    found = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in part(data, name).iter(f"{W}p")]
    return [text for text in found if text]


def filled(kind: str, track: bool = False) -> bytes:
    slots = {slot: [paragraph(slot)] for slot in SLOTS}
    return package(kind, slots, [note(1, "A/80/15.")], properties=PROPERTIES, track=track)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("track", [False, True])
def test_every_part_is_valid_under_the_schema(kind: str, track: bool) -> None:
    if not SCHEMA.is_file():
        pytest.skip(f"no WordprocessingML schema at {SCHEMA}")
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    errors = {}
    for name, root in word_parts(filled(kind, track)).items():
        schema.validate(root)
        errors[name] = [str(error) for error in schema.error_log]
    assert len(errors) == 11
    assert not {name: found for name, found in errors.items() if found}


@pytest.mark.parametrize("kind", KINDS)
def test_slots_stand_in_printed_order(kind: str) -> None:
    assert texts(filled(kind)) == list(SLOTS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_paragraph_outside_the_slots_ends_every_cell_and_the_body(kind: str) -> None:
    """The last mark of a cell or body cannot be deleted: it must not be one of a slot."""
    body = part(filled(kind), "word/document.xml").find(f"{W}body")
    assert body is not None
    cells = list(body.iter(f"{W}tc"))
    assert len(cells) == 6
    assert body[-1].tag == f"{W}sectPr"
    ends = [cell[-1] for cell in cells] + [body[-2]]
    assert all(end.tag == f"{W}p" and not list(end.iter(f"{W}t")) for end in ends)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_text_is_still_a_file(kind: str) -> None:
    data = package(kind, {}, [], properties=Properties(""))
    assert texts(data) == []
    assert [one.get(f"{W}id") for one in part(data, "word/footnotes.xml")] == ["-1", "0"]


def test_notes_follow_the_separators() -> None:
    data = package("resolution", {}, [note(1, "A/80/15."), note(2, "Ibid.")], properties=PROPERTIES)
    notes = [(one.get(f"{W}id"), one.get(f"{W}type")) for one in part(data, "word/footnotes.xml")]
    assert notes == [("-1", "separator"), ("0", "continuationSeparator"), ("1", None), ("2", None)]
    assert texts(data, "word/footnotes.xml") == ["A/80/15.", "Ibid."]


@pytest.mark.parametrize("kind", KINDS)
def test_notes_that_begin_elsewhere_say_so_in_the_section(kind: str) -> None:
    data = package(kind, {}, [note(1, "A/80/15.")], properties=PROPERTIES, first_note=2)
    section = part(data, "word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    start = section.find(f"{W}footnotePr/{W}numStart")
    assert start is not None
    assert start.get(f"{W}val") == "2"
    assert part(filled(kind), "word/document.xml").find(f".//{W}numStart") is None
    if SCHEMA.is_file():
        schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
        assert schema.validate(part(data, "word/document.xml")), schema.error_log


def test_same_input_same_bytes_and_no_clock() -> None:
    assert filled("resolution") == filled("resolution")
    with zipfile.ZipFile(io.BytesIO(filled("resolution"))) as archive:
        entries = archive.infolist()
    assert {(e.date_time, e.compress_type, e.create_system) for e in entries} == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED, 0)}
    names = [entry.filename for entry in entries]
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names == sorted(names)


@pytest.mark.parametrize("kind", KINDS)
def test_relationships_and_content_types_name_the_parts_there_are(kind: str) -> None:
    found = parts(filled(kind))
    targets = re.findall(r'Target="([^"]+)"', found["word/_rels/document.xml.rels"].decode())
    typed = re.findall(r'PartName="/([^"]+)"', found["[Content_Types].xml"].decode())
    documents = {name for name in found if name.endswith(".xml")} - {"[Content_Types].xml"}
    assert {f"word/{target}" for target in targets} | {"word/document.xml"} == set(word_parts(filled(kind)))
    assert set(typed) == documents


def test_the_running_header_has_the_symbol_and_in_a_resolution_the_title() -> None:
    draft, adopted = filled("l-document"), filled("resolution")
    assert texts(draft, "word/header-even.xml") == texts(draft, "word/header-odd.xml") == ["A/C.6/81/L.7"]
    assert texts(adopted, "word/header-even.xml") == ["A/C.6/81/L.7", "Safety of submarine cables"]
    assert texts(adopted, "word/header-odd.xml") == ["Safety of submarine cables", "A/C.6/81/L.7"]
    assert texts(adopted, "word/header-first.xml") == []


def test_fields_are_text_and_never_markup_or_templates() -> None:
    hostile = '</w:t><w:t> & "{{ 7 * 7 }}"\x00\x0b\ud800'
    properties = Properties(hostile, author=hostile)
    data = package("resolution", {"body": [paragraph("{{ 7 * 7 }} {% raw %}")]}, [], properties=properties)
    clean = '</w:t><w:t> & "{{ 7 * 7 }}"'
    assert texts(data, "word/header-even.xml") == [clean]
    assert part(data, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}creator") == clean
    assert texts(data) == ["{{ 7 * 7 }} {% raw %}"]


@pytest.mark.parametrize(
    "date",
    [
        datetime(2026, 10, 5, 9),
        datetime(2026, 10, 5, 9, tzinfo=UTC),
        datetime(2026, 10, 5, 5, tzinfo=timezone(timedelta(hours=-4))),
    ],
)
def test_the_date_of_the_file_is_the_one_given(date: datetime) -> None:
    core = part(package("resolution", {}, [], properties=Properties("Cables", date=date)), "docProps/core.xml")
    dates = [core.findtext(f"{{http://purl.org/dc/terms/}}{name}") for name in ("created", "modified")]
    assert dates == ["2026-10-05T09:00:00Z"] * 2


@pytest.mark.parametrize("track", [False, True])
def test_word_goes_on_tracking_only_where_asked(track: bool) -> None:
    settings = part(filled("l-document", track), "word/settings.xml")
    assert (settings.find(f"{W}trackRevisions") is not None) is track


@pytest.mark.parametrize("kind", KINDS)
def test_every_style_that_is_named_is_defined(kind: str) -> None:
    roots = word_parts(filled(kind))
    defined = {one.get(f"{W}styleId") for one in roots["word/styles.xml"].iter(f"{W}style")}
    named = {style(role, kind=kind, depth=depth) for role in Role for depth in range(6)} | {TABLE_STYLE}
    for root in roots.values():
        named |= {str(e.get(f"{W}val")) for tag in ("pStyle", "basedOn", "next") for e in root.iter(f"{W}{tag}")}
    assert named <= defined
    assert {"FootnoteText", "FootnoteReference", "Hyperlink"} <= defined


def test_every_role_has_a_style() -> None:
    assert set(STYLES) == set(Role)


@pytest.mark.parametrize(
    ("role", "number", "depth", "expected"),
    [
        (Role.PREAMBULAR, "", 0, "\t"),
        (Role.FORMULA, "", 0, "\t"),
        (Role.OPERATIVE, "3.", 0, "\t3.\t"),
        (Role.OPERATIVE, "", 0, "\t"),
        (Role.ITEM, "(a)", 1, "\t(a)\t"),
        (Role.ITEM, "(i)", 2, "(i)\t"),
        (Role.TITLE, "81/12.", 0, "\t81/12.\t"),
        (Role.TITLE, "", 0, "\t\t"),
        (Role.SECTION_HEADING, "", 0, "\t\t"),
        (Role.BASIS, "", 0, ""),
        (Role.OTHER, "", 0, ""),
        (Role.OPAQUE, "", 2, ""),
        (Role.SESSION, "", 0, ""),
        (Role.MEETING, "", 0, ""),
    ],
)
def test_what_is_typed_before_the_text(role: Role, number: str, depth: int, expected: str) -> None:
    assert lead(role, number, depth=depth) == expected


def test_the_adoption_line_and_deep_items_have_styles_of_their_own() -> None:
    assert style(Role.PROPOSAL) == "Sponsors"
    assert style(Role.PROPOSAL, kind="resolution") == "Adoption"
    deep = [style(Role.ITEM, depth=depth) for depth in (1, 2, 3, 4, 5)]
    assert deep == ["SingleTxt", "SingleTxt2", "SingleTxt3", "SingleTxt4", "SingleTxt4"]


def test_the_text_stands_where_the_united_nations_sets_it() -> None:
    """Twips from un-rules A13: margins of 1200, indents of 1267, number at 1742, text at 2218."""
    data = filled("l-document")
    margins = part(data, "word/document.xml").find(f".//{W}pgMar")
    assert margins is not None
    sides = [margins.get(f"{W}{side}") for side in ("left", "right", "bottom", "header", "footer")]
    assert sides == ["1200", "1200", "1152", "432", "504"]
    text = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='SingleTxt']/{W}pPr")
    assert text is not None
    assert [tab.get(f"{W}pos") for tab in text.iter(f"{W}tab")][:4] == ["1267", "1742", "2218", "2693"]
    indents = [(one.get(f"{W}left"), one.get(f"{W}right")) for one in text.iter(f"{W}ind")]
    assert indents == [("1267", "1267")]


@pytest.mark.parametrize(
    ("kind", "slots", "message"),
    [
        ("decision", {}, "no template 'decision'"),
        ("../cli", {}, "no template '../cli'"),
        ("resolution", {"annex": []}, "no slot 'annex'"),
    ],
)
def test_what_does_not_exist_is_refused(kind: str, slots: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        package(kind, slots, [], properties=PROPERTIES)


def test_python_docx_opens_the_file() -> None:
    import docx

    document = docx.Document(io.BytesIO(filled("resolution")))
    assert [one.text for one in document.paragraphs if one.text] == list(SLOTS)[4:]
    assert document.core_properties.title == "Safety of submarine cables"


@pytest.mark.parametrize("kind", KINDS)
def test_no_comment_is_left_for_readers_to_trip_over(kind: str) -> None:
    assert not [name for name, data in parts(filled(kind)).items() if b"<!--" in data or b"{#" in data]
