"""House style is editorial, made only where asked for, and never in quotations or titles."""

from __future__ import annotations

import pytest

from draftkit.model import Kind
from draftkit.roll import roll

STYLED = [
    ("*Urges* States parties to report", "*Urges* States Parties to report"),
    ("*Urges* States\u00a0parties to report", "*Urges* States\u00a0Parties to report"),
    ("*Urges* States to consider becoming parties to it", "*Urges* States to consider becoming Parties to it"),
    ("*Notes* that Health-care workers and health\u2011care centres", "*Notes* that Healthcare workers and healthcare centres"),
    ("*Recalls* the rights of indigenous peoples and indigenous women", "*Recalls* the rights of Indigenous Peoples and Indigenous women"),
]
KEPT = [
    "*Urges* all parties to the conflict to agree",
    "*Recalls* the meeting of States Parties",
    "*Recalls* the study entitled “The rights of indigenous peoples”",
    "*Notes* the non-indigenous population",
]


@pytest.mark.parametrize(("before", "after"), STYLED)
def test_writes_the_words_as_texts_of_the_coming_session_do(text, rolled_text, before: str, after: str) -> None:
    rolled = roll(text(operative=[before]), session=81, house_style=True)
    assert rolled_text(rolled.resolution) == [after]
    assert {change.kind for change in rolled.changes if change.paragraph == "op-1"} == {Kind.EDITORIAL}


@pytest.mark.parametrize("kept", KEPT)
def test_leaves_other_words_alone(text, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text(operative=[kept]), session=81, house_style=True).resolution) == [kept]


def test_is_off_unless_asked_for(text, rolled_text) -> None:
    (before, _), *_ = STYLED
    assert rolled_text(roll(text(operative=[before]), session=81).resolution) == [before]


def test_titles_keep_their_words(text) -> None:
    rolled = roll(text(title="Status of States parties"), session=81, house_style=True)
    assert rolled.resolution.title[0].text == "Status of States parties"
