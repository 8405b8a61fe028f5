"""``draftkit roll --slate``: many texts in one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main
from draftkit.readers import read

TEXT = """\
draftkit: 1
document: {{session: {session}, symbol: A/RES/{session}/{number}}}
title: Safety of couriers, {number}
operative:
  - id: include-item
    text: |-
      *Decides* to include the item in the provisional agenda of its eighty-first session.
"""
TWO = "session: 81\ntexts:\n  - prior: priors/one.yaml\n  - {prior: priors/two.yaml, draft: second.yaml, session: 82}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two priors; commands are called in it."""
    priors = tmp_path / "priors"
    priors.mkdir()
    for name, number in (("one", 901), ("two", 902)):
        (priors / f"{name}.yaml").write_text(TEXT.format(session=79, number=number), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def roll(slate: str, *arguments: str) -> Result:
    Path("sixth.yaml").write_text(slate, encoding="utf-8")
    return CliRunner().invoke(main, ["roll", "--slate", "sixth.yaml", *arguments])


def drafts(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)).replace("\\", "/") for file in folder.rglob("*") if file.is_file() and file.parent.name != "priors")


def test_writes_a_draft_of_each_text(folder: Path) -> None:
    result = roll(TWO)
    assert (result.exit_code, result.stdout) == (0, "")
    assert drafts(folder) == ["sixth.yaml", "sixth/one.yaml", "sixth/second.yaml"]
    found = read("sixth/second.yaml")
    assert (found.resolution.masthead.session, found.prior) == (82, "../priors/two.yaml")


def test_says_each_text_on_a_line_and_the_sum(folder: Path) -> None:
    lines = roll(TWO).stderr.splitlines()
    assert [line.split("  ")[-1] for line in lines[:2]] == ["Safety of couriers, 901", "Safety of couriers, 902"]
    assert [line[:11] for line in lines[:2]] == ["session 81:", "session 82:"]
    assert lines[2].startswith("2 texts: ")
    assert len(lines) == 3


def test_lists_every_change_when_asked(folder: Path) -> None:
    assert "[session/" in roll(TWO, "-v").stderr


def test_a_text_that_cannot_be_rolled_does_not_stop_the_others(folder: Path) -> None:
    (folder / "priors" / "two.yaml").write_text("draftkit: 1\n  broken", encoding="utf-8")
    result = roll(TWO, "--json", "--report", "week.html")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-2:] == [
        "draftkit: sixth.yaml:4: " + json.loads(result.stdout)["failed"][0]["error"],
        "draftkit: 1 of 2 texts without a new draft: priors/two.yaml",
    ]
    assert drafts(folder) == ["sixth.yaml", "sixth/one.yaml", "week.html"]


def test_the_list_has_every_text(folder: Path) -> None:
    result = roll(TWO + "  - priors/none.xml\n", "--json", "--changes", "changes.json")
    listed = json.loads(result.stdout)
    assert result.stdout == (folder / "changes.json").read_text(encoding="utf-8")
    assert [list(text) for text in listed["texts"]] == [["prior", "draft", "session", "changes", "look"]] * 2
    assert [(text["prior"], text["draft"], text["session"]) for text in listed["texts"]] == [
        ("priors/one.yaml", "sixth/one.yaml", 81),
        ("priors/two.yaml", "sixth/second.yaml", 82),
    ]
    assert listed["failed"] == [
        {"prior": "priors/none.xml", "draft": "sixth/none.yaml", "error": f"{Path('priors/none.xml')}: No such file or directory; check the path"}
    ]


def test_the_report_may_go_into_the_folder_of_the_drafts(folder: Path) -> None:
    assert roll(TWO, "--report", "sixth/week.html", "--changes", "sixth/week.json").exit_code == 0
    assert drafts(folder) == ["sixth.yaml", "sixth/one.yaml", "sixth/second.yaml", "sixth/week.html", "sixth/week.json"]
    page = (folder / "sixth" / "week.html").read_text(encoding="utf-8")
    assert page.index("Safety of couriers, 901") < page.index("Safety of couriers, 902")


def test_the_same_slate_gives_the_same_files(folder: Path) -> None:
    def made() -> dict[str, bytes]:
        roll(TWO, "--force", "--changes", "changes.json", "--report", "week.html")
        return {name: (folder / name).read_bytes() for name in drafts(folder)}

    assert made() == made()


def test_a_text_says_its_own_session(folder: Path) -> None:
    result = roll("texts: [priors/one.yaml]\n", "--json")
    assert [text["session"] for text in json.loads(result.stdout)["texts"]] == [81]


def test_a_draft_that_is_there_is_replaced_only_by_force(folder: Path) -> None:
    (folder / "sixth").mkdir()
    (folder / "sixth" / "one.yaml").write_text("draftkit: 1\nedited by hand", encoding="utf-8")
    result = roll(TWO, "--json", "--report", "week.html")
    listed = json.loads(result.stdout)
    assert result.exit_code == 1
    assert "a draft of this name is there already" in result.stderr
    assert (folder / "sixth" / "one.yaml").read_text(encoding="utf-8") == "draftkit: 1\nedited by hand"
    assert (folder / "sixth" / "second.yaml").exists()
    assert ([text["prior"] for text in listed["texts"]], [text["prior"] for text in listed["failed"]]) == (["priors/one.yaml", "priors/two.yaml"], ["priors/one.yaml"])
    assert "Safety of couriers, 901" in (folder / "week.html").read_text(encoding="utf-8")
    assert roll(TWO, "--force").exit_code == 0
    assert read("sixth/one.yaml").resolution.masthead.session == 81


@pytest.mark.parametrize("there", ["texts: [priors/one.yaml]\n", "clause: x\n", "", "my notes, of no draftkit: 1"])
def test_force_writes_over_nothing_that_is_no_draft(folder: Path, there: str) -> None:
    (folder / "sixth").mkdir()
    (folder / "sixth" / "one.yaml").write_text(there, encoding="utf-8")
    result = roll(TWO, "--force")
    assert (result.exit_code, (folder / "sixth" / "one.yaml").read_text(encoding="utf-8")) == (1, there)
    assert f"{Path('sixth/one.yaml')}: what is there is no draft, and is not written over; give the draft another name" in result.stderr
    assert (folder / "sixth" / "second.yaml").exists()


@pytest.mark.parametrize("arguments", [("sixth.yaml",), ("sixth.yaml", "--update", "priors/one.yaml"), ("priors/one.yaml", "--update", "sixth.yaml")])
def test_a_slate_in_the_place_of_a_text_is_told(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "sixth.yaml").write_text(TWO, encoding="utf-8")
    result = CliRunner().invoke(main, ["roll", *arguments])
    assert (result.exit_code, result.stderr) == (2, "draftkit: sixth.yaml: this is a slate; draftkit roll --slate sixth.yaml\n")


def test_a_report_is_not_replaced_by_an_empty_one(folder: Path) -> None:
    (folder / "week.html").write_text("the last one", encoding="utf-8")
    assert roll("texts: [none.xml]\n", "--report", "week.html").exit_code == 1
    assert (folder / "week.html").read_text(encoding="utf-8") == "the last one"


@pytest.mark.parametrize(
    ("slate", "message"),
    [
        ("folder: priors\ntexts:\n  - priors/one.yaml\n", "sixth.yaml:3: the draft"),
        ("folder: .\ntexts:\n  - {prior: priors/one.yaml, draft: sixth.yaml}\n", "sixth.yaml:3: the draft"),
        ("folder: priors/one.yaml\ntexts:\n  - priors/two.yaml\n", 'is no folder; name another "folder:"'),
        ("session: 81\ntexts: [priors/one.yaml]\nalso: [moon]\n", "moon"),
    ],
    ids=["over-a-prior", "over-itself", "folder-is-a-file", "unknown-body"],
)
def test_refuses_the_whole_slate(folder: Path, slate: str, message: str) -> None:
    before = drafts(folder)
    result = roll(slate, "--changes", "changes.json", "--report", "week.html")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert message in result.stderr
    assert drafts(folder) == sorted([*before, "sixth.yaml"])


def test_a_link_does_not_lead_out_of_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    try:
        (folder / "elsewhere").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no links can be made here")
    result = roll("folder: elsewhere\ntexts:\n  - priors/two.yaml\n")
    assert (result.exit_code, list(outside.iterdir())) == (2, [])
    assert "sixth.yaml:3: " in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["A_RES_79_124.xml"], "a PRIOR and --slate do not go together: the texts stand in the slate"),
        (["--session", "81"], '--session and --slate do not go together: write "session:" into the slate'),
        (["--also", "ilc"], '--also and --slate do not go together: write "also:" into the slate'),
        (["--house-style"], '--house-style and --slate do not go together: write "house-style: true" into the slate'),
        (["-o", "draft.yaml"], '-o and --slate do not go together: the drafts go into the "folder:" of the slate'),
        (["--update", "draft.yaml"], "--update and --slate do not go together: bring the drafts up to date one by one"),
        (["--json", "--changes", "-"], "the list of changes and --json cannot both go to the screen: name a file with --changes"),
        (["--changes", "sixth.yaml"], "would be written over an input"),
        (["--changes", "sixth/ONE.yaml"], "sixth.yaml:3: the draft and the list of changes need two files"),
        (["--changes", "none/changes.json"], "there is no folder"),
        (["--changes", "a.html", "--report", "a.html"], "the list of changes and the report need two files"),
        (["--report", "week.pdf"], 'a report cannot be written as ".pdf"'),
    ],
)
def test_refuses_what_does_not_go_together(folder: Path, arguments: list[str], message: str) -> None:
    result = roll(TWO, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert drafts(folder) == ["sixth.yaml"]


def test_a_slate_that_is_not_there_is_a_line(folder: Path) -> None:
    result = CliRunner().invoke(main, ["roll", "--slate", "none.yaml"])
    assert (result.exit_code, result.stderr) == (2, "draftkit: none.yaml: No such file or directory; check the path\n")


def test_paths_are_counted_from_the_slate(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weeks = folder / "weeks"
    weeks.mkdir()
    (weeks / "sixth.yaml").write_text("texts: [../priors/one.yaml]\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["roll", "--slate", "weeks/sixth.yaml"]).exit_code == 0
    assert read("weeks/sixth/one.yaml").prior == "../../priors/one.yaml"
    monkeypatch.chdir(weeks)
    assert CliRunner().invoke(main, ["roll", "--slate", "sixth.yaml", "--force"]).exit_code == 0
    assert drafts(folder) == ["weeks/sixth.yaml", "weeks/sixth/one.yaml"]
