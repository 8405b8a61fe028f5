"""Official XML, every shape it comes in: XML in, printed text out; hostile XML is refused in one line, and quickly."""

from __future__ import annotations

import importlib.util
import random
import re
import time

import pytest

from draftkit.errors import Unreadable
from draftkit.model import AgendaItem, Heading, Note, Scheme, Table
from draftkit.readers import akn, draft
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
def test_official_texts_survive_the_draft_file(sample):
    for file in sample:
        resolution = akn.read(file.read_bytes(), file.name).resolution
        source = draft_writer.write(resolution)
        assert draft.read(source, file.name).resolution == resolution, file.name
