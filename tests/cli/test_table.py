"""``draftkit table`` and what it makes of texts and drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import main

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
OLD, NEW, DRAFT = (f"{EXAMPLES / name}" for name in ("A_RES_78_902.md", "A_RES_80_903.md", "draft.yaml"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["table", *arguments], prog_name="draftkit")


def fates(*arguments: str) -> dict[str, str]:
    """What became of each paragraph by its new number, or its old one: "12 dropped"."""
    ended = run(*arguments, "--json")
    assert ended.exit_code == 0, ended.output
    rows = [row for row in json.loads(ended.output)["rows"] if row["part"] != "note"]
    return {row["new"] or f"{row['old']} dropped": row["disposition"] for row in rows}


def test_of_two_finished_texts_the_routine_is_told_from_the_rest() -> None:
    found = fates(OLD, NEW)
    assert found["PP2"] == "technical"  # the last iteration joins the list
    assert found["14"] == "technical"  # States Parties
    assert found["17"] == "technical"  # the next session
    assert (found["11"], found["11 dropped"]) == ("amended", "dropped")
    assert (found["PP8"], found["PP3"], found["PP1"]) == ("new", "amended", "carried")


def test_of_a_draft_and_its_prior_every_paragraph_is_known_by_its_name() -> None:
    found = fates(NEW, DRAFT)
    assert found["PP2"] == "technical"
    assert found["title"] == "carried"
    assert (found["12"], found["14"], found["12 dropped"]) == ("moved", "technical", "dropped")


FEES = """\
draftkit: 1
document: {organ: General Assembly, session: %d, symbol: %s}
title: Safety
operative:
  - id: fees
    table:
      - [Chile, "1"]
      - [%s]
  - id: meets
    text: |-
      *Decides* to meet.
  - id: condemns
    text: |-
      %s
"""


def test_what_a_drafter_writes_over_the_old_words_is_no_rules(tmp_path: Path) -> None:
    """A row, and a paragraph, of other words in the place and under the name of what was there."""
    for name, words in (("old", (79, "A/RES/79/901", 'Fiji, "2"', "*Invites* States to send their ships.")), ("new", (81, "A/C.6/81/L.5", 'Lisbon, "77"', "*Condemns* piracy."))):
        (tmp_path / f"{name}.yaml").write_text(FEES % words, encoding="utf-8")
    ended = run(f"{tmp_path / 'old.yaml'}", f"{tmp_path / 'new.yaml'}", "--json")
    body = [row for row in json.loads(ended.output)["rows"] if row["part"] in ("table", "operative")]
    assert [(row["part"], row["disposition"]) for row in body] == [("table", "amended"), ("operative", "carried"), ("operative", "dropped"), ("operative", "new")]
    assert {change["kind"] for row in body for change in row["changes"]} == {"substantive"}


@pytest.mark.parametrize("form", ["md", "html", "docx", "txt", "json"])
def test_writes_every_format(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"table.{form}"
    assert run(OLD, NEW, "-o", f"{target}").output == f"{target} written\n"
    first = target.read_bytes()
    run(OLD, NEW, "-o", f"{target}")
    assert target.read_bytes() == first


def test_plain_text_goes_to_standard_output() -> None:
    assert run(OLD, NEW).output.startswith("Dispositions: A/RES/78/902 to A/RES/80/903\n")
    assert ": carried" not in run(OLD, NEW, "--changed").output


def test_a_text_beside_an_older_one_and_beside_itself() -> None:
    assert set(fates(OLD, OLD).values()) == {"carried"}
    assert "dropped" in fates(NEW, OLD).values()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((OLD, NEW, "-o", "table.pdf"), 'draftkit: "table.pdf" is no table; name it with .md, .html, .docx, .txt or .json\n'),
        ((OLD, NEW, "-o", OLD), f"draftkit: {OLD}: the output would be written over an input; give another name with -o\n"),
        (("nothing.xml", NEW), "draftkit: nothing.xml: No such file or directory; check the path\n"),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: tuple[str, ...], said: str) -> None:
    ended = run(*arguments)
    assert (ended.exit_code, ended.output) == (2, said)
