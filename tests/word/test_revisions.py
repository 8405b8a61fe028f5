"""What a Word file says when its revisions are accepted or rejected."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from lxml import etree

from draftkit.errors import Unreadable
from draftkit.word.opened import opened
from draftkit.word.package import WordFile, open_word
from draftkit.word.readout import lines
from draftkit.word.retyping import retyped
from draftkit.word.revisions import Mode, count, resolve, resolved
from draftkit.writers.docx import write
from redlines import text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHOLE = write(text("a: *Urges* States."))


def repacked(**parts: str | None) -> bytes:
    """A Word file with other parts: ``document`` for word/document.xml; ``None`` leaves one out."""
    names = {f"word/{name}.xml": content for name, content in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = names.get(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
    return out.getvalue()


def word(body: str, notes: str = "") -> bytes:
    return repacked(document=f"<w:document {W}><w:body>{body}</w:body></w:document>", footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>")


def p(content: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def ins(words: str) -> str:
    return f"<w:ins>{r(words)}</w:ins>"


def gone(words: str) -> str:
    return f"<w:del>{r(words).replace('w:t', 'w:delText')}</w:del>"


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def both(body: str, notes: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    file = open_word(word(body, notes), "x.docx")
    return lines(file, Mode.ACCEPT), lines(file, Mode.REJECT)


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (p(r("Urges ") + gone("all ") + r("States")), ["Urges States"], ["Urges all States"]),
        (p(r("Urges ") + ins("all ") + r("States")), ["Urges all States"], ["Urges States"]),
        (p(r("One")) + p(ins("Two"), "<w:ins/>") + p(r("Three")), ["One", "Two", "Three"], ["One", "Three"]),
        (p(r("One")) + p(gone("Two"), "<w:del/>") + p(r("Three")), ["One", "Three"], ["One", "Two", "Three"]),
        (p(r("One "), "<w:del/>") + p(r("and two")), ["One and two"], ["One", "and two"]),
        (p(r("One "), "<w:ins/>") + p(r("and two")), ["One", "and two"], ["One and two"]),
        (p("", "<w:ins/><w:del/>") + p(r("Two")), ["Two"], ["Two"]),
        (p(f"<w:moveFrom>{r('One')}</w:moveFrom>", "<w:moveFrom/>") + p(r("Two")), ["Two"], ["One", "Two"]),
        (p(r("Two")) + p(f"<w:moveTo>{r('One')}</w:moveTo>", "<w:moveTo/>") + p(""), ["Two", "One"], ["Two"]),
        (p(gone("One"), "<w:del/>") + p(gone("Two"), "<w:del/>") + p(r("Three")), ["Three"], ["One", "Two", "Three"]),
        (p(gone("One"), "<w:del/>") + f"<w:tbl><w:tr><w:tc>{p(r('Two'))}</w:tc></w:tr></w:tbl>", ["Two"], ["One", "Two"]),
        (p(r("One "), "<w:del/>") + control(p(r("two"))) + p(r("Three")), ["One two", "Three"], ["One", "two", "Three"]),
        (control(p(r("One "), "<w:del/>")) + '<w:bookmarkEnd w:id="1"/>' + p(r("two")), ["One two"], ["One", "two"]),
        (p(ins("One") + gone("Two")), ["One"], ["Two"]),
        (p(f"<w:ins><w:del>{r('x').replace('w:t', 'w:delText')}</w:del></w:ins>" + r("One")), ["One"], ["One"]),
    ],
)
def test_accepted_and_rejected(body: str, accepted: list[str], rejected: list[str]) -> None:
    assert both(body) == (tuple(accepted), tuple(rejected))


MARKS = '<w:bookmarkStart w:id="1" w:name="a"/><w:commentRangeEnd w:id="2"/>'
BOX = '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>'


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (
            p(MARKS + gone("One"), "<w:del/>") + f"<w:tbl><w:tr><w:tc>{p(r('Two'))}</w:tc></w:tr></w:tbl>",
            ["Two"],
            ["One", "Two"],
        ),
        (p(r("One "), "<w:del/>") + MARKS + '<w:moveFromRangeEnd w:id="3"/>' + p(r("two")), ["One two"], ["One", "two"]),
        (
            p(r("a") + BOX.format(p(gone("b") + r("c"), "<w:del/>") + p(ins("d")))),
            ["a{text box: cd}"],
            ["a{text box: bc}"],
        ),
        (
            p('<w:moveFromRangeStart w:id="1" w:name="m"/>' + f"<w:moveFrom>{r('One')}</w:moveFrom>" + gone("x"), "<w:moveFrom/>")
            + '<w:moveFromRangeEnd w:id="1"/>' + p(r("Two"))
            + p('<w:moveToRangeStart w:id="2" w:name="m"/>' + f"<w:moveTo>{r('One')}</w:moveTo>" + ins("y"), "<w:moveTo/>")
            + '<w:moveToRangeEnd w:id="2"/>' + p(r("End")),
            ["Two", "Oney", "End"],
            ["Onex", "Two", "End"],
        ),
        (control(p(gone("One"), "<w:del/>")) + p(r("Two")), ["Two"], ["One", "Two"]),
    ],
    ids=["range markers before a table", "range markers between", "text box", "edited move", "control"],
)  # fmt: skip
def test_marks_that_go_with_what_stands_between(body: str, accepted: list[str], rejected: list[str]) -> None:
    assert both(body) == (tuple(accepted), tuple(rejected))
    document = open_word(word(body), "x.docx").document
    for mode in Mode:
        assert "Range" not in _inside(resolved(document, mode)).replace("commentRangeEnd", "")


def row(cells: str, mark: str = "") -> str:
    return f"<w:tr><w:trPr>{mark}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells.split('|'))}</w:tr>"


def test_rows_come_and_go_whole() -> None:
    table = f"<w:tbl>{row(p(r('a')) + '|' + p(r('b')))}{row(p(ins('c')), '<w:ins/>')}{row(p(gone('d')), '<w:del/>')}</w:tbl>"
    assert both(table) == (("a | b", "c"), ("a | b", "d"))


def test_notes_stand_in_their_place() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{p(r("A/79/") + gone("143") + ins("15"))}</w:footnote>'
    assert both(p(r("the report,") + reference), note) == (("the report,{fn: A/79/15}",), ("the report,{fn: A/79/143}",))


def test_what_is_no_letter() -> None:
    body = p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c\u00a0d</w:t><w:br/><w:t>e</w:t></w:r>")
    assert both(body)[0] == ("a b-c d e",)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (p(r("One")), 0),
        (p(ins("One") + gone("Two")), 2),
        (p("", "<w:ins/>"), 1),
        ("<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr></w:p>", 1),
        ("<w:p><w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr></w:r></w:p>", 1),
        ("<w:tbl><w:tblPr><w:tblPrChange><w:tblPr/></w:tblPrChange></w:tblPr></w:tbl>", 1),
        ("<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr></w:tc></w:tr></w:tbl>", 1),
        (f"<w:sectPr {W}><w:sectPrChange/></w:sectPr>", 1),
    ],
)
def test_no_revision_is_overlooked(body: str, found: int) -> None:
    assert count(open_word(word(body), "x.docx")) == found


def test_the_share_of_words_typed_again() -> None:
    assert retyped(open_word(word(p(r("one two ") + gone("three ") + ins("three four"))), "x.docx")) == 0.25
    assert retyped(open_word(word(p(r("one two"))), "x.docx")) == 0
    moved = p(f"<w:moveFrom>{r('one two')}</w:moveFrom>", "<w:moveFrom/>") + p(f"<w:moveTo>{r('one two')}</w:moveTo>", "<w:moveTo/>")
    assert retyped(open_word(word(moved + p(gone("three") + ins("three four"))), "x.docx")) == 0.25
    assert retyped(open_word(word(p(BOX.format(p(gone("three") + ins("three four"))))), "x.docx")) == 0.5
    assert retyped(open_word(word(""), "x.docx")) == 0


def _broken(at: int) -> bytes:
    data = bytearray(WHOLE)
    data[at] ^= 0xFF
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(WHOLE)
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


HOSTILE = {
    "nothing": b"",
    "no zip": b"The General Assembly,",
    "cut off": WHOLE[: len(WHOLE) // 2],
    "broken bytes": _broken(60),
    "broken check sums": _broken(len(WHOLE) // 3),
    "encrypted": _encrypted(),
    "no document": repacked(document=None),
    "no notes where they are named": repacked(footnotes=None),
    "no XML": repacked(document="The General Assembly,"),
    "not closed": repacked(document=f"<w:document {W}>"),
    "a web page": repacked(document="<html/>"),
    "a revision for a part": repacked(footnotes=f"<w:ins {W}/>"),
    "alternatives for a part": repacked(styles='<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>'),
    "too deep": word("<w:sdt>" * 3000 + "</w:sdt>" * 3000),
    "a bomb": word(" " * 30_000_000),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_word(data, "x.docx")
    assert "x.docx" in str(refusal.value)
    assert "\n" not in str(refusal.value)


LENIENT = "no notes where they are named"
"""It says no less than without the relationship that leads nowhere."""


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != LENIENT])
def test_what_cannot_be_read_cannot_be_proved(name: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        opened(HOSTILE[name], "x.docx")
    assert "x.docx" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_entities_are_refused() -> None:
    document = f'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document {W}><w:body>{p("<w:r><w:t>&a;</w:t></w:r>")}</w:body></w:document>'
    with pytest.raises(Unreadable, match="document type definition"):
        open_word(repacked(document=document), "x.docx")


def _inside(tree: Any) -> str:
    """A resolved body without what it is wrapped in."""
    text = etree.tostring(tree, encoding="unicode").partition("<w:body>")[2].partition("</w:body>")[0]
    return text.replace(f" {W}", "")


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (
            '<w:p><w:r><w:rPr><w:i/><w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr></w:r></w:p>',
            "<w:p><w:r><w:rPr><w:i/></w:rPr></w:r></w:p>",
            "<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>",
        ),
        (
            '<w:p><w:pPr><w:pStyle w:val="H1"/><w:rPr><w:i/></w:rPr><w:pPrChange><w:pPr><w:pStyle w:val="H23"/></w:pPr></w:pPrChange></w:pPr></w:p>',
            '<w:p><w:pPr><w:pStyle w:val="H1"/><w:rPr><w:i/></w:rPr></w:pPr></w:p>',
            '<w:p><w:pPr><w:pStyle w:val="H23"/><w:rPr><w:i/></w:rPr></w:pPr></w:p>',
        ),
        (
            '<w:tbl><w:tblPr><w:tblStyle w:val="A"/><w:tblPrChange><w:tblPr><w:tblStyle w:val="B"/></w:tblPr></w:tblPrChange></w:tblPr></w:tbl>',
            '<w:tbl><w:tblPr><w:tblStyle w:val="A"/></w:tblPr></w:tbl>',
            '<w:tbl><w:tblPr><w:tblStyle w:val="B"/></w:tblPr></w:tbl>',
        ),
        (
            '<w:sectPr><w:headerReference/><w:pgSz w:w="1"/><w:sectPrChange><w:sectPr><w:pgSz w:w="2"/></w:sectPr></w:sectPrChange></w:sectPr>',
            '<w:sectPr><w:headerReference/><w:pgSz w:w="1"/></w:sectPr>',
            '<w:sectPr><w:headerReference/><w:pgSz w:w="2"/></w:sectPr>',
        ),
        (
            "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr></w:tc><w:tc><w:tcPr><w:cellIns/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc><w:tc/></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc><w:tc/></w:tr></w:tbl>",
        ),
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge w:vMerge="cont" w:vMergeOrig="rest"/></w:tcPr></w:tc></w:tr></w:tbl>',
            '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="continue"/></w:tcPr></w:tc></w:tr></w:tbl>',
            '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr></w:tc></w:tr></w:tbl>',
        ),
        (
            '<w:p><w:pPr><w:numPr><w:numId w:val="1"/><w:ins/><w:numberingChange/></w:numPr></w:pPr></w:p>',
            '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
            '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
        ),
        (
            "<w:p><w:del><w:r><w:delText>x</w:delText><w:delInstrText>PAGE</w:delInstrText></w:r></w:del></w:p>",
            "<w:p/>",
            "<w:p><w:r><w:t>x</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>",
        ),
        (
            "<w:p><w:ins><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins></w:p>",
            "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
            "<w:p/>",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr></w:tc></w:tr><w:tr><w:tc/></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr><w:tr><w:tc/></w:tr></w:tbl>",
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc/></w:tr></w:tbl><w:p/>",
            "<w:tbl><w:tr><w:trPr/><w:tc/></w:tr></w:tbl><w:p/>",
            "<w:p/>",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr/></w:pPr></w:p></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr/></w:pPr></w:p></w:tc></w:tr></w:tbl>",
        ),
        (
            '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:bookmarkEnd w:id="1"/></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>',
            '<w:bookmarkEnd w:id="1"/><w:tbl><w:tr><w:tc/></w:tr></w:tbl>',
            '<w:p><w:pPr><w:rPr/></w:pPr><w:bookmarkEnd w:id="1"/></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>',
        ),
        (
            '<w:customXmlInsRangeStart/><w:sdt><w:sdtPr/><w:sdtContent><w:customXmlInsRangeEnd/><w:p/></w:sdtContent></w:sdt>',
            "<w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
            "<w:p/>",
        ),
        (
            "<w:customXmlDelRangeStart/><w:customXml><w:customXmlPr/><w:p/></w:customXml>",
            "<w:p/>",
            "<w:customXml><w:customXmlPr/><w:p/></w:customXml>",
        ),
    ],
    ids=[
        "run", "paragraph", "table", "section", "cells", "merged cells", "numbers", "deleted fields", "deleted in inserted",
        "last cell", "last row", "last paragraph of a cell", "marker before a table", "control put around", "control taken away",
    ],
)  # fmt: skip
def test_what_is_left_of_each_kind(body: str, accepted: str, rejected: str) -> None:
    document = open_word(word(body), "x.docx").document
    for mode, wanted in ((Mode.ACCEPT, accepted), (Mode.REJECT, rejected)):
        found = resolved(document, mode)
        assert _inside(found) == wanted
        assert count(WordFile(found)) == 0


def test_notes_are_resolved_with_the_text() -> None:
    file = open_word(word(p(r("One")), f'<w:footnote w:id="2">{p(ins("A/79/15"))}</w:footnote>'), "x.docx")
    assert count(file) == 1
    assert count(resolve(file, Mode.ACCEPT)) == 0
    assert "".join(resolve(file, Mode.REJECT).footnotes.itertext()) == ""
    assert count(file) == 1


def test_many_deleted_paragraph_marks_take_no_more_time_each() -> None:
    many = "".join(p(r(f"{at} "), "<w:del/>") + '<w:bookmarkEnd w:id="1"/>' for at in range(4000))
    assert lines(open_word(word(many + p(r("end"))), "x.docx"), Mode.ACCEPT)[0].endswith("3998 3999 end")
