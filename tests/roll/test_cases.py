"""The roll-forward over whole texts: ``tests/cases/roll/<name>/prior.yaml`` in, the rolled draft and its lists out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from draftkit.readers import read
from draftkit.roll import Rolled, roll
from draftkit.writers import draft

CASES = Path(__file__).parent.parent / "cases" / "roll"
SESSIONS = {
    "annual-legal-work": 80,
    "biennial-missions": 81,
    "budget-periods": 79,
    "first-iteration": 81,
    "old-notes": 75,
}
"""The coming session of each case."""


def listed(rolled: Rolled) -> str:
    """The changes and the places to look at, one a line."""
    changes = [f"{c.rule} | {c.paragraph} | {c.old} -> {c.new} | {c.confidence}" for c in rolled.changes]
    looks = [f"look | {look.paragraph} | {look.why} | {look.text}" for look in rolled.look]
    return "\n".join([*changes, *looks]) + "\n"


def test_every_case_has_a_session() -> None:
    assert {folder.name for folder in CASES.iterdir()} == set(SESSIONS)


@pytest.mark.parametrize("name", SESSIONS)
def test_rolls_the_whole_text(name: str, expect: Callable[[Path, str], None]) -> None:
    """What comes out is the expected draft, with the expected changes and places to look at."""
    rolled = roll(read(CASES / name / "prior.yaml").resolution, session=SESSIONS[name])
    expect(CASES / name / "rolled.yaml", draft.write(rolled.resolution, prior="prior.yaml"))
    expect(CASES / name / "changes.txt", listed(rolled))
