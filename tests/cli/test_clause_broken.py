"""A library of one's own with files that are no clauses: the others can be looked at, and what is wrong is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main

GOOD = """\
id: archive/note
version: 1
part: operative
title: Archives noted
text: |-
  *Notes* the archives;
examples:
  - text: |-
      *Notes* the archives;
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "ours" / "operative"
    folder.mkdir(parents=True)
    (folder / "archive-note.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "archive-close.yaml").write_text("id: archive/close\nversion: 1\nextends: archive/note@2\n", encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"id: caf\xe9/x")
    return tmp_path / "ours"


NAMED = [
    "draftkit: ours/operative/archive-close.yaml:3, archive/close: archive/note has no version 2; it has 1",
    "draftkit: ours/operative/latin.yaml: the file is not UTF-8 text; save it as UTF-8",
]


def run(own: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["clause", *arguments, "--library", str(own)])


@pytest.mark.parametrize("command", [("list",), ("search", "archives", "noted"), ("list", "--json"), ("search", "archives", "--json")])
def test_list_and_search_go_on_and_end_with_2(own, command):
    result = run(own, *command)
    assert result.exit_code == 2
    assert "Archives noted" in result.stdout
    assert result.stderr.splitlines() == NAMED
    if "--json" in command:
        assert "archive/note" in [each["id"] for each in json.loads(result.stdout)]


def test_check_names_every_file_and_looks_at_the_others(own):
    (own / "operative" / "archive-note.yaml").write_text(GOOD.replace("archives;", "archives"), encoding="utf-8")
    result = run(own, "check")
    assert result.exit_code == 2
    assert "[DK" in result.stdout or "clause-punctuation" in result.stdout
    assert result.stderr.splitlines()[:2] == NAMED


def test_show_shows_the_others_and_says_what_may_be_the_one(own):
    assert (run(own, "show", "archive/note").exit_code, run(own, "show", "archive/note").stderr) == (0, "")
    assert run(own, "show", "archive/close").stderr.splitlines() == NAMED[:1]
    result = run(own, "show", "coffee/x")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == NAMED[1]
    assert 'there is no clause "coffee/x"' in result.stderr


def test_a_draft_is_built_only_with_a_library_that_can_be_read(own, tmp_path):
    draft = tmp_path / "draft.yaml"
    draft.write_text("draftkit: 1\noperative:\n  - clause: archive/note\n", encoding="utf-8")
    command = ["build", str(draft), "--clean", "-o", str(tmp_path / "out.txt"), "--library", str(own)]
    assert CliRunner().invoke(main, command).stderr.strip() == NAMED[1]
    (own / "operative" / "latin.yaml").unlink()
    assert CliRunner().invoke(main, command).exit_code == 0
