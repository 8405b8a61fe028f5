"""Plain text and Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.assemble.printed import printed
from draftkit.model import Callout, Cell, Heading, Masthead, Opaque, Resolution, Scheme, Table, Text
from draftkit.readers.text import read
from draftkit.writers.text import RULE, write
from redlines import paragraph, text
from strategies import resolutions


def body(resolution: Resolution, *, markdown: bool = False) -> list[str]:
    """The blocks from the organ's line on."""
    found = write(resolution, markdown=markdown).rstrip("\n").split("\n\n")
    return found[next(at for at, block in enumerate(found) if "General Assembly" in block) :]


EXAMPLE = text(
    Heading("protection", (Text("Protection"),), Scheme.LETTER),
    paragraph("urges: *Urges* States:[^report]", paragraph("protect: To protect cables;"), paragraph("report: To *report*;[^letter]")),
    "recalls: *Recalls* paragraph [[report]] above.",
    Table("shares", ((Cell((Text("State"),)), Cell((Text("Share"),))), (Cell((Text("Fiji"),)), Cell((Text("2"),)))), header=1),
    preamble=("noting: *Noting* the forum,",),
    report="A/79/143, *annex*.",
    letter="A/79/15.",
)


def test_plain_text() -> None:
    assert body(EXAMPLE) == [
        "The General Assembly,",
        "Noting the forum,",
        "A. Protection",
        "1. Urges States:[1]",
        "(a) To protect cables;",
        "(b) To report;[2]",
        "2. Recalls paragraph 1 (b) above.",
        "State | Share",
        "Fiji | 2",
        RULE,
        "[1] A/79/143, annex.",
        "[2] A/79/15.",
    ]


def test_markdown() -> None:
    assert body(EXAMPLE, markdown=True) == [
        "*The General Assembly*,",
        "*Noting* the forum,",
        "**A. Protection**",
        "1. *Urges* States:[^1]",
        "(a) To protect cables;",
        "(b) To *report*;[^2]",
        "2. *Recalls* paragraph 1 (b) above.",
        "State | Share",
        "Fiji | 2",
        RULE,
        "[^1]: A/79/143, *annex*.",
        "[^2]: A/79/15.",
    ]


def test_without_notes_there_is_no_rule() -> None:
    assert RULE not in write(text("a: *Urges* States."))


def test_a_note_called_twice_is_printed_once() -> None:
    found = body(text("a: *Urges*;[^n]", "b: *Notes*.[^n]", n="A/79/143."))
    assert found == ["The General Assembly", "1. Urges;[1]", "2. Notes.[1]", RULE, "[1] A/79/143."]


def test_closing_lines_stand_under_the_notes() -> None:
    made = text("a: *Urges*.[^n]", n="A/79/143.")
    closed = replace(made, parts=(replace(made.parts[0], meeting="47th plenary meeting", adopted="4 December 2024"),))
    assert body(closed)[-3:] == [RULE, "[1] A/79/143.", "47th plenary meeting\n4 December 2024"]


def test_the_masthead_comes_first() -> None:
    head = Masthead(symbol="A/C.6/81/L.___", session=81, committee="Sixth Committee")
    assert write(text("a: *Urges*.", head=head)).split("\n\n")[:2] == ["United Nations", "A/C.6/81/L.___"]


@pytest.mark.parametrize(("mark", "escaped"), [("*", "\\*"), ("^", "\\^"), ("\\", "\\\\"), ("[^", "\\[\\^"), ("[[", "\\[[")])
def test_marks_of_the_text_are_escaped_in_markdown_alone(mark: str, escaped: str) -> None:
    made = text(paragraph("a: x"))
    made = replace(made, parts=(replace(made.parts[0], operative=(replace(paragraph("a: x"), content=(Text(f"5{mark}7"),)),)),))
    assert body(made)[1] == f"5{mark}7"
    assert body(made, markdown=True)[1] == f"5{escaped}7"


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(resolutions())
def test_every_line_and_note_is_a_block(made: Resolution) -> None:
    page = printed(made)
    foot = 1 if page.notes or made.parts[0].adopted else 0
    closing = 1 if made.parts[0].adopted else 0
    blocks = write(made).rstrip("\n").split("\n\n")
    assert len(blocks) == len(page.lines) + len(page.notes) + foot
    assert blocks.count(RULE) == foot
    assert closing <= foot


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("session", [79, 81])
def test_what_could_not_be_read_is_printed_as_it_was_and_reads_back_as_a_paragraph(session: int, markdown: bool) -> None:
    head = Masthead(symbol="A/RES/79/124" if session == 79 else "A/C.6/81/L.7", session=session, others=("Reissued again", "* Twice"))
    image = Opaque("map", (Text("[Map of "), Text("the cables", italic=True), Text("]"), Callout("source")), "image")
    made = replace(text("urges: *Urges* States;", image, "ends: *Ends*.", head=head, source="A/79/1."), title=(Text("Cables"),))
    assert ("[Map of *the cables*][^1]" if markdown else "[Map of the cables][1]") in body(made, markdown=markdown)
    again = read(write(made, markdown=markdown), "again").resolution
    assert again.masthead.others == head.others
    assert again.title == made.title
    assert write(again, markdown=markdown) == write(made, markdown=markdown)
