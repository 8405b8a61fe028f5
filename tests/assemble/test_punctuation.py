"""The final mark of a new paragraph: what is replaced, what stays, what stands after it (un-rules C2, E2)."""

from __future__ import annotations

import pytest

from draftkit import inline
from draftkit.assemble.punctuation import end_properly
from draftkit.model import Masthead, Paragraph, Part, Resolution


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
