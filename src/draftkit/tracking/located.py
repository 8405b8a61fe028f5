"""Where the words of a printed line stand in the paragraphs of a Word file.

A line says what is printed, a paragraph how it was typed: with tabs, its number, double blanks, fields. Every character of the
line is given the place that it has in the paragraphs, if it has one.

Example:
    >>> located([flattened(paragraph)], "Urges States")[:2]     # typed as "\\t3.\\tUrges States"
    [(0, 4), (0, 5)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from draftkit.tracking.flat import THING, Flat
from draftkit.un.spelling import same

SOFT_HYPHEN = "\u00ad"

Spot = tuple[int, int]
"""Which of the paragraphs, and the place in it."""


def located(flats: Sequence[Flat], said: str, after: Spot = (0, 0)) -> list[Spot | None]:
    """The spot of each character of a line; ``None`` where it is not typed. ``after``: where the line can begin."""
    typed = [(letter, spot) for letter, spot in _typed(flats) if spot >= after]
    raw = "".join(letter for letter, _ in typed)
    wanted = "".join(filter(is_printed, same(said)))
    spots: list[Spot | None] = [None] * len(wanted)
    at = raw.find(wanted)
    if at >= 0:
        spots = [spot for _, spot in typed[at : at + len(wanted)]]
    else:
        from rapidfuzz.distance import Indel

        for block in Indel.opcodes(raw, wanted):
            if block.tag == "equal":
                spots[block.dest_start : block.dest_end] = [spot for _, spot in typed[block.src_start : block.src_end]]
    letters = iter(spots)
    return _with_blanks(flats, [next(letters) if is_printed(letter) else None for letter in same(said)], same(said))


def is_printed(letter: str) -> bool:
    """Whether a character can be looked for: blanks are typed in many ways, and a soft hyphen is not seen."""
    return not letter.isspace() and letter != SOFT_HYPHEN


def _typed(flats: Sequence[Flat]) -> Iterator[tuple[str, Spot]]:
    """The characters typed, blanks left out; those of a field all stand at its one place."""
    for index, flat in enumerate(flats):
        for place, letter in enumerate(same(flat.text)):
            thing = flat.things.get(place)
            if thing is not None and thing.kind == "field":
                yield from ((printed, (index, place)) for printed in same(thing.text) if not printed.isspace())
            elif (thing is None or thing.kind in ("footnote", "endnote")) and is_printed(letter):
                yield letter, (index, place)


def _with_blanks(flats: Sequence[Flat], spots: list[Spot | None], said: str) -> list[Spot | None]:
    """Each blank of the line at the first blank that is typed behind the character before it, else at that before the next."""
    for at, letter in enumerate(said):
        before = spots[at - 1] if at else None
        if letter.isspace() and before is not None:
            index, place = before[0], before[1] + 1
            if place < len(flats[index].text) and flats[index].text[place].isspace():
                spots[at] = (index, place)
    for at in range(len(said) - 1, -1, -1):  # those that a line begins with: it goes on in the middle of a paragraph
        following = spots[at + 1] if at + 1 < len(said) else None
        if said[at].isspace() and spots[at] is None and following is not None and following[1]:
            index, place = following[0], following[1] - 1
            if flats[index].text[place].isspace() and (index, place) not in spots[:at]:
                spots[at] = (index, place)
    return spots


__all__ = ["THING", "Spot", "is_printed", "located"]
