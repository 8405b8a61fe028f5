"""Numbers follow from the place, and what an official text prints otherwise is kept (un-rules A9, A10, A11)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.assemble.numbers import elide, labels, paths
from draftkit.model import Annex, Block, ClauseEntry, Heading, Masthead, Opaque, Paragraph, Part, Resolution, Scheme
from draftkit.tree import Section, walk

PRINTED = st.sampled_from(
    ["", "1.", "2.", "3.", "4.", "5.", "12.", "4 bis.", "1", "(a)", "(b)", "(c)", "(i)", "(ii)", "(aa)", "a.", "b.", "i.", "I", "II", "A.", "B."]
)
unread = st.builds(Opaque, st.just("u"), st.just(()), st.just("image"))
items = st.recursive(
    st.builds(Paragraph, st.just("p"), st.just(()), label=PRINTED),
    lambda inner: st.builds(Paragraph, st.just("p"), st.just(()), st.lists(inner | unread, max_size=4).map(tuple), PRINTED),
    max_leaves=8,
)
block_lists = st.lists(
    items | unread | st.builds(Heading, st.just("h"), st.just(()), st.sampled_from(Scheme), PRINTED), max_size=8
)  # fmt: skip


def part(blocks: tuple[Block, ...], section: Section) -> Resolution:
    if section is Section.PREAMBLE:
        found = Part(preamble=blocks)
    elif section is Section.OPERATIVE:
        found = Part(operative=blocks)
    else:
        found = Part(annexes=(Annex("annex", "Annex", (), blocks),))
    return Resolution(Masthead(), (), (found,))


def named(blocks: list[Block]) -> tuple[Block, ...]:
    count = iter(range(1000))

    def name(block):
        if isinstance(block, Paragraph):
            return replace(block, id=f"p-{next(count)}", items=tuple(map(name, block.items)))
        return replace(block, id=f"{block.id}-{next(count)}")

    return tuple(map(name, blocks))


@given(block_lists, st.sampled_from(Section))
def test_eliding_labels_loses_none_of_them(blocks, section):
    printed = named(blocks)
    wanted = {place.block.id: place.block.label for place in walk(part(printed, section)) if not isinstance(place.block, Opaque)}
    assert labels(part(elide(printed, section), section)) == wanted


def test_what_could_not_be_read_has_no_number_and_counts_for_nothing():
    image = Opaque("image", (), "image")
    lists = (Paragraph("one", (), (Paragraph("a", ()), replace(image, id="sum"), Paragraph("b", ()))), image, Paragraph("two", ()))
    assert labels(part(lists, Section.OPERATIVE)) == {"one": "1.", "a": "(a)", "b": "(b)", "two": "2."}
    assert labels(part((image, Paragraph("sole", ())), Section.OPERATIVE)) == {"sole": ""}
    assert set(paths(part(lists, Section.OPERATIVE))) == {"one", "a", "b", "two"}


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12))
def test_a_text_numbered_by_the_rules_keeps_no_label(sizes):
    letters = "abc"
    blocks = tuple(
        Paragraph(f"p-{n}", (), tuple(Paragraph(f"p-{n}-{i}", (), label=f"({letters[i]})") for i in range(size)), f"{n}.")
        for n, size in enumerate(sizes, 1)
    )
    kept = [place.block.label for place in walk(part(elide(blocks, Section.OPERATIVE), Section.OPERATIVE))]
    assert kept == [None] * len(kept)


def test_numbers_run_on_over_headings_and_restart_where_they_did():
    blocks = (
        Heading("one", (), Scheme.ROMAN),
        Paragraph("a", ()),
        Heading("letter", (), Scheme.LETTER),
        Paragraph("b", (), (Paragraph("b-a", ()), Paragraph("b-b", (), (Paragraph("b-b-i", ()),)))),
        Heading("two", (), Scheme.ROMAN),
        Heading("letter-again", (), Scheme.LETTER),
        Paragraph("c", ()),
        Heading("part", (), restart=True),
        Paragraph("d", ()),
        Paragraph("e", ()),
    )
    found = labels(part(blocks, Section.OPERATIVE))
    assert [f"{name} {label}".strip() for name, label in sorted(found.items())] == [
        "a 1.", "b 2.", "b-a (a)", "b-b (b)", "b-b-i (i)", "c 3.", "d 1.", "e 2.", "letter A.", "letter-again A.", "one I", "part", "two II",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((Paragraph("a", ()),), {"a": ""}),
        ((Paragraph("a", ()), Paragraph("b", ())), {"a": "1.", "b": "2."}),
        ((Paragraph("a", ()), Paragraph("b", (), label="")), {"a": "", "b": ""}),
        ((Paragraph("a", ()), ClauseEntry("b", "x")), {"a": "1.", "b": "2."}),
        ((ClauseEntry("b", "x"),), {"b": ""}),
        ((Paragraph("a", (), label="1."),), {"a": "1."}),
        ((Paragraph("new", ()), Paragraph("a", (), label="1.")), {"new": "1.", "a": "2."}),
        ((ClauseEntry("new", "x"), Paragraph("a", (), label="1."), Paragraph("b", ())), {"new": "1.", "a": "2.", "b": "3."}),
        ((Paragraph("a", (), label="1."), Paragraph("new", ())), {"a": "1.", "new": "2."}),
        ((Paragraph("new", ()), Paragraph("h", (), label=""), Paragraph("a", (), label="1.")), {"new": "1.", "h": "", "a": "2."}),
        ((Paragraph("a", (), label="1."), Paragraph("b", (), label="1.")), {"a": "1.", "b": "1."}),
        ((Paragraph("a", (), label="1."), Paragraph("goes-on", (), label="")), {"a": "1.", "goes-on": ""}),
        ((Paragraph("a", ()), Paragraph("b", (), label="7."), Paragraph("c", ())), {"a": "1.", "b": "7.", "c": "8."}),
        ((Paragraph("a", ()), Paragraph("b", (), label="1 bis."), Paragraph("c", ())), {"a": "1.", "b": "1 bis.", "c": "2."}),
    ],
)
def test_a_sole_paragraph_has_no_number_and_a_clause_entry_counts(blocks, expected):
    assert labels(part(blocks, Section.OPERATIVE)) == expected


def test_preambular_paragraphs_have_no_number_but_their_subparagraphs_do():
    blocks = (Paragraph("a", (), (Paragraph("b", ()),)), Paragraph("c", ()))
    assert labels(part(blocks, Section.PREAMBLE)) == {"a": "", "b": "(a)", "c": ""}


def test_paths_name_what_a_reference_can_lead_to():
    blocks = (
        Heading("one", (), Scheme.ROMAN),
        Paragraph("a", (), (Paragraph("b", (), (Paragraph("c", ()),)),)),
        Paragraph("goes-on", (), label=""),
        ClauseEntry("d", "x"),
    )
    assert paths(part(blocks, Section.OPERATIVE)) == {"a": ("1",), "b": ("1", "(a)"), "c": ("1", "(a)", "(i)"), "d": ("2",)}


def test_paths_count_in_their_own_numbering():
    blocks = (Paragraph("a", ()), Paragraph("b", ()), Heading("h", (), restart=True), Paragraph("c", ()), Paragraph("d", ()))
    annex = Annex("annex", "Annex", (), (Paragraph("e", ()), Paragraph("f", ())))
    resolution = Resolution(Masthead(), (), (Part(operative=blocks, annexes=(annex,)), Part(operative=(Paragraph("g", ()), Paragraph("i", ())))))
    found = paths(resolution)
    assert found["a"] == found["c"] == found["e"] == found["g"] == ("1",)
    scopes = [getattr(found[name], "scope", None) for name in "acegbdfi"]
    assert scopes[:4] == scopes[4:]
    assert len(set(scopes)) == 4
