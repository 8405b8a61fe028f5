"""Where a value meets its clause: nothing is said twice, names get the article that they want."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.clauses import fill
from draftkit.clauses.clause import Clause, Type, Variable
from draftkit.clauses.seams import joined, marked
from draftkit.errors import ClauseError
from draftkit.tree import Section


def filled(template: str, kind: Type, value: str) -> str:
    known = Clause("archive/test", 1, Section.OPERATIVE, "T", template, variables=(Variable("x", kind),))
    return fill(known, {"x": value}, next_session=None)


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("*Invites* the {{ x }} to attend;", "the Institute of Lamps", "*Invites* the Institute of Lamps to attend;"),
        ("*Invites* States to {{ x }};", "to support lamps", "*Invites* States to support lamps;"),
        ("*Notes* a report on {{ x }};", "a report on lamps", "*Notes* a report on lamps;"),
        ("*Notes* its {{ x }};", "the guide", "*Notes* its guide;"),
        ("*Notes* a {{ x }};", "the lamp", "*Notes* a lamp;"),
        ("*Notes* that {{ x }};", "that the lamps burn", "*Notes* that the lamps burn;"),
        ("*Notes* that {{ x }};", "that lamp burns", "*Notes* that that lamp burns;"),  # may be meant
        ("*Notes* all {{ x }};", "the lamps", "*Notes* all the lamps;"),
        ("*Decides* on the {{ x }} session;", "next session", "*Decides* on the next session;"),
        ("*Notes* the item “{{ x }}”;", "“Old lamps”", "*Notes* the item “Old lamps”;"),
        ("*Notes* the item “{{ x }}”;", '"Old lamps"', "*Notes* the item “Old lamps”;"),
        ("*Notes* the item “{{ x }}”;", "Lamps ‘of old’", "*Notes* the item “Lamps ‘of old’”;"),
        ("*Notes* {{ x }};", "the old lamps.", "*Notes* the old lamps;"),
        ("*Notes* {{ x }};", "the old lamps;", "*Notes* the old lamps;"),
        ("*Notes* {{ x }},[^note]", "the old lamps,", "*Notes* the old lamps,[^note]"),
        ("*Notes* lamps in {{ x }} at dusk;", "Oil Street.", "*Notes* lamps in Oil Street at dusk;"),
        ("*Notes* lamps of {{ x }};", "Lamps Inc.", "*Notes* lamps of Lamps Inc.;"),
        ("*Notes* {{ x }};", "lamps, oil etc.", "*Notes* lamps, oil etc.;"),
        ("*Notes* {{ x }} in time;", "lamps, old and new,", "*Notes* lamps, old and new, in time;"),
        ("*Notes* {{ x }} in time;", "lamps in", "*Notes* lamps in time;"),
    ],
)
def test_what_both_say_is_said_once(template: str, value: str, expected: str) -> None:
    assert filled(template, Type.TEXT, value) == expected


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("*Notes* the report of {{ x }};", "International Lamp Commission", "*Notes* the report of the International Lamp Commission;"),
        ("*Notes* the report of {{ x }};", "the International Lamp Commission", "*Notes* the report of the International Lamp Commission;"),
        ("*Notes* the report of the {{ x }};", "the International Lamp Commission", "*Notes* the report of the International Lamp Commission;"),
        ("*Requests* {{ x }} to report;", "Committee on Lamps", "*Requests* the Committee on Lamps to report;"),
        ("*Notes* the report of {{ x }};", "UNICEF", "*Notes* the report of UNICEF;"),
        ("*Notes* {{ x }} resolution 4/2;", "Council on Lamps", "*Notes* Council on Lamps resolution 4/2;"),
        ("*Notes* its {{ x }};", "Committee on Lamps", "*Notes* its Committee on Lamps;"),
    ],
)
def test_a_body_gets_the_article_that_it_wants(template: str, value: str, expected: str) -> None:
    assert filled(template, Type.BODY, value) == expected


@pytest.mark.parametrize("title", ["“Lamps” and “oil”", "Lamps”, and the item “Oil", "“Lamps"])
def test_quotation_marks_in_quotation_marks_are_refused(title: str) -> None:
    with pytest.raises(ClauseError):
        filled("*Notes* the item “{{ x }}”;", Type.TEXT, title)


WORD = st.sampled_from(["the", "a", "of", "to", "lamps", "that", "Oil.", "“Oil”", "oil,", "had", "its", "States"])
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)


@given(WORDS, WORDS, WORDS)
def test_what_was_mended_stays_as_it_is(before: str, value: str, behind: str) -> None:
    once = joined(f"{before} {marked(value)} {behind}")
    kept = once[len(before) + 1 : len(once) - len(behind) - 1]
    assert once.startswith(before)
    assert once.endswith(behind)
    assert joined(f"{before} {marked(kept)} {behind}") == once
