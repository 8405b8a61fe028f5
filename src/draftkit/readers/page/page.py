"""A text as a reader found it on the page: whole paragraphs in printed order, and the notes put aside.

This is where the readers of text, Word and PDF meet. Each makes a ``Page`` of its file; ``composer`` makes the resolution.

Example:
    >>> note = PrintedNote("1", "A/79/143.", 9)
    >>> Page(Form(), [Chunk(f"*Having considered* the report,{called(0)}", 4)], [note])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from draftkit.model import Findings

CALLOUT = "\ue000"
"""Stands on both sides of what a callout calls, in the text of a chunk; never part of an input once cleaned."""


def called(note: int | str) -> str:
    """The callout of the note at a place of the page's list; while a text is read, of the note with a key."""
    return f"{CALLOUT}{note}{CALLOUT}"


def without_callouts(text: str) -> str:
    """A text without its callouts."""
    return _CALLED.sub("", text) if CALLOUT in text else text


_CALLED = re.compile(f"{CALLOUT}[^{CALLOUT}]*{CALLOUT}")


@dataclass(frozen=True, slots=True)
class Form:
    """How the text of the chunks is to be taken.

    Args:
        exact: every mark is one, every label a label; nothing of the letters has to be guessed.
        marks: the text has Markdown's marks (``inline`` has the grammar).
        bold_headings: headings are bold, so nothing else is one.
        leads: italics were lost or are not to be relied on, so the opening words are looked up.
    """

    exact: bool = False
    marks: bool = True
    bold_headings: bool = False
    leads: bool = True


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell of a table as printed; ``span`` counts the columns it covers."""

    text: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Chunk:
    """A printed paragraph, heading or table row; its label stands in front of its text ("3. *Urges* ...").

    Args:
        text: the words with their marks and callouts (see ``called``).
        line: where it stands in the file: a line of a text, a paragraph of a Word file, a page of a PDF; from 1.
        after_break: a page ended just before it.
        lines: the lines it was made of, where a reader has them.
        running: running text, and no heading although it is all in bold.
        depth: its degree as the layout shows it, 0 for a paragraph, 1 for "(a)"; ``None`` if only the labels can tell.
        cells: the cells of a table's row; ``text`` is then empty.
        head: a row of the table's head.
        table: which table of the page the row is of, from 1; 0 where only its neighbours tell.
        opaque: what it is that the reader could not read ("image"); ``text`` is then what stands for it.
    """

    text: str
    line: int
    after_break: bool = False
    lines: tuple[str, ...] = ()
    running: bool = False
    depth: int | None = None
    cells: tuple[PageCell, ...] = ()
    head: bool = False
    opaque: str = ""
    table: int = 0


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note as printed: its number or sign, its text with marks, and the place it begins at."""

    key: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A text in pieces. ``closing``: closing lines that stand apart from the body, as in draftkit's own foot."""

    form: Form
    chunks: Sequence[Chunk]
    notes: Sequence[PrintedNote]
    closing: Sequence[Chunk] = ()
    findings: Findings = ()
