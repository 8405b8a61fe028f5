"""HTML: a whole page, hostile text escaped, changes to be seen, and the new text when every change is accepted."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from draftkit import inline
from draftkit.compare.comparison import compare
from draftkit.compare.redline import Redline
from draftkit.model import (
    Annex,
    Block,
    Callout,
    Cell,
    Heading,
    Kind,
    Masthead,
    Note,
    Paragraph,
    Part,
    Resolution,
    Scheme,
    Table,
    Text,
)
from draftkit.writers import html, text

VOID = frozenset({"meta", "br", "img"})


def p(name: str, words: str, *items: Paragraph) -> Paragraph:
    return Paragraph(name, inline.parse(words), items)


def resolution(*operative: Block, preamble: tuple[Block, ...] = (), notes: tuple[Note, ...] = (), **head: str) -> Resolution:
    return Resolution(Masthead(session=82, **head), (Text("Submarine cables"),), (Part(preamble, operative),), notes)


def body(page: str) -> list[str]:
    """The lines between the tags of the body, those of the masthead left out."""
    inside = page.partition("<body>\n")[2].partition("\n</body>")[0]
    return [line for line in inside.splitlines() if 'class="masthead' not in line and 'class="title' not in line]


NOTES = (Note("report", inline.parse("A/82/77, *annex*.")), Note("law", inline.parse("Resolution 2625 (XXV).")))
OLD = resolution(
    p("notes", "*Notes* the report of the Secretary-General;[^report]"),
    p("urges", "*Urges* States:", p("repair", "To allow repairs;"), p("inform", "To inform each other;")),
    p("thanks", "*Thanks* the International Telecommunication Union for its advice on the protection of cables;"),
    p("decides", "*Decides* to consider the item at its eightieth session.[^law]"),
    preamble=(p("recalling", "*Recalling* its resolution 80/903,"),),
    notes=NOTES,
)
NEW = resolution(
    p("thanks", "*Thanks* the International Telecommunication Union for its advice on the protection of cables;"),
    p("urges", "*Urges* all States:", p("repair", "To allow repairs;"), p("report", "To report damage;"), p("inform", "To inform each other;")),
    Table("shares", ((Cell((Text("State"),)), Cell((Text("Share"),))), (Cell((Text("In all"),), 2),)), 1),
    p("decides", "*Decides* to consider the item at its eighty-second session.[^law]"),
    preamble=(p("recalling", "*Recalling* its resolution 80/903,[^new]"),),
    notes=(*NOTES, Note("new", inline.parse("See also A/81/12."))),
)


class Tags(HTMLParser):
    """Holds every tag against the one that it closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags(page: str) -> set[str]:
    parser = Tags()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser.seen


def accepted(page: str) -> str:
    """What a page says when its deletions are struck, in the form of the plain text."""
    root = lxml_html.document_fromstring(page)
    for struck in list(root.iter("del")):
        struck.drop_tree()
    notes = {note.get("id"): note for note in root.iterfind(".//section/p")}
    called = [str(callout.get("href"))[1:] for callout in root.iter("a")]
    for callout in root.iter("a"):
        callout.text = f"[{callout.text}]"
    for repeated in root.iterfind(".//sup"):
        if repeated.text and repeated.text.isdigit() and len(repeated) == 0 and repeated.getparent().get("id") is None:
            repeated.text = f"[{repeated.text}]"
    lines = []
    for one in root.find("body"):
        rows = [" | ".join(cell.text_content().strip() for cell in row) for row in one.iter("tr")]
        lines += rows if one.tag == "table" else [] if one.tag == "section" else [one.text_content().strip()]
    for name in called:
        number = notes[name].find("sup")
        number.text = f"[{number.text_content()}]"
        for mark in list(number):
            number.remove(mark)
    foot = [notes[name].text_content() for name in called]
    return "\n\n".join([*(line for line in lines if line.strip(" |")), *(["-----", *foot] if foot else [])]) + "\n"


def test_a_finished_text_as_a_page() -> None:
    assert body(html.write(NEW)) == [
        '<p class="formula"><i>The General Assembly</i>,</p>',
        '<p class="preambular"><i>Recalling</i> its resolution 80/903,<sup><a href="#note-1">1</a></sup></p>',
        '<p class="operative">1. <i>Thanks</i> the International Telecommunication Union for its advice on the protection of cables;</p>',
        '<p class="operative">2. <i>Urges</i> all States:</p>',
        '<p class="item d1">(a) To allow repairs;</p>',
        '<p class="item d1">(b) To report damage;</p>',
        '<p class="item d1">(c) To inform each other;</p>',
        "<table>",
        "<tr><td>State</td><td>Share</td></tr>",
        '<tr><td colspan="2">In all</td></tr>',
        "</table>",
        '<p class="operative">3. <i>Decides</i> to consider the item at its eighty-second session.<sup><a href="#note-2">2</a></sup></p>',
        '<section class="notes">',
        '<p id="note-1"><sup>1</sup> See also A/81/12.</p>',
        '<p id="note-2"><sup>2</sup> Resolution 2625 (XXV).</p>',
        "</section>",
    ]


def test_a_finished_text_has_no_marks_of_change() -> None:
    page = html.write(NEW)
    assert tags(page).isdisjoint({"ins", "del"})
    assert "moved" not in page.partition("</style>")[2]
    assert accepted(page) == text.write(NEW)


@pytest.fixture(scope="module")
def redline() -> Redline:
    return compare(OLD, NEW, by_id=True, stages=[(Kind.SUBSTANTIVE, NEW)])


def test_a_redline_is_a_whole_page(redline: Redline) -> None:
    assert tags(html.write_redline(redline)) >= {"html", "head", "title", "body", "p", "table", "ins", "del", "section"}


def test_words_put_in_and_struck_say_who_did_it(redline: Redline) -> None:
    (line,) = [line for line in body(html.write_redline(redline)) if "Decides" in line]
    assert ' at its <del title="substantive">eightieth</del><ins title="substantive">eighty-second</ins> session.' in line


def test_a_paragraph_put_in_or_struck_is_marked_whole(redline: Redline) -> None:
    lines = body(html.write_redline(redline))
    (put_in,) = [line for line in lines if "To report damage" in line]
    (struck,) = [line for line in lines if "the report of the Secretary-General" in line]
    assert '<ins title="substantive">To report damage;</ins>' in put_in
    assert '<del title="substantive"> the report of the Secretary-General;</del>' in struck
    assert "<ins" not in struck
    assert "<del" not in put_in


def test_a_paragraph_that_moved_is_struck_at_one_place_and_put_in_at_the_other(redline: Redline) -> None:
    old, new = [line for line in body(html.write_redline(redline)) if "Urges" in line]
    assert old.endswith('<del class="moved"><i>Urges</i></del><del class="moved"> States:</del></p>')
    assert new.endswith('<ins class="moved"><i>Urges</i></ins><ins title="substantive"> all</ins><ins class="moved"> States:</ins></p>')


def test_a_number_that_follows_is_a_change(redline: Redline) -> None:
    (line,) = [line for line in body(html.write_redline(redline)) if "Thanks" in line]
    assert '><del title="consequential">3.</del><ins title="consequential">1.</ins> <i>Thanks</i> the' in line


def test_rows_put_in_are_marked_cell_by_cell(redline: Redline) -> None:
    page = html.write_redline(redline)
    assert '<tr><td><ins title="substantive">State</ins></td><td><ins title="substantive">Share</ins></td></tr>' in page
    assert '<td colspan="2"><ins title="substantive">In all</ins></td>' in page


def test_the_notes_of_both_texts_stand_at_the_foot(redline: Redline) -> None:
    page = html.write_redline(redline)
    links = re.findall(r'href="#(note-\d)"', page)
    notes = dict(re.findall(r'<p id="(note-\d)"><sup>.*?</sup> (.*)</p>', page))
    assert links == list(notes) == ["note-1", "note-2", "note-3"]
    assert '<ins title="substantive">See also A/81/12.</ins>' in notes["note-1"]
    assert "<ins" not in notes["note-2"]
    assert "<i>annex</i>" in notes["note-2"]
    assert notes["note-3"] == "Resolution 2625 (XXV)."


def test_every_callout_and_note_shows_the_number_it_was_printed_with() -> None:
    old = resolution(p("a", "Cables;[^law]"), p("b", "Repair;[^report]"), p("c", "Ends.[^end]"), notes=(*NOTES, Note("end", (Text("Last."),))))
    new = resolution(p("a", "Cables;"), p("b", "Repair;[^report]"), p("c", "Ends.[^end][^new]"), notes=(NOTES[0], *old.notes[2:], Note("new", (Text("Fresh."),))))
    page = html.write_redline(compare(old, new, by_id=True))
    assert re.findall(r'<a href="#(note-\d)">(\d)</a>', page) == [("note-1", "1"), ("note-2", "1"), ("note-3", "2"), ("note-4", "3")]
    shown = re.findall(r'<p id="(note-\d)"><sup>(.*?)</sup> ', page)
    assert [(anchor, re.sub(r' title="[a-z]+"', "", number)) for anchor, number in shown] == [
        ("note-1", "<del>1</del>"), ("note-2", "1"), ("note-3", "2"), ("note-4", "<ins>3</ins>"),
    ]  # fmt: skip


def test_a_repeated_callout_shows_its_number_and_the_note_stands_once() -> None:
    page = html.write(resolution(p("a", "Cables;[^law]"), p("b", "Repair.[^law]"), notes=NOTES[1:]))
    assert body(page)[1:3] == [
        '<p class="operative">1. Cables;<sup><a href="#note-1">1</a></sup></p>',
        '<p class="operative">2. Repair.<sup>1</sup></p>',
    ]
    assert page.count("Resolution 2625") == 1


def test_headings_and_annexes_are_headings() -> None:
    annex = Annex("annex", "Annex", (Text("Rules"),), (p("one", "One."), p("two", "Two.")))
    blocks = (Heading("i", (Text("Costs"),), Scheme.ROMAN), Heading("a", (Text("Shares"),), Scheme.LETTER), p("x", "*Decides* so."))
    page = html.write(Resolution(Masthead(session=82), (Text("Cables"),), (Part((), blocks, (annex,)),)))
    assert re.findall(r"<(h\d) class=\"([a-z-]+)\">([^<]*)</h\d>", page) == [
        ("h1", "title", "Cables"), ("h2", "section-number", "I"), ("h2", "section-heading", "Costs"),
        ("h2", "section-heading", "A. Shares"), ("h1", "annex-label", "Annex"), ("h1", "annex-title", "Rules"),
    ]  # fmt: skip


def test_hostile_text_is_text() -> None:
    hostile = '</title></style><script>alert("1")</script>&lt;<!-- --><img src=x onerror=alert(1)>'
    cell = Table("t", ((Cell((Text(hostile),)),),))
    part = Part((), (Paragraph("a", (Text(hostile, italic=True), Callout("n"))), cell), label=hostile)
    note = Note("n", (Text(hostile),))
    new = Resolution(Masthead(symbol=hostile, session=82, sponsors=(hostile,)), (Text(hostile),), (part,), (note,))
    for page in (html.write(new), html.write_redline(compare(OLD, new))):
        assert tags(page).isdisjoint({"script", "img"})
        assert not list(lxml_html.document_fromstring(page).iter("script", "img"))
    assert lxml_html.document_fromstring(html.write(new)).findtext("head/title") == hostile
    assert accepted(html.write(new)) == text.write(new)


def test_the_accepted_page_is_the_new_text_and_between_equal_texts_there_is_no_change(redline: Redline) -> None:
    assert accepted(html.write_redline(redline)) == text.write(NEW)
    assert accepted(html.write_redline(compare(NEW, OLD))) == text.write(OLD)
    assert html.write_redline(compare(NEW, NEW)) == html.write(NEW)


_PARAGRAPHS = st.lists(
    st.text("abc ,<&", min_size=1, max_size=20).filter(str.strip).map(lambda words: inline.tidy([Text(f"Cables {words}")])),
    max_size=6,
)


@settings(max_examples=100, deadline=None)
@given(_PARAGRAPHS, _PARAGRAPHS)
def test_accepting_any_redline_gives_the_new_text(old: list[tuple[Text]], new: list[tuple[Text]]) -> None:
    before, after = (
        resolution(*(Paragraph(f"p{at}", content) for at, content in enumerate(contents))) for contents in (old, new)
    )
    page = html.write_redline(compare(before, replace(after, title=(Text("Cables"),))))
    tags(page)
    assert accepted(page) == text.write(replace(after, title=(Text("Cables"),)))
