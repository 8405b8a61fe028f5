"""The body of a Word file as a page: order, tables, places, the masthead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from draftkit import inline
from draftkit.model import Paragraph
from draftkit.readers.page.composer import read_page
from draftkit.readers.page.page import Page, PageCell
from draftkit.readers.word.document import paragraph_at
from draftkit.word.package import open_word

Texts = Callable[..., list[str]]
Pages = Callable[..., Page]


def p(words: str = "", more: str = "", properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r>{more}</w:p>'


def tc(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_rows_spans_and_heads(page: Pages) -> None:
    table = tbl(
        tr(tc(p("Scale"), properties='<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        tr(tc(p("a"), properties='<w:vMerge w:val="restart"/>'), tc(p("b"))),
        tr(tc(p(), properties="<w:vMerge/>"), tc(p("one"), p("two"))),
        tr(tc(p("c")), properties='<w:gridBefore w:val="1"/>'),
    )
    chunks = page(p("Before") + table + p("After")).chunks
    assert [chunk.cells for chunk in chunks] == [
        (),
        (PageCell("Scale", 2),),
        (PageCell("a"), PageCell("b")),
        (PageCell(""), PageCell("one two")),
        (PageCell(""), PageCell("c")),
        (),
    ]
    assert [chunk.head for chunk in chunks] == [False, True, False, False, False, False]


def test_tables_that_follow_one_another_stay_apart(page: Pages) -> None:
    row = tr(tc(p("a")), tc(p("b")))
    assert [chunk.table for chunk in page(p("x") + tbl(row) + p() + tbl(row, row)).chunks] == [0, 1, 2, 2]


def test_a_table_in_a_table_is_said_in_its_cell(texts: Texts) -> None:
    inner = tbl(tr(tc(p("c")), tc(p("d"))))
    assert texts(p("x") + tbl(tr(tc(p("a")), tc(p("b"), inner, p("e"))))) == ["x", "a | b c d e"]


def test_rows_and_cells_in_content_controls(texts: Texts) -> None:
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc(p('b'))}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr(tc(p('a')), cell)}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{p('x')}<w:sdt><w:sdtContent>{p('y')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    assert texts(block + tbl(row)) == ["x", "y", "a | b"]


def test_a_frame_of_one_cell_says_its_paragraphs(texts: Texts) -> None:
    assert texts(p("x") + tbl(tr(tc(p("one"), p("two"))))) == ["x", "one", "two"]


def test_an_empty_table_is_nothing(texts: Texts) -> None:
    assert texts(p("x") + tbl(tr(tc(p()), tc(p())))) == ["x"]


def test_what_cannot_be_read_in_a_cell_stands_in_it(page: Pages) -> None:
    picture = '<w:r><w:pict><v:shape alt="A flag"><v:imagedata/></v:shape></w:pict></w:r>'
    found = page(p("x") + tbl(tr(tc(p("a", picture)), tc(p("b")))))
    assert found.chunks[1].cells == (PageCell("a [image: A flag]"), PageCell("b"))
    assert [(finding.code, finding.line) for finding in found.findings] == [("unread-block", 2)]


def test_a_text_box_in_a_cell(texts: Texts) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert texts(p("x") + tbl(tr(tc(p("a", box)), tc(p("b"))))) == ["x", "a boxed | b"]


MASTHEAD = tbl(
    tr(tc(p()), tc(p("United Nations")), tc(p("A/C.6/81/L.7"))),
    tr(tc(p("", '<w:r><w:pict><v:shape alt="Emblem"><v:imagedata/></v:shape></w:pict></w:r>')), tc(p("General Assembly")), tc(p("Distr.: Limited"), p("5 October 2026"))),
)
LINES = ["United Nations", "A/C.6/81/L.7", "General Assembly", "Distr.: Limited", "5 October 2026"]


def test_a_masthead_in_a_table(texts: Texts, page: Pages) -> None:
    assert texts(MASTHEAD + p("Words")) == [*LINES, "Words"]
    found = page(MASTHEAD + p("Oceans") + p("The General Assembly,") + p("Urges States."))
    assert [chunk.text for chunk in found.chunks] == [*LINES, "Oceans", "The General Assembly,", "Urges States."]
    assert [finding.message for finding in found.findings] == ["left out of the masthead: [image: Emblem]"]


def test_a_masthead_in_the_header_of_the_first_page(texts: Texts, page: Pages) -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:titlePg/></w:sectPr>'
    body = p("Oceans") + p("The General Assembly,") + section
    assert texts(body, header=MASTHEAD) == [*LINES, "Oceans", "The General Assembly,"]
    assert {chunk.line for chunk in page(body, header=MASTHEAD).chunks[:5]} == {0}
    assert texts(body.replace("<w:titlePg/>", ""), header=MASTHEAD) == ["Oceans", "The General Assembly,"]


def test_a_running_header_is_no_masthead(texts: Texts) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    assert texts(p("Words") + section, header=p("Oceans and the law of the sea")) == ["Words"]


def test_a_symbol_that_only_a_comment_says(texts: Texts, page: Pages) -> None:
    comment = f'<w:comment w:id="0">{p("&lt;&lt;ODS DOC SYMBOL1&gt;&gt;A/C.6/81/L.7&lt;&lt;ODS DOC SYMBOL1&gt;&gt;")}</w:comment>'
    body = p("Oceans") + p("The General Assembly,")
    assert texts(body, comments=comment) == ["A/C.6/81/L.7", "Oceans", "The General Assembly,"]
    assert texts(p("A/C.6/81/L.8") + body, comments=comment)[0] == "A/C.6/81/L.8"
    assert [finding.message for finding in page(body, comments=comment).findings] == ["comments left out: 1"]


def test_closing_lines_in_one_paragraph_are_two(texts: Texts) -> None:
    broken = "<w:p><w:r><w:t>47th plenary meeting</w:t><w:br/><w:t>4 December 2026</w:t></w:r></w:p>"
    assert texts(broken + broken.replace("4 December 2026", "and more")) == ["47th plenary meeting", "4 December 2026", "47th plenary meeting and more"]


def test_places_are_ordinals_of_paragraphs(page: Pages, packed: Callable[..., bytes]) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('boxed')}</w:txbxContent></v:textbox></w:pict></w:r>"
    body = p("one", box) + p() + tbl(tr(tc(p("a")), tc(p("b")))) + p("two")
    assert [chunk.line for chunk in page(body).chunks] == [1, 2, 4, 6]
    document = open_word(packed(body), "x.docx").document
    assert ["".join(paragraph_at(document, at).itertext()) for at in (2, 4, 6)] == ["boxed", "a", "two"]
    assert paragraph_at(document, 7) is None


def test_an_imported_file_is_not_followed(texts: Texts) -> None:
    assert texts(p("Words") + '<w:altChunk r:id="rId5"/>') == ["Words", "object: [object: a file put in]"]


def test_a_text_without_italics_has_its_opening_words_looked_up(page: Pages) -> None:
    plain = p("The General Assembly,") + p("Recalling its resolutions,")
    italic = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Recalling</w:t></w:r></w:p>"
    assert page(plain).form.leads
    assert not page(plain + italic).form.leads


def test_italics_of_the_head_and_of_the_closing_lines_say_nothing_of_the_text(page: Pages) -> None:
    def italic(words: str) -> str:
        return f"<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{words}</w:t></w:r></w:p>"

    assert page(italic("Oceans") + p("The General Assembly,") + p("Urges States.") + italic("47th plenary meeting") + italic("4 December 2026")).form.leads


def test_the_organs_line_is_no_heading(texts: Texts) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="_ H_1"/></w:style>'
    assert texts(p("The General Assembly,", properties='<w:pStyle w:val="H1"/>'), styles=styles) == ["The General Assembly,"]


def test_a_text_box_in_a_text_box_is_said_once(texts: Texts) -> None:
    def boxed(levels: int) -> str:
        if not levels:
            return p("a")
        return f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{boxed(levels - 1)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"

    assert texts(p("x") + tbl(tr(tc(boxed(40)), tc(p("b"))))) == ["x", "a | b"]  # twice in each box would be 2**40 times


def test_an_equation_between_paragraphs(texts: Texts) -> None:
    assert texts(p("x") + "<m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara>") == ["x", "equation: [equation: a+b]"]


@pytest.mark.parametrize("words", ["th", "rd"])
def test_an_ordinal_that_word_has_raised_in_a_closing_line(texts: Texts, words: str) -> None:
    raised = f'<w:r><w:rPr><w:i/><w:vertAlign w:val="superscript"/></w:rPr><w:t>{words}</w:t></w:r>'
    italic = '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    line = f"<w:p>{italic.format('43')}{raised}{italic.format(' plenary meeting')}</w:p>"
    assert texts(line) == [f"*43{words} plenary meeting*"]
    assert "^" in texts(line.replace("meeting", "session"))[0]


LARGE = "9" * 5000


def test_italics_inside_paragraphs_do_not_tell_that_opening_words_have_theirs(page: Pages) -> None:
    series = "<w:r><w:rPr><w:i/></w:rPr><w:t>Treaty Series</w:t></w:r>"
    assert page(p("The General Assembly,") + p("Recalling the ", series)).form.leads


def test_a_long_paragraph_in_bold_is_no_heading(page: Pages) -> None:
    words = "Urges States to keep their lighthouses lit, " * 6
    long = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>"
    made = read_page(page(p("The General Assembly,") + p("Recalling it,") + long + p("2. Decides."))).resolution.parts[0].operative[0]
    assert isinstance(made, Paragraph)
    assert inline.plain(made.content) == words.strip()


def test_headings_of_a_text_without_bold_are_known_by_their_form(page: Pages) -> None:
    assert not page(p("The General Assembly,") + p("I") + p("Urges States.")).form.bold_headings
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>I</w:t></w:r></w:p>"
    assert page(p("The General Assembly,") + bold + p("Urges States.")).form.bold_headings


@pytest.mark.parametrize(
    "body",
    [
        p("Words", properties=f'<w:outlineLvl w:val="{LARGE}"/>'),
        p("Words") + tbl(tr(tc(p(), properties=f'<w:gridSpan w:val="{LARGE}"/>'), tc(p()))),
        p("Words") + f'<w:sectPr><w:footnotePr><w:numStart w:val="{LARGE}"/></w:footnotePr></w:sectPr>',
    ],
    ids=["outline level", "span", "first note"],
)
def test_numbers_that_no_word_file_has(texts: Texts, body: str) -> None:
    assert texts(body) == ["Words"]
