"""Paragraphs that both files have, one flow, written as what became of them.

In: the paragraphs by segment. Segments are compared for themselves; between two of them a mark is struck or comes in, and one
mark, the last, stays.

Example:
    >>> Flowing(work, [([old_flat], [new_flat])]).write()
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from draftkit.compare.tokens import Edit, Op
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut, cut_up, sliced, unfielded
from draftkit.tracking.flat import Flat, Stretch, Thing
from draftkit.tracking.flows import MARK, Place, compared, label_end, mark
from draftkit.tracking.imports import LEFT
from draftkit.tracking.keys import Keys
from draftkit.tracking.looks import look
from draftkit.tracking.pen import paragraph_properties
from draftkit.tracking.sheets import run_together
from draftkit.tracking.stories import compare_stories
from draftkit.word.elements import is_in_box
from draftkit.word.package import W

if TYPE_CHECKING:
    from draftkit.tracking.work import Work

_BOX = f"{W}txbxContent"


@dataclass
class Flowing:
    """Writes one flow: ``olds`` and ``news`` by segment."""

    work: Work
    olds: list[list[Flat]]
    news: list[list[Flat]]

    def __post_init__(self) -> None:
        self.all_olds = [flat for group in self.olds for flat in group]
        self.all_news = [flat for group in self.news for flat in group]
        self.labels = [label_end(flat) for flat in self.all_olds], [label_end(flat) for flat in self.all_news]

    def write(self) -> None:
        cuts: list[list[Cut]] = [[] for _ in self.all_olds]
        marks: dict[int, int | None] = {len(self.all_olds) - 1: len(self.all_news) - 1}
        at = place = 0
        for edit in self.edits():
            if edit.op is Op.INSERT:
                cuts[at] += self.insertions(edit.new, place)
                continue
            for start, stop in _between_marks(edit.old):
                old, new = edit.old[start:stop], edit.new[start:stop]
                if old[0].key == MARK:
                    marks[old[0].at] = new[0].at if new else None
                    at, place = old[0].at + 1, 0
                else:
                    at, place = old[0].at, old[-1].stop
                    cuts[at] += self.kept(old, new) if new else map(self.struck, old)
        for flat, own in zip(self.all_olds, cuts, strict=True):
            cut_up(flat, run_together(own), self.work.desk.pen)
        for at, to in marks.items():
            self.mark(self.all_olds[at].paragraph, to)

    def edits(self) -> Iterator[Edit[Place]]:
        """The edits of all segments, with the marks that part them."""
        keys = Keys(self.work, self.all_olds, self.all_news)
        at_old = at_new = 0
        for olds, news in zip(self.olds, self.news, strict=True):
            yield from compared(olds, news, (keys.old, keys.new), (at_old, at_new))
            at_old, at_new = at_old + len(olds), at_new + len(news)
            if olds and at_old < len(self.all_olds):
                yield Edit(Op.DELETE, old=(mark(at_old - 1, olds[-1]),))
            if news and at_new < len(self.all_news):
                yield Edit(Op.INSERT, new=(mark(at_new - 1, news[-1]),))

    def struck(self, token: Place) -> Cut:
        self.work.desk.notes.strike(self.work, self.all_olds[token.at].things.get(token.start))
        kind = Kind.CONSEQUENTIAL if token.stop <= self.labels[0][token.at] else Kind.SUBSTANTIVE
        return Cut(Op.DELETE, token.start, token.stop, kind=kind)

    def kept(self, olds: Sequence[Place], news: Sequence[Place]) -> Iterator[Cut]:
        """What stays, cut up where its format changed; what stands inside of a thing is compared."""
        one, other = self.all_olds[olds[0].at], self.all_news[news[0].at]
        for old, new in zip(olds, news, strict=True):
            if old.solid:
                self.work.desk.notes.edit(self.work, one.things[old.start], other.things[new.start])
                self.boxes(one.things[old.start].element, other.things[new.start].element)
        at = olds[0].start
        for length, before, after in _side_by_side(one, at, other, news[0].start, olds[-1].stop - at):
            yield Cut(Op.EQUAL, at, at + length, kind=Kind.SUBSTANTIVE, look=self.look(before, after))
            at += length

    def look(self, before: Stretch, after: Stretch) -> Any | None:
        """The properties that a run has now, if they are others."""
        if before.run.tag != f"{W}r" or after.run.tag != f"{W}r":
            return None
        one, other = before.run.find(f"{W}rPr"), after.run.find(f"{W}rPr")
        if look(one) == look(other):
            return None
        wanted = self.work.copied(other) if other is not None else before.run.makeelement(f"{W}rPr")
        return None if look(one) == look(wanted) else wanted

    def boxes(self, old: Any, new: Any) -> None:
        """Compare the text boxes of two drawings, each alternative for itself."""
        for one, other in zip(_boxes(old), _boxes(new), strict=False):
            compare_stories(self.work, one, other)

    def insertions(self, tokens: Sequence[Place], place: int) -> Iterator[Cut]:
        """What comes in at a place, paragraph marks for themselves."""
        start = 0
        for at, token in enumerate([*tokens, None]):
            if token is not None and token.key != MARK and (at == start or self.goes_on(tokens[at - 1], token)):
                continue
            if at > start:
                first, last = tokens[start], tokens[at - 1]
                content = self.content(self.all_news[first.at], first.start, last.stop)
                yield Cut(Op.INSERT, place, place, tuple(content), self.kind(first))
            start = at
            if token is not None and token.key == MARK:
                yield Cut(Op.INSERT, place, place, (), Kind.SUBSTANTIVE, ends=self.ends(token))
                start = at + 1

    def goes_on(self, one: Place, other: Place) -> bool:
        """Whether a token stands behind another and came in by the same hand."""
        return one.key != MARK and other.start == one.stop and self.kind(one) is self.kind(other)

    def kind(self, token: Place) -> Kind:
        return Kind.CONSEQUENTIAL if token.stop <= self.labels[1][token.at] else Kind.SUBSTANTIVE

    def ends(self, token: Place) -> Any:
        """The properties of a paragraph of the new file, for one that is parted from an old one."""
        paragraph = self.all_news[token.at].paragraph
        properties = paragraph.find(f"{W}pPr")
        own = self.work.copied(properties) if properties is not None else paragraph.makeelement(f"{W}pPr")
        for child in own.findall(f"{W}sectPr"):
            own.remove(child)
            self.work.desk.untracked["a section break of the new text is left out"] = None
        return own

    def content(self, flat: Flat, start: int, stop: int) -> list[Any]:
        """The runs of a stretch of the new file, ready to be put in, hyperlinks around them."""
        out: list[Any] = []
        holder: Any | None = None
        for stretch in flat.stretches:
            begin, end = max(start, stretch.start), min(stop, stretch.stop)
            if begin >= end:
                continue
            whole = stretch.stop - stretch.start == 1
            own = [element for element in stretch.elements if element.tag not in LEFT]
            found = own if whole else [sliced(stretch.run, begin - stretch.start, end - stretch.start)]
            made = [run for element in found for run in unfielded(self.work.copied(element))]
            for element in made:
                for note in element.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
                    self.work.desk.notes.bring(self.work, Thing("footnote" if "foot" in note.tag else "endnote", note))
            link = next(stretch.run.iterancestors(f"{W}hyperlink", f"{W}p"), None)
            if link is not None and link.tag == f"{W}hyperlink":
                if holder is not link:
                    shell = link.makeelement(link.tag, dict(link.attrib))
                    out.append(self.work.copied(shell))
                out[-1].extend(made)
            else:
                out += made
            holder = link
        return out

    def mark(self, paragraph: Any, to: int | None) -> None:
        """What became of the mark of an old paragraph: struck, or that of a paragraph of the new file."""
        pen = self.work.desk.pen
        if to is None:
            self.work.strike_mark(paragraph)
            return
        one, other = paragraph.find(f"{W}pPr"), self.all_news[to].paragraph.find(f"{W}pPr")
        skip = ("rPr", "sectPr")
        if look(one, skip=skip) == look(other, skip=skip):
            return
        wanted = None if other is None else self.work.copied(other)
        if look(one, skip=skip) != look(wanted, skip=skip):
            pen.rewrite(paragraph_properties(paragraph), wanted, Kind.SUBSTANTIVE)


def _between_marks(tokens: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Tokens in groups: each paragraph mark alone, what stands between two of them together."""
    start = 0
    for at, token in enumerate(tokens):
        if token.key == MARK:
            if at > start:
                yield start, at
            yield at, at + 1
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


def _side_by_side(one: Flat, old: int, other: Flat, new: int, length: int) -> Iterator[tuple[int, Stretch, Stretch]]:
    """The stretches that equal characters of two paragraphs stand in, as long as both are the same."""
    at, here, there = 0, _at(one, old), _at(other, new)
    while at < length:
        before, after = one.stretches[here], other.stretches[there]
        step = min(before.stop - old, after.stop - new, length) - at
        yield step, before, after
        at += step
        here += before.stop - old <= at
        there += after.stop - new <= at


def _at(flat: Flat, place: int) -> int:
    """The stretch that a place stands in."""
    return bisect_right(flat.stretches, place, key=lambda stretch: stretch.start) - 1


def _boxes(thing: Any) -> list[Any]:
    """The text boxes of a drawing that stand in no other."""
    return [box for box in thing.iter(_BOX) if not is_in_box(box, thing)]


__all__ = ["Flowing"]
