"""Paragraphs of two files that belong together, compared word by word.

In: flats of the old file and of the new one that are one flow: mostly one and one, more where a paragraph was parted or two
were joined. Out: the cuts of each old one, and what became of its mark.

Example:
    >>> flow = compared([old], [new], keys)
    >>> [(edit.op, edit.text) for edit in flow]
    [(Op.EQUAL, 'Urges '), (Op.DELETE, 'all '), (Op.EQUAL, 'States')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from draftkit.compare.tokens import Edit, Token, split
from draftkit.compare.words import edits
from draftkit.tracking.flat import THING, Flat, Thing

MARK = "\0mark"
"""The key of a paragraph mark in a flow of several paragraphs."""

LABEL = re.compile(r"\s*(?:\d{1,4}\.|\([a-z]{1,2}\)|\([ivxlc]{1,6}\)|[IVXLC]{1,6}\.|[a-z]\))(?=\s)\s*")
"""A number that was typed before a paragraph, with its tabs (un-rules A13)."""

Key = Callable[[Flat, Thing], str]
"""What a thing is compared as."""


@dataclass(frozen=True, slots=True)
class Place(Token):
    """A token of a flow: which of its paragraphs it stands in, and from where to where."""

    at: int = 0
    start: int = 0
    stop: int = 0


def compared(olds: Sequence[Flat], news: Sequence[Flat], keys: tuple[Key, Key]) -> tuple[Edit[Place], ...]:
    """The edits that make one flow of the other; marks between paragraphs are tokens, the last mark of all is not."""
    return edits(tuple(flow(olds, keys[0])), tuple(flow(news, keys[1])))


def flow(flats: Sequence[Flat], key: Key) -> Iterator[Place]:
    """The tokens of paragraphs, their marks between them."""
    for at, flat in enumerate(flats):
        if at:
            yield mark(at - 1, flats[at - 1])
        yield from places(flat, at, key)


def mark(at: int, flat: Flat) -> Place:
    """The mark of a paragraph as a token."""
    return Place(MARK, "\n", solid=True, at=at, start=len(flat.text), stop=len(flat.text))


def places(flat: Flat, at: int, key: Key) -> Iterator[Place]:
    """The tokens of one paragraph. A typed number is parted from its point, so that a renumbering is the number alone."""
    begin = 0
    for thing in [*sorted(flat.things), len(flat.text)]:
        for text, name, telling in split(flat.text[begin:thing]):
            yield Place(name, text, telling, False, at, begin, begin + len(text))
            begin += len(text)
        if thing < len(flat.text):
            yield Place(key(flat, flat.things[thing]), THING, False, True, at, thing, thing + 1)
        begin = thing + 1


def label_end(flat: Flat) -> int:
    """Where the text behind a typed number begins; 0 if there is none."""
    found = LABEL.match(flat.text)
    return found.end() if found else 0


__all__ = ["LABEL", "MARK", "Key", "Place", "compared", "flow", "label_end", "mark", "places"]
