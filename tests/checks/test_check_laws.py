"""Laws of the checks: whatever text comes in, findings come out."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.assemble.directions import correct
from draftkit.assemble.leads import addressee, lead
from draftkit.checks import RULES, Subject, check
from draftkit.checks.references.reference_direction import reference_direction
from draftkit.cli.checking.mending import planned
from draftkit.inline import join
from draftkit.model import (
    AgendaItem,
    Annex,
    Callout,
    Cell,
    ClauseEntry,
    Heading,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Ref,
    Resolution,
    Scheme,
    Table,
    Text,
)

NAMES = st.sampled_from(["a", "b", "c", "d", "e", "f"])
WORDS = st.sampled_from(
    ["Urges", "Also", " ", ", ", " and ", " to ", "paragraph ", "paragraphs ", " above", " below", "paragraph 3 above", ";", ".",
     "Ibid.", "___", "this resolution", "A/RES/79/124", "Requests further", "\u00a0", "\x1b[31m", "“", "”"]
)  # fmt: skip
PIECES = st.one_of(
    st.builds(Text, WORDS | st.text(max_size=8), st.booleans()), st.builds(Ref, NAMES, st.sampled_from(["", "full"])), st.builds(Callout, NAMES)
)
CONTENTS = st.lists(PIECES, max_size=6).map(join)
LABELS = st.sampled_from([None, "", "1.", "4 bis.", "(a)", "(ii)", "x"])
TABLES = st.builds(Table, NAMES, st.lists(st.lists(st.builds(Cell, CONTENTS), max_size=2).map(tuple), max_size=2).map(tuple))
UNREAD = st.builds(Opaque, NAMES, CONTENTS, st.sampled_from(["image", "text box"]))
LEAVES = st.builds(Paragraph, NAMES, CONTENTS, st.just(()), LABELS)
ITEMS = st.lists(LEAVES | TABLES | UNREAD, max_size=2).map(tuple)
PARAGRAPHS = st.builds(Paragraph, NAMES, CONTENTS, st.lists(st.builds(Paragraph, NAMES, CONTENTS, ITEMS, LABELS) | TABLES, max_size=2).map(tuple), LABELS)
HEADINGS = st.builds(Heading, NAMES, CONTENTS, st.sampled_from(Scheme), st.sampled_from([None, "I", ""]), st.booleans())
BLOCKS = st.lists(PARAGRAPHS | HEADINGS | TABLES | UNREAD | st.builds(ClauseEntry, NAMES, st.just("report/request@1")), max_size=4).map(tuple)
ANNEXES = st.lists(st.builds(Annex, NAMES, st.just("Annex"), CONTENTS, BLOCKS), max_size=1).map(tuple)
PARTS = st.builds(Part, BLOCKS, BLOCKS, ANNEXES, st.just(""), CONTENTS, st.none(), WORDS, WORDS)
MASTHEADS = st.builds(
    Masthead, symbol=WORDS, adopted=WORDS, heading=WORDS, basis=WORDS, agenda=st.lists(st.builds(AgendaItem, WORDS, WORDS), max_size=2).map(tuple)
)
RESOLUTIONS = st.builds(
    Resolution, MASTHEADS, CONTENTS, st.lists(PARTS, max_size=2).map(tuple), st.lists(st.builds(Note, NAMES, CONTENTS, NAMES | st.just("")), max_size=3).map(tuple)
)
BRIEF = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@BRIEF
@given(RESOLUTIONS)
def test_check_never_raises_and_reports_under_the_codes_of_the_rules(resolution):
    codes = {rule.name for rule in RULES}
    for finding in check(resolution, stage="l-document"):
        assert finding.code in codes
        assert "\n" not in finding.message


@BRIEF
@given(RESOLUTIONS)
def test_a_second_correction_of_directions_changes_nothing(resolution):
    corrected, _ = correct(resolution)
    assert correct(corrected) == (corrected, ())


@BRIEF
@given(RESOLUTIONS)
def test_after_correction_no_direction_is_wrong_that_has_one_right_word(resolution):
    corrected, _ = correct(resolution)
    assert [each.message for each in reference_direction(Subject(corrected)) if each.fix.startswith("write")] == []


@given(CONTENTS)
def test_a_lead_is_on_one_line_and_without_blanks_at_its_ends(content):
    assert lead(content) == lead(content).strip()
    assert addressee(content) == addressee(content).lower()


def _cases() -> list[tuple[Any, ...]]:
    """The cases of all files beside this one: a rule, a text, and what it finds there."""
    found = []
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        if file.name != Path(__file__).name and re.search(r"^CASES\b", file.read_text("utf-8"), re.MULTILINE):
            spec = importlib.util.spec_from_file_location(f"cases_of_{file.stem}", file)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            found += module.CASES.values()
    return found


def test_a_rule_says_that_it_mends_if_it_knows_what_to_write(draft):
    """``mends=True`` in ``@rule``: ``check --explain`` and docs/check.md tell it, and --fix does it."""
    known = {rule.name for rule, text, *_ in _cases() for finding in rule(Subject(draft(**text))) if finding.instead}
    said = {rule.name for rule in RULES if rule.mends}
    assert known - said == set(), "these give Finding.instead: add mends=True to their @rule"
    assert said - known == set(), "these say mends=True: give each a case in which it knows what to write"


def test_what_there_is_to_write_is_for_words_that_stand_in_the_text(draft):
    for rule, text, *_ in _cases():
        subject = Subject(draft(**text))
        for finding in rule(subject):
            if finding.instead:
                plan = planned([finding], subject.resolution)
                assert finding.words
                assert finding.words != finding.instead
                assert plan.fixes or "nowhere" not in plan.left[0][1], f"{rule.name}: {plan.left[0][1]}"
