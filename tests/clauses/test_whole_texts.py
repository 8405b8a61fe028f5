"""Whole new texts made of clauses alone: they read as texts do, the checks find nothing, and Word files come of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftkit.checks import check
from draftkit.cli.finished import finish
from draftkit.writers import render

CASES = Path(__file__).parents[1] / "cases" / "clauses"
TEXTS = sorted(file.stem for file in CASES.glob("*.yaml"))


@pytest.mark.parametrize("name", TEXTS)
def test_reads_as_a_text_does(name: str, expect) -> None:
    work = finish(str(CASES / f"{name}.yaml"))
    expect(CASES / f"{name}.txt", render(work.assembled.resolution, "txt").decode())


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_found_in_it(name: str) -> None:
    work = finish(str(CASES / f"{name}.yaml"))
    assert [finding.message for finding in check(work.assembled.resolution)] == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_word_file_comes_of_it(name: str) -> None:
    assert render(finish(str(CASES / f"{name}.yaml")).assembled.resolution, "docx").startswith(b"PK")


def test_there_are_such_texts() -> None:
    assert TEXTS == ["observer-status", "report-and-agenda", "working-group"]
