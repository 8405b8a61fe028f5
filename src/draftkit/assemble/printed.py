"""What a resolution says on the page: its lines in order, with numbers, references and note indicators worked out.

Everything that shows a text (writers, comparison, checks) reads this one derivation.

Example:
    >>> [line.number + " " + line.text for line in printed(resolution).lines if line.role is Role.OPERATIVE]
    ['1. Urges States to observe paragraph 2 below;', ...]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from draftkit.assemble import numbers
from draftkit.assemble.lines import MASTHEAD, Line, Printed, PrintedNote, Role, Run, Runs, characters
from draftkit.assemble.masthead import masthead_lines
from draftkit.assemble.references import printed_form
from draftkit.model import Annex, Block, Callout, ClauseEntry, Content, Heading, Opaque, Part, Ref, Resolution, Table, Text
from draftkit.tree import contents
from draftkit.un.symbols import resolution_number

UNKNOWN = "?"
"""What stands for the number of a note that has none."""


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
            if number and not (runs and number.endswith(".")):
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


__all__ = ["MASTHEAD", "Line", "Printed", "PrintedNote", "Role", "Run", "Runs", "characters", "printed"]
