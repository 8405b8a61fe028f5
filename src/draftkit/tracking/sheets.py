"""What becomes of the paragraphs of a file, gathered line by line and written at the end, each paragraph once.

Several printed lines may stand in one paragraph (a masthead), and one line in several (a note of two paragraphs).

Example:
    >>> sheets = Sheets(pen)
    >>> sheets.of(paragraph).cuts.append(Cut(Op.DELETE, 4, 9, kind=Kind.SUBSTANTIVE))
    >>> sheets.write()
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from draftkit.compare.tokens import Op
from draftkit.tracking.cuts import Cut, cut_up
from draftkit.tracking.flat import Flat, flattened
from draftkit.tracking.pen import Pen


@dataclass(slots=True)
class Sheet:
    """A paragraph and its cuts so far. ``kept``: a change around all that stays, as in ``cut_up``."""

    flat: Flat
    cuts: list[Cut] = field(default_factory=list)
    kept: str = ""


@dataclass(slots=True)
class Sheets:
    """The sheets of all paragraphs that something becomes of."""

    pen: Pen
    by_paragraph: dict[Any, Sheet] = field(default_factory=dict)

    def of(self, paragraph: Any) -> Sheet:
        """The sheet of a paragraph."""
        if paragraph not in self.by_paragraph:
            self.by_paragraph[paragraph] = Sheet(flattened(paragraph))
        return self.by_paragraph[paragraph]

    def write(self) -> None:
        """Write all cuts."""
        for sheet in self.by_paragraph.values():
            if sheet.cuts or sheet.kept:
                cut_up(sheet.flat, completed(sheet.cuts, len(sheet.flat.text)), self.pen, kept=sheet.kept)


def completed(cuts: Sequence[Cut], length: int) -> list[Cut]:
    """The cuts in order, and between them what stays."""
    out: list[Cut] = []
    at = 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if cut.start > at:
            out.append(Cut(Op.EQUAL, at, cut.start))
        if cut.op is Op.INSERT:
            out.append(cut)
        elif cut.stop > at:
            out.append(cut if cut.start >= at else Cut(cut.op, at, cut.stop, kind=cut.kind, look=cut.look, name=cut.name))
        at = max(at, cut.stop)
    if at < length:
        out.append(Cut(Op.EQUAL, at, length))
    return out


def run_together(cuts: Sequence[Cut]) -> list[Cut]:
    """Neighbouring cuts that say the same as one."""
    out: list[Cut] = []
    for cut in cuts:
        last = out[-1] if out else None
        if (
            last is not None
            and cut.op is not Op.INSERT
            and (last.op, last.stop, last.name, last.look) == (cut.op, cut.start, cut.name, None)
            and cut.look is None
            and (last.kind is cut.kind or cut.op is Op.EQUAL)
        ):
            out[-1] = Cut(cut.op, last.start, cut.stop, kind=last.kind, name=last.name)
        else:
            out.append(cut)
    return out


__all__ = ["Sheet", "Sheets", "completed", "run_together"]
