"""The body of an official XML file -> printed rows: paragraphs with their labels, headings, tables, what cannot be read.

In: elements in printed order. Out: the rows that ``compose`` nests. What is not understood is kept: text in a strange place
as a paragraph, an unknown element as an ``OpaqueRow``, and a finding says where.

Example:
    >>> list(RowReader(Inlines(root)).rows(paragraph))  # <paragraph><num>1.</num><content><p>Urges ...
    [Row(content=(Text('Urges', italic=True), Text(' States to act;')), label='1.', depth=None, line=31)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from draftkit import inline
from draftkit.model import Callout, Cell, Content, Finding, Severity, Text
from draftkit.readers.akn import kinds
from draftkit.readers.akn.elements import NS, SPACE, line_of, local_name, text, whole_number
from draftkit.readers.akn.inlines import Inlines
from draftkit.readers.compose import NUMBER_ALONE, HeadingRow, OpaqueRow, Row, Rows, TableRows
from draftkit.readers.page.marks import without_bold

_TYPED_LABEL = re.compile(r"(\d{1,3}\.|\([a-z]{1,5}\))\s+(?=\S)")
_UNSIGNED = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_LONGEST_NUMBER = 30
_MOST_COLUMNS = 100


@dataclass(slots=True)
class RowReader:
    """Reads the blocks of one document; notes and findings are left with ``inlines``."""

    inlines: Inlines

    def rows(self, element: Any) -> Iterator[Rows]:
        """The printed rows of an element, in order."""
        name = local_name(element)
        if (name in kinds.HEADINGS and element.get("refersTo") != "#preamble") or name == "num":
            yield from self.row(element, heading=True)
        elif kinds.is_unread(element):
            kind = SPACE.sub(" ", element.get("class", "")).strip() or name
            yield OpaqueRow(self.inlines.content(element), kind, line_of(element))
        elif name in kinds.HEADINGS or (name in kinds.TEXTS and kinds.is_text(element)):
            yield from self.row(element)
        elif name == "table":
            yield from self.table(element)
        elif name == "img":
            yield self.image(element)
        elif name in kinds.NUMBERED:
            yield from self.numbered(element)
        elif name == "section" and kinds.is_lettered(element):
            label, callouts = self.number(element, element[0])
            said = inline.tidy([Text(f"{label} "), *self.inlines.pieces(element[1]), *callouts])
            yield HeadingRow(without_bold(said), line_of(element))
            yield from self.after()
            yield from self.children(element, 2)
        elif name not in ("", "meta"):
            yield from self.other(element, name)

    def children(self, element: Any, start: int = 0) -> Iterator[Rows]:
        """The rows of what stands in an element, from one of its children on."""
        if not start:
            yield from self.stray(element.text, element, element)
        for child in element[start:] if start else element:
            yield from self.rows(child)
            yield from self.stray(child.tail, child, element)

    def other(self, element: Any, name: str) -> Iterator[Rows]:
        """An element that is neither paragraph nor heading: the rows in it; its own text if there are none."""
        if kinds.holds_blocks(element):
            yield from self.children(element)
        elif name in kinds.CONTAINERS or name in kinds.LISTS:
            yield from self.row(element)
        elif content := self.inlines.content(element):
            yield OpaqueRow(content, name, line_of(element))
            yield from self.after()
            self.find(element, f"<{name}> is not known; its text was kept as it is")

    def stray(self, said: str | None, near: Any, parent: Any) -> Iterator[Row]:
        """Text outside of any paragraph."""
        if said and not said.isspace():
            yield Row((Text(SPACE.sub(" ", said).strip(" ")),), line=line_of(near))
            self.find(near, f"text outside of a paragraph, in <{local_name(parent)}>, was read as one")

    def leave_out(self, frame: Any) -> None:
        """Say what is lost: the text of a frame that holds whole documents, between which nothing is printed."""
        for said in (frame.text, *(child.tail for child in frame)):
            if said and not said.isspace():
                self.find(frame, f'text in <{local_name(frame)}> was left out: "{SPACE.sub(" ", said).strip()}"')

    def find(self, element: Any, message: str) -> None:
        self.inlines.findings.append(Finding("unread-block", Severity.WARNING, message, line=line_of(element)))

    def row(self, element: Any, *, heading: bool = False, label: str = "", depth: int | None = None) -> Iterator[Rows]:
        """An element as one printed paragraph or heading, and what is printed after it."""
        content = self.inlines.content(element)
        if content:
            yield self.printed_row(content, element, heading=heading, label=label, depth=depth)
        yield from self.after()

    def printed_row(self, content: Content, element: Any, *, heading: bool, label: str, depth: int | None) -> Rows:
        line = line_of(element)
        if heading or (not label and _all_bold(content)) or kinds.only_number(element):
            return HeadingRow(without_bold(content), line)
        if not label and isinstance(content[0], Text) and (typed := _TYPED_LABEL.match(content[0].text)):
            label = typed[1]
            content = inline.tidy((replace(content[0], text=content[0].text[typed.end() :]), *content[1:]))
        return Row(content, label, depth, line)

    def after(self) -> Iterator[Rows]:
        """What stood in the text just read and is printed after it."""
        while self.inlines.set_after:
            yield from self.rows(self.inlines.set_after.popleft())

    def image(self, element: Any) -> OpaqueRow:
        alt = SPACE.sub(" ", element.get("alt", "")).strip()
        said = f"[image: {alt}]" if alt else "[image]"
        self.find(element, f'an image cannot be read; "{said}" stands for it')
        return OpaqueRow((Text(said),), "image", line_of(element))

    def numbered(self, element: Any) -> Iterator[Rows]:
        """A paragraph, point or item: its number goes to its first text, the rest of it has none."""
        num = element.find(f"{NS}num")
        label, callouts = self.number(element, num)
        if kinds.is_section(element, label):
            yield HeadingRow((Text(label), *callouts), line_of(element))
            label, callouts = "", ()
        heading = element.get("class") in kinds.TITLE_CLASSES and not label
        own_depth = kinds.nesting(element)
        first = True

        def walk(parent: Any) -> Iterator[Rows]:
            nonlocal first
            yield from self.stray(parent.text, parent, parent)
            for child in parent:
                name = local_name(child)
                if kinds.is_unread(child):
                    yield from self.rows(child)
                elif name in kinds.HEADINGS and first and label:
                    yield self.labelled_heading(label, callouts, child)
                    yield from self.after()
                    first = False
                elif name in kinds.WORDED and kinds.is_text(child):
                    given = label if first else ""
                    for row in self.row(child, heading=heading, label=given, depth=own_depth if first else None):
                        if first and isinstance(row, Row):
                            row = _numbered(row, callouts)
                        elif isinstance(row, Row):
                            row = replace(row, depth=row.depth if row.label or row.depth is not None else own_depth)
                        yield row
                        first = False
                elif name in kinds.WORDED:
                    yield from walk(child)
                elif child is not num:
                    yield from self.rows(child)
                yield from self.stray(child.tail, child, parent)

        if len(element):
            yield from walk(element)
        else:
            yield from self.row(element, depth=own_depth)
        if first and (label or callouts):
            yield _numbered(Row((), label, own_depth, line_of(element)), callouts)

    def number(self, element: Any, num: Any) -> tuple[str, Content]:
        """The number of a paragraph, and the notes called in it."""
        if num is None:
            return SPACE.sub(" ", element.get("value", "")).strip() if local_name(element) == "li" else "", ()
        content = self.inlines.content(num) if len(num) else ()
        label = inline.plain(content).strip() if content else text(num)
        return label, tuple(piece for piece in content if isinstance(piece, Callout))

    def labelled_heading(self, label: str, callouts: Content, heading: Any) -> HeadingRow:
        """A number and its heading on one line; some files repeat the number in the heading."""
        said = self.inlines.content(heading)
        is_number = NUMBER_ALONE.fullmatch(label) or not _UNSIGNED.fullmatch(label)
        whole = said if is_number and inline.plain(said).startswith(f"{label} ") else (Text(f"{label} "), *said)
        return HeadingRow(without_bold(inline.join((*whole, *callouts))), line_of(heading))

    def table(self, table: Any) -> Iterator[Rows]:
        """A table, its caption before it, and after it what does not belong in one."""
        rows: list[tuple[Cell, ...]] = []
        header = 0
        for tr in kinds.table_rows(table):
            cells = [td for td in tr if local_name(td) in kinds.CELLS]
            if cells and header == len(rows) and (local_name(tr.getparent()) == "thead" or _is_head(cells)):
                header += 1
            rows.append(tuple(Cell(self.inlines.flat(td), _span(td)) for td in cells))
        for child in table.iterchildren(f"{NS}caption"):
            yield from self.row(child)
        yield TableRows(tuple(rows), header, line_of(table))
        yield from self.after()
        yield from self.out_of_place(table)

    def out_of_place(self, frame: Any) -> Iterator[Rows]:
        """What stands in a table but in none of its cells."""
        yield from self.stray(frame.text, frame, frame)
        for child in frame:
            name = local_name(child)
            if name == "tr" or name in kinds.ROW_GROUPS:
                yield from self.out_of_place(child)
            elif not kinds.is_in_place(name, local_name(frame)):
                yield from self.rows(child)
            yield from self.stray(child.tail, child, frame)


def _numbered(row: Row, callouts: Content) -> Row:
    """A row with the notes called in its number; a number without period or brackets is part of its text."""
    if row.label and (_UNSIGNED.fullmatch(row.label) or len(row.label) > _LONGEST_NUMBER):
        return replace(row, label="", content=inline.tidy((Text(f"{row.label} "), *callouts, *row.content)))
    return replace(row, content=(*callouts, *row.content)) if callouts else row


def _is_head(cells: list[Any]) -> bool:
    return all(local_name(td) == "th" for td in cells)


def _span(cell: Any) -> int:
    span = whole_number(cell.get("colspan"))
    return span if 0 < span < _MOST_COLUMNS else 1


def _all_bold(content: Content) -> bool:
    texts = [piece for piece in content if isinstance(piece, Text) and piece.text.strip()]
    return bool(texts) and all(piece.bold for piece in texts)
