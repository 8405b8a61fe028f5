"""From a page to the resolution: every printed line knows where it stood, and no note is lost."""

from __future__ import annotations

import pytest

from draftkit.assemble.printed import Printed, printed
from draftkit.readers import Reading, text
from draftkit.readers.page.composer import read_page
from draftkit.readers.page.page import Chunk, Form, Page, PrintedNote, called
from draftkit.writers.text import write

SOURCE = """United Nations

A/C.6/81/L.3

Reissued for technical reasons

Distr.: Limited

5 October 2026

Original: English

General Assembly

Eighty-first session

Sixth Committee

Agenda item 82

Protection of lights

Agenda item 9

Cables

Fiji and Samoa: draft resolution

Lighthouses

The General Assembly,

Recalling it,

1. Urges States:

(a) To act;

I

Lamps

2. Decides so:

State | Posts

Fiji | 3

B. Bells

3. Ends.

47th plenary meeting

4 December 2026

Annex

Rules of the road

1. Keep right.
"""


def places(reading: Reading, source: str) -> list[tuple[str, str]]:
    """Each line as printed, and the line of the source that it is said to stand on."""
    lines = source.splitlines()
    page: Printed = printed(reading.resolution)
    return [(f"{line.number} {line.text}".strip(), lines[reading.lines[line.key] - 1]) for line in page.lines]


def test_every_printed_line_knows_where_it_stood() -> None:
    found = places(text.read(SOURCE, "a.txt"), SOURCE)
    assert [was for _, was in found].count("") == 0
    assert [(said, was) for said, was in found if said != was] == []
    assert len(found) == len(SOURCE.split("\n\n"))


@pytest.mark.parametrize("markdown", [False, True], ids=["txt", "md"])
def test_so_does_every_line_of_our_own_text(markdown: bool) -> None:
    own = write(text.read(SOURCE, "a.txt").resolution, markdown=markdown)
    found = places(text.read(own, "a.txt"), own)
    assert [(said, was) for said, was in found if said != was.replace("*", "").strip("| ")] == []
    assert len(found) == len(SOURCE.split("\n\n"))


def test_the_numbers_of_parts_are_their_places() -> None:
    source = "81/1. Lamps\n\nA\n\nOne\n\nThe General Assembly,\n\n1. Ends.\n\nB\n\nTwo\n\nThe General Assembly,\n\n1. Ends.\n"
    lines = text.read(source, "a.txt").lines
    assert [lines[f"part.{part}.{name}"] for part in (0, 1) for name in ("label", "title", "formula")] == [3, 5, 7, 11, 13, 15]


def read_notes(*chunks: str, notes: tuple[str, ...]) -> Reading:
    made = [Chunk(said, at, lines=(said,)) for at, said in enumerate(chunks, 1)]
    return read_page(Page(Form(), made, [PrintedNote(str(at), said, 40 + at) for at, said in enumerate(notes, 1)]))


def test_a_note_called_in_the_masthead_is_kept_as_a_line_of_it() -> None:
    head = ("A/C.6/81/L.3", f"Distr.: Limited{called(0)}", "Eighty-first session", f"Fiji:{called(1)} draft resolution", f"Lamps{called(2)}")
    reading = read_notes(*head, "The General Assembly,", "Noting it,", "1. Ends.", notes=("Only *once*.", "For others.", "A/1."))
    masthead = reading.resolution.masthead
    assert (masthead.distribution, masthead.sponsors) == ("Limited", ("Fiji",))
    assert masthead.others == ("1 Only once.", "2 For others.")
    assert [(f.code, f.line) for f in reading.findings] == [("lost-note", 41), ("lost-note", 42)]
    assert [note.number for note in reading.resolution.notes] == [3]


def test_a_text_without_a_masthead_has_its_notes_in_the_title() -> None:
    reading = read_notes(f"Lamps{called(0)}", "The General Assembly,", "1. Ends.", notes=("A/1.",))
    assert (reading.findings, reading.lines["masthead.title"]) == ((), 1)
    assert write(reading.resolution).startswith("Lamps[1]\n")


def test_a_number_without_a_heading_is_printed() -> None:
    source = "*The General Assembly*,\n\n1. *Urges* it;\n\n**I.**\n\n2. *Decides* so.\n"
    reading = text.read(source, "a.md")
    assert write(reading.resolution, markdown=True) == source
    assert reading.lines["section.number"] == 5


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("hello world this is not a resolution", ["no-structure"]),
        ("The General Assembly,\n\nDecides so.", []),
        ("81/37. Cables\n\nDecides so.", []),
    ],
)
def test_what_may_be_no_resolution_is_said(source: str, codes: list[str]) -> None:
    assert [finding.code for finding in text.read(source, "a.txt").findings] == codes
