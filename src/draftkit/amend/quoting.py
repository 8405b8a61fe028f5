"""The words of a text as an amendment document quotes them: references and notes as they are read on paper.

A reference is quoted as the number that it prints; a note that the draft has as "[footnote 3]"; a new note stays a callout, and
is a footnote of the amendment document itself.

Example:
    >>> Quoting(draft, amended, ["new-note"]).old("urges-observe", parse("paragraph [[condemns]] above,[^report]"))
    (Text('paragraph 2 above,[footnote 3]'),)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from draftkit import inline
from draftkit.amend.atoms import atoms, places
from draftkit.amend.sheet import Sheet
from draftkit.assemble import numbers
from draftkit.assemble.printed import note_numbers
from draftkit.assemble.references import Path, printed_form
from draftkit.model import Callout, Content, Inline, Ref, Resolution, Text


@dataclass(slots=True)
class _Page:
    """What each place of a text says, and what its references print."""

    sheet: Sheet
    paths: Mapping[str, Path]

    @classmethod
    def of(cls, text: Resolution) -> _Page:
        return cls(Sheet.of(text), numbers.paths(text))

    def printed(self, place: str, words: Content) -> list[str]:
        """What each reference among some words of a place prints there."""
        content = self.sheet.content(place) or ()
        own = self.paths.get(place, ())
        row, wanted = atoms(content), atoms(words)
        marks = [at for at, atom in enumerate(wanted) if isinstance(atom, Ref)]
        if not marks:
            return []
        found = places(row, wanted)
        if len(found) != 1:
            refs = [at for at, piece in enumerate(words) if isinstance(piece, Ref)]
            return [printed_form(words, at, own, self.paths) for at in refs]
        before = {id_: at for at, id_ in enumerate(_refs_at(row))}
        refs = [at for at, piece in enumerate(content) if isinstance(piece, Ref)]
        return [printed_form(content, refs[before[found[0] + mark]], own, self.paths) for mark in marks]


def _refs_at(row: tuple[Inline, ...]) -> list[int]:
    return [at for at, atom in enumerate(row) if isinstance(atom, Ref)]


@dataclass(slots=True)
class Quoting:
    """The draft, the text that the amendments make of it, and the notes that they bring in."""

    draft: Resolution
    amended: Resolution
    new_notes: Collection[str] = ()
    pages: tuple[_Page, _Page] = field(init=False)
    footnotes: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = _Page.of(self.draft), _Page.of(self.amended)
        self.footnotes = note_numbers(self.draft)

    def old(self, place: str, words: Content) -> Content:
        """Words that a place of the draft has."""
        return self._quoted(words, self.pages[0].printed(place, words))

    def pieces(self, place: str, content: Content) -> list[str]:
        """What each piece of a whole place of the draft shows on paper."""
        printed = iter(self.pages[0].printed(place, content))
        shown = (self._piece(piece, printed) for piece in content)
        return [piece.text if isinstance(piece, Text) else "" for piece in shown]

    def new(self, place: str, words: Content) -> Content:
        """Words that a place of the amended text has."""
        return self._quoted(words, self.pages[1].printed(place, words))

    def _quoted(self, words: Content, references: list[str]) -> Content:
        printed = iter(references)
        return inline.join(self._piece(piece, printed) for piece in words)

    def _piece(self, piece: Inline, references: Iterator[str]) -> Inline:
        if isinstance(piece, Ref):
            return Text(next(references))
        if isinstance(piece, Callout) and piece.note not in self.new_notes:
            return Text(f"[footnote {self.footnotes.get(piece.note, '?')}]")
        return piece
