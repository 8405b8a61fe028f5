"""``draftkit clause``: the JSON contract, exit codes, and the examples of its documentation."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.clauses import load
from draftkit.clauses.clause_file import read
from draftkit.cli import main
from draftkit.cli.clause import COMMANDS
from draftkit.cli.clauses.look_up import described
from draftkit.resources import folder
from draftkit.yaml_text import load as load_yaml

DOCS = folder("docs")
OWN = """\
id: archive/note
version: 3
part: operative
title: Archives noted
text: |-
  *Notes* the archives{end}
examples:
  - text: |-
      *Notes* the archives{end}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["clause", *arguments])


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "operative").mkdir()
    (tmp_path / "operative" / "archive-note.yaml").write_text(OWN.format(end=";"), encoding="utf-8")
    return tmp_path


def test_list_as_json_has_four_keys() -> None:
    result = run("list", "--json")
    listed = json.loads(result.stdout)
    assert result.exit_code == 0
    assert all(list(entry) == ["id", "version", "part", "title"] for entry in listed)
    assert {
        "id": "report/request", "version": 1, "part": "operative", "title": "Request for a report of the Secretary-General",
    } in listed  # fmt: skip
    assert len(listed) == len(list(load()))


def test_list_shows_a_line_for_each_clause() -> None:
    lines = run("list").stdout.splitlines()
    assert len(lines) == len(list(load()))
    assert re.fullmatch(r"report/request@1 +operative +Request for a report of the Secretary-General", next(x for x in lines if "report/request@" in x))


def test_a_library_of_ones_own_is_listed_shown_searched_and_checked(own: Path) -> None:
    options = ("--library", str(own))
    assert "archive/note@3" in run("list", *options).stdout
    assert json.loads(run("show", "archive/note", "--json", *options).stdout)["text"] == "*Notes* the archives;"
    assert [entry["id"] for entry in json.loads(run("search", "archives", "noted", "--json", *options).stdout)] == ["archive/note"]
    assert run("check", *options).exit_code == 0
    assert "archive/note" not in run("list").stdout


def test_check_ends_with_1_on_findings(own: Path) -> None:
    (own / "operative" / "archive-note.yaml").write_text(OWN.format(end="."), encoding="utf-8")
    result = run("check", "--library", str(own))
    assert result.exit_code == 1
    assert result.stdout == (
        f"{own.name}/operative/archive-note.yaml:1: error: an operative paragraph ends with \";\", this one with \".\"; "
        "end it with \";\" [DK808 clause-punctuation]\n"
    )
    (finding,) = json.loads(run("check", "--json", "--library", str(own)).stdout)["findings"]
    assert list(finding) == ["file", "code", "rule", "severity", "paragraph", "line", "message", "fix", "words", "instead", "source"]
    assert finding["paragraph"] == "archive/note@3"


def test_check_of_the_standard_library_finds_nothing() -> None:
    result = run("check", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, {"findings": []})


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "report/requst"), "did you mean report/request"),
        (("list", "--library", "no-such-folder"), "no-such-folder: there is no such folder"),
    ],
)
def test_failures_are_one_line_and_exit_code_2(arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_no_clause_is_one_line_and_exit_code_2(own: Path) -> None:
    (own / "operative" / "bad.yaml").write_text("id: a/b\nversion: one\n", encoding="utf-8")
    result = run("check", "--library", str(own))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"draftkit: {own.name}/operative/bad.yaml:1, a/b: ")


def test_search_that_finds_nothing_says_so() -> None:
    result = run("search", "zzzz")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "try fewer" in result.stderr


@pytest.mark.parametrize("clause", [pytest.param(clause, id=clause.id) for clause in load()])
def test_the_lines_for_a_draft_fill_the_clause(clause) -> None:
    from draftkit.clauses import fill, values_of

    shown = "\n".join(described(clause))  # what "show" prints, without reading the library anew each time
    lines = shown.split("In a draft\n")[1].split("\n\n")[0]
    (entry,) = load_yaml("\n".join(line[2:] for line in lines.splitlines()), "shown").sequence()
    assert entry["clause"].text == clause.reference
    values = values_of(entry["with"]) if entry.get("with") else {}
    assert fill(clause, values, next_session=81).startswith("*")


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the documentation and the help name, where commands are run."""
    here = tmp_path_factory.mktemp("desk")
    for file in folder("examples").iterdir():
        shutil.copy(file, here)
    monkeypatch.chdir(here)
    assert CliRunner().invoke(main, ["convert", "A_RES_80_903.md", "-o", "A_RES_79_124.xml"]).exit_code == 0
    for name, item in (("one", "Lamps"), ("two", "Oil")):
        agenda = f"Decides to include in the provisional agenda of its eighty-first session the item entitled “{item}”."
        lines = [f"{item}", "The General Assembly,", "Recalling the lamps,", "Noting the oil,", *(f"{n}. {agenda}" for n in range(1, 15))]
        Path(f"{name}.txt").write_text("\n\n".join(lines), encoding="utf-8")
        assert CliRunner().invoke(main, ["convert", f"{name}.txt", "-o", f"{name}.xml"]).exit_code == 0
    Path("official-texts").mkdir()
    shutil.copy("A_RES_79_124.xml", "official-texts")
    return here


def test_the_commands_in_the_documentation_run(own: Path, desk: Path) -> None:
    text = (DOCS / "clause.md").read_text(encoding="utf-8")
    commands = re.findall(r"^draftkit clause (.+)$", text, re.MULTILINE)
    assert len(commands) >= 4
    for line in commands:
        result = run(*shlex.split(line.replace("our-clauses", str(own))))
        assert result.exit_code == 0, line


def test_the_transcript_in_the_documentation_is_true() -> None:
    text = (DOCS / "clause.md").read_text(encoding="utf-8")
    match = re.search(r"```\n\$ draftkit clause (show \S+)\n(.*?)```", text, re.DOTALL)
    assert match
    assert run(*match[1].split()).stdout == match[2]


def test_the_clause_in_the_documentation_is_sound() -> None:
    from draftkit.clauses import check
    from draftkit.clauses.library import Library

    text = (DOCS / "clause-file.md").read_text(encoding="utf-8")
    source = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert source
    clause = read(source[1], "library/operative/report-request.yaml")
    standard = load()
    library = Library({**standard.clauses, clause.id: {1: clause}})
    assert [finding.message for finding in check(library)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples_that_work(name: str, own: Path, desk: Path) -> None:
    text = run(name, "--help").stdout
    examples = re.findall(r"draftkit clause (.+)", text)
    assert examples
    for line in examples:
        words = shlex.split(line.partition(" > ")[0].replace("our-clauses", str(own)))
        named = [found for word in words for found in (sorted(map(str, desk.glob(word))) if "*" in word else [word])]
        result = run(*named)
        assert result.exit_code == 0, result.output


def test_every_command_that_reads_a_draft_knows_ones_own_clauses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "ours" / "operative" / "archive-note.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("id: archive/note\nversion: 1\npart: operative\ntitle: T\ntext: |-\n  *Notes* the state of the archives;\n")
    draft = tmp_path / "draft.yaml"
    draft.write_text("draftkit: 1\ntitle: Archives\noperative:\n  - clause: archive/note@1\n")
    runner = CliRunner()
    for command in (["convert", str(draft), "--to", "txt"], ["check", str(draft), "--stage", "draft"]):
        assert 'there is no clause "archive/note"' in runner.invoke(main, command).output
        assert "there is no clause" not in runner.invoke(main, [*command, "--library", str(tmp_path / "ours")]).output
        monkeypatch.setenv("DRAFTKIT_LIBRARY", str(tmp_path / "ours"))
        assert "there is no clause" not in runner.invoke(main, command).output
        monkeypatch.delenv("DRAFTKIT_LIBRARY")
