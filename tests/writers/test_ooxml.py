"""WordprocessingML in small."""

from __future__ import annotations

import pytest
from lxml import etree

from draftkit.writers.ooxml import (
    Revisions,
    cell,
    escape,
    footnote,
    footnote_reference,
    paragraph,
    row,
    run,
    run_properties,
    table,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def tree(fragment: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{fragment}</w:body>')


def tags(fragment: str) -> list[str]:
    return [etree.QName(element).localname for element in tree(fragment).iter()][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Urges", "<w:t>Urges</w:t>"),
        (" all", '<w:t xml:space="preserve"> all</w:t>'),
        ("all ", '<w:t xml:space="preserve">all </w:t>'),
        ("a  b", '<w:t xml:space="preserve">a  b</w:t>'),
        ("\u00a0b", '<w:t xml:space="preserve">\u00a0b</w:t>'),
        ("a\tb", "<w:t>a</w:t><w:tab/><w:t>b</w:t>"),
        ("non\u2011paper", "<w:t>non</w:t><w:noBreakHyphen/><w:t>paper</w:t>"),
        ("a\nb", "<w:t>a</w:t><w:br/><w:t>b</w:t>"),
        ('<a> & "b"', "<w:t>&lt;a&gt; &amp; &quot;b&quot;</w:t>"),
        ("a\x00\x08\ud800b", "<w:t>ab</w:t>"),
        ("manual\x0bbreak", "<w:t>manual break</w:t>"),
        ("a\x0c\x1e\x85\u2028\u2029b", "<w:t>a b</w:t>"),
    ],
)
def test_characters_of_a_run(text: str, expected: str) -> None:
    assert run(text) == f"<w:r>{expected}</w:r>"
    tree(run(text))


def test_no_characters_no_run() -> None:
    assert run("") == ""


def test_deleted_text_has_an_element_of_its_own() -> None:
    """ECMA-376 part 1, 17.4.20; a tab stays a tab."""
    assert run("a\tb", deleted=True) == "<w:r><w:delText>a</w:delText><w:tab/><w:delText>b</w:delText></w:r>"


def test_properties_of_a_run_stand_in_the_order_of_the_schema() -> None:
    """17.3.2.28."""
    everything = run_properties(italic=True, bold=True, superscript=True, size=40, changed="<w:rPrChange/>")
    assert tags(everything) == ["rPr", "b", "i", "sz", "szCs", "vertAlign", "rPrChange"]
    assert run_properties() == ""


def test_properties_of_a_paragraph_stand_in_the_order_of_the_schema() -> None:
    """17.3.1.26."""
    assert tags(paragraph("H1", [run("x")], mark="<w:ins/>", before="<w:pPrChange/>")) == ["p", "pPr", "pStyle", "rPr", "ins", "pPrChange", "r", "t"]


def test_the_mark_of_a_row_comes_last_in_its_properties() -> None:
    assert tags(row([cell(100, 2, paragraph("TableText", []))], head=True, mark="<w:del/>"))[:4] == ["tr", "trPr", "tblHeader", "del"]
    assert "trPr" not in row([])


def test_a_cell_over_columns_says_so() -> None:
    assert 'w:val="2"' in cell(100, 2, "")
    assert "gridSpan" not in cell(100, 1, "")


def test_a_table_has_a_grid_as_wide_as_itself() -> None:
    grid = [int(e.get(f"{{{W}}}w", "")) for e in tree(table("TextTable", [100, 250], [])).iter(f"{{{W}}}gridCol")]
    assert grid == [100, 250]
    assert 'w:w="350"' in table("TextTable", [100, 250], [])


def test_a_note_has_its_mark_and_the_id_of_its_callout() -> None:
    assert 'w:id="7"' in footnote_reference(7)
    assert tags(footnote(7, run("A/79/143.")))[:4] == ["footnote", "p", "pPr", "pStyle"]
    assert "footnoteRef" in tags(footnote(7, ""))


def test_every_revision_has_an_id_of_its_own() -> None:
    revisions = Revisions("2026-10-05T09:00:00Z")
    assert revisions.attributes('A & "B"') == 'w:id="1" w:author="A &amp; &quot;B&quot;" w:date="2026-10-05T09:00:00Z"'
    assert revisions.id() == 2
    assert 'w:id="3"' in revisions.attributes("A")


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert escape("a\x08\ufffe&\U0001f6a2") == "a&amp;\U0001f6a2"
