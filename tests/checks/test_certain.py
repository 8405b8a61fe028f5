"""What to write is told only where it is certain, and nothing is found where it is another organ's: "words in, words out"."""

from __future__ import annotations

import pytest

from draftkit.checks import MOST_IN_A_PLACE, RULES, Subject, check
from draftkit.checks.citations.citation_list import citation_list
from draftkit.checks.citations.symbol_in_text import symbol_in_text
from draftkit.checks.form.subparagraph_opening import subparagraph_opening
from draftkit.checks.notes.note_form import note_form
from draftkit.checks.punctuation.stretch import LONGEST, stretch
from draftkit.checks.references.reference_unit import reference_unit
from draftkit.checks.subject import Passage
from draftkit.checks.wording.present_resolution import present_resolution
from draftkit.inline import parse
from draftkit.model import Severity

END = "z | *Decides* to meet."


def found(rule, text) -> list[tuple[str, str]]:
    return [(each.words, each.instead) for each in rule(Subject(text))]


@pytest.mark.parametrize(
    ("rule", "typed", "expected"),
    [
        (reference_unit, "the state of the art.[^n] and the art. (all)", []),
        (reference_unit, "what it says in its last para.[^n]", []),
        (reference_unit, "art. 4 and paras. [[z]]", [("art. 4", "article 4"), ("paras.", "paragraphs")]),
        (symbol_in_text, "the A/RES/79/124", [("A/RES/79/124", "")]),
        (symbol_in_text, "the resolution A/RES/79/124", [("resolution A/RES/79/124", "resolution 79/124")]),
        (symbol_in_text, "under A/RES/79/124", [("A/RES/79/124", "resolution 79/124")]),
        (citation_list, "resolutions 79/124, 78/69 and 77/108", [("79/124, 78/69 and 77/108;", "")]),
    ],
)
def test_words_of_a_paragraph(rule, typed, expected, draft):
    assert found(rule, draft(operative=[f"a | *Notes* {typed};", END], notes={"n": "A/81/1."})) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("*to report* on it;", [("*to report*", "To report")]),
        ("to report on it;", [("to report", "To report")]),
        ("promoting it;", [("promoting it", "Promoting it")]),
        ("de minimis matters;", [("de minimis", "")]),
        ("eLearning matters;", []),
        ("*De facto* matters;", []),
    ],
)
def test_the_beginning_of_a_subparagraph(typed, expected, draft):
    assert found(subparagraph_opening, draft(operative=[("a | *Asks* him:", [f"b | {typed}"]), END])) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("A/65/113 and Corr.1 and 2.", []),
        ("A/65/113 and Corr.1 to 3.", []),
        ("A/65/113 and Corr.1.", [("A/65/113 and Corr.1", "A/65/113 and A/65/113/Corr.1")]),
    ],
)
def test_symbols_of_several_corrigenda_are_left_alone(note, expected, draft):
    assert found(note_form, draft(operative=["a | *Notes* it;[^n]", END], notes={"n": note})) == expected


def test_a_list_that_goes_down_from_the_newest_is_only_a_question(draft):
    text = draft(operative=["a | *Notes* resolutions 79/124, 78/69 and 77/108;", "b | *Notes* resolutions 79/124 and 78/69;", END])
    assert [each.severity for each in citation_list(Subject(text))] == [Severity.INFO, Severity.WARNING]


def test_a_text_that_is_annexed_and_what_is_quoted_speak_for_themselves(draft):
    text = draft(operative=["a | *Notes* “this resolution” and the annex;", END], annex=["n | This resolution stands."])
    assert found(present_resolution, text) == []


@pytest.mark.parametrize("organ", ["Human Rights Council", "Economic and Social Council"])
def test_numbers_of_other_organs_are_not_the_assemblys(organ, draft):
    preamble = [
        "a | *Recalling* General Assembly resolution 60/251 of 15 March 2006,",
        "b | *Recalling also* its resolution 5/1 of 18 June 2007 and Human Rights Council resolution 48/13,",
        "c | *Recalling further* General Assembly resolution 79/124,",
    ]
    text = draft(preamble, ["d | *Decides* to act in line with its decision 6/102 and its resolution 72/5."], organ=organ, session=57)
    rules = [rule for rule in RULES if rule.code.startswith("DK4")]
    assert [each.code for rule in rules for each in rule(Subject(text))] == []


def test_of_what_has_no_blanks_only_the_nearest_is_told(draft):
    passage = Passage("a", parse("—".join("x" * 5000)))
    words, instead = stretch(passage, 4001, 4002, " – ")
    assert LONGEST < len(words) <= 3 * LONGEST + 1
    assert len(instead) == len(words) + 2


def test_of_a_place_only_so_many_findings_of_a_rule_are_told(draft):
    text = draft(operative=[f"a | *Notes* {'old — new, ' * (MOST_IN_A_PLACE + 7)}and;", "b | *Notes* old — new;", END])
    dashes = [each for each in check(text) if each.code == "dashes"]
    assert [each.paragraph for each in dashes] == ["a"] * MOST_IN_A_PLACE + ["b"]
    assert dashes[-2].message.endswith(" (and 7 more)")
