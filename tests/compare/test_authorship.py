"""Whose each change is: the roll-forward's, the drafter's or the assembler's."""

from __future__ import annotations

from draftkit.compare.comparison import compare
from draftkit.model import Cell, Kind, Resolution, Table, Text
from redlines import text

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


def test_a_paragraph_given_another_id_keeps_its_history():
    from dataclasses import replace

    from draftkit.compare.comparison import compare
    from draftkit.model import Kind
    from draftkit.tree import map_blocks
    from redlines import text

    old = text("decides: Decides to meet at its eighty-second session.")
    rolled = text("decides: Decides to meet at its eighty-fourth session.")
    renamed = map_blocks(rolled, lambda block: replace(block, id="decides-meet"))
    redline = compare(old, renamed, by_id=True, stages=[(Kind.TECHNICAL, rolled), (Kind.SUBSTANTIVE, renamed)])
    kinds = {piece.run.text: piece.kind for change in redline.lines for piece in change.pieces if piece.kind}
    assert kinds == {"eighty-second": Kind.TECHNICAL, "eighty-fourth": Kind.TECHNICAL}
