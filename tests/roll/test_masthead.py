"""The masthead of an L-document (un-rules A4, A7, A8)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftkit.model import AgendaItem, Masthead
from draftkit.roll import roll

from .conftest import MASTHEAD, Make


def test_becomes_that_of_an_l_document(text: Make) -> None:
    rolled = roll(text(), session=81).resolution
    assert rolled.masthead == Masthead(
        symbol="A/C.6/81/L.___",
        distribution="Limited",
        issued="___",
        original="English",
        session=81,
        committee="Sixth Committee",
        agenda=(AgendaItem("___", "Safety of couriers of treaties"),),
    )
    assert (rolled.parts[0].meeting, rolled.parts[0].adopted) == ("", "")


@pytest.mark.parametrize(
    ("basis", "committee", "symbol"),
    [
        ("on the report of the Third Committee (A/79/458/Add.2, para. 91)", "Third Committee", "A/C.3/80/L.___"),
        ("without reference to a Main Committee (A/79/L.4)", "", "A/80/L.___"),
        (
            "on the report of the Special Political and Decolonization Committee (Fourth Committee) (A/79/415, para. 7)",
            "Special Political and Decolonization Committee (Fourth Committee)",
            "A/C.4/80/L.___",
        ),
        ("on the report of the General Committee (A/79/250)", "", "A/80/L.___"),
    ],
)
def test_takes_the_committee_from_the_basis(text: Make, basis: str, committee: str, symbol: str) -> None:
    head = roll(text(masthead=replace(MASTHEAD, basis=basis)), session=80).resolution.masthead
    assert (head.committee, head.symbol) == (committee, symbol)


def test_an_earlier_draft_keeps_its_committee_and_loses_its_sponsors(text: Make) -> None:
    draft = Masthead(symbol="A/C.6/80/L.5", session=80, committee="Sixth Committee", sponsors=("Fiji", "Kenya"), heading="Draft")
    head = roll(text(masthead=draft), session=81).resolution.masthead
    assert (head.committee, head.sponsors, head.heading) == ("Sixth Committee", (), "")


def test_lists_what_it_changed(text: Make) -> None:
    changes = [(change.old, change.new) for change in roll(text(), session=81).changes if change.paragraph == "masthead"]
    assert ("A/RES/79/901", "A/C.6/81/L.___") in changes
    assert ("83", "___") in changes
    assert ("47th plenary meeting", "") in changes


def test_a_text_pasted_without_its_first_page_gets_a_blank_symbol(text: Make) -> None:
    """Its committee is not known, and a wrong symbol is worse than a blank."""
    pasted = text(masthead=Masthead(symbol="A/RES/79/900", session=79))
    assert roll(pasted, session=81).resolution.masthead.symbol == "___"
