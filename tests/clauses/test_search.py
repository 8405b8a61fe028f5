"""Searches as drafters type them, on the standard library and on clauses written for it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.clauses import load
from draftkit.clauses.clause import Alternate, Clause
from draftkit.clauses.search import Asked, addressees, example_of, families, find, search
from draftkit.cli.clauses.look_up import described
from draftkit.tree import Section

STANDARD = tuple(load())


def found(words: str = "", clauses: tuple[Clause, ...] = STANDARD, **asked: object) -> list[str]:
    return [clause.id for clause in search(clauses, Asked(words, **asked))]  # type: ignore[arg-type]


def clause(name: str, text: str = "*Notes* it;", title: str = "Plain", **fields: object) -> Clause:
    return Clause(name, 1, Section.OPERATIVE, title, text, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("welcome report", "report/note"),
        ("good offices", "support/express"),
        ("no cost", "resources/existing"),
        ("no cost", "cost/voluntary"),
        ("next session agenda", "agenda/include"),
        ("provisonal agenda", "agenda/include"),
        ("request report secretary general", "report/request"),
        ("become parties treaty", "treaty/become-parties"),
        ("working group establish", "working-group/establish"),
        ("observer status", "observer/invite"),
        ("voluntary contributions", "cost/voluntary"),
        ("volontary contributions", "cost/voluntary"),
        ("condemn", "condemn/acts"),
        ("take note with appreciation", "report/note"),
        ("thanks", "appreciation/express"),
        ("seized", "seized/remain"),
        ("put on the agenda", "agenda/include"),
        ("no extra cost", "resources/existing"),
        ("without extra cost", "resources/existing"),
        ("give observer status", "observer/invite"),
        ("set up a working group", "working-group/establish"),
        ("working group meet again", "working-group/ad-hoc"),
        ("help developing", "assistance/technical"),
        ("follow up conference", "conference/convene"),
        ("appoint chairperson", "election/members"),
        ("donate", "cost/voluntary"),
        ("we are worried about", "concern/about"),
        ("report next session", "report/request"),
        ("next session", "agenda/include"),
        ("thank the secretary general", "appreciation/express"),
        ("remember previous resolutions", "recall/previous-on-subject"),
        ("recall previous resolutions", "recall/previous-on-subject"),
        ("money", "resources/existing"),
        ("become a party", "treaty/become-parties"),
        ("ask for views", "comments/seek-views"),
        ("elect members", "election/members"),
        ("thank host government", "gratitude/host"),
        ("participation of women", "gender/participation"),
        ("merge reports", "mandate/consolidate"),
        ("new agenda item", "agenda/include-new"),
        ("pay dues on time", "budget/pay-in-full"),
        ("stop reporting", "mandate/retire"),
        ("take up again in two years", "agenda/biennial"),
        ("high level meeting", "meeting/convene"),
        ("publish on the website", "uncitral/publish"),
        ("trust fund", "trust-fund/contribute"),
        ("obsever staus", "observer/invite"),
    ],
)
def test_the_clause_that_a_drafter_means_is_among_the_first_three(words: str, wanted: str) -> None:
    assert wanted in found(words)[:3]


@pytest.mark.parametrize("words", ["sanctions", "no such", "no", "!!!"])
def test_a_word_of_another_kind_is_not_taken_for_one_of_the_library(words: str) -> None:
    assert found(words) == []


def test_clauses_with_most_of_the_words_follow_where_few_have_all_of_them() -> None:
    clauses = (
        clause("a/all", title="Cables of archives"),
        clause("b/most", title="Cables in archives that nobody keeps"),
        clause("c/one", title="Archives"),
        clause("d/one", title="Archives again"),
    )
    hits = find(clauses, Asked("cables archives keeps"))
    assert ([each.id for each in hits.clauses], hits.whole) == (["b/most", "a/all"], 1)
    assert found("cables", clauses, part=Section.PREAMBLE) == []
    assert found("cables zzzzzz", clauses) == ["a/all", "b/most"]


def test_title_and_family_count_most_then_opening_words_then_use_when_then_text() -> None:
    clauses = (
        clause("a/text", "*Notes* the cables;"),
        clause("b/use", use_when="For cables."),
        clause("c/opener", "*Protects cables*;"),
        clause("d/title", title="Cables"),
        clause("cables/title", title="Cables"),
    )
    assert found("cables", clauses) == ["cables/title", "d/title", "c/opener", "b/use", "a/text"]


@pytest.mark.parametrize("words", ["welcoming", "Welcomes", "WELCOM", "welcoms", "welocme", "the welcome of", "welcome-report"])
def test_other_forms_beginnings_and_misspelt_words_are_found(words: str) -> None:
    assert found(words, (clause("a/b", "*Welcomes* the report;"), clause("c/d"))) == ["a/b"]


@pytest.mark.parametrize("words", ["zzzz", "chives", "zzzz yyyy", "!!!", "x" * 5_000, "1", "*", "\0"])
def test_what_is_in_no_clause_is_not_found(words: str) -> None:
    assert found(words, (clause("a/b", "*Welcomes* the archives;"),)) == []


def test_a_word_that_stands_in_a_clause_is_not_corrected() -> None:
    assert found("states", (clause("a/b", "*Notes* the status;"), clause("c/d", "*Notes* States;"))) == ["c/d"]


def test_the_words_of_everyday_speech_find_those_of_the_texts() -> None:
    paid = clause("a/b", "*Stresses* that costs are met from voluntary contributions;")
    assert found("no cost", (paid, clause("c/d"))) == ["a/b"]
    assert found("NO COSTS", (paid,)) == ["a/b"]
    assert found("secgen", (clause("a/b", "*Requests* the Secretary-General to act;"), clause("c/d"))) == ["a/b"]


@pytest.mark.parametrize("words", ["pbi", "arrears", "donations", "join treaty", "icj", "postpone", "sdgs", "ngos", "secgen report", "stay seized"])
def test_words_of_everyday_speech_find_something_in_the_standard_library(words: str) -> None:
    assert found(words)


def test_what_a_clause_is() -> None:
    rungs = (
        clause("a/low", strength=1),
        clause("a/high", strength=8),
        clause("b/ladder", strength=3, alternates=(Alternate("x", "*Urges*;", strength=5),)),
        clause("b/none"),
    )
    assert found("", rungs, strength=(1, 3)) == ["a/low", "b/ladder"]
    assert found("", rungs, strength=(5, 5)) == ["b/ladder"]
    assert found("", rungs, family="a") == ["a/low", "a/high"]
    assert found("high", rungs, family="b") == []
    assert found("", rungs, part=Section.PREAMBLE) == []
    assert families(rungs) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("*Requests* the Secretary-General to report;", ["the Secretary-General"]),
        ("*Also invites* States, as appropriate, to act;", ["States"]),
        ("*Calls upon* all States that have not yet done so to act;", ["all States"]),
        ("*Expresses its appreciation* to the Panel on Archives for its work;", ["the Panel on Archives"]),
        ("*Decides* to remain seized of the matter;", []),
        ("*Takes note with appreciation* of the report submitted to the Committee;", []),
        ("*Commends*;", []),
        ("no verb", []),
    ],
)
def test_whom_a_clause_addresses(text: str, who: list[str]) -> None:
    assert list(addressees(clause("a/b", text))) == who


def test_search_by_addressee() -> None:
    clauses = (clause("a/b", "*Requests* the Secretary-General to report to States;"), clause("c/d", "*Urges* States to act;"))
    assert found("", clauses, addressee="secretary-general") == ["a/b"]
    assert found("", clauses, addressee="secertary general") == ["a/b"]
    assert found("", clauses, addressee="States") == ["c/d"]
    assert found("act", clauses, addressee="Secretary-General") == []
    assert {"report/request", "dissemination/request"} <= set(found("", addressee="Secretary-General"))


@pytest.mark.parametrize("unit", ["{{", "{%", "{{ a", "{% }"])
def test_a_clause_that_closes_none_of_its_blanks_is_searched_and_shown_as_fast_as_it_is_read(unit: str) -> None:
    endless = clause("a/b", f"*Requests* the keeper {unit * 25_000}")
    begun = time.process_time()
    assert found("keeper", (endless,), addressee="keeper") == ["a/b"]
    assert "In a draft" in list(described(endless))
    assert time.process_time() - begun < 3


def test_the_example_is_filled_where_there_is_one() -> None:
    (request,) = (each for each in STANDARD if each.id == "report/request")
    assert example_of(request).startswith("*Requests* the Secretary-General to submit to the General Assembly at its eighty-first")
    assert example_of(clause("a/b", "*Notes*\n  {{ it }};")) == "*Notes* {{ it }};"


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_words_give_clauses_of_the_library_each_once(words: str, addressee: str) -> None:
    some = STANDARD[::40]
    names = [each.reference for each in search(some, Asked(words, addressee=addressee))]
    assert len(names) == len(set(names))
    assert set(names) <= {each.reference for each in some}
