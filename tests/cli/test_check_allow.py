"""Comments of a draft that allow what a check finds: for what they speak, when they are stale, what they survive."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.cli import main
from draftkit.readers import draft
from draftkit.readers.allows import allows

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

SOURCE = """\
draftkit: 1
document:
  session: 81
  symbol: A/C.6/81/L.___
title: Protection of libraries
preamble:
  - id: recalling
    text: |-
      *Recalling* the Charter of the United Nations.
operative:
  - id: urges
    text: |-
      *Urges* States:
    items:
      - id: all
        text: |-
          All of them to act before ___;
      - text: |-
          Some to report
  - id: decides
    text: |-
      *Decides* to meet on ___.
notes:
  report: A/81/___.
"""


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [*map(str, arguments)], prog_name="draftkit", catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def spoken(source: str) -> list[tuple[int, tuple[str, ...], set[str] | None]]:
    reading = draft.read(source, "draft.yaml")
    found = allows(reading.source, "draft.yaml", reading.lines)
    return [(allow.line, allow.tokens, None if allow.places is None else set(allow.places)) for allow in found]


@pytest.mark.parametrize(
    ("line", "where", "places"),
    [
        ("draftkit: 1", "above", None),
        ("draftkit: 1", "behind", None),
        ("document:", "above", {"masthead"}),
        ("  symbol:", "above", {"masthead"}),
        ("  symbol:", "behind", {"masthead"}),
        ("title:", "above", {"title"}),
        ("title:", "behind", {"title"}),
        ("preamble:", "above", {"recalling"}),
        ("  - id: recalling", "above", {"recalling"}),
        ("  - id: recalling", "behind", {"recalling"}),
        ("    text: |-", "above", {"recalling"}),
        ("    text: |-", "behind", {"recalling"}),
        ("operative:", "behind", {"urges", "all", "urges-some-report", "decides"}),
        ("  - id: urges", "above", {"urges", "all", "urges-some-report"}),
        ("    items:", "above", {"urges", "all", "urges-some-report"}),
        ("      - id: all", "above", {"all"}),
        ("      - text:", "above", {"urges-some-report"}),
        ("      - text:", "behind", {"urges-some-report"}),
        ("  - id: decides", "above", {"decides"}),
        ("notes:", "above", {"note report"}),
        ("  report:", "above", {"note report"}),
        ("  report:", "behind", {"note report"}),
    ],
)
def test_a_comment_speaks_for_what_it_stands_above_or_behind(line: str, where: str, places: set[str] | None) -> None:
    lines = SOURCE.splitlines()
    at = next(number for number, each in enumerate(lines) if each.startswith(line))
    comment = "# draftkit: allow DK006"
    indent = " " * (len(line) - len(line.lstrip()))
    if where == "above":
        lines.insert(at, f"{indent}{comment}")
    else:
        lines[at] += f"  {comment}"
    assert spoken("\n".join(lines) + "\n") == [(at + 1, ("DK006",), places)]


@pytest.mark.parametrize(
    ("comment", "tokens"),
    [
        ("# draftkit: allow DK006", ("DK006",)),
        ("#draftkit:allow DK006,open-blank", ("DK006", "open-blank")),
        ("# ask Fiji # draftkit: allow DK006 DK3 -- they answer on Friday", ("DK006", "DK3")),
        ("# draftkit: allow DK006 (they answer on Friday)", ("DK006",)),
        ("# draftkit: allow: DK006; they answer", ("DK006",)),
        ("# draftkit: allow DK006: they answer", ("DK006",)),
        ("# draftkit: allow DK006 - they answer, or do they", ("DK006",)),
        ("# draftkit: allow DK006— they answer", ("DK006",)),
        ("# draftkit: allow open-blank: they answer", ("open-blank",)),
        ("# draftkit: allow", ()),
    ],
)
def test_codes_and_names_and_a_reason(comment: str, tokens: tuple[str, ...]) -> None:
    assert spoken(f"draftkit: 1\ntitle: Libraries  {comment}\n") == [(2, tokens, {"title"})]


def test_a_text_that_looks_like_a_comment_is_none() -> None:
    assert spoken('draftkit: 1\noperative:\n  - text: |-\n      *Urges*\n      # draftkit: allow DK006\n  - text: "a # draftkit: allow DK006"\n') == []


def test_a_comment_that_nothing_follows_speaks_for_nothing() -> None:
    source = "draftkit: 1\noperative:\n  - id: a\n    text: |-\n      *Urges* it.\n  # draftkit: allow DK006\nnotes:\n  n: It.\n"
    assert spoken(source) == [(6, ("DK006",), set())]


@pytest.mark.parametrize(
    ("below", "indent", "places"),
    [
        ("  - id: urges", 4, {"recalling"}),
        ("operative:", 4, {"recalling"}),
        ("  - id: decides", 4, {"urges", "all", "urges-some-report"}),
        ("  - id: decides", 8, {"urges-some-report"}),
        ("notes:", 4, {"decides"}),
        ("    items:", 5, {"urges", "all", "urges-some-report"}),
    ],
)
def test_a_comment_at_the_end_of_an_entry_and_farther_in_than_the_next_speaks_for_it(below: str, indent: int, places: set[str]) -> None:
    source = SOURCE if below != "  - id: urges" else SOURCE.replace("operative:\n", "").replace("preamble:", "operative:")
    lines = source.splitlines()
    at = next(number for number, each in enumerate(lines) if each.startswith(below))
    lines.insert(at, " " * indent + "# draftkit: allow DK006")
    assert spoken("\n".join(lines) + "\n") == [(at + 1, ("DK006",), places)]


def findings(tmp_path: Path, source: str, *options: str) -> list[tuple[str, int, str]]:
    file = tmp_path / "draft.yaml"
    file.write_text(source, "utf-8")
    found = json.loads(run("check", "--json", *options, file)[1])["findings"]
    return [(each["code"], each["line"], each["message"]) for each in found]


def test_what_is_allowed_is_not_reported_and_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "draft.yaml"
    file.write_text(f"# draftkit: allow open-blank, DK501\n{SOURCE}", "utf-8")
    status, out, err = run("check", "--stage", "l-document", file)
    assert "DK006" not in out
    assert err.endswith("; 5 allowed\n")
    assert "DK998" not in out
    assert status == int(bool(out))


def test_a_paragraph_is_allowed_with_what_is_in_it(tmp_path: Path) -> None:
    before = findings(tmp_path, SOURCE, "--select", "DK006")
    after = findings(tmp_path, SOURCE.replace("- id: urges", "- id: urges  # draftkit: allow DK006"), "--select", "DK006")
    assert [line for _, line, _ in before] == [3, 15, 20, 24]
    assert [line for _, line, _ in after] == [3, 20, 24]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("DK301", "a comment allows DK301, but nothing of that is found here"),
        ("DK006, DK31", 'a comment allows "DK31", which is no code or name of a rule'),
        ("DK31 DK32x", 'a comment allows "DK31" and "DK32x", which are no codes or names of rules'),
        ("DK301 DK302", "a comment allows DK301 and DK302, but nothing of that is found here"),
        ("DK301: DK302", "a comment allows DK301, but nothing of that is found here"),
        ("", "a comment allows nothing: it names no code"),
    ],
)
def test_a_comment_that_allows_nothing_any_more_is_told(tmp_path: Path, comment: str, said: str) -> None:
    source = SOURCE.replace("  - id: decides", f"  # draftkit: allow {comment}\n  - id: decides")
    assert findings(tmp_path, source, "--select", "DK998") == [("DK998", 20, said)]


def test_a_comment_that_is_wrong_in_two_ways_is_told_once(tmp_path: Path) -> None:
    source = SOURCE + "# draftkit: allow DK31, DK006\n"
    assert [said for _, _, said in findings(tmp_path, source, "--select", "DK998")] == ['a comment allows "DK31", which is no code or name of a rule']


def test_a_comment_about_what_is_not_looked_for_yet_is_left_alone(tmp_path: Path) -> None:
    source = f"# draftkit: allow adopted-remnants\n{SOURCE}"
    assert findings(tmp_path, source, "--select", "DK998") == []
    assert [code for code, *_ in findings(tmp_path, source, "--select", "DK998", "--stage", "l-document")] == ["DK998"]


def test_a_comment_stays_used_whatever_is_selected(tmp_path: Path) -> None:
    source = SOURCE.replace("- id: decides", "- id: decides  # draftkit: allow DK006")
    assert findings(tmp_path, source, "--select", "DK3,DK998") == []


def test_a_draft_on_standard_input_has_its_comments_heard() -> None:
    result = CliRunner().invoke(main, ["check", "-", "--select", "DK006"], input=SOURCE.replace("draftkit: 1", "draftkit: 1  # draftkit: allow DK006"), prog_name="draftkit")
    assert (result.exit_code, result.stdout) == (0, "")


# --- What comments survive ------------------------------------------------------------------------------------------

COMMENT = "# draftkit: allow opener-sequence -- agreed in round one"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The examples, the draft with a comment above a paragraph and one behind another's id."""
    for file in EXAMPLES.iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "draft.yaml"
    source = own.read_text("utf-8").replace("  - id: takes-note-appreciation\n", f"  {COMMENT}\n  - id: takes-note-appreciation\n")
    own.write_text(source.replace("  - id: alarmed-length-time\n", f"  - id: alarmed-length-time  {COMMENT}\n"), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("roll", "A_RES_80_903.md", "--session", "83", "--update", "draft.yaml", "-o", "new.yaml"),
        ("check", "--fix", "draft.yaml", "-o", "new.yaml"),
        ("clause", "insert", "seized/remain", "draft.yaml", "--before", "takes-note-appreciation", "-o", "new.yaml"),
        ("clause", "insert", "seized/remain", "draft.yaml", "--at-end", "-o", "new.yaml"),
    ],
)
def test_comments_stay_with_their_paragraphs(folder: Path, command: tuple[str, ...]) -> None:
    own = folder / "draft.yaml"
    own.write_text(own.read_text("utf-8").replace("a single cable,", "a single 'cable',"), "utf-8")
    said = run(*command)
    assert (folder / "new.yaml").exists(), said
    reading = draft.read((folder / "new.yaml").read_text("utf-8"), "new.yaml")
    found = allows(reading.source, "new.yaml", reading.lines)
    assert [allow.place for allow in found] == ["alarmed-length-time", "takes-note-appreciation"]
    assert (folder / "new.yaml").read_text("utf-8").count(COMMENT) == 2
