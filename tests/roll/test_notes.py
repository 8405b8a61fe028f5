"""Old habits in footnotes (un-rules E3, E6)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.model import Change, Kind
from draftkit.roll import roll

from .conftest import Make


def test_a_repeated_callout_gets_a_note_of_its_own(text: Make, rolled_text) -> None:
    """The first call in printed order keeps the note; the copies stand behind it."""
    prior = text(
        ["*Recalling* the Convention,[^n1]"],
        ["*Urges* parties[^n1] and others;[^n2]", "*Requests* parties[^n1] to act."],
        ["Treaty.", "See Treaty."],
    )
    rolled = roll(prior, session=80)
    assert rolled_text(rolled.resolution)[:3] == [
        "*Recalling* the Convention,[^n1]",
        "*Urges* parties[^n1-2] and others;[^n2]",
        "*Requests* parties[^n1-3] to act.",
    ]
    assert [(note.id, note.content) for note in rolled.resolution.notes] == [
        ("n1", prior.notes[0].content),
        ("n1-2", prior.notes[0].content),
        ("n1-3", prior.notes[0].content),
        ("n2", prior.notes[1].content),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A/65/112 and Add.1.", "A/65/112 and A/65/112/Add.1."),
        ("A/65/112, Add.1 and Corr.1.", "A/65/112, A/65/112/Add.1 and A/65/112/Corr.1."),
        ("E/CN.4/2005/7 and Add.2, para. 3.", "E/CN.4/2005/7 and E/CN.4/2005/7/Add.2, para. 3."),
        ("A/65/112/Add.1 and Add.2.", "A/65/112/Add.1 and A/65/112/Add.2."),
        ("A/65/112/Add.1 and Corr.1.", "A/65/112/Add.1 and A/65/112/Add.1/Corr.1."),
        ("A/65/112 and A/65/112/Add.1.", "A/65/112 and A/65/112/Add.1."),
        ("A/65/112 and Add.1–3.", "A/65/112 and Add.1–3."),
    ],
)
def test_symbols_are_repeated_in_full(text: Make, rolled_text, before: str, after: str) -> None:
    prior = text(["*Noting* the reports,[^n1]"], notes=[before])
    assert rolled_text(roll(prior, session=80).resolution)[1] == after


def test_a_number_that_an_official_text_sets_is_dropped(text: Make) -> None:
    prior = text(["*Recalling* the Convention,[^n1]", "*Noting* the report,[^n2]"], notes=["Treaty.", "A/79/1."])
    prior = replace(prior, notes=(replace(prior.notes[0], number=2), prior.notes[1]))
    rolled = roll(prior, session=80)
    assert [note.number for note in rolled.resolution.notes] == [0, 0]
    changes = [change for change in rolled.changes if change.rule == "note/number"]
    assert changes == [Change("note/number", Kind.TECHNICAL, "note n1", "2", "1")]
