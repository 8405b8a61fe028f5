# ruff: noqa: E501  (XML stands on one line)
"""The parts of a Word file that do not hang on its text, written for these pairs."""

from __future__ import annotations

from xml.sax.saxutils import escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

DECLARED = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)

SECTION = (
    '<w:sectPr w:rsidR="00A11A11"><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId1"/>'
    '<w:footerReference w:type="default" r:id="rId3"/><w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'
    '<w:pgSz w:w="12240" w:h="15840" w:code="1"/><w:pgMar w:top="1440" w:right="1195" w:bottom="1080" w:left="1195" '
    'w:header="576" w:footer="1037" w:gutter="0"/><w:cols w:space="720"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>'
)

TABLE = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
)

SEPARATORS = "".join(
    f'<w:{{0}} w:type="{kind}" w:id="{at}"><w:p w14:paraId="3000000{at + 2}" w14:textId="77777777" w:rsidR="00A11A11" '
    f'w:rsidRDefault="00A11A11"><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:{{0}}>'
    for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def settings(sessions: list[str]) -> str:
    """The settings of the file, with the ids of its saving sessions."""
    ids = "".join(f'<w:rsid w:val="{one}"/>' for one in sorted(set(sessions) | {"00A11A11"}))
    ends = "".join(
        f'<w:{kind}Pr><w:{kind} w:id="-1"/><w:{kind} w:id="0"/></w:{kind}Pr>' for kind in ("footnote", "endnote")
    )
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1), ("enableOpenTypeFeatures", 1))
    )
    return (
        f'<w:settings {DECLARED}><w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/>'
        f'<w:defaultTabStop w:val="475"/><w:characterSpacingControl w:val="doNotCompress"/>{ends}<w:compat>{compatible}</w:compat>'
        f'<w:rsids><w:rsidRoot w:val="00A11A11"/>{ids}</w:rsids><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def _style(key: str, name: str, kind: str = "paragraph", inside: str = "", based: str = "Normal") -> str:
    default = ' w:default="1"' if key in ("Normal", "DefaultParagraphFont", "TableNormal", "NoList") else ""
    base = "" if default or not based else f'<w:basedOn w:val="{based}"/>'
    return f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


_SUPERSCRIPT = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_STYLES = "".join((
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>',
    '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    "<w:pPrDefault/></w:docDefaults>",
    _style("Normal", "Normal", inside='<w:qFormat/><w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr>'),
    _style("Heading1", "heading 1", inside='<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr>'),
    _style("Heading2", "heading 2", inside='<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>'),
    _style("SingleText", "Single Text", inside='<w:qFormat/><w:pPr><w:tabs><w:tab w:val="left" w:pos="1742"/></w:tabs><w:spacing w:after="120"/><w:ind w:left="1267" w:right="1260" w:firstLine="475"/><w:jc w:val="both"/></w:pPr>'),
    _style("ItemText", "Item Text", based="SingleText", inside='<w:qFormat/><w:pPr><w:ind w:left="1742" w:firstLine="0"/></w:pPr>'),
    _style("Closing", "Closing", inside='<w:pPr><w:jc w:val="right"/></w:pPr>'),
    _style("TableText", "Table Text", inside='<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'),
    _style("Masthead", "Masthead", inside='<w:pPr><w:tabs><w:tab w:val="right" w:pos="9850"/></w:tabs></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>'),
    _style("Header", "header", inside='<w:pPr><w:tabs><w:tab w:val="right" w:pos="9850"/></w:tabs></w:pPr>'),
    _style("Footer", "footer", inside='<w:pPr><w:tabs><w:tab w:val="right" w:pos="9850"/></w:tabs></w:pPr>'),
    _style("FootnoteText", "footnote text", inside='<w:pPr><w:ind w:left="1267" w:right="1260"/></w:pPr><w:rPr><w:sz w:val="17"/></w:rPr>'),
    _style("DefaultParagraphFont", "Default Paragraph Font", "character", '<w:uiPriority w:val="1"/><w:semiHidden/>'),
    _style("FootnoteReference", "footnote reference", "character", _SUPERSCRIPT, "DefaultParagraphFont"),
    _style("Hyperlink", "Hyperlink", "character", '<w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr>', "DefaultParagraphFont"),
    _style("TableNormal", "Normal Table", "table", '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'),
    _style("NoList", "No List", "numbering", '<w:uiPriority w:val="99"/><w:semiHidden/>'),
    _style("TableGrid", "Table Grid", "table", f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>", "TableNormal"),
))  # fmt: skip


def _level(at: int, form: str, text: str) -> str:
    indent = f'<w:pPr><w:ind w:left="{1267 + 475 * at}" w:firstLine="475"/></w:pPr>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:nsid w:val="2A4C6E80"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="90817263"/>'
    + _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "(%2)")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)  # fmt: skip
_FONT = (
    '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
)

FIXED = {
    "word/styles.xml": f"<w:styles {DECLARED}>{_STYLES}</w:styles>",
    "word/numbering.xml": f"<w:numbering {DECLARED}>{_NUMBERING}</w:numbering>",
    "word/fontTable.xml": f"<w:fonts {DECLARED}>{_FONT}</w:fonts>",
    "word/webSettings.xml": f"<w:webSettings {DECLARED}><w:optimizeForBrowser/></w:webSettings>",
    "docProps/core.xml": (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Cooperation among high mountain observatories</dc:title><dc:creator>A Drafter</dc:creator></cp:coreProperties>"
    ),
    "docProps/app.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"
    ),
}
"""The same in every file."""

_PARTS = {
    "header1": "header", "header2": "header", "footer1": "footer", "styles": "styles", "numbering": "numbering",
    "footnotes": "footnotes", "endnotes": "endnotes", "settings": "settings", "fontTable": "fontTable", "webSettings": "webSettings",
}  # fmt: skip

_OVERRIDES = {f"word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _PARTS.items()} | {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}

CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _OVERRIDES.items())
    + "</Types>"
)

RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
)


def document_relations(links: list[str]) -> str:
    """The parts that the document calls, and the addresses that it links to."""
    made = [
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>' for at, (name, kind) in enumerate(_PARTS.items(), 1)
    ]
    made += [
        f'<Relationship Id="rIdLink{at}" Type="{_OFFICE}/hyperlink" Target="{escape(link)}" TargetMode="External"/>'
        for at, link in enumerate(links, 1)
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'
