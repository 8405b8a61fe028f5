"""Whose resolution is cited: "#" stands before the number."""

from __future__ import annotations

import pytest

from draftkit.un.citations import in_session
from draftkit.un.whose import is_assemblys

CASES = [
    ("Recalling its resolutions 78/901 of 1 December 2023 and #79/901", True),
    ("Recalling General Assembly resolution #79/901", True),
    ("Recalling the report of the Council and its resolution #79/901", None),
    ("Recalling Human Rights Council resolutions 39/91 of 28 September 2018,\ufffc and #42/91", False),
    ("Recalling Economic and Social Commission for Asia and the Pacific resolution #75/4", False),
    ("the adoption, by the Commission at its seventy-second session, of resolution #72/7", False),
    ("as the Human Rights Council decided in its resolution #42/91", False),
    ("Recalling Human Rights Council resolution 39/91; and recalling also its resolution #79/901", None),
    ("Recalling its resolution 79/901 and its decision #79/912", False),
    ("as established by resolution #79/901", None),
    ("Noting the work of the Council, including resolution #79/901", None),
    ("Noting the report of the Commission submitted pursuant to resolution #79/901", None),
    ("the adoption by the Council, in its resolution #78/901", False),
    ("Recalling the adoption by the Council in its resolution #78/901", False),
    ("Recalling Commission on the Status of Women resolution #62/9", False),
    ("Welcoming the contribution of the Council to resolution #79/901", None),
    ("as the Council decided in resolution #42/91", False),
    ("the session of the Council and resolution #79/124 of 4 December 2024", True),  # the register has it with that date
    ("as decided by the Council in its resolution #79/124 of 4\u00a0December 2024", True),
    ("as established by resolution #46/91 of 22 March 2021", False),  # the forty-sixth session was in 1991
    ("as established by resolution #73/901 of 15 April 2018", None),  # a slip, rather
    ("See #79/901", None),
]


@pytest.mark.parametrize(("marked", "whose"), CASES)
def test_whose(marked: str, whose: bool | None) -> None:
    assert is_assemblys(marked.replace("#", ""), marked.index("#")) is whose


@pytest.mark.parametrize(
    ("number", "day", "within"),
    [
        ("78/69", "5 December 2023", True), ("78/69", "5 December 2024", False), ("78/69", "24 September 2024", True),
        ("78/69", "1 September 2023", True), ("78/69", "31 August 2023", False), ("78/69", "26 September 2024", False),
        ("217 A (III)", "10 December 1948", None), ("ES-11/1", "2 March 2022", None), ("1980/67", "25 July 1980", None),
        ("75/257\u00a0B", "7\u00a0July\u00a02021", True), ("78/69", "31 June 2024", None),
    ],
)  # fmt: skip
def test_the_year_of_a_session(number: str, day: str, within: bool | None) -> None:
    assert in_session(number, day) is within
