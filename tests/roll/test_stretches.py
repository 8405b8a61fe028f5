"""A content before and after in one row: nothing is lost, nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.assemble.lines import Run
from draftkit.inline import MARK
from draftkit.roll.plan.stretches import Op, Phrase, Stretch, Swap, differing, flat_runs, stretches, swapped

WORDS = st.lists(st.sampled_from(["the", "77/1", "of", "1", "July", "2024", ",", " ", " ", "and", MARK, "é", "\u00a0"]), max_size=14).map("".join)


def shown(found: tuple[Stretch, ...]) -> str:
    """A redline that a person reads in a diff."""
    return "".join({Op.KEPT: "{}", Op.STRUCK: "[-{}-]", Op.NEW: "{{+{}+}}"}[each.op].format(each.text) for each in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("its eightieth session", "its eighty-second session", "its [-eightieth-]{+eighty-second+} session"),
        (" and 78/9 of 1 May 2023", ", 78/9 of 1 May 2023 and 80/9 of 2 May 2025", "[- and-]{+,+} 78/9 of 1 May 2023{+ and 80/9 of 2 May 2025+}"),
        ("16 December 2025", "___", "[-16 December 2025-]{+___+}"),
        ("A/80/1755", "A/82/___", "[-A/80/1755-]{+A/82/___+}"),
        ("", "Original: English", "{+Original: English+}"),
        ("the same", "the same", "the same"),
    ],
)
def test_shows_what_became_of_what(old: str, new: str, expected: str) -> None:
    assert shown(stretches((Run(old),), (Run(new),), differing(old, new))) == expected


def test_a_callout_inside_a_change_stays() -> None:
    old = (Run("resolution 78/9"), Run("3", note="a"), Run(" and 79/9;"))
    new = (Run("resolution 80/9"), Run("4", note="a"), Run(" and 79/9;"))
    found = stretches(old, new, [Swap(11, 16, f"80/9{MARK}", 7)])
    assert shown(found) == "resolution [-78/9-]{+80/9+}4 and 79/9;"
    assert [each.change for each in found] == [-1, 7, 7, -1, -1]


def test_a_phrase_is_marked_across_formats() -> None:
    runs = (Run("held", italic=True), Run(" in Lima in March 2025;"))
    found = stretches(runs, runs, (), [Phrase(8, 12, 0), Phrase(16, 26, 1)])
    assert [(each.text, each.looks) for each in found] == [
        ("held", ()), (" in ", ()), ("Lima", (0,)), (" in ", ()), ("March 2025", (1,)), (";", ()),
    ]  # fmt: skip


@given(WORDS, WORDS)
def test_differences_lead_from_the_old_to_the_new(old: str, new: str) -> None:
    assert swapped(old, differing(old, new)) == new


def runs_of(text: str) -> tuple[Run, ...]:
    return tuple(Run("1", note="n") if part == MARK else Run(part) for part in text.replace(MARK, f"\0{MARK}\0").split("\0") if part)


@given(WORDS, WORDS, st.integers(0, 10), st.integers(0, 10))
def test_the_row_holds_both_texts(old: str, new: str, start: int, size: int) -> None:
    found = stretches(runs_of(old), runs_of(new), differing(old, new), [Phrase(start, start + size, 0)])
    words = [(each.op, "" if each.run.note else each.text) for each in found]
    assert "".join(text for op, text in words if op is not Op.NEW) == old.replace(MARK, "")
    assert flat_runs(tuple(each.run for each in found if each.op is not Op.STRUCK)) == new
