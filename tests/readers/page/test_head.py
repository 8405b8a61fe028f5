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
