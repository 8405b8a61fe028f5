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
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit import inline
from draftkit.assemble.printed import proposal
from draftkit.errors import Unreadable
from draftkit.model import AgendaItem, Annex, Callout, Cell, Content, Inline, Masthead, Note, Part, Resolution, Text
from draftkit.readers import Reading
from draftkit.readers.compose import NUMBER_ALONE, HeadingRow, Row, Rows, TableRows, blocks
from draftkit.readers.finish import finish
from draftkit.readers.naming import Names
from draftkit.tree import Section

_NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_SPACE = re.compile(r"\s+")
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
    statements = list(root.iter(f"{_NS}statement"))
    if not statements:
        raise Unreadable("no resolution in this XML file", name, "give an Akoma Ntoso file of the United Nations")
    return _Reader().document(root, statements)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Any) -> str:
    return "" if element is None else _SPACE.sub(" ", "".join(element.itertext())).strip()


@dataclass(slots=True)
class _Reader:
    """What is gathered while one document is read."""

    names: Names = field(default_factory=Names)
    note_names: Names = field(default_factory=Names)
    notes: list[Note] = field(default_factory=list)
    by_marker: dict[str, str] = field(default_factory=dict)

    def document(self, root: Any, statements: list[Any]) -> Reading:
        cover = next(root.iter(f"{_NS}coverPage"), None)
        preface = next(root.iter(f"{_NS}preface"), None)
        title = () if preface is None else self.title(preface)
        head = _masthead(cover, preface, root)
        composite = len(statements) > 1 or next(root.iter(f"{_NS}documentCollection"), None) is not None
        parts = tuple(self.part(statement, composite) for statement in statements)
        return finish(Resolution(head, title, parts, tuple(self.notes)))

    def title(self, preface: Any) -> Content:
        """The title as one line, its bold left to the template."""
        pieces: list[Inline] = []
        for paragraph in preface.iter(f"{_NS}p"):
            if paragraph.getparent() is not preface:
                continue
            pieces += self.inline(paragraph)
            pieces.append(Text(" "))
        return _without_bold(inline.tidy(pieces))

    def part(self, statement: Any, composite: bool) -> Part:
        preface = statement.find(f"{_NS}preface")
        label = ""
        title: Content = ()
        if composite and preface is not None:
            label = _text(preface.find(f".//{_NS}docNumber"))
            title = self.title(preface)
        formula: Content = ()
        rows: dict[Section, list[Rows]] = {Section.PREAMBLE: [], Section.OPERATIVE: []}
        for element in statement:
            if _name(element) == "preamble":
                for child in element:
                    if _name(child) == "formula":
                        formula = inline.tidy(self.inline(child))
                    else:
                        rows[Section.PREAMBLE] += self.rows(child)
            elif _name(element) == "mainBody":
                rows[Section.OPERATIVE] += self.rows(element)
        preamble = blocks(rows[Section.PREAMBLE], Section.PREAMBLE, self.names)
        operative = blocks(rows[Section.OPERATIVE], Section.OPERATIVE, self.names)
        meeting, adopted = _closing(statement.find(f"{_NS}conclusions"))
        annexes = tuple(self.annex(doc) for doc in statement.findall(f".//{_NS}attachments//{_NS}doc"))
        return Part(preamble, operative, annexes, label, title, formula, meeting, adopted)

    def annex(self, doc: Any) -> Annex:
        """An annex. Its label and title are the first headings; both may stand in one paragraph."""
        label = ""
        title: Content = ()
        rows: list[Rows] = []
        marked = False
        for child in doc.iterfind(f"{_NS}mainBody/*"):
            kind = child.find(f".//{_NS}docType")
            if kind is not None and not rows:
                marked = True
                label, title = _text(kind), _without_bold(inline.tidy(self.inline(child.find(f".//{_NS}docTitle"))))
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
        name = _name(element)
        if (name in _HEADINGS and element.get("refersTo") != "#preamble") or name == "num":
            yield from self.row(element, heading=True)
        elif name in _HEADINGS or name == "p":
            yield from self.row(element)
        elif name == "table":
            yield self.table(element)
        elif name in ("paragraph", "point", "item"):
            yield from self.numbered(element)
        elif name == "section" and _is_lettered(element):
            yield HeadingRow(_without_bold(inline.tidy([Text(f"{_text(element[0])} "), *self.inline(element[1])])))
            for child in element[2:]:
                yield from self.rows(child)
        elif name not in ("", "meta"):
            if (element.text or "").strip() and not len(element):
                yield Row((Text(element.text.strip()),))
            for child in element:
                yield from self.rows(child)
        if name == "section" and (element.tail or "").strip():
            yield Row((Text(_SPACE.sub(" ", element.tail).strip()),))

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
        label = _text(element.find(f"{_NS}num"))
        if _is_section(element, label):
            yield HeadingRow((Text(label),))
            label = ""
        heading = element.get("class") in _TITLE_CLASSES and not label
        own_depth = _nesting(element)
        first = True

        def walk(parent: Any) -> Iterator[Rows]:
            nonlocal first
            for child in parent:
                name = _name(child)
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
        for tr in table.iter(f"{_NS}tr"):
            cells = [td for td in tr if _name(td) in ("td", "th")]
            if cells and all(_name(td) == "th" for td in cells) and header == len(rows):
                header += 1
            rows.append(tuple(Cell(inline.tidy(self.inline(td)), _span(td)) for td in cells))
        return TableRows(tuple(rows), header)

    def inline(self, element: Any, italic: bool = False, bold: bool = False) -> list[Inline]:
        """The pieces of an element's text, its notes put aside."""
        if element is None:
            return []
        out: list[Inline] = [Text(element.text or "", italic, bold)]
        for child in element:
            name = _name(child)
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
        for paragraph in element.iter(f"{_NS}p"):
            content += [*self.inline(paragraph), Text(" ")]
        marker = element.get("marker", "")
        self.notes.append(Note(name, inline.tidy(content), number=int(marker) if marker.isdigit() else 0))
        self.by_marker[marker] = name
        return Callout(name)

    def superscript(self, element: Any, italic: bool, bold: bool) -> list[Inline]:
        """A superscript number repeats the indicator of a note already there (un-rules E3); others are characters."""
        text = "".join(element.itertext())
        if text.strip() in self.by_marker and element.get("class") != "superscript":
            return [Callout(self.by_marker[text.strip()])]
        return [Text(text, italic, bold, superscript=bool(text.strip()))]


def _span(cell: Any) -> int:
    span = cell.get("colspan", "1")
    return int(span) if span.isdigit() and 0 < int(span) < 100 else 1


def _is_section(element: Any, label: str) -> bool:
    """Whether a numbered paragraph is the head of a section: a numeral ("II", "A.") alone or with a heading."""
    if not NUMBER_ALONE.fullmatch(label):
        return False
    children = [_name(child) for child in element]
    return element.get("class") in _TITLE_CLASSES or children == ["num"] or not _HEADINGS.isdisjoint(children)


def _is_lettered(section: Any) -> bool:
    """Whether the number of a section stands on the line of its heading ("A. Cables")."""
    names = [_name(child) for child in section[:2]]
    return names == ["num", "heading"] and _text(section[0]).endswith(".")


def _nesting(element: Any) -> int | None:
    """The depth of a point inside nested lists; flat paragraphs do not know theirs."""
    if _name(element) == "paragraph":
        return None
    above = [_name(parent) for parent in element.iterancestors()]
    return max(1, above.count("list") + above.count("sublist") + above.count("blockList"))


def _all_bold(content: Content) -> bool:
    texts = [piece for piece in content if isinstance(piece, Text) and piece.text.strip()]
    return bool(texts) and all(piece.bold for piece in texts)


def _only_number(paragraph: Any) -> bool:
    """A section's numeral alone in a paragraph."""
    return len(paragraph) == 1 and _name(paragraph[0]) == "num" and not (paragraph.text or "").strip()


def _without_bold(content: Content) -> Content:
    return inline.join(Text(p.text, p.italic, False, p.superscript) if isinstance(p, Text) else p for p in content)


def _masthead(cover: Any, preface: Any, root: Any) -> Masthead:
    if cover is None:
        number = "" if preface is None else _text(preface.find(f".//{_NS}docNumber")).rstrip(".")
        day = next((d.get("date", "") for d in root.iter(f"{_NS}FRBRdate") if d.get("name") == "adoption"), "")
        return Masthead(symbol=f"A/RES/{number}" if number else "", session=_session(number), adopted=_written(day))
    inlines = [(e.get("name", ""), _text(e)) for e in cover.iter(f"{_NS}inline")]
    session = cover.find(f".//{_NS}session")
    title = cover.find(f".//{_NS}docTitle")
    line = _text(title)
    sponsors = () if title is None else tuple(_text(proponent) for proponent in title.iter(f"{_NS}docProponent"))
    basis = next((_text(e) for e in cover.iter(f"{_NS}docProponent") if e.getparent() is not title), "")
    organ = next((_text(a) for a in cover.iter(f"{_NS}docAuthority") if a.get("refersTo") == "#issuingBody"), "")
    adopted = line.rpartition(" on ")[2] if line.startswith("Resolution") else ""
    head = Masthead(
        organ=organ or "General Assembly",
        symbol=_text(cover.find(f".//{_NS}docNumber")),
        distribution=_text(cover.find(f".//{_NS}docStatus")).removeprefix("Distr.:").strip(),
        issued=_text(cover.find(f".//{_NS}docDate")),
        session=int(session.get("value", "0")) if session is not None and session.get("value", "").isdigit() else 0,
        original=next((text.removeprefix("Original:").strip() for name, text in inlines if name == "original language"), ""),
        committee=_text(cover.find(f".//{_NS}docCommittee")),
        agenda=_agenda(inlines),
        adopted=adopted,
        basis=basis.removeprefix("[").removesuffix("]"),
        sponsors=sponsors,
    )
    return replace(head, heading="" if line == proposal(head) else line)


def _agenda(inlines: list[tuple[str, str]]) -> tuple[AgendaItem, ...]:
    """The agenda items; a title belongs to the number before it, further titles stand alone."""
    items: list[AgendaItem] = []
    for name, text in inlines:
        if name == "agenda item" and text:
            items.append(AgendaItem(text.removeprefix("Agenda items").removeprefix("Agenda item").strip()))
        elif name == "agenda item name" and text:
            if items and not items[-1].title:
                items[-1] = replace(items[-1], title=text)
            else:
                items.append(AgendaItem("", text))
    return tuple(items)


def _session(number: str) -> int:
    head = number.partition("/")[0]
    return int(head) if head.isdigit() else 0


def _written(day: str) -> str:
    from datetime import date

    from draftkit.un import dates

    try:
        return dates.format(date.fromisoformat(day))
    except ValueError:
        return ""


def _closing(conclusions: Any) -> tuple[str, str]:
    """The meeting and the date under an adopted text (un-rules A7)."""
    if conclusions is None:
        return "", ""
    day = _text(conclusions.find(f".//{_NS}docDate"))
    whole = _SPACE.sub(" ", " ".join(" ".join(p.itertext()) for p in conclusions.iter(f"{_NS}p"))).strip()
    return whole.removesuffix(day).strip(), day
