"""Paragraphs split and joined: a paragraph mark, not a deletion and an insertion."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftkit.assemble.printed import printed
from draftkit.compare.align import Pair, align
from draftkit.compare.comparison import compare
from draftkit.compare.items import item
from draftkit.compare.parting import Parting, parted
from draftkit.compare.proof import prove
from draftkit.compare.redline import Fate
from draftkit.compare.words import Op
from draftkit.model import Heading, Kind, Paragraph, Resolution, Scheme, Text
from draftkit.word.package import open_word
from draftkit.word.readout import lines
from draftkit.word.revisions import Mode
from draftkit.writers.docx import write_redline
from draftkit.writers.html import write_redline as write_page
from judges import pandoc, schema
from judges.oracle import resolved
from redlines import paragraph, shown, shown_notes, text

REPORT = "*Requests* the Secretary-General to submit a report on the repair of cables"
INVITE = "all States to give money to the fund for the cables of small islands"
URGE = "*Urges* all States to protect the submarine cables that land on their coasts"
WHOLE = text(f"urge: {URGE};", f"report: {REPORT}, and invites {INVITE};", "end: *Decides* to go on.")
PARTS = text(f"urge: {URGE};", f"report: {REPORT};", f"invite: *Invites* {INVITE};", "end: *Decides* to go on.")
LATE = text(f"urge: {URGE};", f"new: {REPORT};", f"report: *Invites* {INVITE};", "end: *Decides* to go on.")
"""The same, but the name of the whole went to its second part."""

SPLIT = [
    "2. Requests the Secretary-General to submit a report on the repair of cables[-, and invites-]{+;+}{+¶+}",
    "{+3.+} {+Invites+} all States to give money to the fund for the cables of small islands;",
    "[-3.-]{+4.+} Decides to go on.",
]
JOINED = [
    "2. Requests the Secretary-General to submit a report on the repair of cables[-;-]{+, and invites+}[-¶-]",
    "[-3.-] [-Invites-] all States to give money to the fund for the cables of small islands;",
    "[-4.-]{+3.+} Decides to go on.",
]


@pytest.mark.parametrize("by_id", [False, True])
@pytest.mark.parametrize("parts", [PARTS, LATE])
def test_a_paragraph_split_in_two_is_a_mark_a_number_and_an_opener(parts: Resolution, by_id: bool) -> None:
    assert shown(compare(WHOLE, parts, by_id=by_id)) == SPLIT


@pytest.mark.parametrize("by_id", [False, True])
@pytest.mark.parametrize("parts", [PARTS, LATE])
def test_two_paragraphs_joined_are_a_mark_and_what_stands_between_them_now(parts: Resolution, by_id: bool) -> None:
    assert shown(compare(parts, WHOLE, by_id=by_id)) == JOINED


def test_both_lines_are_kept_and_share_the_line_of_the_other_text() -> None:
    first, second = compare(WHOLE, PARTS).lines[-3:-1]
    assert (first.fate, first.mark, first.continues) == (Fate.KEPT, Op.INSERT, False)
    assert (second.fate, second.mark, second.continues) == (Fate.KEPT, Op.EQUAL, True)
    assert first.old is second.old
    assert first.new is not second.new
    first, second = compare(PARTS, WHOLE).lines[-3:-1]
    assert (first.mark, second.continues, first.new is second.new) == (Op.DELETE, True, True)


def test_a_paragraph_split_in_three() -> None:
    third = "*Calls upon* the regional banks to lend to the yards where cable ships are built"
    whole = text(f"report: {REPORT}, invites {INVITE}, and calls upon {third[13:]}.")
    parts = text(f"report: {REPORT};", f"b: *Invites* {INVITE};", f"c: {third}.")
    marks = [(change.mark, change.continues) for change in compare(whole, parts).lines][-3:]
    assert marks == [(Op.INSERT, False), (Op.INSERT, True), (Op.EQUAL, True)]
    back = [(change.mark, change.continues) for change in compare(parts, whole).lines][-3:]
    assert back == [(Op.DELETE, False), (Op.DELETE, True), (Op.EQUAL, True)]


def test_a_note_goes_with_its_part() -> None:
    old = text(f"report: {REPORT},[^a] and invites {INVITE};", a="A/79/143.")
    new = text(f"report: {REPORT};", f"invite: *Invites* {INVITE};[^a]", a="A/79/143.")
    redline = compare(old, new, by_id=True)
    assert "".join(shown(redline)).count("^1") == 2
    assert shown_notes(redline) == {("a", ""): "[-A/79/143.-]", ("", "a"): "{+A/79/143.+}"}
    kept = text(f"report: {REPORT};[^a]", f"invite: *Invites* {INVITE};", a="A/79/143.")
    assert shown_notes(compare(old, kept, by_id=True)) == {("a", "a"): "A/79/143."}


def test_who_split_a_paragraph() -> None:
    stages = [(Kind.TECHNICAL, WHOLE), (Kind.SUBSTANTIVE, PARTS)]
    first, second = compare(WHOLE, PARTS, by_id=True, stages=stages).lines[-3:-1]
    assert first.kind is Kind.SUBSTANTIVE
    assert {piece.kind for piece in (*second.number, *second.pieces) if piece.op is not Op.EQUAL} == {Kind.SUBSTANTIVE}
    first, _ = compare(WHOLE, PARTS, by_id=True, stages=[(Kind.TECHNICAL, PARTS)]).lines[-3:-1]
    assert first.kind is Kind.TECHNICAL


def test_a_new_paragraph_of_like_words_is_no_part() -> None:
    new = text(f"urge: {URGE};", f"report: {REPORT}, and invites {INVITE};", f"more: *Also requests* the Secretary-General, {URGE[8:]};", "end: *Decides* to go on.")
    assert [change.fate for change in compare(WHOLE, new).lines][-2:] == [Fate.INSERTED, Fate.KEPT]


def test_a_few_words_taken_along_are_no_part() -> None:
    new = text(f"urge: {URGE};", f"report: {REPORT};", "more: *Thanks* the fund for the many good things that it did in hard times for those in need;", "end: *Decides* to go on.")
    assert [change.fate for change in compare(WHOLE, new).lines][-2:] == [Fate.INSERTED, Fate.KEPT]


def test_a_heading_is_no_part_of_a_paragraph() -> None:
    old = text(f"report: {REPORT}, and invites {INVITE};")
    new = text(f"report: {REPORT};", Heading("h", (Text(f"Invites {INVITE}"),), Scheme.NONE))
    assert Fate.INSERTED in [change.fate for change in compare(old, new).lines]


def test_items_are_joined_and_split_too() -> None:
    old = text(paragraph("stem: *Decides*:", paragraph(f"a: To request {REPORT[11:]}, and to invite {INVITE}.")))
    new = text(paragraph("stem: *Decides*:", paragraph(f"a: To request {REPORT[11:]};"), paragraph(f"b: To invite {INVITE}.")))
    assert [change.mark for change in compare(old, new).lines][-2:] == [Op.INSERT, Op.EQUAL]


def test_a_part_comes_before_what_was_struck_behind_the_whole() -> None:
    old = text(f"report: {REPORT}, and invites {INVITE};", "gone: Something that is there no more.")
    new = text(f"report: {REPORT};", f"invite: *Invites* {INVITE}.")
    assert [change.fate for change in compare(old, new).lines][-3:] == [Fate.KEPT, Fate.KEPT, Fate.DELETED]


def test_a_page_shows_the_mark() -> None:
    assert '<ins class="mark" title="substantive"></ins></p>' in write_page(compare(WHOLE, PARTS))
    assert '<del class="mark" title="substantive"></del></p>' in write_page(compare(PARTS, WHOLE))


# --- in a Word file ------------------------------------------------------------------------------------------------


def exact(old: Resolution, new: Resolution, *, by_id: bool) -> None:
    data = write_redline(compare(old, new, by_id=by_id))
    word = open_word(data, "redline.docx")
    proof = prove(lines(word, Mode.ACCEPT), lines(word, Mode.REJECT), old=old, new=new)
    assert (proof.accept, proof.reject, proof.differences) == (True, True, ())
    for way, whole in (("accept", new), ("reject", old)):
        assert resolved(data, way, formats=True) == resolved(write_redline(compare(whole, whole)), "accept", formats=True)


@pytest.mark.parametrize("by_id", [False, True])
@pytest.mark.parametrize(("old", "new"), [(WHOLE, PARTS), (PARTS, WHOLE), (WHOLE, LATE), (LATE, WHOLE)])
def test_both_directions_are_exact(old: Resolution, new: Resolution, by_id: bool) -> None:
    exact(old, new, by_id=by_id)


@pytest.mark.parametrize(("old", "new"), [(WHOLE, PARTS), (PARTS, WHOLE)])
def test_pandoc_reads_both_texts(old: Resolution, new: Resolution) -> None:
    data = write_redline(compare(old, new))
    for way, whole in (("accept", new), ("reject", old)):
        assert pandoc.lines(data, way) == pandoc.lines(write_redline(compare(whole, whole)), "accept")


@pytest.mark.parametrize(("old", "new", "name"), [(WHOLE, PARTS, "ins"), (PARTS, WHOLE, "del")])
def test_the_mark_that_only_one_text_has_is_tracked(old: Resolution, new: Resolution, name: str) -> None:
    body = schema.trees(write_redline(compare(old, new)))["word/document.xml"]
    marked = body.findall(f".//{schema.W}pPr/{schema.W}rPr/{schema.W}{name}")
    assert len(marked) == 1


words = st.lists(st.sampled_from("cables ships ports repair data States islands funds depth rule".split()), min_size=12, max_size=30)


@st.composite
def split(draw: st.DrawFn) -> tuple[Resolution, Resolution]:
    """Paragraphs, some of them parted somewhere, some of them edited, numbered or not, with their names or others."""
    old: list[Paragraph] = []
    new: list[Paragraph] = []
    for at in range(draw(st.integers(1, 4))):
        found = draw(words)
        old.append(paragraph(f"p{at}: {' '.join(found)};"))
        ends = sorted(draw(st.sets(st.integers(4, len(found) - 4), max_size=2)))
        for start, stop in zip([0, *ends], [*ends, len(found)], strict=True):
            part = [*found[start:stop], *draw(st.sampled_from([[], ["again"], ["[^n]"]]))]
            new.append(paragraph(f"{draw(st.sampled_from(['p', 'q']))}{at}.{start}: {' '.join(part)};"))
    notes = {"n": "A/79/143."}
    return text(*old, **notes), text(*new, **notes)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(split(), st.booleans(), st.booleans())
def test_whatever_is_split_or_joined_both_directions_are_exact(both: tuple[Resolution, Resolution], by_id: bool, back: bool) -> None:
    exact(*(both[::-1] if back else both), by_id=by_id)


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(split(), st.booleans())
def test_every_line_is_there_once_and_in_order(both: tuple[Resolution, Resolution], back: bool) -> None:
    old, new = ([item(line) for line in printed(one).lines] for one in (both[::-1] if back else both))
    rows = parted(align(old, new, by_id=False), old, new)
    pairs = [row if isinstance(row, Parting) else Parting(*((at,) if at is not None else () for at in (row.old, row.new))) for row in rows]
    assert [at for row in pairs for at in row.olds] == list(range(len(old)))
    assert [at for row in pairs for at in row.news] == list(range(len(new)))
    assert all(min(len(row.olds), len(row.news)) <= 1 for row in pairs)


def test_pairs_without_parts_are_left_alone() -> None:
    pairs = [Pair(0, 0), Pair(None, 1)]
    old = [item(line) for line in printed(text(f"a: {URGE};")).lines]
    new = [item(line) for line in printed(text(f"a: {URGE};", "b: *Thanks* the fund.")).lines]
    assert parted(pairs, old, new) == pairs
