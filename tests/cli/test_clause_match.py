"""``draftkit clause match`` and what else holds the library against texts: the JSON contract, shares, drafts with entries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main

TEXT = """\
draftkit: 1
document: {session: 81}
title: Protection of judicial archives
preamble:
  - id: recalling
    text: |-
      *Recalling* its resolution 79/124 of 4 December 2024,
operative:
  - id: requests-report
    text: |-
      *Requests* the Secretary-General to submit to the General Assembly at its eighty-third session a report on lamps;
  - id: presents-report
    text: |-
      *Also requests* the Secretary-General to present to the General Assembly at its eighty-third session a report on oil;
  - id: includes
    text: |-
      *Decides* to include in the provisional agenda of its eighty-third session the item entitled “Lamps”.
"""

def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_has_the_keys_of_the_contract(draft: Path) -> None:
    result = run("clause", "match", str(draft), "--json")
    assert result.exit_code == 0
    (entry,) = json.loads(result.stdout)
    assert (entry["file"], entry["paragraphs"]) == (str(draft), 4)
    match = next(each for each in entry["matches"] if each["paragraph"] == "requests-report")
    assert {key: match[key] for key in ("id", "version", "exact", "values")} == {
        "id": "report/request", "version": 1, "exact": True, "values": {"report_session": "83", "topic": "lamps"},
    }  # fmt: skip
    assert not any(each["paragraph"] == "presents-report" for each in entry["matches"])


def test_a_person_reads_places_clauses_values_and_the_share(draft: Path) -> None:
    lines = run("clause", "match", str(draft)).stdout.splitlines()
    assert "paragraph 1 (requests-report): report/request@1" in lines
    assert "  report_session: 83" in lines
    (entry,) = json.loads(run("clause", "match", str(draft), "--json").stdout)
    counted = sum(each["counts"] for each in entry["matches"])
    assert (entry["counted"], counted >= 2) == (counted, True)
    assert lines[-1] == f"{counted} of 4 paragraphs are standard language ({counted / 4:.0%})"


def test_near_shows_what_differs(draft: Path) -> None:
    lines = run("clause", "match", str(draft), "--near").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "presents-report" in line)
    assert "nearly report/" in lines[at]
    assert any(line.startswith("  ") and "->" in line for line in lines[at + 1 :])


def test_a_file_that_cannot_be_read_does_not_stop_the_others(draft: Path, tmp_path: Path) -> None:
    result = run("clause", "match", str(tmp_path / "missing.yaml"), str(draft), "--json")
    assert result.exit_code == 2
    assert [entry["file"] for entry in json.loads(result.stdout)] == [str(draft)]
    assert "missing.yaml" in result.stderr


def test_a_value_is_shown_with_its_blanks_and_without_what_steers_a_terminal() -> None:
    from draftkit.cli.clauses.shared import WIDTH, shown

    assert shown("4\u00a0lamps\x1b[31m \u202eon") == "4\u00a0lamps [31m  on"
    assert len(shown("lamps " * 50)) <= WIDTH


def test_convert_calls_for_clauses_and_the_draft_reads_the_same(draft: Path, tmp_path: Path) -> None:
    plain, called, again, before = (str(tmp_path / name) for name in ("plain.md", "called.yaml", "again.txt", "before.txt"))
    assert run("convert", str(draft), "-o", plain).exit_code == 0
    assert run("convert", plain, "--clauses", "-o", called).exit_code == 0
    written = Path(called).read_text("utf-8")
    assert "clause: report/request@1" in written
    assert "clause: agenda/include@1" in written
    assert run("convert", called, "-o", again).exit_code == 0
    assert run("convert", plain, "-o", before).exit_code == 0
    assert Path(again).read_text("utf-8") == Path(before).read_text("utf-8")
