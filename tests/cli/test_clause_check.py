"""``draftkit clause check --texts``: what it says of the sources of clauses, and of texts that it could not look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.clauses import load
from draftkit.cli import main

OWN = """\
id: archive/note
version: 1
part: operative
title: Archives noted
text: |-
  *Notes* the state of the archives;
provenance:
  - {symbol: A/RES/81/901, paragraph: 1}
  - {symbol: A/RES/81/901, paragraph: 2}
  - {symbol: A/RES/81/902, paragraph: 1}
examples:
  - text: |-
      *Notes* the state of the archives;
"""
TEXT = """\
Archives

The General Assembly,

1. Notes the state of the archives;

2. Urges States to keep the archives in order.
"""
WRONG = "A/RES/81/901, paragraph 2, does not say this"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a library of one clause, "ours", and an empty one for texts; nothing else is found in a library."""
    monkeypatch.setattr("draftkit.clauses.check", lambda _: ())
    (tmp_path / "ours" / "operative").mkdir(parents=True)
    (tmp_path / "ours" / "operative" / "archive-note.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*places: str) -> tuple[Result, list[dict[str, str]]]:
    """What the command says, and what it finds in the clause of one's own."""
    given = [word for place in places for word in ("--texts", place)]
    result = CliRunner().invoke(main, ["clause", "check", "--library", "ours", *given, "--json"])
    found = json.loads(result.stdout)["findings"] if result.stdout else []
    return result, [each for each in found if each["paragraph"] == "archive/note@1"]


@pytest.mark.parametrize("name", ["A_RES_81_901.txt", "a_res_81_901.txt", "A_RES_81_901.TXT"])
@pytest.mark.parametrize("given", ["texts", "texts/{name}"])
def test_sources_are_held_against_texts(desk: Path, name: str, given: str) -> None:
    (desk / "texts" / name).write_text(TEXT, encoding="utf-8")
    result, found = check(given.format(name=name))
    assert result.exit_code == 1
    assert [(each["severity"], each["message"], each["fix"]) for each in found] == [("error", WRONG, "it stands in paragraph 1")]
    assert "texts that clauses name are not there" in result.stderr


def test_texts_that_are_not_there_are_counted(desk: Path) -> None:
    (desk / "texts" / "A_RES_81_901.txt").write_text(TEXT, encoding="utf-8")
    wanted = {source.symbol for clause in load([desk / "ours"]).every() for source in clause.provenance}
    result, _ = check("texts")
    assert f"{len(wanted) - 1} of {len(wanted)} texts that clauses name are not there: " in result.stderr


@pytest.mark.parametrize("name", ["A_RES_81_901.xml", "A_RES_81_901.docx", "A_RES_81_901.txt"])
def test_a_text_that_cannot_be_read_ends_with_2(desk: Path, name: str) -> None:
    (desk / "texts" / name).write_text("" if name.endswith("txt") else "<broken", encoding="utf-8")
    result, _ = check("texts")
    assert result.exit_code == 2
    assert any(line.startswith("draftkit: ") and name in line for line in result.stderr.splitlines())
    assert "nothing found" not in CliRunner().invoke(main, ["clause", "check", "--library", "ours", "--texts", "texts"]).output


def test_a_text_nested_too_deep_is_one_line(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(*_: object) -> None:
        raise RecursionError

    (desk / "texts" / "A_RES_81_901.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr("draftkit.clauses.provenance.verified", too_deep)
    result, _ = check("texts")
    assert result.exit_code == 2
    assert "A_RES_81_901.txt: nested too deep to be read" in result.stderr


def test_a_text_given_by_name_that_no_clause_names_is_said(desk: Path) -> None:
    Path("archives.txt").write_text(TEXT, encoding="utf-8")
    result, _ = check("archives.txt")
    assert "archives.txt was not looked at: no clause names a text that is called so" in result.stderr


def test_a_text_given_by_name_goes_before_one_in_a_folder(desk: Path) -> None:
    (desk / "texts" / "A_RES_81_901.txt").write_text(TEXT, encoding="utf-8")
    right = TEXT.replace("Urges States to keep the archives in order.", "Notes the state of the archives.")
    Path("A_RES_81_901.txt").write_text(right, encoding="utf-8")
    assert check("A_RES_81_901.txt", "texts")[1] == []
    assert [each["message"] for each in check("texts")[1]] == [WRONG]
