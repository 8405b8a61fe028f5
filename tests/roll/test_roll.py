"""The laws of the roll-forward, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.errors import DraftkitError
from draftkit.model import Callout, Kind, Masthead, Note, Opaque, Paragraph, Part, Resolution, Text
from draftkit.roll import roll
from draftkit.tree import unread, walk
from draftkit.un.sessions import HIGHEST

PHRASES = (
    "at its eighty-first session",
    "in the provisional agenda of its eightieth session",
    "its resolutions 75/902 of 15 December 2020 and 77/903 of 7 December 2022",
    "its resolution 78/911 of 7 December 2023",
    "for the period from 1 July 2024 to 30 June 2025",
    "the programme budget for 2025",
    "before 25 April 2026",
    "the Commission, at its seventy-fifth session,",
    "the 2030 Agenda and the goals to be reached by 2030",
    "remains at 95",
)
PLAIN = ("the rule of law", "all States", "good offices", "article 2, paragraph 7, of the Charter", "the Sixth Committee")


def made(texts: list[str], notes: list[str], session: int = 79) -> Resolution:
    half = len(texts) // 2
    paragraphs = tuple(
        Paragraph(f"p{at}", (Text("Recalling" if at < half else "Requests", italic=True), Text(f" {each};")))
        for at, each in enumerate(texts)
    )
    masthead = Masthead(symbol=f"A/RES/{session}/901", session=session, adopted="4 December 2024")
    listed = tuple(Note(f"n{at}", (Text(each),)) for at, each in enumerate(notes))
    return Resolution(masthead, (Text("Couriers"),), (Part(paragraphs[:half], paragraphs[half:]),), listed)


SESSIONS = st.integers(80, 85) | st.integers(80, HIGHEST)
texts = st.lists(st.lists(st.sampled_from(PHRASES + PLAIN), min_size=1, max_size=3).map(", ".join), max_size=6)
notes = st.lists(st.sampled_from(("A/79/143.", "A/65/112 and Add.1.", "A/42/485, annex.", "Resolution 70/1.")), max_size=3)


@settings(deadline=None)
@given(texts, notes, SESSIONS)
def test_a_second_roll_changes_nothing(texts: list[str], notes: list[str], session: int) -> None:
    once = roll(made(texts, notes), session=session)
    twice = roll(once.resolution, session=session)
    assert twice.resolution == once.resolution
    assert twice.changes == ()


@settings(deadline=None)
@given(texts, notes, texts, SESSIONS)
def test_what_could_not_be_read_never_changes(words: list[str], notes: list[str], unreadable: list[str], session: int) -> None:
    before = made(words, notes)
    called = tuple(Callout(note.id) for note in before.notes)
    blocks = tuple(Opaque(f"u{at}", (Text(each), *called), "image") for at, each in enumerate(unreadable))
    (part,) = before.parts
    before = replace(before, parts=(replace(part, preamble=(*blocks[:2], *part.preamble), operative=(*part.operative, *blocks[2:])),))
    once = roll(before, session=session)
    assert list(unread(once.resolution)) == list(unread(before))
    assert [look.paragraph for look in once.look if look.why == "could not be read: image"] == [block.id for block in unread(before)]
    assert roll(once.resolution, session=session).resolution == once.resolution


@settings(deadline=None)
@given(texts, notes, SESSIONS)
def test_ids_never_change(texts: list[str], notes: list[str], session: int) -> None:
    before = made(texts, notes)
    after = roll(before, session=session).resolution
    assert [place.block.id for place in walk(after)] == [place.block.id for place in walk(before)]
    assert [note.id for note in after.notes] == [note.id for note in before.notes]


@settings(deadline=None)
@given(texts, notes, SESSIONS)
def test_every_change_is_listed(texts: list[str], notes: list[str], session: int) -> None:
    """A paragraph without a change is the same as before; every change is technical and sure to some degree."""
    before = made(texts, notes)
    rolled = roll(before, session=session)
    changed = {change.paragraph for change in rolled.changes}
    for old, new in zip(walk(before), walk(rolled.resolution), strict=True):
        assert (old.block != new.block) == (old.block.id in changed)
    assert {change.kind for change in rolled.changes} == {Kind.TECHNICAL}
    assert all(change.old != change.new and 0 < change.confidence <= 1 for change in rolled.changes)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PLAIN), max_size=6), SESSIONS)
def test_text_without_tokens_is_not_touched(texts: list[str], session: int) -> None:
    before = made(texts, [])
    rolled = roll(before, session=session)
    assert rolled.resolution.parts == before.parts
    assert {change.paragraph for change in rolled.changes} == {"masthead"}
    assert rolled.look == ()


@pytest.mark.parametrize(("session", "what"), [(78, "cannot be rolled to session 78"), (400, "cannot be rolled to session 400")])
def test_refuses_a_session_that_is_not_later(session: int, what: str) -> None:
    with pytest.raises(DraftkitError, match=what):
        roll(made([], []), session=session)


def test_refuses_a_text_of_an_unknown_session() -> None:
    text = made([], [])
    with pytest.raises(DraftkitError, match="not known"):
        roll(replace(text, masthead=replace(text.masthead, session=0)), session=81)
