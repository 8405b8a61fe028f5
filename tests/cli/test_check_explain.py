"""What ``draftkit check --explain`` says of the rules, and that docs/check.md has them all (``pytest --accept`` writes them)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from draftkit.checks import RULES, Stage
from draftkit.checks.choosing import meant, near
from draftkit.checks.codes import NAMES, OTHERS, code
from draftkit.checks.reports.explained import as_markdown, explained, listed, others_table, table
from draftkit.cli.check import command

PAGE = Path(__file__).resolve().parents[2] / "docs" / "check.md"


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("token", ["DK303", "dk303", "reference-direction"])
def test_a_rule_is_told_by_code_or_name(token: str) -> None:
    status, out, _ = run("--explain", token)
    first, second, *rest = out.splitlines()
    assert status == 0
    assert first == "DK303 reference-direction (error)"
    assert second == '"Above" follows a reference to what stands before, "below" one to what comes after.'
    assert "source:    un-rules D1 (docs/rules.md#d1)" in rest
    assert "allow:     # draftkit: allow DK303" in rest


def test_the_beginning_of_a_code_tells_of_all_that_begin_so() -> None:
    out = run("--explain", "DK3")[1]
    told = re.findall(r"^(DK\d{3}) ", out, re.MULTILINE)
    assert told == [code(name) for name in meant("DK3")]


def test_all_lists_every_code_once_in_order() -> None:
    status, out, _ = run("--explain", "all")
    codes = [line.split()[0] for line in out.splitlines()]
    assert status == 0
    assert codes == sorted(set(codes))
    assert {rule.code for rule in RULES} | {number for number, _ in OTHERS.values()} == set(codes)


@pytest.mark.parametrize("name", NAMES)
def test_everything_can_be_explained(name: str) -> None:
    lines = explained(name).splitlines()
    assert lines[0].startswith(f"{code(name)} {name}")
    assert f"# draftkit: allow {code(name)}" in lines[-1] or lines[-1].startswith("fix:")


def test_no_code_and_no_name_is_given_twice() -> None:
    codes = [rule.code for rule in RULES] + [number for number, _ in OTHERS.values()]
    assert len(set(codes)) == len(codes)
    assert not {rule.name for rule in RULES} & set(OTHERS)


def test_when_a_rule_is_looked_for_is_told() -> None:
    late = next(rule for rule in RULES if rule.stage is Stage.L_DOCUMENT)
    assert "looked for in texts to be handed in (--stage l-document) only" in explained(late.name)


def test_examples_stand_in_the_help_of_a_code_host() -> None:
    shown = next(rule for rule in RULES if rule.bad and "`" not in rule.bad)
    assert f"- wrong: `{shown.bad}`" in as_markdown(shown)


def test_what_is_misspelt_has_near_ones() -> None:
    assert near("dangling-refrence")[0] == "dangling-reference"
    assert near("DK3O1")[0] == "DK301"
    assert near("entirely else") == ()


def test_explaining_goes_without_files() -> None:
    assert run("--explain", "DK301", "draft.yaml")[0] == 2


def test_the_page_lists_every_rule(expect: Callable[[Path, str], None]) -> None:
    """``pytest tests/cli/test_check_explain.py --accept`` writes the tables of the page anew."""
    page = PAGE.read_text("utf-8")
    for name, made in (("rules", table()), ("others", others_table())):
        page, found = re.subn(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", lambda part, made=made: part[1] + made + part[2], page, flags=re.DOTALL)
        assert found == 1
    expect(PAGE, page)


def test_the_list_has_a_line_for_each() -> None:
    assert listed().count("\n") == len(RULES) + len(OTHERS)
