"""Whose each change is: the roll-forward's, the drafter's or the assembler's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.assemble.printed import printed
from draftkit.compare.comparison import compare
from draftkit.compare.redline import Piece
from draftkit.compare.tokens import Op, tokens
from draftkit.model import Block, Cell, Content, Kind, Paragraph, Resolution, Table, Text
from draftkit.tree import map_blocks
from redlines import text
from strategies import edited, resolutions

T, S, C = Kind.TECHNICAL, Kind.SUBSTANTIVE, Kind.CONSEQUENTIAL


def authors(*stages: Resolution) -> list[tuple[str, str, Kind | None]]:
    """(op, characters, author) of every change between the first text and the last, after roll, drafter and assembler."""
    redline = compare(stages[0], stages[-1], by_id=True, stages=list(zip((T, S, C), stages[1:], strict=True)))
    found = []
    for change in redline.lines:
        for piece in (*change.number, *change.pieces, *(p for cell in change.cells for p in cell)):
            if piece.kind:
                found.append((piece.op.name.lower(), piece.run.text, piece.kind))
    return found


def test_each_stage_has_its_words() -> None:
    prior = text("a: *Requests* a report at the seventy-ninth session")
    rolled = text("a: *Requests* a report at the eightieth session")
    drafted = text("a: *Requests* a full report at the eightieth session")
    assembled = text("a: *Requests* a full report at the eightieth session.")
    assert authors(prior, rolled, drafted, assembled) == [
        ("insert", " full", S),
        ("delete", "seventy-ninth", T),
        ("insert", "eightieth", T),
        ("insert", ".", C),
    ]


def test_what_the_drafter_overrules_is_the_drafters() -> None:
    prior, rolled = text("a: at the seventy-ninth session"), text("a: at the eightieth session")
    drafted = text("a: at the eighty-first session")
    assert authors(prior, rolled, drafted, drafted) == [("delete", "seventy-ninth", T), ("insert", "eighty-first", S)]


def test_numbers_and_references_follow() -> None:
    prior = text("a: *Urges* States;", "b: *Recalls* paragraph [[a]] above.")
    drafted = text("new: *Welcomes* the forum;", "a: *Urges* States;", "b: *Recalls* paragraph [[a]] above.")
    found = authors(prior, prior, drafted, drafted)
    assert [kind for _, words, kind in found if words in ("1.", "2.", "3.", "1", "2")] == [S, C, C, C, C, C, C]
    assert ("insert", " the forum;", S) in found


def test_a_whole_line_is_of_the_stage_that_brought_it() -> None:
    prior, rolled = text("a: *Urges* States.", "b: *Welcomes* the forum."), text("a: *Urges* States.", "b: *Welcomes* the forum.", "c: *Decides* so.")
    drafted = text("a: *Urges* States.", "c: *Decides* so.")
    kinds = {change.line.key: change.kind for change in compare(prior, drafted, by_id=True, stages=[(T, rolled), (S, drafted)]).lines if change.kind}
    assert kinds == {"b": S, "c": T}


def test_cells_of_a_table_have_authors_too() -> None:
    def shares(*cells: str) -> Resolution:
        return text(Table("t", (tuple(Cell((Text(cell),)) for cell in cells),)))

    prior, rolled, drafted = shares("year 2024 share", "one"), shares("year 2026 share", "one"), shares("year 2026 share", "two")
    assert authors(prior, rolled, drafted, drafted) == [
        ("delete", "2024", T),
        ("insert", "2026", T),
        ("delete", "one", S),
        ("insert", "two", S),
    ]


def test_a_note_brought_in_by_the_roll_is_technical() -> None:
    prior, rolled = text("a: *Urges* States."), text("a: *Urges* States.[^r]", r="A/81/___.")
    assert authors(prior, rolled, rolled, rolled) == [("insert", "1", T)]
    redline = compare(prior, rolled, by_id=True, stages=[(T, rolled)])
    assert {piece.kind for piece in redline.notes[("", "r")]} == {T}


def test_where_nothing_is_known_all_but_references_is_the_drafters() -> None:
    redline = compare(text("a: *Urges* States."), text("a: *Urges* all States."))
    assert {piece.kind for change in redline.lines for piece in change.pieces if piece.kind} == {S}


def test_a_paragraph_given_another_id_keeps_its_history() -> None:
    old = text("decides: Decides to meet at its eighty-second session.")
    rolled = text("decides: Decides to meet at its eighty-fourth session.")
    renamed = map_blocks(rolled, lambda block: replace(block, id="decides-meet"))
    redline = compare(old, renamed, by_id=True, stages=[(Kind.TECHNICAL, rolled), (Kind.SUBSTANTIVE, renamed)])
    kinds = {piece.run.text: piece.kind for change in redline.lines for piece in change.pieces if piece.kind}
    assert kinds == {"eighty-second": Kind.TECHNICAL, "eighty-fourth": Kind.TECHNICAL}


def fees(*lines: tuple[str, ...]) -> Table:
    return Table("t", tuple(tuple(Cell((Text(cell),)) for cell in line) for line in lines))


def signed(prior: Resolution, rolled: Resolution, drafted: Resolution, *, by_id: bool = True) -> dict[str, Kind | None]:
    """Whose each word is that was put in."""
    redline = compare(prior, drafted, by_id=by_id, stages=[(T, rolled), (S, drafted), (C, drafted)])
    pieces = [p for c in redline.lines for p in (*c.pieces, *(p for cell in c.cells for p in cell))]
    pieces += [piece for found in redline.notes.values() for piece in found]
    return {piece.run.text.strip(): piece.kind for piece in pieces if piece.op is Op.INSERT and piece.run.text.strip()}


def test_a_row_in_the_place_of_another_is_the_drafters() -> None:
    prior, drafted = text(fees(("A", "1"), ("B", "2"))), text(fees(("A", "1"), ("Lisbon", "77")))
    assert signed(prior, prior, drafted) == {"Lisbon": S, "77": S}


def test_a_row_put_in_leaves_those_behind_it_to_the_rules() -> None:
    prior = text(fees(("Fiji in 2024", "x"), ("Chad", "2024")))
    rolled = text(fees(("Fiji in 2026", "x"), ("Chad", "2026")))
    drafted = text(fees(("Lisbon 2026", "77"), ("Fiji in 2026", "x"), ("Chad", "2026")))
    assert signed(prior, rolled, drafted) == {"Lisbon 2026": S, "77": S, "2026": T}


def test_a_row_that_rules_change_beyond_knowing_is_technical() -> None:
    prior, rolled = text(fees(("2024",), ("Chad",))), text(fees(("2026",), ("Chad",)))
    assert signed(prior, rolled, rolled) == {"2026": T}


def test_a_row_that_moves_is_the_drafters() -> None:
    prior = text(fees(("Fiji", "1"), ("Chad", "2"), ("Peru", "3")))
    drafted = text(fees(("Peru", "3"), ("Fiji", "1"), ("Chad", "2")))
    redline = compare(prior, drafted, by_id=True, stages=[(T, prior), (S, drafted)])
    assert {change.kind for change in redline.lines if change.kind} == {S}


@pytest.mark.parametrize("name", ["b", "q"])
@pytest.mark.parametrize("by_id", [False, True])
def test_other_words_under_an_old_name_are_the_drafters(name: str, by_id: bool) -> None:
    prior = text("a: *Decides* to meet in the harbour at noon;", "b: *Invites* States to send their ships.")
    drafted = text("a: *Decides* to meet in the harbour at noon;", f"{name}: *Condemns* piracy;")
    assert set(signed(prior, prior, drafted, by_id=by_id).values()) == {S}


def test_what_the_drafter_puts_into_a_line_of_the_roll_is_the_drafters() -> None:
    prior = text("a: *Urges* States.")
    rolled = text("a: *Urges* States.", "c: *Decides* to meet again.")
    drafted = text("a: *Urges* States.", "c: *Decides* to meet again in Lisbon.")
    assert signed(prior, rolled, drafted) == {"Decides": T, "to meet again": T, "in Lisbon": S, ".": T}


def test_a_new_note_under_an_old_name_is_the_drafters() -> None:
    prior = text("a: *Urges* States.[^n]", "b: *Recalls* the whole of it.", n="A/79/1.")
    drafted = text("a: *Urges* States.", "b: *Recalls* the whole of it.[^n]", n="The log of the ship Beagle.")
    assert signed(prior, prior, drafted)["The log of the ship Beagle."] is S


def test_names_given_to_other_paragraphs_do_not_change_hands() -> None:
    """In the draft, "b" is what was "a": the roll-forward knew it as "a"."""
    prior = text("a: *Decides* to meet at its eightieth session in the harbour;", "b: *Urges* all States to act.")
    rolled = text("a: *Decides* to meet at its eighty-second session in the harbour;", "b: *Urges* all States to act.")
    drafted = text("b: *Decides* to meet at its eighty-second session in the harbour;", "a: *Urges* all States to act.")
    assert signed(prior, rolled, drafted, by_id=False) == {"eighty-second": T}


FRESH = ("piracy", "Lisbon", "galleons", "amber", "of", "the", "report")
"""Words of the drafter's: most of them stand in no other text, some stand in all."""


@st.composite
def rewritten(draw: st.DrawFn, resolution: Resolution) -> Resolution:
    """A text of which a drafter wrote some paragraphs, rows and notes anew, under their old names."""

    def words() -> Content:
        return (Text(" ".join(draw(st.lists(st.sampled_from(FRESH), min_size=1, max_size=5)))),)

    def anew(block: Block) -> Block:
        if draw(st.integers(0, 2)):
            return block
        if isinstance(block, Table):
            at = draw(st.integers(0, len(block.rows) - 1))
            row = tuple(replace(cell, content=words()) for cell in block.rows[at])
            return replace(block, rows=(*block.rows[:at], row, *block.rows[at + draw(st.integers(0, 1)) :]))
        return replace(block, content=words()) if isinstance(block, Paragraph) else block

    notes = tuple(note if draw(st.integers(0, 2)) else replace(note, content=words()) for note in resolution.notes)
    return replace(map_blocks(resolution, anew), notes=notes)


@st.composite
def makings(draw: st.DrawFn) -> tuple[Resolution, Resolution, Resolution]:
    """A prior, what rules made of it, and what a drafter made of that."""
    prior = draw(resolutions())
    rolled = draw(edited(prior)) if draw(st.booleans()) else prior
    return prior, rolled, draw(rewritten(draw(edited(rolled)) if draw(st.booleans()) else rolled))


def said(resolution: Resolution) -> set[str]:
    """The tokens of a text as printed."""
    page = printed(resolution)
    runs = (*(run for line in page.lines for run in (*line.runs, *(r for c in line.cells for r in c))), *(r for n in page.notes for r in n.runs))
    return {token.key for token in tokens(tuple(runs))}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(makings(), st.booleans())
def test_words_that_are_in_no_state_before_the_drafters_are_the_drafters(made: tuple[Resolution, Resolution, Resolution], by_id: bool) -> None:
    prior, rolled, drafted = made
    known = said(prior) | said(rolled)
    redline = compare(prior, drafted, by_id=by_id, stages=[(T, rolled), (S, drafted), (C, drafted)])
    pieces = [p for c in redline.lines for p in (*c.pieces, *(p for cell in c.cells for p in cell))]
    for piece in (*pieces, *(piece for found in redline.notes.values() for piece in found)):
        if piece.op is Op.INSERT and not piece.run.ref and not piece.run.note:
            new = {token.key for token in tokens((piece.run,))} - known
            assert not new or piece.kind is S, (piece, new)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(makings(), st.booleans())
def test_where_the_rules_did_nothing_nothing_is_theirs(made: tuple[Resolution, Resolution, Resolution], by_id: bool) -> None:
    prior, _, drafted = made
    redline = compare(prior, drafted, by_id=by_id, stages=[(T, prior), (S, drafted), (C, drafted)])
    kinds = {change.kind for change in redline.lines}
    kinds |= {p.kind for c in redline.lines for p in (*c.pieces, *(p for cell in c.cells for p in cell))}
    kinds |= {piece.kind for found in redline.notes.values() for piece in found}
    assert T not in kinds


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(makings(), st.booleans())
def test_a_line_of_several_makers_says_what_it_says(made: tuple[Resolution, Resolution, Resolution], by_id: bool) -> None:
    prior, rolled, drafted = made
    redline = compare(prior, drafted, by_id=by_id, stages=[(T, rolled), (S, drafted), (C, drafted)])
    for change in redline.lines:
        for pieces, runs in zip((change.pieces, *change.cells), (change.line.runs, *change.line.cells), strict=False):
            if (change.old is None or change.new is None) and not change.move:
                assert [(p.run.text, p.run.italic) for p in one(pieces)] == [(p.run.text, p.run.italic) for p in one([Piece(Op.INSERT, run) for run in runs])]
                assert [p.run.note for p in pieces if p.run.note] == [run.note for run in runs if run.note]


def one(pieces: Sequence[Piece]) -> list[Piece]:
    """The characters of some pieces one by one, each in its format."""
    return [replace(piece, run=replace(piece.run, text=letter)) for piece in pieces for letter in piece.run.text]
