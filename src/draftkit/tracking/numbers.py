"""The number before a line, where it is typed: what is different in it is struck and typed anew, the tab stays.

Where Word counts, nothing is typed and nothing is written.

Example:
    >>> Numbers(writing, new_lines).kept(change, placed, after=0)      # "3.\\tUrges": [-3-]{+4+}.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from draftkit.compare.redline import Fate, LineChange
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut
from draftkit.tracking.new_lines import NewLines
from draftkit.tracking.sheets import Sheet
from draftkit.tracking.surroundings import typed
from draftkit.tracking.writing import Placed, Writing
from draftkit.un.spelling import same
from draftkit.word.package import W


@dataclass(slots=True)
class Numbers:
    """The typed numbers of one file."""

    writing: Writing
    new: NewLines

    def write(self, change: LineChange, placed: Placed, after: int, *, goes_on: bool) -> None:
        """Gather the cuts of a number.

        Args:
            after: where the line can begin in its paragraph: other lines stand before.
            goes_on: the line is a further part of one that was parted, and its number comes in.
        """
        sheet = self.writing.sheets.of(placed.flats[0].paragraph)
        kind = next((p.kind for p in change.number if p.op is not Op.EQUAL), Kind.CONSEQUENTIAL)
        if goes_on:
            self.begin_part(change, sheet, placed.begin[1], kind)
        elif change.continues and placed.begin > (0, 0):  # joined: the tabs go with the number
            sheet.cuts.insert(0, Cut(Op.DELETE, after, placed.begin[1], kind=kind))
        elif change.fate is Fate.KEPT:
            self.kept(change, placed, after, kind)

    def kept(self, change: LineChange, placed: Placed, after: int, kind: Kind | None) -> None:
        """The number of a line that both texts have."""
        old, new = ("".join(p.run.text for p in change.number if p.op is not op) for op in (Op.INSERT, Op.DELETE))
        sheet = self.writing.sheets.of(placed.flats[0].paragraph)
        begin = placed.begin[1] if placed.begin[0] == 0 else 0
        before = sheet.flat.text[after:begin]
        if old == new:
            return
        if not old:
            run = typed(f"{new}\t", placed.samples.get((False, False, False)), self.new.main)
            sheet.cuts.insert(0, Cut(Op.INSERT, begin, begin, (run,), kind))
            return
        at = same(before).rfind(same(old))
        if at < 0:
            return  # Word counts
        start, stop = after + at, after + at + len(old)
        if not new:
            sheet.cuts.append(Cut(Op.DELETE, start, stop + len(before[at + len(old) :]), kind=kind))
            return
        self.retype(sheet, (start, stop), (old, new), kind)

    def retype(self, sheet: Sheet, place: tuple[int, int], numbers: tuple[str, str], kind: Kind | None) -> None:
        """Another number in the place of one: the brackets and stops that both have stay."""
        (start, stop), (old, new) = place, numbers
        head = _shared(old, new)
        tail = _shared(old[head:][::-1], new[head:][::-1])
        runs = (s.run for s in sheet.flat.stretches if s.start <= start < s.stop and s.run.tag == f"{W}r")
        look = next((run.find(f"{W}rPr") for run in runs), None)
        if stop - tail > start + head:
            sheet.cuts.append(Cut(Op.DELETE, start + head, stop - tail, kind=kind))
        if coming := new[head : len(new) - tail]:
            sheet.cuts.append(Cut(Op.INSERT, stop - tail, stop - tail, (typed(coming, look, self.new.main),), kind))

    def begin_part(self, change: LineChange, sheet: Sheet, begin: int, kind: Kind | None) -> None:
        """The number and tabs of the second part of a paragraph that was parted."""
        lead = self.new.lead(change.line)
        runs: list[Any] = lead.runs(change.line.number, self.new.main) if lead else []
        if runs:
            at = max((at for at, cut in enumerate(sheet.cuts) if cut.ends is not None), default=-1)
            sheet.cuts.insert(at + 1, Cut(Op.INSERT, begin, begin, tuple(runs), kind))


def _shared(one: str, other: str) -> int:
    """How many signs around a number both begin with: "(a)" and "(b)" the bracket; "10." and "11." nothing."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b or a.isalnum()), min(len(one), len(other)))


__all__ = ["Numbers"]
