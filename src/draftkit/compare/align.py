"""Which line of the old text is which line of the new: by id, else by equal words, else by likeness (design, sections 2, 7).

A line is an ``Item``, whatever it was read from. Numbers take no part: a renumbered list pairs each paragraph with itself.

Example:
    >>> align(olds, news, by_id=True)
    [Pair(old=0, new=0), Pair(old=1, new=None), Pair(old=None, new=1, partner=3), ...]
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from draftkit.compare.order import heaviest
from draftkit.un.spelling import same

LIKE = 55.0
"""Percent of likeness from which two lines are one line edited; below it, one was deleted and another inserted."""

BEGUN, MOST_BEGUN = 1.5, 15.0
"""What each word that both lines begin with adds to their likeness where they stand, and the most of it: a paragraph that
begins as before and goes on at length about something new is that paragraph edited."""

MOVED_LIKE = 80.0
"""The same for two lines out of order: a move must be plainly one."""

NEARLY = 5.0
"""Percent by which a moved line must be more like itself than any other line is."""

MOVED_WORDS = 4
"""Words that a line must have to be called moved without its id: "Urges:" stands in many places."""

MOST_REPEATED = 10_000
"""Pairs of places of one repeated line that are all tried; beyond it they are paired one by one."""

LARGEST_GAP = 4_000_000
"""Pairs of lines (old times new) in one gap that are still compared by likeness."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line, a row or a block as it is aligned.

    Args:
        key: what it is known by in both texts; "" if by nothing.
        family: only items of one family may be one line: "paragraph", "heading", "row 3" ...
        text: what it says, without its number.
        standing: it is known by where it stands, if in a gap both texts have as many such of its family: the line that was
            "15 December 2020" is now "9 December 2021".
    """

    key: str
    family: str
    text: str
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the redline: its place in the old and in the new text, ``None`` where it is not.

    A moved line is there twice: where it left (``new`` is ``None``, ``partner`` its place in the new text) and where it
    arrived (``old`` is ``None``, ``partner`` its place in the old one).
    """

    old: int | None
    new: int | None
    partner: int | None = None


def align(old: Sequence[Item], new: Sequence[Item], *, by_id: bool) -> list[Pair]:
    """The lines of both texts in the order of the redline. ``by_id``: the same id is the same line, whatever its words."""
    matches = _by_key(old, new) if by_id else {}
    named = set(matches)
    _by_words(old, new, matches)
    _unswap(old, new, matches, named)
    _by_likeness(old, new, matches)
    _by_place(old, new, matches)
    _moved_by_likeness(old, new, matches)
    return _merge(old, new, matches)


def _by_key(old: Sequence[Item], new: Sequence[Item]) -> dict[int, int]:
    """Lines of the same id."""
    places = {(line.key, line.family): at for at, line in enumerate(new) if line.key}
    found = ((at, places.get((line.key, line.family))) for at, line in enumerate(old))
    return {at: place for at, place in found if place is not None}


def _by_words(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int]) -> None:
    """Lines that say the same: those that stand once in each text anywhere, the others where they are in order."""
    taken = set(matches.values())
    olds: dict[tuple[str, str], list[int]] = defaultdict(list)
    news: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, line in enumerate(old):
        if at not in matches:
            olds[line.family, _said(line)].append(at)
    for at, line in enumerate(new):
        if at not in taken:
            news[line.family, _said(line)].append(at)
    repeated: list[tuple[int, int]] = []
    for said, places in olds.items():
        others = news.get(said, [])
        if len(places) == len(others) == 1 and (len(said[1].split()) >= MOVED_WORDS or not said[1]):
            matches[places[0]] = others[0]
        elif len(places) * len(others) <= MOST_REPEATED:
            repeated += [(at, other) for at in places for other in others]
        else:
            repeated += zip(places, others, strict=False)
    _fill_in_order(repeated, matches)


def _said(line: Item) -> str:
    return same(line.text)


def _fill_in_order(candidates: Iterable[tuple[int, int]], matches: dict[int, int]) -> None:
    """Take those candidates that cross none of the matches kept in order."""
    kept = sorted(_in_order(matches, weights=None))
    taken = set(matches.values())
    for old, new in sorted(candidates):
        if old in matches or new in taken:
            continue
        place = bisect_left(kept, (old, new))
        if (place == 0 or kept[place - 1][1] < new) and (place == len(kept) or kept[place][1] > new):
            kept.insert(place, (old, new))
            matches[old] = new
            taken.add(new)


def _unswap(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int], named: set[int]) -> None:
    """Two neighbours that are nearly the same and changed places are both edited where they stand, unless ids say otherwise."""
    rank = {place: at for at, place in enumerate(sorted(matches.values()))}
    for (one, there), (other, here) in pairwise(sorted(matches.items())):
        if matches[one] != there or rank[there] - rank[here] != 1 or {one, other} & named:
            continue
        if old[one].family == old[other].family and _alike(old[one], old[other]) >= MOVED_LIKE:
            matches[one], matches[other] = here, there


def _alike(one: Item, other: Item) -> float:
    """Percent of likeness of two lines, word by word."""
    found = _likeness([one], [other], 0.0)
    return found[0][2] if found else 0.0


def _by_likeness(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int]) -> None:
    """In each gap between lines already matched in order, the pairing with the most likeness in all."""
    for olds, news in _gaps(old, new, matches):
        if len(olds) * len(news) <= LARGEST_GAP:
            found = _likeness([old[at] for at in olds], [new[at] for at in news], LIKE, begun=BEGUN)
            kept = heaviest([(i, j) for i, j, _ in found], [score for _, _, score in found])
            matches.update((olds[i], news[j]) for i, j in kept)


def _by_place(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int]) -> None:
    """In each gap, standing lines of a family that has as many of them in both texts."""
    for olds, news in _gaps(old, new, matches):
        for family in sorted({old[at].family for at in olds if old[at].standing}):
            before = [at for at in olds if old[at].standing and old[at].family == family]
            after = [at for at in news if new[at].standing and new[at].family == family]
            if len(before) == len(after):
                matches.update(zip(before, after, strict=True))


def _gaps(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int]) -> list[tuple[list[int], list[int]]]:
    """The lines of both texts that are still alone, between those already matched in order."""
    kept = [(-1, -1), *sorted(_in_order(matches, weights=None)), (len(old), len(new))]
    taken = set(matches.values())
    gaps: list[tuple[list[int], list[int]]] = []
    for (old_before, new_before), (old_after, new_after) in pairwise(kept):
        olds = [at for at in range(old_before + 1, old_after) if at not in matches]
        news = [at for at in range(new_before + 1, new_after) if at not in taken]
        if olds and news:
            gaps.append((olds, news))
    return gaps


def _likeness(
    olds: Sequence[Item], news: Sequence[Item], least: float, *, begun: float = 0.0
) -> list[tuple[int, int, float]]:
    """Which old line (its place) is how like which new one, in percent, word by word: those of a family, from ``least`` on.

    ``begun`` is what a word that both begin with adds. In the order of the old lines, the last of the new ones first.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Prefix

    letters: dict[str, str] = {}

    def encoded(line: Item) -> str:  # a letter for each distinct word, which the matcher compares fastest
        return "".join(letters.setdefault(word, _letter(len(letters))) for word in _said(line).lower().split())

    choices = [encoded(line) for line in news]
    cutoff = max(0.0, least - MOST_BEGUN) if begun else least
    out: list[tuple[int, int, float]] = []
    for i, line in enumerate(olds):
        code = encoded(line)
        found = process.extract(code, choices, scorer=fuzz.ratio, limit=None, score_cutoff=cutoff)
        for choice, score, j in sorted(found, key=lambda one: -one[2]):
            total = score + min(MOST_BEGUN, begun * Prefix.similarity(code, choice))
            if total >= least and news[j].family == line.family:
                out.append((i, j, total))
    return out


def _letter(n: int) -> str:
    return chr(0x100 + n if n < 0xD700 else 0x900 + n)  # past the surrogates


def _moved_by_likeness(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int]) -> None:
    """Lines left over on both sides that are plainly the same line in another place, edited."""
    taken = set(matches.values())
    olds = [at for at, line in enumerate(old) if at not in matches and len(line.text.split()) >= MOVED_WORDS]
    news = [at for at, line in enumerate(new) if at not in taken and len(line.text.split()) >= MOVED_WORDS]
    if not olds or not news or len(olds) * len(news) > LARGEST_GAP:
        return
    found = _likeness([old[at] for at in olds], [new[at] for at in news], MOVED_LIKE)
    used: set[int] = set()
    for score, i, j in sorted((-score, i, j) for i, j, score in found):
        if olds[i] not in matches and news[j] not in used and _is_one_of_a_kind(old, new, olds[i], news[j], -score):
            matches[olds[i]] = news[j]
            used.add(news[j])


def _is_one_of_a_kind(old: Sequence[Item], new: Sequence[Item], here: int, there: int, score: float) -> bool:
    """Whether no third line is about as like one of the two: one of many that are nearly the same has not moved."""
    nearly = score - NEARLY
    return not any(
        place != itself
        for line, others, itself in ((old[here], new, there), (new[there], old, here))
        for _, place, _ in _likeness([line], others, nearly)
    )


def _in_order(matches: dict[int, int], weights: Sequence[int] | None) -> set[tuple[int, int]]:
    """The heaviest set of matches that rise in both texts: the lines that stay while the others move."""
    pairs = sorted(matches.items())
    return set(heaviest(pairs, [weights[old] if weights else 1 for old, _ in pairs]))


def _merge(old: Sequence[Item], new: Sequence[Item], matches: dict[int, int]) -> list[Pair]:
    """Both texts in one order: what stays, before it what left the old text, then what came into the new."""
    weights = [len(line.text) + 1 for line in old]
    staying = sorted(_in_order(matches, weights))
    coming = {place: at for at, place in matches.items()}
    out: list[Pair] = []
    old_at = new_at = 0
    for old_stop, new_stop in [*staying, (len(old), len(new))]:
        out += [Pair(at, None, matches.get(at)) for at in range(old_at, old_stop)]
        out += [Pair(None, at, coming.get(at)) for at in range(new_at, new_stop)]
        if old_stop < len(old) or new_stop < len(new):
            out.append(Pair(old_stop, new_stop))
        old_at, new_at = old_stop + 1, new_stop + 1
    return out

