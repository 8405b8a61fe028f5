"""Two texts as one page to read: the redline in the text's own setting, what the checks find beside it, and the dispositions.

In: a redline, the dispositions made of it, and findings on the new text. Out: a page that needs no network and no other file;
the same texts give the same bytes. Its one script, whose hash stands in its policy, goes from change to change and sets the texts
side by side; without it the page shows the redline, and its filters work. What stands in it is ``templates/report.html``.

Example:
    >>> page(redline, dispositions(old, new, redline), check(new))[:15]
    b'<!DOCTYPE html>'
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from draftkit.assemble.lines import MASTHEAD, Line, Role
from draftkit.assemble.places import FORMULA, NOTE, TITLE
from draftkit.assemble.places import MASTHEAD as HEAD
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Fate, LineChange, Piece, Redline, note_key
from draftkit.compare.routine import changed
from draftkit.compare.tokens import Op
from draftkit.model import Finding, Kind
from draftkit.writers.dispositions import counts, named, place, summary
from draftkit.writers.margin import Found, Margin, counted
from draftkit.writers.page_changes import mark, marked
from draftkit.writers.pages import render
from draftkit.writers.table_page import listed

if TYPE_CHECKING:
    from markupsafe import Markup

_HEADINGS = {
    Role.TITLE: "h2",
    Role.ANNEX_LABEL: "h2",
    Role.ANNEX_TITLE: "h2",
    Role.PART_LABEL: "h2",
    Role.PART_TITLE: "h2",
    Role.SECTION_NUMBER: "h3",
    Role.SECTION_HEADING: "h3",
}
_COLUMNS = (
    ((Role.PUBLISHER,), (Role.SYMBOL,)),
    ((Role.ORGAN,), (Role.DISTRIBUTION, Role.ISSUED, Role.ORIGINAL)),
)
"""The two ruled lines of a masthead, each with what stands at its left and at its right (un-rules A3, A4)."""

_FATES = {Fate.INSERTED: "came", Fate.DELETED: "gone", Fate.MOVED_FROM: "gone moved", Fate.MOVED_TO: "came moved"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line; ``link`` leads to the other end of a move."""

    tag: str
    name: str
    number: Markup | str
    words: Markup | str
    anchor: str = ""
    link: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in one row of the page: a paragraph, a table, the masthead or a note, and what is found in it."""

    kind: str
    name: str
    lines: tuple[Shown, ...]
    place: str = ""
    heads: tuple[tuple[tuple[Shown, ...], ...], ...] = ()
    findings: tuple[Found, ...] = ()


def page(redline: Redline, table: Dispositions, findings: Sequence[Finding] = ()) -> bytes:
    """The page of two texts; ``findings`` are of the new one."""
    made = _Page(redline, table, findings)
    blocks, kinds = list(made.blocks()), made.kinds()
    general = made.findings.rest()
    shown = (one for group in (general, *(block.findings for block in (*blocks, *made.notes))) for one in group)
    filters = [(f"kind-{kind}", f".{kind}") for kind in kinds] + [("show-moves", ".moved")] * made.moves
    fields = {
        "title": " → ".join(named(redline)),
        "names": named(redline),
        "subject": redline.title,
        "summary": summary(table),
        "counts": counts(table),
        "severities": counted(shown),
        "kinds": kinds,
        "filters": filters,
        "moves": made.moves,
        "rows": [listed(row) for row in table.rows],
        "blocks": blocks,
        "notes": made.notes,
        "general": general,
    }
    return render("report.html", fields, {"digest": _digest})


def _digest(script: str) -> str:
    """How a policy names a script: "sha256-" and its hash."""
    return f"sha256-{b64encode(hashlib.sha256(str(script).encode()).digest()).decode()}"


# --- The text ------------------------------------------------------------------------------------------------------


class _Page:
    """One redline; counts its notes as they are called, and gives out the findings where they belong."""

    def __init__(self, redline: Redline, table: Dispositions, findings: Sequence[Finding]) -> None:
        self.redline = redline
        self.findings = Margin(findings)
        self.lines = list(enumerate(redline.lines))
        self.places = {row.at: place(row.new or row.old, row.matter) for row in table.rows if row.at >= 0}
        self.ends = {(change.move, change.fate): at for at, change in self.lines if change.move}
        self.moves = bool(self.ends)
        self.notes: list[Block] = []

    def kinds(self) -> list[str]:
        """Whose changes there are, in the order of the model."""
        lines = ((*c.number, *c.pieces, *(p for cell in c.cells for p in cell)) for c in self.redline.lines)
        pieces = [piece for line in (*lines, *self.redline.notes.values()) for piece in line]
        found = {piece.kind for piece in pieces if piece.op is not Op.EQUAL}
        found |= {change.kind for change in self.redline.lines if change.mark is not Op.EQUAL}
        return [str(kind) for kind in Kind if kind in found]

    def blocks(self) -> Iterator[Block]:
        head = [(at, change) for at, change in self.lines if _is_head(change.line)]
        if head:
            yield self.masthead(head)
        body = [(at, change) for at, change in self.lines if not _is_head(change.line)]
        for table, group in groupby(body, lambda pair: pair[1].line.role is Role.ROW):
            if table:
                yield self.table(list(group))
            else:
                yield from (self.paragraph(at, change) for at, change in group)

    def masthead(self, lines: Sequence[tuple[int, LineChange]]) -> Block:
        shown = [(change.line.role, self.line(at, change)) for at, change in lines]
        ruled = {role for columns in _COLUMNS for column in columns for role in column}
        heads = tuple(
            tuple(tuple(one for role, one in shown if role in column) for column in columns) for columns in _COLUMNS
        )
        rest = tuple(one for role, one in shown if role not in ruled)
        name = "changed" if any(_is_changed(change) for _, change in lines) else "same"
        return Block("masthead", name, rest, "masthead", heads, self.findings.of(HEAD))

    def table(self, lines: Sequence[tuple[int, LineChange]]) -> Block:
        shown = tuple(Shown("tr", "", "", self.cells(change), f"l{at}") for at, change in lines)
        owners = {change.new.key.rpartition(".")[0] for _, change in lines if change.new}
        name = "changed" if any(_is_changed(change) for _, change in lines) else "same"
        return Block("table", name, shown, "table", (), self.findings.of(*sorted(owners)))

    def paragraph(self, at: int, change: LineChange) -> Block:
        fate = _FATES.get(change.fate, "")
        kind = str(change.kind or "") if fate and not change.move else ""
        whole = "whole" if fate else ""
        name = " ".join(part for part in ("changed" if _is_changed(change) else "same", whole, fate, kind) if part)
        return Block("line", name, (self.line(at, change),), self.places.get(at, ""), (), self.found(change.new))

    def found(self, line: Line | None) -> tuple[Found, ...]:
        """What is found in a line of the new text."""
        if line is None:
            return ()
        named = {Role.TITLE: TITLE, Role.PART_TITLE: TITLE, Role.FORMULA: FORMULA, Role.MEETING: HEAD}
        return self.findings.of(line.key, named.get(line.role, line.key.removesuffix(".number").removesuffix(".label")))

    def line(self, at: int, change: LineChange) -> Shown:
        line = change.line
        depth = f" d{min(line.depth, 4)}" if line.depth else ""
        number = marked(change.number, change.fate)
        words = marked(change.pieces, change.fate, lambda piece: self.callout(piece, change.fate)) + mark(change)
        return Shown(_HEADINGS.get(line.role, "p"), f"{line.role}{depth}", number, words, f"l{at}", self.link(change))

    def link(self, change: LineChange) -> tuple[str, str] | None:
        if not change.move:
            return None
        left = change.fate is Fate.MOVED_FROM
        other = self.ends.get((change.move, Fate.MOVED_TO if left else Fate.MOVED_FROM))
        return (f"l{other}", "to where it moved" if left else "from where it moved") if other is not None else None

    def cells(self, change: LineChange) -> Markup:
        from markupsafe import Markup

        tag = "th" if change.line.head else "td"
        out = Markup("")
        for span, cell in zip(change.line.spans, change.cells, strict=True):
            words = marked(cell, change.fate, lambda piece: self.callout(piece, change.fate))
            out += Markup("<{0}{1}>{2}</{0}>").format(tag, Markup(f' colspan="{span}"' if span > 1 else ""), words)
        return out

    def callout(self, piece: Piece, fate: Fate) -> Markup:
        """The number of a note as a link to it; the note itself is set at the foot."""
        from markupsafe import Markup, escape

        old, new = note_key(piece, fate)
        content = self.redline.notes.get((old, new), ())
        number = marked([Piece(piece.op, piece.run, piece.kind)], fate)
        at = len(self.notes) + 1
        is_changed = piece.op is not Op.EQUAL or fate is not Fate.KEPT or any(True for _ in changed(content))
        gone = " whole gone" if not new else " whole came" if not old else ""
        kind = (" moved" if fate in (Fate.MOVED_FROM, Fate.MOVED_TO) else f" {piece.kind}") if gone else ""
        words = marked(content)
        self.notes.append(
            Block(
                "line",
                f"{'changed' if is_changed else 'same'}{gone}{kind}",
                (Shown("p", "footnote", number, words, f"note-{at}"),),
                f"note {piece.run.text}",
                (),
                self.findings.of(NOTE + new) if new else (),
            )
        )
        return Markup('<a href="#note-{0}" aria-label="note {1}">{1}</a>').format(at, escape(piece.run.text))


def _is_head(line: Line) -> bool:
    return line.role in MASTHEAD and line.role is not Role.TITLE


def _is_changed(change: LineChange) -> bool:
    pieces = (*change.number, *change.pieces, *(piece for cell in change.cells for piece in cell))
    return change.fate is not Fate.KEPT or change.mark is not Op.EQUAL or change.continues or any(True for _ in changed(pieces))

