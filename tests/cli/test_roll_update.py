"""``draftkit roll --update``: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main
from draftkit.readers import read

PRIOR = """\
draftkit: 1
document:
  organ: General Assembly
  session: 79
  symbol: A/RES/79/901
  agenda_item: "83"
  agenda_title: Safety of couriers of treaties
  adopted: 4 December 2024
  basis: "on the report of the Sixth Committee (A/79/470, para. 8)"
title: Safety of couriers of treaties
preamble:
  - id: considered-report
    text: |-
      *Having considered* the report of the Secretary-General,[^report]
operative:
  - id: urges-protect
    text: |-
      *Urges* all States to protect couriers;
  - id: include-item
    text: |-
      *Decides* to include in the provisional agenda of its eighty-first session the item entitled “Safety of couriers of treaties”.
notes:
  report: A/79/143.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A prior, and a draft of it for session 81 with an edit and comments."""
    (tmp_path / "prior.yaml").write_text(PRIOR, encoding="utf-8")
    assert roll(tmp_path, "prior.yaml", "--session", "81", "-o", "first.yaml").exit_code == 0
    first = (tmp_path / "first.yaml").read_text("utf-8")
    edited = first.replace("protect couriers", "protect all couriers").replace("operative:", "# ask Fiji\noperative:")
    assert edited != first
    (tmp_path / "draft.yaml").write_text(edited, encoding="utf-8")
    return tmp_path


def roll(folder: Path, *arguments: str) -> Result:
    names = [str(folder / each) if Path(each).suffix or each == "new" else each for each in arguments]
    return CliRunner().invoke(main, ["roll", *names])


def test_another_session_comes_into_the_same_file(folder: Path) -> None:
    result = roll(folder, "prior.yaml", "--session", "82", "--update", "draft.yaml", "-o", "new.yaml")
    assert result.stderr.splitlines()[0] == "4 taken in, 1 of yours kept, 0 conflicts"
    assert result.exit_code == 0
    fresh = roll(folder, "prior.yaml", "--session", "82", "-o", "fresh.yaml")
    assert fresh.exit_code == 0
    wanted = (folder / "fresh.yaml").read_text("utf-8")
    wanted = wanted.replace("protect couriers", "protect all couriers").replace("operative:", "# ask Fiji\noperative:")
    assert (folder / "new.yaml").read_text("utf-8") == wanted


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_with_nothing_new_the_file_stays_byte_for_byte(folder: Path, ends: str, mark: bytes) -> None:
    draft = folder / "draft.yaml"
    draft.write_bytes(mark + draft.read_bytes().replace(b"\n", ends.encode()))
    result = roll(folder, "prior.yaml", "--update", "draft.yaml", "-o", "new.yaml")
    assert result.stderr.startswith("0 taken in, 1 of yours kept, 0 conflicts\n")
    assert (folder / "new.yaml").read_bytes() == draft.read_bytes()


def test_line_ends_and_the_mark_of_utf8_survive(folder: Path) -> None:
    draft = folder / "draft.yaml"
    draft.write_bytes(b"\xef\xbb\xbf" + draft.read_bytes().replace(b"\n", b"\r\n"))
    roll(folder, "prior.yaml", "--session", "82", "--update", "draft.yaml", "-o", "new.yaml")
    data = (folder / "new.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 20


def test_a_second_update_changes_nothing(folder: Path) -> None:
    roll(folder, "prior.yaml", "--session", "82", "--update", "draft.yaml", "-o", "new.yaml")
    roll(folder, "prior.yaml", "--session", "82", "--update", "new.yaml", "-o", "newer.yaml")
    assert (folder / "newer.yaml").read_bytes() == (folder / "new.yaml").read_bytes()


def test_a_conflict_is_told_with_both_texts_and_ends_with_one(folder: Path) -> None:
    draft = folder / "draft.yaml"
    text = draft.read_text("utf-8")
    ordinal = text.split("provisional agenda of its ")[1].split()[0]
    draft.write_text(text.replace(f"its {ordinal} session", "its coming session"), "utf-8")
    result = roll(folder, "prior.yaml", "--session", "82", "--update", "draft.yaml", "-o", "new.yaml", "--changes", "list.json")
    (line,) = [line for line in result.stderr.splitlines() if "conflict:" in line]
    assert result.exit_code == 1
    assert line.startswith('  conflict: paragraph 2 (include-item): yours: "… the provisional agenda of its coming session')
    assert "its coming session" in (folder / "new.yaml").read_text("utf-8")
    listed = json.loads((folder / "list.json").read_text("utf-8"))
    assert set(listed) >= {"changes", "look", "taken", "conflicts"}
    assert [set(each) for each in listed["conflicts"]] == [{"paragraph", "yours", "fresh"}]
    assert listed["conflicts"][0]["paragraph"] == "include-item"


def test_another_prior_is_named_in_the_draft(folder: Path) -> None:
    (folder / "official").mkdir()
    (folder / "official" / "A_RES_79_901.yaml").write_text(PRIOR.replace("all States", "all States and peoples"), "utf-8")
    result = roll(folder, "official/A_RES_79_901.yaml", "--session", "81", "--update", "draft.yaml", "-o", "new.yaml")
    reading = read(folder / "new.yaml")
    assert (result.exit_code, reading.prior) == (0, "official/A_RES_79_901.yaml")
    assert "all States and peoples to protect all couriers" in (folder / "new.yaml").read_text("utf-8")


def test_the_prior_is_named_from_where_the_draft_goes(folder: Path) -> None:
    (folder / "later").mkdir()
    roll(folder, "prior.yaml", "--update", "draft.yaml", "-o", "later/new.yaml")
    assert read(folder / "later" / "new.yaml").prior == "../prior.yaml"


def test_a_draft_that_names_no_prior_is_given_it(folder: Path) -> None:
    draft = folder / "draft.yaml"
    draft.write_text(draft.read_text("utf-8").replace("prior: prior.yaml\n", ""), "utf-8")
    result = roll(folder, "prior.yaml", "--session", "82", "--update", "draft.yaml", "-o", "new.yaml")
    assert result.stderr.startswith("4 taken in, 1 of yours kept, 0 conflicts\n")
    assert read(folder / "new.yaml").prior == "prior.yaml"


def other(folder: Path, title: str, name: str = "other.yaml") -> str:
    """Another prior, of this title."""
    (folder / name).write_text(PRIOR.replace("title: Safety of couriers of treaties", f"title: {title}"), "utf-8")
    return name


def test_a_prior_of_another_series_is_refused(folder: Path) -> None:
    result = roll(folder, other(folder, "Protection of judicial archives"), "--update", "draft.yaml", "-o", "new.yaml")
    assert result.exit_code == 2
    assert result.stderr == (
        f"draftkit: {folder / 'other.yaml'}: this is of another series than {folder / 'draft.yaml'}: "
        '"Protection of judicial archives", not "Safety of couriers of treaties"; name the right prior, or roll it anew\n'
    )
    assert not (folder / "new.yaml").exists()


@pytest.mark.parametrize("named", [True, False])
def test_a_series_may_be_renamed_in_the_draft_and_a_little_in_the_prior(folder: Path, named: bool) -> None:
    draft = (folder / "draft.yaml").read_text("utf-8")
    renamed = draft.replace("title: Safety of couriers of treaties", "title: Protection of judicial archives")
    if not named:
        renamed = renamed.replace("prior: prior.yaml\n", "")
    (folder / "renamed.yaml").write_text(renamed, "utf-8")
    for title in ("Protection of judicial archives", "“Safety and security of couriers of treaties”"):
        result = roll(folder, other(folder, title), "--update", "renamed.yaml", "-o", "new.yaml", "--force")
        assert ("another series" in result.stderr) is (not named and "couriers" in title)
    assert roll(folder, "prior.yaml", "--update", "renamed.yaml", "-o", "new.yaml", "--force").exit_code == (0 if named else 2)


def test_prints_the_draft_or_the_list(folder: Path) -> None:
    assert roll(folder, "prior.yaml", "--update", "draft.yaml").stdout == (folder / "draft.yaml").read_text("utf-8")
    listed = json.loads(roll(folder, "prior.yaml", "--session", "82", "--update", "draft.yaml", "--json").stdout)
    assert {"paragraph": "note report", "old": "A/81/___.", "new": "A/82/___."} in listed["taken"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--update", "draft.yaml", "-o", "draft.yaml"], "would be written over an input"),
        (["--update", "draft.yaml", "-o", "prior.yaml"], "would be written over an input"),
        (["--update", "draft.yaml", "-o", "first.yaml"], "--force"),
        (["--update", "draft.yaml", "-o", "new.txt"], "stays YAML"),
        (["--update", "missing.yaml"], "No such file"),
        (["--update", "text.txt"], "this is no draft"),
        (["--update", "-"], "is a file"),
        (["--update", "lost.yaml"], "its prior cannot be read"),
        (["--update", "flow.yaml", "--session", "82"], "cannot be changed in place"),
    ],
)
def test_refuses_what_cannot_be(folder: Path, arguments: list[str], message: str) -> None:
    draft = (folder / "draft.yaml").read_text("utf-8")
    (folder / "text.txt").write_text("The General Assembly,\n\n1. Decides to meet.\n", "utf-8")
    (folder / "lost.yaml").write_text(draft.replace("prior.yaml", "lost.md"), "utf-8")
    (folder / "flow.yaml").write_text("{draftkit: '1', prior: prior.yaml, document: {session: '81'}}\n", "utf-8")
    result = roll(folder, "prior.yaml", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (folder / "new.yaml").exists()
    assert (folder / "draft.yaml").read_text("utf-8") == draft
