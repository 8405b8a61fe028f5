"""Official resolutions in Akoma Ntoso for the United Nations (AKN4UN XML) -> the model.

The files are unofficial copies made by machine from Word files, so one thing is marked up in many ways: subparagraphs
nested or flat, headings as subheadings or as bold paragraphs, repeated note indicators as plain superscripts. What is
read is what the page shows.

Source: "AKN4UN guidelines, part 3: modelling of General Assembly resolutions"; Akoma Ntoso 3.0 (OASIS LegalDocML).

Example:
    >>> read(Path("A_RES_79_124.xml").read_bytes(), "A_RES_79_124.xml").resolution.masthead.symbol
    'A/RES/79/124'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from draftkit import inline
from draftkit.errors import Unreadable
from draftkit.model import Annex, Callout, Cell, Content, Inline, Note, Part, Resolution, Text
from draftkit.readers import Reading
from draftkit.readers.akn_front import NS, SPACE, closing, local_name, masthead, text
from draftkit.readers.compose import NUMBER_ALONE, HeadingRow, Row, Rows, TableRows, blocks
from draftkit.readers.finish import finish
from draftkit.readers.naming import Names
from draftkit.tree import Section

_HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
_LISTS = frozenset({"content", "intro", "wrapUp", "listIntroduction", "list", "sublist", "blockList"})
_TITLE_CLASSES = frozenset({"H1", "HCh", "H23", "H4"})
_TYPED_LABEL = re.compile(r"(\d{1,3}\.|\([a-z]{1,5}\))\s+(?=\S)")


def read(data: bytes, name: str) -> Reading:
    """Read one document.

    Raises:
        Unreadable: not well-formed, not Akoma Ntoso, or without a resolution in it.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"broken XML: {error.msg}", f"{name}:{error.lineno or 1}", "get the file again") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("XML with a document type (<!DOCTYPE>) is not read", name, "take it away: official files have none")
    statements = list(root.iter(f"{NS}statement"))
    if not statements:
        raise Unreadable("no resolution in this XML file", name, "give an Akoma Ntoso file of the United Nations")
    return _Reader().document(root, statements)


@dataclass(slots=True)
class _Reader:
    """What is gathered while one document is read."""

    names: Names = field(default_factory=Names)
    note_names: Names = field(default_factory=Names)
    notes: list[Note] = field(default_factory=list)
    by_marker: dict[str, str] = field(default_factory=dict)

    def document(self, root: Any, statements: list[Any]) -> Reading:
        cover = next(root.iter(f"{NS}coverPage"), None)
        preface = next(root.iter(f"{NS}preface"), None)
        title = () if preface is None else self.title(preface)
        head = masthead(cover, preface, root)
        composite = len(statements) > 1 or next(root.iter(f"{NS}documentCollection"), None) is not None
        parts = tuple(self.part(statement, composite) for statement in statements)
        return finish(Resolution(head, title, parts, tuple(self.notes)))

    def title(self, preface: Any) -> Content:
        """The title as one line, its bold left to the template."""
        pieces: list[Inline] = []
        for paragraph in preface.iter(f"{NS}p"):
            if paragraph.getparent() is not preface:
                continue
            pieces += self.inline(paragraph)
            pieces.append(Text(" "))
        return _without_bold(inline.tidy(pieces))

    def part(self, statement: Any, composite: bool) -> Part:
        preface = statement.find(f"{NS}preface")
        label = ""
        title: Content = ()
        if composite and preface is not None:
            label = text(preface.find(f".//{NS}docNumber"))
            title = self.title(preface)
        formula: Content = ()
        rows: dict[Section, list[Rows]] = {Section.PREAMBLE: [], Section.OPERATIVE: []}
        for element in statement:
            if local_name(element) == "preamble":
                for child in element:
                    if local_name(child) == "formula":
                        formula = inline.tidy(self.inline(child))
                    else:
                        rows[Section.PREAMBLE] += self.rows(child)
            elif local_name(element) == "mainBody":
                rows[Section.OPERATIVE] += self.rows(element)
        preamble = blocks(rows[Section.PREAMBLE], Section.PREAMBLE, self.names)
        operative = blocks(rows[Section.OPERATIVE], Section.OPERATIVE, self.names)
        meeting, adopted = closing(statement.find(f"{NS}conclusions"))
        annexes = tuple(self.annex(doc) for doc in statement.findall(f".//{NS}attachments//{NS}doc"))
        return Part(preamble, operative, annexes, label, title, formula, meeting, adopted)

    def annex(self, doc: Any) -> Annex:
        """An annex. Its label and title are the first headings; both may stand in one paragraph."""
        label = ""
        title: Content = ()
        rows: list[Rows] = []
        marked = False
        for child in doc.iterfind(f"{NS}mainBody/*"):
            kind = child.find(f".//{NS}docType")
            if kind is not None and not rows:
                marked = True
                label, title = text(kind), _without_bold(inline.tidy(self.inline(child.find(f".//{NS}docTitle"))))
            else:
                rows += self.rows(child)
        headings = [] if marked else [row.content for row in rows[:2] if isinstance(row, HeadingRow)]
        if len(headings) > 1 and NUMBER_ALONE.fullmatch(inline.plain(headings[1])):
            headings.pop()  # a section's number: the annex has no title
        if not label and headings and inline.plain(headings[0]).startswith("Annex"):
            label, title = inline.plain(headings[0]), headings[1] if len(headings) > 1 else ()
            rows = rows[len(headings) :]
        elif not label and headings and isinstance(rows[0], HeadingRow) and not NUMBER_ALONE.fullmatch(inline.plain(headings[0])):
            title, rows = headings[0], rows[1:]  # the word "Annex" is missing in the file
        return Annex(self.names.paragraph("annex"), label, title, blocks(rows, Section.ANNEX, self.names))

    def rows(self, element: Any) -> Iterator[Rows]:
        """The printed paragraphs of an element, in order."""
        name = local_name(element)
        if (name in _HEADINGS and element.get("refersTo") != "#preamble") or name == "num":
            yield from self.row(element, heading=True)
        elif name in _HEADINGS or name == "p":
            yield from self.row(element)
        elif name == "table":
            yield self.table(element)
        elif name in ("paragraph", "point", "item"):
            yield from self.numbered(element)
        elif name == "section" and _is_lettered(element):
            yield HeadingRow(_without_bold(inline.tidy([Text(f"{text(element[0])} "), *self.inline(element[1])])))
            for child in element[2:]:
                yield from self.rows(child)
        elif name not in ("", "meta"):
            if (element.text or "").strip() and not len(element):
                yield Row((Text(element.text.strip()),))
            for child in element:
                yield from self.rows(child)
        if name == "section" and (element.tail or "").strip():
            yield Row((Text(SPACE.sub(" ", element.tail).strip()),))

    def row(self, element: Any, *, heading: bool = False, label: str = "", depth: int | None = None) -> Iterator[Rows]:
        content = inline.tidy(self.inline(element))
        if not content:
            return
        if heading or (not label and _all_bold(content)) or _only_number(element):
            yield HeadingRow(_without_bold(content))
            return
        if not label and isinstance(content[0], Text) and (typed := _TYPED_LABEL.match(content[0].text)):
            label = typed[1]
            content = inline.tidy((Text(content[0].text[typed.end() :], content[0].italic), *content[1:]))
        yield Row(content, label, depth)

    def numbered(self, element: Any) -> Iterator[Rows]:
        """A paragraph, point or item: its number goes to its first text, the rest of it has none."""
        label = text(element.find(f"{NS}num"))
        if _is_section(element, label):
            yield HeadingRow((Text(label),))
            label = ""
        heading = element.get("class") in _TITLE_CLASSES and not label
        own_depth = _nesting(element)
        first = True

        def walk(parent: Any) -> Iterator[Rows]:
            nonlocal first
            for child in parent:
                name = local_name(child)
                if name in ("", "num"):
                    continue
                if name == "p":
                    for row in self.row(child, heading=heading, label=label if first else "", depth=own_depth if first else None):
                        if not first and isinstance(row, Row):
                            row = Row(row.content, row.label, None if row.label else own_depth)
                        yield row
                        first = False
                elif name in _LISTS:
                    yield from walk(child)
                elif name in _HEADINGS and first and label:
                    said = inline.tidy(self.inline(child))
                    yield HeadingRow(_without_bold(said if inline.plain(said).startswith(label) else (Text(f"{label} "), *said)))
                    first = False
                else:
                    yield from self.rows(child)

        yield from walk(element)
        if first and label:
            yield Row((), label, own_depth)

    def table(self, table: Any) -> TableRows:
        rows: list[tuple[Cell, ...]] = []
        header = 0
        for tr in table.iter(f"{NS}tr"):
            cells = [td for td in tr if local_name(td) in ("td", "th")]
            if cells and all(local_name(td) == "th" for td in cells) and header == len(rows):
                header += 1
            rows.append(tuple(Cell(inline.tidy(self.inline(td)), _span(td)) for td in cells))
        return TableRows(tuple(rows), header)

    def inline(self, element: Any, italic: bool = False, bold: bool = False) -> list[Inline]:
        """The pieces of an element's text, its notes put aside."""
        if element is None:
            return []
        out: list[Inline] = [Text(element.text or "", italic, bold)]
        for child in element:
            name = local_name(child)
            if name == "authorialNote":
                out.append(self.note(child, out))
            elif name == "sup":
                out += self.superscript(child, italic, bold)
            elif name in ("eol", "docNumber"):
                out.append(Text(" "))
            elif name != "img":
                style = child.get("class", "")
                out += self.inline(child, italic or "italic" in style, bold or "bold" in style)
                if name == "p":  # of a table's cell
                    out.append(Text(" "))
            out.append(Text(child.tail or "", italic, bold))
        return out

    def note(self, element: Any, before: list[Inline]) -> Callout:
        said = "".join(piece.text for piece in before if isinstance(piece, Text))
        name = self.note_names.note(said)
        content: list[Inline] = []
        for paragraph in element.iter(f"{NS}p"):
            content += [*self.inline(paragraph), Text(" ")]
        marker = element.get("marker", "")
        self.notes.append(Note(name, inline.tidy(content), number=int(marker) if marker.isdecimal() else 0))
        self.by_marker[marker] = name
        return Callout(name)

    def superscript(self, element: Any, italic: bool, bold: bool) -> list[Inline]:
        """A superscript number repeats the indicator of a note already there (un-rules E3); others are characters."""
        characters = "".join(element.itertext())
        if characters.strip() in self.by_marker and element.get("class") != "superscript":
            return [Callout(self.by_marker[characters.strip()])]
        return [Text(characters, italic, bold, superscript=bool(characters.strip()))]


def _span(cell: Any) -> int:
    span = cell.get("colspan", "1")
    return int(span) if span.isdecimal() and 0 < int(span) < 100 else 1


def _is_section(element: Any, label: str) -> bool:
    """Whether a numbered paragraph is the head of a section: a numeral ("II", "A.") alone or with a heading."""
    if not NUMBER_ALONE.fullmatch(label):
        return False
    children = [local_name(child) for child in element]
    return element.get("class") in _TITLE_CLASSES or children == ["num"] or not _HEADINGS.isdisjoint(children)


def _is_lettered(section: Any) -> bool:
    """Whether the number of a section stands on the line of its heading ("A. Cables")."""
    names = [local_name(child) for child in section[:2]]
    return names == ["num", "heading"] and text(section[0]).endswith(".")


def _nesting(element: Any) -> int | None:
    """The depth of a point inside nested lists; flat paragraphs do not know theirs."""
    if local_name(element) == "paragraph":
        return None
    above = [local_name(parent) for parent in element.iterancestors()]
    return max(1, above.count("list") + above.count("sublist") + above.count("blockList"))


def _all_bold(content: Content) -> bool:
    texts = [piece for piece in content if isinstance(piece, Text) and piece.text.strip()]
    return bool(texts) and all(piece.bold for piece in texts)


def _only_number(paragraph: Any) -> bool:
    """A section's numeral alone in a paragraph."""
    return len(paragraph) == 1 and local_name(paragraph[0]) == "num" and not (paragraph.text or "").strip()


def _without_bold(content: Content) -> Content:
    return inline.join(Text(p.text, p.italic, False, p.superscript) if isinstance(p, Text) else p for p in content)
