"""``draftkit clause new`` and ``clause harvest``: what they write, what they print, and what they refuse."""

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
      *Recalling* the many lamps of the year SESSION,
operative:
  - id: lights
    text: |-
      *Directs* the keepers of the lamps to light them in SESSION and to keep them lit.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["clause", *map(str, arguments)])


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"draft-{year}.yaml" for year in (2025, 2026, 2027)]
    for path in paths:
        path.write_text(TEXT.replace("SESSION", path.stem[-4:]), encoding="utf-8")
    return paths


@pytest.mark.parametrize("paragraph", ["preambular 1", "preambular paragraph 1", "recalling"])
def test_new_writes_a_file(texts: list[Path], tmp_path: Path, paragraph: str) -> None:
    out = tmp_path / "new.yaml"
    result = run("new", texts[0], paragraph, texts[1], paragraph, "--id", "lamps/recall", "-o", out)
    assert result.exit_code == 0, result.output
    assert "*Recalling* the many lamps of the year {{ year }}," in out.read_text("utf-8")
    assert "id: lamps/recall" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("9",), 'there is no paragraph "9"'),
        (("lights", "x"), "several such pairs"),
        (("lights", "--id", "Lamps"), "is no id of a clause"),
    ],
)
def test_new_refuses(texts: list[Path], tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    result = run("new", texts[0], *arguments, "-o", tmp_path / "new.yaml")
    assert result.exit_code == 2
    assert what in result.output
    assert not (tmp_path / "new.yaml").exists()


def test_new_does_not_write_over_its_text(texts: list[Path]) -> None:
    assert run("new", texts[0], "lights", "-o", texts[0]).exit_code == 2
    assert "Directs" in texts[0].read_text("utf-8")


def test_harvest_prints_and_writes_what_recurs(texts: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "proposed"
    result = run("harvest", *texts, "--json", "-o", out)
    assert result.exit_code == 0, result.output
    wordings = {each["wording"]: each["texts"] for each in json.loads(result.stdout)}
    assert wordings["Directs the keepers of the lamps to light them in <year> and to keep them lit"] == 3
    files = sorted(out.rglob("*.yaml"))
    assert len(files) == 2
    assert all("use_when: \"proposed by harvest: " in file.read_text("utf-8") for file in files)
    assert run("check", "--library", out).exit_code == 0
    assert "no formula recurs" in run("harvest", *texts, "--library", out).output


def test_harvest_says_what_cannot_be_read_and_writes_into_no_library(texts: list[Path], tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("draftkit: 1\n- no", encoding="utf-8")
    assert run("harvest", *texts, tmp_path / "bad.yaml").exit_code == 2
    (tmp_path / "ours").mkdir()
    result = run("harvest", *texts, "--library", tmp_path / "ours", "-o", tmp_path / "ours")
    assert result.exit_code == 2
    assert "do not go into a library" in result.output
