"""Opening words put in sequence, over whatever runs they are typed in (un-rules B3, C3)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit import inline
from draftkit.assemble.leads import lead, reopened
from draftkit.assemble.openers import keep_in_sequence
from draftkit.model import Masthead, Paragraph, Part, Resolution, Text
from draftkit.un.openers import Where, base, form


def text(*paragraphs: str) -> Resolution:
    operative = tuple(Paragraph(f"p-{words}", inline.parse(words)) for words in paragraphs)
    return Resolution(Masthead(), (), (Part(operative=operative),))


@pytest.mark.parametrize(
    ("typed", "settled"),
    [
        ("*Urges* States to be;", "*Also urges* States to be;"),
        ("*Further* *urges* States to be;", "*Also urges* States to be;"),
        ("*Further*\u00a0*urges* States to be;", "*Also urges* States to be;"),
        ("*Further\u00a0urges* States to be;", "*Also urges* States to be;"),
        ("*Urges, in this regard,* States to be;", "*Urges, in this regard,* States to be;"),
        ("*Urges,* States to be;", "*Also urges,* States to be;"),
        ("*Further* *requests* the Secretariat to act;", "*Requests* the Secretariat to act;"),
        ("***Further*** *requests* the Secretariat to act;", "***Requests*** the Secretariat to act;"),
    ],
)
def test_a_new_paragraph_after_urges(typed, settled):
    before = text("*Urges* States to act;", "*Decides* to meet.")
    done, changes = keep_in_sequence(text("*Urges* States to act;", typed, "*Decides* to meet."), before)
    assert inline.format(done.parts[0].operative[1].content) == settled
    assert len(changes) == (typed != settled)


@pytest.mark.parametrize(
    "typed",
    ["*Also* urges States;", "*Further*;", "*Also* **urges** States;", "*Further also urges* States;", "*ALSO REQUESTS* a report;"],
)
def test_a_lead_without_a_verb_or_with_two_adverbs_is_left_to_the_check(typed):
    before = text("*Urges* States to act;", "*Decides* to meet.")
    draft = text("*Urges* States to act;", typed, "*Decides* to meet.")
    assert keep_in_sequence(draft, before) == (draft, ())


VERBS = ("Urges", "Requests", "Calls upon", "Takes note with appreciation")
pieces = st.sampled_from(["also ", "Further ", "", "also\u00a0"]).flatmap(lambda adverb: st.sampled_from(VERBS).map(adverb.__add__))


@given(pieces, st.sets(st.integers(1, 20)), st.sets(st.integers(0, 5)), st.sampled_from(["", ",", ", ", "\u00a0"]), st.integers(0, 2))
def test_what_follows_the_lead_and_its_base_stay(words, cuts, bold, end, step):
    typed = words + end
    places = [0, *sorted(at for at in cuts if at < len(typed)), len(typed)]
    runs = [
        Text(typed[start:stop], italic=typed[start:stop].strip(" \u00a0") != "" or not start, bold=at in bold)
        for at, (start, stop) in enumerate(pairwise(places))
    ]
    rest = (Text("States", bold=True), *inline.parse("to see [[one]];[^n] *and* act"))
    old = inline.join((*runs, *rest))
    new = reopened(old, form(base(lead(old)), step, Where.OPERATIVE))
    assert base(lead(new)) == base(lead(old)) == base(words.replace("\u00a0", " "))
    assert inline.plain(new).removeprefix(lead(new)) == end + inline.plain(rest)
    assert new[-len(rest) + 1 :] == rest[1:]
