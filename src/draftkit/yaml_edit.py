r"""A YAML file changed in place: what is not changed keeps every character, comments, blank lines and line ends among them.

In: the source, the values that ``yaml_text.load`` read from it, and what fields and lists should say. Out: edits of the source.
Comments inside a value that is replaced or taken out stay, as lines of their own; a new line ends as most of the others do.

Example:
    >>> sheet = Sheet("a: 1  # one\nb: 2\n", "a.yaml")
    >>> sheet.rewritten(sheet.replaced(sheet.top["b"], ["b: 3"]))
    'a: 1  # one\nb: 3\n'
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from draftkit.yaml_text import Node, load

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)
_DASH = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*(?=-)")

_ENDS = re.compile("\r\n|\r|\n")
_MARKS = {"\r\n": "\ud800", "\r": "\ud801", "\n": "\ud802"}
"""One character, which no file has, for a line end that is not the usual one of its file: places stay the same."""
_PLAIN = str.maketrans(dict.fromkeys(_MARKS.values(), "\n") | dict.fromkeys("\v\f\x85\u2028\u2029", " "))
"""As the reader of drafts has it: these would end a line in YAML, and with it the block in which the text stands."""


class Awkward(Exception):
    """A value that is written in such a way that it can only be replaced whole."""


@dataclass(frozen=True, slots=True)
class Edit:
    """New characters for those from ``start`` to ``end`` of the source."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: from ``start`` (comments and blank lines before it are its own) to ``end``; where its dash stands."""

    node: Node
    start: int
    end: int
    dash: int


class Sheet:
    """A source with its values. Places count characters from the beginning; no edit takes away a line end behind it.

    ``source`` is what YAML reads; ``typed`` has at the same places what was typed, a rare line end as a mark.
    """

    def __init__(self, typed: str, where: str) -> None:
        self.end_of_lines = _usual_end(typed)
        self.typed = _ENDS.sub(lambda end: "\n" if end[0] == self.end_of_lines else _MARKS[end[0]], typed)
        self.source = source = self.typed.translate(_PLAIN)
        self.top = load(source, where)
        spans = sorted(_scalars(self.top, self))
        starts = [start for start, _ in spans]
        self.comments = [
            (match.start(), match.end())
            for match in _COMMENT.finditer(source)
            if not (at := bisect_right(starts, match.start())) or match.start() >= spans[at - 1][1]
        ]

    def line_start(self, place: int) -> int:
        return self.source.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        found = self.source.find("\n", place)
        return found if found >= 0 else len(self.source)

    def column(self, place: int) -> int:
        return place - self.line_start(place)

    def end(self, node: Node) -> int:
        """Where the last character of a value ends."""
        children = node.items if node.items is not None else tuple((node.fields or {}).values())
        if node.style in ("[", "{"):
            return node.end
        if children:
            return max(map(self.end, children))
        if node.style in ("|", ">"):
            return node.start + len(self.source[node.start : node.end].rstrip())
        return node.end

    def said(self, start: int, end: int) -> list[str]:
        """The comments in a stretch of the source."""
        return [self.typed[first:last] for first, last in self.comments if start <= first < end]

    def rewritten(self, edits: Iterable[Edit]) -> str:
        """The file with edits made in it, with its own line ends."""
        ends = {"\n": self.end_of_lines, **{mark: end for end, mark in _MARKS.items()}}
        return re.sub("[\n\ud800-\ud802]", lambda end: ends[end[0]], self.applied(edits))

    def applied(self, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
        """A stretch of what was typed with edits made in it; of two at one place the one given first comes first."""
        stop = len(self.source) if end is None else end
        out, at = [], start
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < at:
                raise Awkward
            out += [self.typed[at : edit.start], edit.new]
            at = edit.end
        return "".join([*out, self.typed[at:stop]])

    def replaced(self, value: Node, lines: Sequence[str]) -> list[Edit]:
        """A field that becomes other lines, the first with its key."""
        indent = "\n" + " " * self.column(value.key)
        stop = self.end(value)
        comments = self.said(value.key, stop)
        if len(lines) == 1 and not comments:
            return [Edit(value.key, stop, lines[0])]
        last = self.line_end(stop)
        first = lines[0] + self.typed[stop:last] if "\n" not in self.source[value.key : stop] else lines[0]
        if first is lines[0]:
            comments += self.said(stop, last)
        return [Edit(value.key, last, indent.join([first, *lines[1:], *comments]))]

    def removed(self, value: Node) -> list[Edit]:
        """A field taken out, with its line."""
        start, stop = self.line_start(value.key), self.line_end(self.end(value))
        if self.source[start : value.key].strip() or not start:
            raise Awkward
        comments = self.said(start, stop)
        indent = "\n" + " " * self.column(value.key)
        return [Edit(start - 1, stop, "".join(indent + comment for comment in comments))]

    def added(self, mapping: Node, after: str, lines: Sequence[str]) -> list[Edit]:
        """A new field behind another, or before all others if that is ""."""
        fields = mapping.fields or {}
        first = next(iter(fields.values()), None)
        if first is None or mapping.style == "{":
            raise Awkward
        indent = "\n" + " " * self.column(first.key)
        start = self.line_start(first.key)
        if not after and (self.source[start : first.key].strip() or not start):  # behind the dash of an entry
            return [Edit(first.key, first.key, indent.join([*lines, ""]))]
        place = self.line_end(self.end(fields[after])) if after else start - 1
        return [Edit(place, place, "".join(indent + line for line in lines))]

    def entries(self, value: Node) -> list[Entry]:
        """The entries of a list that has each on lines of its own."""
        if not value.items or value.style == "[":
            raise Awkward
        out: list[Entry] = []
        start = self.line_end(value.key) + 1
        for node in value.items:
            found = _DASH.match(self.source, start)
            if found is None or found.end() > node.start:
                raise Awkward
            stop = self.line_end(self.end(node))
            out.append(Entry(node, start, stop, found.end()))
            start = stop + 1
        return out


def plain(typed: str) -> str:
    r"""The characters of a file as the reader of drafts has them.

    Example:
        >>> plain("a: 1\r\nb: one\vtwo\r")
        'a: 1\nb: one two\n'
    """
    return _ENDS.sub("\n", typed).translate(_PLAIN)


def _usual_end(typed: str) -> str:
    counted = Counter(_ENDS.findall(typed))
    return max(counted, key=lambda end: counted[end], default="\n")


def _scalars(node: Node, sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Where no comment can be: the texts. What stands on the line of a "|-" is no text."""
    if node.items is not None or node.fields is not None:
        for child in node.items or (node.fields or {}).values():
            yield from _scalars(child, sheet)
        return
    start = sheet.line_end(node.start) if node.style in ("|", ">") else node.start
    yield start, max(start, sheet.end(node))
