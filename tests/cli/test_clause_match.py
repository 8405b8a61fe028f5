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
    assert lines[-1].endswith("of 4 paragraphs are standard language (50%)") or lines[-1].endswith("(75%)")


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


def test_check_holds_the_provenance_against_texts(tmp_path: Path) -> None:
    library, texts = tmp_path / "ours", tmp_path / "texts"
    (library / "operative").mkdir(parents=True)
    (library / "operative" / "archive-note.yaml").write_text(OWN, encoding="utf-8")
    texts.mkdir()
    body = "The General Assembly,\n\n1. Notes the state of the archives;\n\n2. Urges States to keep the archives in order.\n"
    (texts / "A_RES_81_901.txt").write_text(f"Archives\n\n{body}", encoding="utf-8")
    result = run("clause", "check", "--library", str(library), "--texts", str(texts), "--json")
    ours = [each for each in json.loads(result.stdout)["findings"] if each["paragraph"] == "archive/note@1"]
    assert [(each["code"], each["severity"]) for each in ours] == [("clause-provenance-text", "error")]
    assert ours[0]["message"].startswith("A/RES/81/901, paragraph 2, does not say this")
    assert ours[0]["fix"] == "it stands in paragraph 1"
    assert "A/RES/81/902" in result.stderr or "texts that clauses name are not there" in result.stderr


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
