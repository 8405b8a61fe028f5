"""``draftkit register``: looking up, a register of one's own, and files of every kind taken into it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main
from draftkit.cli.own_register import own_register
from draftkit.un import register

KEYS = ["number", "symbol", "date", "title", "item", "committee", "report", "draft", "own", "shipped_date"]
ADOPTED = """\
United Nations A/RES/80/901

General Assembly Distr.: General

22 December 2025

Eightieth session

Agenda item 82

Protection of judicial archives

Resolution adopted by the General Assembly on 15 December 2025

[on the report of the Sixth Committee (A/80/951, para. 9)]

80/901. Protection of judicial archives

The General Assembly,

Recalling its resolution 79/124 of 4 December 2024,

1. Notes the state of judicial archives;

2. Decides to include in the provisional agenda of its eighty-first session the item entitled “Protection of judicial archives”.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["register", *arguments])


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a register of one's own, nothing in it yet."""
    file = tmp_path / "own.csv"
    monkeypatch.setenv("DRAFTKIT_REGISTER", str(file))
    return file


def rows(file: Path) -> dict[str, dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["number"]: row for row in csv.DictReader(lines)}


def test_show_prints_an_entry_and_its_series() -> None:
    result = run("show", "A/RES/79/124")
    assert result.exit_code == 0
    assert "  adopted        4 December 2024\n" in result.stdout
    assert "  report         A/79/472, para. 7\n" in result.stdout
    assert "Series, every 2 sessions; the next is likely at the eighty-first session\n  75/139     15 December 2020\n" in result.stdout


def test_show_as_json_has_stable_keys() -> None:
    result = run("show", "79/124", "35/168", "--json")
    newer, older = json.loads(result.stdout)
    assert list(newer) == [*KEYS, "series", "cadence", "next_session"]
    assert (newer["series"][-1], newer["cadence"], newer["next_session"], newer["own"]) == ("79/124", 2, 81, False)
    assert (older["date"], older["title"], older["series"]) == ("15 December 1980", "", [])


def test_a_register_that_is_not_there_is_said_once_and_made_without_a_word(own: Path, tmp_path: Path) -> None:
    said = f"DRAFTKIT_REGISTER names {own}, which is not there: the shipped register alone counts\n"
    assert run("show", "79/124").stderr == said
    assert run("search", "diplomatic", "consular").stderr == said
    assert run("show", "79/124", "--register", str(tmp_path / "other.csv")).stderr == ""
    assert "DRAFTKIT_REGISTER" not in run("add", "80/300", "--date", "20 July 2026").stderr
    assert run("show", "79/124").stderr == ""


def test_what_is_not_known_is_said_and_the_rest_is_shown() -> None:
    result = run("show", "79/999", "79/124")
    assert result.exit_code == 1
    assert "4 December 2024" in result.stdout
    assert result.stderr.startswith("draftkit: 79/999 is not in the register; add it: ")


def test_search_lists_a_line_for_each_the_newest_first() -> None:
    result = run("search", "diplomat", "consular")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["79/124", "77/108", "75/139"]
    found = json.loads(run("search", "--session", "79", "--committee", "sixth", "--json").stdout)
    assert [list(each) == KEYS and (each["committee"], each["number"][:3]) for each in found] == [("C.6", "79/")] * len(found)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "79-124"), ("show", "\x1b[2J"), ("show",), ("search",), ("search", "--committee", "seventh"), ("search", "--session", "0"),
        ("add", "79/990"), ("add", "79/990", "--date", "tomorrow"), ("add", "79/990", "--date", "5 December 2025"),
        ("add", "79/990", "--date", "5 December 2024", "--committee", "x"), ("add", "79/990", "--date", "2024-12-05", "--title", "a\x07b"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_line(arguments: tuple[str, ...], own: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.strip().isprintable()
    assert not own.exists()


def test_without_an_own_register_nothing_can_be_added() -> None:
    result = run("add", "80/901", "--date", "2025-12-15")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "DRAFTKIT_REGISTER" in result.stderr


def test_add_writes_an_entry_and_changes_it(own: Path) -> None:
    assert "1 new, 0 changed, 0 the same" in run("add", "80/901", "--date", "2025-12-15", "--title", "Archives", "--committee", "6").stderr
    assert rows(own)["80/901"] == {
        "number": "80/901", "date": "15 December 2025", "title": "Archives", "item": "", "committee": "C.6", "report": "", "draft": "",
    }  # fmt: skip
    said = run("add", "80/901", "--date", "16 December 2025").stderr
    assert '80/901: date "15 December 2025" -> "16 December 2025"' in said
    assert (rows(own)["80/901"]["date"], rows(own)["80/901"]["title"]) == ("16 December 2025", "Archives")
    assert "left as it is" in run("add", "80/901", "--date", "16 December 2025").stderr


def test_show_tells_where_the_own_register_contradicts_the_shipped_one(own: Path) -> None:
    run("add", "79/124", "--date", "5 December 2024")
    shown = run("show", "79/124")
    assert f"your register  {own}; the shipped one has date 4 December 2024".split() == shown.stdout.split("draft ")[1].split("Series")[0].split()[1:]
    (value,) = json.loads(run("show", "79/124", "--json").stdout)
    assert (value["date"], value["shipped_date"], value["own"]) == ("5 December 2024", "4 December 2024", True)


def test_texts_of_any_format_are_imported_by_their_mastheads(own: Path, tmp_path: Path) -> None:
    text = tmp_path / "adopted.txt"
    text.write_text(ADOPTED, encoding="utf-8")
    word = tmp_path / "adopted.docx"
    assert CliRunner().invoke(main, ["convert", str(text), "-o", str(word)]).exit_code == 0
    draft = tmp_path / "draft.txt"
    draft.write_text(ADOPTED.replace("A/RES/80/901", "A/C.6/80/L.901"), encoding="utf-8")
    result = run("import", str(text), str(draft), str(word), str(tmp_path / "gone.xml"))
    assert result.exit_code == 1
    assert "1 new, 0 changed, 1 the same" in result.stderr
    assert "draft.txt: no adopted text" in result.stderr
    assert "draftkit: 2 of 4 files could not be imported" in result.stderr
    assert rows(own)["80/901"] == {
        "number": "80/901", "date": "15 December 2025", "title": "Protection of judicial archives", "item": "", "committee": "C.6",
        "report": "A/80/951, para. 9", "draft": "",
    }  # fmt: skip


def test_csv_of_both_kinds_is_imported_and_a_broken_one_not_at_all(own: Path, tmp_path: Path) -> None:
    ours, other, broken = tmp_path / "ours.csv", tmp_path / "other.CSV", tmp_path / "broken.csv"
    ours.write_text("number,date,title\n80/901,15 December 2025,Archives\n79/124,4 December 2024,\n", encoding="utf-8")
    head = "symbol,adopted,title,agenda_item,committee_line,draft"
    line = "A/RES/80/902,2025-12-15,Cables,,[without reference to a Main Committee (A/80/L.902)],A/80/L.902"
    other.write_text(f"{head}\n{line}\n", encoding="utf-8")
    broken.write_text("number,date\n80/903,15 December 2025\n80/904,soon\n", encoding="utf-8")
    result = run("import", str(ours), str(broken), str(other))
    assert result.exit_code == 1
    assert f'draftkit: {broken}:3: "soon" is no date (80/904); write 4 December 2024 or 2024-12-04' in result.stderr
    assert "2 new, 0 changed, 1 the same" in result.stderr
    assert (rows(own).keys(), rows(own)["80/902"]["item"], rows(own)["80/902"]["report"]) == ({"80/901", "80/902"}, "-", "A/80/L.902")


def test_a_broken_own_register_is_a_line_and_stays_as_it_is(own: Path) -> None:
    own.write_text("number,date\n80/901,soon\n", encoding="utf-8")
    for arguments in (["show", "79/124"], ["add", "80/902", "--date", "15 December 2025"], ["search", "law"]):
        result = run(*arguments)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert f"{own}:2" in result.stderr
    assert own.read_text("utf-8") == "number,date\n80/901,soon\n"


def test_the_own_register_serves_checks_and_clauses(own: Path, tmp_path: Path) -> None:
    run("add", "80/901", "--date", "15 December 2025")
    text = tmp_path / "text.txt"
    text.write_text(ADOPTED.replace("79/124 of 4 December 2024", "80/901 of 16 December 2025"), encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", str(text)])
    assert "cites 80/901 of 16 December 2025, but it was adopted on 15 December 2025" in checked.output
    draft = tmp_path / "draft.yaml"
    draft.write_text("draftkit: 1\npreamble:\n  - clause: recall/resolution@1\n    with: {resolution: 80/901}\n", encoding="utf-8")
    assert "resolution 80/901 of 15 December 2025," in CliRunner().invoke(main, ["convert", str(draft), "-o", "-"]).output


def test_another_file_counts_for_one_command(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    run("add", "80/901", "--date", "15 December 2025", "--register", str(other))
    assert (other.exists(), own.exists()) == (True, False)
    assert run("show", "80/901", "--register", str(other)).exit_code == 0
    assert run("show", "80/901").exit_code == 1


def test_where_the_own_register_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for off in ("", "none", " None "):
        monkeypatch.setenv("DRAFTKIT_REGISTER", off)
        assert own_register() == ""
    monkeypatch.delenv("DRAFTKIT_REGISTER")
    monkeypatch.setattr(click, "get_app_dir", lambda name: str(tmp_path / "settings" / name))
    assert own_register() == str(tmp_path / "settings" / "draftkit" / "register.csv")
    assert run("add", "80/901", "--date", "2025-12-15").exit_code == 0  # the folder is made
    assert register.adopted("80/901") == "15 December 2025"
