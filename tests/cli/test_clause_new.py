"""``draftkit clause new`` and ``clause harvest``: what they write, what they print, and what they refuse."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.clauses import load
from draftkit.clauses.clause_file import read
from draftkit.cli import main

SCHEMA = "clause.schema.json"
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
    findings = json.loads(run("check", "--library", out, "--json").stdout)["findings"]
    assert [each for each in findings if each["paragraph"].startswith("proposed/")] == []
    assert "no formula recurs" in run("harvest", *texts, "--library", out).output


def test_harvest_shows_so_many_and_says_how_many_more_there_are(texts: list[Path]) -> None:
    result = run("harvest", *texts, "--most", "1", "--json")
    assert (result.exit_code, len(json.loads(result.stdout))) == (0, 1)
    assert "1 more formula recurs; --most 2 has them all" in result.stderr


def test_harvest_says_what_cannot_be_read_and_writes_into_no_library(texts: list[Path], tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("draftkit: 1\n- no", encoding="utf-8")
    assert run("harvest", *texts, tmp_path / "bad.yaml").exit_code == 2
    (tmp_path / "ours").mkdir()
    result = run("harvest", *texts, "--library", tmp_path / "ours", "-o", tmp_path / "ours")
    assert result.exit_code == 2
    assert "do not go into a library" in result.output


def test_harvest_leaves_what_is_there_and_writes_the_rest(texts: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "proposed"
    assert run("harvest", *texts, "-o", out).exit_code == 0
    first, second = sorted(out.rglob("*.yaml"))
    first.write_text("mine", encoding="utf-8")
    second.unlink()
    result = run("harvest", *texts, "-o", out)
    assert result.exit_code == 0
    assert f"{first} is there already and was left as it is" in result.stderr
    assert first.read_text("utf-8") == "mine"
    assert second.is_file()


def test_a_formula_of_long_words_does_not_stop_harvest(texts: list[Path], tmp_path: Path) -> None:
    for path in texts:
        path.write_text(path.read_text("utf-8").replace("keepers", "k" * 300), encoding="utf-8")
    result = run("harvest", *texts, "-o", tmp_path / "proposed")
    assert result.exit_code == 0, result.output
    assert len(list((tmp_path / "proposed").rglob("*.yaml"))) == 2


@pytest.mark.parametrize(("paragraph", "name"), [("Отмечает доклад о лампах;", "clause"), ("*Évoque* les lampes de Genève;", "evoque")])
def test_what_new_writes_is_loaded_whatever_the_language(tmp_path: Path, paragraph: str, name: str) -> None:
    draft, out = tmp_path / "draft.yaml", tmp_path / "ours" / "operative" / "new.yaml"
    out.parent.mkdir(parents=True)
    draft.write_text(f"draftkit: 1\ntitle: Lamps\noperative:\n  - id: one\n    text: |-\n      {paragraph}\n", encoding="utf-8")
    result = run("new", draft, "one", "-o", out)
    assert result.exit_code == 0, result.output
    (clause,) = load([tmp_path / "ours"], standard=False).every()
    assert clause.id.startswith(f"proposed/{name}")


def test_new_does_not_write_over_a_clause_of_ones_own_library(texts: list[Path], tmp_path: Path) -> None:
    own = tmp_path / "ours" / "operative" / "lamps-own.yaml"
    own.parent.mkdir(parents=True)
    assert run("new", texts[0], "lights", "--id", "lamps/own", "-o", own).exit_code == 0
    before = own.read_text("utf-8")
    result = run("new", texts[1], "lights", "--library", tmp_path / "ours", "-o", own)
    assert result.exit_code == 2
    assert "written over an input" in result.stderr
    assert own.read_text("utf-8") == before


# --- The schema beside ---------------------------------------------------------------------------------------------


def test_new_puts_the_schema_into_the_library_and_says_so(
    texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours" / "operative").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    result = run("new", texts[0], "lights", "-o", "ours/operative/new.yaml")
    assert result.exit_code == 0, result.output
    assert Path("ours/operative/new.yaml").read_text("utf-8").startswith(f"# yaml-language-server: $schema=../{SCHEMA}\n")
    place = Path("ours", SCHEMA)
    assert place.read_text("utf-8") == CliRunner().invoke(main, ["schema", "clause"]).stdout
    assert result.stderr == f"{place} was written as well: editors complete and check clause files with it\n"
    place.write_text("{}", encoding="utf-8")
    assert run("new", texts[0], "lights", "-o", "ours/operative/other.yaml").stderr == ""
    assert place.read_text("utf-8") == "{}"


def test_new_in_the_folder_of_a_part_puts_the_schema_over_it(
    texts: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours" / "preamble").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "ours" / "preamble")
    assert run("new", texts[0], "recalling", "-o", "new.yaml").exit_code == 0
    assert (tmp_path / "ours" / SCHEMA).is_file()


@pytest.mark.parametrize("output", ["new.yaml", "-"])
def test_new_elsewhere_writes_no_schema(texts: list[Path], tmp_path: Path, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    result = run("new", texts[0], "lights", "-o", output)
    assert (result.exit_code, result.stderr) == (0, "")
    written = result.stdout or Path("new.yaml").read_text("utf-8")
    assert written.startswith(f"# yaml-language-server: $schema=../{SCHEMA}\n")
    assert read(written, "new.yaml").id.startswith("proposed/directs-")
    assert not list(tmp_path.rglob(SCHEMA))


def test_harvest_puts_the_schema_beside_the_parts_once(texts: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "proposed"
    result = run("harvest", *texts, "-o", out)
    assert result.stderr.count(f"{out / SCHEMA} was written as well") == 1
    assert sorted(each.name for each in out.iterdir()) == [SCHEMA, "operative", "preamble"]


# --- The examples of the help --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["new", "harvest", "match"])
def test_the_examples_of_the_help_work(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    entry = "  - id: {id}\n    text: |-\n      {opener} the state of the lamps in {year}{end}\n"
    for year, file in enumerate(("A_RES_79_124.xml", "one.xml", "two.xml", "draft.yaml"), 2024):
        preamble = "".join(entry.format(id=f"p-{at}", opener="*Noting*", year=year, end=",") for at in range(2))
        operative = "".join(entry.format(id=f"o-{at}", opener="*Notes*", year=year, end=";") for at in range(14))
        text = f"draftkit: 1\ntitle: Lamps\npreamble:\n{preamble}operative:\n{operative}"
        Path("draft.yaml").write_text(text, encoding="utf-8")
        if file != "draft.yaml":
            assert CliRunner().invoke(main, ["convert", "draft.yaml", "-o", file]).exit_code == 0
    examples = re.findall(r"draftkit clause (.+)", run(name, "--help").stdout)
    assert len(examples) >= 2
    for line in examples:
        words = shlex.split(line.partition(">")[0])
        expanded = [each for word in words for each in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]
        result = run(*expanded)
        assert result.exit_code == 0, (line, result.output)
