"""Word files that no program should have written: each gives a redline or one line that says what is wrong, never a traceback."""

from __future__ import annotations

import io
import zipfile

import pytest

from draftkit.errors import Unreadable
from draftkit.tracking import Tracked, redline_files
from draftkit.word.revisions import Mode
from draftkit.word.soundness import faults
from draftkit.writers.authors import Authors
from word_files import Box, Cell, Comment, Control, Field, File, Link, Note, P, Picture, Row, Run, Table, build, package

DATE = "2026-10-05T09:00:00Z"
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

OLD = build(File((
    P("Notes the report", Note("A/79/143."), " on water and all that follows from it for the States;", number=0),
    P(Run("Urges", italic=True), " the organs ", Link("of the United Nations"), " to see to the ships", Note("Ibid.", end=True), ";"),
    P("Recalls paragraph ", Field("3"), " of it ", Comment("Which?", "there"), Control("A/79/L.1"), Picture(), P(Box(("a",))).pieces[0]),
    Table((Row("a", "b"), Row(Cell((P("c"),), span=2)), Row(Cell((P("d"),), merge="restart"), "e"), Row(Cell((P(),), merge="continue"), "f"))),
    P("Decides to remain seized of the matter.", style="SingleTxt"),
), header=(P("A/C.2/79/L.1"),)))  # fmt: skip
NEW = build(File((
    P("Notes the reports", Note("A/80/143."), " on water for all States;", number=1),
    P("Asks the Chair for the funds that the programme of work for the biennium needs;", style="Heading1", number=0),
    P("Urges", " the organs ", Link("of the Organization", "https://un.org"), " to see to the ships", Note("See there.", end=True), ";"),
    P("Recalls paragraph ", Field("4"), " of it ", Comment("Why?", "there"), Picture(), Picture(), P(Box(("b",))).pieces[0]),
    Table((Row("a", "x"), Row("new", Note("In a cell.").text), Row(Cell((P("c"),), span=2)))),
    P("Decides to remain seized of the matter."),
), header=(P("A/C.2/80/L.1"),)))  # fmt: skip


def changed(data: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """A file in one of whose parts something stands instead of something else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read(part).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return with_part(data, part, text.encode())


def with_part(data: bytes, part: str, blob: bytes | None) -> bytes:
    """A file with another part of a name, or without it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts.pop(part, None)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*parts.items(), *([] if blob is None else [(part, blob)])]:
            archive.writestr(name, content)
    return out.getvalue()


def redlined(old: bytes, new: bytes) -> Tracked:
    return redline_files(old, new, Authors(), DATE, revisions=Mode.ACCEPT, names=("OLD.docx", "NEW.docx"))


ODD = {
    "note ids that are no numbers": ("word/footnotes.xml", ('w:id="1"', 'w:id="x"')),
    "callouts of notes that are not there": (DOCUMENT, ('Reference w:id="1"', 'Reference w:id="77"')),
    "callouts without an id": (DOCUMENT, ('footnoteReference w:id="1"', "footnoteReference"), ('endnoteReference w:id="1"', "endnoteReference")),
    "a width that is no number": (DOCUMENT, ('gridSpan w:val="2"', 'gridSpan w:val="x"')),
    "a level that is no number": (DOCUMENT, ('ilvl w:val="0"', 'ilvl w:val="٤"')),
    "fields that only begin": (DOCUMENT, ('fldCharType="end"', 'fldCharType="begin"')),
    "fields that only end": (DOCUMENT, ('fldCharType="begin"', 'fldCharType="end"')),
    "bookmark ids beyond any number": (DOCUMENT, ('commentRangeStart w:id="0"', 'bookmarkStart w:id="99999999999999999999"')),
    "comments in XML between the notes": ("word/footnotes.xml", ("</w:footnotes>", "<!-- x --><?pi x?></w:footnotes>")),
    "a comment in XML between the comments": ("word/comments.xml", ("</w:comments>", "<!-- x --><?pi x?></w:comments>")),
    "numbers without an abstract number": (NUMBERING, ('<w:abstractNumId w:val="0"/>', "")),
    "numbers of an abstract number that is not there": (NUMBERING, ('<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="9"/>')),
    "numbers that are none": (NUMBERING, ('<w:num w:numId="1">', '<w:num w:numId="x">')),
    "a style based on itself": (STYLES, ('<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>', '<w:name w:val="h"/><w:basedOn w:val="Heading1"/>')),
    "styles without an id": (STYLES, (' w:styleId="Heading1"', "")),
    "types that say nothing": (TYPES, ("PartName", "Name")),
    "comments in XML between the types": (TYPES, ("</Types>", "<!-- x --></Types>")),
    "targets that are missing": (LINKS, ('Target="media/', 'Target="none/'), ('Target="footnotes.xml"', 'Target="none.xml"')),
    "targets outside of the package": (LINKS, ('Target="header1.xml"', 'Target="../../../etc/passwd"')),
    "a part that leads to itself": (LINKS, ('Target="media/image1.png"', 'Target="document.xml"')),
    "relationships without a target": (LINKS, (" Target=", " Goal=")),
    "relationships without an id": (LINKS, (" Id=", " Name=")),
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_what_is_odd_does_no_harm(odd: tuple[str, tuple[str, str]]) -> None:
    part, *changes = odd
    other = {"old": (OLD, NEW), "new": (NEW, OLD)}
    for one, two in other.values():
        strange = changed(one, part, *[(old, new) for old, new in changes if _has(one, part, old)])
        assert redlined(strange, two).changes
        assert redlined(two, strange).changes
        assert not redlined(strange, strange).changes


def _has(data: bytes, part: str, text: str) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return text in archive.read(part).decode()


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/header1.xml", "word/media/image1.png"])
def test_a_part_that_is_missing_does_no_harm(part: str) -> None:
    assert redlined(with_part(OLD, part, None), NEW).changes
    assert redlined(OLD, with_part(NEW, part, None)).changes


@pytest.mark.parametrize(("part", "blob", "said"), [
    (DOCUMENT, b"<x/>", "the root of a part is not document"),
    (DOCUMENT, f"<w:document {NAMES}/>".encode(), "its main part has no body"),
    (DOCUMENT, b"\x89PNG", "not a Word file"),
    (DOCUMENT, None, "it has no main part"),
    ("word/footnotes.xml", f"<w:document {NAMES}/>".encode(), "the root of a part is not footnotes"),
    ("word/endnotes.xml", b"", "not a Word file"),
    ("word/header1.xml", f"<w:ftr {NAMES}/>".encode(), "the root of a part is not hdr"),
    (LINKS, b"no XML", "not a Word file"),
    (TYPES, None, "it does not say of what type its parts are"),
])  # fmt: skip
def test_what_is_no_word_file_is_refused(part: str, blob: bytes | None, said: str) -> None:
    for pair in ((with_part(OLD, part, blob), NEW), (OLD, with_part(NEW, part, blob))):
        with pytest.raises(Unreadable) as refused:
            redlined(*pair)
        assert said in str(refused.value)
        assert "\n" not in str(refused.value)


def nested(times: int, start: str, end: str, inside: str) -> bytes:
    return package(f"{start * times}{inside}{end * times}<w:p/>")


NESTED = {
    "tables": ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 78),
    "text boxes": (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        33,
    ),
    "content controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 115),
}


@pytest.mark.parametrize(("start", "end", "most"), NESTED.values(), ids=NESTED)
def test_what_stands_deep_is_compared_or_refused(start: str, end: str, most: int) -> None:
    inside = "<w:p><w:r><w:t>{} words</w:t></w:r></w:p>"
    old, new = (nested(most, start, end, inside.format(word)) for word in ("old", "new"))
    assert redlined(old, new).changes == 2
    with pytest.raises(Unreadable, match="too deep"):
        redlined(*(nested(2 * most, start, end, inside.format(word)) for word in ("old", "new")))


def test_hyperlinks_in_hyperlinks() -> None:
    def linked(times: int, word: str) -> bytes:
        link = '<w:hyperlink w:anchor="x">' * times + f"<w:r><w:t>{word} words</w:t></w:r>" + "</w:hyperlink>" * times
        return package(f"<w:p>{link}</w:p>")

    assert redlined(linked(200, "old"), linked(200, "new")).changes == 2
    with pytest.raises(Unreadable, match="too deep"):
        redlined(linked(300, "old"), linked(300, "new"))


def test_a_chain_of_styles_as_long_as_it_likes() -> None:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:name w:val="s{at}"/><w:basedOn w:val="S{at + 1}"/></w:style>' for at in range(3000)
    )
    new = build(File((P("Notes the report;", style="S0"), P("Decides to remain seized of the matter."))))
    found = redlined(OLD, changed(new, STYLES, ("</w:styles>", f"{chain}</w:styles>")))
    assert faults(found.data) == ()


def test_a_file_that_unpacks_to_more_than_a_document_can_be() -> None:
    with pytest.raises(Unreadable, match="unpacks to more"):
        redlined(OLD, with_part(NEW, "word/media/image9.png", bytes(20_000_000)))
