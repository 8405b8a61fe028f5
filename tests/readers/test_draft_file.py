"""The draft file: what is written is read back, byte for byte; what is wrong is named with its line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from core_strategies import TRAPS, resolutions
from draftkit.errors import DraftkitError
from draftkit.model import ClauseEntry, Heading, Masthead, Opaque, Paragraph, Part, Resolution, Scheme, Table, Text
from draftkit.readers.draft import read
from draftkit.writers.draft import write


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(resolutions)
def test_reading_what_was_written_gives_the_same_text_and_bytes(resolution):
    source = write(resolution)
    again = read(source, "draft.yaml").resolution
    assert again == resolution
    assert write(again) == source


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if trap.strip(" ")])
@pytest.mark.parametrize("around", ["{}", "{} end", "begin {}", "begin{}end"])
def test_text_that_looks_like_yaml_stays_text(trap, around):
    text = around.format(trap.strip(" "))
    if trap in ("\u2028", "\x85"):  # what ends a line is a blank
        text = " ".join(text.split())
    content = (Text(text),) if text else ()
    paragraph = Paragraph("p", content, (Paragraph("q", content),))
    part = Part((paragraph,), (Heading("h", content),), meeting=text.strip(), adopted=text.strip())
    resolution = Resolution(Masthead(symbol=text.strip(), sponsors=(text,)), content, (part,))
    assert read(write(resolution), "draft.yaml").resolution == resolution


def test_a_prior_with_odd_characters_comes_back():
    resolution = Resolution(Masthead(), (), (Part(),))
    for prior in ("A_RES_79_124.xml", "C#/a: b #1.docx", "null", "..\\texts\\été.xml", '"q"'):
        assert read(write(resolution, prior=prior), "d.yaml").prior == prior


SOURCE = """\
draftkit: 1
prior: A_RES_79_900.xml
document:
  session: 81
  committee: Sixth Committee
title: |-
  Lighthouses and
  beacons
preamble:
  - id: recalling
    text: |-
      *Recalling* its resolution 79/900,[^report]
operative:
  - heading: Reporting
    scheme: roman
  - id: urges
    text: |-
      *Urges* States:
    items:
      - text: |-
          To report under paragraph [[urges]] above;
      - table: [["Port", "Light"], [{text: "All", span: 2}]]
        header: 1
  - clause: report/request@1
    with: {topic: "lights: all of them", states: [Chile, Ghana]}
    alternate: invite
notes:
  report: A/80/901.
  second: {text: "Ibid., annex.", ibid: report, number: 3}
"""


def test_a_draft_as_people_type_it():
    reading = read(SOURCE, "draft.yaml")
    (part,) = reading.resolution.parts
    heading, urges, clause = part.operative
    assert reading.prior == "A_RES_79_900.xml"
    assert reading.resolution.title == (Text("Lighthouses and beacons"),)
    assert isinstance(heading, Heading)
    assert (heading.id, heading.scheme) == ("section-reporting", Scheme.ROMAN)
    assert isinstance(urges, Paragraph)
    assert urges.items[0].id == "urges-report-above"
    assert isinstance(urges.items[1], Table)
    assert (urges.items[1].header, urges.items[1].rows[1][0].span) == (1, 2)
    assert clause == ClauseEntry("report-request", "report/request@1", (("topic", "lights: all of them"), ("states", "Chile, Ghana")), "invite")
    assert [(note.id, note.ibid, note.number) for note in reading.resolution.notes] == [("report", "", 0), ("second", "report", 3)]


def test_every_place_has_its_line():
    lines = read(SOURCE, "draft.yaml").lines
    expected = {"masthead": 4, "title": 6, "recalling": 10, "urges": 16, "report-request": 24, "note report": 28, "note second": 29}
    assert {name: lines[name] for name in expected} == expected


def test_a_made_id_is_never_that_of_another_place():
    reading = read('draftkit: 1\ntitle: A\noperative:\n  - text: "Title"\n', "d.yaml")
    assert [block.id for block in reading.resolution.parts[0].operative] == ["title-2"]
    assert reading.lines["title"] == 2


def test_a_note_may_be_called_title():
    assert read("draftkit: 1\nnotes: {title: A.}\n", "d.yaml").resolution.notes[0].id == "title"


@pytest.mark.parametrize("value", ["true", "True", "TRUE", '"true"'])
def test_true_is_read_in_any_case(value):
    source = draft(f"  - heading: a\n    restart: {value}\n  - heading: b\n    restart: {value.replace('true', 'false').replace('True', 'False')}\n")
    first, second = read(source, "d.yaml").resolution.parts[0].operative
    assert first.restart is True
    assert second.restart is (value == "TRUE")


@pytest.mark.parametrize("number", ["5.", "5 bis.", "1.1", "(c)", "A.", "233.", "(jj)"])
def test_a_number_with_its_sign_is_kept_just_so(number):
    (paragraph,) = read(draft(f"  - text: a\n    number: {number}\n"), "d.yaml").resolution.parts[0].operative
    assert paragraph.label == number


@pytest.mark.parametrize("number", ["none", "None"])
def test_none_is_no_number(number):
    (paragraph,) = read(draft(f"  - text: a\n    number: {number}\n"), "d.yaml").resolution.parts[0].operative
    assert paragraph.label == ""


def test_a_heading_may_have_a_bare_numeral():
    (heading,) = read(draft("  - heading: a\n    number: II\n"), "d.yaml").resolution.parts[0].operative
    assert heading.label == "II"


@pytest.mark.corpus
def test_official_texts_come_back_from_a_draft(corpus):
    from draftkit.readers import read as read_file

    files = sorted(corpus.rglob("*.xml"))[::7]
    assert files
    for file in files:
        resolution = read_file(file).resolution
        assert read(write(resolution), "d.yaml").resolution == resolution, file.name


def draft(operative: str) -> str:
    return f"draftkit: 1\noperative:\n{operative}"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("title: A\n", 'd.yaml:1: this is no draft of draftkit version 1; begin the file with "draftkit: 1"'),
        ("- a\n", "d.yaml:1: here should stand a mapping (key: value)"),
        ("draftkit: 2\n", "this is no draft of draftkit version 1"),
        ("draftkit: 1\noperativ: []\n", 'd.yaml:2: unknown key "operativ"'),
        ("draftkit: 1\ndocument: {session: next}\n", 'd.yaml:2: "next" is not the number of a session'),
        ("draftkit: 1\ndocument: {session: 9999}\n", 'd.yaml:2: "9999" is not the number of a session'),
        (draft("  - id: a\n"), 'd.yaml:3: a paragraph needs a "text:"'),
        (draft("  - just words\n"), "d.yaml:3: here should stand a mapping"),
        (draft("  - id: Big One\n    text: b\n"), 'd.yaml:3: "Big One" cannot be an id; use small letters, digits and hyphens: big-one'),
        (draft("  - id: Ééé\n    text: b\n"), "hyphens: urges-observe"),
        (draft("  - id:\n    text: b\n"), "d.yaml:3: the id is empty"),
        ("draftkit: 1\nnotes:\n  Report 1: b\n", 'd.yaml:3: "Report 1" cannot be the id of a note; use small letters, digits and hyphens: report-1'),
        (draft("  - id: a\n    text: b\n  - id: a\n    text: c\n"), 'd.yaml:5: the id "a" stands twice: here and in line 3'),
        (draft('  - id: a\n    text: "*Urges States"\n'), 'd.yaml:4, a: "*" at "*Urges States" is never closed'),
        (draft("  - id: a\n    text: [b]\n"), "d.yaml:4: here should stand a text"),
        (draft("  - id: a\n    text: b\n    items: c\n"), "d.yaml:5: here should stand a list"),
        (draft("  - heading: a\n    scheme: greek\n"), 'd.yaml:4: "greek" is no way of numbering headings; write roman or letter'),
        (draft("  - table: [[a]]\n    header: many\n"), 'd.yaml:4: "many" is not a number'),
        ("draftkit: 1\nnotes: {Big: a}\n", 'd.yaml:2: "Big" cannot be the id of a note'),
        ("draftkit: 1\nnotes: [a]\n", "d.yaml:2: here should stand a mapping"),
        ("draftkit: 1\nparts: {a: b}\n", "d.yaml:2: here should stand a list"),
        ("draftkit: 1\nparts: []\noperative: []\n", 'd.yaml:3: "operative" stands beside "parts"; move "operative" into the part'),
        ("draftkit: 1\nformula: The Council\nparts: []\n", 'd.yaml:2: "formula" stands beside "parts"'),
        (draft("  - heading: a\n    restart: yes\n"), 'd.yaml:4: restart: "yes" is neither true nor false; write restart: true'),
        (draft("  - heading: a\n    restart:\n"), 'd.yaml:4: restart: "" is neither true nor false'),
        (draft("  - id: p\n    text: a\n    number: 5\n"), 'd.yaml:5, p: number: "5" has neither a period nor brackets'),
        (draft("  - id: p\n    text: a\n    number: 5\n"), "write number: 5."),
        (draft("  - text: a\n    number: 5 bis\n"), "write number: 5 bis."),
        (draft("  - text: a\n    items: [{text: b, number: c}]\n"), "write number: (c)"),
        ("draftkit: 1\ndocument: {session: ²}\n", 'd.yaml:2: "²" is not the number of a session'),
        (draft("  - table: [[a]]\n    header: ²\n"), 'd.yaml:4: "²" is not a number'),
        (draft("  - table: [[{text: a, span: ٣}]]\n"), 'd.yaml:3: "٣" is not a number'),
        ("draftkit: 1\nnotes: {a: {text: b, number: ²}}\n", 'd.yaml:2: "²" is not a number'),
        (f"draftkit: 1\ndocument: {{session: {'9' * 5000}}}\n", "is not the number of a session"),
        (draft("  - id: title\n    text: b\n"), 'd.yaml:3: "title" is the name of another place in the text; write id: title-paragraph'),
        (draft("  - heading: b\n    id: formula\n"), 'd.yaml:4: "formula" is the name'),
        (draft("  - id: part.0.title\n    text: b\n"), 'd.yaml:3: "part.0.title" cannot be an id; use small letters, digits and hyphens: part-0-title'),
        (draft("  - id: p\n    text: see [[a.b]]\n"), 'd.yaml:4, p: "a.b" is not an id'),
        ("draftkit: 1\nclosing: at noon\n", "d.yaml:2: here should stand a mapping"),
    ],
)
def test_a_wrong_draft_is_refused_with_the_line(source, message):
    with pytest.raises(DraftkitError) as caught:
        read(source, "d.yaml")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_empty_lists_may_be_left_empty():
    resolution = read("draftkit: 1\npreamble:\noperative: []\nnotes:\n", "d.yaml").resolution
    assert resolution == Resolution(Masthead(), (), (Part(),))


UNREAD = """\
draftkit: 1
document:
  others: [Reissued for technical reasons, 5 October]
operative:
  - text: |-
      *Urges* States:
    items:
      - unread: equation
        text: |-
          E = mc^2^
  - unread: text  box
    text: |-
      [A box of words, see paragraph [[urges]]]
"""


def test_what_could_not_be_read_is_named_and_kept():
    reading = read(UNREAD, "draft.yaml")
    urges, box = reading.resolution.parts[0].operative
    assert (box.id, box.kind, reading.lines[box.id]) == ("text-box-box", "text box", 11)
    assert [(type(item), item.id, item.kind) for item in urges.items] == [(Opaque, "equation-e-mc", "equation")]
    assert reading.resolution.masthead.others == ("Reissued for technical reasons", "5 October")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{unread: image}", 'd.yaml:3: the unread image needs a "text:", which is printed in its place; write "text: |-"'),
        ("{unread: ' ', text: a}", 'd.yaml:3: "unread" does not say what could not be read; write it, "unread: image"'),
        ("{unread: image, text: a, number: 5.}", 'd.yaml:3: unknown key "number"; the keys here are id, text, unread'),
        ("{unread: image, text: a, items: []}", 'd.yaml:3: unknown key "items"; the keys here are id, text, unread'),
        ("{unread: image, text: 'a [[b'}", "d.yaml:3"),
    ],
)
def test_a_wrong_unread_block_is_refused_with_the_line(entry, message):
    with pytest.raises(DraftkitError) as caught:
        read(f"draftkit: 1\noperative:\n  - {entry}\n", "d.yaml")
    assert message in str(caught.value)
