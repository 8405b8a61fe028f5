"""Every rule is named in one table, which the documentation repeats."""

from __future__ import annotations

import re
from pathlib import Path

from draftkit.roll.rules import Rule, rules

ROOT = Path(__file__).parents[2]
FILES = sorted(path for path in (ROOT / "src/draftkit/roll").rglob("*.py") if "looks" not in path.parts)
CODE = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
NAMED = re.compile(r'"((?:session|citation|period|pinpoint|report|note|body)/[a-z-]+)"')


def test_every_name_in_the_code_is_in_the_table() -> None:
    names = set(NAMED.findall(CODE))
    assert names
    assert names <= set(rules())


def test_the_page_has_every_rule_with_its_figures() -> None:
    page = (ROOT / "docs/roll-rules.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([\w/-]+)` \| (.+?) \| .* \| ([\d,–]+) \| ([\d,–]+) \| [\d–]+", page, re.MULTILINE)
    shown = [(rule.name, rule.reason, *_figures(rule)) for rule in rules().values()]
    assert listed == shown


def test_few_cases_say_little() -> None:
    sparse = Rule("a/b", next(iter(rules().values())).kind, "", "", estimate=0.8, applied=2, followed=0)
    assert sparse.confidence == 0.8
    assert Rule(sparse.name, sparse.kind, "", "", 0.8, applied=40, followed=10).confidence == 0.25


def test_reasons_are_sentences() -> None:
    assert all(rule.reason[0].isupper() and rule.reason.endswith(".") and rule.source for rule in rules().values())


def _figures(rule: Rule) -> tuple[str, str]:
    return (f"{rule.applied:,}", f"{rule.followed:,}") if rule.applied else ("–", "–")
