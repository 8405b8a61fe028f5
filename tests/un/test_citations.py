"""Citations of resolutions in running text (un-rules D6, D8)."""

from __future__ import annotations

import pytest

from draftkit.un.citations import find, lists, written_number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("its resolution 79/124 of 4 December 2024", ["79/124"]),
        ("resolutions 217 A (III), 2625 (XXV) and 35/168", ["217 A (III)", "2625 (XXV)", "35/168"]),
        ("resolution 79/264 A to C of 24 December 2024", ["79/264 A to C"]),
        ("resolution 79/84 A and B", ["79/84 A and B"]),
        ("document A/79/124 and A/RES/79/124", []),
    ],
)
def test_finds_numbers_of_every_period(text: str, numbers: list[str]) -> None:
    assert [citation.number for citation in find(text)] == numbers


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("resolutions 64/117 of 16 December 2009, 65/33 and 79/127", [["64/117", "65/33", "79/127"]]),
        ("its resolution 77/98 on crimes and resolution 78/2", [["77/98"], ["78/2"]]),
        ("resolutions 77/98\ufffc and 78/2", [["77/98", "78/2"]]),
        ("resolutions 77/98 of 7 December 2022,\ufffc 78/2 and 79/3", [["77/98", "78/2", "79/3"]]),
        ("nothing", []),
    ],
)
def test_groups_lists(text: str, grouped: list[list[str]]) -> None:
    assert [[citation.number for citation in cited] for cited in lists(text)] == grouped


@pytest.mark.parametrize(
    ("number", "written"),
    [("75/101 A-B", "75/101 A and B"), ("74/264 A-C", "74/264 A to C"), ("75/250 B", "75/250 B"), ("79/124", "79/124")],
)
def test_writes_letters_out(number: str, written: str) -> None:
    assert written_number(number) == written
