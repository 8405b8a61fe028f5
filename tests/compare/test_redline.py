"""The redline as data, read as ``[-old-]{+new+}`` and ``[move]``."""

from __future__ import annotations

from dataclasses import replace

from draftkit.compare.comparison import compare
from draftkit.compare.redline import Fate, unchanged, with_fresh_masthead
from draftkit.model import Annex, Cell, Heading, Kind, Masthead, Opaque, Part, Resolution, Scheme, Table, Text
from redlines import paragraph, shown, shown_notes, text

URGE = "*Urges* all States to protect the submarine cables that land on their coasts"
REPORT = "*Requests* the Secretary-General to submit a report on the repair of cables"
REFER = "*Recalls* the measures set out in paragraph [[report]] of the present resolution"
HEAD = Masthead(symbol="A/RES/79/124", session=79, adopted="4 December 2024")


def test_renumbering_is_the_number_alone() -> None:
    old = text(f"report: {REPORT};", f"urge: {URGE}.")
    new = text("new: *Welcomes* the forum;", f"report: {REPORT};", f"urge: {URGE}.")
    assert shown(compare(old, new)) == [
        "[insert] 1. Welcomes the forum;",
        "[-1.-]{+2.+} Requests the Secretary-General to submit a report on the repair of cables;",
        "[-2.-]{+3.+} Urges all States to protect the submarine cables that land on their coasts.",
    ]


def test_a_changed_reference_is_the_number_alone() -> None:
    old = text(f"report: {REPORT};", f"refer: {REFER}.")
    new = text("new: *Welcomes* the forum;", f"report: {REPORT};", f"refer: {REFER}.")
    assert shown(compare(old, new))[-1] == "[-2.-]{+3.+} Recalls the measures set out in paragraph [-1-]{+2+} of the present resolution."


def test_a_moved_paragraph_is_a_move_with_its_number_and_its_edit() -> None:
    old = text(f"urge: {URGE};", f"report: {REPORT};", f"refer: {REFER}.")
    new = text(f"report: {REPORT};", f"refer: {REFER};", f"urge: {URGE.replace('protect', 'monitor')}.")
    assert shown(compare(old, new)) == [
        "[move1] [-1.-] Urges all States to [-protect-] the submarine cables that land on their coasts[-;-]",
        "[-2.-]{+1.+} Requests the Secretary-General to submit a report on the repair of cables;",
        "[-3.-]{+2.+} Recalls the measures set out in paragraph [-2-]{+1+} of the present resolution[-.-]{+;+}",
        "[to1] {+3.+} Urges all States to {+monitor+} the submarine cables that land on their coasts{+.+}",
    ]


def test_a_moved_paragraph_with_a_note_has_two_definitions() -> None:
    old = text(f"urge: {URGE};[^a]", f"report: {REPORT};", f"refer: {REFER}.", a="A/79/143.")
    new = text(f"report: {REPORT};", f"refer: {REFER};", f"urge: {URGE}.[^a]", a="A/79/143.")
    redline = compare(old, new, by_id=True)
    assert [line[:7] for line in shown(redline)][::3] == ["[move1]", "[to1] {"]
    assert shown_notes(redline) == {("a", ""): "[-A/79/143.-]", ("", "a"): "{+A/79/143.+}"}


def test_a_note_taken_out_and_another_put_in_are_two_definitions() -> None:
    old = text(f"urge: {URGE};[^a]", a="A/79/143.")
    new = text(f"urge: {URGE};[^b]", b="See resolution 71/5, annex, and the letter of the Chair.")
    redline = compare(old, new)
    assert shown(redline)[-1].endswith(";[-^1-]{+^1+}")
    assert set(redline.notes) == {("a", ""), ("", "b")}


def test_a_kept_note_is_edited_inside_its_definition() -> None:
    old = text(f"urge: {URGE};[^a]", a="Official Records, *Seventy-ninth Session*, Supplement No. 10.")
    new = text(f"urge: {URGE};[^b]", b="Official Records, *Eightieth Session*, Supplement No. 10.")
    redline = compare(old, new)
    assert shown(redline) == []
    assert shown_notes(redline) == {("a", "b"): "Official Records, [-Seventy-ninth-]{+Eightieth+} Session, Supplement No. 10."}


def test_by_id_a_note_is_known_by_its_name() -> None:
    old = text(f"urge: {URGE};[^a]", a="A/79/143.")
    assert shown_notes(compare(old, text(f"urge: {URGE};[^a]", a="See sect. II."), by_id=True))[("a", "a")].startswith("[-A/79/143-]")


def test_a_note_renumbered_is_no_change() -> None:
    old = text(f"urge: {URGE};", f"report: {REPORT}.[^a]", a="A/79/143.")
    new = text(f"urge: {URGE};[^b]", f"report: {REPORT}.[^a]", a="A/79/143.", b="A/79/15.")
    assert shown(compare(old, new)) == ["1. Urges all States to protect the submarine cables that land on their coasts;{+^1+}"]


def test_a_repeated_callout_is_its_figure() -> None:
    old = text(f"urge: {URGE};[^a]", f"report: {REPORT}.[^a]", a="A/79/143.")
    new = text("new: *Welcomes* the forum;[^b]", f"urge: {URGE};[^a]", f"report: {REPORT}.[^a]", a="A/79/143.", b="A/79/15.")
    assert shown(compare(old, new))[-1].endswith("on the repair of cables.[-^1-]{+^2+}")


def test_italics_are_a_change_of_format() -> None:
    old, new = text("urge: *Urges* all States;"), text("urge: *Urges all* States;")
    (line,) = [change for change in compare(old, new).lines if any(piece.was for piece in change.pieces)]
    assert [(piece.run.text, piece.run.italic) for piece in line.pieces if piece.was] == [(" all", True)]


def test_non_breaking_characters_stay_as_they_were() -> None:
    old, new = text("urge: See para.\u00a07 of the non\u2011paper;"), text("urge: See para. 7 of the non-paper, annex;")
    assert shown(compare(old, new)) == ["See para.\u00a07 of the non\u2011paper{+, annex+};"]


def test_headings_and_their_numbers() -> None:
    def sections(*names: str) -> Resolution:
        return text(*[Heading(name.lower(), (Text(name),), Scheme.ROMAN) for name in names])

    redline = compare(sections("Protection", "Repair"), sections("Prevention", "Protection", "Repair"), by_id=True)
    assert shown(redline) == ["[insert] I", "[insert] Prevention", "[-I-]{+II+}", "[-II-]{+III+}"]
    kinds = {piece.kind for change in redline.lines if change.fate is Fate.KEPT for piece in change.pieces if piece.kind}
    assert kinds == {Kind.CONSEQUENTIAL}


def table(*rows: tuple[str, ...]) -> Table:
    return Table("shares", tuple(tuple(Cell((Text(cell),)) for cell in row) for row in rows))


def test_rows_come_and_go_and_cells_are_edited() -> None:
    old = text(table(("Chile", "one vessel"), ("Fiji", "two vessels"), ("Ghana", "cable station")))
    new = text(table(("Belize", "a port of call"), ("Chile", "one vessel"), ("Fiji", "ten vessels")))
    expected = ["[insert] Belize | a port of call", "Fiji | [-two-]{+ten+} vessels", "[delete] Ghana | cable station"]
    assert shown(compare(old, new)) == expected
    assert shown(compare(old, new, by_id=True)) == expected


def test_annexes() -> None:
    def annexed(*annexes: Annex) -> Resolution:
        return replace(text("urge: *Adopts* the principles."), parts=(replace(text("urge: *Adopts* the principles.").parts[0], annexes=annexes),))

    annex = Annex("principles", "Annex", (Text("Principles"),), (paragraph(f"one: {URGE}"), paragraph(f"two: {REPORT}")))
    assert shown(compare(annexed(), annexed(annex)))[:2] == ["[insert] Annex", "[insert] Principles"]
    assert shown(compare(annexed(annex), annexed(replace(annex, label="Annex I")))) == ["Annex{+ I+}"]


def test_the_closing_date_is_edited() -> None:
    def closed(day: str) -> Resolution:
        return Resolution(HEAD, (Text("Cables"),), (Part(adopted=day),))

    assert shown(compare(closed("15 December 2020"), closed("9 May 2021"))) == ["[-15 December 2020-]{+9 May 2021+}"]


def test_an_item_that_becomes_a_paragraph_keeps_its_words() -> None:
    old = text(paragraph("lead: *Decides*:", paragraph(f"item: {REPORT};")), f"urge: {URGE}.")
    new = text("lead: *Decides*:", f"item: {REPORT};", f"urge: {URGE}.")
    assert shown(compare(old, new, by_id=True))[0].startswith("[-(a)-]{+2.+} Requests")


def test_everything_deleted_and_everything_new() -> None:
    full, empty = text(f"urge: {URGE};", f"report: {REPORT}."), text()
    assert [change.fate for change in compare(full, empty).lines][-2:] == [Fate.DELETED] * 2
    assert [change.fate for change in compare(empty, full).lines][-2:] == [Fate.INSERTED] * 2


def test_a_second_redline_is_empty() -> None:
    new = text(f"report: {REPORT};[^a]", f"refer: {REFER}.", a="A/79/143.")
    assert shown(compare(new, new)) == shown(compare(new, new, by_id=True)) == []


def test_a_fresh_masthead_is_not_tracked_and_keeps_its_note() -> None:
    old = replace(text(f"urge: {URGE}."), masthead=HEAD, title=(Text("Cables"),))
    new = replace(text(f"urge: {URGE}, in future.", a="A/79/143."), masthead=replace(HEAD, session=81), title=paragraph("t: Cables[^a]").content)
    redline = with_fresh_masthead(compare(old, new), new)
    assert shown(redline) == ["Urges all States to protect the submarine cables that land on their coasts{+, in future+}."]
    assert shown_notes(redline)[("a", "a")] == "A/79/143."


def test_a_text_unchanged_says_what_the_text_says() -> None:
    assert shown(unchanged(text(f"urge: {URGE}.", "b: *Also*:")), changed=False)[-2:] == [
        "1. Urges all States to protect the submarine cables that land on their coasts.",
        "2. Also:",
    ]


def test_paragraphs_of_one_id_are_compared_whatever_they_say() -> None:
    old, new = text("urge: *Urges* all States;"), text("urge: *Invites* the Commission to report;")
    assert shown(compare(old, new, by_id=True)) == ["[-Urges-][- all States-]{+Invites+}{+ the Commission to report+};"]


def test_a_moved_paragraph_leaves_in_its_old_italics_and_arrives_in_the_new() -> None:
    old = text(f"urge: {URGE};", f"report: {REPORT};", f"refer: {REFER}.")
    new = text(f"report: {REPORT};", f"refer: {REFER};", f"urge: {URGE.replace('*', '')}.")
    opener = {change.fate: change.pieces[0].run for change in compare(old, new, by_id=True).lines if change.move}
    assert {fate: run.text.startswith("Urges") and run.italic for fate, run in opener.items()} == {Fate.MOVED_FROM: True, Fate.MOVED_TO: False}


def test_a_kept_note_or_reference_is_never_retyped() -> None:
    old = text(f"report: {REPORT};[^a]", "urge: Protection of cables at great depths near the report,[^b] harbours and stations of the north.", a="A/79/15.", b="A/79/143.")
    new = text(f"report: {REPORT};[^a]", "urge: Laying of pipelines along many coasts by the report,[^b] wind farms or platforms off shores.", a="A/79/15.", b="A/79/143.")
    assert set(compare(old, new, by_id=True).notes) == {("a", "a"), ("b", "b")}
    old = text(f"report: {REPORT};", "b: Following the measures in [[report]] from earlier sessions.")
    new = text(f"report: {REPORT};", "b: Given every step since [[report]] was once adopted.")
    assert " 1 " in shown(compare(old, new, by_id=True))[0]


def test_what_could_not_be_read_is_a_line_without_a_number() -> None:
    image = Opaque("map", (Text("[Map of the cables of 2024]"),), "image")
    old = text(f"report: {REPORT};", image, f"urge: {URGE}.")
    new = text("new: *Welcomes* the forum;", f"report: {REPORT};", replace(image, content=(Text("[Map of the cables of 2025]"),)), f"urge: {URGE}.")
    assert shown(compare(old, new))[2] == "[Map of the cables of [-2024-]{+2025+}]"
    assert shown(compare(old, text(f"report: {REPORT};", f"urge: {URGE}.")))[0] == "[delete] [Map of the cables of 2024]"
    assert shown(compare(old, old)) == ["[Map of the cables of 2024]"]  # the brackets are its own


def test_a_text_read_without_its_image_has_the_same_line() -> None:
    old = text(f"report: {REPORT};", Opaque("map", (Text("Map of the cables of 2024"),), "image"), f"urge: {URGE}.")
    again = text(f"report: {REPORT};", replace(paragraph("map: Map of the cables of 2024"), label=""), f"urge: {URGE}.")
    assert shown(compare(old, again)) == []


def test_lines_of_no_known_form_are_lines_of_the_masthead() -> None:
    old = text(f"urge: {URGE}.", head=replace(HEAD, others=("Reissued for technical reasons",)))
    new = text(f"urge: {URGE}.", head=replace(HEAD, others=("Reissued for linguistic reasons",)))
    assert shown(compare(old, new)) == ["Reissued for [-technical-]{+linguistic+} reasons"]
