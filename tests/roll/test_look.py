"""What is shown to a person: stale, but under no rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit import inline
from draftkit.model import Opaque
from draftkit.roll import Look, roll

from .conftest import Make


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        ("*Notes* that the number of States Parties remains at 95;", "a figure that may have changed"),
        ("*Notes* that 195 submissions were received;", "a figure that may have changed"),
        ("*Notes* the report of the Commission on the work of its seventy-fifth session;", "another body's session: it has its own count"),
        ("*Notes* the seminar held in Lima in March 2025;", "a date or year of the old session"),
        ("*Welcomes* the recently launched register;", "words that were true when the old text was written"),
        ("*Decides* to meet at its eighty-fifth session;", "a session of the Assembly that may have to move"),
        ("*Recalls* what was said at its seventy-ninth session;", "a session of the Assembly that may have to move"),
        ("*Takes note* of document A/79/143;", "a document of the old session"),
    ],
)
def test_shows_what_looks_stale(text: Make, paragraph: str, why: str) -> None:
    rolled = roll(text(operative=[paragraph]), session=81)
    assert [(look.paragraph, look.why) for look in rolled.look] == [("op-1", why)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "*Recalls* its resolution 35/168 of 15 December 1980;",
        "*Urges* all to attain the goals of the 2030 Agenda by 2030;",
        "*Requests* a report at its eighty-first session;",
        "*Recalls* the session of the Commission of 1996 and article 112 of the Convention;",
        "*Decides* on the programme budget for 2025;",
    ],
)
def test_says_nothing_of_the_rest(text: Make, paragraph: str) -> None:
    assert roll(text(operative=[paragraph]), session=81).look == ()


def test_shows_the_words_around(text: Make) -> None:
    long = "*Notes* that the words before are cut where a blank stands and that the number of parties remains at 95, whatever follows after it in the long paragraph that goes on;"
    assert roll(text(operative=[long]), session=81).look == (
        Look(
            "op-1",
            "a figure that may have changed",
            "… before are cut where a blank stands and that the number of parties remains at 95, whatever follows after it in the long paragraph …",
            "figure/count",
        ),
    )


def test_a_paragraph_number_of_the_older_text_is_shown(text: Make) -> None:
    prior = text(["*Recalling* its resolution 77/903 of 7 December 2022,"], ["*Urges* them to follow paragraph 4 of its resolution 77/903;"])
    assert [look.why for look in roll(prior, session=81).look] == ["the paragraph number was that of the older text"]


def test_what_could_not_be_read_is_shown_and_stays_as_it_is(text: Make) -> None:
    prior = text(operative=["*Urges* them;"])
    (part,) = prior.parts
    image = Opaque("map", inline.parse("[Map, see its resolution 77/903 of 7 December 2022 and the 95 parties as at 1 January 2025][^x]"), "image")
    prior = replace(
        prior,
        masthead=replace(prior.masthead, others=("Reissued for technical reasons",)),
        parts=(replace(part, operative=(*part.operative, image)),),
    )
    rolled = roll(prior, session=81)
    assert rolled.resolution.parts[0].operative[-1] == image
    assert rolled.resolution.masthead.others == ("Reissued for technical reasons",)
    assert [look for look in rolled.look if look.paragraph in ("masthead", "map")] == [
        Look("masthead", "a line of no known form", "Reissued for technical reasons"),
        Look("map", "could not be read: image", "[Map, see its resolution 77/903 of 7 December 2022 and the 95 parties as at 1 January 2025]"),
    ]
    assert not [change for change in rolled.changes if change.paragraph == "map" or "Reissued" in change.old]


@pytest.mark.parametrize(
    ("paragraph", "rule", "offer"),
    [
        ("*Looks forward* to the congress to be held in Lima in May 2025;", "date/ahead", "___ 2027"),
        ("*Recalls* that the congress will take place in 2025;", "date/ahead", "2027"),
        ("*Notes* the 2024 session of the workshop;", "", ""),
        ("*Recalls* the yearbook of 2024;", "date/session", "2026"),
        ("*Recalls* the congress held in 2024;", "date/session", ""),
        ("*Recalls* the congress held in May 2024;", "date/session", ""),
        ("*Recalls* the eightieth anniversary of the Union;", "date/words", "eighty-second anniversary of"),
        ("*Notes* that it met for the third time in Lima;", "date/words", "for the fourth time in"),
        ("*Notes* the recently launched register;", "date/words", ""),
        ("*Notes* that 195 submissions were received;", "figure/count", ""),
    ],
)
def test_offers_the_likely_next_date(text: Make, paragraph: str, rule: str, offer: str) -> None:
    looks = roll(text(operative=[paragraph]), session=81).look
    assert [(look.rule, look.offer) for look in looks] == ([(rule, offer)] if rule else [])


def test_words_like_those_put_in_elsewhere_are_shown(text) -> None:
    """What a rule put in is known by its place, not by its words."""
    said = "*Decides* to revert to it at its eightieth session, and notes that the Working Group on Couriers is to report on its eighty-first session"
    looks = roll(text(operative=[said]), session=80).look
    assert [(look.rule, look.text) for look in looks if look.paragraph == "op-1" and look.rule.startswith("body")] == [
        ("body/session", "… Working Group on Couriers is to report on its eighty-first session")
    ]
