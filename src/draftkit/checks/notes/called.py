"""Where notes are called, and what they say: what the rules on notes ask again and again.

Example:
    >>> [(at, note) for at, note in callouts(passage)], [said.full for said in printed(subject)]
    ([(44, 'report')], ['A/81/2001.'])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from draftkit.assemble.notes import full, is_ibid
from draftkit.assemble.places import NOTE
from draftkit.assemble.printed import note_numbers
from draftkit.checks.subject import Passage, Subject
from draftkit.inline import plain
from draftkit.model import Callout, Note, Text

LONGEST = 2_000
"""No note that gives a source has more characters."""


@dataclass(frozen=True, slots=True)
class Said:
    """A note that is called: its number, what it says as it stands, and with its "Ibid." written out."""

    note: Note
    number: int
    text: str
    full: str

    @property
    def owner(self) -> str:
        """Its key in ``Subject.names``."""
        return f"{NOTE}{self.note.id}"

    @property
    def ibid(self) -> bool:
        """Whether it begins with "Ibid."."""
        return is_ibid(self.note.content)


def printed(subject: Subject) -> tuple[Said, ...]:
    """The notes that are called, in printed order."""
    notes = {note.id: note for note in subject.resolution.notes}
    numbered = note_numbers(subject.resolution).items() if notes else ()
    return tuple(_said(notes, [(notes[name], number) for name, number in numbered if name in notes]))


def _said(notes: Mapping[str, Note], called: Sequence[tuple[Note, int]]) -> Iterator[Said]:
    """Each with its source, which the notes before it have written out already: a chain of "Ibid." is followed once."""
    known = dict(notes)
    for note, number in called:
        whole = full(note, known)
        text = plain(whole)
        if len(text) <= LONGEST:
            known[note.id] = replace(note, content=whole, ibid="")
        yield Said(note, number, plain(note.content), _spaced(text))


def callouts(passage: Passage) -> Iterator[tuple[int, str]]:
    """The callouts of a passage: where each stands in its ``flat`` characters, and the id of its note."""
    at = 0
    for piece in passage.content:
        if isinstance(piece, Callout):
            yield at, piece.note
        at += len(piece.text) if isinstance(piece, Text) else 1


def _spaced(text: str) -> str:
    """A note with plain blanks and hyphens: it is compared."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")
