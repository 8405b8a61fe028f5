"""The proof of a redline: what it takes for true, and what it reports."""

from __future__ import annotations

from dataclasses import replace

from draftkit.assemble.printed import printed
from draftkit.compare.proof import SHOWN, Proof, Way, expected, prove, said, together
from draftkit.model import Callout, Cell, Masthead, Table, Text
from draftkit.un.spelling import folded
from draftkit.word.pieces import Piece
from redlines import text

OLD = text("a: *Urges* States;[^n]", "b: *Decides* so.", head=Masthead(symbol="A/RES/79/124", session=79, adopted="4 May 2024"), n="A/79/143.")
NEW = text("a: *Urges* all States;[^n]", "b: *Decides* so.", head=Masthead(symbol="A/C.6/81/L.___", session=81), n="A/81/___.")
OLD_HEAD = ("United Nations", "A/RES/79/124", "General Assembly", "Seventy-ninth session", "Resolution adopted by the General Assembly on 4 May 2024", "79/124.")
NEW_HEAD = ("United Nations", "A/C.6/81/L.___", "General Assembly", "Eighty-first session", "Draft resolution")
OLD_BODY = ("The General Assembly", "1. Urges States;{fn: A/79/143.}", "2. Decides so.")
NEW_BODY = ("The General Assembly", "1. Urges all States;{fn: A/81/___.}", "2. Decides so.")


def test_the_lines_of_a_body_have_numbers_and_notes() -> None:
    assert expected(printed(OLD)) == OLD_BODY


def test_both_ways_right() -> None:
    proof = prove((*NEW_HEAD, *NEW_BODY), (*OLD_HEAD, *OLD_BODY), old=OLD, new=NEW, retyped=0.25)
    assert (proof.accept, proof.reject, proof.differences, proof.retyped) == (True, True, (), 0.25)
    assert "styles" in proof.not_compared


def test_a_lost_word_is_told_with_the_way_it_was_lost() -> None:
    wrong = ("The General Assembly", "1. Urges States;{fn: A/81/___.}", "2. Decides so.")
    proof = prove((*NEW_HEAD, *wrong), (*OLD_HEAD, *OLD_BODY), old=OLD, new=NEW)
    assert (proof.accept, proof.reject) == (False, True)
    assert proof.differences == ("accepted: -1. Urges all States;{fn: A/81/___.}", "accepted: +1. Urges States;{fn: A/81/___.}")


def test_a_lost_note_and_a_wrong_number_are_differences() -> None:
    for wrong in (OLD_BODY[1].partition("{")[0], OLD_BODY[1].replace("1.", "2.", 1), OLD_BODY[1].replace("143", "144")):
        proof = prove((*NEW_HEAD, *NEW_BODY), (*OLD_HEAD, OLD_BODY[0], wrong, OLD_BODY[2]), old=OLD, new=NEW)
        assert (proof.accept, proof.reject) == (True, False)


def test_a_fresh_masthead_is_said_not_to_be_compared() -> None:
    proof = prove((*NEW_HEAD, *NEW_BODY), (*NEW_HEAD, *OLD_BODY), old=OLD, new=NEW)
    assert (proof.accept, proof.reject) == (True, True)
    assert proof.not_compared[0].startswith("the masthead")


def test_a_wrong_masthead_is_a_difference() -> None:
    proof = prove((*NEW_HEAD, *NEW_BODY), ("United Nations", *OLD_BODY), old=OLD, new=NEW)
    assert (proof.accept, proof.reject) == (True, False)
    assert "masthead" in proof.differences[0]


def test_a_note_on_the_title_is_told_with_the_title() -> None:
    titled = replace(NEW, title=(Text("Cables"), Callout("n")))
    head = (*NEW_HEAD, "Cables{fn: A/81/___.}")
    body = ("The General Assembly", "1. Urges all States;1", "2. Decides so.")
    assert prove((*head, *body), (*head, *body), old=titled, new=titled).differences == ()
    wrong = ("Cables{fn: A/80/1.}", *body)
    proof = prove((*NEW_HEAD, *wrong), (*head, *body), old=titled, new=titled)
    assert (proof.accept, proof.reject) == (False, True)


def test_italics_and_bold_are_compared() -> None:
    new = text("a: *Urges* all **States**;", "b: so^2^")
    right = said(printed(new))
    assert prove(right, right, old=new, new=new).differences == ()
    plain = tuple(replace(line, pieces=(Piece(line.text),)) for line in right)
    proof = prove(right, plain, old=new, new=new)
    assert (proof.accept, proof.reject) == (True, False)
    assert "rejected, format: -1. *Urges* all **States**;" in proof.differences
    assert "rejected, format: +1. Urges all States;" in proof.differences


def test_both_ways_together_words_before_formats() -> None:
    proof = together(Way(text=("a",), further=("c",)), Way(further=("d",), not_compared=("e",)), retyped=0.5, faults=("b",))
    assert proof == Proof(False, False, ("a", "file: b", "c", "d"), 0.5, ("e",))
    assert together(Way(), Way(), faults=("b",)) == Proof(True, True, ("file: b",), 0.0, ())


def test_a_row_with_an_empty_cell() -> None:
    table = Table("t", ((Cell((Text("a"),)), Cell(()), Cell((Text("b"),))), (Cell(()), Cell(()))))
    assert expected(printed(text(table)))[1:] == ("a |  | b",)


def test_differences_are_not_told_without_end() -> None:
    long = text(*[f"p{n}: *Urges* States in the matter of cable {n};" for n in range(60)])
    proof = prove((), (), old=long, new=long)
    assert len(proof.differences) == SHOWN


def test_one_spelling_for_blanks_and_hyphens() -> None:
    assert folded(" para.\u00a07  of the\tnon\u2011paper ") == "para. 7 of the non-paper"
