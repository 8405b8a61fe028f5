"""Footnotes and endnotes with the numbers that they are printed with (ECMA-376 part 1, 17.11; un-rules E)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from draftkit.readers.page.page import Page, called

Texts = Callable[..., list[str]]
Pages = Callable[..., Page]


def t(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def up(words: str) -> str:
    return t(words, '<w:vertAlign w:val="superscript"/>')


def ref(number: int, kind: str = "footnote", more: str = "", after: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"{more}/>{after}</w:r>'


def note(number: int, words: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:tab/><w:{kind}Ref/><w:tab/></w:r>{words}</w:p></w:{kind}>'


def p(*inside: str, section: str = "") -> str:
    closing = f"<w:pPr><w:sectPr>{section}</w:sectPr></w:pPr>" if section else ""
    return f"<w:p>{closing}{''.join(inside)}</w:p>"


NOTES = note(1, t("A/79/143.")) + note(2, t("See ") + t("Treaty Series", "<w:i/>") + t(", vol. 500.")) + note(3, t("Resolution 2625 (XXV), annex."))
SEPARATORS = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>'


def keys(page: Page) -> list[tuple[str, str]]:
    return [(found.key, found.text) for found in page.notes]


def test_notes_in_the_order_of_their_callouts(texts: Texts, page: Pages) -> None:
    body = p(t("One,"), ref(2)) + p(t("two,"), ref(1))
    assert texts(body, footnotes=SEPARATORS + NOTES) == ["One,{0}", "two,{1}"]
    assert keys(page(body, footnotes=SEPARATORS + NOTES)) == [("1", "See *Treaty Series*, vol. 500."), ("2", "A/79/143.")]
    assert [found.line for found in page(body, footnotes=NOTES).notes] == [1, 2]


def test_a_note_of_several_paragraphs_is_one_text(page: Pages) -> None:
    notes = f'<w:footnote w:id="1"><w:p>{t("One.")}</w:p><w:p>{t("Two.")}</w:p></w:footnote>'
    assert keys(page(p(t("x"), ref(1)), footnotes=notes)) == [("1", "One. Two.")]


RESTART = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'


@pytest.mark.parametrize(
    ("section", "settings", "numbers"),
    [
        ("<w:titlePg/>", "", ["1", "2", "3"]),
        (RESTART, "", ["1", "2", "1"]),
        ("<w:titlePg/>", RESTART, ["1", "2", "1"]),
        ("<w:titlePg/>", '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr>', ["5", "6", "7"]),
        ("<w:titlePg/>", '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>', ["i", "ii", "iii"]),
        ("<w:titlePg/>", '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>', ["*", "†", "‡"]),
        (RESTART.replace("eachSect", "eachPage"), "", ["1", "2", "3"]),
    ],
)
def test_numbers(page: Pages, section: str, settings: str, numbers: list[str]) -> None:
    body = p(t("One"), ref(1)) + p(t("two"), ref(2), section=section) + p(t("three"), ref(3)) + f"<w:sectPr>{section}</w:sectPr>"
    assert [found.key for found in page(body, footnotes=NOTES, settings=settings).notes] == numbers


def test_numbers_that_begin_again_on_a_page_that_word_has_marked(page: Pages) -> None:
    settings = RESTART.replace("eachSect", "eachPage")
    body = p(t("One"), ref(1)) + p("<w:r><w:lastRenderedPageBreak/></w:r>", t("two"), ref(2))
    assert [found.key for found in page(body, footnotes=NOTES, settings=settings).notes] == ["1", "1"]


def test_endnotes_have_small_roman_numerals(texts: Texts, page: Pages) -> None:
    endnotes = note(1, t("At the end."), "endnote")
    body = p(t("One"), ref(1)) + p(t("two"), ref(1, "endnote"))
    assert texts(body, footnotes=NOTES, endnotes=endnotes) == ["One{0}", "two{1}"]
    assert keys(page(body, footnotes=NOTES, endnotes=endnotes)) == [("1", "A/79/143."), ("i", "At the end.")]


def test_a_sign_of_its_own_does_not_count(texts: Texts, page: Pages) -> None:
    notes = note(1, t("* Reissued.")) + note(2, t("A/79/15."))
    custom = ref(1, more=' w:customMarkFollows="1"', after="<w:t>*</w:t>")
    body = p(t("Title"), custom) + p(t("text,"), ref(2))
    assert texts(body, footnotes=notes) == ["Title{0}", "text,{1}"]
    assert keys(page(body, footnotes=notes)) == [("*", "Reissued."), ("1", "A/79/15.")]


@pytest.mark.parametrize(
    ("again", "text"),
    [
        (up("1"), "One,{0} two,{1} three,{0}"),
        (up("1, 2"), "One,{0} two,{1} three,{0}^,^ {1}"),
        (up("1") + up("–") + up("2"), "One,{0} two,{1} three,{0}^–^{1}"),
        (up("3"), "One,{0} two,{1} three,^3^"),
        (t(" 10") + up("2"), "One,{0} two,{1} three, 10^2^"),
        (t(" 5 km") + up("2"), "One,{0} two,{1} three, 5 km^2^"),
        (t(" 77/108") + up("2"), "One,{0} two,{1} three, 77/108{1}"),
    ],
)
def test_a_number_typed_again_calls_the_note_again(texts: Texts, again: str, text: str) -> None:
    assert texts(p(t("One,"), ref(1), t(" two,"), ref(2), t(" three,"), again), footnotes=NOTES) == [text]


def test_a_field_calls_a_note_again(texts: Texts) -> None:
    marked = f'<w:bookmarkStart w:id="7" w:name="_Ref1"/>{ref(1)}<w:bookmarkEnd w:id="7"/>'
    field = '<w:fldChar w:fldCharType="{}"/>'
    parts = (field.format("begin"), "<w:instrText> NOTEREF _Ref1 \\h </w:instrText>", field.format("separate"), "<w:t>1</w:t>", field.format("end"))
    again = "".join(f"<w:r>{part}</w:r>" for part in parts)
    simple = f'<w:fldSimple w:instr=" NOTEREF _Ref1 ">{t("1")}</w:fldSimple>'
    unknown = f'<w:fldSimple w:instr=" NOTEREF _Ref9 ">{t("1")}</w:fldSimple>'
    body = p(t("One,"), marked) + p(t("two,"), again, t(" three,"), simple, t(" four "), unknown)
    assert texts(body, footnotes=NOTES) == ["One,{0}", "two,{0} three,{0} four 1"]


def test_a_note_without_its_text(page: Pages) -> None:
    found = page(p(t("One"), ref(9)), footnotes=NOTES)
    assert keys(found) == [("1", "")]
    assert [finding.code for finding in found.findings] == ["lost-note"]


def test_what_cannot_be_read_in_a_note(page: Pages) -> None:
    picture = '<w:r><w:pict><v:shape alt="A seal"><v:imagedata/></v:shape></w:pict></w:r>'
    found = page(p(t("One"), ref(1)), footnotes=note(1, t("See ") + picture))
    assert keys(found) == [("1", "See [image: A seal]")]
    assert [finding.code for finding in found.findings] == ["unread-block"]


def test_numbered_paragraphs_in_a_note_have_their_labels_and_count_by_themselves(page: Pages) -> None:
    levels = '<w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    notes = f'<w:footnote w:id="1"><w:p>{t("See:")}</w:p><w:p>{listed}{t("One;")}</w:p><w:p>{listed}{t("Two.")}</w:p></w:footnote>'
    found = page(f"<w:p>{listed}{t('The report,')}{ref(1)}</w:p>", footnotes=notes, numbering=numbering)
    assert found.notes[0].text == "See: (a) One; (b) Two."
    assert found.chunks[0].text.startswith("(a) The report,")


def test_the_number_of_a_note_called_again_that_is_never_closed_loses_no_text(page: Pages) -> None:
    again = "".join(f"<w:r>{inside}</w:r>" for inside in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> NOTEREF b </w:instrText>", '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>"))
    first = f'<w:bookmarkStart w:id="1" w:name="b"/>{ref(1)}<w:bookmarkEnd w:id="1"/>'
    chunks = page(p(t("The report,"), first, t(" and again,"), again) + p(t("Next")), footnotes=NOTES).chunks
    assert [chunk.text for chunk in chunks] == [f"The report,{called(0)} and again,{called(0)}", "Next"]
