"""Paragraph numbers of a yearly report become blanks: the next report has others (un-rules D4, I4).

    Takes note of paragraph 324 of the report of the Commission         of paragraph ___ of the report
    the instruments listed in paragraph 191 (a) of its report           in paragraph ___ (a) of its report
    paragraph 42 of its report on the work of its seventieth session    the same: the report is named
    paragraph 57 of the report of the Secretary-General                 the same: not a report of every year

Example:
    >>> [edit.new for edit in pinpoints_of(resolution, step)("op-1", "Recalls paragraph 8 of the report of the Committee;")]
    ['___']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from draftkit.inline import MARK, flat, plain
from draftkit.model import Callout, Content, Resolution, Text
from draftkit.roll.edits import Edit, Finder
from draftkit.roll.step import Step
from draftkit.tree import contents
from draftkit.un.symbols import BLANK

_B = r"[ \u00a0]"
_NUMBER = rf"\d+(?:{_B}\([a-z]+\))?"
_REPORT = re.compile(
    rf"\bparagraphs?{_B}(?:(?P<one>\d+)(?:{_B}\([a-z]+\))?|(?P<list>{_NUMBER}(?:(?:,|{_B}and|{_B}to){_B}{_NUMBER}|[–-]\d+)+))"
    rf"{_B}of{_B}(?:its{_B}report|the{_B}report{_B}of{_B}the{_B}[\w ]{{0,80}}?(?:Commission|Committee))\b"
    rf"(?!{_B}(?:on{_B}(?:the{_B}work|its)|for{_B}|of{_B}\d|dated))(?P<note>[^,;.{MARK}]{{0,60}}[,;.]?{MARK})?"
)
_SESSION = re.compile(r"\bA/(\d+)/")


def pinpoints_of(resolution: Resolution, step: Step) -> Finder:
    """Blank the paragraph numbers of the reports of commissions and committees that are of the old session."""
    contents_at = {(place, flat(content)): content for place, content in contents(resolution)}  # the cells of a table share an id
    older = frozenset(note.id for note in resolution.notes if _is_older(plain(note.content), step))

    def find(place: str, text: str) -> Iterator[Edit]:
        for match in _REPORT.finditer(text):
            if match["note"] and _note_at(contents_at.get((place, text), ()), text, match.end() - 1) in older:
                continue
            yield Edit(*match.span("one" if match["one"] else "list"), BLANK, "pinpoint/report")

    return find


def _note_at(content: Content, text: str, at: int) -> str:
    """The note that is called where a mark stands in the plain characters, "" if it is no callout."""
    marks = (piece for piece in content if not isinstance(piece, Text))
    piece = next(islice(marks, text.count(MARK, 0, at), None), None)
    return piece.note if isinstance(piece, Callout) else ""


def _is_older(note: str, step: Step) -> bool:
    """Whether a note names only documents of sessions before the last one, whose report may still be the latest."""
    named = [int(session) for session in _SESSION.findall(note)]
    return bool(named) and max(named) < step.session - 1
