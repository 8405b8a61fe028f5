"""Two Word files held against each other: nothing that a page shows may differ unseen."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.compare.proof import Way
from draftkit.compare.word_proof import against_file
from draftkit.word.beside import beside
from draftkit.word.opened import opened
from draftkit.word.readout import readout
from judges import oracle
from word_files import Block, Bookmark, Box, Cell, Comment, Field, File, Link, Note, P, Picture, Row, Run, Table, build
from word_strategies import edited_files

TEXT = P("Urges all States")


def way(wanted: bytes, found: bytes) -> Way:
    files = opened(wanted, "wanted.docx"), opened(found, "found.docx")
    readouts = (readout(file.word, file.links) for file in files)
    return against_file("accepted", *readouts, ("new", *(beside(file, file.word, unused=at == 1) for at, file in enumerate(files))))


def of(*blocks: Block, header: str = "A/79/143") -> bytes:
    return build(File(blocks, header=(P(header),)))


def changed(data: bytes, before: str, after: str, part: str = "word/document.xml") -> bytes:
    """The same file with other characters in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            target.writestr(name, content)
    return out.getvalue()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(edited_files())
def test_what_another_reader_sees_is_seen(both: tuple[File, File]) -> None:
    """A file that is proved to say what another says does so for a reader that is not ours; and every file is itself."""
    wanted, found = map(build, both)
    assert way(wanted, wanted) == Way()
    if way(wanted, found).right:
        assert oracle.resolved(found, "accept", formats=True) == oracle.resolved(wanted, "accept", formats=True)
        assert oracle.stories(found, "accept") == oracle.stories(wanted, "accept")


def test_a_file_is_itself() -> None:
    data = of(TEXT, Table((Row("a", "b"),)), P("see", Note("A/79/143."), Link("there"), Field("7"), Picture(), Box(("boxed",))))
    assert way(data, data) == Way()


@pytest.mark.parametrize(
    ("wanted", "found", "differences"),
    [
        (P("Urges States"), TEXT, ("accepted: -Urges States", "accepted: +Urges all States")),
        (P("see", Note("A/79/143.")), P("see", Note("A/79/144.")), ("accepted: -see{fn: A/79/143.}", "accepted: +see{fn: A/79/144.}")),
        (P("a", Box(("b",))), P("a", Box(("c",))), ("accepted: -a{text box: b}{text box, older form: b}", "accepted: +a{text box: c}{text box, older form: c}")),
        (Table((Row("a", "b"),)), Table((Row("a", "c"),)), ("accepted: -a | b", "accepted: +a | c")),
    ],
)  # fmt: skip
def test_other_words(wanted: Block, found: Block, differences: tuple[str, ...]) -> None:
    assert way(of(wanted), of(found)).text == differences


@pytest.mark.parametrize(
    ("wanted", "found", "difference"),
    [
        (P(Run("Recalling also", italic=True), " its"), P(Run("Recalling", italic=True), " also its"), "accepted, format: -*Recalling also* its"),
        (P("see", Note("a", italic="Ibid.,")), P("see", Note("Ibid., a")), "accepted, format: -see{fn: *Ibid.,* a}"),
        (P("a\tb"), P("a b"), "accepted, tabs and breaks: -a→b"),
        (P("a\nb"), P("a b"), "accepted, tabs and breaks: -a↵b"),
        (P(Link("a")), P("a"), 'accepted, link: none instead of a -> https://undocs.org/A/79/143, in "a"'),
        (P(Link("a")), P(Link("a", "https://undocs.org/A/79/1")), 'accepted, link: a -> https://undocs.org/A/79/1 instead of a -> https://undocs.org/A/79/143, in "a"'),
        (P(Link("a", "#mark")), P(Link("a", "#other")), 'accepted, link: a -> #other instead of a -> #mark, in "a"'),
        (P(Field("7")), P("7"), 'accepted, field: none instead of REF _Ref1 \\h: 7, in "7"'),
        (P("a", Picture()), P(Picture(), "a"), "accepted, picture: drawing after 0 letters; image"),
        (P("a", style="Heading1"), P("a"), 'accepted, style: normal instead of heading 1, in "a"'),
        (P("a", number=0), P("a", number=1), 'accepted, number: level 1 instead of level 0, in "a"'),
        (Table((Row(Cell((P("a"), P("b")))),)), Table((Row("a b"),)), "accepted, tabs and breaks: -a¶b"),
        (Table((Row(Cell((P("a"),), span=2)),)), Table((Row("a"),)), 'accepted, cells: 1 instead of 2, in "a"'),
        (Table((Row("a"),)), P("a"), 'accepted, paragraphs and tables: p instead of table row p, in "a"'),
    ],
)  # fmt: skip
def test_the_same_words_that_look_otherwise(wanted: Block, found: Block, difference: str) -> None:
    result = way(of(TEXT, wanted), of(TEXT, found))
    assert result.text == ()
    assert any(told.startswith(difference) for told in result.further)
    assert not result.right


def test_empty_paragraphs_are_differences() -> None:
    assert way(of(TEXT, P(), P("b")), of(TEXT, P("b"), P())).further == (
        'accepted, empty paragraphs: 0 instead of 1 before "b"',
        "accepted, empty paragraphs: 1 instead of 0 at the end",
    )


@pytest.mark.parametrize(
    ("wanted", "found", "difference"),
    [
        ((P(style="Heading1"), TEXT), (P(), TEXT), 'accepted, style: normal instead of heading 1, of an empty paragraph before "Urges all States"'),
        ((TEXT, P(), P(style="Heading1")), (TEXT, P(), P()), "accepted, style: normal instead of heading 1, of an empty paragraph at the end"),
        ((Table((Row(Cell((P("a"), P(style="Heading1")))),)),), (Table((Row(Cell((P("a"), P()))),)),), 'accepted, style: normal instead of heading 1, in "a"'),
        ((Table((Row(Cell((P(style="Heading1"),))),)),), (Table((Row(""),)),), "accepted, style: normal instead of heading 1"),
    ],
)  # fmt: skip
def test_the_style_of_a_paragraph_without_words(wanted: tuple[Block, ...], found: tuple[Block, ...], difference: str) -> None:
    assert way(of(*wanted), of(*found)).further == (difference,)
    assert way(of(*wanted), of(*wanted)).right


def test_alignment() -> None:
    data = changed(of(P("a", style="SingleTxt")), '<w:pStyle w:val="SingleTxt"/>', '<w:pStyle w:val="SingleTxt"/><w:jc w:val="center"/>')
    assert way(data, of(P("a", style="SingleTxt"))).further == ('accepted, alignment: none instead of center, in "a"',)


def test_sections() -> None:
    wanted, found = build(File((P("a", ends_section=True), P("b")))), build(File((P("a"), P("b"))))
    assert way(wanted, found).further == ('accepted, picture: none instead of section break after 1 letters, in "a"',)


def test_headers_are_told_by_section_and_type() -> None:
    assert way(of(TEXT), of(TEXT, header="A/79/144")).text == (
        "accepted, header of section 1: -A/79/143",
        "accepted, header of section 1: +A/79/144",
    )
    assert way(of(TEXT), build(File((TEXT,)))).text == ("accepted, header of section 1: -A/79/143",)


def test_formats_are_told_of_the_lines_that_are_right() -> None:
    wanted, found = of(P("one"), P(Run("two", bold=True)), P("three")), of(P("two"), P("three"), P("four"))
    assert way(wanted, found).further == ("accepted, format: -**two**", "accepted, format: +two")


@pytest.mark.parametrize(
    ("wanted", "found", "kind"),
    [
        (of(P(Run("a", size=20))), of(P("a")), "fonts, sizes and colours of letters"),
        (of(P("a", indent=20)), of(P("a")), "indents, spacing and borders"),
        (of(P("para.\u00a07")), of(P("para. 7")), "kinds of blanks and hyphens"),
        (of(P(Comment("Who?", "a"))), of(P("a")), "comments"),
        (of(P(Bookmark("here", "a"))), of(P("a")), "bookmarks"),
        (changed(of(TEXT), "16838", "15840"), of(TEXT), "page settings"),
        (changed(of(P("a", style="Heading1")), "<w:b/>", "<w:i/>", "word/styles.xml"), of(P("a", style="Heading1")), "definitions of styles"),
        (changed(of(TEXT), "567", "720", "word/settings.xml"), of(TEXT), "settings of the document"),
    ],
)  # fmt: skip
def test_what_is_not_compared_is_named_where_it_differs(wanted: bytes, found: bytes, kind: str) -> None:
    result = way(wanted, found)
    assert result.right
    assert result.not_compared == (f"{kind} (not the new text's)",)


def test_styles_that_nothing_uses_are_no_matter() -> None:
    assert way(changed(of(TEXT), "<w:b/>", "<w:i/>", "word/styles.xml"), of(TEXT)) == Way()
