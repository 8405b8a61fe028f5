"""A redline as WordprocessingML: tracked insertions, deletions, moves, paragraph marks and footnotes.

In: the redline as data, the names of the authors, the date. Out: the paragraphs of each slot of the template, and the
footnotes. Source: ECMA-376 part 1, 17.13.5 (annotations).

Example:
    >>> body = set_redline(redline, Authors(), "2026-10-05T00:00:00Z", kinds=("resolution", "l-document"))
    >>> body.slots["body"][0][:5], len(body.footnotes)
    ('<w:p>', 3)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from draftkit.assemble.printed import MASTHEAD, Line, Role, Run
from draftkit.compare.redline import Fate, LineChange, Piece, Redline, note_key
from draftkit.compare.words import Op
from draftkit.model import Kind
from draftkit.writers import ooxml
from draftkit.writers.authors import Authors
from draftkit.writers.package import TABLE_STYLE, TEXT_WIDTH, lead, style

_SLOTS = {
    Role.PUBLISHER: "publisher",
    Role.SYMBOL: "symbol",
    Role.ORGAN: "organ",
    Role.DISTRIBUTION: "status",
    Role.ISSUED: "status",
    Role.ORIGINAL: "status",
    Role.SESSION: "session",
    Role.COMMITTEE: "committee",
    Role.AGENDA_ITEM: "agenda",
    Role.AGENDA_TITLE: "agenda",
    Role.PROPOSAL: "proposal",
    Role.BASIS: "proposal",
    Role.OTHER: "proposal",
    Role.TITLE: "title",
}
_ROOM = 20
"""Steps in which notes get their ids: one that comes in later finds room, and the ids of the others stay."""
_HIGHEST = 32_000
"""Word keeps the ids of notes in 16 bits."""
_SYMBOL_LETTER_SIZE = 40
"""Half-points of the organ's letter, the first of a symbol in the masthead (un-rules A3)."""


@dataclass(slots=True)
class Setting:
    """What the package needs: paragraphs by slot, footnotes, and the number of the first footnote of the new text."""

    slots: dict[str, list[str]] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    first_note: int = 1


def set_redline(redline: Redline, authors: Authors, date: str, *, kinds: tuple[str, str], numbers: bool = False) -> Setting:
    """Set a redline.

    Args:
        date: the instant of every change, "2026-10-05T09:00:00Z".
        kinds: the template kinds of the old and of the new text, "resolution" or "l-document".
        numbers: a note whose number is not the next one, as in some official texts, has it typed. Else Word counts, which
            is what the notes of a text need that is still being edited.
    """
    return _Setter(redline, authors, ooxml.Revisions(date), kinds, numbers).setting()


class _Setter:
    """Sets one redline; counts its footnotes and revisions."""

    def __init__(
        self, redline: Redline, authors: Authors, revisions: ooxml.Revisions, kinds: tuple[str, str], numbers: bool
    ) -> None:
        self.redline, self.authors, self.revisions, self.kinds = redline, authors, revisions, kinds
        self.notes: list[str] = []
        self.step = max(1, min(_ROOM, _HIGHEST // (len(redline.notes) + 1)))
        self.ended = Op.EQUAL  # what became of the mark of the paragraph before
        self.count = next(self.note_numbers(), 1) if numbers else None  # the number that Word would give the next note

    def setting(self) -> Setting:
        out = Setting()
        for slot, changes in groupby(self.redline.lines, lambda change: _SLOTS.get(change.line.role, "body")):
            out.slots.setdefault(slot, []).extend(self.blocks(list(changes)))
        out.footnotes = self.notes
        out.first_note = next(self.note_numbers(), 1)
        return out

    def note_numbers(self) -> Iterator[int]:
        """The numbers that the callouts of the new text show, in printed order."""
        for change in self.redline.lines:
            for piece in (*change.pieces, *(piece for cell in change.cells for piece in cell)):
                if piece.run.note and not piece.run.repeated and note_key(piece, change.fate)[1]:
                    yield int(piece.run.text)

    def blocks(self, changes: Sequence[LineChange]) -> Iterator[str]:
        """Paragraphs and tables; in either text two tables have a paragraph between them, or they would be one."""
        after_table = after_old = after_new = False  # what stood last: in the file, in the old text, in the new one
        blocks = list(_blocks(changes))
        for block, after in zip(blocks, [*blocks[1:], []], strict=True):
            old, new = (any(getattr(change, side) for change in block) for side in ("old", "new"))
            table = bool(block[0].line.cells)
            if table and (after_table or (old and after_old) or (new and after_new)):
                yield self.between(old=old and after_old, new=new and after_new)
            yield self.table(block) if table else self.paragraph(block[0], _runs_into(block[0], after))
            after_table, after_old, after_new = table, table if old else after_old, table if new else after_new

    def between(self, *, old: bool, new: bool) -> str:
        """The empty paragraph between two tables, tracked where only one text, or neither, has it."""
        names = () if old and new else [name for name, there in (("ins", old), ("del", new)) if not there]
        author = self.authors.of(Kind.CONSEQUENTIAL)
        marks = [f"<w:{name} {self.revisions.attributes(author)}/>" for name in names]
        return ooxml.paragraph("SingleTxt", (), mark="".join(marks))

    def paragraph(self, change: LineChange, apart: bool = False) -> str:
        """``apart``: its last change is not to be taken for one with the next paragraph."""
        last = len(change.pieces) - 1
        pieces = (self.piece(p, change.fate, change.line.role, apart and at == last) for at, p in enumerate(change.pieces))
        content = "".join((*self.leading(change), *pieces))
        new_style = self.style_of(change.line, new=change.new is not None)
        keep = change.text.endswith(":")  # a stem is not left alone at the foot of a page
        self.ended = change.mark
        if change.fate is Fate.KEPT:
            return self.kept(change, content, new_style, keep=keep)
        name = {Fate.INSERTED: "ins", Fate.DELETED: "del", Fate.MOVED_FROM: "moveFrom", Fate.MOVED_TO: "moveTo"}[change.fate]
        author = self.authors.of(change.kind)
        mark = f"<w:{name} {self.revisions.attributes(author)}/>"
        if not change.move:
            return ooxml.paragraph(new_style, [content], mark=mark, keep=keep)
        # the range must take in the paragraph mark, so it ends behind the paragraph (17.13.5.22)
        number = self.revisions.id()
        named = f'w:id="{number}" w:name="move{change.move}" w:author="{ooxml.escape(author)}" w:date="{self.revisions.date}"'
        start = f"<w:{name}RangeStart {named}/>"
        return ooxml.paragraph(new_style, [start, content], mark=mark) + f'<w:{name}RangeEnd w:id="{number}"/>'

    def kept(self, change: LineChange, content: str, new_style: str, *, keep: bool) -> str:
        """A paragraph of both texts. A mark that only one of them has is tracked; without it the text runs on into the next
        paragraph, whose properties stay (17.13.5.15, .20): so this one has those of the text that has the mark."""
        if change.mark is Op.EQUAL:
            return ooxml.paragraph(new_style, [content], before=self.style_change(change, new_style), keep=keep)
        name, one = ("ins", new_style) if change.mark is Op.INSERT else ("del", self.old_style(change) or new_style)
        mark = f"<w:{name} {self.revisions.attributes(self.authors.of(change.kind))}/>"
        return ooxml.paragraph(one, [content], mark=mark, keep=keep)

    def old_style(self, change: LineChange) -> str:
        """The style that a line had in the old text, "" if it was not in it."""
        return self.style_of(change.old, new=False) if change.old and change.old is not change.new else ""

    def style_of(self, line: Line, *, new: bool) -> str:
        return style(line.role, kind=self.kinds[1 if new else 0], depth=line.depth)

    def style_change(self, change: LineChange, now: str) -> str:
        before = self.old_style(change)
        if before in ("", now):
            return ""
        kind = Kind.TECHNICAL if change.line.role in MASTHEAD else Kind.CONSEQUENTIAL
        attributes = self.revisions.attributes(self.authors.of(kind))
        return f'<w:pPrChange {attributes}><w:pPr><w:pStyle w:val="{before}"/></w:pPr></w:pPrChange>'

    def leading(self, change: LineChange) -> Iterator[str]:
        """The tabs and the number before the text: a new number is a change of the number alone."""
        # a line that goes on with the one before it in one of the texts has no number of its own there
        old = _lead(change.old) if change.old and not (change.continues and self.ended is Op.INSERT) else []
        new = _lead(change.new) if change.new and not (change.continues and self.ended is Op.DELETE) else []
        if change.fate is not Fate.KEPT:
            op = {Fate.INSERTED: Op.INSERT, Fate.DELETED: Op.DELETE}.get(change.fate, Op.EQUAL)
            yield self.piece(Piece(op, Run("".join(old or new)), change.kind), change.fate, Role.ITEM)
            return
        kind = next((piece.kind for piece in change.number if piece.kind), Kind.CONSEQUENTIAL)
        start = _shared(old, new)
        end = min(_shared(old[::-1], new[::-1]), len(old) - start, len(new) - start)
        middle = [(Op.DELETE, old[start : len(old) - end]), (Op.INSERT, new[start : len(new) - end])]
        for op, parts in [(Op.EQUAL, new[:start]), *middle, (Op.EQUAL, new[len(new) - end :])]:
            yield self.piece(Piece(op, Run("".join(parts)), None if op is Op.EQUAL else kind), change.fate, Role.ITEM)

    def piece(self, piece: Piece, fate: Fate, role: Role, apart: bool = False) -> str:
        if not piece.run.text:
            return ""
        moving = {Fate.MOVED_FROM: "moveFrom", Fate.MOVED_TO: "moveTo"}.get(fate)
        deleted = piece.op is Op.DELETE
        content = self.characters(piece, fate, role, deleted=deleted)
        if piece.op is not Op.EQUAL:
            name = "del" if deleted else "ins"
            return f"<w:{name} {self.revisions.attributes(self.authors.of(piece.kind), apart=apart)}>{content}</w:{name}>"
        if moving:
            return f"<w:{moving} {self.revisions.attributes(self.authors.of(piece.kind))}>{content}</w:{moving}>"
        return content

    def characters(self, piece: Piece, fate: Fate, role: Role, *, deleted: bool) -> str:
        run = piece.run
        if run.note and not run.repeated:
            sign = self.sign(run.text)
            return ooxml.footnote_reference(self.note(*note_key(piece, fate), sign), sign)
        if role is Role.SYMBOL and (match := re.match(r"([A-Z]+)(/.*)", run.text)):
            large = ooxml.run(match[1], ooxml.run_properties(size=_SYMBOL_LETTER_SIZE), deleted=deleted)
            return large + ooxml.run(match[2], deleted=deleted)
        superscript = run.superscript or run.repeated
        changed = self.format_change(piece.was) if piece.was and not run.note else ""
        properties = ooxml.run_properties(italic=run.italic, bold=run.bold, superscript=superscript, changed=changed)
        return ooxml.run(run.text, properties, deleted=deleted)

    def format_change(self, was: Run) -> str:
        before = ooxml.run_properties(italic=was.italic, bold=was.bold, superscript=was.superscript) or "<w:rPr/>"
        return f"<w:rPrChange {self.revisions.attributes(self.authors.of(None))}>{before}</w:rPrChange>"

    def sign(self, number: str) -> str:
        """The number of a note if it has to be typed, "" if Word counts to it by itself."""
        if self.count is None or number != str(self.count):
            return "" if self.count is None else number
        self.count += 1
        return ""

    def note(self, old: str, new: str, sign: str) -> int:
        """Set the footnote and give its id: each callout has a definition of its own."""
        at = len(self.notes)
        number = (at + 1) * self.step
        self.notes.append("")  # holds the place: the note's own revisions come after its callout's
        content = "".join(self.piece(piece, Fate.KEPT, Role.ITEM) for piece in self.redline.notes.get((old, new), ()))
        self.notes[at] = ooxml.footnote(number, content, sign)
        return number

    def table(self, changes: Sequence[LineChange]) -> str:
        columns = max(sum(change.line.spans) for change in changes)
        width = TEXT_WIDTH // max(1, columns)
        return ooxml.table(TABLE_STYLE, [width] * columns, [self.row(change, width, columns) for change in changes])

    def row(self, change: LineChange, width: int, columns: int) -> str:
        spans = list(change.line.spans)
        if sum(spans) < columns and spans:
            spans[-1] += columns - sum(spans)
        name = style(Role.ROW)
        cells = [
            ooxml.cell(width * span, span, ooxml.paragraph(name, [self.piece(p, change.fate, Role.ROW) for p in pieces]))
            for span, pieces in zip(spans, change.cells, strict=True)
        ]
        if change.fate is Fate.KEPT:
            return ooxml.row(cells, head=change.line.head)
        tag = "ins" if change.fate is Fate.INSERTED else "del"
        mark = f"<w:{tag} {self.revisions.attributes(self.authors.of(change.kind))}/>"
        return ooxml.row(cells, head=change.line.head, mark=mark)


def _blocks(changes: Sequence[LineChange]) -> Iterator[list[LineChange]]:
    """The lines one by one, the rows of a table together, whichever of the two texts they are in."""
    rows: list[LineChange] = []
    names = ("", "")  # of the table in the old and in the new text
    for change in changes:
        here = (_table_name(change.old), _table_name(change.new))
        if rows and not (change.line.cells and _joins(rows[-1], names, change, here)):
            yield rows
            rows, names = [], ("", "")
        if change.line.cells:
            rows.append(change)
            names = (here[0] or names[0], here[1] or names[1])
        else:
            yield [change]
    if rows:
        yield rows


def _runs_into(change: LineChange, after: Sequence[LineChange]) -> bool:
    """Whether a line ends with words put in before a line put in whole, or with words struck before one struck."""
    if not after or after[0].line.cells or change.fate is not Fate.KEPT or change.mark is not Op.EQUAL or not change.pieces:
        return False
    return {Fate.INSERTED: Op.INSERT, Fate.DELETED: Op.DELETE}.get(after[0].fate) is change.pieces[-1].op


def _joins(last: LineChange, names: tuple[str, str], change: LineChange, here: tuple[str, str]) -> bool:
    """Whether a row goes on the table before it: of the same table in one text, or in the place of one as wide."""
    if any(name and other and name != other for name, other in zip(names, here, strict=True)):
        return False
    same = any(name and name == other for name, other in zip(names, here, strict=True))
    return same or sum(last.line.spans) == sum(change.line.spans)


def _table_name(line: Line | None) -> str:
    return line.key.rpartition(".")[0] if line else ""


def _lead(line: Line) -> list[str]:
    """The lead of a line in its parts: tabs and number."""
    return [part for part in re.split("(\t)", lead(line.role, line.number, depth=line.depth)) if part]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


