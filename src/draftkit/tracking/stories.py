"""Two stories of Word files compared, and the changes written into the old one.

A story is what holds paragraphs and tables: the body, a cell, a note, a header, a text box (ECMA-376 part 1, 17.2). What
belongs together is found by ``compare.align``, then paragraphs are compared as flows, tables row by row, cells as stories.

Example:
    >>> Stories(work).compare(old_body, new_body)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from draftkit.compare.align import Item, Pair, align
from draftkit.tracking.flat import Flat, flattened
from draftkit.tracking.flows import LABEL
from draftkit.word.elements import value, within
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work

_LOOKED_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml"))
_NOISE = re.compile(rb' xmlns:\w+="[^"]*"| (?:w:rsid\w*|w14:\w+)="[^"]*"|<w:(?:proofErr|lastRenderedPageBreak)\b[^>]*/>')
_REFERS = re.compile(rb" r:\w+=|<w:(?:footnote|endnote)Reference ")
_STYLED = re.compile(rb"<w:(?:numId|pStyle|rStyle|tblStyle) ")
TRULY = 4
"""Words of the one that the other must have for two paragraphs to be parts of one that was parted."""
_PLAIN = {"moveFrom": "del", "moveTo": "ins"}
"""What a move would be if it were none."""

STANDING = 4
"""Words of a line that is known by where it stands."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Paragraphs of both stories that are one flow: places in the lists of blocks."""

    olds: tuple[int, ...]
    news: tuple[int, ...]


@dataclass(slots=True)
class Step:
    """What is done next: segments with one mark for all (kept), or a block struck, put in or moved (``partner``)."""

    fate: str  # "kept", "del", "ins", "moveFrom", "moveTo"
    segments: list[Segment] = field(default_factory=list)
    partner: int = -1
    move: int = 0
    mark: bool = True  # whether the mark of what is struck or put in goes or comes with it


def blocks(parent: Any) -> list[Any]:
    """The paragraphs and tables of a story, those in content controls with them."""
    return list(_blocks(parent))


def _blocks(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _LOOKED_THROUGH:
            yield from _blocks(child)


def compare_stories(work: Work, old: Any, new: Any) -> None:
    """Write the changes that make the new story of the old one into the old one's tree."""
    _Story(work, old, blocks(old), blocks(new)).write()


@dataclass(slots=True)
class _Story:
    work: Work
    parent: Any
    olds: list[Any]
    news: list[Any]
    anchor: Any | None = None

    def write(self) -> None:
        for step in self.steps():
            getattr(self, f"write_{step.fate}")(step)

    # --- what belongs to what

    def steps(self) -> list[Step]:
        pairs = align([_item(b) for b in self.olds], [_item(b) for b in self.news], by_id=False)
        steps = [self.step(pair) for pair in pairs]
        self.gather(steps)
        self.end(steps)
        self.number_moves(steps)
        return steps

    def step(self, pair: Pair) -> Step:
        olds, news = ((at,) if at is not None else () for at in (pair.old, pair.new))
        if olds and news:
            return Step("kept", [Segment(olds, news)])
        table = (self.olds[pair.old] if pair.old is not None else self.news[pair.new or 0]).tag == f"{W}tbl"
        if pair.partner is not None and not table:
            return Step("moveFrom" if olds else "moveTo", [Segment(olds, news)], pair.partner)
        return Step("del" if olds else "ins", [Segment(olds, news)])

    def gather(self, steps: list[Step]) -> None:
        """Join a paragraph that stands alone to its neighbour, if that was parted or they were joined."""
        for at in range(len(steps) - 1, -1, -1):
            if steps[at].fate not in ("del", "ins"):
                continue
            for other in (at - 1, at + 1):
                if 0 <= other < len(steps) and steps[other].fate == "kept" and self.is_part(steps[other].segments[0], steps[at]):
                    lone, kept = steps[at].segments[0], steps[other].segments[0]
                    first, last = (lone, kept) if at < other else (kept, lone)
                    steps[other].segments[0] = Segment(first.olds + last.olds, first.news + last.news)
                    del steps[at]
                    break

    def is_part(self, kept: Segment, lone: Step) -> bool:
        """Whether the words of a lone paragraph are those that the pair beside it has lost or gained."""
        struck = lone.fate == "del"
        many, one = (self.olds, self.news) if struck else (self.news, self.olds)
        part = many[(lone.segments[0].olds or lone.segments[0].news)[0]]
        whole = [one[at] for at in (kept.news if struck else kept.olds)]
        rest = [many[at] for at in (kept.olds if struck else kept.news)]
        if any(block.tag != f"{W}p" for block in (part, *whole, *rest)) or len(whole) > 1:
            return False
        words = _words(part)
        free = Counter(_words(whole[0]))
        for block in rest:
            free.subtract(_words(block))
        shared = (Counter(words) & +free).total()
        return shared >= TRULY and 2 * shared > len(words)

    def end(self, steps: list[Step]) -> None:
        """The last mark of a story can be neither struck nor put in: it stays, and the mark before it goes or comes."""
        last = next((at for at in range(len(steps) - 1, -1, -1) if steps[at].fate == "kept"), -1)
        self.unmove(steps, last)
        tail = steps[last + 1 :]
        struck = [s.segments[0].olds[0] for s in tail if s.fate == "del"]
        came = [s.segments[0].news[0] for s in tail if s.fate == "ins"]
        if not tail:
            return
        ends = [s for fate in ("del", "ins") for s in [s for s in tail if s.fate == fate][-1:]]
        if not all(self.is_paragraph(s) for s in ends):
            self.end_with_table(ends)
        elif struck and came:
            done = [s for s in tail if s not in ends]
            steps[last + 1 :] = [*done, Step("kept", [Segment((struck[-1],), ()), Segment((), (came[-1],))])]
        elif last >= 0 and self.is_paragraph(steps[last]):
            joined = tail if all(self.is_paragraph(s) for s in tail) else ends  # a table is struck or put in as it stands
            steps[last].segments += [s.segments[0] for s in joined]
            steps[last + 1 :] = [s for s in tail if s not in joined]
        else:
            self.end_with_table(ends)

    def end_with_table(self, ends: list[Step]) -> None:
        """Let the mark of a last paragraph stay, or come untracked, where the other story ends with a table."""
        for step in ends:
            if self.is_paragraph(step):
                step.mark = False
                self.work.desk.untracked["a paragraph mark behind the last table of a text cannot be tracked"] = None

    def unmove(self, steps: list[Step], last: int) -> None:
        """A paragraph that moves to or from the end of a story is struck and put in."""
        gone = {(s.segments[0].olds or (s.partner,))[0] for s in steps[last + 1 :] if s.fate in ("moveFrom", "moveTo")}
        for step in steps:
            if step.fate in ("moveFrom", "moveTo") and (step.segments[0].olds or (step.partner,))[0] in gone:
                step.fate = _PLAIN[step.fate]

    def number_moves(self, steps: list[Step]) -> None:
        """Number the moves; a paragraph of which nothing stays on the way is struck and put in."""
        moves = [step for step in steps if step.fate == "moveFrom"]
        found = {s.segments[0].olds[0]: self.work.move(self.olds[s.segments[0].olds[0]], self.news[s.partner]) for s in moves}
        for step in steps:
            if step.fate in _PLAIN:
                step.move = found[step.segments[0].olds[0] if step.fate == "moveFrom" else step.partner]
                step.fate = step.fate if step.move else _PLAIN[step.fate]

    def is_paragraph(self, step: Step) -> bool:
        olds = (self.olds[at] for segment in step.segments for at in segment.olds)
        news = (self.news[at] for segment in step.segments for at in segment.news)
        return all(block.tag == f"{W}p" for block in (*olds, *news))

    # --- writing

    def write_kept(self, step: Step) -> None:
        old = [self.olds[at] for segment in step.segments for at in segment.olds]
        new = [self.news[at] for segment in step.segments for at in segment.news]
        if old[0].tag == f"{W}tbl":
            self.table(old[0], new[0])
        elif not (len(old) == len(new) == 1 and self.is_same(old[0], new[0])):
            segments = [([self.flat(at) for at in s.olds], [flattened(self.news[at]) for at in s.news]) for s in step.segments]
            self.work.paragraphs(segments)
        self.anchor = old[-1] if step.segments[-1].olds else old[-1].getprevious()  # the last paragraph was parted from it

    def flat(self, at: int) -> Flat:
        return flattened(self.olds[at])

    def is_same(self, old: Any, new: Any) -> bool:
        """Whether two blocks are the same to the letter, and refer to nothing that could be something else."""
        one = signature(old)
        return one == signature(new) and not _REFERS.search(one) and (self.work.desk.kin or not _STYLED.search(one))

    def write_del(self, step: Step) -> None:
        block = self.olds[step.segments[0].olds[0]]
        if block.tag == f"{W}tbl":
            for row in within(block, f"{W}tr"):
                self.work.strike_row(row)
        else:
            self.work.strike(block, mark=step.mark)
        self.anchor = block

    def write_ins(self, step: Step) -> None:
        block = self.news[step.segments[0].news[0]]
        self.put(self.work.new_table(block) if block.tag == f"{W}tbl" else self.work.new_paragraph(block, mark=step.mark))

    def write_moveFrom(self, step: Step) -> None:  # noqa: N802 - named as the element
        old = self.olds[step.segments[0].olds[0]]
        self.anchor = self.work.move_from(old, step.move)

    def write_moveTo(self, step: Step) -> None:  # noqa: N802
        new = self.news[step.segments[0].news[0]]
        for made in self.work.move_to(new, step.move):
            self.put(made)

    def put(self, made: Any) -> None:
        """Put a block behind the last one, outside of what ended with that."""
        if self.anchor is None:
            first = self.olds[0] if self.olds else None
            if first is not None:
                top = first
                while top.getparent() is not self.parent:
                    top = top.getparent()
                top.addprevious(made)
            else:
                at = next((i for i, c in enumerate(self.parent) if not str(c.tag).endswith("Pr")), len(self.parent))
                self.parent.insert(at, made)
        else:
            self.anchor.addnext(made)
        self.anchor = made

    # --- tables

    def table(self, old: Any, new: Any) -> None:
        olds, news = list(within(old, f"{W}tr")), list(within(new, f"{W}tr"))
        self.work.properties(old, new, "tblPr")
        shapes = [_shape(row) for row in olds] == [_shape(row) for row in news]
        merged = {_merging(row) for row in olds} == {_merging(row) for row in news}  # else cells were merged or parted
        pairs = align(*([_row(row, shapes, merged) for row in rows] for rows in (olds, news)), by_id=False)
        anchor: Any | None = None
        for pair in pairs:
            if pair.old is not None and pair.new is not None:
                anchor = olds[pair.old]
                self.row(anchor, news[pair.new])
            elif pair.old is not None:
                anchor = olds[pair.old]
                self.work.strike_row(anchor)
            elif pair.new is not None:
                made = self.work.new_row(news[pair.new])
                if anchor is not None:
                    anchor.addnext(made)
                elif olds:
                    olds[0].addprevious(made)
                else:
                    old.append(made)
                anchor = made

    def row(self, old: Any, new: Any) -> None:
        if self.is_same(old, new):
            return
        self.work.properties(old, new, "trPr")
        for one, other in zip(within(old, f"{W}tc"), within(new, f"{W}tc"), strict=True):
            self.work.properties(one, other, "tcPr")
            compare_stories(self.work, one, other)


def signature(block: Any) -> bytes:
    """A block to the letter, but for what says nothing of the text."""
    from lxml import etree

    return _NOISE.sub(b"", etree.tostring(block, with_tail=False))


def _item(block: Any) -> Item:
    text = _said(block)
    if block.tag == f"{W}tbl":
        return Item("", "table", text, standing=True)
    text = LABEL.sub("", text, count=1)
    return Item("", "paragraph", text, standing=len(text.split()) <= STANDING)


def _said(block: Any) -> str:
    return "".join(_characters(block))


def _characters(block: Any) -> Iterator[str]:
    for element in block.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{W}p"):
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.getparent().tag == f"{W}r":
            yield "-" if element.tag == f"{W}noBreakHyphen" else " "
        elif element.tag == f"{W}p":
            yield " "


def _words(block: Any) -> list[str]:
    return _said(block).lower().split()


def _shape(row: Any) -> str:
    return " ".join(value(cell.find(f"{W}tcPr"), "gridSpan") or "1" for cell in within(row, f"{W}tc"))


def _merging(row: Any) -> str:
    """Which cells of a row are merged with those below or above."""
    found = (cell.find(f"{W}tcPr/{W}vMerge") for cell in within(row, f"{W}tc"))
    return " ".join("no" if merge is None else merge.get(f"{W}val", "continue") for merge in found)


def _row(row: Any, standing: bool, merged: bool) -> Item:
    family = f"row {sum(1 for _ in within(row, f'{W}tc'))} {_merging(row) if merged else ''}"
    return Item("", family, _said(row), standing)


__all__ = ["blocks", "compare_stories", "signature"]
