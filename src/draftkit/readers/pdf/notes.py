"""The lines at the feet of pages -> notes; a note may run over to the next page.

In: the notes' lines of every page. Out: notes in printed order, each with its key and the page it begins on, and what finds
the note that a callout calls.

Example:
    >>> [(note.key, note.page) for note in read_notes(areas)]
    [('1', 1), ('2', 3)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from draftkit.readers.pdf.lines import Line, part

_SIGNS = "*\u2020\u2021"
_KEY = re.compile(rf"\d{{1,3}}|[{_SIGNS}]{{1,3}}")
_TYPED_KEY = re.compile(rf"(\d{{1,3}}|[{_SIGNS}]{{1,3}})[ \u00a0]")


@dataclass(slots=True)
class FootNote:
    """A note: its number or sign, the page it begins on, its lines without the key."""

    key: str
    page: int
    lines: list[Line]


def read_notes(pages: Iterable[Sequence[Line]]) -> tuple[list[FootNote], list[Line]]:
    """The notes of the pages, and lines at a foot that belong to no note."""
    out: list[FootNote] = []
    strays: list[Line] = []
    for lines in pages:
        for line in lines:
            key, text = _keyed(line, out)
            if key:
                out.append(FootNote(key, line.page, [text] if text else []))
            elif out:
                out[-1].lines.append(line)
            else:
                strays.append(line)
    return out, strays


def _keyed(line: Line, before: Sequence[FootNote]) -> tuple[str, Line | None]:
    """The key that a line begins with, "" if none, and the rest of the line."""
    raised = 0
    while raised < len(line.glyphs) and line.glyphs[raised].style.raised:
        raised += 1
    if raised:
        key = "".join(glyph.text for glyph in line.glyphs[:raised]).strip()
        return (key, _rest(line, raised)) if _KEY.fullmatch(key) else ("", None)
    match = _TYPED_KEY.match(line.text)
    if match and (not match[1].isdecimal() or _follows(match[1], line, before)):
        return match[1], _rest(line, match.end())
    return "", None


def _follows(number: str, line: Line, before: Sequence[FootNote]) -> bool:
    """Whether a number on the line is the next note's, not one that a line of the last note begins with by chance."""
    if not before:
        return number == "1"
    last = before[-1].key
    hangs = bool(before[-1].lines) and line.left < before[-1].lines[-1].left - 1
    return last.isdecimal() and int(number) == int(last) + 1 and (hangs or not before[-1].lines or line.page != before[-1].page)


def _rest(line: Line, start: int) -> Line | None:
    glyphs = line.glyphs[start:]
    return part(line, glyphs) if any(glyph.text.strip() for glyph in glyphs) else None


class NoteFinder:
    """Finds the note that a callout calls: on its own page, else the nearest."""

    def __init__(self, notes: Sequence[FootNote]) -> None:
        self._places: dict[str, list[int]] = {}
        self._notes = notes
        self.found: set[int] = set()
        for place, note in enumerate(notes):
            self._places.setdefault(note.key, []).append(place)

    def find(self, key: str, page: int) -> int | None:
        """The place of the note with a key that is called on a page."""
        places = self._places.get(key, ())
        near = min(places, key=lambda place: (abs(self._notes[place].page - page), self._notes[place].page > page), default=None)
        if near is None or (self._notes[near].page - page > 1) or (key[0] in _SIGNS and self._notes[near].page != page):
            return None
        self.found.add(near)
        return near
