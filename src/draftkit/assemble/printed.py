"""What a resolution says on the page: its lines in order, with numbers, references and note indicators worked out.

Everything that shows a text (writers, comparison, checks) reads this one derivation.

Example:
    >>> [line.number + " " + line.text for line in printed(resolution).lines if line.role is Role.OPERATIVE]
    ['1. Urges States to observe paragraph 2 below;', ...]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from draftkit.assemble import numbers
from draftkit.assemble.references import printed_form
from draftkit.model import (
    Annex,
    Block,
    Callout,
    ClauseEntry,
    Content,
    Heading,
    Masthead,
    Opaque,
    Part,
    Ref,
    Resolution,
    Table,
    Text,
)
from draftkit.tree import contents
from draftkit.un.sessions import capitalized
from draftkit.un.symbols import resolution_number


class Role(StrEnum):
    """What a line is; the template has a style for each."""

    PUBLISHER = "publisher"
    SYMBOL = "symbol"
    ORGAN = "organ"
    DISTRIBUTION = "distribution"
    ISSUED = "issued"
    ORIGINAL = "original"
    SESSION = "session"
    COMMITTEE = "committee"
    AGENDA_ITEM = "agenda-item"
    AGENDA_TITLE = "agenda-title"
    PROPOSAL = "proposal"  # "Resolution adopted by ..." or the sponsors' line
    BASIS = "basis"
    OTHER = "other"  # a line of the masthead of no known form
    TITLE = "title"
    PART_LABEL = "part-label"
    PART_TITLE = "part-title"
    FORMULA = "formula"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ITEM = "item"
    SECTION_NUMBER = "section-number"
    SECTION_HEADING = "section-heading"
    ROW = "row"
    MEETING = "meeting"
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"
    ANNEX_PARAGRAPH = "annex-paragraph"
    OPAQUE = "opaque"  # what a reader could not read


UNKNOWN = "?"
"""What stands for the number of a note that has none."""

MASTHEAD = frozenset(list(Role)[: list(Role).index(Role.TITLE) + 1])
"""The roles of the head of the first page, the title with them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one format. A reference has its target's id in ``ref``; a callout the note's id in ``note``.

    ``repeated``: a further callout of a note already called, which shows the same number again (un-rules E3).
    """

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    ref: str = ""
    note: str = ""
    repeated: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed paragraph, or one row of a table (then ``cells`` and ``spans`` hold it, and ``runs`` is empty).

    ``key`` is the id of the block, or a name ("masthead.symbol"); ``number`` stands before the text ("3.", "79/124.").
    """

    key: str
    role: Role
    runs: Runs = ()
    number: str = ""
    depth: int = 0
    cells: tuple[Runs, ...] = ()
    spans: tuple[int, ...] = ()
    head: bool = False

    @property
    def text(self) -> str:
        """The characters alone, without number and callouts; cells joined by " | "."""
        return " | ".join(characters(cell) for cell in self.cells) if self.cells else characters(self.runs)


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote as printed: its number, and the note's id."""

    number: int
    id: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as printed."""

    lines: tuple[Line, ...]
    notes: tuple[PrintedNote, ...] = field(default=())


def characters(runs: Runs) -> str:
    """The characters of runs, callouts left out."""
    return "".join(run.text for run in runs if not run.note)


def printed(resolution: Resolution) -> Printed:
    """Work out every line of a text. References to paragraphs that are gone print as "[[id]]"."""
    setter = _Setter(resolution)
    lines = tuple(setter.lines())
    return Printed(lines, setter.notes())


class _Setter:
    """Sets one resolution: the labels and paths of its paragraphs, and the notes called so far."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.labels = numbers.labels(resolution)
        self.paths = numbers.paths(resolution, self.labels)
        self.note_numbers = note_numbers(resolution)
        self.called: set[str] = set()

    def lines(self) -> Iterator[Line]:
        yield from masthead_lines(self.resolution.masthead)
        number = resolution_number(self.resolution.masthead.symbol)
        if number or self.resolution.title:
            yield Line("masthead.title", Role.TITLE, self.runs("", self.resolution.title), f"{number}." if number else "")
        for at, part in enumerate(self.resolution.parts):
            yield from self.part(part, at)

    def part(self, part: Part, at: int) -> Iterator[Line]:
        if part.label:
            yield Line(f"part.{at}.label", Role.PART_LABEL, (Run(part.label),))
        if part.title:
            yield Line(f"part.{at}.title", Role.PART_TITLE, self.runs("", part.title))
        formula = enacting_formula(self.resolution.masthead.organ, part)
        if formula:
            yield Line(f"part.{at}.formula", Role.FORMULA, self.runs("", formula))
        for block in part.preamble:
            yield from self.block(block, Role.PREAMBULAR)
        for block in part.operative:
            yield from self.block(block, Role.OPERATIVE)
        if part.meeting:
            yield Line(f"part.{at}.meeting", Role.MEETING, (Run(part.meeting, italic=True),))
        if part.adopted:
            yield Line(f"part.{at}.adopted", Role.MEETING, (Run(part.adopted, italic=True),))
        for annex in part.annexes:
            yield from self.annex(annex)

    def annex(self, annex: Annex) -> Iterator[Line]:
        if annex.label:
            yield Line(f"{annex.id}.label", Role.ANNEX_LABEL, (Run(annex.label),))
        if annex.title:
            yield Line(annex.id, Role.ANNEX_TITLE, self.runs("", annex.title))
        for block in annex.body:
            yield from self.block(block, Role.ANNEX_PARAGRAPH)

    def block(self, block: Block, role: Role, depth: int = 0) -> Iterator[Line]:
        if isinstance(block, Table):
            for at, row in enumerate(block.rows):
                cells = tuple(self.runs(block.id, cell.content) for cell in row)
                spans = tuple(cell.span for cell in row)
                yield Line(f"{block.id}.{at}", Role.ROW, depth=depth, cells=cells, spans=spans, head=at < block.header)
            return
        if isinstance(block, ClauseEntry):
            yield Line(block.id, role, (Run(f"{{{{ {block.clause} }}}}"),), self.labels[block.id], depth)
            return
        runs = self.runs(block.id, block.content)
        if isinstance(block, Opaque):
            yield Line(block.id, Role.OPAQUE, runs, depth=depth)
            return
        number = self.labels[block.id]
        if isinstance(block, Heading):
            if number and not number.endswith("."):
                yield Line(f"{block.id}.number", Role.SECTION_NUMBER, (Run(number),))
                number = ""
            if runs:
                yield Line(block.id, Role.SECTION_HEADING, runs, number)
            return
        yield Line(block.id, role, runs, number, depth)
        for item in block.items:
            yield from self.block(item, Role.ITEM, depth + 1)

    def runs(self, own: str, content: Content) -> Runs:
        out: list[Run] = []
        for at, piece in enumerate(content):
            if isinstance(piece, Text):
                out.append(Run(piece.text, piece.italic, piece.bold, piece.superscript))
            elif isinstance(piece, Ref):
                text = printed_form(content, at, self.paths.get(own, ()), self.paths)
                out.append(Run(text, ref=piece.target))
            else:
                number = str(self.note_numbers.get(piece.note, UNKNOWN))  # none if only a note calls it
                out.append(Run(number, note=piece.note, repeated=piece.note in self.called))
                self.called.add(piece.note)
        return tuple(out)

    def notes(self) -> tuple[PrintedNote, ...]:
        texts = {note.id: note.content for note in self.resolution.notes}
        called = self.note_numbers.items()
        return tuple(PrintedNote(n, name, self.runs("", texts[name])) for name, n in called if name in texts)


def note_numbers(resolution: Resolution) -> Mapping[str, int]:
    """The number of each note that is called, in the order of the first callouts (un-rules E3)."""
    fixed = {note.id: note.number for note in resolution.notes if note.number}
    found: dict[str, int] = {}
    count = 0
    for _, content in contents(resolution):
        for piece in content:
            if isinstance(piece, Callout) and piece.note not in found:
                count = fixed.get(piece.note, count + 1)
                found[piece.note] = count
    return found


def enacting_formula(organ: str, part: Part) -> Content:
    """The organ's line: a comma follows it when there is a preamble (un-rules A2)."""
    if part.formula is not None:
        return part.formula
    name = Text(f"The {organ}", italic=True)
    return (name, Text(",")) if part.preamble else (name,)


def masthead_lines(head: Masthead) -> Iterator[Line]:
    """The lines of the masthead in printed order (un-rules A3, A4), the title not among them."""
    if head.symbol or head.session:
        yield from _known_lines(head)
    for at, other in enumerate(head.others):
        yield Line(f"masthead.{Role.OTHER}.{at}", Role.OTHER, (Run(other),))


def _known_lines(head: Masthead) -> Iterator[Line]:
    fixed: list[tuple[Role, str]] = [
        (Role.PUBLISHER, "United Nations"),
        (Role.SYMBOL, head.symbol),
        (Role.ORGAN, head.organ),
        (Role.DISTRIBUTION, f"Distr.: {head.distribution}" if head.distribution else ""),
        (Role.ISSUED, head.issued),
        (Role.ORIGINAL, f"Original: {head.original}" if head.original else ""),
        (Role.SESSION, f"{capitalized(head.session)} session" if head.session else ""),
        (Role.COMMITTEE, "" if head.adopted else head.committee),
    ]
    for role, text in fixed:
        if text:
            yield Line(f"masthead.{role}", role, (Run(text),))
    for at, item in enumerate(head.agenda):
        if item.number:
            word = "items" if " and " in item.number or "," in item.number else "item"
            yield Line(f"masthead.agenda-item.{at}", Role.AGENDA_ITEM, (Run(f"Agenda {word} {item.number}"),))
        if item.title:
            yield Line(f"masthead.agenda-title.{at}", Role.AGENDA_TITLE, (Run(item.title),))
    if line := proposal(head):
        yield Line("masthead.proposal", Role.PROPOSAL, (Run(line),))
    if head.basis:
        yield Line("masthead.basis", Role.BASIS, (Run("["), Run(head.basis, italic=True), Run("]")))


def proposal(head: Masthead) -> str:
    """The line before the title: who adopted the text, or whose draft it is (un-rules A4, A5, A7).

    "" for an adopted text of which only the number is known, as of one pasted without its first page.
    """
    if head.heading:
        return head.heading
    if head.adopted:
        return f"Resolution adopted by the {head.organ} on {head.adopted}"
    if resolution_number(head.symbol):
        return ""
    if not head.sponsors:
        return "Draft resolution"
    *first, last = head.sponsors
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"{listed}: draft resolution"


__all__ = ["MASTHEAD", "Line", "Printed", "PrintedNote", "Role", "Run", "Runs", "characters", "printed"]
