"""Footnotes put aside: wherever the pages of a plain text carried them, out of the way of the paragraphs.

In: the lines of a text. Out: the lines of its body, and the notes with the numbers they were printed with. Notes are
known by their place or their sign:

    _______________          after a rule, each beginning with its number ("1 A/59/125 and Add.1.")
    ¹ A/79/143.              a block that begins with a superscript
    [1] A/79/143.            draftkit's own, after "-----"; and Markdown's "[^1]: A/79/143."

Example:
    >>> body, notes = put_aside(clean_lines("Recalling its\\n\\n¹ A/79/143.\\n\\nresolution 35/168,"))
    >>> notes
    [PrintedNote(key='1', text='A/79/143.', line=3)]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from draftkit.readers.page.forms import SUPERSCRIPTS, ends, label, lead
from draftkit.readers.page.page import Chunk, PrintedNote
from draftkit.readers.text.joining import Joiner
from draftkit.readers.text.lines import Line, is_rule

_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_BY_SIGN = re.compile(rf"([{SUPERSCRIPTS}]{{1,3}})[ \u00a0]*(?=[^\s{SUPERSCRIPTS},;])")
_BY_MARK = re.compile(
    r"(?:\[\^([^\]\s]{1,40})\]:|<sup>(\d{1,3})</sup>|\^\{?(\d{1,3})[}^])[ \u00a0]*(?=\S)",
)
_BY_NUMBER = re.compile(r"(\d{1,3})(?:[ \u00a0]+(?=\S)|$)")
_OWN = re.compile(r"\[\^?(\d{1,4})\](?::[ \u00a0]*|[ \u00a0]+|$)")
_ALONE = re.compile(r"(\d{1,3})[ \u00a0]+(?=[A-Z“\"*])")
_SHORTENED = re.compile(
    r"\b(?:No|Nos|chap|chaps|sect|sects|para|paras|vol|vols|art|arts|p|pp|Corr|Add|Rev|subpara|St|Mr|Ms|ed|eds|cf)\.$"
)
"""A full stop that ends no note: "Supplement No."."""


@dataclass(slots=True)
class _Open:
    """The note that is being read."""

    key: str
    pieces: list[str]
    line: int
    ruled: bool


def superscript_digits(text: str) -> str:
    """The plain digits of a superscript number."""
    return text.translate(_TO_DIGITS)


def put_aside(lines: Sequence[Line], joiner: Joiner, *, flat: bool = False) -> tuple[list[Line], list[PrintedNote]]:
    """The body's lines and the notes, each in the order of the text. ``flat``: every line is a whole paragraph or note."""
    return _Shelf(joiner, flat).sort(lines)


class _Shelf:
    """Sorts the lines of one text into body and notes."""

    def __init__(self, joiner: Joiner, flat: bool) -> None:
        self.joiner = joiner
        self.flat = flat
        self.body: list[Line] = []
        self.notes: list[PrintedNote] = []
        self.open: _Open | None = None
        self.ruled = False  # below a rule, where notes need no sign but their number
        self.last = 0
        self.unfinished = False  # the page above ended within a paragraph
        self.above = ""  # the last line of the body
        self.broken = False

    def sort(self, lines: Sequence[Line]) -> tuple[list[Line], list[PrintedNote]]:
        blank = True
        for line in lines:
            text = line.bare
            if not text:
                blank = True
                if self.open is None:
                    self.body.append(line)
                continue
            self._take(line, text, blank)
            blank = False
        self._close()
        return self.body, self.notes

    def _take(self, line: Line, text: str, blank: bool) -> None:
        if is_rule(text):
            self._close()
            self.ruled = self.broken = True
            self.unfinished = not ends(self.above)
            self.body.append(Line(line.number, ""))
            return
        found = self._beginning(text, blank)
        if found:
            self._close()
            key, rest = found
            self.open = _Open(key, [rest], line.number, self.ruled)
            self.last = int(key) if key.isdecimal() else self.last
            self.broken = True
        elif self.open is not None and self._goes_on(line, text, blank):
            self.open.pieces.append(text)
        else:
            if self.open is not None:  # so that the paragraph after the notes stands alone
                self._close()
                self.body.append(Line(line.number, ""))
            self.ruled = False
            self.above = text
            self.body.append(replace(line, after_break=True) if self.broken else line)
            self.broken = False

    def _beginning(self, text: str, blank: bool) -> tuple[str, str] | None:
        """The key of the note that begins here and the rest of the line."""
        head = text[:60]
        if not blank and self.open is not None and _SHORTENED.search(self.open.pieces[-1][-12:]):
            return None
        if match := _BY_MARK.match(head):
            return match[1] or match[2] or match[3], text[match.end() :]
        if (blank or self.open or self.ruled) and (match := _BY_SIGN.match(head)):
            return superscript_digits(match[1]), text[match.end() :]
        if self.ruled and (match := _BY_NUMBER.match(head)) and int(match[1]) == self.last + 1:
            return match[1], text[match.end() :]
        if self.ruled and self.open is None and match:
            return match[1], text[match.end() :]
        alone = blank and self.last and text.endswith(".") and _ALONE.match(head)
        if alone and int(alone[1]) == self.last + 1:
            return alone[1], text[alone.end() :]
        return None

    def _goes_on(self, line: Line, text: str, blank: bool) -> bool:
        """Whether a line still belongs to the open note. Every note ends with a full stop (un-rules E6)."""
        assert self.open is not None
        last = self.open.pieces[-1]
        if not last:
            return True
        if self.flat:
            return False
        if blank:
            return not is_complete(last) and self.open.ruled and not is_opening(text)
        if not self.open.ruled:
            return True
        return not (is_complete(last) and (line.indented or self.unfinished or is_opening(text)))

    def _close(self) -> None:
        if self.open is not None:
            self.notes.append(PrintedNote(self.open.key, self.joiner.join(self.open.pieces), self.open.line))
            self.open = None


def is_complete(text: str) -> bool:
    """Whether a note may end with a line: with a full stop that shortens no word."""
    return text.rstrip("*_”)").endswith(".") and not _SHORTENED.search(text[-12:])


def is_opening(text: str) -> bool:
    """Whether a paragraph of the body begins so."""
    return bool(label(text)[0] or lead(text, "preambular"))


def own_notes(lines: Sequence[Line], rule: int) -> tuple[list[PrintedNote], list[Chunk]]:
    """The foot of draftkit's own text, from the line after its rule: the notes, and the closing lines."""
    notes: list[PrintedNote] = []
    closing: list[Chunk] = []
    for line in lines[rule + 1 :]:
        if not line.bare:
            continue
        match = _OWN.match(line.bare[:60])
        if match and not closing:
            notes.append(PrintedNote(match[1], line.bare[match.end() :], line.number))
        else:
            closing.append(Chunk(line.bare, line.number))
    return notes, closing


class NoteFinder:
    """Finds the note that a callout means: where a number was given twice, the first one that stands below."""

    def __init__(self, notes: Sequence[PrintedNote]) -> None:
        self._notes = notes
        self._by_key: dict[str, list[int]] = {}
        for at, note in enumerate(notes):
            self._by_key.setdefault(note.key, []).append(at)

    def find(self, key: str, line: int) -> int:
        """The place, in the list of notes, of the one that a key means in a paragraph which begins at a line."""
        mine = self._by_key[key]
        return mine[min(bisect_left(mine, line, key=lambda at: self._notes[at].line), len(mine) - 1)]
