"""The Word file of a text, clean or with tracked changes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from draftkit.compare.comparison import compare
from draftkit.model import AgendaItem, Masthead, Resolution, Text
from draftkit.word.package import open_word
from draftkit.word.readout import lines
from draftkit.word.revisions import Mode, count
from draftkit.writers.authors import Authors
from draftkit.writers.docx import EPOCH, SHORT, kind_of, write, write_redline
from redlines import text
from strategies import resolutions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ADOPTED = Masthead(symbol="A/RES/79/124", session=79, adopted="4 December 2024")
DRAFT = Masthead(symbol="A/C.6/81/L.___", session=81)
OLD = text("a: *Urges* States to act.[^n]", head=ADOPTED, n="A/79/143.")
NEW = text("a: *Urges* all States to act.[^n]", head=DRAFT, n="A/81/___.")


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def test_a_clean_file_has_no_changes_and_does_not_track() -> None:
    word = open_word(write(OLD), "clean.docx")
    assert count(word) == 0
    assert lines(word, Mode.ACCEPT) == lines(word, Mode.REJECT)
    assert lines(word, Mode.ACCEPT)[-2:] == ("The General Assembly", "Urges States to act.{fn: A/79/143.}")
    assert part(write(OLD), "word/settings.xml").find(f"{W}trackRevisions") is None


def test_a_redline_goes_on_tracking() -> None:
    data = write_redline(compare(OLD, NEW))
    assert part(data, "word/settings.xml").find(f"{W}trackRevisions") is not None
    assert count(open_word(data, "redline.docx")) > 0


def test_a_draft_and_an_adopted_text_have_their_own_page() -> None:
    assert (kind_of(ADOPTED), kind_of(DRAFT)) == ("resolution", "l-document")


def test_the_page_of_a_redline_is_that_of_the_new_text() -> None:
    """An adopted text rolled into a draft: the adoption line keeps its words and its style until it is accepted."""
    document = part(write_redline(compare(OLD, NEW)), "word/document.xml")
    (change,) = [e for e in document.iter(f"{W}pPrChange") if e.find(f"{W}pPr/{W}pStyle") is not None]
    styles = [e.get(f"{W}val") for e in change.getparent().iter(f"{W}pStyle")]
    assert styles == ["Sponsors", "Adoption"]


def test_title_symbol_author_and_date_are_in_the_properties() -> None:
    data = write_redline(compare(OLD, NEW), Authors("Fiji"), datetime(2026, 10, 5, 9, tzinfo=UTC))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.created) == ("Fiji", datetime(2026, 10, 5, 9, tzinfo=UTC))


def test_a_file_has_a_title_a_language_and_nobody_for_its_author_unless_one_is_given() -> None:
    titled = replace(OLD, title=(Text("Safety of cables"),))
    for data in (write(titled), write_redline(compare(titled, titled))):
        properties = docx.Document(io.BytesIO(data)).core_properties
        assert (properties.title, properties.language, properties.author) == ("Safety of cables", "en-GB", "")


@pytest.mark.parametrize(("length", "edge"), [(SHORT, "4080"), (SHORT + 1, None)])
def test_a_short_title_of_an_agenda_item_stands_on_one_line(length: int, edge: str | None) -> None:
    head = replace(DRAFT, agenda=(AgendaItem("82", "x" * length),))
    (line,) = [
        p for p in part(write(replace(NEW, masthead=head)), "word/document.xml").iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle[@{W}val='AgendaTitleH2']") is not None
    ]  # fmt: skip
    indent = line.find(f"{W}pPr/{W}ind")
    assert (indent.get(f"{W}right") if indent is not None else None) == edge


def test_without_a_date_the_same_text_gives_the_same_bytes() -> None:
    assert EPOCH.tzinfo is UTC
    assert write(OLD) == write(OLD)
    assert write_redline(compare(OLD, NEW)) == write_redline(compare(OLD, NEW))


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(resolutions())
def test_a_clean_file_opens_in_python_docx_with_every_paragraph(made: Resolution) -> None:
    data = write(made)
    opened = docx.Document(io.BytesIO(data))
    assert len(opened.tables) >= 1  # the masthead is one
    word = open_word(data, "clean.docx")
    assert any(line.startswith("The General Assembly") for line in lines(word, Mode.ACCEPT))
    assert count(word) == 0


def test_notes_of_an_official_text_that_begins_at_two_are_numbered_so() -> None:
    late = replace(OLD, notes=(replace(OLD.notes[0], number=2),))
    start = part(write(late), "word/document.xml").find(f".//{W}sectPr/{W}footnotePr/{W}numStart")
    assert start is not None
    assert start.get(f"{W}val") == "2"
    assert part(write(OLD), "word/document.xml").find(f".//{W}numStart") is None
    for old, new, there in ((late, NEW, False), (NEW, late, True)):
        data = write_redline(compare(old, new))
        assert (part(data, "word/document.xml").find(f".//{W}numStart") is not None) is there
