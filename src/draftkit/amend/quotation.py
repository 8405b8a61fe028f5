"""What stands in quotation marks in an amendment document, as the paragraph, heading or table that it is.

Example:
    >>> thing(Quotation((Line(parse("*Requests*:")), Line(parse("(a) All States to report;")))), kind, names, brought)
    Paragraph('requests', (Text('Requests', italic=True), Text(':')), (Paragraph('requests-report', ...),))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from draftkit import inline
from draftkit.amend.amendments import Side
from draftkit.amend.atoms import atoms, content_of
from draftkit.amend.speech import depth_of
from draftkit.model import Cell, Content, Heading, Item, Paragraph, Scheme, Table
from draftkit.roll.merge.forest import Forest
from draftkit.un.labels import LABEL, depth, label

if TYPE_CHECKING:
    from draftkit.amend.reading import Line, Naming

_OWN_NUMBERS = {
    "operative paragraph": re.compile(r"\d{1,3}(?: (?:bis|ter|quater|quinquies))?\. "),
    "subparagraph": re.compile(r"\((?:[a-z]{1,2}|[ivxl]{1,6})\) "),
    "lettered heading": re.compile(r"[A-Z]\. "),
}
"""What a number looks like that a new thing brings along, because it does not follow from its place."""
_SCHEMES = {"section heading": Scheme.ROMAN, "lettered heading": Scheme.LETTER, "heading": Scheme.NONE}
_AT_START = re.compile(rf"({LABEL.pattern}) ")
Brought = Callable[[Content], Content]


class _Block(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Quotation:
    """The lines of one quotation, without its quotation marks."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a quotation is: its name, and how deep its first paragraph stands."""

    name: str
    depth: int = 0
    unnumbered: bool = False

    @classmethod
    def of(cls, name: str, to: tuple[Side, str], forest: Forest, *, unnumbered: bool = False) -> Kind:
        name = name.replace(" begin ", " begins ")
        head, that, rest = name.partition(" that ")
        head = head.removesuffix("s") if head != "annexes" else "annex"
        side, anchor = to
        home = anchor if side is Side.UNDER else forest.homes.get(anchor, "")
        return cls(head + that + rest, depth_of(home, forest), unnumbered)

    @property
    def is_table(self) -> bool:
        return self.name == "table"

    @property
    def is_annex(self) -> bool:
        return self.name == "annex"


def thing(quoted: Quotation, kind: Kind, naming: Naming, brought: Brought) -> Paragraph | Heading | Table | None:
    """The thing that is quoted; ``None`` for what cannot be read from a document: annexes and parts."""
    head, _, anew = kind.name.partition(" that ")
    if kind.is_table:
        return _table(quoted.lines, naming, brought)
    if head in _SCHEMES:
        number, first = _parted(quoted.lines[0].content, head)
        content = brought(first)
        name = naming.paragraph(f"section {inline.plain(content)}")
        return Heading(name, content, _SCHEMES[head], number, bool(anew))
    if head.endswith("paragraph"):
        return _paragraph(quoted.lines, kind, naming, brought)
    return None


def _table(lines: Sequence[Line], naming: Naming, brought: Brought) -> Table:
    rows = tuple(tuple(Cell(brought(cell)) for cell in (line.cells or (line.content,))) for line in lines)
    return Table(naming.paragraph("table"), rows)


def _paragraph(lines: Sequence[Line], kind: Kind, naming: Naming, brought: Brought) -> Paragraph:
    own, first = _parted(lines[0].content, kind.name)
    number = own or ("" if kind.unnumbered else None)
    content = brought(first)
    top = Paragraph(naming.paragraph(inline.plain(content)), content, label=number)
    verb = top.id.partition("-")[0]
    rows: list[tuple[int, Item, str]] = []
    open_labels = ("1.", *(label(at, 1) for at in range(1, kind.depth + 1)))
    for line in lines[1:]:
        if line.cells:
            _row(rows, line, naming, brought, len(open_labels))
            continue
        match = _AT_START.match(inline.flat(line.content))
        announced = inline.plain(rows[-1][1].content if rows and isinstance(rows[-1][1], Paragraph) else top.content)
        at = depth(match[1], open_labels, after_colon=announced.endswith(":")) if match else None
        said = content_of(atoms(line.content)[match.end() :]) if match and at is not None else line.content
        content = brought(said)
        item = Paragraph(naming.paragraph(f"{verb} {inline.plain(content)}"), content)
        if match and at is not None:
            open_labels = (*open_labels[:at], match[1])
            rows.append((at, item, match[1]))
        else:
            rows.append((max(len(open_labels) - 1, kind.depth + 1), item, ""))
    return replace(top, items=_nested(rows, kind.depth + 1)[0])


def _parted(content: Content, kind: str) -> tuple[str | None, Content]:
    """The number that a new thing brings along, ``None`` for none, and its words."""
    pattern = _OWN_NUMBERS.get(kind)
    own = pattern.match(inline.flat(content)) if pattern else None
    return (own[0].strip(), content_of(atoms(content)[own.end() :])) if own else (None, content)


def _row(rows: list[tuple[int, Item, str]], line: Line, naming: Naming, brought: Brought, at: int) -> None:
    """A row of a table that stands among subparagraphs."""
    cells = tuple(Cell(brought(cell)) for cell in line.cells)
    if rows and isinstance(rows[-1][1], Table):
        table = rows[-1][1]
        rows[-1] = (rows[-1][0], replace(table, rows=(*table.rows, cells)), "")
    else:
        rows.append((at, Table(naming.paragraph("table"), (cells,)), ""))


def _nested(rows: Sequence[tuple[int, Item, str]], at: int) -> tuple[tuple[Item, ...], int]:
    """The items of a depth, each with those under it; and how many rows they take."""
    out: list[Item] = []
    done = count = 0
    while done < len(rows) and rows[done][0] >= at:
        _, item, printed = rows[done]
        done += 1
        below, taken = _nested(rows[done:], at + 1)
        done += taken
        if isinstance(item, Paragraph):
            count += bool(printed)
            derived = printed == label(at, count)
            item = replace(item, items=below, label=None if derived else printed)
        out.append(item)
    return tuple(out), done


__all__ = ["Kind", "Quotation", "thing"]
