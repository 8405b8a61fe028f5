"""A template of one's own: a folder laid over the shipped one, a Word file whose styles take the place of ours."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from draftkit.errors import Unreadable
from draftkit.resources import folder
from draftkit.word.package import W
from draftkit.writers.docx import write
from draftkit.writers.emblem import emblem
from draftkit.writers.look import Look
from draftkit.writers.own_word import NEEDED, look_of
from draftkit.writers.package import Properties, package
from judges import sdk
from pictures import png
from redlines import text

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "ooxml" / "wml.xsd"
TEXT = text("urges: *Urges* States to act.[^n]", n="A/81/1.")
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def header(words: str) -> str:
    return f"<w:hdr {NS}><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:hdr>"


# --- A folder -------------------------------------------------------------------------------------------------------


def test_a_part_of_the_folder_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    own = tmp_path / "word" / "header-odd.xml"
    own.write_text(header("Mission of Fiji {{ properties.symbol }}"), "utf-8")
    made = parts(package("l-document", {}, [], properties=Properties("T", "A/81/L.7"), look=Look(folder=tmp_path)))
    assert b"Mission of Fiji A/81/L.7" in made["word/header-odd.xml"]
    assert made["word/header-even.xml"] == parts(package("l-document", {}, [], properties=Properties("T", "A/81/L.7")))["word/header-even.xml"]


def test_a_part_of_the_kind_goes_before_a_common_one(tmp_path: Path) -> None:
    for where, words in (("common", "all"), ("resolution", "adopted"), ("l-document", "drafts")):
        (tmp_path / where / "word").mkdir(parents=True)
        (tmp_path / where / "word" / "footer-odd.xml").write_text(header(words).replace("hdr", "ftr"), "utf-8")
    for kind, words in (("resolution", b"adopted"), ("l-document", b"drafts")):
        assert words in parts(package(kind, {}, [], properties=Properties("T"), look=Look(folder=tmp_path)))["word/footer-odd.xml"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("word/header.xml", header("x"), "no part of the template is called so"),
        ("word/header-odd.xml", "<w:hdr>", "not a Word file"),
        ("word/header-odd.xml", header("{{ nothing }}"), "cannot be filled"),
        ("word/header-odd.xml", header("{{ "), "cannot be filled"),
        ("word/header-odd.xml", header("{% for a in 'xxxxxxxx' %}x{% endfor %}"), "not For"),
        ("word/header-odd.xml", header("{{ ''.join(properties) }}"), "not Call"),
        ("word/header-odd.xml", header("{% include 'word/styles.xml' %}"), "not Include"),
        ("word/header-odd.xml", header("{{ 9 ** 9 ** 9 }}"), "not Pow"),
        ("word/header-odd.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]>" + header("x"), "document type"),
        ("word/header-odd.xml", header("x" * 2_100_000), "too large"),
    ],
)
def test_a_folder_can_do_nothing_but_fill_fields(tmp_path: Path, name: str, content: str, said: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    with pytest.raises(Unreadable) as error:
        package("l-document", {}, [], properties=Properties("T"), look=Look(folder=tmp_path))
    assert said in str(error.value)
    assert str(tmp_path) in error.value.where


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.xml"
    outside.write_text(header("secret"), "utf-8")
    inside = tmp_path / "template" / "word"
    inside.mkdir(parents=True)
    (inside / "header-odd.xml").symlink_to(outside)
    with pytest.raises(Unreadable, match="leads out of the folder"):
        package("l-document", {}, [], properties=Properties("T"), look=Look(folder=tmp_path / "template"))


# --- A Word file ----------------------------------------------------------------------------------------------------


def word_file(*, styles: str | None = None, leave_out: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A Word file with the needed styles under ids of its own, in another type."""
    if styles is None:
        one = '<w:style w:type="{}" w:styleId="X{}"><w:name w:val="{}"/><w:rPr><w:sz w:val="26"/></w:rPr></w:style>'
        made = [
            one.format("character" if "reference" in name else "paragraph", at, name)
            for at, name in enumerate(NEEDED)
            if name != leave_out
        ]
        numbered = '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        styles = f"<w:styles {NS}>{''.join(made)}{numbered}</w:styles>"
    held = {"[Content_Types].xml": b"<Types/>", "word/styles.xml": styles.encode(), **(more or {})}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_styles_are_known_by_their_names_and_used_by_their_ids() -> None:
    made = parts(write(TEXT, look=look_of(word_file(), "own.docx")))
    document = made["word/document.xml"].decode()
    assert f'w:val="X{NEEDED.index("__Single Txt")}"' in document
    assert 'w:val="SingleTxt"' not in document
    defined = set(re.findall(r'w:styleId="([^"]+)"', made["word/styles.xml"].decode()))
    for name in ("word/document.xml", "word/footnotes.xml", "word/header-odd.xml", "word/footer-odd.xml"):
        assert set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', made[name].decode())) <= defined
    assert set(re.findall(r'<w:(?:basedOn|next|link) w:val="([^"]+)"', made["word/styles.xml"].decode())) <= defined


def test_all_that_comes_of_a_word_file_is_valid_and_nothing_leads_out_of_it() -> None:
    settings = (
        f'<w:settings {NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<w:zoom w:percent="160"/><w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="500"/>'
        '<w:docVars><w:docVar w:name="Symbol1" w:val="A/80/6"/></w:docVars></w:settings>'
    )
    fonts = (
        f'<w:fonts {NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:font w:name="Own">'
        '<w:embedRegular r:id="rId1" w:fontKey="{00000000-0000-0000-0000-000000000000}"/></w:font></w:fonts>'
    )
    theme = b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Own"/>'
    more = {"word/settings.xml": settings.encode(), "word/fontTable.xml": fonts.encode(), "word/theme/theme1.xml": theme}
    look = look_of(word_file(more=more), "own.docx")
    made = parts(write(TEXT, look=look))
    assert b'w:percent="160"' in made["word/settings.xml"]
    assert b'w:val="500"' in made["word/settings.xml"]
    assert not any(word in b"".join(made.values()) for word in (b"attachedTemplate", b"docVar", b"embedRegular", b"numPr", b"External"))
    assert b"trackRevisions" not in made["word/settings.xml"]
    assert b"theme1.xml" in made["word/_rels/document.xml.rels"]
    assert b"theme1.xml" in made["[Content_Types].xml"]
    if SCHEMA.is_file():
        schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
        for name in ("styles", "settings", "fontTable", "document"):
            assert schema.validate(etree.fromstring(made[f"word/{name}.xml"])), (name, schema.error_log)


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def field(instruction: str, shown: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{sign}"/></w:r>' for sign in ("begin", "separate", "end")]
    return f"{signs[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{signs[1]}{shown}{signs[2]}"


def with_heads(target: str = "header7.xml", mode: str = "", **heads: str) -> bytes:
    """A Word file with heads; "target" is where its even pages' lead."""
    link = f'<Relationship Id="rId1" Target="{target}"{mode}/>'
    links = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    section = '<w:sectPr><w:headerReference w:type="even" r:id="rId1"/></w:sectPr>'
    document = f"<w:document {NS} {space}><w:body>{section}</w:body></w:document>"
    made = {f"word/{name}.xml": f"<w:hdr {NS} {space}><w:p>{content}</w:p></w:hdr>".encode() for name, content in heads.items()}
    return word_file(more={"word/document.xml": document.encode(), "word/_rels/document.xml.rels": links.encode(), **made})


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("A/80/6") + run(" (Plan outline)"), "A/81/L.7"),
        (field(" DOCVARIABLE Symbol1 ", run("A/80/") + run("6")), "A/81/L.7"),
        (f'<w:fldSimple w:instr=" DOCPROPERTY jobn ">{run("25-06262")}</w:fldSimple>', "__-_____"),
        (run("Mission of Fiji"), "Mission of Fiji"),
        (run("see A/80/6"), "see A/80/6"),
    ],
)
def test_running_heads_come_with_our_symbol_in_them(content: str, shown: str) -> None:
    look = look_of(with_heads(header7=content), "own.docx")
    made = parts(package("l-document", {}, [], properties=Properties("T", "A/81/L.7"), look=look))
    head = etree.fromstring(made["word/header-even.xml"])
    assert "".join(head.itertext()) == shown
    assert b"DOC" not in made["word/header-even.xml"]
    assert b"A/81/L.7" in made["word/header-odd.xml"]


def test_page_numbers_stay_fields() -> None:
    look = look_of(with_heads(header7=field(" PAGE ", run("2"))), "own.docx")
    assert "instrText" in look.parts["word/header-even.xml"]


@pytest.mark.parametrize(
    "data",
    [
        with_heads(header7='<w:r><w:drawing r:embed="rId9"/></w:r>'),
        with_heads("../../../header7.xml", header7=run("x")),
        with_heads("http://example.org/header7.xml", ' TargetMode="External"', header7=run("x")),
        with_heads("styles.xml", header7=run("x")),
        with_heads("header8.xml", header7=run("x")),
    ],
)
def test_a_head_that_leads_elsewhere_stays_ours(data: bytes) -> None:
    assert "word/header-even.xml" not in look_of(data, "own.docx").parts


def test_a_redline_in_a_template_of_ones_own_goes_on_tracking() -> None:
    data = package("l-document", {}, [], properties=Properties("T"), track=True, look=look_of(word_file(), "own.docx"))
    assert b"<w:trackRevisions/>" in parts(data)["word/settings.xml"]


def test_our_own_file_is_a_template_that_changes_nothing() -> None:
    plain = write(TEXT)
    made, shipped = parts(write(TEXT, look=look_of(plain, "ours.docx"))), parts(plain)
    assert made["word/document.xml"] == shipped["word/document.xml"]
    assert {style.get(f"{W}styleId") for style in etree.fromstring(made["word/styles.xml"])} == {
        style.get(f"{W}styleId") for style in etree.fromstring(shipped["word/styles.xml"])
    }


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "not a Word file"),
        (word_file(leave_out="__Single Txt"), 'no style "__Single Txt"; add it'),
        (word_file(styles=f"<w:styles {NS}/>"), 'no style "Normal", and 19 more'),
        (word_file(more={"word/vbaProject.bin": b"x"}), "has macros"),
        (word_file(more={"[Content_Types].xml": b"vnd.ms-word.document.macroEnabled.main+xml"}), "has macros"),
        (word_file(styles="<w:styles>"), "not a Word file"),
        (word_file(styles=f"<!DOCTYPE s [<!ENTITY a 'b'>]><w:styles {NS}/>"), "document type"),
        (word_file(more={"word/settings.xml": b"<a>" * 400}), "too deep"),
    ],
)
def test_what_is_no_template_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as error:
        look_of(data, "own.docx")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("at", range(40, 400, 45))
def test_a_file_with_a_byte_that_is_wrong_is_read_or_refused(at: int) -> None:
    data = bytearray(word_file())
    data[at] ^= 0xFF
    with suppress(Unreadable):  # any other fault is one of draftkit
        assert look_of(bytes(data), "own.docx").parts


def test_a_file_without_styles_or_that_unpacks_without_end_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/styles.xml", b" " * 30_000_000)
    with pytest.raises(Unreadable, match="unpacks to more"):
        look_of(out.getvalue(), "bomb.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x", b"")
    with pytest.raises(Unreadable, match="no Word file with styles"):
        look_of(out.getvalue(), "x.docx")


# --- The emblem -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["l-document", "resolution"])
def test_the_emblem_stands_in_the_first_cell_of_the_masthead_and_the_part_beside(kind: str) -> None:
    picture = emblem(png(120, 100), "e.png")
    made = parts(package(kind, {}, [], properties=Properties("T"), look=Look(emblem=picture)))
    assert made["word/media/emblem.png"] == picture.data
    assert b'Extension="png"' in made["[Content_Types].xml"]
    assert b'Target="media/emblem.png"' in made["word/_rels/document.xml.rels"]
    table = etree.fromstring(made["word/document.xml"]).find(f".//{W}tbl")
    assert table is not None
    cell = table.findall(f"{W}tr")[1].find(f"{W}tc")
    assert cell is not None
    assert len(list(cell.iter(f"{W}drawing"))) == len(list(table.iter(f"{W}drawing"))) == 1
    if SCHEMA.is_file():
        schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
        assert schema.validate(etree.fromstring(made["word/document.xml"])), schema.error_log


def test_without_an_emblem_there_is_no_trace_of_one() -> None:
    made = parts(package("l-document", {}, [], properties=Properties("T")))
    assert not any(b"emblem" in data.lower() for data in made.values())


def test_the_foot_has_blanks_for_what_the_secretariat_fills_in() -> None:
    made = parts(package("l-document", {}, [], properties=Properties("T")))
    assert b"__-_____ (E)    ______" in made["word/footer-first.xml"]
    for name in ("odd", "even"):
        assert b"__-_____" in made[f"word/footer-{name}.xml"]
    known = parts(package("l-document", {}, [], properties=Properties("T", job="26-12345", released="171126")))
    assert b"26-12345 (E)    171126" in known["word/footer-first.xml"]


def test_the_shipped_template_has_the_styles_that_are_needed() -> None:
    shipped = (folder("templates") / "common" / "word" / "styles.xml").read_text("utf-8")
    assert set(NEEDED) <= set(re.findall(r'<w:name w:val="([^"]+)"', shipped))


def test_microsofts_validator_finds_nothing_in_a_file_with_all_of_it() -> None:
    look = replace(look_of(with_heads(header7=run("A/80/6")), "own.docx"), emblem=emblem(png(120, 100), "e.png"))
    assert sdk.errors(write(TEXT, look=look)) == []
