"""``draftkit build``, ``redline`` and ``verify`` as a drafter uses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the examples, to work in."""
    for source in EXAMPLES.iterdir():
        shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(main, [*arguments], prog_name="draftkit")


def test_the_redline_of_a_draft_accepts_to_it_and_rejects_to_its_prior(folder):
    assert run("build", "draft.yaml").exit_code == 0
    result = run("verify", "draft.docx", "--prior", "A_RES_80_903.md", "--new", "draft.yaml", "--json")
    proof = json.loads(result.stdout)
    assert (result.exit_code, proof["accept"], proof["reject"], proof["differences"]) == (0, True, True, [])
    assert set(proof) == {"accept", "reject", "differences", "retyped", "not_compared"}


def test_a_redline_of_other_texts_is_found_out(folder):
    run("build", "draft.yaml")
    result = run("verify", "draft.docx", "--prior", "A_RES_78_902.md", "--new", "draft.yaml")
    assert result.exit_code == 1
    assert "rejecting every change gives the prior text: NO" in result.output


def test_same_input_date_and_author_give_the_same_bytes(folder):
    for name in ("one.docx", "two.docx"):
        assert run("build", "draft.yaml", "-o", name, "--date", "2027-10-05", "--author", "A. Drafter").exit_code == 0
    assert (folder / "one.docx").read_bytes() == (folder / "two.docx").read_bytes()


def test_a_fresh_masthead_is_not_tracked_and_said_not_to_be(folder):
    assert run("build", "draft.yaml", "--as", "l-document").exit_code == 0
    result = run("verify", "draft.docx", "--prior", "A_RES_80_903.md", "--new", "draft.yaml")
    assert result.exit_code == 0
    assert "the masthead" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "A_RES_80_903.md"), "this is no draft"),
        (("build", ""), "this is a folder"),
        (("build", "draft.yaml", "--author", " "), "--author has no name"),
        (("build", "draft.yaml", "-o", "draft.yaml"), "is no Word file"),
        (("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "A_RES_80_903.md"), "over an input"),
        (("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "changes.rtf"), "cannot be written"),
        (("verify", "draft.yaml", "--prior", "A_RES_80_903.md", "--new", "draft.yaml"), "not a Word file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(folder, arguments, said):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_clause_takes_the_session_of_the_agenda_clause(folder):
    draft = folder / "draft.yaml"
    text = draft.read_text("utf-8").replace("clause: capacity/strengthen@1", "clause: report/request@1")
    text = text.replace("field: the surveillance and repair of submarine cables", "topic: the repair of cables")
    draft.write_text(text, "utf-8")
    result = run("build", "draft.yaml", "-o", "out.txt")
    assert result.exit_code == 0, result.output
    assert "at its eighty-fourth session a report on the repair of cables" in (folder / "out.txt").read_text("utf-8")


def test_a_prior_that_is_not_there_is_said_with_the_draft_that_names_it(folder):
    (folder / "A_RES_80_903.md").unlink()
    for command in ("build", "check"):
        result = run(command, "draft.yaml")
        assert result.exit_code == 2
        assert "draft.yaml: its prior cannot be read: A_RES_80_903.md" in result.stderr


def test_what_is_broken_inside_a_clause_is_an_error_of_check_too(folder):
    draft = folder / "draft.yaml"
    text = draft.read_text("utf-8").replace("submarine cables\n", "submarine cables mentioned in paragraph [[nowhere]] above\n")
    assert "[[nowhere]]" in text
    draft.write_text(text, "utf-8")
    assert run("check", "draft.yaml").exit_code == 1


def test_unexpected_faults_are_one_line(folder, monkeypatch):
    def fail(path):
        raise ValueError("something nobody thought of")

    monkeypatch.setattr("draftkit.cli.finished.read", fail)
    monkeypatch.delenv("DRAFTKIT_DEBUG", raising=False)
    result = run("redline", "A_RES_78_902.md", "A_RES_80_903.md", "-o", "x.docx")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
