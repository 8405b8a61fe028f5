"""What a paragraph says: characters, fields, links, controls, boxes, and what is no text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[..., list[str]]


def r(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def t(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def char(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def instruction(words: str) -> str:
    return r(f"<w:instrText>{words}</w:instrText>")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("<w:tab/>") + t("3.") + r("<w:tab/>") + t("Urges"), "3. Urges"),
        (t("one") + r("<w:br/>") + t("two") + r("<w:cr/>") + t("three") + r("<w:ptab/>") + t("four"), "one two three four"),
        (t("long") + r("<w:noBreakHyphen/>") + t("term"), "long\u2011term"),
        (t("co") + r("<w:softHyphen/>") + t("operation"), "cooperation"),
        (t("No.\u00a05 "), "No.\u00a05"),
        (r('<w:sym w:font="Symbol" w:char="F0B7"/>') + t(" dot"), "• dot"),
        (r('<w:sym w:font="X" w:char="00A7"/>') + t("5"), "§5"),
        (r('<w:sym w:font="X" w:char="nonsense"/>') + t("5"), "5"),
        (r('<w:sym w:font="Wingdings" w:char="F0FC"/>') + t(" done"), "✓ done"),
        (r('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>a</w:t>') + t(" decay"), "α decay"),
        (t("see ") + '<w:hyperlink r:id="rId9">' + t("A/79/143") + "</w:hyperlink>" + t("."), "see A/79/143."),
        ("<w:smartTag><w:smartTagPr/>" + t("Geneva") + "</w:smartTag>", "Geneva"),
        ("<w:customXml>" + t("Geneva") + "</w:customXml>", "Geneva"),
        ("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + t("in a control") + "</w:sdtContent></w:sdt>", "in a control"),
        (r("<w:ruby><w:rt>" + t("above") + "</w:rt><w:rubyBase>" + t("base") + "</w:rubyBase></w:ruby>"), "base"),
        ('<w:bookmarkStart w:id="1" w:name="x"/>' + t("word") + '<w:bookmarkEnd w:id="1"/>', "word"),
        ('<w:commentRangeStart w:id="1"/>' + t("word") + r('<w:commentReference w:id="1"/>'), "word"),
        ("<w:dir>" + t("one ") + "<w:bdo>" + t("two") + "</w:bdo></w:dir>", "one two"),
        (t(r"2*3 ^ \ | [a]"), r"2\*3 \^ \\ \| [a]"),
        (t("# no heading"), r"\# no heading"),
        (t("a\ue000b"), "ab"),
    ],
)
def test_characters(texts: Texts, inside: str, text: str) -> None:
    assert texts(f"<w:p>{inside}</w:p>") == [text]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (t("p. ") + char("begin") + instruction(" PAGE ") + char("separate") + t("12") + char("end") + t(" f."), "p. 12 f."),
        ('<w:fldSimple w:instr=" DATE ">' + t("4 May") + "</w:fldSimple>", "4 May"),
        (char("begin") + instruction("IF") + char("begin") + instruction("X") + char("separate") + t("no") + char("end") + char("separate") + t("yes") + char("end"), "yes"),
        (char("begin") + instruction(' XE "word" ') + char("end") + t("word"), "word"),
        (char("end") + t("word"), "word"),
        (char("separate") + t("word"), "word"),
        (t("word") + char("begin") + instruction("X"), "word"),
    ],
    ids=["whole", "simple", "nested", "no result", "end alone", "middle alone", "never closed"],
)
def test_fields_say_their_results(texts: Texts, inside: str, text: str) -> None:
    assert texts(f"<w:p>{inside}</w:p>") == [text]


def test_a_field_over_several_paragraphs(texts: Texts) -> None:
    body = f"<w:p>{char('begin')}{instruction('TOC')}{char('separate')}{t('One')}</w:p><w:p>{t('Two')}</w:p><w:p>{char('end')}{t('Three')}</w:p>"
    assert texts(body) == ["One", "Two", "Three"]


def test_a_field_never_closed_loses_no_paragraph(texts: Texts) -> None:
    assert texts(f"<w:p>{char('begin')}{instruction('X')}</w:p><w:p>{t('Two')}</w:p>") == ["Two"]


def drawing(inside: str, uri: str = "", **said: str) -> str:
    words = " ".join(f'{name}="{value}"' for name, value in said.items())
    return f'<w:drawing><wp:inline><wp:docPr id="1" {words}/><a:graphic><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic></wp:inline></w:drawing>'


PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (drawing("", PICTURE, descr="A map", name="Picture 1"), "image: [image: A map]"),
        (drawing("", PICTURE, name="Picture 1"), "image: [image: Picture 1]"),
        (drawing("", PICTURE), "image: [image]"),
        (drawing("", CHART, name="Chart 2"), "chart: [chart: Chart 2]"),
        (drawing("", DIAGRAM, name="Diagram 3"), "diagram: [diagram: Diagram 3]"),
        (drawing("<pic:pic/>", "group", name="Group 4"), "image: [image: Group 4]"),
        (drawing('<wps:wsp><a:prstGeom prst="rect"/></wps:wsp>', "shape", name="Box 5"), "drawing: [drawing: Box 5]"),
        ('<w:pict><v:shape alt="A seal"><v:imagedata/></v:shape></w:pict>', "image: [image: A seal]"),
        ('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>', "object: [object: Excel.Sheet.12]"),
        ('<w:object><o:OLEObject ProgID="Equation.3"/></w:object>', "equation: [equation: Equation.3]"),
    ],
)
def test_what_cannot_be_read_stands_after_its_paragraph(texts: Texts, inside: str, text: str) -> None:
    assert texts(f"<w:p>{t('Before')}{r(inside)}{t(' and after')}</w:p><w:p>{t('Next')}</w:p>") == ["Before and after", text, "Next"]


def test_rules_are_ornament(texts: Texts) -> None:
    line = drawing('<wps:wsp><a:prstGeom prst="line"/></wps:wsp>', "shape", name="Line")
    assert texts(f"<w:p>{t('Words')}{r(line)}{r('<w:pict><v:line/></w:pict>')}</w:p>") == ["Words"]


def test_one_alternative_is_read_once(texts: Texts) -> None:
    box = f"<w:txbxContent><w:p>{t('Boxed')}</w:p><w:p>{t('twice')}</w:p></w:txbxContent>"
    choice = f'<mc:Choice Requires="wps">{drawing(f"<wps:wsp>{box}</wps:wsp>", "shape")}</mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    around = f"<w:p>{t('Around')}{r(f'<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>')}</w:p>"
    assert texts(around) == ["Around", "Boxed", "twice"]
    assert texts(f"<w:p>{r(f'<mc:AlternateContent>{fallback}</mc:AlternateContent>')}</w:p>") == ["Boxed", "twice"]


def math(inside: str) -> str:
    return f"<m:oMath>{inside}</m:oMath>"


def m(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (m("a+b"), "a+b"),
        (f"<m:f><m:fPr/><m:num>{m('a+b')}</m:num><m:den>{m('2')}</m:den></m:f>", "(a+b)/2"),
        (f"{m('π')}<m:sSup><m:e>{m('r')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>", r"πr\^2"),
        (f"<m:rad><m:deg/><m:e>{m('x+1')}</m:e></m:rad>", "√(x+1)"),
        (f"<m:rad><m:deg>{m('3')}</m:deg><m:e>{m('x')}</m:e></m:rad>", "3√x"),
        (f"<m:sSubSup><m:e>{m('x')}</m:e><m:sub>{m('i')}</m:sub><m:sup>{m('2')}</m:sup></m:sSubSup>", r"x_i\^2"),
        (f"<m:d><m:e>{m('x')}</m:e></m:d>", "(x)"),
        (f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{m('i=1')}</m:sub><m:sup>{m('n')}</m:sup><m:e>{m('i')}</m:e></m:nary>", r"∑_(i=1)\^n i"),
    ],
)
def test_equations(texts: Texts, inside: str, text: str) -> None:
    assert texts(f"<w:p>{math(inside)}</w:p>") == [f"equation: [equation: {text}]"]
    assert texts(f"<w:p>{t('where ')}{math(inside)}{t(' holds')}</w:p>") == [f"where {text} holds"]


@pytest.mark.parametrize("words", ["LISTNUM", r"SYMBOL 183 \\f Symbol", "MACROBUTTON Act Click here", "autonum"])
def test_a_field_that_shows_something_without_a_result(texts: Texts, words: str) -> None:
    body = f"<w:p>{t('Before')}{char('begin')}{instruction(f' {words} ')}{char('end')}</w:p>"
    assert texts(body) == ["Before", "field: [field: " + words.replace("\\", "\\\\") + "]"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r('<w:pict><v:rect alt="A box"/></w:pict>'), "drawing: [drawing: A box]"),
        (r('<w:contentPart r:id="x"/>'), "drawing: [drawing]"),
        ('<w:subDoc r:id="x"/>', "object: [object: another file]"),
    ],
)
def test_what_else_is_no_text(texts: Texts, inside: str, text: str) -> None:
    assert texts(f"<w:p>{t('Before')}{inside}</w:p>") == ["Before", text]


@pytest.mark.parametrize("shape", ['<v:rect o:hr="t"/>', '<v:shape type="#_x0000_t32"/>', "<v:group/>"])
def test_rules_of_the_older_language(texts: Texts, shape: str) -> None:
    assert texts(f"<w:p>{t('Words')}{r(f'<w:pict>{shape}</w:pict>')}</w:p>") == ["Words"]


def test_an_equation_that_calls_a_note_keeps_it(texts: Texts) -> None:
    note = f'<w:footnote w:id="1"><w:p>{t("A note.")}</w:p></w:footnote>'
    callout = r('<w:footnoteReference w:id="1"/>')
    assert texts(f"<w:p>{math(m('a+b'))}{callout}</w:p>", footnotes=note) == ["a+b{0}"]
