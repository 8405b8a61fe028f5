"""Two stories of Word files compared, and the changes written into the old one.

A story is what holds paragraphs and tables: the body, a cell, a note, a header, a text box (ECMA-376 part 1, 17.2). ``steps``
says what becomes of its blocks; here it is done: paragraphs as flows, tables row by row, cells as stories.

Example:
    >>> compare_stories(work, old_body, new_body)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from draftkit.tracking.blocks import are_same, blocks
from draftkit.tracking.flat import Flat, flattened
from draftkit.tracking.steps import Step, Steps
from draftkit.tracking.tables import compare_tables
from draftkit.word.elements import within
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work


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
        for step in Steps(self.work, self.olds, self.news).planned():
            getattr(self, f"write_{step.fate}")(step)

    def write_kept(self, step: Step) -> None:
        old = [self.olds[at] for segment in step.segments for at in segment.olds]
        new = [self.news[at] for segment in step.segments for at in segment.news]
        if old[0].tag == f"{W}tbl":
            compare_tables(self.work, old[0], new[0])
        elif not (len(old) == len(new) == 1 and are_same(self.work, old[0], new[0])):
            self.work.paragraphs([(_flats(self.olds, s.olds), _flats(self.news, s.news)) for s in step.segments])
        self.anchor = old[-1] if step.segments[-1].olds else old[-1].getprevious()  # the last paragraph was parted from it

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
            while self.anchor.getnext() is None and self.anchor.getparent() is not self.parent:
                self.anchor = self.anchor.getparent()
            self.anchor.addnext(made)
        self.anchor = made


def _flats(own: Sequence[Any], places: Sequence[int]) -> list[Flat]:
    return [flattened(own[at]) for at in places]


__all__ = ["compare_stories"]
