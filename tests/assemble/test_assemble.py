"""From a draft to the finished text: drafts in, printed texts and changes out (tests/cases/assemble)."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftkit.assemble import assemble
from draftkit.errors import BrokenDraft
from draftkit.readers import draft
from draftkit.writers import text

CASES = Path(__file__).resolve().parent.parent / "cases" / "assemble"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())


def read(folder: str, name: str):
    return draft.read((CASES / folder / name).read_text(encoding="utf-8"), name).resolution


def outcome(folder: str) -> str:
    """What is printed, and what was changed; or the one line of the error."""
    before = read(folder, "before.yaml")
    try:
        assembled = assemble(read(folder, "draft.yaml"), before=before)
    except BrokenDraft as error:
        return f"error: {error}\n"
    changes = [f"{each.rule} {each.paragraph}: {each.old} -> {each.new}" for each in assembled.changes]
    return "\n".join([text.write(assembled.resolution), "changes", "-------", *changes]) + "\n"


@pytest.mark.parametrize("folder", FOLDERS)
def test_case(folder, expect):
    expect(CASES / folder / "expected.txt", outcome(folder))


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_unchanged_text_stays_as_it_is(folder):
    before = read(folder, "before.yaml")
    assembled = assemble(before, before=before)
    assert assembled.resolution == before
    assert assembled.changes == ()


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_second_time_changes_nothing(folder):
    before, changed = read(folder, "before.yaml"), read(folder, "draft.yaml")
    try:
        once = assemble(changed, before=before).resolution
    except BrokenDraft:
        return
    assert assemble(once, before=before).resolution == once
    assert assemble(once, before=once).changes == ()
