"""``draftkit check``: the three reports, the exit codes, and files that cannot be read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

import draftkit.cli.finished
import draftkit.readers
from draftkit import inline
from draftkit.checks import RULES, check
from draftkit.checks.reports import Located, github, in_colour, sarif, summary
from draftkit.cli.check import command
from draftkit.cli.checking.telling import show
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
    monkeypatch.setattr(draftkit.cli.finished, "read", read)
    return invoke


def test_a_clean_text_has_nothing_said_about_it(run):
    assert run("clean.yaml") == (0, "", "no findings in 1 file\n")
    assert run("clean.yaml", "--format", "github") == (0, "", "")


def test_a_typed_reference_is_told_once_by_the_reader_or_by_the_rule(run):
    assert run("typed.txt")[1] == 'typed.txt: warning: "paragraph 40 above" leads to no paragraph of this text [DK302 unresolved-reference]\n'
    said = 'paragraph 2 (p2) says "paragraph 40 above" as plain text; no paragraph is numbered 40: write [[id]] of the one meant'
    assert run("typed.yaml")[1] == f"typed.yaml: warning: {said} [DK302 unresolved-reference]\n"


def test_findings_stand_in_the_order_of_the_file_each_on_its_line(run):
    dangling = "paragraph 2 (p2) refers to [[gone]], which is not in the text; name another paragraph, or take the reference out"
    ending = 'paragraph 1 (p1) ends with a period, not with a semicolon; end it with ";"'
    assert run("wrong.yaml") == (
        1,
        f"wrong.yaml:9: error: {dangling} [DK301 dangling-reference]\nwrong.yaml:12: error: {ending} [DK201 final-punctuation]\n",
        "2 errors in 1 file\n",
    )


def test_hints_alone_are_no_failure_until_the_text_is_handed_in(run):
    line = 'paragraph 2 (p2) has an open blank: "___."; fill it in before the text is issued [DK006 open-blank]\n'
    assert run("hint.yaml") == (0, f"hint.yaml: info: {line}", "1 info in 1 file\n")
    assert run("--stage", "l-document", "--select", "DK006", "hint.yaml") == (1, f"hint.yaml: error: {line}", "1 error in 1 file\n")


def test_what_the_reader_found_is_reported_without_codes_for_the_terminal(run):
    assert run("text.txt") == (0, "text.txt: info: a note that could not be placed [31m [unsure]\n", "1 info in 1 file\n")


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
                "source": "A4",
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


def test_sarif_tells_how_a_rule_is_mended_and_where_more_is_said_of_it(run):
    (only,) = json.loads(run("--format", "sarif", "clean.yaml")[1])["runs"]
    rule = next(rule for rule in only["tool"]["driver"]["rules"] if rule["id"] == "DK303")
    assert "helpUri" not in rule  # it would have to be an absolute URI (SARIF 3.49.12)
    assert "# draftkit: allow DK303" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_workflow_commands_of_github_are_escaped():
    finding = Finding("dangling-reference", Severity.ERROR, "100% of\n[[a]], b: c", "p1", "mend it", 3)
    assert github([Located("drafts/a,b:c%.yaml", finding)]) == (
        "::error file=drafts/a%2Cb%3Ac%25.yaml,line=3,title=DK301 dangling-reference::100%25 of%0A[[a]], b: c; mend it\n"
    )
    unsure = replace(finding, code="unsure", severity=Severity.INFO, line=2, fix="")
    assert github([Located("a.pdf", unsure, "page")]) == "::notice file=a.pdf,title=unsure::page 2: 100%25 of%0A[[a]], b: c\n"


def test_workflow_commands_steer_no_terminal_and_have_paths_with_slashes():
    finding = Finding("unsure", Severity.INFO, "a\x1b[31m b\x07 c\x9b1m \u202ed", "p1")
    assert github([Located("drafts\\a.yaml", finding)]) == "::notice file=drafts/a.yaml,title=unsure::a [31m b  c 1m  d\n"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("C:\\Users\\x\\a b.yaml", "file:///C:/Users/x/a%20b.yaml"),
        ("drafts\\a.yaml", "drafts/a.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/tmp/é.yaml", "/tmp/%C3%A9.yaml"),
    ],
)
def test_files_are_uris_in_sarif(file, uri):
    log = json.loads(sarif([Located(file, Finding("unsure", Severity.INFO, "it", "p1"))], "1"))
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_a_terminal_is_shown_colours_and_the_words_below_each_line():
    finding = Finding("present-resolution", Severity.WARNING, 'paragraph 1 (a)\x1b[31m says "x"', "a", "write y", 3, "this resolution", "the present resolution")
    first, second = in_colour([Located("a.yaml", finding)]).splitlines()
    assert first.startswith("\x1b[1ma.yaml:3\x1b[0m: \x1b[1;33mwarning\x1b[0m: paragraph 1 (a) [31m says")
    assert second == '    \x1b[2m"this resolution" -> "the present resolution"  (un-rules C4)\x1b[0m'
    assert in_colour([Located("a.yaml", replace(UNSURE, message="said"))]).count("\n") == 1


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(monkeypatch, capsysbinary, variables, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    show([Located("a.yaml", LOST)], "text")
    assert (b"\x1b[1;33m" in capsysbinary.readouterr().out) is coloured


def test_the_sum_says_how_many_of_each_and_what_can_be_done():
    found = [LOST, LOST, UNSURE]
    assert summary(found, 2, allowed=1, mendable=2) == "2 warnings, 1 info in 2 files; 2 can be mended with --fix; 1 allowed"
    assert summary([], 3) == "no findings in 3 files"


# --- What is wanted -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ((), ["DK301", "DK201"]),
        (("--select", "DK3"), ["DK301"]),
        (("--select", "final-punctuation"), ["DK201"]),
        (("--select", "dk2,DK3"), ["DK301", "DK201"]),
        (("--ignore", "DK3"), ["DK201"]),
        (("--select", "DK3", "--ignore", "DK301"), []),
        (("--select", "DK301", "--ignore", "DK3"), ["DK301"]),
        (("--ignore", "DK"), []),
        (("--severity", "error"), ["DK301", "DK201"]),
    ],
)
def test_findings_are_chosen_by_code_beginning_or_name(run, arguments, codes):
    status, out, _ = run(*arguments, "--json", "wrong.yaml")
    assert [finding["code"] for finding in json.loads(out)["findings"]] == codes
    assert status == int(bool(codes))


def test_what_is_less_serious_is_neither_shown_nor_counted(run):
    assert run("--severity", "error", "typed.txt") == (0, "", "no findings in 1 file\n")
    assert run("--severity", "warning", "hint.yaml")[1] == ""


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_a_code_that_does_not_exist_is_refused_and_its_neighbours_named(run, option):
    files = [] if option == "--explain" else ["clean.yaml"]
    status, out, err = run(option, "dangling-refrence", *files)
    assert (status, out) == (2, "")
    assert "is it dangling-reference" in err


# --- The prior -------------------------------------------------------------------------------------------------------


def test_the_rules_are_given_the_prior_that_is_named(run, monkeypatch):
    import draftkit.checks

    priors = []
    monkeypatch.setattr(draftkit.checks, "check", lambda resolution, **given: priors.append(given["prior"]) or ())
    run("clean.yaml")
    run("text.txt", "--prior", "typed.txt")
    run("typed.yaml", "--prior", "text.txt")
    assert [prior and prior.parts for prior in priors] == [None, FILES["typed.txt"].resolution.parts, FILES["text.txt"].resolution.parts]


def test_help_shows_how_to_call_it(run):
    status, out, _ = run("--help")
    assert status == 0
    assert "draftkit check draft.yaml" in out
    assert "draftkit check --stage l-document draft.yaml" in out


def test_no_files_and_an_unknown_stage_are_wrong_usage(run):
    assert run()[0] == 2
    assert run("--stage", "final", "clean.yaml")[0] == 2


# --- The hook of pre-commit ------------------------------------------------------------------------------------------

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hook() -> dict[str, Any]:
    (only,) = YAML(typ="safe").load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return only


def test_the_hook_of_pre_commit_has_what_it_needs(hook):
    """https://pre-commit.com/#creating-new-hooks: id, name, entry and language have to be there."""
    assert (hook["id"], hook["language"], hook["types"]) == ("draftkit-check", "python", ["yaml"])
    assert hook["name"]


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("draft.yaml", True),
        ("texts/L.12-Draft.yml", True),
        ("drafts/cables.yaml", True),
        ("a/draft/b/cables.yaml", True),
        (".github/workflows/draft.yaml", False),
        (".pre-commit-config.yaml", False),
        ("slate.yaml", False),
        ("draft.docx", False),
        ("redrafted/slate.yaml", False),
    ],
)
def test_the_hook_takes_drafts(hook, path, taken):
    assert bool(re.search(hook["files"], path) and not re.search(hook["exclude"], path)) is taken


def test_the_entry_of_the_hook_checks_what_it_is_given(hook, tmp_path):
    good, bad = tmp_path / "draft.yaml", tmp_path / "bad-draft.yaml"
    good.write_text("draftkit: 1\ntitle: Libraries\noperative:\n  - text: |-\n      *Urges* States to open libraries.\n", "utf-8")
    bad.write_text("draftkit: 1\noperative:\n  - text: |-\n      *Recalls* paragraph [[gone]] above.\n", "utf-8")
    program, *arguments = hook["entry"].split()
    assert program == "draftkit"
    for files, status in (([good], 0), ([good, bad], 1)):
        done = subprocess.run([sys.executable, "-m", program, *arguments, *files], capture_output=True, text=True, check=False)
        assert done.returncode == status
    assert "DK301" in done.stdout


def test_the_rules_load_no_library_until_they_need_it():
    script = (
        "import sys, draftkit.cli.check, draftkit.checks.reports, draftkit.cli.checking.running;"
        "heavy = {'lxml', 'ruamel', 'jinja2', 'num2words', 'rapidfuzz', 'docx'} & set(sys.modules); assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.corpus
def test_the_longest_text_is_checked_in_half_a_second(corpus):
    resolution = draftkit.readers.read(corpus / "akn" / "77" / "A_RES_77_248.xml").resolution
    check(resolution)  # the register is read once
    began = time.process_time()
    check(resolution)
    assert time.process_time() - began < 0.5


def test_the_time_grows_with_the_text():
    def taken(times: int) -> float:
        lines = ("*Urges* States, under paragraph [[p1]] above, to recall resolution 79/124 of 4 December 2024;", "*Notes* the report;") * times
        resolution = reading(*lines).resolution
        check(resolution)
        began = time.process_time()
        check(resolution)
        return time.process_time() - began

    assert taken(1200) < 25 * max(taken(120), 0.005)
