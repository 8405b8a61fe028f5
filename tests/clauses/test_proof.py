"""Proofreading: each rule finds its slip, and the standard library has none."""

from __future__ import annotations

import pytest

from draftkit.clauses import check, load
from draftkit.clauses.clause_file import read
from draftkit.clauses.library import Library

GOOD = """\
id: archive/urge
version: 1
part: operative
title: Appeal about archives
variables:
  topic: {type: text, example: the archives}
text: |-
  *Urges* States to protect {{ topic }};
alternates:
  softer:
    text: |-
      *Invites* States to protect {{ topic }};
strength: 5
provenance:
  - {symbol: A/RES/79/124, paragraph: 3}
related: [archive/urge]
examples:
  - with: {topic: the archives}
    text: |-
      *Urges* States to protect the archives;
"""


def found(source: str, where: str = "library/operative/archive-urge.yaml") -> list[str]:
    clause = read(source, where)
    return [finding.code for finding in check(Library({clause.id: {clause.version: clause}}))]


def test_the_standard_library_has_no_slips() -> None:
    assert [(finding.paragraph, finding.message) for finding in check(load())] == []


def test_a_good_clause_passes() -> None:
    assert found(GOOD) == []
    assert found(GOOD, "library/operative/archive-urge@1.yaml") == []


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("example: the archives", 'example: ""', ["clause-variable", "clause-fill", "clause-fill"]),
        ("{type: text, ex", "{type: date, ex", ["clause-variable", "clause-fill", "clause-fill", "clause-example"]),
        ("*Invites* States", "Invites States", ["clause-opener"]),
        ("*Invites* States", "*invites* States", ["clause-opener"]),
        ("*Invites* States", "*Invites States", ["clause-fill"]),
        ("*Invites* States to protect {{ topic }};", "*Invites* States to protect {{ topic }}.", ["clause-punctuation"]),
        ("*Invites* States to protect {{ topic }};", "*Invites* States, {{ topic }};[^note]", []),
        ("*Invites* States to protect {{ topic }};", "*Invites* {{ topic.x }};", ["clause-template", "clause-fill"]),
        ("*Invites* States to protect {{ topic }};", "*Invites* {{ tropic }};", ["clause-undeclared", "clause-fill"]),
        ("variables:\n", "variables:\n  spare: {type: text, example: x}\n", ["clause-unused"]),
        ("protect the archives;", "protect archives;", ["clause-example"]),
        ("with: {topic: the archives}", "with: {}", ["clause-example"]),
        ("strength: 5", "strength: 12", ["clause-strength"]),
        ("A/RES/79/124", "resolution 79/124", ["clause-provenance"]),
        ("related: [archive/urge]", "related: [archive/gone]", ["clause-related"]),
    ],
)
def test_each_slip_is_found(old: str, new: str, codes: list[str]) -> None:
    assert old in GOOD
    assert found(GOOD.replace(old, new, 1)) == codes


def test_a_clause_without_an_example_is_a_warning() -> None:
    assert found(GOOD[: GOOD.index("examples:")]) == ["clause-example"]


@pytest.mark.parametrize("where", ["library/preamble/archive-urge.yaml", "library/operative/urge.yaml", "library/operative/archive-urge@2.yaml"])
def test_the_file_is_called_after_the_clause(where: str) -> None:
    assert found(GOOD, where) == ["clause-file"]


def test_a_preambular_clause_ends_with_a_comma() -> None:
    preamble = GOOD.replace("operative", "preamble").replace("*Urges* States", "*Urging* States")
    where = "library/preamble/archive-urge.yaml"
    assert found(preamble, where) == ["clause-punctuation", "clause-punctuation"]
    assert found(preamble.replace(";\n", ",\n"), where) == []


def test_a_list_wants_a_colon_before_it() -> None:
    items = "items:\n  - |-\n    To keep {{ topic }}\nalternates:"
    assert found(GOOD.replace("alternates:", items)) == [
        "clause-punctuation",
        "clause-punctuation",
        "clause-punctuation",
        "clause-example",
    ]


def test_a_finding_names_clause_line_and_remedy() -> None:
    clause = read(GOOD.replace("protect the archives;", "protect archives;"), "library/operative/archive-urge.yaml")
    (finding,) = check(Library({clause.id: {1: clause}}))
    assert (finding.paragraph, finding.line) == ("archive/urge@1", 1)
    assert finding.fix == "it gives: *Urges* States to protect the archives;"
