"""A PDF in, the text as Markdown out: what the place and look of its characters say."""

from __future__ import annotations

import difflib
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from draftkit import inline
from draftkit.errors import Unreadable
from draftkit.model import Paragraph, Severity
from draftkit.readers import Reading, akn, read
from draftkit.readers import pdf as pdf_reader
from draftkit.readers.pdf import document
from draftkit.readers.pdf.glyphs import Budget
from draftkit.readers.pdf.weight import is_plain
from draftkit.writers import text
from readers.pdf.small_pdf import Leaf, pdf

PROJECT = Path(__file__).resolve().parents[3]
SYMBOL = "A/RES/80/905"
FORMULA = [("The General Assembly", "i"), (",", "")]


def first_page() -> Leaf:
    """The head of an adopted text."""
    leaf = Leaf().text(123, 735, "United Nations", size=14).text(482, 735, SYMBOL)
    leaf.text(123, 705, "General Assembly", "b", 20).text(397, 705, "Distr.: General").text(397, 693, "12 December 2025")
    leaf.text(60, 570, "Eightieth session", "b").text(60, 558, "Agenda item 81")
    leaf.text(60, 546, "Safety of observatories and of those", "b").text(60, 534, "who work in them", "b")
    leaf.text(123, 500, "Resolution adopted by the General Assembly", "b", 14).text(123, 485, "on 4 December 2025", "b", 14)
    leaf.runs(123, 461, [("[", ""), ("on the report of the Sixth Committee (A/80/905, para. 7)", "i"), ("]", "")])
    leaf.text(72, 435, "80/905.", "b", 12).text(123, 435, "Safety of observatories", "b", 12)
    leaf.runs(147, 397, FORMULA)
    return leaf.text(65, 44, "25-99905 (E)").text(65, 30, "*2599905*")


def blocks(*leaves: Leaf) -> list[str]:
    """The Markdown from the organ's line on, in blocks."""
    return markdown(reading(*leaves)).partition("*The General Assembly*,\n\n")[2].rstrip("\n").split("\n\n")


def markdown(found: Reading) -> str:
    return text.write(found.resolution, markdown=True)


def reading(*leaves: Leaf) -> Reading:
    return pdf_reader.read(pdf(leaves), "A_RES_80_905.pdf")


def full(leaf: Leaf, y: float, words: str, x: float = 123) -> Leaf:
    """A line that reaches the right edge: the words, and a last one pushed there."""
    *most, last = words.split(" ")
    return leaf.text(x, y, " ".join(most) + " ").text(488 - 4.6 * len(last), y, last)


def test_the_masthead_of_an_adopted_text_is_read() -> None:
    found = reading(first_page().text(147, 379, "Urges States to report."))
    head = found.resolution.masthead
    assert (head.symbol, head.session, head.distribution, head.issued) == (SYMBOL, 80, "General", "12 December 2025")
    assert [(item.number, item.title) for item in head.agenda] == [("81", "Safety of observatories and of those who work in them")]
    assert (head.adopted, head.basis) == ("4 December 2025", "on the report of the Sixth Committee (A/80/905, para. 7)")
    assert found.findings == ()
    assert found.unit == "page"


def test_the_sponsors_of_a_draft_are_read_over_two_lines() -> None:
    leaf = Leaf().text(123, 735, "United Nations", size=14).text(482, 735, "A/C.6/80/L.905")
    leaf.text(123, 705, "General Assembly", "b", 20).text(397, 705, "Distr.: Limited").text(397, 669, "Original: English")
    leaf.text(60, 570, "Eightieth session", "b").text(60, 557, "Sixth Committee", "b", 12).text(60, 545, "Agenda item 176")
    leaf.text(123, 500, "Austria, Bosnia and Herzegovina,", "b").text(123, 488, "Chile and Togo: draft resolution", "b")
    leaf.text(123, 460, "Safety of observatories", "b", 12).runs(147, 430, FORMULA)
    found = reading(leaf.runs(147, 412, [("Urges", "i"), (" States to report.", "")])).resolution
    assert found.masthead.sponsors == ("Austria", "Bosnia and Herzegovina", "Chile", "Togo")
    assert (found.masthead.committee, found.masthead.original) == ("Sixth Committee", "English")


def test_callouts_notes_italics_and_superscripts() -> None:
    leaf = first_page()
    leaf.runs(147, 379, [("Recalling", "i"), (" the reports,", ""), ("1", "^"), (", ", "^"), ("2", "^"), (" of 10 km", ""), ("2", "^")])
    leaf.runs(147, 361, [("1.", ""), (" Urges", "i"), (" States to report.", "")])
    leaf.text(99, 113, "__________________", "b", 8)
    leaf.text(117, 102, "1", size=5.5).text(123, 99, "A/80/905.", size=8.5)
    leaf.text(117, 91, "2", size=5.5).text(123, 88, "Official Records,", "i", 8.5).text(190, 88, "vol. I.", size=8.5)
    assert blocks(leaf) == [
        "*Recalling* the reports,[^1]^,^[^2] of 10 km^2^",
        "1. *Urges* States to report.",
        "-----",
        "[^1]: A/80/905.",
        "[^2]: *Official Records,* vol. I.",
    ]


def test_a_paragraph_and_a_note_run_over_the_page() -> None:
    first = first_page()
    first.runs(147, 379, [("Having considered", "i"), (" the report,", ""), ("1", "^")])
    full(first, 151, "Recalling the need to keep under review those topics of the law which, given their", 147)
    full(first, 139, "new or renewed interest for the community of States and of those who work there and")
    first.text(99, 113, "__________________", "b", 8)
    first.text(117, 102, "1", size=5.5).text(123, 99, "A/80/905 and the report that was before the Assembly at its seventy-", size=8.5)
    second = Leaf().text(60, 733, SYMBOL, "b", 8.5).text(400, 743, "Safety of", "b", 8.5).text(400, 733, "observatories", "b", 8.5)
    second.text(123, 709, "everywhere, may be suitable,").text(60, 36, "2/2", "b", 8.5).text(524, 38, "25-99905", size=7)
    second.text(147, 691, "1. Urges States to report.")
    second.text(99, 113, "__________________", "b", 8).text(123, 99, "ninth session.", size=8.5)
    found = blocks(first, second)
    assert found[1].endswith("of those who work there and everywhere, may be suitable,")
    assert found[2] == "1. Urges States to report."
    assert found[-1] == "[^1]: A/80/905 and the report that was before the Assembly at its seventy-ninth session."


def test_an_indented_line_at_the_head_of_a_page_begins_a_paragraph() -> None:
    first = full(first_page(), 151, "Recalling the need to keep under review those topics of the law which, given their", 147)
    full(first, 139, "new or renewed interest for the community of States may be thought suitable for work,")
    second = Leaf().text(60, 733, SYMBOL, "b", 8.5).text(147, 709, "Recalling also the report,").text(123, 697, "and its annex,")
    assert [block.split(" the ")[0] for block in blocks(first, second)] == ["Recalling", "Recalling also"]


def test_paragraphs_set_as_close_as_lines_are_told_by_labels_indents_and_short_lines() -> None:
    leaf = first_page()
    full(leaf, 385, "Recalling its resolution 78/905 of 7 December 2023 and what it said there on towers,", 147)
    full(leaf, 373, "on the lamps of those towers in paragraph 3, on bells and all that rings in the fog, and")
    leaf.text(123, 361, "on whistles,")
    full(leaf, 349, "Noting the views of States on observatories and on those of them that have been closed,", 147)
    full(leaf, 337, "although nobody had asked for it, and of those on islands where ships pass by at night,")
    full(leaf, 325, "Aware of what lies under the sea, near the coasts of States and far from them for years,", 147)
    full(leaf, 313, "1. Urges States to keep observatories safe and those who work in them too, as set out in", 147)
    full(leaf, 301, "paragraph 2 of its resolution, and to tell others how they did it, wherever they may be;")
    full(leaf, 289, "(a) Those at sea, in the air and on land, as they were told of in its earlier resolutions;", 147)
    leaf.text(147, 277, "2. Decides to go on.")
    openings = [block.replace("*", "")[:14] for block in blocks(leaf)]
    assert openings == ["Recalling its ", "Noting the vie", "Aware of what ", "1. Urges State", "(a) Those at s", "2. Decides to "]


def test_blanks_are_told_from_the_gaps() -> None:
    leaf = first_page().kerned(147, 379, ["Recalling its sixty", 130, "-fourth sessio", 90, "n and", 240, "its report,"])
    assert blocks(leaf)[0].startswith("Recalling its sixty-fourth session and its report,")


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    leaf = full(first_page(), 379, "Recalling the report on the observatories and on those who work in them over long-", 147)
    assert blocks(leaf.text(123, 367, "term projects,"))[0].endswith("over long-term projects,")


def test_headings_items_and_closing_lines() -> None:
    leaf = first_page().text(147, 379, "Recalling its resolution 79/905,")
    leaf.text(300, 361, "I", "b").text(240, 349, "Observatories on mountains", "b").text(147, 331, "1. Urges States:")
    leaf.text(147, 313, "(a)").text(171, 313, "To report;").text(171, 295, "(i)").text(195, 295, "At once;").text(147, 277, "2. Calls upon them to act.")
    leaf.text(420, 247, "47th plenary meeting", "i").text(424, 235, "4 December 2025", "i")
    part = reading(leaf).resolution.parts[0]
    assert (part.meeting, part.adopted) == ("47th plenary meeting", "4 December 2025")
    assert blocks(leaf)[1:6] == ["**I**", "**Observatories on mountains**", "1. Urges States:", "(a) To report;", "(i) At once;"]
    first = part.operative[1]
    assert isinstance(first, Paragraph)
    assert len(first.items) == 1


def test_a_ruled_table_is_read_in_rows() -> None:
    leaf = first_page().text(147, 379, "1. Decides that the posts shall be as follows:")
    for y in (360, 340, 300):
        leaf.line(123, y, 250).line(250.5, y, 360).line(360.5, y, 490)
    leaf.text(123, 347, "Category", "i", 8.5).text(280, 347, "Posts", "i", 8.5).text(400, 347, "Total", "i", 8.5)
    leaf.text(123, 328, "Principal officer", size=8.5).text(290, 328, "12", size=8.5).text(410, 328, "12", size=8.5)
    leaf.text(123, 308, "Subtotal", "b", 8.5).text(410, 308, "12", "b", 8.5).text(147, 280, "2. Urges States to report.")
    assert blocks(leaf)[1:5] == [
        "*Category* | *Posts* | *Total*",
        "Principal officer | 12 | 12",
        "**Subtotal** |  | **12**",
        "2. Urges States to report.",
    ]


def test_a_table_without_ruling_is_read_with_a_finding() -> None:
    leaf = first_page().text(147, 379, "1. Decides that the posts shall be as follows:")
    leaf.text(123, 355, "Principal officer", size=8.5).text(290, 355, "12", size=8.5)
    leaf.text(123, 335, "Officer", size=8.5).text(290, 335, "30", size=8.5).text(147, 310, "2. Urges States to report.")
    assert blocks(leaf)[1:3] == ["Principal officer | 12", "Officer | 30"]
    assert [finding.code for finding in reading(leaf).findings] == ["uncertain-table"]


def test_a_picture_is_kept_and_said() -> None:
    leaf = first_page().picture(64, 674, 56, 47).picture(498, 28, 55, 55).text(147, 379, "Recalling the map below,")
    leaf.picture(150, 250, 200, 90).text(147, 200, "1. Urges States to report.")
    assert blocks(leaf)[1:3] == ["[image]", "1. Urges States to report."]
    assert [(finding.code, finding.line) for finding in reading(leaf).findings] == [("unread-image", 1)]


def test_what_is_drawn_is_said_where_it_is_no_ground_of_a_text() -> None:
    leaf = first_page().text(147, 379, "Urges States to report.")
    leaf.parts.append("100 300 300 60 re f")
    assert reading(leaf).findings == ()
    leaf.curve(64, 674, 56, 47)  # an emblem
    assert reading(leaf).findings == ()
    assert [finding.message for finding in reading(leaf.curve(150, 250, 200, 90)).findings] == ["what is drawn on page 1 was left out; only its words were read"]


def test_comments_are_said_and_links_are_not() -> None:
    leaf = first_page().text(147, 379, "Urges States to report.")
    link, comment = (f"<</Type/Annot/Subtype/{kind}/Rect[150 370 200 390]/Contents(x)>>" for kind in ("Link", "FreeText"))
    assert pdf_reader.read(pdf([leaf], page=f"/Annots[{link}]"), "a.pdf").findings == ()
    found = pdf_reader.read(pdf([leaf], page=f"/Annots[{link}{comment}]"), "a.pdf").findings
    assert [(finding.severity, finding.message) for finding in found] == [(Severity.INFO, "comments and other annotations on page 1 left out: 1")]


def test_running_titles_are_said_once() -> None:
    pages = [Leaf().text(60, 733, SYMBOL, "b", 8.5).text(400, 743, "Safety of", "b", 8.5).text(400, 733, "observatories", "b", 8.5) for _ in range(3)]
    for number, leaf in enumerate(pages, 2):
        leaf.text(147, 700, f"{number - 1}. Urges States to report.").text(60, 36, f"{number}/4", "b", 8.5).text(524, 38, "25-99905", size=7)
    found = reading(first_page().text(147, 379, "Recalling its resolutions,"), *pages)
    assert [(finding.severity, finding.message) for finding in found.findings] == [(Severity.INFO, 'left out as running heads and feet: "Safety of observatories"')]


def test_symbol_and_numbers_at_head_and_foot_are_not_said() -> None:
    second = Leaf().text(60, 733, SYMBOL, "b", 8.5).text(147, 700, "1. Urges States.").text(60, 36, "2/2", "b", 8.5).text(524, 38, "25-99905", size=7)
    assert reading(first_page().text(147, 379, "Recalling its resolutions,"), second).findings == ()


@pytest.mark.parametrize("words", ["Recalling north | south,", "# Recalling,", "- Recalling 2*3,", "- (a) Recalling,", "Recalling 2^3 [[x]],"])
def test_what_looks_like_marks_is_text(words: str) -> None:
    part = reading(first_page().text(147, 379, words)).resolution.parts[0]
    (block,) = (*part.preamble, *part.operative)
    assert isinstance(block, Paragraph)
    assert inline.plain(block.content) == words


def test_a_raised_ordinal_in_a_closing_line() -> None:
    leaf = first_page().runs(147, 379, [("1.", ""), (" Urges", "i"), (" States to report.", "")])
    leaf.runs(420, 247, [("47", ""), ("th", "^"), (" plenary meeting", "")]).text(424, 235, "4 December 2025", "i")
    part = reading(leaf).resolution.parts[0]
    assert (part.meeting, part.adopted) == ("47th plenary meeting", "4 December 2025")


def test_a_note_that_nothing_calls_is_not_lost() -> None:
    leaf = first_page().text(147, 379, "Urges States to report.").text(99, 113, "__________________", "b", 8)
    leaf.text(117, 102, "1", size=5.5).text(123, 99, "A/80/905.", size=8.5)
    assert blocks(leaf) == ["Urges States to report.[^1]", "-----", "[^1]: A/80/905."]
    assert [finding.code for finding in reading(leaf).findings] == ["lost-note"]


def test_a_remark_on_the_document_goes_to_the_masthead() -> None:
    leaf = Leaf().text(123, 735, "United Nations", size=14).text(397, 735, "A/C.6/80/L.905*").text(60, 570, "Eightieth session", "b")
    leaf.text(123, 460, "Safety of observatories", "b", 12).runs(147, 430, FORMULA).text(147, 412, "Urges States to report.")
    leaf.text(99, 113, "__________________", "b", 8).text(117, 99, "*", size=8.5)
    found = reading(leaf.text(123, 99, "Reissued for technical reasons on 12 December 2025.", size=8.5)).resolution
    assert found.masthead.symbol == "A/C.6/80/L.905"
    assert "* Reissued for technical reasons on 12 December 2025." in found.masthead.others
    assert found.notes == ()


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    leaf = first_page().text(147, 379, "Urges States to report.")
    leaf.parts[:0] = ["q 0 1 -1 0 612 0 cm"]
    leaf.parts.append("Q")
    data = pdf([leaf], page="/Rotate 90").replace(b"[0 0 612 792]", b"[0 0 792 792]")
    assert "Urges States to report." in markdown(pdf_reader.read(data, "a.pdf"))


GOOD = pdf([first_page().text(147, 379, "Urges States to report.")])
HOSTILE = {
    "cut off": (GOOD[:400], "broken"),
    "not a PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "broken"),
    "no text": (pdf([Leaf().picture(0, 0, 612, 792)]), "no text"),
    "no pages": (pdf([]), ""),
    "thousands of pages": (pdf([Leaf()] * 3000), "3,000 pages"),
    "locked": (pdf([first_page()], trailer="/Encrypt<</Filter/Nothing/V 1/R 2>>/ID[<00><00>]"), ""),
}


@pytest.mark.parametrize("data", [value[0] for value in HOSTILE.values()], ids=list(HOSTILE))
def test_a_file_that_cannot_be_read_gets_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        pdf_reader.read(data, "a.pdf")
    said = next(value[1] for value in HOSTILE.values() if value[0] == data)
    assert said in str(caught.value)
    assert "a.pdf" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_more_characters_than_a_resolution_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "Budget", lambda: Budget(characters=300))
    leaf = Leaf()
    for at in range(4):
        leaf.text(100, 700 - 12 * at, "a" * 100)
    with pytest.raises(Unreadable, match=r"a\.pdf, page 1: there is more on the pages"):
        pdf_reader.read(pdf([leaf]), "a.pdf")


def packed(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<</Length %d/Filter%s>>stream\n" % (len(content), filters) + content + b"\nendstream"


def test_what_unpacks_to_far_more_is_not_plain() -> None:
    bomb = zlib.compress(b"BT /F0 10 Tf (aaaaaaaa) Tj ET " * 1_500_000)
    assert not is_plain(pdf([Leaf()], streams=[packed(bomb)]))
    assert not is_plain(pdf([Leaf()], streams=[packed(zlib.compress(b"BT ET"), b"[/FlateDecode/FlateDecode]")]))
    assert not is_plain(pdf([Leaf()], streams=[packed(zlib.compress(b"(a) Tj " * 30_000))]))
    assert is_plain(pdf([Leaf()], streams=[packed(zlib.compress(b"(a) Tj " * 3_000))]))
    assert is_plain(GOOD)


def test_drawings_within_drawings_and_one_stream_again_and_again_are_not_plain() -> None:
    form = b"<</Type/XObject/Subtype/Form/Length 9>>stream\n/X Do /X Do\nendstream"
    assert not is_plain(pdf([Leaf()], streams=[form]))
    assert not is_plain(GOOD.replace(b"/Contents 8 0 R", b"/Contents[8 0 R 8 0 R]"))


def test_a_file_that_is_not_plain_and_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LONGEST", 0.001)
    data = pdf([Leaf()], streams=[packed(zlib.compress(b"(a) Tj " * 30_000))])
    with pytest.raises(Unreadable, match="more time or memory"):
        pdf_reader.read(data, "a.pdf")


def test_a_file_that_is_not_plain_but_bearable_is_read() -> None:
    content = b"BT /F1 10 Tf 147 700 Td (The General Assembly) Tj /F0 10 Tf (,) Tj ET BT /F0 10 Tf 147 680 Td (Urges States.) Tj ET"
    data = pdf([Leaf()], streams=[packed(zlib.compress(zlib.compress(content)), b"[/FlateDecode/FlateDecode]")])
    assert "Urges States." in markdown(pdf_reader.read(data, "a.pdf"))


def test_own_word_file_set_by_another_program_reads_back(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed")
    from draftkit.writers import docx

    source = read(PROJECT / "examples" / "A_RES_80_903.md").resolution
    (tmp_path / "a.docx").write_bytes(docx.write(source))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    assert markdown(read(tmp_path / "a.pdf")) == text.write(source, markdown=True)


@pytest.mark.corpus
def test_official_pdfs_say_what_their_xml_says(corpus: Path) -> None:
    """Paragraphs with their italics, headings, tables and notes; blanks and hyphens that do not break count as others."""
    total = same = 0
    for file in sorted((corpus / "pdf").glob("*.pdf"))[::3]:
        xml = corpus / "akn" / "78" / f"{file.stem}.xml"
        if not xml.exists():
            continue
        want = _plain_signs(markdown(akn.read(xml.read_bytes(), xml.name)))
        got = _plain_signs(markdown(read(file)))
        total += len(want)
        same += sum(block.size for block in difflib.SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks())
    assert total > 500
    assert same / total >= 0.99


def _plain_signs(written: str) -> list[str]:
    signs = {0x2011: "-", 0xA0: " ", 0xAD: None, 0x200E: None}
    return [" ".join(block.split()) for block in written.translate(signs).split("\n\n")]


@pytest.mark.corpus
def test_draft_resolutions_have_their_mastheads(corpus: Path) -> None:
    files = sorted((corpus / "l-documents").glob("*.pdf"))
    assert files
    for file in files:
        found = read(file)
        head = found.resolution.masthead
        assert head.symbol == file.stem.replace("_", "/")
        assert head.session == 80
        assert head.committee == "Sixth Committee"
        assert head.distribution == "Limited"
        assert head.original == "English"
        assert head.issued.endswith("2025")
        assert found.resolution.title
        assert {finding.severity for finding in found.findings} <= {Severity.INFO}
