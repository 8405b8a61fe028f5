"""``draftkit amend``: what it writes as which file, and what becomes of the draft's own file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from draftkit.cli import main
from draftkit.readers import read
from draftkit.readers.amendments import KEYS

PROJECT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = PROJECT / "examples"
OLD, NEW = str(EXAMPLES / "A_RES_78_902.md"), str(EXAMPLES / "A_RES_80_903.md")
SCHEMA: dict[str, Any] = json.loads((PROJECT / "src" / "draftkit" / "schemas" / "amendments.json").read_text("utf-8"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["amend", *map(str, arguments)])


def body(path: Path) -> str:
    """A Markdown file from the organ's line to the footnotes, without what is under the masthead of an adopted text."""
    return path.read_text("utf-8").partition("*The General Assembly*")[2].partition("\n\n*5")[0].partition("\n\n58th")[0]


@pytest.mark.parametrize("form", ["yaml", "md", "docx"])
def test_an_old_text_becomes_the_new_one(tmp_path: Path, form: str) -> None:
    file, out, wanted = tmp_path / f"fiji.{form}", tmp_path / "out.md", tmp_path / "wanted.md"
    assert run(OLD, NEW, "--sponsor", "Fiji", "-o", file).exit_code == 0
    done = run("--apply", file, OLD, "-o", out)
    assert (done.exit_code, done.output) == (0, f"20 of 20 amendments applied, {out} written\n")
    CliRunner().invoke(main, ["convert", NEW, "-o", str(wanted)])
    one, other = (read(path).resolution for path in (out, wanted))
    assert one.parts[0].preamble == other.parts[0].preamble
    assert body(out).split("\n\n-----")[0] == body(wanted).split("\n\n-----")[0]


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        (["Samoa", "fiji"], "Fiji and Samoa: amendment to"),
        (["Fiji, Samoa and Angola"], "Angola, Fiji and Samoa: amendment to"),
        (["Bosnia and Herzegovina", "Fiji"], "Bosnia and Herzegovina and Fiji: amendment to"),
    ],
)
def test_sponsors_are_those_of_build(typed: list[str], heading: str) -> None:
    done = run(OLD, NEW, *(word for each in typed for word in ("--sponsor", each)))
    assert heading in done.stdout


def test_who_is_no_state_is_no_sponsor() -> None:
    done = CliRunner().invoke(main, ["amend", OLD, NEW, "--sponsor", "Fijji"])
    assert done.exit_code != 0
    assert "Fijji" in str(done.exception) + done.output


def test_amendments_to_another_document_are_told(tmp_path: Path) -> None:
    draft, made, out = tmp_path / "draft.yaml", tmp_path / "fiji.yaml", tmp_path / "out.yaml"
    draft.write_text("draftkit: 1\ndocument: {session: 82, symbol: A/C.6/82/L.7/Rev.1}\noperative:\n  - {id: urges, text: Urges all.}\n", "utf-8")
    for to, told in (("A/C.6/82/L.7", ""), ("A/C.6/82/L.99", f"{made}: these are amendments to A/C.6/82/L.99, and the text is A/C.6/82/L.7/Rev.1")):
        made.write_text(f"amendments: 1\nto: {to}\nlist:\n  - {{in: urges, replace: all, by: us}}\n", "utf-8")
        done = run("--apply", made, draft, "-o", out)
        assert done.exit_code == 0
        assert done.stderr.startswith(told or "1 of 1 amendment applied")


def test_no_empty_document_is_written(tmp_path: Path) -> None:
    done = run(OLD, OLD, "-o", tmp_path / "e.docx")
    assert done.exit_code != 0
    assert "nothing to amend" in str(done.exception) + done.output
    assert [*tmp_path.iterdir()] == []


def test_numbers_are_looked_up_in_the_text_as_issued(tmp_path: Path) -> None:
    names = ("issued.yaml", "later.yaml", "fiji.md", "out.yaml")
    issued, later, made, out = (tmp_path / name for name in names)
    body = "draftkit: 1\ndocument: {session: 82}\noperative:\n%s  - {id: urges, text: 'Urges States;'}\n  - {id: thanks, text: Thanks them.}\n"
    issued.write_text(body % "", "utf-8")
    later.write_text(body % "  - {id: notes, text: 'Notes this;'}\n", "utf-8")
    made.write_text("In operative paragraph 1, after “States”, insert “as in paragraph 2 below”.\n", "utf-8")
    assert run("--apply", made, "--issued", issued, later, "-o", out).exit_code == 0
    assert "as in paragraph [[thanks]] below" in out.read_text("utf-8")
    made.write_text(f"{made.read_text('utf-8')}\nDelete operative paragraph 9.\n", "utf-8")
    done = run("--apply", made, "--issued", issued, later, "-o", out)
    assert done.stderr.startswith(f'{made}:1: "paragraph 2" stays typed, as not all of this file fits')
    assert "as in paragraph 2 below" in out.read_text("utf-8")


def test_a_draft_keeps_its_comments(tmp_path: Path) -> None:
    draft, made, out = tmp_path / "draft.yaml", tmp_path / "fiji.yaml", tmp_path / "out.yaml"
    draft.write_bytes(b"draftkit: 1\r\n# ours\r\ndocument: {session: 82}\r\noperative:\r\n  # ask Fiji\r\n  - id: urges\r\n    text: |-\r\n      *Urges* all States\r\n      to act.\r\n")
    made.write_text("amendments: 1\nlist:\n  - {in: urges, delete: all}\n", "utf-8")
    assert run("--apply", made, draft, "-o", out).exit_code == 0
    assert out.read_bytes() == draft.read_bytes().replace(b"all States", b"States")


def test_nothing_is_changed_where_nothing_fits(tmp_path: Path) -> None:
    draft, made, out = tmp_path / "draft.yaml", tmp_path / "fiji.yaml", tmp_path / "out.yaml"
    draft.write_text("draftkit: 1\ndocument: {session: 82}\noperative:\n  - {id: urges, text: 'Urges States.'}\n", "utf-8")
    made.write_text("amendments: 1\nlist:\n  - {in: urges, delete: all}\n", "utf-8")
    done = run("--apply", made, draft, "-o", out, "--json")
    assert done.exit_code == 1
    assert out.read_bytes() == draft.read_bytes()
    found = json.loads(done.stdout)
    assert found == {"amendments": 1, "misfits": [{"file": str(made), "line": 3, "paragraph": "urges", "why": "its words are gone", "clash": ""}]}


def test_the_schema_has_the_keys_of_the_reader(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    keys = {key for name, entry in SCHEMA["$defs"].items() if name.endswith("-entry") for key in entry["properties"]}
    assert keys == KEYS
    file = tmp_path / "fiji.yaml"
    run(OLD, NEW, "--sponsor", "Fiji", "-o", file)
    assert [*Draft202012Validator(SCHEMA).iter_errors(YAML(typ="safe").load(file.read_text("utf-8")))] == []


def test_the_schema_is_printed() -> None:
    printed = CliRunner().invoke(main, ["schema", "amendments"])
    assert json.loads(printed.output) == SCHEMA


@pytest.mark.parametrize(
    "source",
    [
        "amendments: 2\n",
        "amendments: 1\nlists: []\n",
        "amendments: 1\nlist: [{in: a}]\n",
        "amendments: 1\nlist: [{in: a, delete: b, by: c}]\n",
        "amendments: 1\nlist: [{move: a}]\n",
        "amendments: 1\nlist: [{add: {text: a}, kind: poem, after: b}]\n",
        "amendments: 1\nlist: [{add: {clause: a@1}, after: b}]\n",
    ],
)
def test_what_the_reader_refuses_does_not_fit(source: str) -> None:
    assert [*Draft202012Validator(SCHEMA).iter_errors(YAML(typ="safe").load(source))]
