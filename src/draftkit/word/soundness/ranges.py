"""Rules of ranges: each start has an end, and a bookmark a name of its own (ECMA-376 part 1, 17.13.4 to 17.13.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from draftkit.word.package import W
from draftkit.word.soundness.parts import FALLBACK, Fault, Part

_RANGES = {
    "bookmarkStart": ("bookmarkEnd", "bookmark"),
    "commentRangeStart": ("commentRangeEnd", "range of comment"),
    "moveFromRangeStart": ("moveFromRangeEnd", "w:moveFrom range"),
    "moveToRangeStart": ("moveToRangeEnd", "w:moveTo range"),
}


def ranges_have_two_ends(part: Part) -> Iterator[Fault]:
    """Each has one start and one end in the part, the start first."""
    for start, (end, what) in _RANGES.items():
        ends: Counter[str] = Counter()
        starts: Counter[str] = Counter()
        for element in part.root.iter(f"{W}{start}", f"{W}{end}"):
            if next(element.iterancestors(FALLBACK), None) is not None:
                continue  # what is printed instead repeats them
            key = element.get(f"{W}id", "")
            (starts if element.tag == f"{W}{start}" else ends)[key] += 1
            if ends[key] > starts[key]:
                yield Fault(part, element, f"the {what} {key} ends before it starts")
        yield from (Fault(part, None, f"the {what} {key} has no end") for key in starts if key not in ends)
        yield from (Fault(part, None, f"{n} starts of {what} {key}") for key, n in starts.items() if n > 1)


def bookmarks_are_named_once(part: Part) -> Iterator[Fault]:
    """Two bookmarks of a part do not bear the same name; Word keeps the first alone."""
    marks = [e for e in part.root.iter(f"{W}bookmarkStart") if next(e.iterancestors(FALLBACK), None) is None]
    names = Counter(str(mark.get(f"{W}name", "")).lower() for mark in marks)
    yield from (Fault(part, None, f'{n} bookmarks are named "{name}"') for name, n in names.items() if n > 1)
