"""Other bodies: whose session it is, which move on request, and what is offered for the rest (un-rules D11, I7)."""

from __future__ import annotations

import pytest

from draftkit.errors import DraftkitError
from draftkit.roll import roll
from draftkit.roll.rules import rules
from draftkit.un.bodies import bodies, keys

from .conftest import Make

ILC = "the International Law Commission"


@pytest.mark.parametrize(
    ("before", "after", "also"),
    [
        (f"*Having considered* the report of {ILC} on the work of its seventy-fifth session,", "seventy-sixth", "ilc"),
        (f"*Invites* {ILC} to take it up at its seventy-sixth session;", "seventy-seventh", "ilc"),
        ("*Requests* a report to the Human Rights Council at its fifty-ninth session;", "sixty-second", "hrc"),
        ("*Requests* a report to the Committee on Information at its forty-seventh session;", "forty-eighth", "information"),
        ("*Requests* the Secretary-General to convene the Fourth Meeting of the States Parties to the Convention;", "Fifth", "meetings"),
    ],
)
def test_moves_what_is_asked_for(text: Make, rolled_text, before: str, after: str, also: str) -> None:
    prior = text(operative=[before])
    assert rolled_text(roll(prior, session=80).resolution) == [before]
    (rolled,) = rolled_text(roll(prior, session=80, also=frozenset({also})).resolution)
    assert rolled != before
    assert f" {after} " in rolled


@pytest.mark.parametrize(
    "kept",
    [
        f"*Having considered* chapter IV of the report of {ILC} on the work of its seventy-fifth session, which has the draft articles,",
        f"*Recalling* the report of {ILC} on the work of its seventieth session,",
        f"*Welcoming* the articles adopted by {ILC} at its seventy-fifth session,",
        "*Requests* the Committee on Information to meet before its sixtieth session;",
        "*Recalls* the outcome of the Third Meeting of the States Parties to the Convention;",
    ],
)
def test_history_stays(text: Make, rolled_text, kept: str) -> None:
    assert rolled_text(roll(text(operative=[kept]), session=80, also=frozenset(keys())).resolution) == [kept]


def test_a_short_name_stands_for_the_body_named_in_full(text: Make, rolled_text) -> None:
    prior = text(
        preamble=[f"*Commending* {ILC},"], operative=["*Takes note* of the report of the Commission on the work of its seventy-fifth session;"]
    )
    assert "seventy-sixth" in rolled_text(roll(prior, session=80, also=frozenset({"ilc"})).resolution)[1]


@pytest.mark.parametrize(
    ("paragraph", "offer"),
    [
        (f"*Takes note* of the report of {ILC} on the work of its seventy-fifth session;", "seventy-sixth"),
        ("*Requests* a report to the Human Rights Council at its fifty-ninth session;", "sixty-second"),
        ("*Requests* the Committee on Lighthouses to take it up at its fortieth session;", "forty-first"),
        ("*Encourages* States to attend the fourth Meeting of States Parties;", "fifth"),
    ],
)
def test_offers_the_next_ordinal(text: Make, paragraph: str, offer: str) -> None:
    (look,) = roll(text(operative=[paragraph]), session=80).look
    assert (look.rule.partition("/")[0], look.offer) == ("body", offer)


def test_an_unknown_body_is_refused_with_the_known_ones(text: Make) -> None:
    with pytest.raises(DraftkitError) as raised:
        roll(text(), session=80, also=frozenset({"nonsense"}))
    assert raised.value.what == 'no body is called "nonsense"'
    assert "ilc" in raised.value.remedy


def test_every_body_has_a_rule() -> None:
    assert {f"body/{key}" for key in keys()} <= rules().keys()


def test_a_body_meets_as_often_as_its_row_says() -> None:
    council, conference = bodies()["hrc"], bodies()["corruption"]
    assert [council.year(number) for number in (57, 58, 60, 61)] == [2024, 2025, 2025, 2026]
    assert (council.ahead(58, 2), conference.ahead(10, 2), conference.ahead(10, 1)) == (64, 11, None)
