"""Blocks struck, put in, moved and edited in one part of the old file.

Example:
    >>> work = Work(Desk(old, new, pen), old.main, new.main)
    >>> compare_stories(work, old_body, new_body)
    >>> work.desk.untracked
    {'a section break came in': None}
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from draftkit.compare.tokens import Edit, Op
from draftkit.compare.words import edits
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut, cut_up, sliced, unfielded
from draftkit.tracking.flat import Flat, Stretch, Thing, flattened
from draftkit.tracking.flows import MARK, Place, flow, label_end, mark
from draftkit.tracking.imports import Imports
from draftkit.tracking.looks import look, spelled
from draftkit.tracking.notes import Notes
from draftkit.tracking.pen import Pen, paragraph_properties
from draftkit.tracking.stories import compare_stories, signature
from draftkit.word.archive import Archive
from draftkit.word.elements import within
from draftkit.word.package import W

_BOX = f"{W}txbxContent"
Segments = Sequence[tuple[Sequence[Flat], Sequence[Flat]]]


@dataclass
class Desk:
    """What all parts of one job share. ``untracked``: what changed and is not tracked, in words."""

    old: Archive
    new: Archive
    pen: Pen
    untracked: dict[str, None] = field(default_factory=dict)
    moves: dict[int, tuple[Edit[Place], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.imports = Imports(self.old, self.new)
        self.notes = Notes(self)

    @cached_property
    def kin(self) -> bool:
        """Whether styles and lists are the same in both files, so that their ids mean the same."""
        return all(self._blob(self.old, kind) == self._blob(self.new, kind) for kind in ("styles", "numbering"))

    def _blob(self, archive: Archive, kind: str) -> bytes:
        return archive.blobs.get(archive.related(archive.main, kind), b"")


@dataclass
class Work:
    """Work on a part of the old file, by a part of the new one."""

    desk: Desk
    part: str
    new_part: str

    @cached_property
    def kin(self) -> bool:
        """Whether what two blocks refer to is the same if they are the same to the letter."""
        return self.desk.kin and not self.desk.old.links(self.part) and not self.desk.new.links(self.new_part)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Have the part written if something was tracked in the meantime."""
        before = self.desk.pen.written
        yield
        if self.desk.pen.written > before:
            self.desk.old.change(self.part)

    def signature(self, block: Any) -> bytes:
        return signature(block)

    def move(self) -> int:
        self.desk.pen.moves += 1
        return self.desk.pen.moves

    def copied(self, element: Any) -> Any:
        return self.desk.imports.copied(element, self.new_part, self.part)

    # --- paragraphs that both files have

    def paragraphs(self, segments: Segments) -> None:
        """Write what became of paragraphs that are one flow; one mark, the last, stays."""
        _Flow(self, [list(o) for o, _ in segments], [list(n) for _, n in segments]).write()

    def properties(self, old: Any, new: Any, name: str) -> None:
        """Track other properties of a table, a row or a cell."""
        one, other = old.find(f"{W}{name}"), new.find(f"{W}{name}")
        if look(one) == look(other):
            return
        wanted = None if other is None else self.copied(other)
        if look(one) == look(wanted):
            return
        if one is None:
            one = old.makeelement(f"{W}{name}")
            old.insert(next((i for i, c in enumerate(old) if c.tag != f"{W}tblPrEx"), len(old)), one)
        self.desk.pen.rewrite(one, wanted, Kind.SUBSTANTIVE)

    # --- whole blocks

    def strike(self, paragraph: Any, *, mark: bool = True) -> None:
        """Strike a paragraph, its notes and its mark."""
        flat = flattened(paragraph)
        for thing in flat.things.values():
            self.desk.notes.strike(self, thing)
        cut_up(flat, [Cut(Op.DELETE, 0, len(flat.text), kind=Kind.SUBSTANTIVE)], self.desk.pen)
        if mark:
            self.desk.pen.mark(paragraph, "del", Kind.SUBSTANTIVE)

    def strike_row(self, row: Any) -> None:
        for paragraph, last in _cell_paragraphs(row):
            self.strike(paragraph, mark=not last)
        self.desk.pen.row(row, "del", Kind.SUBSTANTIVE)

    def new_paragraph(self, paragraph: Any) -> Any:
        """A paragraph of the new file, put in."""
        made = self.own(paragraph)
        self.put_in(made)
        return made

    def own(self, paragraph: Any) -> Any:
        """A copy of a paragraph of the new file for the old one; a section break does not come along."""
        made = self.copied(paragraph)
        section = made.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            section.getparent().remove(section)
            self.desk.untracked["a section break of the new text is left out"] = None
        return made

    def put_in(self, paragraph: Any, *, mark: bool = True) -> None:
        flat = flattened(paragraph)
        for thing in flat.things.values():
            self.desk.notes.bring(self, thing)
        cut_up(flat, [Cut(Op.EQUAL, 0, len(flat.text), kind=Kind.SUBSTANTIVE)], self.desk.pen, kept="ins")
        if mark:
            self.desk.pen.mark(paragraph, "ins", Kind.SUBSTANTIVE)

    def new_row(self, row: Any) -> Any:
        made = self.copied(row)
        self.mark_row(made)
        return made

    def mark_row(self, row: Any) -> None:
        for paragraph, last in list(_cell_paragraphs(row)):
            self.put_in(paragraph, mark=not last)
        self.desk.pen.row(row, "ins", Kind.SUBSTANTIVE)

    def new_table(self, table: Any) -> Any:
        made = self.copied(table)
        for row in within(made, f"{W}tr"):
            self.mark_row(row)
        return made

    # --- moves (17.13.5.21 to .28): the range takes in the mark, so it ends behind the paragraph

    def move_from(self, old: Any, new: Any, move: int) -> Any:
        """Mark a paragraph as moved away, what was struck on the way with it; gives the end of its range."""
        flat = flattened(old)
        cuts = []
        for edit in self.moved(old, new, move):
            name = Op.DELETE if edit.op is Op.DELETE else Op.EQUAL
            cuts += [Cut(name, t.start, t.stop, kind=Kind.SUBSTANTIVE) for t in edit.old]
        for thing in flat.things.values():
            self.desk.notes.strike(self, thing)
        cut_up(flat, _run_together(cuts), self.desk.pen, kept="moveFrom")
        return self._range(old, "moveFrom", move)

    def move_to(self, old: Any, new: Any, move: int) -> list[Any]:
        """A moved paragraph where it arrives, what came in on the way marked so, and the end of its range."""
        made = self.own(new)
        flat = flattened(made)
        cuts = []
        for edit in self.moved(old, new, move):
            name = "ins" if edit.op is Op.INSERT else ""
            cuts += [Cut(Op.EQUAL, t.start, t.stop, kind=Kind.SUBSTANTIVE, name=name) for t in edit.new]
        for thing in flat.things.values():
            self.desk.notes.bring(self, thing)
        cut_up(flat, _run_together(cuts), self.desk.pen, kept="moveTo")
        holder = made.makeelement(f"{W}body")
        holder.append(made)
        self._range(made, "moveTo", move)
        return list(holder)

    def _range(self, paragraph: Any, name: str, move: int) -> Any:
        pen = self.desk.pen
        pen.mark(paragraph, name, Kind.SUBSTANTIVE)
        start = pen.element(paragraph, f"{name}RangeStart", Kind.SUBSTANTIVE)
        start.set(f"{W}name", f"move{move}")
        paragraph_properties(paragraph).addnext(start)
        end = paragraph.makeelement(f"{W}{name}RangeEnd", {f"{W}id": start.get(f"{W}id")})
        paragraph.addnext(end)
        return end

    def moved(self, old: Any, new: Any, move: int) -> tuple[Edit[Place], ...]:
        """The edits of a paragraph that moves, worked out once, before either end is marked."""
        if move not in self.desk.moves:
            olds, news = [flattened(old)], [flattened(new)]
            keys = _Keys(self, olds, news)
            self.desk.moves[move] = edits(tuple(flow(olds, keys.old)), tuple(flow(news, keys.new)))
        return self.desk.moves[move]

    def named(self, archive: Archive, part: str, id_: str) -> str:
        """What a relationship id stands for: the address, or the content of the part."""
        link = next((link for link in archive.links(part) if link.id == id_), None)
        if link is None or link.external:
            return id_ if link is None else link.target
        return hashlib.blake2b(archive.blobs.get(link.target, b""), digest_size=12).hexdigest()


class _Keys:
    """What the things of two flows are compared as."""

    def __init__(self, work: Work, olds: Sequence[Flat], news: Sequence[Flat]) -> None:
        self.work = work
        self.notes = work.desk.notes.paired(olds, news)

    def old(self, flat: Flat, thing: Thing) -> str:
        return self._key(flat, thing, 0)

    def new(self, flat: Flat, thing: Thing) -> str:
        return self._key(flat, thing, 1)

    def _key(self, flat: Flat, thing: Thing, side: int) -> str:
        if thing.kind in ("footnote", "endnote"):
            return self.notes[side].get(thing.element, "\0note")
        work = self.work
        archive, part = ((work.desk.old, work.part), (work.desk.new, work.new_part))[side]

        def named(name: str, value: str) -> str:
            return "" if name in ("id", "name", "descr") else work.named(archive, part, value)

        if thing.kind == "field":
            at = next(s for s in flat.stretches if s.elements[0] is thing.element)
            return "\0field " + "".join(spelled(e, named) for e in at.elements)
        return f"\0{thing.kind} {spelled(thing.element, named)}"


@dataclass
class _Flow:
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
            news = edit.new if edit.op is Op.EQUAL else (None,) * len(edit.old)
            for old, new in zip(edit.old, news, strict=True):
                if old.key == MARK:
                    marks[old.at] = None if new is None else new.at
                    at, place = old.at + 1, 0
                    continue
                at, place = old.at, old.stop
                cuts[at] += self.kept(old, new) if new is not None else [self.struck(old)]
        for flat, own in zip(self.all_olds, cuts, strict=True):
            cut_up(flat, _run_together(own), self.work.desk.pen)
        for at, to in marks.items():
            self.mark(self.all_olds[at].paragraph, to)

    def edits(self) -> Iterator[Edit[Place]]:
        """The edits of all segments, with the marks that part them."""
        keys = _Keys(self.work, self.all_olds, self.all_news)
        at_old = at_new = 0
        for olds, news in zip(self.olds, self.news, strict=True):
            one, other = (tuple(_shifted(flow(f, key), n)) for f, key, n in ((olds, keys.old, at_old), (news, keys.new, at_new)))
            yield from edits(one, other)
            at_old, at_new = at_old + len(olds), at_new + len(news)
            if olds and at_old < len(self.all_olds):
                yield Edit(Op.DELETE, old=(mark(at_old - 1, olds[-1]),))
            if news and at_new < len(self.all_news):
                yield Edit(Op.INSERT, new=(mark(at_new - 1, news[-1]),))

    def struck(self, token: Place) -> Cut:
        self.work.desk.notes.strike(self.work, self.all_olds[token.at].things.get(token.start))
        kind = Kind.CONSEQUENTIAL if token.stop <= self.labels[0][token.at] else Kind.SUBSTANTIVE
        return Cut(Op.DELETE, token.start, token.stop, kind=kind)

    def kept(self, old: Place, new: Place) -> Iterator[Cut]:
        """What stays, cut up where its format changed; what stands inside of a thing is compared."""
        one, other = self.all_olds[old.at], self.all_news[new.at]
        if old.solid:
            self.work.desk.notes.edit(self.work, one.things[old.start], other.things[new.start])
            self.boxes(one.things[old.start].element, other.things[new.start].element)
        at = old.start
        for length, before, after in _side_by_side(one, old, other, new):
            changed = self.look(before, after)
            yield Cut(Op.EQUAL, at, at + length, kind=Kind.SUBSTANTIVE, look=changed)
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
            found = list(stretch.elements) if whole else [sliced(stretch.run, begin - stretch.start, end - stretch.start)]
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
            pen.mark(paragraph, "del", Kind.SUBSTANTIVE)
            return
        one, other = paragraph.find(f"{W}pPr"), self.all_news[to].paragraph.find(f"{W}pPr")
        skip = ("rPr", "sectPr")
        if look(one, skip=skip) == look(other, skip=skip):
            return
        wanted = None if other is None else self.work.copied(other)
        if look(one, skip=skip) != look(wanted, skip=skip):
            pen.rewrite(paragraph_properties(paragraph), wanted, Kind.SUBSTANTIVE)


def _shifted(tokens: Iterator[Place], by: int) -> Iterator[Place]:
    return (replace(token, at=token.at + by) if by else token for token in tokens)


def _side_by_side(one: Flat, old: Place, other: Flat, new: Place) -> Iterator[tuple[int, Stretch, Stretch]]:
    """The stretches that two equal tokens stand in, as long as both are the same."""
    at, here, there = 0, _at(one, old.start), _at(other, new.start)
    while at < old.stop - old.start:
        before, after = one.stretches[here], other.stretches[there]
        length = min(before.stop - old.start, after.stop - new.start, old.stop - old.start) - at
        yield length, before, after
        at += length
        here += before.stop - old.start <= at
        there += after.stop - new.start <= at


def _at(flat: Flat, place: int) -> int:
    """The stretch that a place stands in."""
    return bisect_right(flat.stretches, place, key=lambda stretch: stretch.start) - 1


def _run_together(cuts: Sequence[Cut]) -> list[Cut]:
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
            out[-1] = replace(last, stop=cut.stop)
        else:
            out.append(cut)
    return out


def _cell_paragraphs(row: Any) -> Iterator[tuple[Any, bool]]:
    """The paragraphs of a row, and whether each is the last of its cell; text boxes are left alone."""
    for cell in row.iter(f"{W}tc"):
        found = [p for p in cell.iter(f"{W}p") if next(p.iterancestors(f"{W}tc", _BOX)) is cell]
        for paragraph in found:
            yield paragraph, paragraph is found[-1]


def _boxes(thing: Any) -> list[Any]:
    """The text boxes of a drawing that stand in no other."""
    return [box for box in thing.iter(_BOX) if not any(a is not thing and a.tag == _BOX for a in box.iterancestors()) ]


__all__ = ["Desk", "Work"]
