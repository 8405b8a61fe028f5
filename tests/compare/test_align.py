"""Which line is which."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.assemble.printed import Line, Printed, Role, Run, printed
from draftkit.compare.align import Item, Pair, align
from draftkit.compare.items import item
from draftkit.model import Resolution
from redlines import text
from strategies import pairs

A = "Urges all States to protect the submarine cables that land on their coasts"
B = "Requests the Secretary-General to submit a report on the repair of cables"
C = "Invites the Commission to consider the legal aspects of pipelines at sea"
D = "Decides to include the item in the provisional agenda of its next session"


def lines(*words: str, role: Role = Role.OPERATIVE) -> list[Item]:
    return [item(Line(f"p{at}", role, (Run(word),))) for at, word in enumerate(words)]


def items(page: Printed) -> list[Item]:
    return [item(line) for line in page.lines]


def found(old: list[Item], new: list[Item], *, by_id: bool = False) -> list[tuple[int | None, int | None, int | None]]:
    return [(pair.old, pair.new, pair.partner) for pair in align(old, new, by_id=by_id)]


def test_equal_lines_stay() -> None:
    assert found(lines(A, B), lines(A, B)) == [(0, 0, None), (1, 1, None)]


def test_an_edited_line_is_the_same_line() -> None:
    assert found(lines(A, B), lines(A.replace("all States", "States once again"), B)) == [(0, 0, None), (1, 1, None)]


def test_another_line_in_its_place_is_another_line() -> None:
    assert found(lines(A, B), lines(C, B)) == [(0, None, None), (None, 0, None), (1, 1, None)]


def test_a_move_has_two_ends_that_name_each_other() -> None:
    assert found(lines(A, B, C), lines(B, C, A)) == [(0, None, 2), (1, 0, None), (2, 1, None), (None, 2, 0)]


def test_an_edited_line_that_moved_is_a_move() -> None:
    edited = A.replace("protect", "protect and to repair")
    assert (0, None, 2) in found(lines(A, B, C), lines(B, C, edited))


def test_short_lines_that_say_the_same_do_not_move() -> None:
    assert found(lines("Urges:", B, C), lines(B, C, "Urges:")) == [(0, None, None), (1, 0, None), (2, 1, None), (None, 2, None)]


def test_of_two_that_cross_the_shorter_moves() -> None:
    assert found(lines(D + ", " + A, B), lines(B, D + ", " + A)) == [(None, 0, 1), (0, 1, None), (1, None, 0)]


def test_by_id_words_do_not_matter() -> None:
    assert found(lines(A, B), lines(C, D), by_id=True) == [(0, 0, None), (1, 1, None)]
    assert (0, 0, None) not in found(lines(A, B), lines(C, D))


def test_a_heading_is_no_paragraph() -> None:
    old, new = lines(A), lines(A, role=Role.SECTION_HEADING)
    assert found(old, new, by_id=True) == [(0, None, None), (None, 0, None)]


def test_an_item_that_becomes_a_paragraph_is_the_same_line() -> None:
    assert found(lines(A, role=Role.ITEM), lines(A)) == [(0, 0, None)]


@pytest.mark.parametrize("role", [Role.MEETING, Role.SECTION_NUMBER, Role.ANNEX_LABEL])
def test_short_lines_are_known_by_their_place(role: Role) -> None:
    """A closing date is the date that was there, although not a word of it stays."""
    old = [*lines(A), item(Line("x", role, (Run("15 December 2020"),)))]
    new = [*lines(A), item(Line("y", role, (Run("9 May 2021"),)))]
    assert found(old, new) == [(0, 0, None), (1, 1, None)]


def test_rows_are_paired_by_their_words_although_they_are_counted() -> None:
    def rows(*names: str) -> list[Item]:
        cells = [((Run(name),), (Run("one share"),)) for name in names]
        return [item(Line(f"t.{at}", Role.ROW, cells=row, spans=(1, 1))) for at, row in enumerate(cells)]

    assert found(rows("Chile", "Fiji"), rows("Belize", "Chile", "Fiji"), by_id=True) == [(None, 0, None), (0, 1, None), (1, 2, None)]


def test_rows_of_other_widths_are_other_rows() -> None:
    one = [item(Line("t.0", Role.ROW, cells=((Run(A),),), spans=(1,)))]
    two = [item(Line("t.0", Role.ROW, cells=((Run(A),), ()), spans=(1, 1)))]
    assert found(one, two, by_id=True) == [(0, None, None), (None, 0, None)]


def test_nothing_at_all() -> None:
    assert align([], [], by_id=False) == []
    assert align(lines(A), [], by_id=True) == [Pair(0, None)]
    assert align([], lines(A), by_id=False) == [Pair(None, 0)]


def test_a_renumbered_list_pairs_each_paragraph_with_itself() -> None:
    """Numbers take no part: one paragraph taken from the front leaves the others alone."""
    old, new = printed(text(f"a: {A}", f"b: {B}", f"c: {C}")), printed(text(f"x: {B}", f"y: {C}"))
    kept = [(old.lines[p.old].text, new.lines[p.new].text) for p in align(items(old), items(new), by_id=False) if p.old is not None and p.new is not None]
    assert kept[-2:] == [(B, B), (C, C)]


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(pairs())
@pytest.mark.parametrize("by_id", [False, True])
def test_every_line_occurs_once_in_order_and_partners_are_mutual(by_id: bool, both: tuple[Resolution, Resolution]) -> None:
    old, new = (items(printed(one)) for one in both)
    found = align(old, new, by_id=by_id)
    assert [pair.old for pair in found if pair.old is not None] == list(range(len(old)))
    assert [pair.new for pair in found if pair.new is not None] == list(range(len(new)))
    leaving = {(pair.old, pair.partner) for pair in found if pair.new is None and pair.partner is not None}
    arriving = {(pair.partner, pair.new) for pair in found if pair.old is None and pair.partner is not None}
    assert leaving == arriving


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_the_same_text_stays_where_it_is(both: tuple[Resolution, Resolution]) -> None:
    lines = items(printed(both[0]))
    assert align(lines, lines, by_id=False) == align(lines, lines, by_id=True) == [Pair(at, at) for at in range(len(lines))]


def test_a_paragraph_that_begins_as_before_is_the_same_however_it_goes_on() -> None:
    begun = "Reaffirms its previous decisions concerning the role of the Office in providing assistance to the Commission"
    longer = f"{begun}, and takes note of the studies made on request of the working groups, of the seminars held for young experts, of the voluntary fund and of the new premises"
    assert found(lines(A, f"{begun};", B), lines(A, f"{longer};", B)) == [(0, 0, None), (1, 1, None), (2, 2, None)]


def test_an_opener_alone_does_not_make_two_paragraphs_one() -> None:
    one = "Urges all States to take every measure against the cutting of cables by trawlers and by anchors of ships at sea"
    other = "Urges all States to report in writing on ports, pilots and the training of crews within their own jurisdiction"
    assert (0, 0, None) not in found(lines(one), lines(other))


SIMILAR = "Requests the Secretary-General to report on the repair of {} in the course of the session"


def similar(*names: str) -> list[Item]:
    return lines(*(SIMILAR.format(name) for name in names))


def test_two_that_are_nearly_the_same_do_not_change_places() -> None:
    """A reader sees two names that changed."""
    assert found(similar("cables", "ships"), similar("ships", "cables")) == [(0, 0, None), (1, 1, None)]


def test_by_id_they_do() -> None:
    old, new = similar("cables", "ships"), similar("ships", "cables")[::-1]
    assert found(old, new[::-1], by_id=True) == [(0, 0, None), (1, 1, None)]
    swapped = [replace(new[1], key="p1"), replace(new[0], key="p0")]
    assert sum(partner is not None for _, _, partner in found(old, swapped, by_id=True)) == 2


def test_one_of_many_that_are_nearly_the_same_has_not_moved() -> None:
    """The first was struck, and a last one was put in; that these two are much alike says nothing."""
    old = [*similar("cables", "ships", "ports"), *lines(A)]
    new = [*similar("ships", "ports"), *lines(A), *similar("yards")]
    assert found(old, new) == [(0, None, None), (1, 0, None), (2, 1, None), (3, 2, None), (None, 3, None)]


def test_repeated_lines_do_not_move_although_they_are_long() -> None:
    old, new = lines(A, B, A, C), lines(B, A, C, A)
    assert all(partner is None for _, _, partner in found(old, new))


def test_a_renumbered_list_has_no_moves() -> None:
    old = lines(*(f"{A} of region {at}" for at in range(80)))
    new = lines(*(f"{A} of region {at}" for at in range(81) if at != 40), "Notes a new line") + lines(B, C)
    assert all(partner is None for _, _, partner in found(old, new))


def test_standing_lines_pair_only_where_there_are_as_many() -> None:
    def standing(*words: str) -> list[Item]:
        return [Item("", "paragraph", word, True) for word in words]

    assert found(standing("one", "two"), standing("three", "four")) == [(0, 0, None), (1, 1, None)]
    assert found(standing("one", "two"), standing("three")) == [(0, None, None), (1, None, None), (None, 0, None)]


@pytest.mark.parametrize("count", [600, 4000])
def test_long_texts_are_aligned_at_once(count: int) -> None:
    """Many lines, a tenth of them edited; and as many as one gap has that have no word in common."""
    old = lines(*(f"{A} of region {at}, as in year {at * 7 % 997}" for at in range(count)))
    new = [replace(line, text=line.text.replace("all", "most")) if at % 10 == 3 else line for at, line in enumerate(old)]
    assert found(old, new) == [(at, at, None) for at in range(count)]
    other = lines(*(" ".join(f"w{at * 31 + word}" for word in range(40)) for at in range(600)))
    assert all(pair.partner is None for pair in align(old[:600], other, by_id=False))
