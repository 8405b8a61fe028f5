"""The redline of two texts in the Word file of the old one, as a reviewer reads it; priors are as other people's files are.

Every case is judged both ways by ``marked.redlined``.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from draftkit.compare.comparison import compare
from draftkit.compare.redline import unchanged
from draftkit.errors import Unreadable
from draftkit.model import Resolution
from draftkit.readers import text as plain_text
from draftkit.readers import word
from draftkit.tracking import redline_files
from draftkit.tracking.texts import redline_text
from draftkit.word.revisions import Mode
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from draftkit.writers.docx import write
from judges import oracle
from judges.schema import W, trees
from strategies import pairs
from tracking.marked import DATE, Redlined, patched, redlined, resolution
from word_files import (
    Block,
    Bookmark,
    Box,
    Cell,
    Comment,
    Control,
    Controlled,
    Field,
    File,
    Link,
    Note,
    P,
    Piece,
    Row,
    Run,
    Table,
    build,
)

WATER = "Notes the report on water and all that follows from it for the States;"
SHIPS = "Urges the organs of the United Nations to see to the ships, and to all who sail in them;"
FUNDS = "Asks the Chair for the funds that the programme of work for the biennium needs;"
SPRING = "Invites the Bureau to meet in the spring of the year that follows;"
REPORT = "Notes the report of the Secretary-General"
END = "Decides to remain seized of the matter."


def numbered(*texts: str | tuple[Piece | str, ...]) -> tuple[P, ...]:
    """Paragraphs with typed numbers and tabs."""
    return tuple(P(f"{at}.\t", *([text] if isinstance(text, str) else text)) for at, text in enumerate(texts, 1))


def counted(*texts: str) -> tuple[P, ...]:
    """Paragraphs that Word counts."""
    return tuple(P(text, number=0) for text in texts)


def between(old: Block | str, new: Block | str) -> Redlined:
    """One paragraph that changes among others."""
    return redlined(resolution(old, f"2. {END}"), resolution(new, f"2. {END}"))


def openers(word: str, rest: str, at: int, **run: int) -> P:
    return P(Run(f"{at}. ", **run), Run(word, italic=True, **run), Run(rest, **run))  # type: ignore[arg-type]


# --- words


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1. Urges all States;", "1. Urges States;", "1. Urges[- all-] States;"),
        ("1.\tUrges States;", "1.\tUrges all States;", "1.\tUrges{+ all+} States;"),
        ("1.  Urges  all States  to report;", "1.  Urges States to report;", "1.  Urges[-  all-] States  to report;"),
        ("1. Urges the co\u00adoperation of all States;", "1. Urges the co\u00adoperation of States;", "1. Urges the co\u00adoperation of[- all-] States;"),
        ("1. Urges para.\u00a07 of it;", "1. Urges para.\u00a08 of it;", "1. Urges para.\u00a0[-7-]{+8+} of it;"),
        ("1.\tUrges all States\tto report;", "1.\tUrges States\tto report;", "1.\tUrges[- all-] States\tto report;"),
        ("1.\tUrges all States\nto report;", "1.\tUrges States\nto report;", "1.\tUrges[- all-] States\nto report;"),
        ("1. Urges a non\u2011paper;", "1. Urges a short non\u2011paper;", "1. Urges a{+ short+} non\u2011paper;"),
    ],
)  # fmt: skip
def test_words(old: str, new: str, said: str) -> None:
    assert between(old, new).changed == [said]


def test_a_line_in_two_paragraphs() -> None:
    old = resolution("1.\tUrges all States to report with the", "organs of the United Nations;", f"2.\t{END}")
    new = resolution("1.\tUrges States to report with the organs of the said United Nations;", f"2.\t{END}")
    assert redlined(old, new).changed == [
        "1.\tUrges[- all-] States to report with the{+ +}[¶]",
        "organs of the{+ said+} United Nations;",
    ]


def test_a_line_in_two_paragraphs_that_moves_is_struck_and_put_in() -> None:
    first, second = "Urges the organs of the United Nations to see to", "the ships, and to all who sail in them;"
    old = resolution(f"1.\t{WATER}", f"2.\t{first}", second, f"3.\t{FUNDS}", f"4.\t{SPRING}", f"5.\t{END}")
    assert redlined(old, resolution(*numbered(WATER, FUNDS, SPRING, SHIPS, END))).changed == [
        f"[-2.\t{first}-][¶]",
        f"[-{second}-][¶]",
        f"[-3-]{{+2+}}.\t{FUNDS}",
        f"[-4-]{{+3+}}.\t{SPRING}",
        f"{{+4.\t{SHIPS}+}}{{¶}}",
    ]


# --- formats


def runs(found: Redlined, text: str) -> list[str]:
    """The properties of the runs that say a text, as XML."""
    from lxml import etree

    tree = trees(found.data)["word/document.xml"]
    said = [run.find(f"{W}rPr") for run in tree.iter(f"{W}r") if "".join(run.itertext(f"{W}t")).strip() == text]
    return ["" if rpr is None else re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(rpr).decode()) for rpr in said]


def test_what_comes_in_has_the_fonts_of_its_surroundings() -> None:
    old = resolution(openers("Urges", " all States to report;", 1, size=24), openers("Decides", " to stop.", 2, size=24))
    new = resolution(
        openers("Urges", " all States to report soon;", 1, size=24),
        openers("Also urges", " them to write;", 2, size=24),
        openers("Decides", " to stop.", 3, size=24),
    )
    found = redlined(old, new)
    assert found.changed == [
        "1. Urges all States to report{+ soon+};",
        "{+2. Also urges them to write;+}{¶}",
        "[-2-]{+3+}. Decides to stop.",
    ]
    assert runs(found, "soon") == runs(found, "to write;")[:1] or runs(found, "soon") == ['<w:rPr><w:sz w:val="24"/></w:rPr>']
    assert runs(found, "Also urges") == ['<w:rPr><w:i/><w:sz w:val="24"/></w:rPr>']


def test_italics_of_a_style_are_italics_of_that_style() -> None:
    def styled(opener: str, rest: str, at: int) -> P:
        return P(f"{at}. ", Run(opener, style="Emphasis"), rest)

    old = build(resolution(styled("Urges", " all States;", 1), styled("Decides", " to stop.", 2)))
    emphasis = b'<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style></w:styles>'
    old = patched(old, "word/styles.xml", b"</w:styles>", emphasis)
    wanted = plain("1. *Urges* all States;", "2. *Also urges* the organs;", "3. *Decides* to stop.")
    found = redlined(old, wanted)
    assert found.changed == ["{+2. Also urges the organs;+}{¶}", "[-2-]{+3+}. Decides to stop."]
    assert runs(found, "Also urges") == ['<w:rPr><w:rStyle w:val="Emphasis"/></w:rPr>']


def test_a_line_of_a_bold_style_keeps_it() -> None:
    old = resolution(P("Strengthening the work of organs", style="Heading1"), *numbered(WATER, END))
    new = resolution(P("Strengthening the joint work of organs", style="Heading1"), *numbered(WATER, END))
    found = redlined(old, new)
    assert found.changed == ["Strengthening the{+ joint+} work of organs"]
    assert runs(found, "joint") == [""]


def test_italics_lost() -> None:
    old = P("1. ", Run("Urges also", italic=True), " all States;")
    assert between(old, P("1. ", Run("Urges", italic=True), " also all States;")).changed == ["1. Urges also{was i} all States;"]


# --- numbers


def test_a_new_paragraph_changes_the_numbers_alone() -> None:
    old, new = resolution(*numbered(WATER, END)), resolution(*numbered(WATER, SHIPS, END))
    assert redlined(old, new).changed == [f"{{+2.\t{SHIPS}+}}{{¶}}", f"[-2-]{{+3+}}.\t{END}"]


def test_letters_keep_their_brackets() -> None:
    lines = ("(a)\tThe first thing to do in the house;", "(b)\tThe second thing to do at the sea;")
    old = resolution("1.\tNotes:", *lines, f"2.\t{END}")
    new = resolution("1.\tNotes:", lines[0], "(b)\tAnother thing by night;", lines[1].replace("(b)", "(c)"), f"2.\t{END}")
    assert redlined(old, new).changed == ["{+(b)\tAnother thing by night;+}{¶}", "([-b-]{+c+})\tThe second thing to do at the sea;"]


def test_where_word_counts_no_number_is_typed() -> None:
    found = redlined(resolution(*counted(WATER, SPRING, END)), plain(f"1. {WATER}", f"2. {SHIPS}", f"3. {END}"))
    assert found.changed == [f"{{+{SHIPS}+}}{{¶}}", f"[-{SPRING}-][¶]"] or found.changed == [f"[-{SPRING}-][¶]", f"{{+{SHIPS}+}}{{¶}}"]
    made = next(p for p in trees(found.data)["word/document.xml"].iter(f"{W}p") if SHIPS in "".join(p.itertext()))
    assert made.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"


def test_counted_paragraphs_move_split_and_join() -> None:
    first, second = "Urges the organs of the United Nations to see to the ships,", "and to all who sail in them;"
    moved = redlined(resolution(*counted(WATER, SHIPS, FUNDS, END)), resolution(*counted(WATER, FUNDS, SHIPS, END)))
    assert moved.changed in (
        [f"{{>{FUNDS}>}}{{>¶}}", f"[<{FUNDS}<][<¶]"],
        [f"[<{SHIPS}<][<¶]", f"{{>{SHIPS}>}}{{>¶}}"],
    )
    one, two = resolution(*counted(WATER, SHIPS, END)), resolution(*counted(WATER, first, second, END))
    assert redlined(one, two).changed == [f"{first}[- -]{{¶}}"]
    assert redlined(two, one).changed == [f"{first}{{+ +}}[¶]"]


# --- moved, split, joined, at the end


def test_a_move_with_an_edit_and_a_note() -> None:
    def ships(what: str) -> tuple[Piece | str, ...]:
        return "Urges the organs of the United Nations", Note("A/79/143."), f" to see to the {what}, and to all who sail in them;"

    old = resolution(*numbered(WATER, ships("ships"), FUNDS, SPRING, END))
    found = redlined(old, resolution(*numbered(WATER, FUNDS, SPRING, ships("boats"), END)))
    organs, sail = "Urges the organs of the United Nations", ", and to all who sail in them;"
    assert found.changed == [
        f"[<2.\t{organs}^ to see to the <][-ships-][<{sail}<][<¶]",
        f"[-3-]{{+2+}}.\t{FUNDS}",
        f"[-4-]{{+3+}}.\t{SPRING}",
        f"{{+4.+}}{{>\t{organs}>}}{{>^>}}{{> to see to the >}}{{+boats+}}{{>{sail}>}}{{>¶}}",
    ]
    assert found.notes == ["[- A/79/143.-]", "{+ A/79/143.+}"]


def test_a_bookmark_is_not_copied_with_a_move() -> None:
    def ships() -> tuple[Piece | str, ...]:
        return "Urges the organs of ", Bookmark("_Ref7", "the United Nations"), " to see to the ships, and to all who sail in them;"

    found = redlined(resolution(*numbered(WATER, ships(), FUNDS, SPRING, END)), resolution(*numbered(WATER, FUNDS, SPRING, ships(), END)))
    main = trees(found.data)["word/document.xml"]
    assert [each.get(f"{W}name") for each in main.iter(f"{W}bookmarkStart")] == ["_Ref7"]


def test_split_and_join() -> None:
    first, second = "Urges the organs of the United Nations to see to the ships", "and to all who sail in them;"
    one, two = resolution(*numbered(WATER, f"{first} {second}", END)), resolution(*numbered(WATER, first, second, END))
    assert redlined(one, two).changed == [f"2.\t{first}[- -]{{¶}}", f"{{+3.\t+}}{second}", f"[-3-]{{+4+}}.\t{END}"]
    assert redlined(two, one).changed == [f"2.\t{first}{{+ +}}[¶]", f"[-3.\t-]{second}", f"[-4-]{{+3+}}.\t{END}"]


def test_the_last_paragraph_mark_stays() -> None:
    short, annex = resolution(*numbered(WATER, END)), ("Annex", "Principles on cables", "1.\tCables are laid in the sea.")
    long = resolution(*numbered(WATER, END), *annex)
    assert redlined(short, long).changed == [f"2.\t{END}{{¶}}", "{+Annex+}{¶}", f"{{+{annex[1]}+}}{{¶}}", f"{{+{annex[2]}+}}"]
    assert redlined(long, short).changed == [f"2.\t{END}[¶]", "[-Annex-][¶]", f"[-{annex[1]}-][¶]", f"[-{annex[2]}-]"]


def test_another_end() -> None:
    old, new = resolution(*numbered(WATER, SHIPS)), resolution(*numbered(FUNDS, SPRING))
    assert redlined(old, new).changed == [f"[-1.\t{WATER}-][¶]", f"[-2.\t{SHIPS}-]{{+1.\t{FUNDS}+}}{{¶}}", f"{{+2.\t{SPRING}+}}"]


def test_a_section_keeps_its_end() -> None:
    for new in (numbered(WATER, FUNDS, SPRING, END), numbered(WATER, FUNDS, SPRING, SHIPS, END)):
        old = resolution(f"1.\t{WATER}", P(f"2.\t{SHIPS}", ends_section=True), f"3.\t{FUNDS}", f"4.\t{SPRING}", f"5.\t{END}")
        found = redlined(old, resolution(*new))
        assert found.changed[0] == f"[-2.\t{SHIPS}-]"
        assert len(list(trees(found.data)["word/document.xml"].iter(f"{W}sectPr"))) == 2


# --- notes


def with_notes(*notes: str) -> File:
    """Two paragraphs, the first with a note for each text."""
    pieces = [piece for note in notes for piece in (" on water", Note(note))]
    return resolution(*numbered(("Notes the report of the Secretary-General", *pieces, " and all that follows from it;"), END))


@pytest.mark.parametrize(
    ("old", "new", "body", "notes"),
    [
        (["A/79/143."], ["A/79/143, annex."], [], ["A/79/143{+, annex+}."]),
        (["A/79/143."], [], [f"1.\t{REPORT}[- on water^-] and all that follows from it;"], ["[- A/79/143.-]"]),
        ([], ["A/79/143."], ["1.\t" + REPORT + "{+ on water^+} and all that follows from it;"], ["{+\tA/79/143.+}"]),
        (["A/79/143."], ["A/79/143.", "A/80/7 and A/80/8."], ["1.\t" + REPORT + " on water^{+ on water^+} and all that follows from it;"], ["A/79/143.", "{+ A/80/7 and A/80/8.+}"]),
    ],
)  # fmt: skip
def test_notes(old: list[str], new: list[str], body: list[str], notes: list[str]) -> None:
    found = redlined(with_notes(*old), with_notes(*new))
    assert (found.changed, found.notes) == (body, notes)


# --- tables


TABLE = Table((Row("State", "Year"), Row("Austria", "2020"), Row("Belgium", "2021")))
LONGER = Table((TABLE.rows[0], TABLE.rows[1], Row("Chad", "2022"), TABLE.rows[2]))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (TABLE, LONGER, ["{+Chad+}", "{+2022+}"]),
        (LONGER, TABLE, ["[-Chad-]", "[-2022-]"]),
        (TABLE, Table((TABLE.rows[0], Row("Austria", "2024"), TABLE.rows[2])), ["[-2020-]{+2024+}"]),
        (TABLE, Table((Row(Cell((P("All"),), span=2)), *TABLE.rows)), ["{+All+}"]),
        (Table((Row(Cell((P("Austria"), P("and Hungary"))), "2020"),)), Table((Row(Cell((P("Austria"), P("and old Hungary"))), "2020"),)), ["and{+ old+} Hungary"]),
    ],
)  # fmt: skip
def test_rows_and_cells(old: Table, new: Table, said: list[str]) -> None:
    around = numbered(WATER, END)
    assert redlined(resolution(around[0], old, around[1]), resolution(around[0], new, around[1])).changed == said


def test_a_table_comes_and_goes() -> None:
    texts = ["State", "Year", "Austria", "2020", "Belgium", "2021"]
    around = numbered(WATER, END)
    without, within = resolution(*around), resolution(around[0], TABLE, around[1])
    assert redlined(without, within).changed == [f"{{+{text}+}}" for text in texts]
    assert redlined(within, without).changed == [f"[-{text}-]" for text in texts]


def test_a_note_in_a_cell_is_edited_and_struck_with_its_row() -> None:
    def rows(*notes: str) -> File:
        found = [Row(Cell((P("Austria", Note(note)),)), "2020") for note in notes]
        return resolution(f"1.\t{WATER}", Table((TABLE.rows[0], *found, TABLE.rows[2])), f"2.\t{END}")

    assert redlined(rows("A/1."), rows("A/1, annex.")).notes == ["A/1{+, annex+}."]
    gone = redlined(rows("A/1."), rows())
    assert (gone.changed, gone.notes) == (["[-Austria^-]", "[-2020-]"], ["[- A/1.-]"])


# --- the first page, heads and feet


def first_page(symbol: str, *lines: str) -> File:
    large, rest = symbol[0], symbol[1:]
    cell = Cell((P(Run(large, size=40), rest),))
    table = Table((Row("United Nations", cell), Row("General Assembly", Cell(tuple(P(line) for line in lines)))))
    body = resolution(f"1.\t{END}", title="Safety of submarine cables").blocks
    return File((table, P("Seventy-ninth session"), P("Sixth Committee"), P("Agenda item 84"), *body), header=(P(symbol),))


def test_the_large_letter_of_the_symbol_stays_and_the_running_head_follows() -> None:
    old, new = (first_page(symbol, "Distr.: Limited") for symbol in ("A/C.6/79/L.7", "A/C.6/81/L.8"))
    found = redlined(old, new)
    assert found.changed == ["A[-/C.6/79/L.7-]{+/C.6/81/L.8+}"]
    assert [shown for shown in found.heads if shown] == ["[-A/C.6/79/L.7-]{+A/C.6/81/L.8+}"]


def test_a_new_line_of_the_first_page_stays_in_its_cell() -> None:
    old, new = first_page("A/C.6/79/L.7", "Distr.: Limited"), first_page("A/C.6/79/L.7", "Distr.: Limited", "Original: French")
    found = redlined(old, new)
    assert found.changed == ["Distr.: Limited{¶}", "{+Original: French+}"]
    made = [p for p in trees(found.data)["word/document.xml"].iter(f"{W}p") if "French" in "".join(p.itertext())]
    assert made[0].getparent().tag == f"{W}tc"


def test_lines_of_the_first_page_in_one_paragraph() -> None:
    def page(session: str, item: str) -> File:
        return File((P("United Nations\tA/C.6/79/L.7"), P(f"{session} session\nSixth Committee\nAgenda item {item}"), *with_notes().blocks))

    found = redlined(page("Seventy-ninth", "84"), page("Eighty-first", "83"))
    assert found.changed == ["[-Seventy-ninth-]{+Eighty-first+} session\nSixth Committee\nAgenda item [-84-]{+83+}"]


# --- what stays


@pytest.mark.parametrize(
    ("thing", "kept"),
    [
        (Link("the report"), "hyperlink"),
        (Bookmark("_Ref7", "the report"), "bookmarkStart"),
        (Comment("why?", "the report"), "commentRangeStart"),
        (Control("the report"), "sdt"),
        (Box(("boxed",)), "txbxContent"),
    ],
)
def test_things_beside_a_change_stay(thing: Piece, kept: str) -> None:
    old, new = (resolution(*numbered(("Urges all States to read ", thing, f" of the {who};"), END)) for who in ("Chair", "Bureau"))
    found = redlined(old, new)
    assert [line.endswith(" of the [-Chair-]{+Bureau+};") for line in found.changed] == [True]
    before = trees(build(old))["word/document.xml"]
    assert len(list(trees(found.data)["word/document.xml"].iter(f"{W}{kept}"))) == len(list(before.iter(f"{W}{kept}")))


def test_words_that_come_into_a_link_stand_in_it() -> None:
    old, new = (resolution(*numbered(("Urges ", Link(text), " of it;"), END)) for text in ("the report", "the annual report"))
    found = redlined(old, new)
    assert found.changed == ["1.\tUrges the{+ annual+} report of it;"]
    assert len(list(trees(found.data)["word/document.xml"].iter(f"{W}hyperlink"))) == 1


def test_what_comes_in_behind_a_content_control_stands_outside_of_it() -> None:
    lines = numbered(WATER, SHIPS, END)
    old = resolution(lines[0], Controlled((lines[1],)), lines[2])
    found = redlined(old, resolution(*numbered(WATER, SHIPS, FUNDS, END)))
    assert found.changed == [f"{{+3.\t{FUNDS}+}}{{¶}}", f"[-3-]{{+4+}}.\t{END}"]
    control = next(trees(found.data)["word/document.xml"].iter(f"{W}sdt"))
    assert len(list(control.iter(f"{W}p"))) == 1


def test_a_field_stays_a_field() -> None:
    def reaffirms(number: str) -> tuple[Piece | str, ...]:
        return "Reaffirms paragraph ", Field(number), " above, and asks for more of it;"

    old, new = resolution(*numbered(WATER, SHIPS, reaffirms("2"))), resolution(*numbered(SHIPS, reaffirms("1")))
    assert redlined(old, new).changed == [
        f"[-1.\t{WATER}-][¶]",
        f"[-2-]{{+1+}}.\t{SHIPS}",
        "[-3-]{+2+}.\tReaffirms paragraph [-<2>-]{+<1>+} above, and asks for more of it;",
    ]


# --- a prior with tracked changes


def test_a_prior_with_tracked_changes() -> None:
    texts = ("Urges all States to report;", "Urges States to report soon;")
    old, changed = (build(resolution(f"1.\t{text}", f"2.\t{END}")) for text in texts)
    prior = redline_files(old, changed, Authors(), DATE).data
    new = resolution("1.\tUrges States to report at once;", f"2.\t{END}")
    with pytest.raises(Unreadable, match="--accept-input or --reject-input"):
        redlined(prior, new)
    with pytest.raises(Unreadable, match="tracked changes"):
        redline_text(prior, unchanged(word.read(old, "old.docx").resolution), {}, Authors(), DATE)
    assert redlined(prior, new, revisions=Mode.ACCEPT).changed == ["1.\tUrges States to report [-soon-]{+at once+};"]
    assert redlined(prior, new, revisions=Mode.REJECT).changed == ["1.\tUrges[- all-] States to report{+ at once+};"]


# --- what is not found


OLD = resolution("1.\tUrges all States to report;", f"2.\t{END}")


@pytest.mark.parametrize("shift", [1, -1, 100_000])
def test_what_is_not_found_is_named_and_the_rest_is_tracked(shift: int) -> None:
    data = build(OLD)
    reading = word.read(data, "old.docx")
    new = word.read(build(resolution("1.\tUrges States to report;", f"2.\t{END[:-1]} at hand.")), "new.docx").resolution
    places = dict(reading.lines)
    place = next(key for key, at in places.items() if at == 4)
    places[place] += shift * 10
    found = redline_text(data, compare(reading.resolution, new), places, Authors(), DATE)
    named = "1. Urges all States to report;"
    assert len(found.untracked) == 1
    assert re.fullmatch(rf'paragraph -?\d+ of the file, "{named}", was not found, .* by hand', found.untracked[0])
    assert oracle.resolved(found.data, "reject") == oracle.resolved(data, "reject")
    assert oracle.resolved(found.data, "accept")[-2:] == ["1. Urges all States to report;", f"2. {END[:-1]} at hand."]
    assert faults(found.data) == ()


def test_what_the_file_does_not_print_is_not_named() -> None:
    """The symbol that follows from the number of the title."""
    found = redlined(resolution(f"1.\t{END}"), plain(f"1. {END}", title="81/9. Safety of submarine cables"))
    assert found.changed == ["[-79/124-]{+81/9+}. Safety of submarine cables"]
    assert found.untracked == ()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/footnotes.xml", b'<w:footnote w:id="1">', b'<w:footnote w:id="' + b"9" * 5000 + b'">'),
        ("word/footnotes.xml", b'<w:footnote w:id="1">', '<w:footnote w:id="²">'.encode()),
        ("word/document.xml", b'footnoteReference w:id="1"', b'footnoteReference w:id="77"'),
        ("word/document.xml", b'w:w="2000" w:type="dxa"/>', b'w:w="9999999999" w:type="dxa"/><w:gridSpan w:val="x"/>'),
        ("word/document.xml", b"<w:body>", b'<w:background w:color="FFFFFF"/><w:body>'),
        ("word/document.xml", b"<w:tblGrid>", b"<!-- a comment --><w:tblGrid>"),
    ],
)
def test_odd_files(part: str, old: bytes, new: bytes) -> None:
    """What other programs write, or nobody should: never a traceback, and the old text comes back."""
    before = resolution(P("1.\tUrges all States", Note("A/1."), " to report;"), TABLE, f"2.\t{END}")
    data = patched(build(before), part, old, new)
    after = resolution(P("1.\tUrges States", Note("A/2."), " to report;"), LONGER, P(f"2.\t{FUNDS}", Note("A/3.")), TABLE, f"3.\t{END}")
    wanted = word.read(build(after), "new.docx").resolution
    reading = word.read(data, "old.docx")
    found = redline_text(data, compare(reading.resolution, wanted), reading.lines, Authors(), DATE)
    assert oracle.resolved(found.data, "reject") == oracle.resolved(data, "reject")


# --- laws


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)
@given(pairs())
def test_any_two_texts_are_exact_both_ways(both: tuple[Resolution, Resolution]) -> None:
    old, new = (write(text) for text in both)
    before, after = (word.read(data, "x.docx") for data in (old, new))
    found = redline_text(old, compare(before.resolution, after.resolution), before.lines, Authors(), DATE)
    assert all("parts a table" in what for what in found.untracked)
    assert oracle.resolved(found.data, "reject", formats=True) == oracle.resolved(old, "reject", formats=True)
    if not found.untracked:
        assert oracle.resolved(found.data, "accept", formats=True) == oracle.resolved(new, "accept", formats=True)
    assert faults(found.data) == ()


def plain(*lines: str, title: str = "79/124. Safety of submarine cables") -> Resolution:
    """A text as it is typed in an editor."""
    typed = (title, "The General Assembly,", "Recalling its resolution 71/5,", *lines)
    return plain_text.read("\n\n".join(typed) + "\n", "new.md").resolution
