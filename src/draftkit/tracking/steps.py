"""What becomes of the blocks of a story, step by step: which is which, what was parted or joined, what moved.

Example:
    >>> [step.fate for step in Steps(work, old_blocks, new_blocks).planned()]
    ['kept', 'del', 'kept', 'ins']
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from draftkit.compare.align import Pair, align
from draftkit.tracking.blocks import item, words
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work

TRULY = 4
"""Words of the one that the other must have for two paragraphs to be parts of one that was parted."""
_PLAIN = {"moveFrom": "del", "moveTo": "ins"}
"""What a move would be if it were none."""


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


@dataclass(slots=True)
class Steps:
    """Plans the steps of one story."""

    work: Work
    olds: list[Any]
    news: list[Any]

    def planned(self) -> list[Step]:
        """The steps in the order of the redline."""
        pairs = align([item(b) for b in self.olds], [item(b) for b in self.news], by_id=False)
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
        own = words(part)
        free = Counter(words(whole[0]))
        for block in rest:
            free.subtract(words(block))
        shared = (Counter(own) & +free).total()
        return shared >= TRULY and 2 * shared > len(own)

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


__all__ = ["Segment", "Step", "Steps"]
