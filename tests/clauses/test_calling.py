"""What a drafter types to call for a clause: only what its own wording needs."""

from __future__ import annotations

import pytest

from draftkit.clauses.calling import draft_lines, only_in
from draftkit.clauses.clause import Alternate, Clause, Type, Variable
from draftkit.tree import Section

TOPIC, KIND = Variable("topic", Type.TEXT, example="lamps"), Variable("kind", Type.TEXT, example="old")


def clause(text: str, alternate: str) -> Clause:
    other = Alternate("other", alternate)
    return Clause("lamps/note", 1, Section.OPERATIVE, "", text, variables=(TOPIC, KIND), alternates=(other,))


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("*Notes* {{ topic }} and {{ kind }};", ["topic", "kind"]),
        ("*Notes* {{ kind }};", ["kind"]),
        ("*Notes* {% if kind == 'topic' %}the{% else %}all{% endif %} lamps;", ["kind"]),  # a word, not the variable
        ("*Notes* the topic {{ kind | capitalized }};", ["kind"]),
        ("*Notes* {{ what is this;", ["topic", "kind"]),  # no template: "clause check" reports it
    ],
)
def test_a_value_that_only_an_alternate_names_is_not_needed(text: str, needed: list[str]) -> None:
    made = clause(text, "*Notes* {{ topic }} and {{ kind }};")
    assert [line.split(":")[0].strip() for line in draft_lines(made)[2:]] == needed
    assert [each.name for each in only_in(made, TOPIC)] == ([] if "topic" in needed else ["other"])
