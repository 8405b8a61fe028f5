"""Official resolutions in Akoma Ntoso for the United Nations (AKN4UN XML) -> the model.

The files are unofficial copies made by machine from Word files, so one thing is marked up in many ways: subparagraphs
nested or flat, headings as subheadings or as bold paragraphs, repeated note indicators as plain superscripts. What is
read is what the page shows; what is not understood is kept, and a finding says on which line of the file it stands.

Source: "AKN4UN guidelines, part 3: modelling of General Assembly resolutions"; Akoma Ntoso 3.0 (OASIS LegalDocML).

Example:
    >>> read(Path("A_RES_79_124.xml").read_bytes(), "A_RES_79_124.xml").resolution.masthead.symbol
    'A/RES/79/124'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit import inline
from draftkit.errors import Unreadable
from draftkit.model import Annex, Callout, Content, Inline, Part, Resolution, Text
from draftkit.readers import Reading
from draftkit.readers.akn.elements import NS, line_of, local_name, parse, text
from draftkit.readers.akn.front import closing, masthead
from draftkit.readers.akn.inlines import Inlines
from draftkit.readers.akn.rows import RowReader
from draftkit.readers.compose import NUMBER_ALONE, HeadingRow, Row, Rows, blocks
from draftkit.readers.finish import finish
from draftkit.readers.naming import Names
from draftkit.readers.page.forms import is_annex
from draftkit.readers.page.marks import without_bold
from draftkit.tree import Section
from draftkit.un.symbols import resolution_number

_FRAME = frozenset({"meta", "coverPage", "preface", "attachments", ""})
"""Children of a statement that are read by themselves."""
_ANNEX_WORD = "Annex"
_PARTICIPLE = re.compile(r"[A-Z][a-z]+ing\b")
_LETTERED_NUMBER = re.compile(r"(\d+/\d+)\s+([A-Z])\.?")


def read(data: bytes, name: str) -> Reading:
    """Read one document. ``Reading.lines`` are lines of the file.

    Raises:
        Unreadable: not well-formed, not Akoma Ntoso, nested too deep, or without a resolution in it.
    """
    root = parse(data, name)
    statements = list(root.iter(f"{NS}statement"))
    if not statements:
        raise Unreadable("no resolution in this XML file", name, "give an Akoma Ntoso file of the United Nations")
    return _Reader(Inlines(root)).document(root, statements)


@dataclass(slots=True)
class _Reader:
    """What is gathered while one document is read."""

    inlines: Inlines
    names: Names = field(default_factory=Names)

    def document(self, root: Any, statements: list[Any]) -> Reading:
        cover = next(root.iter(f"{NS}coverPage"), None)
        preface = next(root.iter(f"{NS}preface"), None)
        head = masthead(cover, preface, root)
        title = self.title(preface, resolution_number(head.symbol))
        composite = len(statements) > 1 or next(root.iter(f"{NS}documentCollection"), None) is not None
        parts = tuple(self.part(statement, composite, own_preface=preface) for statement in statements)
        reading = finish(Resolution(head, title, parts, tuple(self.inlines.notes)))
        return replace(reading, findings=(*self.inlines.findings, *reading.findings), lines=self.names.lines)

    def title(self, preface: Any, derived: str | None = None) -> Content:
        """The title as one line, its bold left to the template.

        The number in front is left out if it follows from the symbol (``derived``); that of a component always is.
        """
        pieces: list[Inline] = []
        numbers = [] if preface is None else list(preface.iter(f"{NS}docNumber"))
        for paragraph in () if preface is None else preface:
            pieces.append(Text(paragraph.text or ""))
            for child in paragraph:
                if local_name(child) == "docNumber":
                    said = text(child)
                    if child is not numbers[0] or derived is None or _numeral(said)[0] == derived:
                        said = ""
                    pieces.append(Text(f" {said} {child.tail or ''}"))
                else:
                    self.inlines.add(pieces, child)
            pieces.append(Text(f" {paragraph.tail or ''} "))
        content = inline.tidy(pieces)
        return without_bold(_close_up(content) if len(numbers) > 1 else content)

    def part(self, statement: Any, composite: bool, own_preface: Any) -> Part:
        preface = statement.find(f"{NS}preface")
        is_component = composite and preface is not own_preface
        label = _part_label(preface, is_component)
        title = self.title(preface) if is_component else ()
        formula, rows = self.body(statement)
        above, below = _parted(rows[Section.PREAMBLE], rows[Section.OPERATIVE])
        preamble = blocks(above, Section.PREAMBLE, self.names)
        operative = blocks(below, Section.OPERATIVE, self.names)
        meeting, adopted = closing(statement.find(f"{NS}conclusions"))
        annexes = tuple(annex for doc in self.attached(statement) for annex in self.annexes(doc))
        return Part(preamble, operative, annexes, label, title, formula, meeting, adopted)

    def body(self, statement: Any) -> tuple[Content, dict[Section, list[Rows]]]:
        """The organ's line, and the rows of the preamble and of the operative part."""
        formula: Content = ()
        rows: dict[Section, list[Rows]] = {Section.PREAMBLE: [], Section.OPERATIVE: []}
        reader = RowReader(self.inlines)
        first_conclusions = statement.find(f"{NS}conclusions")
        rows[Section.PREAMBLE] += reader.stray(statement.text, statement, statement)
        for element in statement:
            name = local_name(element)
            if name == "preamble":
                rows[Section.PREAMBLE] += reader.stray(element.text, element, element)
                for child in element:
                    if local_name(child) == "formula" and not formula:
                        formula = self.inlines.content(child)
                        rows[Section.PREAMBLE] += reader.after()
                    else:
                        rows[Section.PREAMBLE] += reader.rows(child)
                    rows[Section.PREAMBLE] += reader.stray(child.tail, child, element)
            elif name not in _FRAME and element is not first_conclusions:
                rows[Section.OPERATIVE] += reader.rows(element)
            rows[Section.OPERATIVE] += reader.stray(element.tail, element, statement)
        rows[Section.OPERATIVE] += reader.after()
        return formula, rows

    def attached(self, statement: Any) -> Iterator[Any]:
        """The documents attached to a statement, also those attached to them."""
        reader = RowReader(self.inlines)
        for attachments in statement.iter(f"{NS}attachments"):
            reader.leave_out(attachments)
            for attachment in attachments:
                is_frame = local_name(attachment) == "attachment"
                if is_frame:
                    reader.leave_out(attachment)
                for doc in attachment if is_frame else (attachment,):
                    if local_name(doc) == "documentRef":
                        reader.find(doc, f'the attachment "{doc.get("showAs", "")}" is not in this file')
                    elif local_name(doc) not in ("", "meta", "statement"):
                        yield doc

    def annexes(self, doc: Any) -> Iterator[Annex]:
        """The annex of an element, and those that follow it in the same element ("Annex II")."""
        label: str | None = None
        title: Content = ()
        rows: list[Rows] = []
        reader = RowReader(self.inlines)
        rows += reader.stray(doc.text, doc, doc)
        for part in doc:
            if local_name(part) in ("meta", "attachments", ""):
                rows += reader.stray(part.tail, part, doc)
                continue
            rows += reader.stray(part.text, part, part)
            for child in part:
                kind = child.find(f".//{NS}docType")
                if kind is not None and not rows and label is None:
                    label, title = text(kind), without_bold(self.inlines.content(child.find(f".//{NS}docTitle")))
                elif local_name(part) == "preface":
                    rows += reader.row(child, heading=True)
                else:
                    rows += reader.rows(child)
                rows += reader.stray(child.tail, child, part)
            rows += reader.stray(part.tail, part, doc)
        starts = [at for at, row in enumerate(rows) if at and _is_annex_label(row)]
        for at, end in zip([0, *starts], [*starts, len(rows)], strict=True):
            yield self.annex(rows[at:end], None if at else label, title, line_of(doc))

    def annex(self, rows: Sequence[Rows], label: str | None, title: Content, line: int) -> Annex:
        """An annex; where its label is not marked, label and title are the first headings."""
        name = self.names.paragraph("annex", line=getattr(rows[0], "line", line) if rows else line)
        if label is None:
            label, title, rows = _headed(rows)
        return Annex(name, label, title, blocks(rows, Section.ANNEX, self.names))


def _part_label(preface: Any, is_component: bool) -> str:
    """The letter of a part; of one that came out by itself, what stands after the title or in the number ("78/183 A.")."""
    numbers = [] if preface is None else [text(number) for number in preface.iter(f"{NS}docNumber")]
    if is_component or not numbers:
        return " ".join(numbers[:1])
    return " ".join(filter(None, (_numeral(numbers[0])[1], *numbers[1:])))


def _numeral(number: str) -> tuple[str, str]:
    """The number before a title and the letter of the part: "78/183 A." is ("78/183", "A")."""
    lettered = _LETTERED_NUMBER.fullmatch(number)
    return (lettered[1], lettered[2]) if lettered else (number.rstrip("."), "")


def _parted(preamble: Sequence[Rows], operative: Sequence[Rows]) -> tuple[Sequence[Rows], Sequence[Rows]]:
    """Preamble and operative part; some files have the last preambular paragraphs at the head of the main body."""
    end = 0
    while end < len(operative) and _is_preambular(operative[end]):
        end += 1
    return (*preamble, *operative[:end]), operative[end:]


def _is_preambular(row: Rows) -> bool:
    """Whether a paragraph without number opens with a participle in italics and ends in a comma (un-rules B1, B2)."""
    first = row.content[0] if isinstance(row, Row) and row.content and not row.label else None
    if not isinstance(first, Text) or not first.italic or not isinstance(row, Row):
        return False
    return bool(_PARTICIPLE.match(first.text)) and inline.plain(row.content).rstrip().endswith(",")


def _close_up(content: Content) -> Content:
    """A title without the blank that the number of its part leaves before a callout."""
    if len(content) > 1 and isinstance(content[-1], Callout) and isinstance(content[-2], Text):
        return inline.join((*content[:-2], replace(content[-2], text=content[-2].text.rstrip(" ")), content[-1]))
    return content


def _is_annex_label(row: Rows) -> bool:
    return isinstance(row, HeadingRow) and is_annex(said := inline.plain(row.content)) and said.startswith(f"{_ANNEX_WORD} ")


def _headed(rows: Sequence[Rows]) -> tuple[str, Content, Sequence[Rows]]:
    """Label, title and the rows after them; the label is missing in some files."""
    headings = [row.content for row in rows[:2] if isinstance(row, HeadingRow)]
    if not headings or not isinstance(rows[0], HeadingRow):
        return "", (), rows
    if len(headings) > 1 and NUMBER_ALONE.fullmatch(inline.plain(headings[1])):
        headings.pop()  # a section's number: the annex has no title
    said = inline.plain(headings[0])
    if said.startswith(_ANNEX_WORD):
        return said, headings[1] if len(headings) > 1 else (), rows[len(headings) :]
    return ("", (), rows) if NUMBER_ALONE.fullmatch(said) else ("", headings[0], rows[1:])
