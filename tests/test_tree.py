"""Walking a resolution and making a changed copy of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from core_strategies import resolutions
from draftkit import inline
from draftkit.model import Annex, Cell, ClauseEntry, Heading, Masthead, Note, Opaque, Paragraph, Part, Resolution, Table, Text
from draftkit.tree import Section, contents, map_blocks, map_contents, map_sections, texts, unread, walk


def text(words: str):
    return (Text(words),)


RESOLUTION = Resolution(
    Masthead(),
    text("Lighthouses"),
    (
        Part(
            preamble=(Paragraph("recalls", text("Recalling")),),
            operative=(
                Heading("section", text("Lights")),
                Paragraph("urges", text("Urges:"), (Paragraph("a", text("Acts"), (Paragraph("i", text("Now")),)), Table("rows", ((Cell(text("x")),),)))),
                ClauseEntry("asks", "report/request@1"),
            ),
            annexes=(Annex("annex", "Annex", text("Rules"), (Paragraph("rule", text("Keep")),)),),
            title=text("Part title"),
            formula=text("The Council"),
        ),
    ),
)  # fmt: skip


def test_blocks_come_in_printed_order_with_their_places():
    found = [(place.block.id, place.section, place.depth, place.parent) for place in walk(RESOLUTION)]
    assert found == [
        ("recalls", Section.PREAMBLE, 0, ""),
        ("section", Section.OPERATIVE, 0, ""),
        ("urges", Section.OPERATIVE, 0, ""),
        ("a", Section.OPERATIVE, 1, "urges"),
        ("i", Section.OPERATIVE, 2, "a"),
        ("rows", Section.OPERATIVE, 1, "urges"),
        ("asks", Section.OPERATIVE, 0, ""),
        ("rule", Section.ANNEX, 0, ""),
    ]


def test_contents_come_in_printed_order():
    found = [(name, inline.plain(content)) for name, content in contents(RESOLUTION)]
    assert found == [
        ("title", "Lighthouses"), ("title", "Part title"), ("formula", "The Council"), ("recalls", "Recalling"), ("section", "Lights"), ("urges", "Urges:"),
        ("a", "Acts"), ("i", "Now"), ("rows", "x"), ("annex", "Rules"), ("rule", "Keep"),
    ]  # fmt: skip


def test_texts_are_the_contents_and_then_the_notes():
    noted = replace(RESOLUTION, notes=(Note("x", text("A/80/1.")),))
    assert list(texts(noted)) == [*contents(RESOLUTION), ("note x", text("A/80/1."))]


def test_every_content_can_be_changed():
    shouted = map_contents(RESOLUTION, lambda name, content: text(f"{name}: {inline.plain(content).upper()}"))
    assert [inline.plain(content) for _, content in contents(shouted)] == [
        f"{name}: {inline.plain(content).upper()}" for name, content in contents(RESOLUTION)
    ]


def test_what_could_not_be_read_is_walked_and_never_changed():
    image, formula = Opaque("map", text("[map]"), "image"), Opaque("sum", text("E"), "equation")
    made = replace(RESOLUTION, parts=(Part((Paragraph("recalls", text("Recalling"), (formula,)),), (image,)),))
    assert [(name, inline.plain(content)) for name, content in contents(made)][2:] == [
        ("recalls", "Recalling"), ("sum", "E"), ("map", "[map]"),
    ]  # fmt: skip
    assert list(unread(made)) == [formula, image]
    assert list(unread(map_contents(made, lambda *_: text("changed")))) == [formula, image]


def test_items_are_changed_before_the_paragraph_they_stand_under():
    seen: list[str] = []

    def note(block):
        seen.append(block.id)
        return block

    map_blocks(RESOLUTION, note)
    assert seen == ["recalls", "section", "i", "a", "rows", "urges", "asks", "rule"]


def test_whole_lists_can_be_changed():
    emptied = map_sections(RESOLUTION, lambda section, blocks: () if section is Section.OPERATIVE else blocks)
    assert [place.block.id for place in walk(emptied)] == ["recalls", "rule"]


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(resolutions)
def test_changing_nothing_gives_the_same_text(resolution):
    assert map_contents(resolution, lambda _, content: content) == resolution
    assert map_blocks(resolution, lambda block: block) == resolution
