"""Opening words: base, step and form, and the cycle bare / also / further (un-rules B3, C3)."""

from __future__ import annotations

import pytest

from draftkit.un.openers import Where, base, expected_steps, form, is_addressee, is_known, nearest, register, step

IRREGULAR = {"Also expressing its satisfaction", "Also, in this regard, calls upon", "Decides also"}
"""Leads of the register whose adverb stands where it usually does not."""


@pytest.mark.parametrize(
    ("lead", "bare", "at"),
    [
        ("Urges", "Urges", 0),
        ("Also urges", "Urges", 1),
        ("Further takes note", "Takes note", 2),
        ("Recalling further", "Recalling", 2),
        ("Noting with appreciation also", "Noting with appreciation", 1),
        ("Noting also with concern", "Noting with concern", 1),
        ("Reaffirming also its commitment", "Reaffirming its commitment", 1),
        ("Having also considered", "Having considered", 1),
        ("Also, in this regard, calls upon", "In this regard, calls upon", 1),
        ("Stressing again", "Stressing again", 0),
        ("", "", 0),
    ],
)
def test_a_lead_has_a_base_and_a_step(lead, bare, at):
    assert (base(lead), step(lead)) == (bare, at)


@pytest.mark.parametrize(
    ("bare", "at", "part", "lead"),
    [
        ("Urges", 0, "operative", "Urges"),
        ("Urges", 1, "operative", "Also urges"),
        ("Strongly condemns", 2, "operative", "Further strongly condemns"),
        ("Recalling", 1, "preambular", "Recalling also"),
        ("Taking note", 2, "preambular", "Taking note further"),
        ("Deeply concerned", 1, "preambular", "Deeply concerned also"),
        ("Reaffirming its commitment", 1, "preambular", "Reaffirming also its commitment"),
        ("Expressing its deep concern", 2, "preambular", "Expressing its deep concern further"),
        ("Having considered", 1, "preambular", "Having also considered"),
        ("", 1, "operative", ""),
    ],
)
def test_the_adverb_goes_before_an_operative_verb_and_behind_a_preambular_phrase(bare, at, part, lead):
    assert form(bare, at, part) == lead


def adverbial(part: str) -> list[str]:
    return [lead for lead in register()[part] if step(lead)]


@pytest.mark.parametrize("part", list(Where))
def test_base_step_and_form_give_back_every_lead_of_the_register_that_has_an_adverb(part):
    assert len(adverbial(part)) > 50
    changed = {lead for lead in adverbial(part) if form(base(lead), step(lead), part) != lead}
    assert changed <= IRREGULAR
    for lead in adverbial(part):
        again = form(base(lead), step(lead), part)
        assert (base(again), step(again)) == (base(lead), step(lead))


@pytest.mark.parametrize("part", list(Where))
def test_every_lead_of_the_register_is_known_at_every_step_of_the_cycle(part):
    for lead in register()[part]:
        assert is_known(lead, part)
        assert all(is_known(form(base(lead), at, part), part) for at in range(3))


def test_a_lead_belongs_to_one_part():
    assert is_known("Recalling", "preambular")
    assert not is_known("Recalling", "operative")
    assert is_known("Further commends", "operative")
    assert not is_known("Zestfully noting", "preambular")


def test_the_nearest_known_opening_is_offered_for_a_slip_and_nothing_for_what_is_like_none():
    assert nearest("Recaling also", "preambular") == "Recalling"
    assert nearest("Xylophoning", "preambular") == ""
    assert nearest("Urges " * 100_000, "operative") == ""


@pytest.mark.parametrize(
    ("verb", "addresses"),
    [
        ("Requests", True),
        ("Calls upon", True),
        ("Strongly encourages", True),
        ("Once again urges", True),
        ("Appeals", True),
        ("Calls for", False),
        ("Welcomes", False),
        ("Takes note", False),
        ("", False),
    ],
)
def test_which_verbs_address_somebody(verb, addresses):
    assert is_addressee(verb) is addresses


def steps(*paragraphs: str) -> str:
    """The expected leads of a run; an addressee stands behind a slash."""
    leads, addressees = zip(*((text + "/").split("/")[:2] for text in paragraphs), strict=True)
    return " ".join("-" if at is None else ["bare", "also", "further"][at] for at in expected_steps(leads, addressees))


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["Welcomes", "Welcomes", "Welcomes", "Welcomes", "Welcomes"], "bare also further bare also"),
        (["Welcomes", "Also welcomes", "Notes", "Further welcomes"], "bare also bare bare"),
        (["Recalling also", "Recalling", "Recalling with concern"], "bare also bare"),
        (["Urges/states", "Urges/states", "Urges/the secretariat", "Also urges/the secretariat"], "bare also bare also"),
        (["Welcomes/the report", "Welcomes/the panel"], "bare also"),
        (["Recalling", "", "Recalling"], "bare - bare"),
        (["Stressing", "Stressing again", "Stressing"], "bare bare bare"),
    ],
)
def test_the_cycle_goes_on_while_verb_and_addressee_stay(paragraphs, expected):
    assert steps(*paragraphs) == expected


def test_nothing_is_expected_of_no_paragraphs():
    assert expected_steps([], []) == []
