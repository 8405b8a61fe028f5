"""The States: all of them, in their order, by every name."""

from __future__ import annotations

import pytest

from draftkit.un.states import LAST, find, order, states, suggestion


def test_there_are_193_members_and_two_observers_in_alphabetical_order() -> None:
    names = list(states())
    assert len(names) == 195
    assert names == sorted(names, key=lambda name: (order(name)[1]))
    assert [name for name in names if "Korea" in name] == ["Democratic People’s Republic of Korea", "Republic of Korea"]


def test_the_state_of_palestine_is_last_in_lists_of_sponsors() -> None:
    assert sorted(["Zambia", LAST, "Côte d’Ivoire", "Croatia", "Türkiye", "Tuvalu"], key=order) == [
        "Côte d’Ivoire", "Croatia", "Türkiye", "Tuvalu", "Zambia", LAST,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Ghana", "Ghana"), ("ghana", "Ghana"), ("Cote d'Ivoire", "Côte d’Ivoire"), ("the Sudan", "Sudan"),
        ("the Islamic Republic of Iran", "Iran (Islamic Republic of)"), ("Bahamas", "Bahamas (The)"), ("Guinea\u2011Bissau", "Guinea-Bissau"),
        ("Turkey", None), ("European Union", None), ("", None),
    ],
)  # fmt: skip
def test_a_state_is_found_by_its_short_name_and_that_of_running_text(given: str, name: str | None) -> None:
    found = find(given)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ("Turkey", "Türkiye"), ("Swaziland", "Eswatini"), ("Czech Republic", "Czechia"), ("Cape Verde", "Cabo Verde"),
        ("The former Yugoslav Republic of Macedonia", "North Macedonia"), ("Netherlands", "Netherlands (Kingdom of the)"),
        ("the United States", "United States of America"), ("Portgual", "Portugal"), ("Atlantis", ""), ("x" * 10_000, ""),
    ],
)  # fmt: skip
def test_a_wrong_or_former_name_leads_to_the_right_one(wrong: str, name: str) -> None:
    assert suggestion(wrong) == name
