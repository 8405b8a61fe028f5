"""The final mark of a new paragraph: what is replaced, what stays, what stands after it (un-rules C2, E2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.assemble.punctuation import end_properly
from draftkit.model import Block, Heading, Masthead, Opaque, Paragraph, Part, Resolution


def text(*paragraphs: tuple[str, str]) -> Resolution:
    operative = tuple(Paragraph(name, inline.parse(words)) for name, words in paragraphs)
    return Resolution(Masthead(), (), (Part(operative=operative),))


FIRST, LAST = ("first", "*Notes* it;"), ("last", "*Ends*.")
BEFORE = text(FIRST, LAST)


@pytest.mark.parametrize(
    ("typed", "within", "at_the_end"),
    [
        ("to act", "to act;", "to act."),
        ("to act.", "to act;", "to act."),
        ("to act; and", "to act;", "to act."),
        ("to act, and", "to act;", "to act."),
        ("to act; *and*", "to act;", "to act."),
        ("to act*; and* ", "to act;", "to act."),
        ("search and", "search and;", "search and."),
        ("to act; or", "to act; or", "to act; or"),
        ("is it so?", "is it so?", "is it so?"),
        ("as follows:", "as follows:", "as follows:"),
        ("and so on ...;", "and so on ...;", "and so on ..."),
        ("and so on ...", "and so on ...", "and so on ..."),
        ("entitled “Lights”", "entitled “Lights”;", "entitled “Lights”."),
        ("entitled “Lights”,[^n]", "entitled “Lights”;[^n]", "entitled “Lights”.[^n]"),
        ("to read: “It stands.”", "to read: “It stands.”;", "to read: “It stands.”"),
        ("to read: “It stands.”;", "to read: “It stands.”;", "to read: “It stands.”"),
        ("is it so?;", "is it so?;", "is it so?"),
        ("to act (see above)", "to act (see above);", "to act (see above)."),
        ("as in [[first]]", "as in [[first]];", "as in [[first]]."),
        ("as in [[first]][^n]", "as in [[first]];[^n]", "as in [[first]].[^n]"),
        ("as in [[first]],[^n][^m]", "as in [[first]];[^n][^m]", "as in [[first]].[^n][^m]"),
        ("the *Courier*", "the *Courier*;", "the *Courier*."),
        ("the *Courier,*", "the *Courier*;", "the *Courier*."),
        ("[^n]", "[^n]", "[^n]"),
        ("", "", ""),
    ],
)
def test_a_new_paragraph(typed, within, at_the_end):
    for draft, at, wanted in (
        (text(FIRST, ("new", typed), LAST), 1, within),
        (text(FIRST, ("last", "*Ends*;"), ("new", typed)), 2, at_the_end),
    ):
        done, changes = end_properly(draft, BEFORE)
        assert inline.format(done.parts[0].operative[at].content) == wanted
        assert ("new" in [change.paragraph for change in changes]) == (inline.parse(typed) != inline.parse(wanted))


def test_the_change_tells_what_was_replaced():
    _, changes = end_properly(text(FIRST, ("new", "to act; *and*"), LAST), BEFORE)
    assert [(change.old, change.new) for change in changes] == [("; and", ";")]


def test_what_could_not_be_read_is_never_the_last_paragraph():
    image = Opaque("map", inline.parse("[map]"), "image")
    (part,) = text(FIRST, ("new", "to act"), ("stem", "*Urges*:"), LAST).parts
    stem = Paragraph("stem", inline.parse("*Urges*:"), (Paragraph("a", inline.parse("to see")), Paragraph("b", inline.parse("to act")), image))
    under = Paragraph("new", inline.parse("to act"), (Opaque("sum", inline.parse("[sum]"), "equation"),))
    made = Resolution(Masthead(), (), (Part(operative=(part.operative[0], under, stem, Opaque("view", (), "image"))),))
    ended, changes = end_properly(made, BEFORE)
    assert [(change.paragraph, change.new) for change in changes] == [("new", ";"), ("a", ";"), ("b", ".")]
    assert [inline.plain(block.content) for block in ended.parts[0].operative] == ["Notes it;", "to act;", "Urges:", ""]


def section(*blocks: Block) -> list[str]:
    """What the new blocks of an operative part end with, once ended properly."""
    (part,) = text(FIRST, LAST).parts
    made = Resolution(Masthead(), (), (Part(operative=(part.operative[0], *blocks, part.operative[1])),))
    done, _ = end_properly(made, BEFORE)
    return [inline.plain(block.content)[-1:] for block in done.parts[0].operative[1:-1]]


def test_only_what_heads_a_section_ends_as_a_preamble_does():
    heading = Heading("lights", inline.parse("Lights"))
    head = Paragraph("head", inline.parse("*Having considered* the report;"), label="")
    slip = Paragraph("slip", inline.parse("*Acknowledging* the report;"))
    assert section(slip) == [";"]  # a slip of the opening word: the mark is right
    assert section(heading, head, replace(head, id="next")) == ["s", ",", ","]
    assert section(heading, slip) == ["s", ";"]
    assert section(heading, Paragraph("acts", inline.parse("*Notes* it;")), head) == ["s", ";", ";"]
