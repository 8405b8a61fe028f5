"""What a Word file without revisions says: its stories, their lines, and what is seen of them."""

from __future__ import annotations

import pytest

from draftkit.word.opened import opened
from draftkit.word.pieces import CELL, CLOSE, Piece, breaks, fields, joined, letters, links, marked, things
from draftkit.word.readout import Line, Readout, readout
from word_files import Box, Cell, Control, Controlled, Field, File, Link, Note, P, Picture, Row, Run, Table, build, package


def read(data: bytes) -> Readout:
    file = opened(data, "x.docx")
    return readout(file.word, file.links)


def body(*blocks: P | Table | Controlled) -> list[Line]:
    return [line for line in read(build(File(blocks))).stories["body"] if line.pieces]


def xml(content: str, **parts: str) -> Line:
    """The only line of a body given as XML."""
    return read(package(content, **parts)).stories["body"][0]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


# --- lines


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (P("Urges ", Run("States", italic=True)), "Urges States"),
        (P("the report,", Note("A/79/143."), " and"), "the report,{fn: A/79/143.} and"),
        (P("the report,", Note("A/79/143.", end=True)), "the report,{en: A/79/143.}"),
        (P("see ", Link("the report")), "see the report"),
        (P("paragraph ", Field("7"), " above"), "paragraph 7 above"),
        (P("paragraph ", Field("7", simple=True), " above"), "paragraph 7 above"),
        (P("symbol ", Control("A/C.6/81/L.7")), "symbol A/C.6/81/L.7"),
        (P("a", Box(("boxed", "twice")), "b"), "a{text box: boxed twice}{text box, older form: boxed twice}b"),
        (P("para.\u00a07\tof  the\nnon\u2011paper"), "para. 7 of the non-paper"),
        (Table((Row("a", "", Cell((P("b"), P("c")))),)), "a |  | b c"),
        (Table((Row(Cell((Table((Row("x", "y"), Row("z", "w"))),)), "b"),)), "x | y z | w | b"),
        (Controlled((P("in a control"),)), "in a control"),
    ],
)
def test_the_words_of_a_line(block: P | Table | Controlled, said: str) -> None:
    assert [line.text for line in body(block)] == [said]


def test_empty_paragraphs_are_kept_by_their_styles() -> None:
    lines = read(build(File((P("a"), P(), P(" ", style="Heading1"), P("b"), P())))).stories["body"]
    assert [(line.text, line.blanks) for line in lines] == [("a", ()), ("b", ("normal", "heading 1")), ("", ("normal",))]


def test_a_picture_alone_is_no_empty_paragraph() -> None:
    (line,) = body(P(Picture()))
    assert line.text == ""
    assert [thing.partition(" ")[0] for thing in things(line.pieces)] == ["drawing", "image"]


def test_a_note_that_is_not_there_and_one_that_calls_itself() -> None:
    call = '<w:p><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{call.format(2)}</w:footnote>'
    assert xml(call.format(7), footnotes=note).text == "{fn: ?}"
    assert xml(call.format(2), footnotes=note).text == "{fn: {fn: ?}}"


def test_headers_and_footers_are_told_by_section_and_type() -> None:
    stories = read(build(File((P("one", ends_section=True), P("two")), header=(P("A/79/143"),), footer=(P("page"),)))).stories
    found = {name: [line.text for line in lines if line.text] for name, lines in stories.items()}
    assert found == {"body": ["one", "two"], "header of section 2": ["A/79/143"], "footer of section 2": ["page"]}


def test_a_section_goes_on_with_the_header_of_the_one_before() -> None:
    first = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="rId9"/></w:sectPr></w:pPr></w:p>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rId9" Type="{office}/header" Target="hdr.xml"/>'
    data = package(first + "<w:p/><w:sectPr/>", hdr=f"<w:p>{run('A/79/143')}</w:p>", links=link)
    stories = read(data).stories
    assert stories["header of section 1"] is stories["header of section 2"]
    assert stories["header of section 1"][0].text == "A/79/143"


# --- what is seen of a line


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (run("Recalling", "<w:i/>") + run(" its"), "*Recalling* its"),
        (run("Recalling ", "<w:i/>") + run("its"), "*Recalling* its"),
        (run("Recalling", "<w:i/>") + run(" ") + run("also", "<w:i/>") + run(" its"), "*Recalling also* its"),
        (run("a", '<w:b/><w:i w:val="0"/>') + run("b", "<w:b/><w:i/>"), "**a*****b***"),
        (run("x") + run("2", '<w:vertAlign w:val="superscript"/>') + run("3", '<w:vertAlign w:val="baseline"/>'), "x^2^3"),
        (run("a", '<w:u w:val="single"/>') + run("b", '<w:u w:val="none"/>') + run("c", "<w:strike/>"), "_a_b~~c~~"),
        (run("a", '<w:rStyle w:val="Hyperlink"/>') + run("b", '<w:rStyle w:val="Hyperlink"/><w:u w:val="none"/>'), "_a_b"),
        (run("a", "<w:vanish/>") + run("b", "<w:caps/>"), "{hidden a}{capitals b}"),
    ],
)
def test_formats_by_runs_and_character_styles(content: str, seen: str) -> None:
    assert marked(xml(f"<w:p>{content}</w:p>").pieces) == seen


def test_two_ways_to_write_one_format_are_one() -> None:
    properties = ('<w:rStyle w:val="Hyperlink"/>', '<w:u w:val="single"/>')
    by_style, direct = (xml(f"<w:p>{run('a', said)}</w:p>") for said in properties)
    assert marked(by_style.pieces) == marked(direct.pieces)
    assert by_style.pieces != direct.pieces


def test_links_fields_and_breaks() -> None:
    (line,) = body(P("see ", Link("the report"), " and ", Field("7", "REF  _Ref1 \\h"), "\tthere\nnow"))
    assert links(line.pieces) == ("the report -> https://undocs.org/A/79/143",)
    assert fields(line.pieces) == ("REF _Ref1 \\h: 7",)
    assert breaks(line.pieces) == "see the report and 7→there↵now"


def test_a_field_without_result_and_one_torn() -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert fields(xml(f"<w:p>{sign.format('begin')}{code}{sign.format('end')}</w:p>").pieces) == ("PAGE: ",)
    torn = xml(f"<w:p>{sign.format('begin')}{code}{run('all')}</w:p>")
    assert (torn.text, fields(torn.pieces)) == ("all", ())


def test_what_is_no_letter() -> None:
    sym = '<w:r><w:sym w:font="Symbol" w:char="{}"/></w:r>'
    assert xml(f"<w:p>{sym.format('2022')}{sym.format('zz')}{sym.format('D800')}</w:p>").text == "•"
    equation = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    assert xml(f"<w:p>{equation}</w:p>").text == "a+b"
    assert things(xml("<w:p><w:r><w:t>co</w:t><w:softHyphen/></w:r></w:p>").pieces) == ("optional hyphen after 2 letters",)


def test_layout_of_paragraphs_and_rows() -> None:
    styled, numbered = body(P("a", style="Heading1"), P("b", number=1))
    assert (styled.layout, numbered.layout) == ((("p", "heading 1", "", ""),), (("p", "normal", "", "level 1"),))
    (row, other) = body(Table((Row(Cell((P("a"),), span=2)), Row(Cell((P("b"),), merge="restart"), "c"))))
    assert row.layout == (("table", ""), ("row", "2"), ("p", "normal", "", ""))
    assert other.layout[0] == ("row", "1 restart", "1")


def test_automatic_numbers_are_those_that_are_counted() -> None:
    file = opened(build(File((P("a", number=0), Table((Row(Cell((P("b", number=0),))),)), P("c", Note("no number"))))), "x.docx")
    count = iter("12345")
    lines = readout(file.word, file.links, lambda paragraph: f"{next(count)}.").stories["body"]
    assert [entry[-1] for line in lines for entry in line.layout if entry[0] == "p"] == ["1.", "2.", "3.", ""]


# --- pieces


def test_neighbours_of_one_look_are_one_piece() -> None:
    pieces = (Piece("a"), Piece("b"), Piece("", thing="image"), Piece("", thing="image"), Piece(""), Piece("c", " i"))
    assert joined(pieces) == (Piece("ab"), Piece("", thing="image"), Piece("", thing="image"), Piece("c", " i"))


def test_blanks_have_no_format() -> None:
    assert marked((Piece(" ", " i"), Piece("a", " i"), Piece("  ", " b"), Piece("b"))) == "*a* b"
    assert marked((Piece(" "), Piece("a", " i"))) == "*a*"
    assert marked((Piece("a", " b i"), Piece("b")), only=("i",)) == "*a*b"


def test_notes_and_cells_are_closed_without_a_blank() -> None:
    assert letters((Piece("a{fn: "), Piece("\tb "), Piece(CLOSE), Piece(CELL), Piece(CELL))) == "a{fn: b} |  | "
