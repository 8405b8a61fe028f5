"""Proposing clauses: what becomes a blank, the law that a clause is what it was made from, and what recurs in texts."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit import inline
from draftkit.clauses.clause_file import ID, read
from draftkit.clauses.harvesting import harvest
from draftkit.clauses.lines import line_of
from draftkit.clauses.masking import masked
from draftkit.clauses.match import exactly, index
from draftkit.clauses.naming import LONGEST_NAME, id_of, title_of
from draftkit.clauses.proposing import propose
from draftkit.clauses.sources import Source, place_of
from draftkit.clauses.written import written
from draftkit.errors import ClauseError
from draftkit.model import Paragraph
from draftkit.tree import Section

REPORT = "*Requests* the Secretary-General to report on lamps at its {} session;"


def source(text: str, *items: str, section: Section = Section.OPERATIVE, number: int = 4) -> Source:
    inner = tuple(Paragraph(f"p-{at}", inline.parse(item)) for at, item in enumerate(items))
    return Source("A/RES/81/901", number, section, Paragraph("p", inline.parse(text), inner))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Notes* its eighty\u2011first session;", "Notes its <session> session"),
        ("*Notes* its second special session;", "Notes its <session> special session"),
        ("*Notes* the second lamp;", "Notes the second lamp"),
        ("*Notes* the fiftieth anniversary;", "Notes the <number> anniversary"),
        ("*Notes* 4\u00a0December 2024 and 2027;", "Notes <date> and <year>"),
        ("*Notes* resolution 79/124 of 4 December 2024;", "Notes resolution <resolution>"),
        ("*Notes* resolutions 64/117, 65/33 and 79/127;", "Notes resolutions <resolutions>"),
        ("*Notes* Council resolution 2347 (2017);", "Notes Council resolution <resolution>"),
        ("*Notes* A/C.6/81/L.4/Rev.1;", "Notes <symbol>"),
        ("*Notes* nine lamps, 25 and 1,200;", "Notes <number> lamps, <number> and <number>"),
        ("*Notes* one lamp and two-year terms;", "Notes one lamp and two-year terms"),
        ("*Notes* Ghana, the Islamic Republic of Iran and Viet Nam;", "Notes <states>"),
        ("*Notes* the Sudan;", "Notes <state>"),
        ("*Notes* the item “Old lamps” and “lamps”;", 'Notes the item "<title>" and "lamps"'),
        ("*Notes* paragraph [[urges]] above;", "Notes paragraph <reference> above"),
    ],
)
def test_values_are_known_by_their_form(text: str, expected: str) -> None:
    assert masked(line_of(inline.parse(text))) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["*Also requests* a report on lamps at its ninetieth session."], "*Requests* a report on lamps at its {{ session | ordinal }} session;"),
        (["*Requests* a report on old lamps in 2027;", "*Requests* a report on oil in 2028;"], "*Requests* a report on {{ words }} in {{ year }};"),
        (["*Requests* a full report on lamps;", "*Requests* a report on lamps;"], "*Requests* a {{ words }} on lamps;"),
        (["*Requests* the Secretary-General to go on;", "*Requests* the Under-Secretary to go on;"], "*Requests* the {{ words }} to go on;"),
    ],
)  # fmt: skip
def test_what_varies_is_a_value(texts: list[str], expected: str) -> None:
    assert propose([source(text) for text in texts]).text == expected


def test_a_file_is_read_again_as_the_clause_and_says_where_it_comes_from() -> None:
    clause = propose([source(REPORT.format("ninetieth"))], "lamps/report")
    again = read(written(clause), "new.yaml")
    assert (again.text, again.variables, again.examples) == (clause.text, clause.variables, clause.examples)
    assert again.id == "lamps/report"
    assert written(clause).startswith("# yaml-language-server: $schema=../clause.schema.json\nid: ")
    assert again.use_when == "say when to use it"
    assert [(each.symbol, each.paragraph) for each in again.provenance] == [("A/RES/81/901", 4)]


def test_subparagraphs_become_items() -> None:
    clause = propose([source("*Decides* to act in 2027:", "To light the lamps in 2027;", "To fill nine of them.")])
    assert clause.text == "*Decides* to act in {{ year }}:"
    assert clause.items == ("To light the lamps in {{ year }};", "To fill {{ number | number }} of them;")


@pytest.mark.parametrize(
    ("sources", "what"),
    [
        ([source("*Requests* a report on lamps;"), source("*Welcomes* the oil of the year;")], "different words"),
        ([source("*Notes* lamps;")], "too little in common"),
        ([source("*Notes* the old lamps;"), source("*Notes* the old lamps,", section=Section.PREAMBLE)], "different parts"),
        ([source("*Notes* the old lamps;"), source("*Notes* the old lamps:", "All;")], "numbers of subparagraphs"),
        ([source("*Notes* the old lamps:", ";"), source("*Notes* the old lamps:", "All;")], "is empty"),
        ([source("*Notes* the old lamps \ue100;")], "can hold, U.E100"),
        ([source("*Notes* the old lamps \ue000;")], "can hold, U.E000"),
        ([source("*Notes* the old lamps:", "All \uf8ff;")], "can hold, U.F8FF"),
        ([source("*Notes* the old lamps \u202e;")], "can hold, U.202E"),
        ([source(f"*Notes* the old lamps{' and others' * 2_000};")], "more than 20,000 characters"),
        ([source(f"*Notes* the old lamps{' in 2027 and' * 101} more;")], "more than 100 values"),
    ],
)
def test_what_cannot_be_one_clause_is_refused(sources: list[Source], what: str) -> None:
    with pytest.raises(ClauseError, match=what):
        propose(sources)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (["Requests", "the", "lamps", "of", "the", "year", "again", "and", "again", "now"], "requests-lamps-year-again-again"),
        (["Évoque", "les", "années"], "evoque-les-annees"),
        (["Отмечает", "доклад", "о", "лампах"], "clause"),
        (["Отмечает", "доклад", "UNICEF"], "unicef"),
        (["_", "lamps", "＿"], "lamps"),
        (["Notes", "x" * 300], f"notes-{'x' * 300}"[:LONGEST_NAME]),
        (["Notes", "x" * (LONGEST_NAME - 6), "oil"], f"notes-{'x' * (LONGEST_NAME - 6)}"),
    ],
)
def test_an_id_is_one_that_a_library_can_load(own: list[str], expected: str) -> None:
    assert id_of(own) == f"proposed/{expected}"
    assert ID.fullmatch(id_of(own))


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=8))
def test_every_id_is_one(own: list[str]) -> None:
    assert ID.fullmatch(id_of(own))
    assert len(id_of(own)) <= len("proposed/") + LONGEST_NAME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Notes* the {{ words }} of 2027;", "Notes the ... of 2027"),
        (r"*Notes* the lamps marked \*, and \[those\] of {{ year }};", "Notes the lamps marked *, and [those]"),
        (f"*Notes*{' lamps' * 20};", f"Notes{' lamps' * 11}"),
        ("*Requests* the Secretary-General to report to it at its {{ session }} session a {{ words }};", "Requests the Secretary-General to report to it"),
    ],
)
def test_a_title_is_the_first_words_without_marks(text: str, expected: str) -> None:
    assert title_of(text) == expected


WORDS = st.sampled_from(
    "lamps oil the of and to report 79/124 eighty-first session 2027 nine 4 Ghana “Lamp” *light* in-depth A/81/143 (all) resolution 12%".split()
# each word once: what a value and the words before it both say is said once
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14, unique=True).map(lambda words: f"*Requests* that all of us {' '.join(words)} stay;")


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_a_proposed_clause_is_every_paragraph_it_was_made_from(texts: list[str]) -> None:
    sources = [source(text) for text in texts]
    clause = propose(sources)
    known = index([read(written(clause), "new.yaml")])
    for each in sources:
        match = exactly(known, place_of(each))
        assert match is not None
        assert match.exact


def test_harvest_counts_texts_and_passes_over_what_the_library_has() -> None:
    paragraphs = [(f"text-{at}", source(REPORT.format(which))) for at, which in enumerate(("ninetieth", "eightieth", "fiftieth"))]
    paragraphs += [("text-0", source("*Notes* the state of the lamps;"))] * 3
    (formula,) = harvest(paragraphs, index([]))
    assert (formula.wording, formula.texts) == ("Requests the Secretary-General to report on lamps at its <session> session", 3)
    assert harvest(paragraphs, index([propose([paragraphs[0][1]])])) == ()
    assert harvest(paragraphs, index([]), 4) == ()


def test_harvest_passes_over_what_can_be_no_clause() -> None:
    for text in ("*Notes* the old lamps \ue100;", "*Notes* the old lamps \ue000;", "*Notes* the old lamps \u202e;"):
        assert harvest([(f"text-{at}", source(text)) for at in range(3)], index([])) == ()


@pytest.mark.parametrize(
    "texts",
    [
        (f"*Notes* the lamps of Ghana{' and Ghana' * 1_500};",),
        (f"*Notes* the lamps of Ghana{', Zimbabwe and Ghana' * 800};",),
        (f"*Notes* the lamps of resolutions 79/1{' and 78/2' * 1_500};",),
        (f"*Notes* the lamps{' 1' * 9_000};",),
        (f"*Notes* the lamps{' the of' * 500} oil;", f"*Notes* the lamps{' the x of y' * 500} coal;"),
        (f"*Notes* the lamps{' the of' * 1_400} oil;", f"*Notes* the lamps{' of the' * 1_400} coal;"),
    ],
    ids=["one State", "States out of order", "resolutions", "numbers", "little words", "many little words"],
)
def test_what_is_made_to_be_difficult_comes_to_an_end(texts: tuple[str, ...]) -> None:
    started = monotonic()
    with suppress(ClauseError):
        propose([source(text) for text in texts])
    assert monotonic() - started < 10  # the States took half a minute
