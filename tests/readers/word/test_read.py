"""A Word file as a resolution: of draftkit, of the Secretariat, of a delegate."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from draftkit import inline
from draftkit.errors import Unreadable
from draftkit.model import Resolution, Table
from draftkit.readers import akn, word
from draftkit.readers.word import Mode
from draftkit.writers import docx, text
from redlines import text as short

Packed = Callable[..., bytes]


def p(words: str, properties: str = "", format: str = "") -> str:  # noqa: A002 - of a run
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{format}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def markdown(data: bytes, revisions: Mode | None = None) -> str:
    return text.write(word.read(data, "x.docx", revisions).resolution, markdown=True)


TYPED = (
    "Draft resolution", "Safety of submarine cables", "The General Assembly,", "Recalling its resolution 77/108 of 7 December 2022,",
    "Deeply concerned about damage to cables,", "1. Urges States to protect submarine cables;",
    "2. Requests the Secretary-General:", "(a) To report to the General Assembly at its eighty-second session;", "(b) To consult States;",
    "3. Decides to include the item in the provisional agenda.",
)  # fmt: skip

READ = """**Draft resolution**

**Safety of submarine cables**

*The General Assembly*,

*Recalling* its resolution 77/108 of 7 December 2022,

*Deeply concerned* about damage to cables,

1. *Urges* States to protect submarine cables;

2. *Requests* the Secretary-General:

(a) To report to the General Assembly at its eighty-second session;

(b) To consult States;

3. *Decides* to include the item in the provisional agenda.
"""


def test_a_text_typed_without_styles_or_italics(packed: Packed) -> None:
    body = "".join(p(line, format="<w:b/>" if at < 2 else "") for at, line in enumerate(TYPED))
    found = word.read(packed(body), "x.docx")
    assert inline.plain(found.resolution.title) == "Draft resolution Safety of submarine cables"
    assert text.write(found.resolution, markdown=True).partition("*The")[2] == READ.partition("*The")[2]
    assert found.unit == "paragraph"
    assert found.lines[found.resolution.parts[0].operative[0].id] == 6


def test_a_text_with_automatic_numbers(packed: Packed) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{how}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for at, (how, shown) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

    def listed(line: str) -> str:
        label, _, words = line.partition(" ")
        at = {"(": 1}.get(label[0], 0)
        return p(words, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr>')

    body = "".join(listed(line) if line[0] in "(123" else p(line, format="<w:b/>" if at < 2 else "") for at, line in enumerate(TYPED))
    assert markdown(packed(body, numbering=numbering)).partition("*The")[2] == READ.partition("*The")[2]


def test_a_draft_of_the_secretariat(packed: Packed) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/><w:rPr>{format_}</w:rPr></w:style>'
        for name, said, format_ in (("H1", "_ H_1", "<w:b/>"), ("TitleHCH", "Title_H_CH", "<w:b/>"), ("H23", "_ H_2/3", "<w:b/>"), ("SingleTxt", "__Single Txt", ""))
    )

    def styled(name: str, *runs: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr>{"".join(runs)}</w:p>'

    def r(words: str, properties: str = "") -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr>" + "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in words.split("\t")) + "</w:r>"

    body = (
        p("United Nations") + p("A/C.6/81/L.7") + p("General Assembly") + p("Distr.: Limited") + p("Original: English")
        + p("Eighty-first session") + p("Sixth Committee") + p("Agenda item 79") + p("Oceans and the law of the sea", format="<w:b/>")
        + styled("H1", r("\t\tAustria and Chile: draft resolution")) + styled("TitleHCH", r("\t\tSafety of submarine cables"))
        + styled("SingleTxt", r("\t"), r("The General Assembly", "<w:i/>"), r(","))
        + styled("SingleTxt", r("\t"), r("Recalling", "<w:i/>"), r(" its resolution 77/108 of 7 December 2022,"))
        + styled("H23", r("\tA.\tCables"))
        + styled("SingleTxt", r("\t1.\t"), r("Urges", "<w:i/>"), r(" States to protect submarine cables;"))
        + styled("SingleTxt", r("\t2.\t"), r("Decides", "<w:i/>"), r(" to return to the matter."))
    )  # fmt: skip
    found = word.read(packed(body, styles=styles), "x.docx")
    assert found.findings == ()
    assert found.resolution.masthead.sponsors == ("Austria", "Chile")
    assert markdown(packed(body, styles=styles)).split("\n\n")[-6:] == [
        "**Safety of submarine cables**", "*The General Assembly*,", "*Recalling* its resolution 77/108 of 7 December 2022,", "**A. Cables**",
        "1. *Urges* States to protect submarine cables;", "2. *Decides* to return to the matter.\n",
    ]  # fmt: skip


def test_two_tables_stay_two(packed: Packed) -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    body = p("The General Assembly,", format="<w:i/>") + p("1. Urges:") + table + p("") + table
    operative = word.read(packed(body), "x.docx").resolution.parts[0].operative
    assert sum(isinstance(block, Table) for block in operative) == 2


REDLINE = (
    p("The General Assembly,")
    + '<w:p><w:r><w:t xml:space="preserve">1. Urges </w:t></w:r><w:del><w:r><w:delText>all </w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve">most </w:t></w:r></w:ins>'
    + "<w:r><w:t>States.</w:t></w:r></w:p>"
)


def test_tracked_changes_are_never_resolved_unasked(packed: Packed) -> None:
    with pytest.raises(Unreadable) as refusal:
        word.read(packed(REDLINE), "x.docx")
    assert str(refusal.value) == "x.docx: the file has 2 tracked changes; accept or reject them: --accept-input or --reject-input"
    assert markdown(packed(REDLINE), Mode.ACCEPT).split("\n\n")[-1] == "1. *Urges* most States.\n"
    assert markdown(packed(REDLINE), Mode.REJECT).split("\n\n")[-1] == "1. *Urges* all States.\n"


def test_an_order_to_resolve_changes_nothing_where_there_is_nothing_to_resolve(packed: Packed) -> None:
    body = p("The General Assembly,") + p("1. Urges States.")
    assert word.read(packed(body), "x.docx", Mode.REJECT) == word.read(packed(body), "x.docx")


def own(resolution: Resolution) -> Resolution:
    return word.read(docx.write(resolution), "x.docx").resolution


def test_draftkits_own_file_is_read_back() -> None:
    written = short("a: *Having considered* the report,", "b: *Urges* States to report.")
    assert text.write(own(written), markdown=True) == text.write(written, markdown=True)


@pytest.mark.corpus
def test_official_texts_survive_a_word_file(corpus: Path) -> None:
    paths = sorted((corpus / "akn").glob("*/*.xml"))[::27]
    assert len(paths) > 50
    different = []
    for path in paths:
        resolution = akn.read(path.read_bytes(), str(path)).resolution
        if text.write(own(resolution)) != text.write(resolution):
            different.append(path.name)
    assert different == []


@pytest.mark.parametrize("kind", ["template.main", "document.main"])
def test_templates_are_read_too(packed: Packed, kind: str) -> None:
    assert "Urges" in markdown(packed(p("The General Assembly,") + p("1. Urges States."), kind=kind))


def test_the_strict_form_is_read_too(packed: Packed) -> None:
    usual = packed(p("The General Assembly,") + p("1. Urges States."))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            content = content.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            after.writestr(name, content.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/rel", b"http://purl.oclc.org/ooxml/officeDocument/rel"))
    assert markdown(out.getvalue()) == markdown(usual)


def deep(levels: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * levels + p("deep") + "</w:tc></w:tr></w:tbl>" * levels


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "there is no text in this file"),
        (p(""), "there is no text in this file"),
        (p("a") + deep(100), "its elements stand too deep in one another"),
    ],
)
def test_refusals(packed: Packed, body: str, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        word.read(packed(body), "x.docx")
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_old_or_a_protected_file_is_refused_in_plain_words() -> None:
    with pytest.raises(Unreadable) as refusal:
        word.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "x.docx")
    assert "one with a password" in str(refusal.value)


def test_tables_deep_in_one_another_are_read_as_far_as_they_go(packed: Packed) -> None:
    assert "deep" in markdown(packed(p("a") + deep(30)))


def test_external_targets_are_not_followed(packed: Packed) -> None:
    data = packed(p("The General Assembly,") + p("1. Urges States."))
    link = '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="http://192.0.2.1/n.xml" TargetMode="External"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"</Relationships>", link.encode() + b"</Relationships>") if "document.xml.rels" in name else before.read(name))
    assert markdown(out.getvalue()) == markdown(data)


def test_reading_is_deterministic(packed: Packed) -> None:
    data = packed("".join(p(line) for line in TYPED))
    assert word.read(data, "x.docx") == word.read(data, "x.docx")
