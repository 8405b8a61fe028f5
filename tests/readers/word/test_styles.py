"""What styles and direct formatting make of a run (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Texts = Callable[..., list[str]]

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="QuoteSmall"><w:name w:val="Quote small"/><w:basedOn w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="QuoteOff"><w:name w:val="Quote off"/><w:basedOn w:val="Quote"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Raised"><w:name w:val="Raised"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="HChG"><w:name w:val="_ H _Ch_G"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Body9"><w:name w:val="Body 9"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Trip"/></w:style>
<w:style w:type="paragraph" w:styleId="Trip"><w:name w:val="Trip"/><w:basedOn w:val="Round"/></w:style>
"""


def p(style: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


EMPHASIS = '<w:rStyle w:val="Emphasis"/>'


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (p("Normal", r("Urges", "<w:i/>"), r(" States")), "*Urges* States"),
        (p("Normal", r("Urges", '<w:i w:val="true"/>'), r(" States", '<w:i w:val="off"/>')), "*Urges* States"),
        (p("Normal", r("Urges", EMPHASIS), r(" States")), "*Urges* States"),
        (p("Quote", r("Urges"), r(" States", '<w:i w:val="0"/>')), "*Urges* States"),
        (p("QuoteSmall", r("Urges")), "*Urges*"),
        (p("QuoteOff", r("Urges")), "Urges"),
        (p("Quote", r("Urges", EMPHASIS), r(" States")), "Urges *States*"),  # a toggle in two styles undoes itself
        (p("Quote", r("Urges", EMPHASIS + "<w:i/>")), "*Urges*"),  # direct formatting is no toggle
        (p("Normal", r("Urges", "<w:b/>"), r(" States")), "**Urges** States"),
        (p("Normal", r("Urges", "<w:b/><w:i/>"), r(" all", "<w:b/>"), r(" States")), "***Urges*** **all** States"),
        (p("Normal", r("10"), r("6", '<w:vertAlign w:val="superscript"/>')), "10^6^"),
        (p("Normal", r("12"), r("th", '<w:rStyle w:val="Raised"/>')), "12^th^"),
        (p("Normal", r("12"), r("th", '<w:rStyle w:val="Raised"/><w:vertAlign w:val="baseline"/>')), "12th"),
        (p("Normal", r("Seen"), r(" unseen", "<w:vanish/>")), "Seen"),
        (p("Normal", r("As typed", "<w:caps/>")), "As typed"),
        (p("Round", r("In a circle")), "In a circle"),
        (p("NoSuchStyle", r("Urges", "<w:i/>")), "*Urges*"),
    ],
)
def test_runs(texts: Texts, paragraph: str, text: str) -> None:
    assert texts(paragraph, styles=STYLES) == [text]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (p("Heading1", r("Oceans")), "**Oceans**"),
        (p("Heading1", r("The case of "), r("Lotus", '<w:i w:val="0"/>')), "**The case of *Lotus***"),  # italics turned round
        (p("HChG", r("Oceans and "), r("seas", "<w:i/>")), "**Oceans and *seas***"),
        (p("Heading1", r("Oceans", '<w:b w:val="0"/>')), "**Oceans**"),
        (p("Body9", r("Oceans")), "Oceans"),
        (p("Normal", r("Oceans and ", "<w:b/>"), r("seas", "<w:b/>")), "**Oceans and seas**"),
        (p("Normal", r("I", "<w:b/>")), "**I**"),
        (p("Normal", r("3. Urges States;", "<w:b/>")), "3. **Urges States;**"),  # bold shows what is new in a draft
        (p("Normal", r("Recalling its resolution,", "<w:b/>")), "**Recalling its resolution,**"),
        (p("Normal", r("Oceans " * 40, "<w:b/>")), f"**{('Oceans ' * 40).strip()}**"),
    ],
)
def test_headings(texts: Texts, paragraph: str, text: str) -> None:
    assert texts(paragraph, styles=STYLES) == [text]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("OCEANS AND SEAS", "**OCEANS AND SEAS**"),
        ("II", "**II**"),
        ("Annex", "**Annex**"),
        ("Some words", "Some words"),
        ("THE GENERAL ASSEMBLY,", "THE GENERAL ASSEMBLY,"),
    ],
)
def test_centred_capitals_are_a_heading(texts: Texts, words: str, text: str) -> None:
    assert texts(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{r(words)}</w:p>') == [text]


def test_document_defaults(texts: Texts) -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert texts(p("Normal", r("Urges"), r(" States", '<w:i w:val="0"/>')), styles=defaults + STYLES) == ["*Urges* States"]


def test_a_chain_of_styles_longer_than_any_ends(texts: Texts) -> None:
    chain = "".join(f'<w:style w:type="paragraph" w:styleId="S{at}"><w:basedOn w:val="S{at + 1}"/></w:style>' for at in range(2000))
    assert texts("".join(p("S0", r("Words")) for _ in range(50)), styles=chain) == ["Words"] * 50
