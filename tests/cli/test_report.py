"""``draftkit report`` and what it finds in drafts and finished texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
OLD, NEW, DRAFT = (f"{EXAMPLES / name}" for name in ("A_RES_78_902.md", "A_RES_80_903.md", "draft.yaml"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["report", *arguments], prog_name="draftkit")


def findings(html: str) -> list[str]:
    return re.findall(r'<li class="finding (\w+)"', html)


def test_writes_a_page_that_is_the_same_every_time(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert run(OLD, NEW, "-o", f"{target}").output == f"{target} written\n"
    first = target.read_bytes()
    run(OLD, NEW, "-o", f"{target}")
    assert target.read_bytes() == first
    assert run(OLD, NEW, "-o", "-").output.encode() == first


def test_what_the_checks_find_grows_with_the_stage() -> None:
    draft, handed_in = (findings(run(NEW, DRAFT, "-o", "-", "--stage", stage).output) for stage in ("draft", "l-document"))
    assert "error" not in draft
    assert "error" in handed_in


def test_a_draft_has_changes_of_every_maker() -> None:
    html = run(NEW, DRAFT, "-o", "-").output
    assert {"technical", "consequential", "substantive"} <= set(re.findall(r'id="kind-(\w+)"', html))


ALLOWING = """\
draftkit: 1
document: {organ: General Assembly, session: 81, symbol: A/C.6/81/L.5}
title: Safety of cables
operative:
  - id: recalls  # draftkit: allow DK103
    text: |-
      Recalls the cables;
  - id: decides
    text: |-
      *Decides* to meet.
"""


def test_what_a_draft_allows_itself_is_not_told(tmp_path: Path) -> None:
    draft, target = tmp_path / "draft.yaml", tmp_path / "report.html"
    tags = []
    for source in (ALLOWING, ALLOWING.replace("  # draftkit: allow DK103", "")):
        draft.write_text(source, encoding="utf-8")
        assert run(NEW, f"{draft}", "-o", f"{target}").exit_code == 0
        tags.append(set(re.findall(r'<p class="small">(DK\d+)', target.read_text(encoding="utf-8"))))
    assert tags[1] - tags[0] == {"DK103"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((OLD, NEW, "-o", "report.docx"), 'draftkit: "report.docx" is no page for a browser; name it with .html\n'),
        ((OLD, NEW), "draftkit: missing option '-o' / '--output'; see \"draftkit report --help\"\n"),
        ((OLD, "nothing.xml", "-o", "r.html"), "draftkit: nothing.xml: No such file or directory; check the path\n"),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: tuple[str, ...], said: str) -> None:
    ended = run(*arguments)
    assert (ended.exit_code, ended.output) == (2, said)
