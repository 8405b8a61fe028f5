"""The head of a text: every line of it goes somewhere, those of no known form into the masthead's other lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.assemble.masthead import masthead_lines
from draftkit.readers.page.head import Head, read_head
from draftkit.readers.page.page import Chunk

SYMBOL, SESSION = "A/C.6/81/L.7", "Eighty-first session"


def head(*lines: str, marks: bool = True) -> Head:
    """The head of lines that each stand alone."""
    return read_head([Chunk(line, at, lines=(line,)) for at, line in enumerate(lines, 1)], marks=marks)


def test_a_line_of_no_known_form_is_kept_and_its_place_is_told() -> None:
    found = head("United Nations", SYMBOL, "Reissued for *technical* reasons", "Distr.: Limited", "Draft resolution", "**Safety of cables**")
    assert (found.masthead.others, found.title, found.masthead.distribution) == (("Reissued for technical reasons",), "Safety of cables", "Limited")
    assert [(f.code, f.line, f.paragraph, f.message) for f in found.findings] == [
        ("unread-line", 3, "masthead", 'this line of the masthead is of no known form and is kept as it is: "Reissued for technical reasons"'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "others", "title"),
    [
        (("Draft resolution", "Second printing", "**Safety of**", "**cables**"), ("Second printing",), "Safety of cables"),
        (("Draft resolution", "Safety of", "cables"), (), "Safety of cables"),
        (("Read me first", "59/37. Safety of cables"), ("Read me first",), "Safety of cables"),
        (("[*on a report*]", "Second printing", "81/37. Safety of cables"), ("Second printing",), "Safety of cables"),
        (("[*on a report*]", "[*on another*]", "Cables"), ("[on a report]",), "Cables"),
        (("Distr.: General", "Distr.: Limited", "Draft resolution", "Cables"), ("Distr.: Limited",), "Cables"),
        (("Original: English", "Original: French", "Draft resolution", "Cables"), ("Original: French",), "Cables"),
        (("General Assembly", "Security Council", "Draft resolution", "Cables"), ("Security Council",), "Cables"),
    ],
)
def test_nothing_that_stands_above_the_title_is_lost(lines: tuple[str, ...], others: tuple[str, ...], title: str) -> None:
    found = head(SYMBOL, SESSION, *lines)
    assert (found.masthead.others, found.title) == (others, title)
    assert [finding.code for finding in found.findings] == ["unread-line"] * len(others)


def test_the_title_of_plain_text_is_its_last_line() -> None:
    found = head(SYMBOL, SESSION, "Draft resolution", "Second *printing", "Safety of cables", marks=False)
    assert (found.masthead.others, found.title) == (("Second *printing",), "Safety of cables")


@pytest.mark.parametrize("lines", [("on", "7 December 2023"), ("", "on 7 December 2023"), ("on 7 December", "2023")])
def test_a_line_of_adoption_may_be_broken_anywhere_at_its_end(lines: tuple[str, str]) -> None:
    first = f"Resolution adopted by the General Assembly {lines[0]}".strip()
    found = head("A/RES/78/110", "Seventy-eighth session", first, lines[1], "[on a report]", "78/110. Cables")
    assert (found.masthead.adopted, found.masthead.basis, found.masthead.others) == ("7 December 2023", "on a report", ())


def test_a_language_torn_from_its_word_is_put_back() -> None:
    found = head(SYMBOL, "English", "Original:", SESSION, "Draft resolution", "Cables")
    assert (found.masthead.original, found.masthead.others) == ("English", ())


def test_a_chunk_need_not_know_its_lines() -> None:
    found = read_head([Chunk(SYMBOL, 1), Chunk("Reissued", 2), Chunk("Draft resolution", 3), Chunk("**Cables**", 4)])
    assert (found.masthead.symbol, found.masthead.others, found.title) == (SYMBOL, ("Reissued",), "Cables")


NAMES = ", ".join(["Albania", "Andorra", "Austria", "Belgium", "Botswana", "Bulgaria", "Canada", "Colombia", "Croatia", "Cyprus"] * 3)


@pytest.mark.parametrize("line", [f"**{NAMES} and Fiji: draft resolution**", f"**{NAMES} and Fiji: draft resolutio**n"])
def test_a_long_line_of_sponsors_may_be_bold(line: str) -> None:
    found = head(SYMBOL, SESSION, "Agenda item 82", "**Oceans**", line, "**Cables**")
    assert (found.masthead.sponsors, found.title) == ((*NAMES.split(", "), "Fiji"), "Cables")
    assert [(item.number, item.title) for item in found.masthead.agenda] == [("82", "Oceans")]


@pytest.mark.parametrize(
    ("line", "sponsors", "signed"),
    [
        (r"**Austria: draft resolution\***", ("Austria",), "Austria: draft resolution*"),
        ("Austria: draft resolution*", ("Austria",), "Austria: draft resolution*"),
        (r"**Austria,\* Chad and Fiji: draft resolution**", ("Austria", "Chad", "Fiji"), "Austria,* Chad and Fiji: draft resolution"),
        ("**Austria,* Chad,* Fiji and Samoa: draft resolution**", ("Austria", "Chad", "Fiji", "Samoa"), "Austria,* Chad,* Fiji and Samoa: draft resolution"),
        (r"Austria\* and Fiji: draft resolution", ("Austria", "Fiji"), "Austria* and Fiji: draft resolution"),
        ("Fiji:** draft resolution", ("Fiji",), "Fiji:** draft resolution"),
        (r"**Draft resolution\***", (), "Draft resolution*"),
    ],
)  # fmt: skip
def test_the_sign_of_a_footnote_is_no_part_of_a_name(line: str, sponsors: tuple[str, ...], signed: str) -> None:
    found = head(SYMBOL, SESSION, "Agenda item 82", "Oceans", line, r"\* On behalf of the Pacific States.", "Cables")
    assert (found.masthead.sponsors, found.masthead.heading, found.title) == (sponsors, "", "Cables")
    assert found.masthead.others == ("* On behalf of the Pacific States.",)
    assert [(f.severity.name, f.line) for f in found.findings] == [("INFO", 5), ("WARNING", 6)]
    assert found.findings[0].message == f'the signs of footnotes in this line were left out: "{signed}"'


def test_marks_around_words_are_no_signs() -> None:
    found = head(SYMBOL, SESSION, "**Fiji:** *draft resolution*", "Cables")
    assert (found.masthead.sponsors, found.findings) == (("Fiji",), ())


def test_a_line_of_adoption_may_have_the_sign_of_a_footnote() -> None:
    found = head(SYMBOL, SESSION, r"**Resolution adopted by the General Assembly on 7 December 2023\***", "Cables")
    assert (found.masthead.adopted, found.masthead.heading, found.title) == ("7 December 2023", "", "Cables")


def test_a_symbol_may_have_the_sign_of_a_footnote() -> None:
    assert head(rf"**{SYMBOL}\***", SESSION, "Draft resolution", "Cables").masthead.symbol == SYMBOL


@pytest.mark.parametrize(
    "line",
    [
        "China on behalf of the Group of 77 and China: draft resolution",
        "South Africa,* on behalf of the Group of African States: draft resolution",
        "Fiji, Iraq, on behalf of the Group of 77 and China, and Samoa: draft resolution",
        "Austria,* Chad and Fiji: revised draft resolution",
    ],
)
@pytest.mark.parametrize("shape", ["{}", "**{}**"])
def test_what_is_no_list_of_sponsors_is_printed_back(line: str, shape: str) -> None:
    found = head(SYMBOL, SESSION, shape.format(line.replace("*", r"\*")), "Cables")
    assert [printed.text for printed in masthead_lines(found.masthead)][-1] == line
    assert (found.masthead.sponsors, found.title, found.findings) == ((), "Cables", ())


def tight(*lines: str) -> Head:
    """The head of lines without blank lines between them."""
    return read_head([Chunk(" ".join(lines), 1, lines=lines)])


@pytest.mark.parametrize(
    "lines",
    [
        ("Austria, Chad, Iran (Islamic Republic of),", "Palau and Samoa: draft resolution"),
        ("Austria, Chad, Iran (Islamic Republic of), Palau and Samoa: draft", "resolution"),
        ("Austria, Chad,", "Iran (Islamic", "Republic of), Palau and", "Samoa:", "draft resolution"),
        ("Austria, Chad, Iran (Islamic Republic of), Palau", "and Samoa: draft resolution"),
    ],
)
def test_sponsors_may_fill_several_lines_among_others(lines: tuple[str, ...]) -> None:
    found = tight(SYMBOL, SESSION, "Agenda item 82", "Oceans and the law", "of the sea", *lines, "Safety of", "cables")
    assert found.masthead.sponsors == ("Austria", "Chad", "Iran (Islamic Republic of)", "Palau", "Samoa")
    assert ([item.title for item in found.masthead.agenda], found.title) == (["Oceans and the law of the sea"], "Safety of cables")
    assert found.findings == ()


def test_revised_sponsors_of_several_lines_are_one_line() -> None:
    lines = ("Austria, Chad, the former Yugoslav Republic of Macedonia and", "Samoa: revised draft resolution")
    found = read_head([Chunk(SYMBOL, 1), Chunk(SESSION, 2), Chunk(" ".join(lines), 3, lines=lines), Chunk("Cables", 5)])
    assert (found.masthead.heading, found.title) == (" ".join(lines), "Cables")


def test_a_line_that_may_be_of_the_sponsors_is_told() -> None:
    found = tight(SYMBOL, SESSION, "Agenda item 82", "Oceans,", "seas, lakes and rivers", "Austria and Chad: draft resolution", "Cables")
    assert (found.masthead.sponsors, found.masthead.agenda[0].title) == (("Austria", "Chad"), "Oceans, seas, lakes and rivers")
    assert [(f.code, f.severity.name, f.message) for f in found.findings] == [
        ("unread-line", "INFO", 'the sponsors may begin on this line, which is not read as theirs: "seas, lakes and rivers"'),
    ]


def test_thousands_of_lines_of_sponsors_take_no_time() -> None:
    lines = [SYMBOL, SESSION, *["Fiji (the),"] * 20_000, "Samoa* and Chad: draft resolution", "Cables"]
    assert len(tight(*lines).masthead.sponsors) == 20_002


LINES = st.sampled_from(
    (SYMBOL, SESSION, "United Nations", "General Assembly", "Security Council", "Distr.: Limited", "Distr.: General", "Original: French",
     "Original: English", "5 October 2026", "6 October 2026", "Sixth Committee", "Agenda item 82", "Oceans", "Reissued", "[on a report]",
     "[on another]", "Draft resolution", "Fiji: draft resolution", "Fiji, Samoa and Tonga: draft resolution", "81/37. Cables", "**Safety**", "Second")
)  # fmt: skip


@given(st.lists(LINES, max_size=8))
def test_every_word_of_a_head_is_in_the_masthead_or_the_title(lines: list[str]) -> None:
    found = head(*lines)
    printed = [line.text for line in masthead_lines(found.masthead)]
    said = set(re.findall(r"[\w/.]+", " ".join([*printed, found.title, "United Nations"])))
    numbers = {"81/37."}  # is the symbol, or stands before the title
    assert set(re.findall(r"[\w/.]+", " ".join(lines))) - said - numbers == set()


def test_a_blank_between_publisher_and_organ_is_the_symbol() -> None:
    lines = ("United Nations", "___", "General Assembly", "Distr.: Limited", "___", SESSION, "Draft resolution", "**Safety of cables**")
    found = head(*lines)
    assert (found.masthead.symbol, found.masthead.issued, found.title) == ("___", "___", "Safety of cables")


@pytest.mark.parametrize(
    "line",
    [
        "Revised draft resolution",
        "Revised draft resolution submitted by the Vice-Chair of the Committee, Ana Example (Poland), on the basis of informal "
        "consultations on draft resolution A/C.6/81/L.7",
        "Working paper",
        "Fiji and Samoa: revised draft resolution",
    ],
)
@pytest.mark.parametrize("form", ["**{}**", "{}"])
def test_every_line_before_the_title_that_is_written_is_read(line: str, form: str) -> None:
    made = ("United Nations", SYMBOL, SESSION, "Agenda item 82", "**Oceans**", form.format(line), "**Safety of cables**")
    found = head(*made)
    assert (found.masthead.heading, found.title) == (line, "**Safety of cables**".strip("*"))
    assert [(item.number, item.title) for item in found.masthead.agenda] == [("82", "Oceans")]
    assert found.findings == ()


def test_the_line_before_the_title_needs_a_title_of_the_agenda_item() -> None:
    found = head(SYMBOL, SESSION, "Agenda item 82", "**Oceans**", "**Safety of cables**")
    assert found.masthead.heading == ""
