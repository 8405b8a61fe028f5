"""A redline as tracked changes: where each mark stands in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from draftkit.compare.comparison import compare
from draftkit.compare.redline import Redline
from draftkit.model import Block, Cell, Heading, Kind, Masthead, Opaque, Resolution, Table, Text
from draftkit.writers import ooxml
from draftkit.writers.authors import Authors
from draftkit.writers.docx import write_redline
from draftkit.writers.tracked import set_redline
from redlines import paragraph, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
URGE = "*Urges* all States to protect the submarine cables that land on their coasts"
REPORT = "*Requests* the Secretary-General to submit a report on the repair of cables"
AGENDA = "*Decides* to include the item in the provisional agenda of its next session"


def body(redline: Redline, authors: Authors = Authors()) -> tuple[etree._Element, list[etree._Element]]:  # noqa: B008
    """The body, and the footnotes."""
    found = set_redline(redline, authors, "2026-10-05T09:00:00Z", kinds=("l-document", "l-document"))

    def tree(parts: list[str]) -> etree._Element:
        return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{"".join(parts)}</w:body>')

    return tree(found.slots["body"]), list(tree(found.footnotes))


def shown(element: etree._Element) -> str:
    """A paragraph or cell as tags see it: <ins>, <del>, <from>, <to>, the mark at the end as ¶."""
    names = {"ins": "ins", "del": "del", "moveFrom": "from", "moveTo": "to"}
    out = ""
    for child in element:
        name = etree.QName(child).localname
        if name in names:
            out += f"<{names[name]}>{shown(child)}</{names[name]}>"
        elif name == "r":
            out += "".join(_character(part) for part in child)
    if element.tag == f"{W}p":
        marks = [names[etree.QName(e).localname] for e in element.iterfind(f"{W}pPr/{W}rPr/*")]
        out += f"¶{'+'.join(marks)}"
    return out


def _character(part: etree._Element) -> str:
    name = etree.QName(part).localname
    return {"t": part.text or "", "delText": part.text or "", "tab": "\t", "footnoteReference": "^", "noBreakHyphen": "\u2011"}.get(name, "")


def lines(old: Resolution, new: Resolution, *, by_id: bool = False) -> list[str]:
    found = []
    for element in body(compare(old, new, by_id=by_id))[0]:
        if element.tag == f"{W}tbl":
            found += [_row(tr) for tr in element.iter(f"{W}tr")]
        elif element.tag == f"{W}p":
            found.append(shown(element))
    return found[1:]  # without the organ's line


def _row(tr: etree._Element) -> str:
    mark = "".join(f"[{etree.QName(e).localname}] " for e in tr.iterfind(f"{W}trPr/*"))
    return mark + " | ".join("".join(shown(p) for p in tc.iter(f"{W}p")) for tc in tr.iter(f"{W}tc"))


def test_a_word_is_marked_and_nothing_else() -> None:
    assert lines(text("a: *Urges* all States."), text("a: *Urges* States.")) == ["\tUrges<del> all</del> States.¶"]


def test_the_marks_of_paragraphs_that_come_and_go_are_tracked() -> None:
    old, new = text(f"a: {URGE};", f"b: {REPORT}."), text(f"b: {REPORT}.", f"c: {AGENDA}.")
    assert lines(old, new) == [
        f"<del>\t1.\t</del><del>Urges</del><del>{URGE[7:]};</del>¶del",
        "\t<del>2.</del><ins>1.</ins>\t" + REPORT.replace("*", "") + ".¶",
        f"<ins>\t2.\t</ins><ins>Decides</ins><ins>{AGENDA[9:]}.</ins>¶ins",
    ]


def test_a_move_is_a_move_of_number_mark_and_words() -> None:
    old, new = text(f"a: {URGE};", f"b: {REPORT};", f"c: {AGENDA}."), text(f"b: {REPORT};", f"c: {AGENDA};", f"a: {URGE}, once again.")
    found = lines(old, new)
    assert found[0] == f"<from>\t1.\t</from><from>Urges</from><from>{URGE[7:]}</from><del>;</del>¶from"
    assert found[-1] == f"<to>\t3.\t</to><to>Urges</to><to>{URGE[7:]}</to><ins>, once again.</ins>¶to"


def test_the_range_of_a_move_takes_in_the_paragraph_mark() -> None:
    old, new = text(f"a: {URGE};", f"b: {REPORT};", f"c: {AGENDA}."), text(f"b: {REPORT};", f"c: {AGENDA}.", f"a: {URGE};")
    tree, _ = body(compare(old, new))
    start, end = (tree.find(f".//{W}moveFromRange{side}") for side in ("Start", "End"))
    assert start is not None
    assert end is not None
    assert start.get(f"{W}name") == "move1"
    assert start.getparent().tag == f"{W}p"
    assert end.getprevious() is start.getparent()
    assert start.get(f"{W}id") == end.get(f"{W}id")


def test_a_moved_note_is_two_definitions() -> None:
    old = text(f"a: {URGE};[^n]", f"b: {REPORT};", f"c: {AGENDA}.", n="A/79/143.")
    new = text(f"b: {REPORT};", f"c: {AGENDA};", f"a: {URGE}.[^n]", n="A/79/143.")
    tree, notes = body(compare(old, new, by_id=True))
    ids = [e.get(f"{W}id") for e in tree.iter(f"{W}footnoteReference")]
    assert ids == [n.get(f"{W}id") for n in notes]
    assert len(set(ids)) == 2
    assert [shown(note[0])[2:] for note in notes] == ["<del>A/79/143.</del>¶", "<ins>A/79/143.</ins>¶"]


def test_a_kept_note_is_tracked_inside() -> None:
    _, notes = body(compare(text("a: *Urges*.[^n]", n="See A/79/143."), text("a: *Urges*.[^n]", n="See A/81/___."), by_id=True))
    assert [shown(note[0])[2:] for note in notes] == ["See <del>A/79/143</del><ins>A/81/___</ins>.¶"]


def test_a_note_swapped_is_two_callouts() -> None:
    tree, notes = body(compare(text("a: *Urges*.[^n]", n="See A/79/143."), text("a: *Urges*.[^m]", m="Resolution 71/5, annex II."), by_id=True))
    assert shown(tree[1]) == "\tUrges.<del>^</del><ins>^</ins>¶"
    assert len(notes) == 2


def test_a_repeated_callout_prints_its_figure_raised() -> None:
    tree, notes = body(compare(text("a: *Urges*.[^n]", "b: *Notes*.[^n]", n="A/79/143."), text("a: *Urges*.[^n]", "b: *Notes*.[^n]", n="A/79/143."), by_id=True))
    raised = [run for run in tree.iter(f"{W}r") if run.find(f"{W}rPr/{W}vertAlign") is not None]
    assert ["".join(run.itertext()) for run in raised] == ["1"]
    assert len(notes) == 1


def test_italics_are_a_change_of_properties() -> None:
    tree, _ = body(compare(text("a: *Urges* all States."), text("a: *Urges all* States.")))
    (change,) = tree.iter(f"{W}rPrChange")
    run = change.getparent().getparent()
    assert "".join(run.itertext()) == " all"
    assert run.find(f"{W}rPr/{W}i") is not None
    assert change.find(f"{W}rPr") is not None
    assert change.find(f"{W}rPr/{W}i") is None


def test_a_deeper_item_is_a_change_of_style() -> None:
    def listed(*, deep: bool) -> Resolution:
        inner = paragraph(f"c: {REPORT};")
        items = [paragraph("b: Cables;", inner)] if deep else [paragraph("b: Cables;"), inner]
        return text(paragraph("a: *Urges*:", *items))

    tree, _ = body(compare(listed(deep=False), listed(deep=True), by_id=True))
    (change,) = tree.iter(f"{W}pPrChange")
    styles = [e.get(f"{W}val") for e in change.getparent().iter(f"{W}pStyle")]
    assert styles == ["SingleTxt2", "SingleTxt"]


def table(name: str, *rows: str) -> Table:
    return Table(name, tuple(tuple(Cell((Text(cell),)) for cell in row.split(" | ")) for row in rows))


def test_rows_are_tracked_whole_and_cells_word_by_word() -> None:
    old = text(table("t", "Chile | one vessel", "Fiji | two vessels", "Ghana | cable station"))
    new = text(table("t", "Belize | port of call", "Chile | one vessel", "Fiji | ten vessels"))
    assert lines(old, new) == [
        "[ins] <ins>Belize</ins>¶ | <ins>port of call</ins>¶",
        "Chile¶ | one vessel¶",
        "Fiji¶ | <del>two</del><ins>ten</ins> vessels¶",
        "[del] <del>Ghana</del>¶ | <del>cable station</del>¶",
    ]


def test_a_deleted_first_row_stays_in_its_table() -> None:
    """Foreign texts name one table in two ways: it is one table all the same."""
    old, new = text(table("t", "Chile | one", "Fiji | two vessels")), text(table("shares", "Fiji | two vessels"))
    tree, _ = body(compare(old, new))
    assert len(list(tree.iter(f"{W}tbl"))) == 1


CABLES, PORTS = table("cables", "Chile | one vessel"), table("ports", "Ghana | harbour and station | open")


@pytest.mark.parametrize(
    ("old", "new", "between"),
    [
        ((CABLES, PORTS), (CABLES, PORTS), ["¶"]),
        ((CABLES, PORTS), (CABLES,), ["¶del"]),
        ((CABLES,), (CABLES, PORTS), ["¶ins"]),
        ((CABLES,), (PORTS,), ["¶ins+del"]),
        ((CABLES, paragraph(f"a: {URGE}."), PORTS), (CABLES, PORTS), ["¶del", "¶ins"]),
        ((CABLES, PORTS), (CABLES, paragraph(f"a: {URGE}."), PORTS), ["¶ins", "¶del"]),
    ],
)
def test_two_tables_in_a_row_have_a_paragraph_between_them_in_each_text(old: tuple[Block, ...], new: tuple[Block, ...], between: list[str]) -> None:
    tree, _ = body(compare(text(*old), text(*new), by_id=True))
    found = [shown(p) for p in tree.iterchildren(f"{W}p")][1:]
    assert ["¶" + line.rpartition("¶")[2] for line in found] == between


def test_headings_hang_by_their_tabs() -> None:
    old, new = text(Heading("h", (Text("Repair"),))), text(Heading("h", (Text("Repair and protection"),)))
    assert lines(old, new, by_id=True) == ["\t\tRepair<ins> and protection</ins>¶"]


def test_three_authors_or_one() -> None:
    prior, rolled = text("a: *Urges* all States at the seventy-ninth session"), text("a: *Urges* all States at the eightieth session")
    drafted, finished = text("a: *Urges* States at the eightieth session"), text("a: *Urges* States at the eightieth session.")
    stages = [(Kind.TECHNICAL, rolled), (Kind.SUBSTANTIVE, drafted), (Kind.CONSEQUENTIAL, finished)]
    redline = compare(prior, finished, by_id=True, stages=stages)

    def names(authors: Authors) -> list[str | None]:
        return [e.get(f"{W}author") for e in body(redline, authors)[0].iter(f"{W}ins", f"{W}del")]

    assert names(Authors("Fiji")) == ["Fiji", "Technical update", "Technical update", "Consequential change"]
    assert set(names(Authors.one("Fiji & Chile"))) == {"Fiji & Chile"}


def test_a_masthead_is_tracked_in_its_place() -> None:
    old = replace(text("a: *Urges*."), masthead=Masthead(symbol="A/C.6/79/L.7", session=79), title=(Text("Cables"),))
    new = replace(old, masthead=Masthead(symbol="A/C.6/81/L.___", session=81))
    slots = set_redline(compare(old, new), Authors(), "2026-10-05T09:00:00Z", kinds=("l-document", "l-document")).slots
    assert "Seventy-ninth" in slots["session"][0]
    assert slots["symbol"][0].count("<w:sz ") == 2  # the organ's letter is large, gone and come


@pytest.mark.parametrize(("old", "new"), [(text(), text()), (text(), text(f"a: {URGE}.")), (text(f"a: {URGE}."), text())])
def test_empty_texts_are_files_too(old: Resolution, new: Resolution) -> None:
    assert write_redline(compare(old, new))[:2] == b"PK"


def test_hostile_characters_are_text() -> None:
    words = "a: <w:ins> & \"x\" ]]> \\{\\{ 7 \\}\\} {% y %}"
    assert lines(text("a: States"), text(words), by_id=True)[0].endswith('<ins><w:ins> & "x" ]]> {{ 7 }} {% y %}</ins>¶')


def test_ids_go_on_over_the_notes() -> None:
    redline = compare(text("a: *Urges*.[^n]", n="See A/79/143."), text("a: *Urges* all.[^n]", n="See A/81/___."), by_id=True)
    tree, notes = body(redline)
    ids = [e.get(f"{W}id") for root in (tree, *notes) for e in root.iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids)) == 3


def test_the_date_is_the_one_given() -> None:
    assert ooxml.Revisions("2026-10-05T09:00:00Z").attributes("A").endswith('w:date="2026-10-05T09:00:00Z"')
    redline = compare(text("a: *Urges*."), text("a: *Urges* all."))
    one, two = (write_redline(redline, Authors(), datetime(2026, 10, day, tzinfo=UTC)) for day in (5, 6))
    assert one != two


def test_what_could_not_be_read_stands_at_the_edge_of_the_text() -> None:
    image = Opaque("map", (Text("[Map]"),), "image")
    made = text(paragraph(f"urge: {URGE}:", replace(image, id="sum")), image, f"agenda: {AGENDA}.", head=Masthead(symbol="A/C.6/81/L.7", others=("Reissued",)))
    found = set_redline(compare(made, made), Authors(), "2026-10-05T09:00:00Z", kinds=("l-document", "l-document"))
    unread = [part for part in found.slots["body"] if "[Map]" in part]
    assert unread == ['<w:p><w:pPr><w:pStyle w:val="SingleTxt"/></w:pPr><w:r><w:t>[Map]</w:t></w:r></w:p>'] * 2
    assert ["Reissued" in part for part in found.slots["proposal"]] == [False, True]
