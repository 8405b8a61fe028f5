"""Three contents merged by whole tokens: words, dates, symbols, citations, references and callouts are never cut.

What one side alone changed is taken from that side. Changes of both that touch are a clash, and the drafter's words stay. A
blank of the draft is filled where the fresh text has words in its place that the roll-forward wrote. Another kind of blank or
hyphen is no change: the drafter's stay.

Example:
    >>> weave(parse("in 2025 all States"), parse("in 2025 every State"), parse("in 2027 all States")).content
    (Text('in 2027 every State'),)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.model import Content, Inline, Text
from draftkit.roll.blanks import in_kind
from draftkit.roll.merge.said import said
from draftkit.un.spelling import folded, same
from draftkit.un.wording import split

AROUND = 5
"""Tokens shown on either side of a clash."""

LARGEST = 250_000
"""Pairs of tokens beyond which the differences of two contents are found by a faster matcher."""

_BLANK = re.compile(r"_{2,}")
LONGEST_FILLED = 60
"""Characters that a blank may stand for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A token with the blanks before it, a reference or a callout; ``key`` is what is compared, whatever its kind of blanks."""

    piece: Inline
    key: tuple[object, ...]


Units = Sequence[Unit]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch between two places where all three texts agree: what each has there."""

    base: Units
    mine: Units
    fresh: Units
    start: int
    """Where it begins in the drafter's content, in units."""
    was: tuple[int, int]
    """Where it begins and ends in the base, in units."""
    came: int
    """Where it begins in the fresh content."""


@dataclass(frozen=True, slots=True)
class Woven:
    """The merged content, and the pairs of words (the draft's, the fresh text's) taken in, in clash, or on offer."""

    content: Content
    taken: tuple[tuple[str, str], ...] = ()
    clashes: tuple[tuple[str, str], ...] = ()
    offers: tuple[tuple[str, str], ...] = ()


def weave(base: Content, mine: Content, fresh: Content, before: Content | None = None) -> Woven:
    """Merge three contents; ``before`` is the content that the roll-forward made ``base`` of, where it is known."""
    if fresh == mine:
        return Woven(mine)
    lines = [_units(content) for content in (base, mine, fresh)]
    rolled = _Rolled(before, lines[0])
    out: list[Unit] = []
    found: list[tuple[str, Stretch, int]] = []
    for stretch in _stretches(*lines):
        chosen, how = _choose(stretch, rolled)
        found += [(how, stretch, len(out))] if how else []
        out += _in_kind(chosen, stretch.mine, mine) if how == "taken" else chosen
    told: dict[str, list[tuple[str, str]]] = {"taken": [], "clash": [], "offer": []}
    for how, stretch, at in found:
        theirs = (out, at) if how == "taken" else (lines[2], stretch.came)  # what came in, among the words it stands among now
        told[how].append((_excerpt(lines[1], stretch.start, stretch.mine), _excerpt(*theirs, stretch.fresh)))
    content = inline.join(unit.piece for unit in out)
    if content not in (mine, fresh):
        content = inline.parse(inline.format(content))  # as it will be read again: no two blanks in a row
    return Woven(content, *map(tuple, told.values()))


def _in_kind(units: Units, old: Units, mine: Content) -> list[Unit]:
    """What comes in, with the kind of blanks that the draft has."""
    was, text = _text(old), said(mine)

    def kept(piece: Inline) -> Inline:
        return replace(piece, text=in_kind(piece.text, was, text)) if isinstance(piece, Text) else piece

    return [replace(unit, piece=kept(unit.piece)) for unit in units]


def filled(mine: str, fresh: str) -> bool:
    """Whether ``fresh`` is ``mine`` with words in the places of its blanks: "A/82/___" and "A/82/143"."""
    mine, fresh = same(mine), same(fresh)
    if not _BLANK.search(mine) or _BLANK.search(fresh):
        return False
    pattern = rf"([^\n]{{1,{LONGEST_FILLED}}}?)".join(map(re.escape, _BLANK.split(mine)))
    return re.fullmatch(pattern, fresh) is not None


class _Rolled:
    """What the roll-forward wrote of the base, and what stood there before."""

    def __init__(self, before: Content | None, base: Units) -> None:
        self.before = _units(before) if before is not None else ()
        self.pairs = _matched(self.before, base) if before is not None else {}
        self.same = set(self.pairs.values())

    def has(self, was: tuple[int, int]) -> bool:
        """Whether the roll-forward wrote something in a stretch of the base."""
        return bool(self.before) and any(at not in self.same for at in range(*was))

    def stood(self, was: tuple[int, int]) -> str:
        """What stood in a stretch of the base before."""
        first = max((old for old, new in self.pairs.items() if new < was[0]), default=-1)
        last = min((old for old, new in self.pairs.items() if new >= was[1]), default=len(self.before))
        return _text(self.before[first + 1 : last])


def _choose(stretch: Stretch, rolled: _Rolled) -> tuple[Units, str]:
    """The units that a stretch becomes, and "taken", "clash" or "offer"."""
    base, mine, fresh = (_keys(line) for line in (stretch.base, stretch.mine, stretch.fresh))
    if mine == fresh:
        return stretch.mine, ""
    if mine == base:
        return stretch.fresh, "taken"
    has = rolled.has(stretch.was)
    if filled(_text(stretch.mine), _text(stretch.fresh)) and (has or fresh != base):
        return stretch.fresh, "taken"
    if fresh != base:
        return stretch.mine, "clash"
    return stretch.mine, "offer" if has and folded(rolled.stood(stretch.was)) == folded(_text(stretch.mine)) else ""


def _stretches(base: Units, mine: Units, fresh: Units) -> Iterator[Stretch]:
    """The three texts in stretches: the units in which all agree, each alone, and what lies between these."""
    here, there = _matched(base, mine), _matched(base, fresh)
    at = 0, 0, 0
    ends = [(n, here[n], there[n]) for n in range(len(base)) if n in here and n in there]
    for end in [*ends, (len(base), len(mine), len(fresh))]:
        b, m, f = (line[start:stop] for line, start, stop in zip((base, mine, fresh), at, end, strict=True))
        if b or m or f:
            yield Stretch(b, m, f, start=at[1], was=(at[0], end[0]), came=at[2])
        if end[0] < len(base):
            b, m, f = (line[place : place + 1] for line, place in zip((base, mine, fresh), end, strict=True))
            yield Stretch(b, m, f, end[1], (end[0], end[0] + 1), end[2])
        at = (end[0] + 1, end[1] + 1, end[2] + 1)


def _matched(one: Units, other: Units) -> dict[int, int]:
    """Which unit of one line is which of the other, in order."""
    olds, news = _keys(one), _keys(other)
    if len(olds) * len(news) > LARGEST:
        return dict(_matched_long(olds, news))
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _matched_long(olds: Sequence[object], news: Sequence[object]) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import Indel

    for code in Indel.opcodes(olds, news):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


def _keys(line: Units) -> list[tuple[object, ...]]:
    return [unit.key for unit in line]


def _text(line: Units) -> str:
    return said([unit.piece for unit in line])


def _units(content: Content) -> list[Unit]:
    out: list[Unit] = []
    for piece in content:
        if not isinstance(piece, Text):
            out.append(Unit(piece, (piece,)))
            continue
        form = (piece.italic, piece.bold, piece.superscript)
        blank = ""
        for text, key, _ in split(piece.text):
            if text.isspace():
                blank += text
                continue
            whole = blank + text
            out.append(Unit(Text(whole, *form), (bool(blank), same(text), *form, key)))
            blank = ""
        if blank:
            out.append(Unit(Text(blank, *form), (True, "", *form)))
    return out


def _excerpt(line: Units, start: int, stretch: Units) -> str:
    """A stretch with some words around it."""
    first, last = max(0, start - AROUND), min(len(line), start + len(stretch) + AROUND)
    text = _text(line[first:last]).strip()
    return f"{'… ' if first else ''}{text}{' …' if last < len(line) else ''}"
