"""What ``@rule`` gives as wrong and right is so: the rule finds the one and not the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from draftkit.checks import RULES, Rule, Subject
from draftkit.model import Resolution

END = "z | *Decides* to meet."

PLACES: tuple[Callable[[str], dict[str, Any]], ...] = (
    lambda words: {"operative": [f"a | *Notes* {words}", END]},
    lambda words: {"operative": [f"a | {words}", END]},
    lambda words: {"preamble": [f"a | {words}"], "operative": [END]},
    lambda words: {"title": words, "operative": [END]},
    lambda words: {"operative": [("a | *Asks* him:", [f"b | {words.removeprefix('(a) ')}"]), END]},
    lambda words: {"operative": ["a | *Notes* it;[^n]", END], "notes": {"n": words}},
    lambda words: {"formula": words.removesuffix(" Takes note ..."), "operative": [END]},
    lambda words: {"operative": [*(f"{'ab'[at]} | {each}" for at, each in enumerate(words.split("; ")[:2])), END]},
)
"""Where the words may stand: in a paragraph, as one, as a title, a subparagraph, a note, the organ's line, several paragraphs."""

TOLD = {
    "DK012": "lines of a masthead",
    "DK014": "a title and that of an item",
    "DK015": "lines of a masthead",
    "DK017": "what headings there are",
    "DK018": "what is not there",
    "DK020": "what subparagraphs there are",
    "DK021": "closing lines",
    "DK301": "a mark, and a paragraph that is there",
    "DK303": "words as they are printed",
    "DK304": "words as they are printed",
    "DK405": "words of a second mention",
    "DK505": "notes as they are printed",
    "DK508": "two notes",
    "DK513": "notes as they are printed",
    "DK514": "the session of a text",
    "DK601": "the session of a text",
    "DK602": "two paragraphs",
    "DK604": "an item of the masthead",
    "DK607": "lines of a masthead",
}
"""Rules whose examples are no words of a text, but tell of one."""

GIVEN = [rule for rule in RULES if rule.bad and rule.good and rule.code not in TOLD]


@pytest.mark.parametrize("rule", GIVEN, ids=lambda rule: rule.code)
def test_a_rule_finds_its_own_bad_example_and_not_the_good_one(rule: Rule, draft: Callable[..., Resolution]) -> None:
    def found(words: str, place: Callable[[str], dict[str, Any]]) -> bool:
        return any(True for _ in rule(Subject(draft(**place(words), session=81))))

    assert any(found(rule.bad, place) and not found(rule.good, place) for place in PLACES)


def test_no_example_is_left_out_that_would_do() -> None:
    assert set(TOLD) <= {rule.code for rule in RULES if rule.bad}
