"""Clauses that say nearly the same: which are a pair, which are meant, and that a large library costs no time."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from draftkit.clauses.clause import Alternate, Clause
from draftkit.clauses.duplicates import LONGEST, duplicates, names_of
from draftkit.clauses.library import Library
from draftkit.clauses.proof import check
from draftkit.tree import Section

URGE = "*Urges* all lighthouse keepers to polish the lamps of {{ place }} every week and to report on it;"
NEAR = "*Invites* all lighthouse keepers to polish the lamps of {{ coast }} every week and to report on it;"
OTHER = "*Requests* the archivists of {{ place }} to keep the old registers of the lighthouses in a dry room;"


def clause(name: str, text: str, **fields: object) -> Clause:
    made = Clause(name, 1, Section.OPERATIVE, "T", text, place=f"ours/operative/{name.replace('/', '-')}.yaml:1")
    return replace(made, **fields)  # type: ignore[arg-type]


def library(*clauses: Clause) -> Library:
    shelves: dict[str, dict[int, Clause]] = {}
    for each in clauses:
        shelves.setdefault(each.id, {})[each.version] = each
    return Library(shelves)


def pairs(*clauses: Clause) -> list[tuple[str, str, str, str]]:
    return [(pair.clause.id, pair.alternate, pair.other.id, pair.others_alternate) for pair in duplicates(library(*clauses))]


LAMP, OIL = clause("lamp/urge", URGE), clause("oil/invite", NEAR)
FOUND = [("oil/invite", "", "lamp/urge", "")]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (LAMP, OIL, FOUND),
        (LAMP, replace(OIL, text=URGE.replace("Urges", "Further urges")), FOUND),
        (LAMP, replace(OIL, text=URGE.replace("polish", "{% if once %}polish{% else %}clean{% endif %}")), FOUND),
        (LAMP, replace(OIL, text=f"{URGE}[^note]"), FOUND),
        (LAMP, replace(OIL, text=OTHER, alternates=(Alternate("soft", NEAR),)), [("oil/invite", "soft", "lamp/urge", "")]),
        (replace(LAMP, text=OTHER, alternates=(Alternate("hard", URGE),)), OIL, [("oil/invite", "", "lamp/urge", "hard")]),
        (LAMP, replace(OIL, not_when="The coast is meant; lamp/urge@1."), []),
        (replace(LAMP, not_when="Then oil/invite."), OIL, []),
        (LAMP, replace(OIL, not_when="Then lamp/urge-all."), FOUND),
        (LAMP, replace(OIL, use_when="As lamp/urge."), FOUND),
        (LAMP, replace(OIL, extends="lamp/urge@1"), []),
        (LAMP, replace(LAMP, version=2), []),
        (LAMP, replace(OIL, part=Section.PREAMBLE), []),
        (LAMP, clause("oil/invite", OTHER), []),
        (LAMP, replace(OIL, items=("To begin with the oldest lamps of all;",)), []),
        (clause("a/b", "*Notes* its lamps {{ x }};"), clause("c/d", "*Notes* its lamps {{ y }};"), []),
        (clause("a/b", "word " * (LONGEST + 1)), clause("c/d", "word " * (LONGEST + 1)), []),
    ],
)
def test_a_pair_says_nearly_the_same_and_is_not_meant(one: Clause, other: Clause, found: list[tuple[str, str, str, str]]) -> None:
    assert pairs(one, other) == found


def test_what_extends_what_extends_is_meant_and_a_ring_comes_to_an_end() -> None:
    middle = clause("oil/invite", OTHER, extends="lamp/urge")
    assert pairs(LAMP, middle, clause("wick/urge", NEAR, extends="oil/invite@1")) == []
    assert pairs(replace(LAMP, extends="a/b"), clause("a/b", OTHER, extends="lamp/urge"), OIL) == FOUND


def test_the_highest_versions_are_compared() -> None:
    assert pairs(LAMP, OIL, replace(OIL, version=2, text=OTHER)) == []


def test_the_finding_names_the_other_the_share_and_what_to_do() -> None:
    said = [finding for finding in check(library(LAMP, OIL)) if finding.code == "clause-duplicate"]
    assert [(finding.paragraph, finding.severity, finding.message, finding.fix) for finding in said] == [
        (
            "oil/invite@1",
            "warning",
            "it says nearly what lamp/urge says (93% of the words in order)",
            "make it an alternate of lamp/urge, or say in not_when what sets it apart from lamp/urge",
        )
    ]


@pytest.mark.parametrize(
    ("key", "words", "missing"),
    [
        ("not_when", "Only some are meant; oil/invites.", ["oil/invites"]),
        ("use_when", "As lamb/urge@1, where the coast is meant.", ["lamb/urge"]),
        ("not_when", "For all and/or some, his/her own, in 79/192, at http://www.example.org/lamp/urge; oil/invite@1.", []),
        ("use_when", "As oil/invite, and lamp/urge.", []),
    ],
)
def test_a_clause_named_in_words_exists(key: str, words: str, missing: list[str]) -> None:
    named = replace(LAMP, **{key: words})  # type: ignore[arg-type]
    said = [finding.message for finding in check(library(named, clause("oil/invite", OTHER))) if finding.code == "clause-related"]
    assert said == [f'{key} names the clause "{name}", which does not exist' for name in missing]


def test_names_stand_alone() -> None:
    assert names_of("a/b, (c-d/e-f); g/h@2. i/j/k l/m-") == {"a/b", "c-d/e-f", "g/h"}


@pytest.mark.parametrize("word", ["same", "w{n}", "{n}"])
def test_thousands_of_clauses_alike_come_to_an_end(word: str) -> None:
    many = library(*(clause(f"a/b{n}", URGE.replace("lamps", word.format(n=n))) for n in range(2_000)))
    before = time.process_time()
    assert len(list(duplicates(many))) > 1_990
    assert time.process_time() - before < 5


@pytest.mark.parametrize("text", ["{{ " * 30_000, "{% if " * 15_000, "[[a " * 20_000, "[^" * 40_000, "a-/" * 30_000])
def test_open_marks_cost_no_time(text: str) -> None:
    before = time.process_time()
    assert pairs(clause("a/b", text, not_when=text), LAMP) == []
    assert names_of(text) == frozenset()
    assert time.process_time() - before < 2
