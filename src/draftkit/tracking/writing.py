"""The pieces of one printed line written into the paragraphs that it stands in, and its notes into theirs.

Example:
    >>> writing.line(writing.place([flat], change.pieces), change.pieces, change.fate)
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from draftkit.compare.redline import Fate, Piece, Pieces, Redline, note_key
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut, unfielded
from draftkit.tracking.flat import THING, Flat, Stretch, Thing
from draftkit.tracking.located import Spot, is_printed, located
from draftkit.tracking.note_texts import NoteTexts
from draftkit.tracking.pen import Pen
from draftkit.tracking.sheets import Sheets
from draftkit.tracking.surroundings import Format, Looks, changed_to, dressed, format_of
from draftkit.word.package import W

_SHOWN = 40
"""Characters of a line by which it is named."""


@dataclass(slots=True)
class Placed:
    """Pieces, and where those of the old text stand. ``begin`` and ``end`` are where the line begins and ends."""

    flats: Sequence[Flat]
    spots: list[list[Spot | None]]
    begin: Spot
    end: Spot
    samples: dict[Format, Any]
    missing: int = 0


def said(piece: Piece) -> str:
    """What a piece of the old text says, a callout as the sign of a thing."""
    run = piece.was or piece.run
    return THING if run.note and not run.repeated else run.text


@dataclass(slots=True)
class Writing:
    """Writes lines; one for a file. ``untracked`` says what could not be found in it."""

    pen: Pen
    sheets: Sheets
    redline: Redline
    notes: NoteTexts
    looks: Looks = field(default_factory=Looks)
    untracked: dict[str, None] = field(default_factory=dict)

    def place(self, flats: Sequence[Flat], pieces: Pieces, after: Spot = (0, 0)) -> Placed:
        """Find the pieces of a line in its paragraphs."""
        olds = [piece for piece in pieces if piece.op is not Op.INSERT]
        spots = located(flats, "".join(map(said, olds)), after)
        parted: list[list[Spot | None]] = []
        samples: dict[Format, Any] = {}
        for piece in olds:
            own = spots[: len(said(piece))]
            spots = spots[len(own) :]
            parted.append(own)
            first = next((spot for spot in own if spot is not None), None)
            stretch = None if first is None else _stretch(flats[first[0]], first[1])
            if stretch is not None and stretch.run.tag == f"{W}r" and not (piece.run.note or piece.run.ref):
                samples.setdefault(format_of(piece.was or piece.run), stretch.run.find(f"{W}rPr"))
        found = [spot for own in parted for spot in own if spot is not None]
        begin = min(found, default=(len(flats) - 1, len(flats[-1].text)))
        last = max(found, default=begin)
        letters = "".join(map(said, olds))
        missing = sum(s is None and is_printed(c) for c, s in zip(letters, (s for own in parted for s in own), strict=True))
        return Placed(flats, parted, begin, (last[0], last[1] + 1) if found else begin, self.looks.completed(samples), missing)

    def line(self, placed: Placed, pieces: Pieces, fate: Fate = Fate.KEPT) -> None:
        """Gather the cuts of a line."""
        here = placed.begin
        field_struck: Stretch | None = None
        spots = iter(placed.spots)
        samples = placed.samples
        for piece in pieces:
            if piece.op is Op.INSERT:
                sheet = self.sheets.of(placed.flats[here[0]].paragraph)
                content = self.content(piece, fate, replace(placed, samples=samples), here, field_struck)
                sheet.cuts.append(Cut(Op.INSERT, here[1], here[1], tuple(content), piece.kind))
                continue
            own = next(spots)
            field_struck = None
            for index, start, stop in _ranges(own):
                flat = placed.flats[index]
                self.old_piece(flat, piece, fate, start, stop, placed)
                here = (index, stop)
                samples = placed.samples | _sample(flat, piece, stop - 1)
                if piece.op is Op.DELETE and stop - start == 1 and start in flat.things and flat.things[start].kind == "field":
                    field_struck = _stretch(flat, start)

    def old_piece(self, flat: Flat, piece: Piece, fate: Fate, start: int, stop: int, placed: Placed) -> None:
        """The cut of a stretch of the old text, and its note."""
        sheet = self.sheets.of(flat.paragraph)
        if piece.run.note and not piece.run.repeated and start in flat.things:
            self.note(flat.things[start], piece, fate)
        if piece.op is Op.DELETE:
            sheet.cuts.append(Cut(Op.DELETE, start, stop, kind=piece.kind))
        elif piece.was is not None and format_of(piece.was) != format_of(piece.run):
            look = changed_to(format_of(piece.run), placed.samples, flat.paragraph)
            sheet.cuts.append(Cut(Op.EQUAL, start, stop, kind=piece.kind, look=look))

    def note(self, thing: Thing, piece: Piece, fate: Fate) -> None:
        """Strike or change the note of a callout of the old text."""
        key = note_key(piece, fate)
        definition = self.notes.of(thing)
        if not key[1]:
            self.strike_note(thing, piece.kind)
            return
        pieces = self.redline.notes.get(key, ())
        if definition is not None and any(p.op is not Op.EQUAL or p.was for p in pieces):
            self.notes.change(thing.kind)
            placed = self.place([self.sheets.of(p).flat for p in definition.iter(f"{W}p")], pieces)
            if placed.missing:
                self.not_found("the note", "".join(map(said, pieces)))
            self.line(placed, pieces)

    def strike_note(self, thing: Thing, kind: Kind | None) -> None:
        """Strike the text of the note that a callout calls; any other thing has none."""
        definition = self.notes.of(thing) if thing.kind in ("footnote", "endnote") else None
        if definition is None:
            return
        self.notes.change(thing.kind)
        for paragraph in definition.iter(f"{W}p"):
            sheet = self.sheets.of(paragraph)
            sheet.cuts = [Cut(Op.DELETE, 0, len(sheet.flat.text), kind=kind or Kind.SUBSTANTIVE)]

    def not_found(self, where: str, text: str, *, at_all: bool = False) -> None:
        """Name a line that changed and is not where it was read, or not as it was read."""
        named = text.strip() if len(text.strip()) <= _SHOWN else f"{text.strip()[:_SHOWN].rstrip()}..."
        cause = "was not found, its changes are left out" if at_all else "is not typed as read, some of its changes are left out"
        self.untracked[f'{where}, "{named}", {cause}: compare it with the new text and change it by hand'] = None

    def content(self, piece: Piece, fate: Fate, placed: Placed, here: Spot, struck_field: Stretch | None = None) -> list[Any]:
        """The runs of a piece that comes in."""
        near = placed.flats[here[0]].paragraph
        if piece.run.note and not piece.run.repeated:
            pieces = self.redline.notes.get(note_key(piece, fate), ())
            return [self.notes.new(pieces, piece.kind, near, self.pen)]
        if struck_field is not None and (piece.run.ref or piece.run.text.isdecimal()):
            return _field_saying(struck_field, piece.run.text)
        return [dressed(piece.run, placed.samples, near)]


def _sample(flat: Flat, piece: Piece, place: int) -> dict[Format, Any]:
    """The format at a place, for what comes in behind it."""
    stretch = _stretch(flat, place)
    if stretch is None or stretch.run.tag != f"{W}r" or place in flat.things:
        return {}
    return {format_of(piece.was or piece.run): stretch.run.find(f"{W}rPr")}


def _field_saying(stretch: Stretch, text: str) -> list[Any]:
    """A copy of a field that shows another text, until Word works it out anew."""
    runs = [run for element in stretch.elements for run in unfielded(copy.deepcopy(element))]
    texts = [t for run in runs for t in run.iter(f"{W}t")]
    for at, found in enumerate(texts):
        found.text = text if at == 0 else ""
    return runs


def _stretch(flat: Flat, place: int) -> Stretch | None:
    return next((s for s in flat.stretches if s.start <= place < s.stop), None)


def _ranges(spots: Sequence[Spot | None]) -> Iterator[tuple[int, int, int]]:
    """The stretches that spots take, paragraph by paragraph: (which, start, stop)."""
    by_flat: dict[int, list[int]] = {}
    for spot in spots:
        if spot is not None:
            by_flat.setdefault(spot[0], []).append(spot[1])
    for index, places in sorted(by_flat.items()):
        yield index, min(places), max(places) + 1


__all__ = ["Placed", "Writing", "said"]
