"""``draftkit roll``: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
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


def test_says_what_is_done_and_what_is_left(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml")
    lines = result.stderr.splitlines()
    assert [line.partition(":")[0] for line in lines if not line.startswith(" ")] == ["Done", "Check", "Decide"]
    assert lines[-1].startswith("  paragraph 1 (notes-parties): ")


def test_lists_every_change_when_asked(prior: Path, tmp_path: Path) -> None:
    listed = [roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml", "--force", *more).stderr for more in ([], ["-v"])]
    assert ["paragraph 2 (include-item): eighty-first -> eighty-third" in text for text in listed] == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "session", "told"),
    [
        ("", "", 81, "its agenda clause names the eighty-first session"),
        ("include in the provisional agenda of", "meet before", 0, ""),
        ("*Decides* to include in the provisional agenda of its", "*Requests* the Secretary-General to report at its", 81, "it asks for a report at the eighty-first session"),
    ],
    ids=["agenda", "nowhere", "report"],
)
def test_the_text_says_to_which_session(prior: Path, tmp_path: Path, old: str, new: str, session: int, told: str) -> None:
    prior.write_text(PRIOR.replace(old, new), encoding="utf-8")
    result = roll(prior, "-o", tmp_path / "draft.yaml")
    if told:
        assert result.stderr.splitlines()[0] == f"session {session}: {told}"
        assert read(tmp_path / "draft.yaml").resolution.masthead.session == session
        assert "its agenda clause" not in roll(prior, "--session", "81", "-o", tmp_path / "draft.yaml", "--force").stderr
    else:
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "does not say at which session it returns; give it: --session 80, say" in result.stderr
        assert not (tmp_path / "draft.yaml").exists()


def test_a_text_outside_of_a_series_says_when_the_last_one_was(prior: Path, tmp_path: Path) -> None:
    """Without clauses the register says how often the item returns."""
    text = PRIOR.replace("include in the provisional agenda of", "meet before")
    prior.write_text(text.replace("title: Safety of couriers of treaties", "title: Measures to eliminate international terrorism"), encoding="utf-8")
    assert roll(prior, "-o", tmp_path / "draft.yaml").stderr.startswith("session 80: the last text of its series was 1 session before it\n")


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
    assert listed["changes"][-1].items() >= {
        "rule": "report/symbol",
        "kind": "technical",
        "paragraph": "note report",
        "old": "A/79/143",
        "new": "A/81/___",
    }.items()
    assert list(listed["changes"][-1])[:6] == ["rule", "kind", "paragraph", "old", "new", "confidence"]
    assert [look["paragraph"] for look in listed["look"]] == ["notes-parties"]
    assert list(listed["look"][0])[:3] == ["paragraph", "why", "text"]


def test_writes_the_report(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "--json", "--report", tmp_path / "week.html")
    page = (tmp_path / "week.html").read_text(encoding="utf-8")
    assert result.stdout.startswith("{")
    assert "<h1>A/RES/79/901, rolled to session 81</h1>" in page
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["week.html"]


def test_moves_the_sessions_of_other_bodies_and_takes_over_house_style(prior: Path) -> None:
    prior.write_text(PRIOR.replace("*Notes* that the number of States Parties remains at 95", "*Notes* the report of the International Law Commission on the work of its seventy-fifth session and the number of States parties to the Convention"), encoding="utf-8")
    plain = roll(prior, "--session", "81").stdout
    changed = roll(prior, "--session", "81", "--also", "ilc,hrc", "--also", "csw", "--house-style").stdout
    assert ("seventy-seventh session" in plain, "seventy-seventh session" in changed) == (False, True)
    assert ("States Parties" in plain, "States Parties" in changed) == (False, True)


def test_json_is_the_same_list_on_the_screen(prior: Path, tmp_path: Path) -> None:
    result = roll(prior, "--session", "81", "--json", "--changes", tmp_path / "changes.json")
    assert result.stdout == (tmp_path / "changes.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("session", ["79", "12"])
def test_refuses_a_session_that_is_not_later(prior: Path, tmp_path: Path, session: str) -> None:
    result = roll(prior, "--session", session, "-o", tmp_path / "draft.yaml")
    assert (result.exit_code, result.stderr) == (2, f"draftkit: {prior}: the text is of session 79; the coming session must be 80 or later\n")
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
        (["--changes", "-"], "the draft and the list of changes cannot both go to the screen: name a file with -o"),
        (["-o", "a.md", "--changes", "-", "--json"], "cannot both go to the screen"),
        (["-o", "a.md", "--report", "-", "--json"], "cannot both go to the screen"),
        (["--changes", "missing/changes.json"], "there is no folder"),
        (["--report", "missing/report.html"], "there is no folder"),
        (["--report", "report.pdf"], "name it .html; a browser prints it as PDF"),
        (["--also", "ilc,moon"], '--also: "moon" is no body whose sessions are known; the keys are ilc, '),
        (["--update", "draft.yaml", "--report", "report.html"], "--report and --update do not go together"),
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


def test_names_what_is_missing() -> None:
    assert "name the text to roll (PRIOR), or texts with --slate FILE" in roll("-v").stderr


def test_the_help_loads_no_library() -> None:
    script = (
        "import sys; sys.argv = ['draftkit', 'roll', '--help']; from draftkit.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: assert not {'lxml', 'ruamel', 'ruamel.yaml', 'jinja2', 'num2words'} & set(sys.modules), 'a library was loaded'"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_shows_no_character_that_steers_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "prior.yaml"
    file.write_text(PRIOR.replace("remains at 95", "remains\u009b at 95 \u202e"), encoding="utf-8")
    result = roll(file, "--session", "81", "-v", "-o", tmp_path / "draft.yaml")
    assert all(character.isprintable() or character == "\n" for character in result.stderr)
