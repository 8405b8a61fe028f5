"""The lint of Word files with tracked changes: each rule on the smallest text that breaks it, and on one that does not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from draftkit.word.soundness import faults
from word_files import DECLARED, NAMES, File, build, package
from word_strategies import files

AT = 'w:author="A" w:date="2026-01-05T10:00:00Z"'
OTHER = '<w:r><w:t xml:space="preserve">text</w:t></w:r>'
LAST = "<w:p/>"


def change(kind: str, inside: str, key: int = 1) -> str:
    return f'<w:{kind} w:id="{key}" {AT}>{inside}</w:{kind}>' if inside else f'<w:{kind} w:id="{key}" {AT}/>'


def r(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def p(inside: str, mark: str = "") -> str:
    before = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{before}{inside}</w:p>"


def start(kind: str, key: int, name: str = "move1") -> str:
    return f'<w:{kind}RangeStart w:id="{key}" w:name="{name}" {AT}/>'


def end(kind: str, key: int) -> str:
    return f'<w:{kind}RangeEnd w:id="{key}"/>'


def move(kind: str, key: int, *, mark: str = "", text: str = "t") -> str:
    """A paragraph that is moved whole: its range, its mark, its text."""
    moved = change(mark or kind, "", key + 1)
    return p(start(kind, key) + change(kind, r("moved", text), key + 2), moved) + end(kind, key)


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(shown: str = "3") -> str:
    return sign("begin") + r(" PAGE ", "instrText") + sign("separate") + r(shown) + sign("end")


def gone(shown: str) -> str:
    return sign("begin") + r(" PAGE ", "delInstrText") + sign("separate") + r(shown, "delText") + sign("end")


def note(key: int, text: str = "A/79/143.") -> str:
    return f'<w:footnote w:id="{key}">{p(r(text))}</w:footnote>'


def callout(key: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{key}"/></w:r>'


def table(*cells: str, row: str = "") -> str:
    properties = f"<w:trPr>{row}</w:trPr>" if row else ""
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{properties}{''.join(f'<w:tc>{c}</w:tc>' for c in cells)}</w:tr></w:tbl>"


def causes(body: str, **parts: str) -> list[str]:
    """What is found in a body and other parts, without the places."""
    return [fault.partition(": ")[2] for fault in faults(package(body, **parts))]


SOUND = {
    "an insertion and a deletion": p(change("ins", r("a"), 1) + change("del", r("b", "delText"), 2)) + LAST,
    "a deletion of what was inserted": p(change("ins", change("del", r("b", "delText"), 2), 1)) + LAST,
    "a move": move("moveFrom", 1) + p(OTHER) + move("moveTo", 11) + LAST,
    "a moved paragraph with words inserted": move("moveFrom", 1) + p(start("moveTo", 9) + change("moveTo", r("a"), 5) + change("ins", r("b"), 6), change("moveTo", "", 7)) + end("moveTo", 9) + LAST,
    "a paragraph that is inserted": p(change("ins", r("a"), 1), change("ins", "", 2)) + LAST,
    "a row that is inserted": table(p(change("ins", r("a"), 1), change("ins", "", 2)), row=change("ins", "", 3)) + LAST,
    "fields deleted and inserted whole": p(change("del", gone("3"), 1) + change("ins", field("4"), 2)) + LAST,
    "a field in a field": p(sign("begin") + r(" IF ", "instrText") + field() + sign("separate") + r("x") + sign("end")),
    "a field over paragraphs": p(sign("begin") + r(" TOC ", "instrText") + sign("separate") + r("one")) + p(r("two") + sign("end")),
    "a field whose result was changed": p(sign("begin") + r(" REF a ", "instrText") + sign("separate") + change("del", r("3", "delText"), 1) + change("ins", r("4"), 2) + sign("end")),
    "a bookmark": p('<w:bookmarkStart w:id="1" w:name="a"/>' + OTHER + '<w:bookmarkEnd w:id="1"/>'),
    "names that may be ignored": '<w:p w14:paraId="10000001"/>',
    "properties in order": p('<w:r><w:rPr><w:rStyle w:val="a"/><w:b/><w:i/><w14:ligatures w14:val="none"/></w:rPr><w:t>a</w:t></w:r>'),
}


@pytest.mark.parametrize("body", SOUND.values(), ids=SOUND)
def test_what_word_writes_is_sound(body: str) -> None:
    assert causes(body) == []


UNSOUND = {
    "deleted text under a move": (move("moveFrom", 1, text="delText") + move("moveTo", 11) + LAST, ["w:delText in a move"]),
    "deleted text on its own": (p(r("a", "delText")), ["w:delText outside of a deletion"]),
    "text in a deletion": (p(change("del", r("a"))), ["text of a deletion in w:t, not in w:delText"]),
    "a code in a deletion": (p(change("del", field())), ["text of a deletion in w:instrText, not in w:delInstrText", "text of a deletion in w:t, not in w:delText"]),
    "a deletion in a deletion": (p(change("del", change("del", r("a", "delText"), 2))), ["w:del in w:del"]),
    "an insertion in an insertion": (p(change("ins", change("ins", r("a"), 2))), ["w:ins in w:ins"]),
    "an empty insertion": (p(change("ins", "")), ["empty w:ins"]),
    "a deletion of a run without content": (p(change("del", "<w:r><w:rPr><w:b/></w:rPr></w:r>")), ["empty w:del"]),
    "no author": (p(f'<w:ins w:id="1" w:date="2026-01-05T10:00:00Z">{OTHER}</w:ins>'), ["w:ins without author"]),
    "no date": (p(f'<w:ins w:id="1" w:author="A">{OTHER}</w:ins>'), ["w:ins without date"]),
    "an id twice": (p(change("ins", OTHER, 7) + change("del", r("a", "delText"), 7)), ["w:del has the id 7 of w:ins in word/document.xml"]),
    "a moved mark that is deleted": (move("moveFrom", 1, mark="del") + move("moveTo", 11) + LAST, ["a paragraph is moved (w:moveFrom) and its mark is w:del"]),
    "a moved mark that is inserted": (move("moveFrom", 1) + move("moveTo", 11, mark="ins") + LAST, ["a paragraph is moved (w:moveTo) and its mark is w:ins"]),
    "a moved mark of text that is inserted": (
        move("moveFrom", 1) + p(start("moveTo", 11) + change("ins", OTHER, 13), change("moveTo", "", 12)) + end("moveTo", 11) + LAST,
        ["the mark of a paragraph is moved (w:moveTo) and its text is w:ins"],
    ),
    "a move to nowhere": (move("moveFrom", 1) + LAST, ['the w:moveFrom range "move1" has no w:moveTo range']),
    "two moves of one name": (move("moveFrom", 1) + move("moveFrom", 11) + move("moveTo", 21) + LAST, ['2 w:moveFrom ranges are named "move1"']),
    "a move without a range": (p(change("moveFrom", OTHER)), ["w:moveFrom outside of a range"]),
    "a range without an end": (p(start("moveFrom", 1)) + move("moveTo", 11) + LAST, ["the w:moveFrom range 1 has no end"]),
    "the last mark of the text": (p(OTHER, change("ins", "")), ["the last paragraph mark of the text is w:ins"]),
    "the last mark of a cell": (table(p(OTHER, change("del", ""))) + LAST, ["the last paragraph mark of a cell is w:del"]),
    "a cell without a paragraph": (table("") + LAST, ["a cell without a paragraph"]),
    "a cell that ends with a table": (table(table(LAST)) + LAST, ["a cell that ends with a table"]),
    "a field without an end": (p(sign("begin") + r(" PAGE ", "instrText")), ["accepted, a field has no end", "rejected, a field has no end"]),
    "a field whose end is deleted": (
        p(sign("begin") + r(" PAGE ", "instrText") + sign("separate") + OTHER + change("del", sign("end"))),
        ["accepted, a field has no end", "the signs of a field stand in changes of different kinds"],
    ),
    "an end alone": (p(sign("end")), ["accepted, a field has a sign too many (end)", "rejected, a field has a sign too many (end)"]),
    "a field half inserted anew": (
        p(change("del", sign("begin"), 1) + change("ins", sign("begin"), 2) + r(" PAGE ", "instrText") + sign("separate") + OTHER + sign("end")),
        ["the signs of a field stand in changes of different kinds"],
    ),
    "a note that is not there": (p(callout(4)), ["footnote 4 is called and not there"]),
    "a comment that is not there": (p('<w:r><w:commentReference w:id="4"/></w:r>'), ["comment 4 is called and not there"]),
    "a bookmark without an end": (p('<w:bookmarkStart w:id="1" w:name="a"/>'), ["the bookmark 1 has no end"]),
    "a bookmark without a start": (p('<w:bookmarkEnd w:id="1"/>'), ["the bookmark 1 ends before it starts"]),
    "a name twice": (p("".join(f'<w:bookmarkStart w:id="{n}" w:name="a"/><w:bookmarkEnd w:id="{n}"/>' for n in (1, 2))), ['2 bookmarks are named "a"']),
    "a comment's range without an end": (p('<w:commentRangeStart w:id="1"/>'), ["the range of comment 1 has no end", "comment 1 is called and not there"]),
    "a relationship that is not there": (p(f'<w:hyperlink r:id="rId99">{OTHER}</w:hyperlink>'), ["the relationship rId99 is not defined"]),
    "private names": (
        '<w:p xmlns:pt="http://powertools.codeplex.com/2011" pt:Unid="1"/>',
        ["Unid is of http://powertools.codeplex.com/2011, which may not be ignored"],
    ),
    "foreign names": ('<w:p xmlns:x="urn:x" x:a="1"/>', ["a is of urn:x, which may not be ignored"]),
    "a prefix that stands for nothing": ('<w:p mc:Ignorable="w99"/>', ["the prefix w99 is not declared"]),
    "a format out of order": (p("<w:r><w:rPr><w:i/><w:b/></w:rPr><w:t>a</w:t></w:r>"), ["w:b after w:i in w:rPr"]),
    "a format twice": (p("<w:r><w:rPr><w:i/><w:i/></w:rPr><w:t>a</w:t></w:r>"), ["w:i twice in w:rPr"]),
    "a style behind an indent": ('<w:p><w:pPr><w:ind w:left="1"/><w:pStyle w:val="Normal"/></w:pPr></w:p>', ["w:pStyle after w:ind in w:pPr"]),
    "a change of a row before its height": (
        table(LAST, row=change("ins", "") + '<w:trHeight w:val="100"/>') + LAST,
        ["w:trHeight after w:ins in w:trPr"],
    ),
    "properties behind the text": ("<w:p><w:r><w:t>a</w:t><w:rPr/></w:r></w:p>", ["w:rPr is not the first of its w:r"]),
}


@pytest.mark.parametrize(("body", "expected"), UNSOUND.values(), ids=UNSOUND)
def test_a_fault_is_found_once(body: str, expected: list[str]) -> None:
    assert causes(body) == expected


def test_the_place_is_said() -> None:
    found = faults(package(p(OTHER) + p(change("del", r("a"))) + LAST))
    assert found == ("word/document.xml, paragraph 2: text of a deletion in w:t, not in w:delText",)


def test_a_note_has_one_callout() -> None:
    assert causes(p(callout(1) + callout(2)), footnotes=note(1) + note(2)) == []
    assert causes(p(change("del", callout(1)) + OTHER + change("ins", callout(1), 2)), footnotes=note(1)) == ["footnote 1 is called twice"]
    assert causes(p(callout(1)), footnotes=note(1) + note(1)) == ["footnote 1 is there twice"]


def test_ids_are_unique_over_all_parts() -> None:
    notes = f'<w:footnote w:id="1">{p(change("ins", OTHER, 5))}</w:footnote>'
    assert causes(p(change("ins", OTHER, 4) + callout(1)), footnotes=notes) == []
    assert causes(p(change("ins", OTHER, 5) + callout(1)), footnotes=notes) == ["w:ins has the id 5 of w:ins in word/document.xml"]


def test_the_last_mark_of_a_note_stays() -> None:
    notes = f'<w:footnote w:id="1">{p(OTHER, change("ins", ""))}</w:footnote>'
    assert causes(p(callout(1)), footnotes=notes) == ["the last paragraph mark of a footnote is w:ins"]


def test_what_a_relationship_leads_to_is_there() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    links = f'<Relationship Id="rId90" Type="{kind}" Target="media/image9.png"/>'
    picture = p(f'<w:r><w:pict><v:shape xmlns:v="{NAMES["v"]}"><v:imagedata r:id="rId90"/></v:shape></w:pict></w:r>')
    assert causes(picture, links=links) == ["the relationship rId90 leads to word/media/image9.png, which is not there"]


def test_a_deleted_box_keeps_its_text() -> None:
    """The text of a text box is its own: it does not become w:delText with what stands around it."""
    box = f'<w:r><w:pict><v:shape xmlns:v="{NAMES["v"]}"><v:textbox><w:txbxContent>{p(OTHER)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    assert causes(p(change("del", box)) + LAST) == []


def test_a_name_in_an_alternative_that_asks_for_it_is_known() -> None:
    shape = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp/></mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>'
    assert causes(p(shape.format(""))) == []
    assert causes(p(shape.format("<wps:wsp/>"))) == [f"wsp is of {NAMES['wps']}, which may not be ignored"]


def test_a_part_that_is_no_xml_is_named() -> None:
    assert faults(package("</w:p>"))[0].startswith("word/document.xml: not well-formed: ")
    assert DECLARED.count("xmlns:") == len(NAMES)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(files())
def test_a_file_without_changes_is_sound(file: File) -> None:
    assert faults(build(file)) == ()
