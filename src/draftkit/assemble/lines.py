"""The printed lines of a text as values: what each is, what it says, and the notes below them.

Example:
    >>> Line("urges-observe", Role.OPERATIVE, (Run("Urges", italic=True), Run(" States to report.")), "3.").text
    'Urges States to report.'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a line is; the template has a style for each."""

    PUBLISHER = "publisher"
    SYMBOL = "symbol"
    ORGAN = "organ"
    DISTRIBUTION = "distribution"
    ISSUED = "issued"
    ORIGINAL = "original"
    SESSION = "session"
    COMMITTEE = "committee"
    AGENDA_ITEM = "agenda-item"
    AGENDA_TITLE = "agenda-title"
    PROPOSAL = "proposal"  # "Resolution adopted by ..." or the sponsors' line
    BASIS = "basis"
    OTHER = "other"  # a line of the masthead of no known form
    TITLE = "title"
    PART_LABEL = "part-label"
    PART_TITLE = "part-title"
    FORMULA = "formula"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    ITEM = "item"
    SECTION_NUMBER = "section-number"
    SECTION_HEADING = "section-heading"
    ROW = "row"
    MEETING = "meeting"
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"
    ANNEX_PARAGRAPH = "annex-paragraph"
    OPAQUE = "opaque"  # what a reader could not read


MASTHEAD = frozenset(list(Role)[: list(Role).index(Role.TITLE) + 1])
"""The roles of the head of the first page, the title with them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one format. A reference has its target's id in ``ref``; a callout the note's id in ``note``.

    ``repeated``: a further callout of a note already called, which shows the same number again (un-rules E3).
    """

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    ref: str = ""
    note: str = ""
    repeated: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed paragraph, or one row of a table (then ``cells`` and ``spans`` hold it, and ``runs`` is empty).

    ``key`` is the id of the block, or a name ("masthead.symbol"); ``number`` stands before the text ("3.", "79/124.").
    """

    key: str
    role: Role
    runs: Runs = ()
    number: str = ""
    depth: int = 0
    cells: tuple[Runs, ...] = ()
    spans: tuple[int, ...] = ()
    head: bool = False

    @property
    def text(self) -> str:
        """The characters alone, without number and callouts; cells joined by " | "."""
        return " | ".join(characters(cell) for cell in self.cells) if self.cells else characters(self.runs)


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote as printed: its number, and the note's id."""

    number: int
    id: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as printed."""

    lines: tuple[Line, ...]
    notes: tuple[PrintedNote, ...] = field(default=())


def characters(runs: Runs) -> str:
    """The characters of runs, callouts left out."""
    return "".join(run.text for run in runs if not run.note)
