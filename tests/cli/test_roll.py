"""``draftkit roll``: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main
from draftkit.readers import read

PRIOR = """\
draftkit: 1
document:
  organ: General Assembly
  session: 79
  symbol: A/RES/79/901
  agenda_item: "83"
  agenda_title: Safety of couriers of treaties
  adopted: 4 December 2024
  basis: "on the report of the Sixth Committee (A/79/470, para. 8)"
title: Safety of couriers of treaties
preamble:
  - id: considered-report
    text: |-
      *Having considered* the report of the Secretary-General,[^report]
operative:
  - id: notes-parties
    text: |-
      *Notes* that the number of States Parties remains at 95;
  - id: include-item
    text: |-
      *Decides* to include in the provisional agenda of its eighty-first session the item entitled “Safety of couriers of treaties”.
notes:
  report: A/79/143.
"""


@pytest.fixture
def prior(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    file = folder / "prior.yaml"
    file.write_text(PRIOR, encoding="utf-8")
    return file


def roll(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["roll", *map(str, arguments)])


def test_writes_a_draft_that_names_its_prior(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml")
    reading = read(tmp_path / "draft.yaml")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert (reading.prior, reading.resolution.masthead.symbol) == ("texts/prior.yaml", "A/C.6/81/L.___")


def test_says_what_a_person_must_look_at(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml")
    assert result.stderr.splitlines() == [
        "11 changes, 1 thing to look at",
        "  paragraph 1 (notes-parties): a figure that may have changed: Notes that the number of States Parties remains at 95;",
    ]


def test_lists_every_change_when_asked(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml", "-v")
    assert 'paragraph 2 (include-item): "eighty-first" -> "eighty-third" [session]' in result.stderr
    assert 'footnote 1 (report): "A/79/143" -> "A/81/___" [report]' in result.stderr


def test_prints_yaml_by_default(prior: Path) -> None:
    result = roll(prior, "--session", "81")
    assert result.stdout.startswith("draftkit: 1\nprior: ")
    assert "eighty-third session" in result.stdout


@pytest.mark.parametrize(("name", "shown"), [("draft.txt", "Having considered the report"), ("draft.md", "*Having considered* the report")])
def test_the_suffix_says_the_format(prior: Path, tmp_path: Path, name: str, shown: str) -> None:
    assert roll(prior, "--session", "81", "-o", tmp_path / name).exit_code == 0
    assert shown in (tmp_path / name).read_text(encoding="utf-8")


def test_writes_the_list_of_changes(prior: Path, tmp_path: Path) -> None:
    roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml", "--changes", tmp_path / "changes.json")
    listed = json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))
    assert list(listed) == ["changes", "look"]
    assert listed["changes"][-1] == {
        "rule": "report",
        "kind": "technical",
        "paragraph": "note report",
        "old": "A/79/143",
        "new": "A/81/___",
        "confidence": 0.95,
    }
    assert listed["look"] == [
        {
            "paragraph": "notes-parties",
            "why": "a figure that may have changed",
            "text": "Notes that the number of States Parties remains at 95;",
        }
    ]


def test_json_is_the_same_list_on_the_screen(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "--json", "--changes", tmp_path / "changes.json")
    assert result.stdout == (tmp_path / "changes.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(("session", "remedy"), [("79", "--session must be 80 or later"), ("12", "--session must be 80 or later")])
def test_refuses_a_session_that_is_not_later(prior: Path, tmp_path: Path, session: str, remedy: str) -> None:
    result = roll(prior, "--session", session, "-o", tmp_path / "draft.yaml")
    assert (result.exit_code, result.stderr) == (2, f"draftkit: {prior}: the text is of session 79; {remedy}\n")
    assert not (tmp_path / "draft.yaml").exists()


def test_refuses_a_text_of_an_unknown_session(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("The General Assembly,\n\n1. Decides to meet.\n", encoding="utf-8")
    result = roll(text, "--session", "81")
    assert result.exit_code == 2
    assert "the session of the text is not known; put its masthead first" in result.stderr


def test_refuses_to_write_over_the_prior(prior: Path) -> None:
    assert roll(prior, "--session", "81", "-o", prior).exit_code == 2
    assert roll(prior, "--session", "81", "--changes", prior).exit_code == 2
    assert prior.read_text(encoding="utf-8") == PRIOR


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "draft.docx"], 'cannot be written as ".docx"'),
        (["-o", "-", "--json"], "cannot both go to the screen"),
        (["-o", "same.yaml", "--changes", "same.yaml"], "need two files"),
        (["--changes", "missing/changes.json"], "there is no folder"),
    ],
)
def test_refuses_what_cannot_be(prior: Path, arguments: list[str], message: str) -> None:
    result = roll(prior, "--session", "81", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_draft_that_is_there_is_replaced_only_by_force(prior: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text("edited by hand", encoding="utf-8")
    result = roll(prior, "--session", "81", "-o", draft, "--changes", tmp_path / "changes.json")
    assert (result.exit_code, draft.read_text(encoding="utf-8")) == (2, "edited by hand")
    assert "give another name, or --force" in result.stderr
    assert not (tmp_path / "changes.json").exists()
    assert roll(prior, "--session", "81", "-o", draft, "--force").exit_code == 0
    assert draft.read_text(encoding="utf-8").startswith("draftkit: 1\n")


def test_a_text_that_is_there_is_replaced(prior: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("old", encoding="utf-8")
    assert roll(prior, "--session", "81", "-o", tmp_path / "draft.txt").exit_code == 0


@pytest.mark.parametrize("changes", ["missing/changes.json", "texts"])
def test_draft_and_list_are_both_written_or_none(prior: Path, tmp_path: Path, changes: str) -> None:
    result = roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml", "--changes", tmp_path / changes)
    assert result.exit_code == 2
    assert not (tmp_path / "draft.yaml").exists()


def test_says_that_comments_are_lost(prior: Path, tmp_path: Path) -> None:
    assert "comments" not in roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml").stderr
    prior.write_text(PRIOR.replace("preamble:\n", "preamble:\n  # ask Chile\n"), encoding="utf-8")
    result = roll(prior, "--session", "81", "-o", tmp_path / "other.yaml")
    assert result.stderr.splitlines()[-1] == f"{prior} has comments (#); they are not carried over"


def test_a_draft_of_standard_input_says_that_it_names_no_prior(prior: Path) -> None:
    result = CliRunner().invoke(main, ["roll", "-", "--session", "81"], input=PRIOR)
    assert 'the draft names no prior: add "prior: FILE"' in result.stderr
    assert "names no prior" not in roll(prior, "--session", "81").stderr


def test_shows_no_character_that_steers_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "prior.yaml"
    file.write_text(PRIOR.replace("remains at 95", "remains\u009b at 95 \u202e"), encoding="utf-8")
    result = roll(file, "--session", "81", "-v", "-o", tmp_path / "draft.yaml")
    assert all(character.isprintable() or character == "\n" for character in result.stderr)
