"""Names of paragraphs and notes: the same each time, unique, made of the words that tell paragraphs apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.inline import ID
from draftkit.readers.naming import Names

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["Urges States to act;", "Requests the Secretary-General to report", "paragraph-2", "Urges act", "İstanbul", "Œuvre ﬁn"]
)


@given(st.lists(words, max_size=20))
def test_names_are_unique_ids_and_the_same_each_time(texts):
    def made() -> list[str]:
        names = Names()
        return [names.paragraph(text) if at % 3 else names.note(text) for at, text in enumerate(texts)]

    once = made()
    assert made() == once
    assert len(set(once)) == len(once)
    assert all(ID.fullmatch(name) for name in once)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Strongly condemns all acts of violence against diplomatic missions", "condemns-acts-violence"),
        ("Requests the Secretary-General to submit a report at its eighty-first session", "requests-submit-report"),
        ("Recalling its resolution 79/124 of 4 December 2024", "recalling"),
        ("Expresses its thanks to Côte d’Ivoire and Türkiye", "expresses-thanks-cote"),
        ("", "paragraph"),
        ("12 (a) – 3", "paragraph"),
        ("The States of the United Nations", "paragraph"),
    ],
)
def test_names_of_paragraphs(text, name):
    assert Names().paragraph(text) == name


def test_a_name_already_taken_is_counted_on():
    names = Names()
    made = [names.paragraph(text) for text in ("Urges act", "Urges act", "Urges act", "Urges act", "")]
    assert made == ["urges-act", "urges-act-2", "urges-act-3", "urges-act-4", "paragraph"]


def test_a_note_is_named_for_the_words_before_it():
    names = Names()
    made = [names.note(text) for text in ("the report of the Secretary-General on lighthouses,", "", "")]
    assert made == ["report-lighthouses", "note", "note-2"]
