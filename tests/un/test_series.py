"""How often the texts of a title come, and when the next one is likely."""

from __future__ import annotations

import pytest

from draftkit.un.series import of


@pytest.mark.parametrize(
    ("numbers", "cadence", "steady", "next_session"),
    [
        ((), 0, True, 0),
        (("79/901",), 0, True, 0),
        (("75/901", "77/901", "79/901"), 2, True, 81),
        (("75/901", "75/901 B", "76/901"), 1, True, 77),
        (("74/901", "75/901", "77/901", "78/901"), 1, False, 79),
        (("75/901", "76/901", "78/901"), 2, False, 80),  # as often one as the other: the latest counts
        (("68/901", "69/901", "70/901", "71/901", "73/901", "75/901"), 2, False, 77),  # a new habit is followed soon
        (("71/901", "72/901", "73/901", "79/901"), 1, False, 80),  # and one long pause is none
        (("ES-10/901", "79/901"), 0, True, 0),
    ],
)
def test_series(numbers: tuple[str, ...], cadence: int, steady: bool, next_session: int) -> None:
    found = of(numbers)
    assert (found.cadence, found.steady, found.next_session) == (cadence, steady, next_session)
