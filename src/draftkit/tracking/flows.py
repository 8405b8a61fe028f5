"""Paragraphs of two files that belong together, compared word by word.

In: flats of the old file and of the new one that are one flow: mostly one and one, more where a paragraph was parted or two
were joined. Out: the edits of their tokens, marks between them.

Example:
    >>> flow = compared([old], [new], keys)
    >>> [(edit.op, edit.text) for edit in flow]
    [(Op.EQUAL, 'Urges '), (Op.DELETE, 'all '), (Op.EQUAL, 'States')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from draftkit.compare.tokens import Edit, Op, Token, split
from draftkit.compare.words import edits
from draftkit.tracking.flat import THING, Flat, Thing
from draftkit.un.spelling import same

MARK = "\0mark"
"""The key of a paragraph mark in a flow of several paragraphs."""

LABEL = re.compile(r"\s*(?:\d{1,4}\.|\([a-z]{1,2}\)|\([ivxlc]{1,6}\)|[IVXLC]{1,6}\.|[a-z]\))(?=\s)\s*")
"""A number that was typed before a paragraph, with its tabs (un-rules A13)."""

_CONTEXT = 80
"""Characters on either side of what differs that are compared word by word with it."""

Key = Callable[[Flat, Thing], str]
"""What a thing is compared as."""


@dataclass(frozen=True, slots=True)
class Place(Token):
    """A token of a flow: which of its paragraphs it stands in, and from where to where."""

    at: int = 0
    start: int = 0
    stop: int = 0


Edits = tuple[Edit[Place], ...]


def compared(olds: Sequence[Flat], news: Sequence[Flat], keys: tuple[Key, Key], at: tuple[int, int] = (0, 0)) -> Edits:
    """The edits that make one flow of the other; the marks between its paragraphs are tokens, the last is not.

    Args:
        at: the numbers of the first paragraphs of both in the whole flow.
    """
    if len(olds) == len(news) == 1 and same(olds[0].text) == same(news[0].text):
        one, other = (tuple(_stretches(flats[0], key, n)) for flats, key, n in zip((olds, news), keys, at, strict=True))
        if [token.key for token in one] == [token.key for token in other]:
            return (Edit(Op.EQUAL, one, other),) if one else ()
    alike = _alike(olds[0].text, news[0].text) if len(olds) == len(news) == 1 else (0, 0)
    sides = zip((olds, news), keys, at, strict=True)
    one, other = (tuple(_tokens(flats, key, first, alike)) for flats, key, first in sides)
    return edits(one, other)


def _stretches(flat: Flat, key: Key, at: int) -> Iterator[Place]:
    """A paragraph in its things and what stands between them: enough to see that nothing in it changed."""
    begin = 0
    for thing in [*sorted(flat.things), len(flat.text)]:
        if thing > begin:
            text = flat.text[begin:thing]
            yield Place(same(text), text, at=at, start=begin, stop=thing)
        if thing < len(flat.text):
            yield Place(key(flat, flat.things[thing]), THING, solid=True, at=at, start=thing, stop=thing + 1)
        begin = thing + 1


def _alike(old: str, new: str) -> tuple[int, int]:
    """How many characters two paragraphs begin and end with alike, far enough from what differs not to matter to the story."""
    begin = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), len(old) - begin, len(new) - begin)
    head = max(old.rfind(" ", 0, max(0, begin - _CONTEXT)), 0)
    tail = old.find(" ", len(old) - end + _CONTEXT) if end > _CONTEXT else -1
    things = old.find(THING, 0, head)
    head = old.rfind(" ", 0, things) if things >= 0 else head
    last = old.rfind(THING, tail) if tail >= 0 else -1
    tail = last + 1 if last >= 0 else tail
    return max(head, 0), len(old) - tail if tail >= 0 else 0


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _tokens(flats: Sequence[Flat], key: Key, first: int, alike: tuple[int, int]) -> Iterator[Place]:
    """The tokens of paragraphs, their marks between them; what both begin and end with alike is one token."""
    for at, flat in enumerate(flats, first):
        if at > first:
            yield mark(at - 1, flats[at - first - 1])
        begin, end = alike[0], len(flat.text) - alike[1]
        if begin:
            yield Place(same(flat.text[:begin]), flat.text[:begin], at=at, start=0, stop=begin)
        yield from places(flat, at, key, begin, end)
        if end < len(flat.text):
            yield Place(same(flat.text[end:]), flat.text[end:], at=at, start=end, stop=len(flat.text))


def mark(at: int, flat: Flat) -> Place:
    """The mark of a paragraph as a token."""
    return Place(MARK, "\n", solid=True, at=at, start=len(flat.text), stop=len(flat.text))


def places(flat: Flat, at: int, key: Key, begin: int, end: int) -> Iterator[Place]:
    """The tokens of a stretch of a paragraph."""
    for thing in [*(place for place in sorted(flat.things) if begin <= place < end), end]:
        for text, name, telling in split(flat.text[begin:thing]):
            yield Place(name, text, telling, False, at, begin, begin + len(text))
            begin += len(text)
        if thing < end:
            yield Place(key(flat, flat.things[thing]), THING, False, True, at, thing, thing + 1)
        begin = thing + 1


def label_end(flat: Flat) -> int:
    """Where the text behind a typed number begins; 0 if there is none."""
    found = LABEL.match(flat.text)
    return found.end() if found else 0


__all__ = ["LABEL", "MARK", "Edits", "Key", "Place", "compared", "label_end", "mark"]
