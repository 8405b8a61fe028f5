"""The comments of a draft that allow what a check finds, "# draftkit: allow DK301", and which places each speaks for.

Behind a line it is for what stands there, on a line of its own for what begins below it, at the top for the whole file. At the
end of an entry, farther in than what comes next, it is for that entry.

Example:
    >>> allows("draftkit: 1\\ntitle: No. 9  # draftkit: allow DK011\\n", "draft.yaml", {"title": 2})
    (Allow(line=2, tokens=('DK011',), places=frozenset({'title'}), place='title'),)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from draftkit.checks.allowing import Allow
from draftkit.readers.extents import Extent, extents
from draftkit.yaml_edit import Sheet

_ALLOW = re.compile(r"#+[ \t]*draftkit[ \t]*:[ \t]*allow\b:?(?P<tokens>[^#\n]*)", re.IGNORECASE)
_REASON = re.compile(r"[ \t](?:--?(?![\w-])|–|—|\().*|[;:–—].*")
"""What a person says about it, behind a dash, a colon or a semicolon or in brackets."""


def allows(source: str, where: str, lines: Mapping[str, int]) -> tuple[Allow, ...]:
    """What the comments of a draft allow, in the order of the file.

    Args:
        source: its characters, each line ended by a line feed.
        where: the file, for errors.
        lines: where its places stand (``Reading.lines``).
    """
    if not _ALLOW.search(source):
        return ()
    sheet = Sheet(source, where)
    found = extents(sheet, lines)
    return tuple(_allows(sheet, found))


def _allows(sheet: Sheet, found: Sequence[Extent]) -> Iterator[Allow]:
    for start, end in sheet.comments:
        match = _ALLOW.search(sheet.source, start, end)
        if match is None:
            continue
        tokens = tuple(re.split(r"[,\s]+", _REASON.sub("", match["tokens"]).strip(" \t,")))
        line = sheet.source.count("\n", 0, start) + 1
        spoken = _spoken_for(sheet, start, line, found)
        places = None if spoken is None else spoken.within if isinstance(spoken, Extent) else frozenset[str]()
        yield Allow(line, tuple(filter(None, tokens)), places, spoken.place if isinstance(spoken, Extent) else "")


def _spoken_for(sheet: Sheet, start: int, line: int, found: Sequence[Extent]) -> Extent | tuple[()] | None:
    """What a comment speaks for: a place or a list of them, ``None`` for the whole file, () for nothing."""
    if start < _begin(sheet):
        return None
    before = sheet.source[sheet.line_start(start) : start].strip()
    below = None if before else _first_below(sheet, start)
    if below is not None and (above := _entry_above(sheet, start, line, below, found)):
        return above
    for each in found:  # a list stands before what is in it
        if each.first == below and (each.column is None or each.column >= sheet.column(start)):
            return each
    around = [each for each in found if each.first <= line <= each.last]
    if around:
        return min(around, key=lambda each: each.last - each.first)
    return None if before else ()


def _entry_above(sheet: Sheet, start: int, line: int, below: int, found: Sequence[Extent]) -> Extent | None:
    """The entry that has just ended and in which a comment still lies that stands farther in than what is below it."""
    column, lines = sheet.column(start), sheet.source.split("\n")
    if below <= len(lines) and column <= _indent(lines[below - 1]):
        return None
    above = next((at for at in range(line - 1, 0, -1) if lines[at - 1].strip() and not lines[at - 1].strip().startswith("#")), 0)
    ended = [each for each in found if each.column is None and each.place and each.last == above]
    around = [each for each in ended if _indent(lines[each.first - 1]) < column]
    return max(around, key=lambda each: _indent(lines[each.first - 1]), default=None)


def _indent(text: str) -> int:
    """How far in a line begins."""
    return len(text) - len(text.lstrip(" "))


def _begin(sheet: Sheet) -> int:
    """Where the first key stands."""
    return min((value.key for value in (sheet.top.fields or {}).values()), default=0)


def _first_below(sheet: Sheet, place: int) -> int:
    """The line of the next thing that is no comment and not empty."""
    at = sheet.line_end(place) + 1
    while at < len(sheet.source):
        text = sheet.source[at : sheet.line_end(at)].strip()
        if text and not text.startswith("#"):
            break
        at = sheet.line_end(at) + 1
    return sheet.source.count("\n", 0, at) + 1

