"""From a flat run of printed paragraphs to the blocks of the model: what every reader has in common.

In: paragraphs, headings and tables in printed order, each with the label it was printed with. Out: subparagraphs under
their paragraphs (the sequence of labels decides, un-rules A10), names given, labels that follow from the place left out.

Example:
    >>> blocks([Row((Text("Requests:"),), "3."), Row((Text("All States ...;"),), "(a)")], Section.OPERATIVE, Names())
    (Paragraph(id='requests', content=..., items=(Paragraph(id='requests-2', ...),), label='3.'),)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from draftkit import inline
from draftkit.assemble.numbers import elide
from draftkit.model import Block, Callout, Cell, Content, Heading, Item, Opaque, Paragraph, Scheme, Table, Text
from draftkit.readers.naming import Names
from draftkit.tree import Section
from draftkit.un.labels import depth, from_roman

_NUMBER = re.compile(r"\d+(?:[ \u00a0](?:bis|ter|quater))?\.")
NUMBER_ALONE = re.compile(r"[IVXL]+\.?|[A-Z]\.?")
"""The number of a section without its heading."""

_LETTERED = re.compile(r"([A-Z]|[IVXL]+)\.\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as printed: its label ("3.", "(a)" or ""), and its depth where the source knows it."""

    content: Content
    label: str = ""
    depth: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading as printed, its number still in front, or a section number alone on its line.

    ``number_line``: where its number stands alone, once it is joined to its heading.
    """

    content: Content
    line: int = 0
    number_line: int = 0


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table; ``lines`` has the place of each of its rows, where the source knows them."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    line: int = 0
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OpaqueRow:
    """What the reader could not read; ``content`` is what stands for it, ``kind`` what it is."""

    content: Content
    kind: str
    line: int = 0


Rows = Row | HeadingRow | TableRows | OpaqueRow
"""``line`` is where each stands in its file (see ``Reading.lines``); 0 if the reader does not know."""


@dataclass(slots=True)
class _Open:
    """A paragraph that may still be given items."""

    row: Row
    items: list[_Open | TableRows | OpaqueRow] = field(default_factory=list)


def blocks(rows: Iterable[Rows], section: Section, names: Names) -> tuple[Block, ...]:
    """The blocks of one list (preamble, operative part or annex)."""
    out: list[Block] = []
    schemes = _Schemes()
    for entry in _nest(_joined_headings(rows)):
        if isinstance(entry, HeadingRow):
            out.append(_heading(entry, names, schemes))
        else:
            out.append(_block(entry, names, ""))
    return elide(tuple(out), section)


def _joined_headings(rows: Iterable[Rows]) -> Iterable[Rows]:
    """A number alone on its line becomes the number of the heading that follows it (un-rules A11)."""
    waiting: HeadingRow | None = None
    for row in rows:
        if waiting:
            if isinstance(row, HeadingRow) and not NUMBER_ALONE.fullmatch(inline.plain(row.content)):
                joined = _joined(inline.plain(waiting.content), (*row.content, *_callouts(waiting.content)))
                yield replace(joined, line=row.line, number_line=waiting.line)
                waiting = None
                continue
            yield waiting
            waiting = None
        if isinstance(row, HeadingRow) and NUMBER_ALONE.fullmatch(inline.plain(row.content)):
            waiting = row
            continue
        yield row
    if waiting:
        yield waiting


def _callouts(content: Content) -> Content:
    return tuple(piece for piece in content if isinstance(piece, Callout))


def _joined(number: str, heading: Content) -> HeadingRow:
    """A number and its heading, parted by a line end; some files repeat the number in it, or put its period there."""
    said = inline.plain(heading)
    cut = len(number) if re.match(rf"{re.escape(number)}\s", said) else 0
    if said.startswith("."):
        number, cut = f"{number.rstrip('.')}.", 1
    first = heading[0]
    if cut and isinstance(first, Text) and len(first.text) >= cut:
        heading = inline.tidy((Text(first.text[cut:], first.italic, first.bold, first.superscript), *heading[1:]))
    return HeadingRow((Text(number), Text("\n"), *heading))


def _nest(rows: Iterable[Rows]) -> list[_Open | HeadingRow | TableRows | OpaqueRow]:
    out: list[_Open | HeadingRow | TableRows | OpaqueRow] = []
    stack: list[_Open] = []  # the open paragraph and its open items
    before = ""
    listed = list(rows)
    for here, row in enumerate(listed):
        if isinstance(row, HeadingRow):
            stack = []
            out.append(row)
        elif isinstance(row, TableRows | OpaqueRow):
            if stack and (len(stack) > 1 or _is_item(listed[here + 1 : here + 2])):
                stack[-1].items.append(row)
            else:
                stack = []
                out.append(row)
        else:
            at = _depth(row, stack, before)
            before = inline.plain(row.content).rstrip()
            entry = _Open(row)
            if at:
                stack[at - 1].items.append(entry)
            else:
                out.append(entry)
            stack = [*stack[:at], entry]
    return out


def _is_item(following: Sequence[Rows]) -> bool:
    """Whether what follows a table goes on with the subparagraphs of the paragraph before it."""
    return any(isinstance(row, Row) and (row.depth or row.label.startswith("(")) for row in following)


def _depth(row: Row, stack: Sequence[_Open], before: str) -> int:
    if row.depth is not None:
        return min(row.depth, len(stack))
    if not row.label or not stack or _NUMBER.fullmatch(row.label):
        return 0
    labels = tuple(entry.row.label for entry in stack)
    above = 1 if labels[0].startswith("(") else 0  # a row of subparagraphs that a heading has cut off from its paragraph
    found = depth(row.label, ("",) * above + labels, after_colon=before.endswith(":"))
    return max(1, len(stack) - 1) if found is None else max(0, found - above)


def _block(entry: _Open | TableRows | OpaqueRow, names: Names, under: str) -> Item:
    """The block of an entry; the name of an item begins with the verb of the paragraph that it stands under."""
    if isinstance(entry, TableRows):
        name = names.paragraph("table", line=entry.line)
        names.place({f"{name}.{at}": line for at, line in enumerate(entry.lines)})
        return Table(name, entry.rows, entry.header)
    if isinstance(entry, OpaqueRow):
        name = names.paragraph(f"{entry.kind} {inline.plain(entry.content)}", "unread", entry.line)
        return Opaque(name, entry.content, entry.kind)
    text = inline.plain(entry.row.content)
    name = names.paragraph(f"{under} {text}", "item" if under else "paragraph", entry.row.line)
    verb = name.partition("-")[0]
    items = tuple(_block(item, names, verb) for item in entry.items)
    return Paragraph(name, entry.row.content, items, entry.row.label)


def _heading(row: HeadingRow, names: Names, schemes: _Schemes) -> Heading:
    content = row.content
    first = content[0].text if content and isinstance(content[0], Text) else ""
    label = ""
    if len(content) > 1 and content[1] == Text("\n"):
        label, content = inline.plain(content[:1]), content[2:]
    elif match := _LETTERED.match(first):
        label, content = f"{match[1]}.", inline.join((Text(first[match.end() :]), *content[1:]))
    elif NUMBER_ALONE.fullmatch(inline.plain(content)):
        label, content = inline.plain(content), _callouts(content)
    scheme = schemes.of(label.rstrip(".")) if label else Scheme.NONE
    name = names.paragraph(f"section {inline.plain(content)}", "section", row.line)
    if row.number_line or not content:
        names.place({f"{name}.number": row.number_line or row.line})
    return Heading(name, content, scheme, label)


@dataclass(slots=True)
class _Schemes:
    """How far the headings of a list have counted: "C" after "B" is a letter, "V" after "IV" a numeral."""

    numeral: int = 0
    letter: int = 0

    def of(self, number: str) -> Scheme:
        value = from_roman(number)
        place = ord(number) - ord("A") + 1 if len(number) == 1 else 0
        next_letter = place > 1 and place == self.letter + 1
        if value and (not place or value == self.numeral + 1) and not next_letter:
            self.numeral, self.letter = value, 0
            return Scheme.ROMAN
        self.letter = place
        return Scheme.LETTER
