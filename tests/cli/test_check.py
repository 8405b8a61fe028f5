"""``draftkit check``: the three reports, the exit codes, and files that cannot be read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import draftkit.readers
from draftkit import inline
from draftkit.checks import RULES
from draftkit.cli.check import command
from draftkit.errors import Unreadable
from draftkit.model import Finding, Masthead, Paragraph, Part, Resolution, Severity, Text
from draftkit.readers import Intake, Reading


def reading(*operative: str, lines: dict[str, int] | None = None, findings: tuple[Finding, ...] = ()) -> Reading:
    blocks = tuple(Paragraph(f"p{at}", inline.parse(text)) for at, text in enumerate(operative, 1))
    return Reading(Resolution(Masthead(), (Text("A title"),), (Part(operative=blocks),)), findings, lines or {})


LOST = Finding("unresolved-reference", Severity.WARNING, '"paragraph 40 above" leads to no paragraph of this text', "p2")
UNSURE = Finding("unsure", Severity.INFO, "a note that could not be placed\x1b[31m", "p2")
FILES = {
    "clean.yaml": reading("*Notes* the report;", "*Decides* to meet again."),
    "hint.yaml": reading("*Notes* the report;", "*Decides* to meet on ___."),
    "wrong.yaml": reading("*Notes* the report.", "*Recalls* paragraph [[gone]] above.", lines={"p1": 12, "p2": 9}),
    "text.txt": reading("*Notes* the report;", "*Decides* to meet again.", findings=(UNSURE,)),
    "typed.txt": reading("*Notes* the report;", "*Recalls* paragraph 40 above and paragraph 2.", findings=(LOST,)),
    "typed.yaml": replace(reading("*Notes* the report;", "*Recalls* paragraph 40 above."), is_draft=True),
    "deep.yaml": RecursionError(),
    "broken.docx": Unreadable("this is not a Word file", "broken.docx", "save it again"),
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch):
    """Run the command over invented files: exit code, standard output, standard error."""

    def read(path: str | Path, intake: Intake) -> Reading:
        found = FILES[str(path)]
        if isinstance(found, Exception):
            raise found
        return found

    def invoke(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(command, arguments, catch_exceptions=False)
        return result.exit_code, result.stdout, result.stderr

    monkeypatch.setattr(draftkit.readers, "read", read)
    return invoke


def test_a_clean_text_has_nothing_said_about_it(run):
    assert run("clean.yaml") == (0, "", "")


def test_a_typed_reference_is_told_once_by_the_reader_or_by_the_rule(run):
    assert run("typed.txt")[1] == 'typed.txt: warning: "paragraph 40 above" leads to no paragraph of this text [DK302 unresolved-reference]\n'
    said = 'paragraph 2 (p2) says "paragraph 40 above" as plain text; write [[id]] in place of the number'
    assert run("typed.yaml")[1] == f"typed.yaml: warning: {said} [unresolved-reference]\n"


def test_findings_stand_in_the_order_of_the_file_each_on_its_line(run):
    dangling = "paragraph 2 (p2) refers to [[gone]], which is not in the text; name another paragraph, or take the reference out"
    ending = 'paragraph 1 (p1) ends with a period, not with a semicolon; end it with ";"'
    assert run("wrong.yaml") == (
        1,
        f"wrong.yaml:9: error: {dangling} [DK301 dangling-reference]\nwrong.yaml:12: error: {ending} [DK201 final-punctuation]\n",
        "",
    )


def test_hints_alone_are_no_failure_until_the_text_is_handed_in(run):
    line = 'paragraph 2 (p2) has an open blank: "___."; fill it in before the text is issued [DK006 open-blank]\n'
    assert run("hint.yaml") == (0, f"hint.yaml: info: {line}", "")
    assert run("--stage", "l-document", "hint.yaml") == (1, f"hint.yaml: error: {line}", "")


def test_what_the_reader_found_is_reported_without_codes_for_the_terminal(run):
    assert run("text.txt") == (0, "text.txt: info: a note that could not be placed [31m [unsure]\n", "")


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_checked(run):
    status, out, err = run("broken.docx", "hint.yaml", "deep.yaml")
    assert status == 2
    assert out.startswith("hint.yaml: info:")
    assert err == (
        "draftkit: broken.docx: this is not a Word file; save it again\n"
        "draftkit: deep.yaml: nested too deep to be read; this is no resolution\n"
    )


@pytest.mark.parametrize("arguments", [["--json"], ["--format", "json"]])
def test_json_has_the_promised_keys(run, arguments):
    status, out, _ = run(*arguments, "hint.yaml")
    assert status == 0
    assert json.loads(out) == {
        "findings": [
            {
                "file": "hint.yaml",
                "code": "DK006",
                "rule": "open-blank",
                "severity": "info",
                "paragraph": "p2",
                "line": 0,
                "message": 'paragraph 2 (p2) has an open blank: "___."',
                "fix": "fill it in before the text is issued",
                "words": "",
                "instead": "",
            }
        ]
    }


def test_json_of_a_clean_text_is_an_empty_list(run):
    assert json.loads(run("--json", "clean.yaml")[1]) == {"findings": []}


def test_sarif_describes_every_rule_and_places_every_finding(run):
    log = json.loads(run("--format", "sarif", "wrong.yaml", "text.txt")[1])
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in rules] == [*(rule.code for rule in RULES), "unsure"]
    assert all(rule["shortDescription"]["text"] for rule in rules)
    assert [(rules[each["ruleIndex"]]["id"], each["level"]) for each in only["results"]] == [
        ("DK301", "error"),
        ("DK201", "error"),
        ("unsure", "note"),
    ]
    first, *_, last = (each["locations"][0] for each in only["results"])
    assert first["physicalLocation"] == {"artifactLocation": {"uri": "wrong.yaml"}, "region": {"startLine": 9}}
    assert first["logicalLocations"] == [{"name": "p2"}]
    assert "region" not in last["physicalLocation"]


def test_help_shows_how_to_call_it(run):
    status, out, _ = run("--help")
    assert status == 0
    assert "draftkit check draft.yaml" in out
    assert "draftkit check --stage l-document draft.yaml" in out


def test_no_files_and_an_unknown_stage_are_wrong_usage(run):
    assert run()[0] == 2
    assert run("--stage", "final", "clean.yaml")[0] == 2
