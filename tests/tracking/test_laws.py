"""The laws of tracked changes between two Word files, before judges that are not ours.

For any two files: accepting gives the new text and rejecting the old one, and the file is sound. For small edits: what is marked
is what was changed, no more.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st

from draftkit.tracking import Tracked, redline_files
from draftkit.word.soundness import faults
from draftkit.writers.tracked import Authors
from judges import integrity, office, oracle, pandoc, schema, sdk, worse
from judges.schema import W, trees
from word_files import Box, Field, File, Note, P, Row, Run, Table, build
from word_strategies import edited_files, files

DATE = "2026-10-05T09:00:00Z"
CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "trPrChange", "tcPrChange", "tblPrChange", "sectPrChange")
Both = tuple[File, File]


def law(examples: int) -> settings:
    tried = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)  # to explain an example takes longer than to find it
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), phases=tried)


def tracked(both: Both) -> tuple[bytes, bytes, Tracked]:
    old, new = (build(file) for file in both)
    return old, new, redline_files(old, new, Authors(), DATE)


def changes(data: bytes) -> list[Any]:
    return [e for root in trees(data).values() for e in root.iter(*(f"{W}{name}" for name in CHANGES))]


# --- both directions -----------------------------------------------------------------------------------------------


@law(25)
@given(edited_files())
def test_rejecting_gives_the_old_text(both: Both) -> None:
    old, _, found = tracked(both)
    assert oracle.resolved(found.data, "reject", formats=True) == oracle.resolved(old, "reject", formats=True)
    assert oracle.stories(found.data, "reject") == oracle.stories(old, "reject")


@law(25)
@given(edited_files())
def test_accepting_gives_the_new_text(both: Both) -> None:
    """But for what is named as not tracked."""
    _, new, found = tracked(both)
    if not found.untracked:
        assert oracle.resolved(found.data, "accept", formats=True) == oracle.resolved(new, "accept", formats=True)
        assert oracle.stories(found.data, "accept") == oracle.stories(new, "accept")


@law(25)
@given(edited_files())
def test_rejecting_gives_the_old_xml(both: Both) -> None:
    old, _, found = tracked(both)
    assert oracle.canonical(found.data, "reject") == oracle.canonical(old, "reject")


@law(10)
@given(edited_files())
def test_pandoc_agrees(both: Both) -> None:
    """But for what it does not read: former formats, what stands beside a box, what a simple field shows.

    Of blanks too: of a paragraph that had another style it leaves one behind, and it takes a paragraph before a table that goes
    into that table.
    """
    assume("Box(" not in repr(both) and "simple=True" not in repr(both))
    old, new, found = tracked(both)
    assert _without_blanks(pandoc.lines(found.data, "reject")) == _without_blanks(pandoc.lines(old, "reject"))
    if not found.untracked:
        assert _without_blanks(pandoc.lines(found.data, "accept", formats=True)) == _without_blanks(
            pandoc.lines(new, "accept", formats=True)
        )


@law(20)
@given(edited_files())
def test_a_second_redline_of_the_accepted_file_is_empty(both: Both) -> None:
    from draftkit.word.revisions import Mode

    _, new, found = tracked(both)
    again = redline_files(found.data, new, Authors(), DATE, revisions=Mode.ACCEPT)
    if not found.untracked:
        assert not changes(again.data)


# --- no change -----------------------------------------------------------------------------------------------------


@law(40)
@given(files())
def test_no_change_no_revision(file: File) -> None:
    data = build(file)
    found = redline_files(data, data, Authors(), DATE)
    assert not changes(found.data)
    assert not found.untracked
    assert _parts(found.data) == _parts(data)


@law(20)
@given(edited_files())
def test_parts_without_changes_stay_as_they_are(both: Both) -> None:
    old, _, found = tracked(both)
    before, after = _parts(old), _parts(found.data)
    same = {name for name in before if name.startswith("word/") and name.rpartition("/")[2] not in _TOUCHED}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    for name in {"word/header1.xml", "word/footer1.xml"} & before.keys():
        if not list(trees(found.data)[name].iter(*(f"{W}{tag}" for tag in CHANGES))):
            assert after[name] == before[name]


_TOUCHED = frozenset(
    "document.xml document.xml.rels footnotes.xml endnotes.xml header1.xml footer1.xml styles.xml numbering.xml settings.xml "
    "comments.xml".split()
)


@law(10)
@given(edited_files())
def test_same_files_same_bytes(both: Both) -> None:
    assert tracked(both) == tracked(both)


def _without_blanks(lines: list[str]) -> list[str]:
    return [re.sub(r"[\s|]+", "", line) for line in lines]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- the form of the file ------------------------------------------------------------------------------------------


@law(30)
@given(edited_files())
def test_the_file_is_sound(both: Both) -> None:
    """Ids, moves, notes, fields, marks, ranges, names, relationships, and the order of properties."""
    _, _, found = tracked(both)
    assert faults(found.data) == ()


@law(20)
@given(edited_files())
def test_every_part_is_valid_under_the_schema(both: Both) -> None:
    old, _, found = tracked(both)
    assert worse(schema.errors, found.data, old) == []


@law(15)
@given(edited_files())
def test_another_lint_finds_nothing(both: Both) -> None:
    old, _, found = tracked(both)
    assert worse(integrity.findings, found.data, old) == []


@law(5)
@given(edited_files())
def test_the_open_xml_sdk_finds_nothing(both: Both) -> None:
    old, _, found = tracked(both)
    assert worse(sdk.errors, found.data, old) == []


# --- small edits ---------------------------------------------------------------------------------------------------

SENTENCE = "Urges all States to report to the Secretary-General on the measures that they have taken in that regard;"


def marked(data: bytes) -> tuple[str, str]:
    """What is deleted, what is inserted, in all parts."""
    gone, come = ("", "")
    for root in trees(data).values():
        gone += "".join("".join(e.itertext()) for e in root.iter(f"{W}del", f"{W}moveFrom"))
        come += "".join("".join(e.itertext()) for e in root.iter(f"{W}ins", f"{W}moveTo"))
    return gone.strip(), come.strip()


def single(old: P | Table, new: P | Table) -> tuple[str, str]:
    around = P("Recalling its previous resolutions on that item,"), P("Decides to remain seized of the matter.")
    _, _, found = tracked((File((around[0], old, around[1])), File((around[0], new, around[1]))))
    return marked(found.data)


@law(40)
@given(files(), st.integers(0, 16), st.sampled_from(("zebra", "73/8", "A/C.2/79/L.31")))
@example(File((P("x"),)), 0, "zebra")
def test_one_word_changed_is_that_word_alone(file: File, at: int, word: str) -> None:
    words = SENTENCE.split(" ")
    changed = " ".join((*words[:at], word, *words[at + 1 :]))
    old, new = (File((P(text), *file.blocks)) for text in (SENTENCE, changed))
    gone, come = marked(tracked((old, new))[2].data)
    assert (gone, come) == (words[at].rstrip(";"), word) or (gone, come) == (words[at], word)


@law(30)
@given(files(), st.integers(1, 16), st.sampled_from(("zebra", "73/8")))
def test_one_word_inserted_is_that_word_alone(file: File, at: int, word: str) -> None:
    words = SENTENCE.split(" ")
    changed = " ".join((*words[:at], word, *words[at:]))
    old, new = (File((P(text), *file.blocks)) for text in (SENTENCE, changed))
    assert marked(tracked((old, new))[2].data) == ("", word)
    assert marked(tracked((new, old))[2].data) == (word, "")


def test_a_split_paragraph_is_a_mark() -> None:
    first, second = SENTENCE[:20].strip(), SENTENCE[20:].strip()
    old, new = File((P("Before."), P(f"{first} {second}"))), File((P("Before."), P(f"{first} "), P(second)))
    for both in ((old, new), (new, old)):
        found = tracked(both)[2]
        assert marked(found.data) == ("", "")
        assert len(changes(found.data)) == 1


def test_italics_are_a_change_of_format() -> None:
    old, new = P(Run("Recalling also", italic=True), " its resolutions"), P(Run("Recalling", italic=True), " also its resolutions")
    _, _, found = tracked((File((old,)), File((new,))))
    assert marked(found.data) == ("", "")
    assert {e.tag for e in changes(found.data)} == {f"{W}rPrChange"}


def test_neighbours_whose_format_changed_alike_are_one_change() -> None:
    old, new = P("Recalling ", Run("all"), Run(" "), Run("its resolutions")), P("Recalling ", Run("all its", italic=True), " resolutions")
    _, _, found = tracked((File((old,)), File((new,))))
    (change,) = changes(found.data)
    assert "".join(change.getparent().getparent().itertext(f"{W}t")) == "all its"


def test_the_words_of_a_text_box_are_compared_in_both_alternatives() -> None:
    old, new = (P("Beside it ", Box((f"the {word} of the Committee", "as it was"))) for word in ("report", "annual report"))
    assert single(old, new) == ("", "annual annual")
    assert single(new, old) == ("annual annual", "")


def test_a_field_is_the_same_simple_or_complex() -> None:
    old, new = (P("Reaffirms paragraph ", Field("3", "REF _Ref1 \\h", simple), " above;") for simple in (True, False))
    assert single(old, new) == single(new, old) == ("", "")


def test_a_table_at_the_end_leaves_the_paragraph_before_it() -> None:
    first, last = P("Notes the report on water and all that follows;"), P("Decides to remain seized of the matter.", style="SingleTxt")
    old, new = File((first, last)), File((first, last, P("Annex"), Table((Row("a", "b"),))))
    for both, said in (((old, new), ("", "Annexab")), ((new, old), ("Annexab", ""))):
        _, _, found = tracked(both)
        assert marked(found.data) == said
        assert not found.untracked
        assert faults(found.data) == ()


def test_a_paragraph_that_has_other_words_elsewhere_is_no_move() -> None:
    texts = ("States of the region", "urges the States"), ("the report of the Chair",), ("paragraph 7 of the text",)
    boxes = [P(Box(found)) for found in texts]
    _, _, found = tracked((File((*boxes, P("x"))), File((boxes[0], boxes[2], boxes[1], P("x")))))
    assert faults(found.data) == ()


def test_a_row_is_a_row() -> None:
    rows = [Row(f"Item {n}", f"The text of item {n}") for n in "1234"]
    old, new = Table(tuple(rows)), Table((*rows[:2], Row("Item 2 bis", "Another text"), *rows[2:]))
    assert single(old, new) == ("", "Item 2 bisAnother text")
    assert single(new, old) == ("Item 2 bisAnother text", "")


def test_a_note_kept_is_not_retyped() -> None:
    old = P("Noting the report", Note("A/79/143."), " and the letter", Note("A/79/9."), " of the Chair,")
    new = P("Noting the report", Note("A/79/143."), " and the annexed letter", Note("A/79/9."), " of the Chair,")
    assert single(old, new) == ("", "annexed")


def test_a_note_removed_and_another_added_are_two_notes() -> None:
    old = P("Noting with appreciation the report", Note("A/79/143."), " of the Secretary-General on the item,")
    new = P("Noting with appreciation the report of the Secretary-General on the item", Note("A/80/1."), ",")
    _, _, found = tracked((File((old,)), File((new,))))
    assert faults(found.data) == ()
    assert {kind: oracle.resolved(found.data, kind) for kind in ("accept", "reject")} == {
        "accept": ["Noting with appreciation the report of the Secretary-General on the item{fn: A/80/1.},"],
        "reject": ["Noting with appreciation the report{fn: A/79/143.} of the Secretary-General on the item,"],
    }


def test_a_paragraph_with_a_field_keeps_it() -> None:
    field = Field("3", "REF _Ref1 \\h")
    old, new = (P("Reaffirms paragraph ", field, f" above and the {word} that follow from it;") for word in ("duties", "obligations"))
    assert single(old, new) == ("duties", "obligations")


def test_a_moved_paragraph_is_a_move() -> None:
    texts = [P(text) for text in (
        "Notes the report on water and all that follows from it for the States;",
        "Urges the organs of the United Nations to see to the ships, and to all who sail in them;",
        "Asks the Chair for the funds that the programme of work for the biennium needs;",
        "Invites the Bureau to meet in the spring of the year that follows;",
        "Decides to remain seized of the matter.",
    )]  # fmt: skip
    _, _, found = tracked((File(tuple(texts)), File((texts[0], *texts[2:4], texts[1], texts[4]))))
    assert not [e for e in changes(found.data) if e.tag in (f"{W}ins", f"{W}del")]
    assert marked(found.data)[0] == marked(found.data)[1] == texts[1].pieces[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize("way", ["accept", "reject"])
def test_libreoffice_agrees(way: str) -> None:
    """On one file that has of everything; it reads what Word writes."""
    old = File((
        P("Notes the report", Note("A/79/143."), " on water and all that follows from it for the States;"),
        P(Run("Urges", italic=True), " the organs of the United Nations to see to the ships, and to all who sail in them;"),
        P("Asks the Chair for the funds that the programme of work for the biennium needs;"),
        Table((Row("a", "b"), Row("c", "d"))),
        P("Decides to remain seized of the matter."),
    ))  # fmt: skip
    new = File((
        P("Notes the report", Note("A/80/1."), " on water and all that follows from it for all States;"),
        P("Asks the Chair for the funds that the programme of work for the biennium needs;"),
        P("Urges", " the organs of the United Nations to see to the ships, and to all who sail in them;"),
        Table((Row("a", "b"), Row("new", "row"), Row("c", "e"))),
        P("Decides to remain "),
        P("seized of the matter."),
    ))  # fmt: skip
    data = [build(old), build(new)]
    found = redline_files(*data, Authors(), DATE)
    assert office.lines(found.data, way) == office.lines(data[way == "accept"], way)
