"""What became of each paragraph, and which of its changes are routine."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.assemble.printed import printed
from draftkit.compare import compare
from draftkit.compare.disposition import Disposition, Matter
from draftkit.compare.figures import Dispositions, asks_for_report
from draftkit.compare.strangers import strangers
from draftkit.compare.table_rows import dispositions
from draftkit.compare.tokens import Op
from draftkit.model import Cell, Heading, Kind, Masthead, Part, Resolution, Scheme, Table, Text
from draftkit.roll import roll
from redlines import paragraph, text
from strategies import pairs

OLD, NEW = Masthead(symbol="A/RES/79/901", session=79, adopted="4 December 2024"), Masthead(symbol="A/C.6/81/L.3", session=81)


def table(old: Resolution, new: Resolution) -> Dispositions:
    return dispositions(old, new, strangers(old, new))


def rows(found: Dispositions) -> list[tuple[str, str, str]]:
    return [(row.old, row.new, str(row.disposition)) for row in found.rows if row.matter not in (Matter.MASTHEAD, Matter.HEADING)]


def became(old: str, new: str) -> Disposition:
    """What became of a paragraph, among others that stay."""
    rest = ("b: *Recalls* the work of the group of experts;", "c: *Decides* to remain seized of the matter.")
    found = table(text(f"a: {old}", *rest, head=OLD), text(f"x: {new}", *rest, head=NEW))
    return next(row.disposition for row in found.rows if row.matter is Matter.OPERATIVE)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("*Urges* States to report;", "*Urges* States to report;", Disposition.CARRIED),
        ("*Asks* for a report at its eightieth session;", "*Asks* for a report at its eighty-second session;", Disposition.TECHNICAL),
        ("*Asks* for a report at its eightieth session;", "*Asks* for a report at its eighty-fifth session;", Disposition.AMENDED),
        ("*Recalls* resolution 77/901 of 5 December 2022;", "*Recalls* resolution 79/902 of 4 December 2024;", Disposition.TECHNICAL),
        ("*Welcomes* the forum held in 2024 in Nairobi;", "*Welcomes* the forum held in 2026 in Nairobi;", Disposition.TECHNICAL),
        ("*Welcomes* the forum held in 2024 in Nairobi;", "*Welcomes* the forum held in 2025 in Nairobi;", Disposition.AMENDED),
        ("*Notes* that 24 States have joined the accord;", "*Notes* that 26 States have joined the accord;", Disposition.AMENDED),
        ("*Urges* States to report on all of it;", "*Also urges* States to report on all of it;", Disposition.TECHNICAL),
        ("*Notes* the second forum of all States;", "*Notes* the Second forum of all States;", Disposition.AMENDED),
        ("*Urges* States to report on all of it;", "*Strongly urges* States to report on all of it;", Disposition.AMENDED),
        ("*Urges* States, and also organizations, to act;", "*Urges* States, and organizations, to act;", Disposition.AMENDED),
        ("*Urges* States to report on all of it;", "*Urges* States to report on all of it.", Disposition.TECHNICAL),
        ("*Urges* States, in the region, to report;", "*Urges* States in the region to report;", Disposition.AMENDED),
        ("*Notes* the list in A/79/901 and its annex;", "*Notes* the list in A/81/955 and its annex;", Disposition.TECHNICAL),
        ("*Notes* the list in A/79/901 and its annex;", "*Notes* the list in A/75/955 and its annex;", Disposition.AMENDED),
        ("*Urges* States to report;", "*Urges* States to *report*;", Disposition.TECHNICAL),
    ],
)
def test_a_paragraph_is_technical_where_a_rule_says_all_that_changed(old: str, new: str, expected: Disposition) -> None:
    assert became(old, new) is expected


def test_nothing_moves_on_where_a_session_is_not_known() -> None:
    old, new = text("a: *Asks* for it at its eightieth session."), text("a: *Asks* for it at its eighty-second session.")
    assert rows(table(old, new)) == [("OP", "OP", "amended")]


def test_what_the_roll_forward_does_is_technical() -> None:
    prior = text("a: *Urges* all States.", preamble=("r: *Recalling* its resolution 77/901 of 5 December 2022,",), head=OLD)
    new = text("u: *Urges* all States.", preamble=("q: *Recalling* its resolutions 77/901 of 5 December 2022 and 79/901 of 4 December 2024,",), head=NEW)
    rolled = text("a: *Urges* all States.", preamble=("r: *Recalling* its resolutions 77/901 of 5 December 2022 and 79/901 of 4 December 2024,",), head=NEW)
    assert rows(dispositions(prior, new, strangers(prior, new)))[0] == ("PP1", "PP1", "amended")
    found = dispositions(prior, new, strangers(prior, new, stages=[(Kind.TECHNICAL, rolled)]))
    assert rows(found)[0] == ("PP1", "PP1", "technical")


def test_names_that_are_alike_by_chance_mean_nothing() -> None:
    """The id of the paragraph that was struck is that of another one in the new text."""
    old = text("urges: *Urges* States to close the old fund.", head=OLD)
    new = text("notes: *Notes* it.", "urges: *Declares* the decade of the seas open to all.", head=NEW)
    found = dispositions(old, new, strangers(old, new, stages=[(Kind.TECHNICAL, roll(old, 81).resolution)]))
    assert {row.disposition for row in found.rows if row.matter is Matter.OPERATIVE} == {Disposition.NEW, Disposition.DROPPED}
    assert {piece.kind for row in found.rows if row.matter is Matter.OPERATIVE for piece in row.pieces} == {Kind.SUBSTANTIVE}


def test_dropped_new_and_moved_paragraphs_stand_in_the_order_of_the_new_text() -> None:
    old = text(
        "a: *Condemns* all acts of wilful damage to cables;",
        "b: *Urges* States to close the old fund of the group;",
        "c: *Requests* the keepers of the register to publish it every year;",
        "d: *Welcomes* the second forum of the owners of cables.",
    )
    new = text(
        "c: *Requests* the keepers of the register to publish it every year;",
        "a: *Condemns* all acts of wilful damage to cables;",
        "e: *Invites* museums to show what was lost at sea;",
        "d: *Welcomes* the second forum of the owners of ships and cables.",
    )
    assert rows(table(old, new)) == [
        ("2", "", "dropped"),
        ("3", "1", "carried"),
        ("1", "2", "moved"),
        ("", "3", "new"),
        ("4", "4", "amended"),
    ]


def test_a_split_paragraph_is_one_row_and_so_are_joined_ones() -> None:
    whole = "a: *Urges* all States to protect the cables that land on their shores, and requests the keepers of the register to publish it;"
    parts = ("a: *Urges* all States to protect the cables that land on their shores;", "b: *Requests* the keepers of the register to publish it;")
    last = "z: *Decides* to remain seized."
    found = table(text(whole, last), text(*parts, last))
    assert rows(found)[0] == ("1", "1, 2", "split")
    assert len(found.rows[1].lines) == 2
    assert found.counts[Disposition.SPLIT] == 1
    assert rows(table(text(*parts, last), text(whole, last)))[0] == ("1, 2", "1", "joined")


def test_places_have_short_names() -> None:
    item = paragraph("s: *Urges* States:", paragraph("i: To report in writing;"), paragraph("j: To do so in time;"))
    part = Part((paragraph("p: *Recalling* it all,"),), (item, Heading("h", (Text("Seas"),), Scheme.ROMAN), paragraph("q: *Decides* so.")))
    old = Resolution(OLD, (Text("On cables"),), (part,))
    found = table(old, replace(old, masthead=NEW))
    assert [row.new for row in found.rows] == ["", "title", "formula", "PP1", "1", "1 (a)", "1 (b)", "heading of section I", "2"]
    assert {row.disposition for row in found.rows[1:]} == {Disposition.CARRIED}


def test_notes_have_rows_and_one_that_moves_is_one() -> None:
    old = text("a: *Urges* the owners of all cables;[^n]", "b: *Notes* the report of the year.[^r]", n="A/CONF.1/2.", r="A/79/900.", head=OLD)
    new = text("b: *Notes* the report of the year;[^x]", "a: *Urges* the owners of all cables.[^y]", "c: *Asks* why.[^z]", x="A/81/907.", y="A/CONF.1/2.", z="New.", head=NEW)
    notes = [(row.old, row.new, str(row.disposition)) for row in table(old, new).rows if row.matter is Matter.NOTE]
    assert sorted(notes) == [("", "note 3", "new"), ("note 1", "note 2", "carried"), ("note 2", "note 1", "technical")]


def fees(*lines: tuple[str, str], name: str = "t") -> Resolution:
    return text(Table(name, tuple(tuple(Cell((Text(cell),)) for cell in line) for line in lines)), "z: *Decides* so.")


CHILE, FIJI, GHANA, LISBON = ("Chile", "1"), ("Fiji", "2"), ("Ghana", "9"), ("Lisbon", "77")


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ((CHILE, FIJI), (CHILE, GHANA, FIJI), 3),
        ((CHILE, FIJI), (CHILE, LISBON), 3),
        ((CHILE, FIJI), (LISBON, FIJI), 3),
        ((CHILE, FIJI, GHANA), (LISBON, GHANA), 4),
        ((CHILE, FIJI), (FIJI,), 2),
    ],
)
@pytest.mark.parametrize("by_id", [False, True])
def test_a_table_is_one_row_whichever_of_its_rows_came_or_went(old: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...], lines: int, by_id: bool) -> None:
    before, after = fees(*old), fees(*new)
    found = dispositions(before, after, compare(before, after, by_id=True) if by_id else strangers(before, after))
    assert [(row.disposition, len(row.lines)) for row in found.rows if row.matter is Matter.TABLE] == [(Disposition.AMENDED, lines)]


def test_another_table_in_the_place_of_one_is_new() -> None:
    found = table(fees(CHILE, FIJI), fees(LISBON, GHANA, name="u"))
    assert [(row.disposition, len(row.lines)) for row in found.rows if row.matter is Matter.TABLE] == [(Disposition.DROPPED, 2), (Disposition.NEW, 2)]


def test_figures() -> None:
    old = text("a: *Urges* all States to act;", "b: *Welcomes* the forum held at its seventy-ninth session.", head=OLD)
    new = text(
        "a: *Urges* all States to act;",
        "b: *Welcomes* the forum held at its seventy-ninth session;",
        "c: *Requests* the Secretary-General to submit a report at its eighty-third session.",
        head=NEW,
    )
    found = table(old, new)
    assert (found.paragraphs, found.unchanged) == (3, 1)
    assert (found.words(Op.INSERT), found.words(Op.DELETE)) == (11, 0)
    assert [row.new for row in found.report_requests] == ["3"]
    assert found.sessions == ("eighty-third session",)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("Requests the Secretary-General to submit to it a report on cables;", True),
        ("Invites States to report to the Secretary-General;", True),
        ("Requests the Secretary-General to include in his next report the views of States;", True),
        ("Takes note of the report of the Secretary-General;", False),
        ("Requests States to protect cables;", False),
    ],
)
def test_what_asks_for_a_report(said: str, asks: bool) -> None:
    assert asks_for_report(said) is asks


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_every_line_of_both_texts_is_in_one_row(both: tuple[Resolution, Resolution]) -> None:
    old, new = both
    for redline in (strangers(old, new), compare(old, new, by_id=True)):
        found = dispositions(old, new, redline)
        for side, page in ((False, printed(old)), (True, printed(new))):
            body = "".join(row.text(new=side) for row in found.rows if row.matter is not Matter.NOTE)
            lines = "".join(line.text for line in page.lines)
            assert Counter(_letters(body)) == Counter(_letters(lines))
        assert all(_letters(row.text(new=True)) == _letters(row.text(new=False)) for row in found.rows if row.disposition is Disposition.CARRIED)
        assert all(bool(row.old) >= bool(row.disposition is Disposition.DROPPED) for row in found.rows if row.matter is not Matter.MASTHEAD)


def _letters(words: str) -> str:
    return "".join(letter for letter in words if letter.isalnum())


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_a_text_beside_itself_is_carried_over(both: tuple[Resolution, Resolution]) -> None:
    found = table(both[0], both[0])
    assert {row.disposition for row in found.rows} <= {Disposition.CARRIED}
    assert found.unchanged == found.paragraphs


