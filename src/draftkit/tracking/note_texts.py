"""The notes of a Word file that new text is written into.

A new note is made like one that the file has: its style, and what stands before its text.

Example:
    >>> callout = notes.new(pieces, Kind.SUBSTANTIVE, paragraph, pen)
"""

from __future__ import annotations

import copy
from functools import cached_property
from typing import Any

from draftkit.compare.redline import Pieces
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.copies import copied
from draftkit.tracking.cuts import Cut, cut_up, sliced
from draftkit.tracking.flat import Thing, flattened
from draftkit.tracking.pen import Pen
from draftkit.tracking.surroundings import dressed
from draftkit.word.archive import Archive
from draftkit.word.elements import whole
from draftkit.word.package import W

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = (
    f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
_RAISED = f'<w:rPr xmlns:w="{W[1:-1]}"><w:vertAlign w:val="superscript"/></w:rPr>'


class NoteTexts:
    """The footnotes and endnotes of a file."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        part = archive.related(archive.main, "footnotes")
        self.blank = _without_text(archive.tree(part)) if part else None  # before anything is marked in them

    def of(self, thing: Thing) -> Any | None:
        """The note that a callout calls."""
        part = self.archive.related(self.archive.main, f"{thing.kind}s")
        wanted = thing.element.get(f"{W}id", "")
        return next((note for note in self.archive.tree(part) if note.get(f"{W}id") == wanted), None) if part else None

    def change(self, kind: str) -> None:
        """Have the notes of a kind written."""
        self.archive.change(self.archive.related(self.archive.main, f"{kind}s"))

    @cached_property
    def part(self) -> str:
        """The part of the footnotes, made if the file has none."""
        found = self.archive.related(self.archive.main, "footnotes")
        if not found:
            found = self.archive.free_name("word/footnotes.xml")
            self.archive.add(found, _EMPTY.encode(), _TYPE)
            self.archive.link(self.archive.main, "footnotes", found)
        return found

    @cached_property
    def callout(self) -> Any | None:
        """The run of a callout that the file has, to make others like it."""
        main = self.archive.tree(self.archive.main)
        return next((r.getparent() for r in main.iter(f"{W}footnoteReference") if len(r.getparent()) <= 2), None)

    def new(self, pieces: Pieces, kind: Kind | None, near: Any, pen: Pen) -> Any:
        """Add a note that came in; gives the run that calls it."""
        root = self.archive.tree(self.part)
        callouts = self.archive.tree(self.archive.main).iter(f"{W}footnoteReference")  # one may call a note that is not there
        number = str(max((whole(each.get(f"{W}id", "")) for each in (*root, *callouts)), default=0) + 1)
        note = self._like_others(root)
        note.set(f"{W}id", number)
        root.append(note)
        paragraph = note.find(f"{W}p")
        for piece in pieces:
            paragraph.append(dressed(piece.run, {}, paragraph))
        flat = flattened(paragraph)
        cut_up(flat, [Cut(Op.EQUAL, 0, len(flat.text), kind=kind)], pen, kept="ins")
        self.archive.change(self.part)
        return self._callout(number, near)

    def _like_others(self, root: Any) -> Any:
        """A note without text, made like the first of the file."""
        from lxml import etree

        if self.blank is not None:
            return copy.deepcopy(self.blank)
        note = root.makeelement(f"{W}footnote")
        paragraph = etree.SubElement(note, f"{W}p")
        run = etree.SubElement(paragraph, f"{W}r")
        run.append(etree.fromstring(_RAISED))
        etree.SubElement(run, f"{W}footnoteRef")
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}tab")
        return note

    def _callout(self, number: str, near: Any) -> Any:
        from lxml import etree

        run = near.makeelement(f"{W}r")
        own = None if self.callout is None else self.callout.find(f"{W}rPr")
        run.append(copy.deepcopy(own) if own is not None else etree.fromstring(_RAISED))
        run.append(run.makeelement(f"{W}footnoteReference", {f"{W}id": number}))
        return run


def _without_text(root: Any) -> Any | None:
    """A copy of the first note of a file with what stands before its text alone: its number and tabs."""
    usual = (n for n in root.iterchildren(f"{W}footnote") if n.get(f"{W}type") in (None, "normal"))
    model = next((n for n in usual if n.find(f"{W}p") is not None), None)
    if model is None:
        return None
    note = model.makeelement(model.tag)
    paragraph = copied(model.find(f"{W}p"))
    note.append(paragraph)
    flat = flattened(paragraph)
    begins = len(flat.text) - len(flat.text.lstrip())
    for stretch in flat.stretches:
        if stretch.stop > begins:
            if stretch.start < begins:  # a tab and text in one run
                stretch.run.addprevious(sliced(stretch.run, 0, begins - stretch.start))
            for element in stretch.elements:
                element.getparent().remove(element)
    return note


__all__ = ["NoteTexts"]
