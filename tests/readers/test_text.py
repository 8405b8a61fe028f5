"""Plain texts in, the printed text out; every case lies in tests/cases/text/<name>/."""

from __future__ import annotations

import quopri
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.errors import DraftkitError, Unreadable
from draftkit.model import Block, Callout, Content, Paragraph, Resolution, Table, Text
from draftkit.readers import Reading, akn, text
from draftkit.readers.page.page import Chunk
from draftkit.readers.text.broken_words import whole_words
from draftkit.readers.text.lines import clean_lines
from draftkit.readers.text.stacks import undo_stacks
from draftkit.readers.text.strays import place_strays
from draftkit.readers.text.tears import mend_tears
from draftkit.tree import contents, walk
from draftkit.writers.text import write

CASES = Path(__file__).resolve().parent.parent / "cases" / "text"
WORD = re.compile(r"[^\W\d_]+")


def source_of(case: Path) -> Path:
    return next(case.glob("input.*"))


def read(source: str) -> Resolution:
    return text.read(source, "test.txt").resolution


def codes(source: str) -> list[str]:
    return [finding.code for finding in text.read(source, "test.txt").findings]


def paragraphs(resolution: Resolution) -> list[str]:
    return [plain(place.block.content) for place in walk(resolution) if isinstance(place.block, Paragraph)]


def plain(content: Content) -> str:
    return "".join(piece.text if isinstance(piece, Text) else "¤" for piece in content)


# --- Cases ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case(case: Path, expect: Callable[[Path, str], None]) -> None:
    file = source_of(case)
    reading = text.read(file.read_text(encoding="utf-8"), file.name)
    said = "".join(f"{f.severity} {f.code}, line {f.line}: {f.message}\n" for f in reading.findings)
    expect(case / "expected.md", write(reading.resolution, markdown=True))
    expect(case / "findings.txt", said)


@pytest.mark.parametrize("case", sorted(CASES.glob("own-*")), ids=lambda case: case.name)
def test_own_text_comes_back_as_it_is(case: Path) -> None:
    file = source_of(case)
    source = file.read_text(encoding="utf-8")
    assert write(read(source), markdown=file.suffix == ".md") == source


@pytest.mark.parametrize("markdown", [False, True], ids=["txt", "md"])
@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_what_is_written_reads_back(case: Path, markdown: bool) -> None:
    written = write(read(source_of(case).read_text(encoding="utf-8")), markdown=markdown)
    assert write(read(written), markdown=markdown) == written


# --- Lines and paragraphs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Recalling co-\noperation among States,", "Recalling co-operation among States,"),
        ("Recalling co-\noperation and cooperation,", "Recalling cooperation and cooperation,"),
        ("Thanking the Secretary-\nGeneral,", "Thanking the Secretary-General,"),
        ("Recalling the co\u00ad\noperation of States,", "Recalling the cooperation of States,"),
        ("Recalling its sixty -fourth session,", "Recalling its sixty-fourth session,"),
        ("\ufeffRecalling the 10\u00a0December “decision”,", "Recalling the 10\u00a0December “decision”,"),
        ("Recalling the reports of the Council and\n\nthe Committee,", "Recalling the reports of the Council and the Committee,"),
        ("Noting States and/\nor persons,", "Noting States and/or persons,"),
    ],
)
def test_lines_are_joined(source: str, expected: str) -> None:
    assert paragraphs(read(f"The General Assembly,\n\n{source}\n")) == [expected]


def test_a_label_in_running_text_opens_no_paragraph() -> None:
    source = "The General Assembly,\n\n1. Recalls paragraph 3\n(a) above, and\n2. 000 States;\n\n2. Ends.\n"
    assert paragraphs(read(source)) == ["Recalls paragraph 3 (a) above, and 2. 000 States;", "Ends."]


def test_running_heads_and_feet_are_named() -> None:
    source = "The General Assembly,\n\nRecalling its\n\nA/RES/79/402\n\n24-99999 (E) 2/2\n\nresolution 35/968,\n"
    reading = text.read(source, "test.txt")
    assert paragraphs(reading.resolution) == ["Recalling its resolution 35/968,"]
    assert [finding.message for finding in reading.findings] == [
        'left out as a running head or foot: "A/RES/79/402"',
        'left out as a running head or foot: "24-99999 (E) 2/2"',
    ]


def test_a_page_head_set_in_columns_is_named() -> None:
    source = "The General Assembly,\n\nRecalling its\n\nA/RES/79/402                     Protection of lighthouses\n\nresolution 35/968,\n"
    reading = text.read(source, "test.txt")
    assert paragraphs(reading.resolution) == ["Recalling its resolution 35/968,"]
    assert [finding.severity for finding in reading.findings] == ["info"]


# --- Notes ---------------------------------------------------------------------------------------------------------

RULED = "The General Assembly,\n\n {}\n\n_______________\n1 A/1.\n2 A/2.\n3 A/3.\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Recalling reports,1 and2 24 May 20043 on", "Recalling reports,¤ and¤ 24 May 2004¤ on"),
        ("Recalling a Plan, 1 which “ends”2 (2004)3 on", "Recalling a Plan,¤ which “ends”¤ (2004)¤ on"),
        ("Recalling reports1 A/59/12 and 1,915 others,2 and paragraph 3 of them,3", "Recalling reports¤ A/59/12 and 1,915 others,¤ and paragraph 3 of them,¤"),
    ],
)
def test_glued_digits_are_callouts(written: str, expected: str) -> None:
    assert paragraphs(read(RULED.format(written))) == [expected]


def test_a_note_called_twice_is_one_note() -> None:
    resolution = read("The General Assembly,\n\nNoting reports,1\n\n1. Welcomes them.1\n\n_____\n1 A/1.\n")
    called = [piece.note for _, content in contents(resolution) for piece in content if isinstance(piece, Callout)]
    assert len(called) == 2
    assert len(set(called)) == len(resolution.notes) == 1


def test_a_note_without_callout_is_kept_and_named() -> None:
    source = "The General Assembly,\n\nNoting reports,\n\n¹ A/1.\n"
    assert codes(source) == ["lost-note"]
    assert write(read(source)).endswith("Noting reports,[1]\n\n-----\n\n[1] A/1.\n")


def test_a_callout_without_note_is_kept_and_named() -> None:
    source = "The General Assembly,\n\nNoting reports,⁷ and 3 km²,\n"
    assert codes(source) == ["lost-note"]
    assert paragraphs(read(source)) == ["Noting reports,⁷ and 3 km²,"]


def test_a_note_on_the_first_page_and_one_on_the_title_are_kept() -> None:
    source = "United Nations\n\nA/C.6/81/L.5\n\n¹ A/1.\n\nDraft resolution\n\nProtection of lights²\n\nThe General Assembly,\n\nNoting it,\n\n² A/2.\n"
    written = write(read(source))
    assert "\n\nProtection of lights[2]\n\n" in written
    assert "\n\nNoting it,[1]\n\n-----" in written


def test_an_uncertain_callout_is_named() -> None:
    source = "The General Assembly,\n\nNoting resolution 59/300 1 and others,\n\n_____\n1 A/1.\n"
    assert codes(source) == ["unclear-callout"]
    assert paragraphs(read(source)) == ["Noting resolution 59/300¤ and others,"]


@pytest.mark.parametrize(
    ("printed", "notes"),
    [
        ("1\nA/81/3.\nA/81/4, which is\nlong.\n3\nA/81/5.\n2\n", ["A/81/3.", "A/81/4, which is long.", "A/81/5."]),
        ("\nA/81/3.\nA/81/4.\nA/81/5.\n1\n2\n3\n", ["A/81/3.", "A/81/4.", "A/81/5."]),
        ("1\nA/81/3.\n2\nA/81/4.\n3\nA/81/5.\n", ["A/81/3.", "A/81/4.", "A/81/5."]),
    ],
)
def test_numbers_that_a_pdf_puts_below_the_notes_are_put_back(printed: str, notes: list[str]) -> None:
    source = f"The General Assembly,\n\n1. Notes it,¹ them² and all.³\n_____\n{printed}\n2. Decides so.\n"
    resolution = read(source)
    assert [plain(note.content) for note in resolution.notes] == notes
    assert paragraphs(resolution) == ["Notes it,¤ them¤ and all.¤", "Decides so."]


@pytest.mark.parametrize("printed", ["A/81/3.\nA/81/4.\nA/81/5.\n1\n2", "2\nA/81/3.\n2", "1\nA/81/3\nA/81/4\n2", "1\nA.\nB.\n5\nC.\n1\nD.\nE.\n5\nF.\n9\nG.\n12\nH.\n3\n9"])
def test_numbers_below_the_notes_that_fit_no_note_stay_where_they_are(printed: str) -> None:
    lines = clean_lines(f"_____\n{printed}\n\nEnd")
    assert place_strays(lines) == lines


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1\n2\n\nA/81/3.\nA/81/4.", ["1", "A/81/3.", "2", "A/81/4."]),
        ("4\n5\nA/81/3.\nA/81/4.\n", ["4", "A/81/3.", "5", "A/81/4.", ""]),
        ("1\n\n2\n\nA/81/3.\n\nA/81/4.", ["1", "A/81/3.", "2", "A/81/4."]),
        ("1\n2\n\nSupplement No.\n3 bis.\nA/81/4.\nto act,", ["1", "Supplement No.", "3 bis.", "2", "A/81/4.", "to act,"]),
        ("1\n2\n\nA/81/3.\nSee A/81/4.\nA/81/6.\n\nA/81/5.", ["1", "A/81/3.", "See A/81/4.", "A/81/6.", "2", "A/81/5."]),
        ("1\nA/81/3.\n2\n3\n\nA/81/4.\nA/81/5.", ["1", "A/81/3.", "2", "A/81/4.", "3", "A/81/5."]),
        ("1\n2\n\nA/81/3.\nA/81/4.\n\nUrges States.", ["1", "A/81/3.", "2", "A/81/4.", "", "Urges States."]),
    ],
)
def test_stacked_numbers_of_notes_are_put_before_their_texts(printed: str, expected: list[str]) -> None:
    assert [line.bare for line in undo_stacks(clean_lines(f"_____\n{printed}"))] == ["_____", *expected]


@pytest.mark.parametrize(
    "printed",
    [
        "_____\n1\n2\n\nA/81/3.\n\n2. Urges States to act.",
        "_____\n1\n2\n\nA/81/3.\n\nof the Committee.",
        "_____\n1\n2\n\nA/81/3.\nA/81/4.\nA/81/5.",
        "_____\n1\n2\n\nA/81/3.\nA/81/4.\n\nA/81/5.",
        "_____\n1\n5\n\nA/81/3.\nA/81/4.",
        "_____\n1\n2",
        "_____\n1 A/81/3.\n\n2. Urges States to act;\n\n1\n2\n\nLamps.\nBuoys.",
        "1\n2\n\nA/81/3.\nA/81/4.",
    ],
)
def test_stacked_numbers_whose_texts_are_not_certain_stay_where_they_are(printed: str) -> None:
    assert undo_stacks(clean_lines(printed)) == clean_lines(printed)


STACKED = "81/402. Lamps\n\nThe General Assembly,\n\nRecalling the report 1 and its annex,2\n\n1. Urges States to act.\n\n_____\n1\n2\n\n"


def test_stacked_notes_each_have_their_own_text() -> None:
    reading = text.read(f"{STACKED}A/81/3.\nA/81/4.\n", "test.txt")
    assert "[1] A/81/3.\n\n[2] A/81/4.\n" in write(reading.resolution)
    assert "lost-note" not in [finding.code for finding in reading.findings]


def test_a_note_without_a_text_is_a_finding_with_its_line() -> None:
    found = [f for f in text.read(f"{STACKED}A/81/3.\n", "test.txt").findings if f.code == "lost-note"]
    assert [(f.severity, f.line, f.message.split(";")[0]) for f in found] == [("warning", 10, "note 1 has no text")]


@given(st.lists(st.sampled_from(["A b", "\n", "\f", "\u00ad\n", "\u00ad", "\u2028", "\x85", " ", "\u200b", "\u00ad\u2028"])))
def test_lines_have_the_numbers_that_an_editor_shows(pieces: list[str]) -> None:
    lines = clean_lines("".join([*pieces, "B\nLast"]))
    assert (lines[-1].text, lines[-1].number) == ("Last", "".join(pieces).count("\n") + 2)


def test_findings_and_paragraphs_after_a_page_break_have_the_numbers_of_the_file() -> None:
    source = "81/402. Lamps\n\nThe General Assembly,\n\nRecalling it,\n\n\fA/RES/81/402\n\n1. Decides so;\n\n\f2. Decides to act.\n"
    reading = text.read(source, "test.txt")
    assert [f.line for f in reading.findings if f.code == "unread-line"] == [7]
    assert {reading.lines[place.block.id] for place in walk(reading.resolution) if isinstance(place.block, Paragraph)} == {5, 9, 11}


def test_a_text_of_more_form_feeds_than_lines_is_refused() -> None:
    with pytest.raises(Unreadable):
        text.read("\f" * (text.MOST_LINES + 1), "test.txt")


def test_words_made_whole_are_told_with_the_line_of_the_first() -> None:
    parts = [Chunk("Noting it ;", 3), Chunk("The need is there,", 5), Chunk("and the n eed too,", 8), Chunk("a n eed", 9)]
    chunks, findings = whole_words(parts)
    assert chunks[2].text == "and the need too,"
    assert [(f.code, f.line) for f in findings] == [("mended-word", 8)]


@pytest.mark.parametrize(
    ("torn", "expected"),
    [
        ("in force,\n1.\nUrges States;", ["in force,", "", "1. Urges States;"]),
        ("to do so:\n\n(a)\n\nTo report;\n(b)\nTo act;", ["to do so:", "", "", "(a) To report;", "", "(b) To act;"]),
        ("it ended.\nB.\nLights at sea", ["it ended.", "", "B. Lights at sea"]),
        ("as in paragraph\n12.\n\nAnnex", ["as in paragraph", "12.", "", "Annex"]),
        ("as in paragraph\n12.\n\n2. Urges States;", ["as in paragraph", "12.", "", "2. Urges States;"]),
        ("to the Secretary ____________\n1 A/1.", ["to the Secretary", "____________", "1 A/1."]),
        ("to fill in ___", ["to fill in ___"]),
    ],
)
def test_a_label_alone_on_its_line_is_put_before_its_paragraph(torn: str, expected: list[str]) -> None:
    assert [line.bare for line in mend_tears(clean_lines(torn))] == expected


def test_six_digits_are_a_running_line_only_where_a_job_number_is() -> None:
    body = "The General Assembly,\n\nRecalling it,\n\n171126\n\n1. Decides so.\n"
    assert "171126" not in write(read(f"{body}\n26-20415 (E)\n"))
    assert "171126" in write(read(body))


def test_the_last_line_of_an_agenda_title_may_be_the_name_of_an_organ() -> None:
    head = read("A/C.6/81/L.3\n\nGeneral Assembly\n\nEighty-first session\n\nSixth Committee\nAgenda item 9\nObservers in the\n"
                "General Assembly\nBenin,\nChad and Peru: draft resolution\n\nObservers\n\nThe General Assembly,\n\n1. Decides so.\n").masthead  # fmt: skip
    assert [item.title for item in head.agenda] == ["Observers in the General Assembly"]
    assert head.sponsors == ("Benin", "Chad", "Peru")


# --- Italics -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1. Takes note of the report;", "1. *Takes note* of the report;"),
        ("1. *Also urges States to act;*", "1. *Also urges* States to act;"),
        ("1. *Requests:*", "1. *Requests*:"),
        ("1. *Notes* the *Treaty Series*;", "1. *Notes* the *Treaty Series*;"),
        ("1. Stresses the importance of lights;", "1. *Stresses* the importance of lights;"),
        ("1. Encourages further work;", "1. *Encourages* further work;"),
        ("Noting with appreciation also the Guide,", "*Noting with appreciation also* the Guide,"),
        ("Expressing deep sympathy for them,", "*Expressing deep sympathy* for them,"),
    ],
)
def test_only_the_opening_words_are_italic(written: str, expected: str) -> None:
    source = f"The General Assembly,\n\nRecalling it,\n\n{written}\n\n2. Ends.\n"
    assert expected in write(read(source), markdown=True).split("\n\n")


# --- What other programs do to a text ------------------------------------------------------------------------------

PLAIN = """The General Assembly,

Recalling the report of the State’s officials,¹

Noting it,²

1. Urges States:

(a) To act;

(b) To report;

2. Requests the Secretary-General to report;

3. Decides so.

¹ A/81/1.

² A/81/2, para. 3.
"""

AS_READ = write(read(PLAIN))


def in_brackets(source: str) -> str:
    return source.replace("\n¹ ", "\n[1] ").replace("\n² ", "\n[2] ").replace("¹", "[1]").replace("²", "[2]")


def slashed(source: str) -> str:
    return source.replace("\n¹ ", "\n1/ ").replace("\n² ", "\n2/ ").replace("¹", " 1/").replace("²", "2/")


def quoted(source: str, mark: str = "> ") -> str:
    return "".join(f"{mark}{line}\n" for line in source.splitlines())


def numbered(form: str) -> str:
    return re.sub(r"(?m)^(\d)\. ", lambda match: form.format(n=match[1]), PLAIN)


SPOILT = {
    "notes in brackets": in_brackets(PLAIN),
    "notes as links": re.sub(r"\[(\d)\]", r"[\\[\1\\]](#_ftn\1)", in_brackets(PLAIN)),
    "notes with strokes": slashed(PLAIN),
    "notes as a list": PLAIN.replace("\n¹ ", "\nNotes\n\n1. ").replace("\n² ", "\n2. "),
    "notes as in an encyclopedia": PLAIN.replace("\n¹ ", "\n1. ^ ").replace("\n² ", "\n2. ^ "),
    "quoted in a mail": "On Monday, A. Lee wrote:\n\n" + quoted(in_brackets(PLAIN)),
    "quoted twice": quoted(quoted(PLAIN)),
    "quoted without blanks": quoted(PLAIN, ">>"),
    "signed": PLAIN + "-- \nA. Lee\nThird Secretary\n",
    "quoted-printable": quopri.encodestring(PLAIN.encode()).decode("ascii"),
    "blanks in code": PLAIN.replace(",\n", ",=20\n").replace("’", "=E2=80=99"),
    "ligatures": PLAIN.replace("ffi", "ﬃ"),
    "decomposed": unicodedata.normalize("NFD", PLAIN),
    "read in the wrong code": PLAIN.replace("’", "â€™"),
    "marks of direction": PLAIN.replace("\n\n", "\n\n\u200e"),
    "zero-width": PLAIN.replace("port", "po\u200brt").replace("/", "/\u200c"),
    "soft hyphens": PLAIN.replace("port", "po\u00adrt"),
    "full width": PLAIN.replace("(", "（").replace(")", "）").replace(";", "；"),
    "hyphen of typesetters": PLAIN.replace("-", "\u2010"),
    "all blanks fixed": PLAIN.replace(" ", "\u00a0"),
    "tabs": re.sub(r"(?m)^(\S+\.|\(.\)) ", r"\t\1\t", PLAIN),
    "numbers 1)": numbered("{n}) "),
    "numbers (1)": numbered("({n}) "),
    "numbers 1": numbered("{n} "),
    "numbers 1.-": numbered("{n}.- "),
    "numbers tight": numbered("{n}."),
    "numbers bold": numbered("**{n}.** "),
    "numbers as numerals": PLAIN.replace("\n1.", "\nI.").replace("\n2.", "\nII.").replace("\n3.", "\nIII."),
    "items a)": PLAIN.replace("(a)", "a)").replace("(b)", "b)"),
    "numbers lost": numbered(""),
    "labels lost": re.sub(r"(?m)^(\d\.|\(.\)) ", "", PLAIN),
    "bullets": re.sub(r"(?m)^(\d\.|\(.\)) ", "• ", PLAIN),
    "dashes": numbered("- "),
    "underscores": PLAIN.replace("Recalling", "_Recalling_").replace("Noting", "_Noting_"),
    "all in italics": "".join(f"*{block.strip()}*\n\n" for block in PLAIN.split("\n\n")),
    "stray blanks": PLAIN.replace("report;", "report ;").replace("so.", "so ."),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILT)
def test_what_other_programs_do_is_undone(how: str) -> None:
    assert write(read(SPOILT[how])) == AS_READ


def test_a_text_without_blank_lines_is_parted() -> None:
    long = "Recalling " + "the work of its committees and of the committees of others and " * 4 + "so forth,"
    source = f"The General Assembly,\n{long}\nNoting it,¹\n1. Urges States to act;\nLights\n2. Decides so.\n¹ A/81/1.\n"
    assert paragraphs(read(source)) == [long, "Noting it,¤", "Urges States to act;", "Decides so."]


def test_what_a_mail_added_is_named() -> None:
    source = f"{quoted(PLAIN)}-- \nA. Lee\n"
    assert [f.message for f in text.read(source, "a.txt").findings] == ['left out as a part of a mail: "A. Lee"']


def test_own_text_in_a_mail_is_read_exactly() -> None:
    assert write(read(quoted(AS_READ))) == AS_READ


@pytest.mark.parametrize(
    ("how", "code", "message"),
    [
        ("numbers 1)", "mended-label", 'labels of another form were read as official ones: "1)" as "1.", "2)" as "2.", "3)" as "3."'),
        ("items a)", "mended-label", 'labels of another form were read as official ones: "a)" as "(a)", "b)" as "(b)"'),
        ("read in the wrong code", "mended-characters", 'characters that another program had mistaken were put right: "â€™" as "’"'),
        ("blanks in code", "mended-characters", "codes of a mail were read as characters: =20, =E2=80=99"),
    ],
)
def test_what_is_changed_is_named(how: str, code: str, message: str) -> None:
    assert [(f.code, f.message) for f in text.read(SPOILT[how], "a.txt").findings] == [(code, message)]


def test_numbers_given_back_are_named() -> None:
    assert codes(numbered("")) == ["lost-numbers"]


def test_a_section_with_a_preamble_of_its_own_is_numbered_anew() -> None:
    source = "The General Assembly,\n\nI\n\nRecalling it,\n\nUrges States;\n\nDecides so;\n\nII\n\nNoting it,\n\nUrges States.\n"
    assert "\n\n2. Decides so;\n\nII\n\nNoting it,\n\n1. Urges States.\n" in write(read(source))


def test_broken_words_are_mended_and_named() -> None:
    source = "The General Assembly,\n\nNoting the ships and the crews of the ships, and open -ended work ;\n\n1. Decides on sh ips.\n"
    reading = text.read(source, "a.txt")
    assert paragraphs(reading.resolution) == ["Noting the ships and the crews of the ships, and open-ended work;", "Decides on ships."]
    assert [finding.message for finding in reading.findings] == ["words that a page's lines had broken were made whole: \"sh ips\""]


@pytest.mark.parametrize("said", ["in form and content", "States to day", "the inform ation"])
def test_words_are_left_apart_in_a_text_without_stray_blanks(said: str) -> None:
    source = f"The General Assembly,\n\nNoting information and today to inform,\n\n1. Decides {said}.\n"
    assert paragraphs(read(source))[1] == f"Decides {said}."


def test_the_head_of_a_page_in_several_lines_is_left_out() -> None:
    head = "A/RES/79/402\n\n79/402. Protection of lighthouses and\nof their keepers\n\n"
    page = "\fProtection of lighthouses and\nA/RES/79/402      of their keepers\n"
    source = f"{head}The General Assembly,\n\nRecalling its many\n{page}\nresolutions,\n\n1. Decides so.\n"
    assert paragraphs(read(source)) == ["Recalling its many resolutions,", "Decides so."]


def test_halves_of_characters_are_replaced() -> None:
    source = "The General Assembly,\n\nNoting \ud800 it,\n"
    assert paragraphs(read(source)) == ["Noting \ufffd it,"]
    assert codes(source) == ["unread-characters"]


def test_empty_cells_at_the_ends_of_rows_are_kept() -> None:
    rows = "State | Posts | Total\n\n | Subtotal | \n\n | | \n\n"
    table = read(f"The General Assembly,\n\n1. Decides:\n\n{rows}2. Ends.\n").parts[0].operative[1]
    assert isinstance(table, Table)
    assert [[plain(cell.content) for cell in row] for row in table.rows] == [["State", "Posts", "Total"], ["", "Subtotal", ""], ["", "", ""]]


@pytest.mark.parametrize("foot", ["", "-----\n\n47th plenary meeting\n"], ids=["pasted", "own"])
def test_a_row_of_dashes_is_a_row(foot: str) -> None:
    rows = "State | Posts\n\n- | -\n\nFiji | 3\n\n"
    table = read(f"The General Assembly,\n\n1. Decides:\n\n{rows}2. Ends.\n\n{foot}").parts[0].operative[1]
    assert isinstance(table, Table)
    assert (len(table.rows), table.header) == (3, 0)


def test_a_text_larger_than_any_resolution_is_refused() -> None:
    with pytest.raises(Unreadable, match="give the text of one resolution"):
        text.read("a" * (text.LARGEST + 1), "large.txt")


# --- Laws ----------------------------------------------------------------------------------------------------------

MARKED = st.lists(
    st.sampled_from(
        ["The General Assembly,", "\n\n", "\n", "1. ", "(a) ", "Recalling", " its ", "¹", "*", "**", "[^1]", "[1] ", "_____", "-----",
         "1 A/59/1.", " | ", "Annex", "I", "A. Lights", ",", ";", ".", "59/1. Title", "Agenda item 3", "2/4", "Seventy-ninth session",
         "A/RES/79/1", "[x](#)", "^{1}", "20041", "47th plenary meeting", "4 December 2024", "\\", "\u00a0", "-", "\u00ad", "|"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(), MARKED))
@settings(deadline=None)
def test_no_text_breaks_the_reader(source: str) -> None:
    try:
        reading = text.read(source, "any.txt")
    except DraftkitError:
        return
    assert write(reading.resolution, markdown=True).endswith("\n")


LETTERS = st.text("abcdefgh", min_size=2, max_size=8)
PIECES = st.sampled_from([" ", " ", "\n", "\n\n", ", ", ";\n\n", "1. ", ".\n\n(a) ", "\n_____\n1 ", "\n\n¹ ", " Recalling ", "\n\nThe General Assembly,\n\n"])


MAILED = st.sampled_from(["\n> ", "\n>> ", "\n-- \n", "\n• ", "\n- ", "\n1) Urges ", "\n[1] ", "[1] ", "\n1/ ", " 1/ ", "\nNotes\n\n1. ", " wrote:\n", "_", " ;\n", "\n---\n",
                          "-\n", "\f", "\n| ", " | ", "=20\n", "\nAnnex\n\n", "[x](#y) ", "*", "\n## "])  # fmt: skip


def kept_by(reading: Reading) -> str:
    """The text as written, and what the findings say was left out of it; an echo of what was kept does not count."""
    left_out = [f.message.partition(": ")[2] for f in reading.findings if "left out" in f.message]
    return "\n".join([write(reading.resolution), *left_out])


@given(st.lists(st.tuples(LETTERS, PIECES | MAILED), min_size=1, max_size=40))
@settings(deadline=None)
def test_every_letter_survives_as_often_as_it_stood(pairs: list[tuple[str, str]]) -> None:
    """Letters, not words: a word may be made whole."""
    source = "".join(f"{word}{piece}" for word, piece in pairs)
    kept = kept_by(text.read(source, "any.txt"))
    assert Counter(letter for word, _ in pairs for letter in word) <= Counter(kept)


@given(st.lists(st.tuples(LETTERS, PIECES), min_size=1, max_size=40))
@settings(deadline=None)
def test_every_word_survives_as_often_as_it_stood(pairs: list[tuple[str, str]]) -> None:
    source = "".join(f"{word}{piece}" for word, piece in pairs)
    kept = kept_by(text.read(source, "any.txt"))
    assert Counter(word for word, _ in pairs) <= Counter(WORD.findall(kept))


RARE = st.text("jqz", min_size=3, max_size=6)
HEADED = st.sampled_from(["A/RES/79/1\n\n", "Draft resolution\n\n", "\n\nEighty-first session\n\n", "\nAgenda item 3\n", "\nDistr.: ", "\n[", "]\n", "¹", "\n\n¹ ",
                          "\n", "\n\n", ", ", ": draft resolution\n", "\n\n79/1. ", "**", "\n\nGeneral Assembly\n\n"])  # fmt: skip


@given(st.lists(st.tuples(RARE, HEADED), min_size=1, max_size=20))
@settings(deadline=None)
def test_every_letter_of_a_head_survives(pairs: list[tuple[str, str]]) -> None:
    """Letters that no line of a masthead has of its own."""
    source = "".join(f"{word}{piece}" for word, piece in pairs)
    kept = kept_by(text.read(f"{source}\n\nThe General Assembly,\n\nNoting it,\n", "any.txt"))
    assert Counter(letter for word, _ in pairs for letter in word) <= Counter(kept)


@pytest.mark.parametrize("source", ["", " \n\t\n", "\ufeff"])
def test_an_empty_text_is_refused(source: str) -> None:
    with pytest.raises(Unreadable, match="there is no text"):
        text.read(source, "empty.txt")


@pytest.mark.parametrize(
    ("line", "count"),
    [("Recalling it,\n\n", 20_000), ("1. Urges them,\n", 20_000), ("it\n", 1), ("It is so,¹ too,\n\n¹ A/1.\n\n", 20_000), ("*a [b ^{c ", 1)],
)
def test_a_long_text_is_read_whole(line: str, count: int) -> None:
    assert len(paragraphs(read(line * 20_000))) == count


# --- Official texts ------------------------------------------------------------------------------------------------


def seed(seeds: Path, number: str) -> Resolution:
    for file in sorted(seeds.glob("*.txt")):
        source = file.read_text(encoding="utf-8-sig")
        if f"{number}. " in source:
            return text.read(source, file.name).resolution
    raise AssertionError(f"{number} is not among the pasted texts")


def said_by(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return plain(block.content)


def shape(resolution: Resolution) -> tuple[int, int, int]:
    part = resolution.parts[0]
    return len(part.preamble), len(part.operative), len(resolution.notes)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("number", "expected"),
    [("59/37", (11, 15, 2)), ("71/145", (14, 15, 2)), ("79/124", (15, 16, 2)), ("79/138", (46, 52, 21)), ("59/153", (13, 16, 4))],
)
def test_pasted_texts_have_every_paragraph_whole(seeds: Path, number: str, expected: tuple[int, int, int]) -> None:
    resolution = seed(seeds, number)
    assert shape(resolution) == expected
    assert resolution.masthead.symbol == f"A/RES/{number}"
    part = resolution.parts[0]
    assert part.meeting.endswith("plenary meeting")
    assert part.adopted == resolution.masthead.adopted
    assert [said for said in map(said_by, part.preamble) if not re.search(r"[a-z0-9)],¤?(?:,¤)?$", said)] == []
    assert [said for said in map(said_by, part.operative) if not re.search(r"[a-z0-9”][;:.]¤?$", said)] == []


@pytest.mark.corpus
@pytest.mark.parametrize("number", ["59/37", "71/145", "79/124", "79/138", "59/153"])
def test_pasted_texts_have_their_opening_words_in_italics(seeds: Path, number: str) -> None:
    part = seed(seeds, number).parts[0]
    for block in (*part.preamble, *part.operative):
        assert isinstance(block, Paragraph)
        first = block.content[0]
        assert isinstance(first, Text)
        assert first.italic
        assert len(first.text.split()) <= 6


@pytest.mark.corpus
@pytest.mark.parametrize(("number", "repeated"), [("59/37", 1), ("71/145", 1), ("79/124", 0), ("79/138", 0), ("59/153", 2)])
def test_pasted_texts_call_each_note_in_order(seeds: Path, number: str, repeated: int) -> None:
    resolution = seed(seeds, number)
    called = [piece.note for _, content in contents(resolution) for piece in content if isinstance(piece, Callout)]
    assert len(called) - len(set(called)) == repeated
    assert list(dict.fromkeys(called)) == [note.id for note in resolution.notes]
    assert all(note.number == 0 for note in resolution.notes)


@pytest.mark.corpus
def test_two_notes_at_one_place_and_a_chain_of_ibids(seeds: Path) -> None:
    resolution = seed(seeds, "79/138")
    place = next(p.block for p in walk(resolution) if isinstance(p.block, Paragraph) and plain(p.block.content).endswith("conflict,¤,¤"))
    assert place.content[-2] == Text(",", superscript=True)
    notes = resolution.notes
    assert [note.ibid for note in notes[2:5]] == [note.id for note in notes[1:4]]


@pytest.mark.corpus
def test_own_output_of_official_texts_reads_back(corpus: Path) -> None:
    files = sorted((corpus / "akn").glob("*/*.xml"))[::40]
    for file in files:
        resolution = akn.read(file.read_bytes(), file.name).resolution
        if any(not any(cell.content for cell in row) for p in walk(resolution) if isinstance(p.block, Table) for row in p.block.rows):
            continue  # an empty row is printed as a blank line
        for markdown in (False, True):
            written = write(resolution, markdown=markdown)
            assert write(read(written), markdown=markdown) == written, file.name


@pytest.mark.corpus
def test_official_texts_survive_a_mail_and_lost_blank_lines(corpus: Path) -> None:
    """Word for word, whatever the paragraphs are: what is not in the text is in a finding."""
    for file in sorted((corpus / "akn").glob("*/*.xml"))[::90]:
        plain_text = write(akn.read(file.read_bytes(), file.name).resolution).replace("\n-----\n", "\n")
        for spoilt in (quoted(plain_text), re.sub(r"\n{2,}", "\n", plain_text)):
            kept = kept_by(text.read(spoilt, file.name))
            assert Counter(WORD.findall(spoilt)) <= Counter(WORD.findall(kept)), file.name


SLIP = """A/RES/79/37

Seventy-ninth session

Safety of cables

The General Assembly,

{preamble}

1. Urges States to act;

2. Decides to meet again."""


@pytest.mark.parametrize(
    "preamble",
    [
        "Noting its reports,\\n\\nNotes the long reports of States,\\n\\nRecalling that cables break,",
        "Notes the long reports of States,\\n\\nNoting its reports,\\n\\nRecalling that cables break,",
        "Noting its reports,\\n\\nRecalling that cables break,\\n\\nNotes the long reports of States,",
        "Noting its reports,\\n\\nNotes the long reports of States,\\n\\nTakes note of cables that break,",
    ],
)
@pytest.mark.parametrize("own", [False, True])
def test_a_verb_of_operative_paragraphs_in_the_preamble_does_not_end_it(preamble: str, own: bool) -> None:
    source = SLIP.format(preamble=preamble.replace("\\n", "\n"))
    (part,) = read(f"{source}\n\n-----\n\n47th plenary meeting\n4 December 2024\n" if own else source).parts
    assert (len(part.preamble), [block.label for block in part.operative]) == (3, [None, None])
    slip = next(block for block in part.preamble if plain(block.content).startswith("Notes"))
    assert slip.content[0] == Text("Notes", italic=True)


def test_a_first_paragraph_that_lost_its_number_is_operative_whatever_its_mark() -> None:
    source = SLIP.format(preamble="Noting its reports,").replace("1. Urges States to act;", "Urges States to act,")
    (part,) = read(source).parts
    assert (len(part.preamble), len(part.operative)) == (1, 2)
