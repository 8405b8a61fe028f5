"""Official XML, every shape it comes in: XML in, printed text out; hostile XML is refused in one line, and quickly."""

from __future__ import annotations

import html
import importlib.util
import random
import re
import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.errors import Unreadable
from draftkit.model import AgendaItem, Heading, Note, Opaque, Scheme, Severity, Table
from draftkit.readers import akn, draft
from draftkit.tree import walk
from draftkit.writers import draft as draft_writer
from draftkit.writers import text

NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'
FORMULA = '<formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>'


def statement(preamble: str = FORMULA, body: str = "", after: str = "", preface: str = "") -> str:
    return f'<statement name="resolution">{preface}<preamble>{preamble}</preamble><mainBody>{body}</mainBody>{after}</statement>'


def document(inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><akomaNtoso {NS}>{inner}</akomaNtoso>'.encode()


def read(inner: str):
    return akn.read(document(inner), "x.xml")


def printed(inner: str) -> list[str]:
    """The blocks of the printed text; what comes after the rule too."""
    return [block for block in text.write(read(inner).resolution).rstrip("\n").split("\n\n") if block]


def paragraph(num: str, words: str, cls: str = "SingleTxt") -> str:
    number = f"<num>{num}</num>" if num else ""
    return f'<paragraph class="{cls}">{number}<content><p xml:space="preserve">\t{words}</p></content></paragraph>'


def heading(words: str, num: str = "", tag: str = "subheading") -> str:
    number = f"<num>{num}</num>" if num else ""
    return f'<paragraph class="H23">{number}<{tag}>\t\t{words}</{tag}></paragraph>'


def note(marker: str, words: str) -> str:
    return f'<authorialNote marker="{marker}" placement="bottom"><p>\t\t{words}</p></authorialNote>'


def body(*parts: str) -> list[str]:
    """What is printed of a body, without the organ's line."""
    return printed(statement(FORMULA.replace("</span>,", "</span>"), "".join(parts)))[1:]


def test_paragraphs_and_their_italics():
    reading = read(statement(FORMULA + '<container><p>\n  <span class="italic">\tRecalling </span>its <a href="x">79/900</a>,</p></container>',
                             paragraph("1.", '<span class="italic">Urges</span>  States\n to act;') + paragraph("2.", '<span class="italic">Ends</span>.')))  # fmt: skip
    assert text.write(reading.resolution, markdown=True).split("\n\n")[-4:] == [
        "*The General Assembly*,", "*Recalling* its 79/900,", "1. *Urges* States to act;", "2. *Ends*.\n",
    ]  # fmt: skip


def test_a_sole_paragraph_without_a_number_keeps_none():
    reading = read(statement(body=paragraph("", "Adopts the rules.")))
    (sole,) = reading.resolution.parts[0].operative
    assert sole.label is None
    assert body(paragraph("", "Adopts the rules.")) == ["Adopts the rules."]


NESTED = """
<paragraph class="SingleTxt"><num>1.</num><list><intro><p>Urges States:</p></intro>
  <point><num>(a)</num><list><intro><p>To act:</p></intro>
    <point><num>(i)</num><list><intro><p>At sea:</p></intro>
      <point><num>a.</num><list><intro><p>By day:</p></intro><point><num>i.</num><content><p>At noon;</p></content></point></list></point>
    </list></point>
    <point><num>(ii)</num><content><p>On land;</p></content></point>
  </list></point>
  <point><num>(b)</num><content><p>To report;</p></content></point>
  <wrapUp><p>all of them;</p></wrapUp>
</list></paragraph>"""
FOUR_DEGREES = [
    "1. Urges States:", "(a) To act:", "(i) At sea:", "a. By day:", "i. At noon;", "(ii) On land;", "(b) To report;",
]  # fmt: skip


def test_nested_subparagraphs_to_four_degrees():
    assert body(NESTED, paragraph("2.", "Ends."))[: len(FOUR_DEGREES)] == FOUR_DEGREES
    operative = read(statement(body=NESTED + paragraph("2.", "Ends."))).resolution.parts[0].operative
    assert operative[0].items[0].items[0].items[0].items[0].content[0].text == "At noon;"
    assert "number:" not in draft_writer.write(read(statement(body=NESTED.replace("<wrapUp><p>all of them;</p></wrapUp>", "") + paragraph("2.", "Ends."))).resolution)


def test_flat_subparagraphs_to_four_degrees():
    flat = "".join(paragraph(*line.split(" ", 1)) for line in FOUR_DEGREES) + paragraph("2.", "Ends.")
    assert body(flat) == [*FOUR_DEGREES, "2. Ends."]
    nested = read(statement(body=NESTED.replace("<wrapUp><p>all of them;</p></wrapUp>", "") + paragraph("2.", "Ends."))).resolution
    assert read(statement(body=flat)).resolution == nested


def test_labels_typed_into_the_text():
    typed = paragraph("1.", "Urges States:") + "<p>\t(a)\tTo act;</p><p>\t(b)\tTo report;</p>" + paragraph("2.", "Ends.")
    operative = read(statement(body=typed)).resolution.parts[0].operative
    assert [item.label for item in operative[0].items] == [None, None]
    assert body(typed) == ["1. Urges States:", "(a) To act;", "(b) To report;", "2. Ends."]


def test_i_after_h_is_a_letter():
    flat = paragraph("1.", "Urges:") + "".join(paragraph(f"({letter})", f"Item {letter};") for letter in "abcdefghij") + paragraph("2.", "Ends.")
    operative = read(statement(body=flat)).resolution.parts[0].operative
    assert len(operative[0].items) == 10
    assert {item.label for item in operative[0].items} == {None}


@pytest.mark.parametrize("tag", ["heading", "subheading", "crossHeading"])
def test_headings(tag):
    found = body(paragraph("1.", "Urges;"), heading("Lights", tag=tag), paragraph("2.", "Ends."))
    assert found == ["1. Urges;", "Lights", "2. Ends."]


def test_a_bold_paragraph_is_a_heading():
    reading = read(statement(body=paragraph("1.", "Urges;") + "<p><span class='bold'>Lights</span></p>" + paragraph("2.", "Ends.")))
    found = reading.resolution.parts[0].operative[1]
    assert isinstance(found, Heading)
    assert not found.content[0].bold


def numbered_heading(*inner: str) -> tuple[str, Scheme, str | None, str]:
    reading = read(statement(body="".join(inner) + paragraph("1.", "Urges;") + paragraph("2.", "Ends.")))
    found = reading.resolution.parts[0].operative[0]
    assert isinstance(found, Heading)
    return found.content[0].text, found.scheme, found.label, "\n".join(body("".join(inner), paragraph("1.", "Urges;")))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (heading("Lights", "I"), ("Lights", Scheme.ROMAN, None)),
        ('<paragraph class="H23"><num>I</num></paragraph>' + heading("Lights"), ("Lights", Scheme.ROMAN, None)),
        ('<paragraph class="H23"><p><num>I</num></p></paragraph>' + heading("Lights"), ("Lights", Scheme.ROMAN, None)),
        ("<p><num>I</num></p>" + heading("Lights"), ("Lights", Scheme.ROMAN, None)),
        (heading("I") + heading("Lights"), ("Lights", Scheme.ROMAN, None)),
        (heading("Lights", "I."), ("Lights", Scheme.ROMAN, "I.")),
        (heading("I.\tLights", "I."), ("Lights", Scheme.ROMAN, "I.")),
        (heading("Lights", "A."), ("Lights", Scheme.LETTER, None)),
        (heading("A. Lights"), ("Lights", Scheme.LETTER, None)),
        (paragraph("I.", "<span class='bold'>.\tLights</span>", "HCh"), ("Lights", Scheme.ROMAN, "I.")),
        (paragraph("I", "<span class='bold'>.\tLights</span>", "HCh"), ("Lights", Scheme.ROMAN, "I.")),
        (paragraph("II.", "<span class='bold'>\tLights</span>", "H23"), ("Lights", Scheme.ROMAN, "II.")),
        (heading("(a)\tLights", "(a)"), ("(a) Lights", Scheme.NONE, None)),
        (heading("Lights", "(a)"), ("(a) Lights", Scheme.NONE, None)),
    ],
)
def test_numbers_of_sections(inner, expected):
    assert numbered_heading(inner)[:3] == expected


def test_a_section_element():
    inner = "<section><num>I</num><heading>Lights</heading>" + paragraph("1.", "Urges;") + paragraph("2.", "Ends.") + "</section>"
    assert body(inner) == ["I", "Lights", "1. Urges;", "2. Ends."]


def test_letters_and_numerals_are_told_apart_by_their_sequence():
    numbers = ["I", "II", "III", "IV", "A", "B", "C", "D", "V", "A", "B"]
    inner = "".join(heading(f"Section {at}", num) + paragraph(f"{at}.", "Urges;") for at, num in enumerate(numbers, 1))
    found = [block for block in read(statement(body=inner)).resolution.parts[0].operative if isinstance(block, Heading)]
    schemes = "".join("r" if block.scheme is Scheme.ROMAN else "l" for block in found)
    assert schemes == "rrrrllllrll"


def test_notes_and_callouts_repeated_as_superscripts():
    inner = paragraph("1.", f"Notes the report{note('1', 'A/80/1.')} and H<sup>2</sup>O, and again the report;<sup>1</sup>")
    inner += paragraph("2.", f"Notes its annex{note('2', 'Ibid., <span class=&quot;italic&quot;>annex</span>.'.replace('&quot;', chr(34)))}.")
    reading = read(statement(body=inner))
    assert [(each.id, each.ibid, each.number) for each in reading.resolution.notes] == [("notes-report", "", 0), ("notes-annex", "notes-report", 0)]
    assert body(inner) == [
        "1. Notes the report[1] and H2O, and again the report;[1]", "2. Notes its annex[2].", "-----", "[1] A/80/1.", "[2] Ibid., annex.",
    ]  # fmt: skip


def test_a_note_in_a_heading_and_numbers_that_begin_at_two():
    inner = heading("Lights" + note("2", "A/80/1.")) + paragraph("1.", "Urges" + note("3", "A/80/2.")) + paragraph("2.", "Ends" + note("4", "A/80/3."))
    reading = read(statement(body=inner))
    assert [each.number for each in reading.resolution.notes] == [2, 0, 0]
    assert isinstance(reading.resolution.notes[0], Note)
    assert body(inner)[:3] == ["Lights[2]", "1. Urges[3]", "2. Ends[4]"]


TABLE = """<paragraph class="SingleTxt"><content><table>
<tr><th><p>State</p></th><th colspan="2"><p>Share</p><p>(per cent)</p></th></tr>
<tr><td><p>A</p></td><td><p>1.0</p></td><td><p><span class="italic">new</span></p></td></tr></table></content></paragraph>"""


def test_tables():
    inner = paragraph("1.", "Adopts the scale:") + TABLE + paragraph("2.", "Ends.")
    table = next(block for block in read(statement(body=inner)).resolution.parts[0].operative if isinstance(block, Table))
    assert (table.header, [cell.span for cell in table.rows[0]]) == (1, [1, 2])
    assert body(inner) == ["1. Adopts the scale:", "State | Share (per cent)", "A | 1.0 | new", "2. Ends."]


def test_a_list_in_the_preamble():
    inner = FORMULA + """<container><blockList><listIntroduction>Guided by:</listIntroduction>
      <item><num>(a)</num><p>The Charter,</p></item><item><num>(b)</num><p>The rules,</p></item></blockList></container>"""
    found = printed(statement(inner, paragraph("1.", "Urges;") + paragraph("2.", "Ends.")))
    assert found == [
        "The General Assembly,", "Guided by:", "(a) The Charter,", "(b) The rules,", "1. Urges;", "2. Ends.",
    ]  # fmt: skip


ANNEX = '<attachments><attachment><doc name="annex"><mainBody>{}</mainBody></doc></attachment></attachments>'


@pytest.mark.parametrize(
    "head",
    [
        heading("Annex") + heading("Rules of the light"),
        "<paragraph class='H23'><p><docType>Annex</docType><docTitle>Rules of the light</docTitle></p></paragraph>",
        "<p><span class='bold'>Annex</span></p><p><span class='bold'>Rules of the light</span></p>",
    ],
)
def test_annexes(head):
    inner = statement(body=paragraph("", "Adopts the rules."), after=ANNEX.format(head + paragraph("1.", "A keeper.") + paragraph("2.", "A lamp.")))
    assert printed(inner)[-4:] == ["Annex", "Rules of the light", "1. A keeper.", "2. A lamp."]
    assert read(inner).resolution.parts[0].annexes[0].label == "Annex"


def test_the_number_of_a_section_is_not_the_title_of_its_annex():
    inner = statement(body=paragraph("", "Adopts."), after=ANNEX.format(heading("Annex I") + heading("A") + heading("Posts") + paragraph("", "One.")))
    (annex,) = read(inner).resolution.parts[0].annexes
    assert (annex.label, annex.title, annex.body[0].label) == ("Annex I", (), "A")


def test_an_annex_without_its_word_has_a_title():
    inner = statement(body=paragraph("", "Adopts."), after=ANNEX.format(heading("Rules of the light") + heading("Lamps", "I.") + paragraph("1.", "A lamp.")))
    (annex,) = read(inner).resolution.parts[0].annexes
    assert (annex.label, annex.title[0].text) == ("", "Rules of the light")
    assert printed(inner)[-3:] == ["Rules of the light", "I. Lamps", "1. A lamp."]


def test_subparagraphs_under_a_heading_keep_their_degrees():
    flat = [("(a)", "To build:"), ("(i)", "Now;"), ("(ii)", "Later;"), ("(b)", "To keep;")]
    inner = heading("Lamps") + "".join(paragraph(*row) for row in flat)
    (annex,) = read(statement(body=paragraph("", "Adopts."), after=ANNEX.format(heading("Annex") + heading("Rules") + inner))).resolution.parts[0].annexes
    first, second = annex.body[1:]
    assert ([item.label for item in first.items], first.label, second.label) == (["(i)", "(ii)"], "(a)", "(b)")


COVER = """<coverPage>
<p><docNumber refersTo="#symbol">A/RES/79/900</docNumber></p>
<p><docAuthority refersTo="#publisher">United Nations</docAuthority><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
<p><docStatus>Distr.: General</docStatus></p><p><docDate date="2024-12-11">11 December 2024</docDate></p>
<p><session value="79">Seventy-ninth session</session></p>
<p><inline name="agenda item">Agenda item 82</inline></p><p><inline name="agenda item name">Lighthouses</inline></p>
<p><docTitle>Resolution adopted by the General Assembly on 4 December 2024</docTitle></p>
<p><docProponent>[on the report of the Sixth Committee (<inline name="originating document">A/79/472, para. 7</inline>)]</docProponent></p>
</coverPage>"""
PREFACE = '<preface><p><docNumber>79/900.</docNumber><docTitle><span class="bold">\tKeeping of lighthouses</span></docTitle></p></preface>'
CLOSING = '<conclusions><p><event><location>47th plenary meeting</location><eol/><docDate date="2024-12-04">4 December 2024</docDate></event></p></conclusions>'


def test_the_masthead_and_the_closing_lines():
    resolution = read(f'<statement name="resolution">{COVER}{PREFACE}<preamble>{FORMULA}</preamble><mainBody>{paragraph("", "Adopts.")}</mainBody>{CLOSING}</statement>').resolution
    head = resolution.masthead
    assert (head.symbol, head.session, head.adopted, head.heading) == ("A/RES/79/900", 79, "4 December 2024", "")
    assert (head.agenda, head.basis) == ((AgendaItem("82", "Lighthouses"),), "on the report of the Sixth Committee (A/79/472, para. 7)")
    assert (resolution.parts[0].meeting, resolution.parts[0].adopted) == ("47th plenary meeting", "4 December 2024")
    assert (head.distribution, head.issued, resolution.title[0].text) == ("General", "11 December 2024", "Keeping of lighthouses")


def test_a_composite_document_has_parts():
    def component(label: str, title: str, words: str) -> str:
        preface = f"<preface><p><docNumber>{label}</docNumber><docTitle>{title}</docTitle></p></preface>"
        return f"<component>{statement(body=paragraph('1.', words) + paragraph('2.', 'Ends.'), preface=preface)}</component>"

    inner = f"<documentCollection>{COVER}{PREFACE}</documentCollection><components>{component('A', 'Lights', 'Urges;')}{component('B', 'Bells', 'Asks;')}</components>"
    assert printed(inner)[-10:] == ["A", "Lights", "The General Assembly,", "1. Urges;", "2. Ends.", "B", "Bells", "The General Assembly,", "1. Asks;", "2. Ends."]
    parts = read(inner).resolution.parts
    assert [(part.label, part.title[0].text) for part in parts] == [("A", "Lights"), ("B", "Bells")]


BOMB = '<!DOCTYPE a [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not XML at all",
        b"<a/>",
        document(statement())[:-40],
        document("<statement/>").replace(b"statement", b"portion"),
        document(statement()).replace(NS.encode(), b'xmlns="urn:other"'),
        b"<a>" * 100_000,
        b"<a>" * 300 + b"</a>" * 300,
        b"\xff\xfe\x00",
        b"PK\x03\x04 a Word file",
        f"{BOMB}<akomaNtoso {NS}>{statement(body=paragraph('1.', 'Urges &a11;'))}</akomaNtoso>".encode(),
        f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><akomaNtoso {NS}/>'.encode(),
    ],
)
def test_what_is_no_resolution_is_refused_in_one_line(data):
    start = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        akn.read(data, "x.xml")
    assert time.perf_counter() - start < 2
    assert "\n" not in str(caught.value)
    assert caught.value.where.startswith("x.xml")
    assert caught.value.remedy


# --- What stands inside a paragraph ---------------------------------------------------------------------------------


def findings(inner: str) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in read(inner).findings]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<i>Urges</i> all", "*Urges* all"),
        ("<em>Urges</em> all", "*Urges* all"),
        ("<span style='font-style: italic'>Urges</span> all", "*Urges* all"),
        ("the <b>whole</b> and <strong>all</strong> of <u>it</u>", "the **whole** and **all** of it"),
        ("<span class='bold italic'>Urges</span> all", "***Urges*** all"),
        ("H<sub>2</sub>O and 10<sup>6</sup>", "H2O and 10^6^"),
        ("see <ref href='#x'>paragraph</ref><eol/><a href='y'>79/900</a> of <date date='2024-12-04'>4 December</date>", "see paragraph 79/900 of 4 December"),
        ("<quantity>5</quantity> <def>lamps</def>, <term refersTo='#l'>lit</term>", "5 lamps, lit"),
    ],
)  # fmt: skip
def test_marks_inside_a_paragraph(words, expected):
    found = read(statement(body=paragraph("1.", words) + paragraph("2.", "Ends."))).resolution.parts[0].operative[0]
    assert inline.format(found.content) == expected


NOTED = f"Notes the report{note('1', 'A/80/1.')} and its annex{note('2', 'A/80/2.')}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("both;<sup>1,2</sup>", "both;[1],[2]"),
        ("both;<sup>1\u20132</sup>", "both;[1]\u2013[2]"),
        ("both,<sup>2 </sup>and", "both,[2] and"),
        ("both;<sup>1,3</sup>", "both;1,3"),
        ("40 km<sup>2</sup>", "40 km2"),
        ("the Equipment1 and all", "the Equipment[1] and all"),
        ("the paragraph1 and A/C.5/Rev.1 and COVID1 and Lights3", "the paragraph1 and A/C.5/Rev.1 and COVID1 and Lights3"),
    ],
)
def test_indicators_that_are_repeated(words, expected):
    assert body(paragraph("1.", NOTED), paragraph("2.", words))[1] == f"2. {expected}"


def test_an_indicator_typed_as_a_digit_is_a_finding():
    inner = statement(body=paragraph("1.", NOTED) + "\n" + paragraph("2.", "the Equipment1 and all"))
    assert findings(inner) == [("typed-indicator", 2)]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>A/80/1.</p><p>See also A/80/2.</p>", "A/80/1. See also A/80/2."),
        ("A/80/1.", "A/80/1."),
        ("<p><sup>1</sup> A/80/1.</p>", "A/80/1."),
        ("<p>A/80/1:</p><table><tr><td><p>Lamps</p></td><td><p>4</p></td></tr></table>", "A/80/1: Lamps 4"),
        ("<p>A/80/1<authorialNote marker='7'><p>Annex.</p></authorialNote>.</p>", "A/80/1 Annex. ."),
        ("<p>A/80/1,<sup>1</sup>m<sup>2</sup>.</p>", "A/80/1,1m2."),
    ],
)
def test_what_a_note_holds(inside, expected):
    inner = paragraph("1.", f"Notes it.<authorialNote marker='1' placement='bottom'>{inside}</authorialNote>") + paragraph("2.", "Ends.")
    assert body(inner)[-1] == f"[1] {expected}"
    assert len(read(statement(body=inner)).resolution.notes) == 1


def test_notes_in_titles_numbers_headings_and_cells_and_several_at_one_place():
    preface = "<preface><p><docNumber>79/900.</docNumber><docTitle>Lights</docTitle>" + note("1", "One.") + "</p></preface>"
    operative = f"<paragraph class='H23'><num>I{note('2', 'Two.')}</num><subheading>Lamps{note('3', 'Three.')}</subheading></paragraph>"
    operative += f"<paragraph><num>1.{note('4', 'Four.')}</num><content><p>Urges{note('5', 'Five.')}{note('6', 'Six.')}</p></content></paragraph>"
    operative += f"<table><tr><td><p>Cell{note('7', 'Seven.')}</p></td></tr></table>"
    found = printed(statement(preface=preface, body=operative))
    assert found[-14:-8] == ["79/900. Lights[1]", "The General Assembly,", "I", "Lamps[3][2]", "1. [4]Urges[5][6]", "Cell[7]"]
    assert found[-7:] == ["[1] One.", "[3] Three.", "[2] Two.", "[4] Four.", "[5] Five.", "[6] Six.", "[7] Seven."]


@pytest.mark.parametrize(
    "lettered",
    [
        f"<section><num>A.{note('1', 'One.')}</num><heading>Lamps</heading></section>",
        f"<paragraph class='H23'><num>A.{note('1', 'One.')}</num><heading>Lamps</heading></paragraph>",
        f"<paragraph class='H23'><num>(a){note('1', 'One.')}</num><heading>Lamps</heading></paragraph>",
    ],
)
def test_a_note_in_the_letter_of_a_heading(lettered):
    assert body(lettered) == [f"{'(a)' if '(a)' in lettered else 'A.'} Lamps[1]", "-----", "[1] One."]


@pytest.mark.parametrize("number", ["5", "Article 5", "5" * 40 + "."])
def test_a_number_that_is_no_label_is_part_of_the_text(number):
    inner = paragraph(number, f"Urges{note('1', 'One.')};")
    assert body(inner)[0] == f"{number} Urges[1];"
    resolution = read(statement(body=inner)).resolution
    assert draft.read(draft_writer.write(resolution), "x.yaml").resolution == resolution


def test_a_note_that_stands_elsewhere_is_read_where_it_is_called():
    notes = '<meta><notes><note eId="n1"><p>A/80/1.</p></note></notes></meta>'
    words = 'Notes <noteRef href="#n1" marker="1"/> and again <noteRef href="#a1" marker="2"/> and <noteRef href="#gone" marker="3"/>.'
    inner = paragraph("1.", "Asks.<authorialNote eId='a1' marker='1'><p>A/80/2.</p></authorialNote>") + paragraph("2.", words)
    found = printed(f"{notes}{statement(body=inner)}")
    assert found[-4:] == ["2. Notes [2] and again [1] and 3.", "-----", "[1] A/80/2.", "[2] A/80/1."]


# --- Blocks ---------------------------------------------------------------------------------------------------------


def test_the_introduction_of_a_list_keeps_all_its_words():
    inner = FORMULA + """<container><blockList><listIntroduction>\t<span class="italic">Guided</span> by:</listIntroduction>
      <item><num>(a)</num><p>The Charter,</p></item></blockList></container>"""
    (found,) = read(statement(inner, paragraph("1.", "Urges;"))).resolution.parts[0].preamble
    assert (inline.format(found.content), [inline.format(item.content) for item in found.items]) == ("*Guided* by:", ["The Charter,"])


def test_preambular_paragraphs_in_the_main_body_go_to_the_preamble():
    late = '<container><p><span class="italic">Calling attention</span> to the fog,</p></container>'
    part = read(statement(body=late + paragraph("1.", "Urges;") + paragraph("2.", "Ends."))).resolution.parts[0]
    assert (len(part.preamble), [block.label for block in part.operative]) == (1, [None, None])
    decides = '<p><span class="italic">Decides</span> to ask,</p><p><span class="italic">Having</span> regard to the fog,</p>'
    assert len(read(statement(body=decides)).resolution.parts[0].operative) == 2


def test_tables_in_every_shape():
    inner = """<table><caption>Scale</caption><thead><tr><td colspan="2"><p>State</p></td></tr></thead><tbody>
      <tr><td><table><tr><td><p>in</p></td><td><p>side</p></td></tr></table></td><td colspan="99999999999"><p>one</p><p>two</p></td></tr>
      <tr><td rowspan="2"><blockList><item><num>(a)</num><p>a lamp</p></item></blockList></td><td/></tr></tbody></table>"""
    assert body(paragraph("1.", "Adopts:"), inner) == ["1. Adopts:", "Scale", "State", "in side | one two", "(a) a lamp | "]
    table = next(block for block in read(statement(body=inner)).resolution.parts[0].operative if isinstance(block, Table))
    assert (table.header, [[cell.span for cell in row] for row in table.rows]) == (1, [[2], [1, 1], [1, 1]])


def test_a_list_and_a_table_inside_the_text_of_a_paragraph_follow_it():
    inner = '<paragraph><num>1.</num><content><p>Urges:<blockList><item><num>(a)</num><p>One;</p></item></blockList> all;</p></content></paragraph>'
    assert body(inner, paragraph("2.", "Ends.")) == ["1. Urges: all;", "(a) One;", "2. Ends."]


def test_articles_clauses_and_lists_of_other_documents():
    inner = "<article><num>Article 1</num><heading>Aim</heading><clause><num>1.</num><content><p>To keep:</p></content></clause>"
    inner += "<subparagraph><num>(a)</num><content><p>Lamps;</p></content></subparagraph>"
    inner += '<content><ul><li>Bells;</li><li value="(b)"><p>Horns.</p></li></ul></content></article>'
    annex = statement(body=paragraph("", "Adopts."), after=ANNEX.format(heading("Annex") + heading("Rules") + inner))
    assert printed(annex)[-8:] == ["Annex", "Rules", "Article 1", "Aim", "1. To keep:", "(a) Lamps;", "Bells;", "(b) Horns."]


def test_a_second_annex_in_the_same_attachment():
    inside = heading("Annex I") + heading("Rules") + paragraph("1.", "A lamp.") + heading("Annex II") + heading("Forms") + paragraph("1.", "A form.")
    inner = statement(body=paragraph("", "Adopts."), after=ANNEX.format(inside))
    annexes = read(inner).resolution.parts[0].annexes
    assert [(each.label, each.title[0].text, len(each.body)) for each in annexes] == [("Annex I", "Rules", 1), ("Annex II", "Forms", 1)]


def test_an_annex_with_a_title_and_a_preamble_of_its_own_and_one_that_is_missing():
    inner = """<attachments><attachment><doc name="annex"><preface><p>Annex</p><p>Convention on Lights</p></preface>
      <preamble><p>The States Parties,</p></preamble><mainBody><p>Have agreed:</p></mainBody><conclusions><p>Done at Valletta.</p></conclusions>
      </doc></attachment><attachment><documentRef href="x" showAs="Charts"/></attachment></attachments>"""
    assert printed(statement(body=paragraph("", "Adopts."), after=inner))[-5:] == ["Annex", "Convention on Lights", "The States Parties,", "Have agreed:", "Done at Valletta."]
    (found,) = read(statement(after=inner)).findings
    assert (found.code, found.message) == ("unread-block", 'the attachment "Charts" is not in this file')


@pytest.mark.parametrize(
    ("numbers", "label", "title"),
    [
        (("79/900.", "B"), "B", "79/900. Lights"),
        (("79/900 B.",), "B", "79/900. Lights"),
        (("79/900.",), "", "79/900. Lights"),
        (("79/901.",), "", "79/900. 79/901. Lights"),
    ],
)
def test_the_part_of_a_resolution_that_came_out_by_itself(numbers, label, title):
    preface = f"<preface><p><docNumber>{numbers[0]}</docNumber><docTitle>Lights</docTitle>{''.join(f'<docNumber>{n}</docNumber>' for n in numbers[1:])}</p></preface>"
    inner = f'<statement name="resolution">{COVER}{preface}<preamble>{FORMULA}</preamble><mainBody>{paragraph("", "Adopts.")}</mainBody></statement>'
    assert read(inner).resolution.parts[0].label == label
    assert title in printed(inner)


# --- Other organs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("organ", "number", "symbol", "title"),
    [
        ("Security Council", "2720 (2023).", "S/RES/2720 (2023)", "2720 (2023). Lights"),
        ("Economic and Social Council", "2023/12.", "E/RES/2023/12", "2023/12. Lights"),
        ("Human Rights Council", "52/1.", "A/HRC/RES/52/1", "52/1. Lights"),
        ("General Assembly", "79/900.", "A/RES/79/900", "79/900. Lights"),
    ],
)
def test_resolutions_of_other_organs_without_a_cover_page(organ, number, symbol, title):
    preface = f"<preface><p><docNumber>{number}</docNumber><docTitle>Lights</docTitle></p></preface>"
    inner = statement(FORMULA.replace("General Assembly", organ) + '<container><p><i>Recalling</i> it,</p></container>', paragraph("1.", "Acts."), preface=preface)
    resolution = read(inner).resolution
    assert (resolution.masthead.organ, resolution.masthead.symbol, resolution.parts[0].formula) == (organ, symbol, None)
    assert printed(inner)[-4:] == [title, f"The {organ},", "Recalling it,", "1. Acts."]


def test_a_cover_page_of_another_organ_keeps_what_a_masthead_has_no_field_for():
    cover = COVER.replace("A/RES/79/900", "E/RES/2023/12").replace("General Assembly</docAuthority>", "Economic and Social Council</docAuthority>")
    cover = cover.replace('<session value="79">Seventy-ninth session</session>', '<session value="2023">2023 session</session>').replace("</coverPage>", "<p>Item <docDate>20 July</docDate></p></coverPage>")
    inner = f'<statement name="resolution">{cover}{PREFACE}<preamble>{FORMULA}</preamble><mainBody>{paragraph("", "Adopts.")}</mainBody></statement>'
    head = read(inner).resolution.masthead
    assert (head.organ, head.symbol, head.session, head.others) == ("Economic and Social Council", "E/RES/2023/12", 0, ("2023 session", "Item 20 July"))
    assert {"2023 session", "Item 20 July"} <= set(printed(inner))


# --- What is not understood is kept ---------------------------------------------------------------------------------


def test_unknown_elements_are_kept_and_named():
    inner = statement(body=paragraph("1.", "Urges;") + "\n<riddle>What is <b>dark</b>?</riddle>\n<frame><p>Inside.</p></frame>\n<container>loose<p>Paragraph.</p>\nends</container>")
    reading = read(inner)
    kept = [block for block in reading.resolution.parts[0].operative if isinstance(block, Opaque)]
    assert [(inline.format(block.content), block.kind) for block in kept] == [("What is **dark**?", "riddle")]
    assert printed(inner)[1:] == ["1. Urges;", "What is dark?", "Inside.", "loose", "Paragraph.", "ends"]
    assert [(each.severity, each.line) for each in reading.findings] == [(Severity.WARNING, line) for line in (2, 4, 4)]
    assert "<riddle>" in reading.findings[0].message


def test_images_stand_alone():
    inner = statement(body=paragraph("1.", 'Urges <img src="x" alt="A chart"/> all;') + '\n<p><img src="y"/></p>' + "<table><tr><td><p><img/>A</p></td></tr></table>")
    assert printed(inner)[1:] == ["1. Urges all;", "[image: A chart]", "[image]", "A", "[image]"]
    assert [code for code, _ in findings(inner)] == ["unread-block"] * 3
    operative = read(inner).resolution.parts[0].operative
    assert [block.kind for block in operative if isinstance(block, Opaque)] == ["image"] * 3


def test_elements_outside_of_preamble_and_main_body_are_kept():
    inner = statement(body=paragraph("1.", "Urges."), after="<conclusions><p>47th plenary meeting</p></conclusions><conclusions><p>Later.</p></conclusions>stray<header><p>Head.</p></header>")
    assert [line for line in printed(inner) if line in ("Later.", "stray", "Head.")] == ["Later.", "stray", "Head."]


def test_text_between_the_frames_of_a_file_is_kept_in_its_place():
    annex = "<attachments>one<attachment><doc name='annex'>two<meta>x</meta>three<mainBody>four<p>Five.</p>six</mainBody>seven</doc></attachment></attachments>"
    body = statement(body=paragraph("1.", "Urges."), after=annex).replace("<preamble>", "<meta/>zero<preamble>", 1)
    found = read(body)
    words = [line for line in printed(body) if line in ("zero", "one", "two", "three", "four", "Five.", "six", "seven")]
    assert words == ["zero", "two", "three", "four", "Five.", "six", "seven"]
    assert {finding.code for finding in found.findings} == {"unread-block"}
    assert [f.message for f in found.findings if "left out" in f.message] == ['text in <attachments> was left out: "one"']


def test_a_number_with_words_behind_it_is_no_heading():
    assert printed(statement(body="<p><num>I</num> urges States;</p><p><num>II</num></p>"))[-2:] == ["I urges States;", "II"]


def test_each_paragraph_knows_its_line():
    inner = statement(FORMULA + "\n<container><p>Recalling it,</p></container>", "\n" + paragraph("1.", "Urges;") + "\n\n" + heading("Lights") + "\n" + TABLE, after=ANNEX.format("\n" + heading("Annex")))
    reading = read(inner)
    ids = [place.block.id for place in walk(reading.resolution)]
    assert [reading.lines[each] for each in ids] == [2, 3, 5, 6]
    assert (reading.lines[reading.resolution.parts[0].annexes[0].id], reading.unit) == (9, "line")


_words = st.integers(0, 10**6).map(lambda number: "w" + "".join(chr(97 + int(digit)) for digit in str(number)))
_tags = st.sampled_from(
    """p span i b a sub u ref inline num heading subheading crossHeading content intro wrapUp list sublist point paragraph container
    section subsection blockList item listIntroduction listWrapUp table tr td th caption authorialNote quotedStructure article
    clause subparagraph li ul block mod unknown tblock hcontainer formula title docTitle""".split()
)
_elements = st.recursive(
    _words,
    lambda inside: st.tuples(_tags, st.lists(inside, max_size=4)).map(lambda made: f"<{made[0]}>{' '.join(made[1])}</{made[0]}>"),
    max_leaves=25,
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(*(st.lists(_elements, max_size=most).map("".join) for most in (5, 3, 3, 2, 2, 2)))
def test_no_word_of_a_text_is_lost(main, preamble, annex, title, closing, cover):
    front = f"<coverPage><p><docNumber>A/RES/79/900</docNumber></p>{cover}</coverPage><preface><p>{title}</p></preface>"
    after = f"<conclusions>{closing}</conclusions>{ANNEX.format(annex)}"
    source = statement(FORMULA + preamble, main, after=after, preface=front)
    word = re.compile("w[a-j]+")
    expected = Counter(word.findall(source))
    assert not expected - Counter(word.findall(text.write(read(source).resolution)))


# --- Hostile files --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document(statement(body="<container>" * 10_000 + "x" + "</container>" * 10_000)), "nested more than 100 deep"),
        (document(statement(body="<container>" * 200 + "x" + "</container>" * 200)), "nested more than 100 deep"),
        (document(statement(body=f'<p class="{"x" * 20_000_000}">a</p>')), "broken XML"),
        (document(statement(body="<p/>" * 2_000_001)), "more than 2,000,000 tags"),
        (document(statement(body=paragraph("1.", "Urges;")))[:-60], "broken XML"),
        (f'{BOMB}<akomaNtoso {NS} title="&a11;"/>'.encode(), "broken XML"),
        (f"{BOMB}<akomaNtoso {NS}/>".encode("utf-16"), "<!DOCTYPE>"),
        (f'<!DOCTYPE a [<!ENTITY % e SYSTEM "file:///etc/hostname"> %e;]><akomaNtoso {NS}/>'.encode(), "<!DOCTYPE>"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "broken XML"),
    ],
)
def test_hostile_files_are_refused_at_once(data, said):
    start = time.process_time()
    with pytest.raises(Unreadable, match=said) as caught:
        akn.read(data, "x.xml")
    assert time.process_time() - start < 2
    assert "\n" not in str(caught.value)
    assert "HUGE" not in str(caught.value)


@pytest.mark.parametrize("deep", ["container", "span", "list", "point", "item", "td", "authorialNote", "quotedStructure", "unknown"])
def test_what_is_nested_as_deep_as_may_be_is_read(deep):
    inner = f"<p><{deep}>" * 40 + "<p>deepest</p>" + f"</{deep}></p>" * 40
    assert "deepest" in text.write(read(statement(body=inner)).resolution)


def test_numbers_of_absurd_length_are_text():
    nines = "9" * 5000
    found = body(paragraph(f"{nines}.", f"Urges{note(nines, 'A.')}"), f"<table><tr><td colspan='{nines}'>x</td></tr></table>")
    assert found == [f"{nines}. Urges[1]", "x", "-----", "[1] A."]


def test_time_grows_with_length():
    def once(count: int) -> float:
        words = "".join(paragraph(f"{at}.", f"Urges State{'abcdefghij'[at % 10]}{note(str(at), 'A/80/1.')} to act on paragraph 3 above;") for at in range(1, count))
        source = document(statement(body=words))
        start = time.process_time()
        akn.read(source, "x.xml")
        return time.process_time() - start

    def seconds(count: int) -> float:
        return min(once(count) for _ in range(3))

    assert seconds(4000) < 10 * max(seconds(1000), 0.05)


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/hostname"', 'SYSTEM "http://127.0.0.1:9/x"', '"lol"'])
def test_entities_are_never_put_in(entity):
    data = f"<!DOCTYPE a [<!ENTITY e {entity}>]><akomaNtoso {NS}>{statement(body=paragraph('1.', 'Urges &e; States;'))}</akomaNtoso>".encode()
    with pytest.raises(Unreadable, match=r"x\.xml: XML with a document type"):
        akn.read(data, "x.xml")


@pytest.mark.parametrize("inner", ["<statement/>", statement(""), statement("", ""), "<statement><mainBody><paragraph><num/></paragraph></mainBody></statement>",
                                   statement(after=ANNEX.format("")), "<statement><attachments><doc/></attachments></statement>",
                                   statement(body="<table/>"), statement(body=f"<p>{note('x', '')}</p>")])  # fmt: skip
def test_a_bare_file_is_read_without_a_traceback(inner):
    try:
        resolution = read(inner).resolution
    except Unreadable:
        return
    assert draft.read(draft_writer.write(resolution), "x.yaml").resolution == resolution


@pytest.fixture
def sample(corpus):
    files = sorted((corpus / "akn").rglob("*.xml"))
    return random.Random(20241204).sample(files, 40)


@pytest.mark.corpus
def test_official_texts_have_the_blocks_that_they_show(corpus, sample):
    script = corpus.parent / "tools" / "truth.py"
    if not script.exists():
        pytest.skip("needs ../shared/tools/truth.py, which is not here")
    spec = importlib.util.spec_from_file_location("truth", script)
    assert spec is not None
    assert spec.loader is not None
    truth = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(truth)

    def bare(block: str) -> str:
        """Without callouts: the files show some as plain superscripts."""
        return re.sub(r"(?<=[^\W\d]|[,;.”)])\d+(?= |$|[,;.])|\[\d+\]", "", block)

    wanted = found = 0
    for file in sample:
        blocks, _ = truth.read(file)
        ours, _ = truth.from_text(text.write(akn.read(file.read_bytes(), file.name).resolution))
        have = [bare(block) for block in ours]
        for block in map(bare, blocks):
            wanted += 1
            if block in have:
                have.remove(block)
                found += 1
    assert found / wanted >= 0.99


@pytest.mark.corpus
def test_no_word_of_an_official_text_is_lost(sample):
    """Except numbers of sections that a file gives twice, before the heading and in it."""
    word = re.compile(r"[^\W\d]{2,}")
    roman = re.compile("[IVXL]+")
    for file in sample:
        source = re.sub(r"<(?:\w+:)?meta>.*?</(?:\w+:)?meta>", "", file.read_text("utf-8"), flags=re.DOTALL)
        source = re.sub(r"</?(?:span|a|i|b|sup|sub)\b[^>]*>", "", re.sub("<!--.*?-->", "", source, flags=re.DOTALL))
        words = Counter(word.findall(html.unescape(re.sub("<[^>]*>", " ", source))))
        out = Counter(word.findall(text.write(akn.read(file.read_bytes(), file.name).resolution)))
        assert {each for each in words - out if not roman.fullmatch(each)} == set(), file.name


@pytest.mark.corpus
def test_official_texts_survive_the_draft_file(sample):
    for file in sample:
        resolution = akn.read(file.read_bytes(), file.name).resolution
        source = draft_writer.write(resolution)
        assert draft.read(source, file.name).resolution == resolution, file.name
