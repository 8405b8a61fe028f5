"""The rules of the texts: what the code cites has an entry, and what an entry says of the code is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from draftkit.checks import RULES

PROJECT = Path(__file__).resolve().parent.parent.parent
SOURCE = PROJECT / "src" / "draftkit"
PAGE = (PROJECT / "docs" / "rules.md").read_text("utf-8")
PAGES = [*sorted(PROJECT.glob("*.md")), *sorted((PROJECT / "docs").glob("*.md"))]
ENTRIES = {
    label: (anchor, body)
    for anchor, label, body in re.findall(r'^<a id="(\w+)"></a>\*\*([A-K]\d{0,2})\. (.*?)(?=\n\n|\Z)', PAGE, re.MULTILINE | re.DOTALL)
}
CITATION = re.compile(r"un-rules\s+([A-K]\d{0,2}\b(?:(?:,\s+(?:and\s+)?|\s+and\s+|[-–])[A-K]\d{0,2}\b)*)")
BRACKET = re.compile(r"\(([A-K]\d{1,2}(?:, [A-K]\d{1,2})*)\)")


def _cited(text: str) -> Iterator[str]:
    """The labels in "un-rules C3", "un-rules B3, C3, J", "un-rules D1-D4" (all four) and, in code, "(B3, C3)"."""
    for match in (*CITATION.finditer(text), *BRACKET.finditer(text)):
        for one in re.split(r",\s+(?:and\s+)?|\s+and\s+", match[1]):
            first, *last = re.split("[-–]", one)
            stop = int(last[0][1:]) if last else 0
            yield from (f"{first[0]}{number}" for number in range(int(first[1:]), stop + 1)) if last else (first,)


def test_citations_are_understood() -> None:
    assert [*_cited('"""Openers (un-rules B3,\n    C3, J)."""')] == ["B3", "C3", "J"]
    assert [*_cited("un-rules D1-D4), un-rules A9, exception, and (B3, C3); not (A/81/12)")] == [
        "D1", "D2", "D3", "D4", "A9", "B3", "C3",
    ]  # fmt: skip


def test_every_rule_that_the_code_cites_has_an_entry() -> None:
    cited = {
        (label, str(file.relative_to(PROJECT)))
        for file in sorted(SOURCE.rglob("*.py"))
        for label in _cited(file.read_text("utf-8"))
    }
    assert len(cited) > 80  # the citations are found at all
    assert {place for place in cited if place[0] not in ENTRIES} == set()


@pytest.mark.parametrize("label", ENTRIES)
def test_an_entry_has_its_anchor_its_section_its_source_and_its_place(label: str) -> None:
    anchor, body = ENTRIES[label]
    section = re.findall(r"^## ([A-K])\. ", PAGE[: PAGE.index(f'<a id="{anchor}"></a>')], re.MULTILINE)[-1]
    assert (anchor, section) == (label.lower(), label[0])
    assert re.search(r"\*Source:\*\s\S.*\*Applied:\*\s\S", body, re.DOTALL)


@pytest.mark.parametrize("label", ENTRIES)
def test_where_an_entry_says_that_it_is_applied_there_is_such_a_module_or_check(label: str) -> None:
    names = re.findall(r"`([^`]+)`", ENTRIES[label][1].partition("*Applied:*")[2])
    checks = {rule.name for rule in RULES}
    assert names
    assert [name for name in names if name not in checks and not (SOURCE / name).is_file()] == []


def test_links_to_rules_lead_to_anchors() -> None:
    anchors = re.findall(r'<a id="(\w+)"></a>', PAGE)
    assert len(anchors) == len(set(anchors))
    links = [link for page in PAGES for link in re.findall(r"\]\((?:docs/)?rules\.md#([\w-]+)\)", page.read_text("utf-8"))]
    links += re.findall(r"\]\(#([\w-]+)\)", PAGE)
    assert links
    assert set(links) - set(anchors) == set()
