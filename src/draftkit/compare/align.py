"""Which line of the old text is which line of the new: by id, else by equal words, else by likeness (design, sections 2, 7).

Numbers take no part: a renumbered list pairs each paragraph with itself.

Example:
    >>> align(old.lines, new.lines, by_id=True)
    [Pair(old=0, new=0), Pair(old=1, new=None), Pair(old=None, new=1, partner=3), ...]
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from draftkit.assemble.printed import Line, Role
from draftkit.un.spelling import same

LIKE = 55.0
"""Percent of likeness from which two lines are one line edited; below it, one was deleted and another inserted."""

BEGUN, MOST_BEGUN = 1.5, 15.0
"""What each word that both lines begin with adds to their likeness where they stand, and the most of it: a paragraph that
begins as before and goes on at length about something new is that paragraph edited."""

MOVED_LIKE = 80.0
"""The same for two lines out of order: a move must be plainly one."""

MOVED_WORDS = 4
"""Words that a line must have to be called moved without its id: "Urges:" stands in many places."""

MOST_REPEATED = 10_000
"""Pairs of places of one repeated line that are all tried; beyond it they are paired one by one."""

LARGEST_GAP = 4_000_000
"""Pairs of lines (old times new) in one gap that are still compared by likeness."""

_FAMILIES = {
    Role.PREAMBULAR: "paragraph",
    Role.OPERATIVE: "paragraph",
    Role.ITEM: "paragraph",
    Role.ANNEX_PARAGRAPH: "paragraph",
    Role.OPAQUE: "paragraph",  # one text may have been read better than the other
    Role.SECTION_HEADING: "heading",
    Role.ANNEX_TITLE: "heading",
    Role.PART_TITLE: "heading",
    Role.SECTION_NUMBER: "number",
}
"""Lines of one family may be one line; other roles only pair with their own kind."""

_BY_ROLE = frozenset({Role.FORMULA, Role.MEETING, Role.PART_LABEL, Role.PART_TITLE, Role.ANNEX_LABEL, Role.SECTION_NUMBER})
"""Short lines that are known by where they stand: "9 December 2021" is the line that was "15 December 2020"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of the redline: its place in the old and in the new text, ``None`` where it is not.

    A moved line is there twice: where it left (``new`` is ``None``, ``partner`` its place in the new text) and where it
    arrived (``old`` is ``None``, ``partner`` its place in the old one).
    """

    old: int | None
    new: int | None
    partner: int | None = None


def align(old: Sequence[Line], new: Sequence[Line], *, by_id: bool) -> list[Pair]:
    """The lines of both texts in the order of the redline. ``by_id``: the same id is the same line, whatever its words."""
    matches = _by_key(old, new) if by_id else {}
    _by_words(old, new, matches)
    _by_likeness(old, new, matches)
    _by_role(old, new, matches)
    _moved_by_likeness(old, new, matches)
    return _merge(old, new, matches)


def _family(line: Line) -> str:
    if line.role is Role.ROW:
        return f"row {line.spans}"  # cells are compared one by one, so both rows must have the same
    return _FAMILIES.get(line.role, line.role)


def _by_key(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """Lines of the same id. The rows of a table are only counted, so a new first row would shift them all: words pair them."""
    places = {(line.key, _family(line)): at for at, line in enumerate(new) if line.role is not Role.ROW}
    found = ((at, places.get((line.key, _family(line)))) for at, line in enumerate(old))
    return {at: place for at, place in found if place is not None}


def _by_words(old: Sequence[Line], new: Sequence[Line], matches: dict[int, int]) -> None:
    """Lines that say the same: those that stand once in each text anywhere, the others where they are in order."""
    taken = set(matches.values())
    olds: dict[tuple[str, str], list[int]] = defaultdict(list)
    news: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, line in enumerate(old):
        if at not in matches:
            olds[_family(line), _said(line)].append(at)
    for at, line in enumerate(new):
        if at not in taken:
            news[_family(line), _said(line)].append(at)
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


def _said(line: Line) -> str:
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


def _by_likeness(old: Sequence[Line], new: Sequence[Line], matches: dict[int, int]) -> None:
    """In each gap between lines already matched in order, the pairing with the most likeness in all."""
    for olds, news in _gaps(old, new, matches):
        if len(olds) * len(news) <= LARGEST_GAP:
            scores = _likeness([old[at] for at in olds], [new[at] for at in news], begun=BEGUN)
            matches.update((olds[i], news[j]) for i, j in _best_in_order(scores, LIKE))


def _by_role(old: Sequence[Line], new: Sequence[Line], matches: dict[int, int]) -> None:
    """In each gap, short lines of a role that has as many in both texts."""
    for olds, news in _gaps(old, new, matches):
        for role in sorted(_BY_ROLE):
            before, after = [at for at in olds if old[at].role is role], [at for at in news if new[at].role is role]
            if len(before) == len(after):
                matches.update(zip(before, after, strict=True))


def _gaps(old: Sequence[Line], new: Sequence[Line], matches: dict[int, int]) -> list[tuple[list[int], list[int]]]:
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


def _likeness(olds: Sequence[Line], news: Sequence[Line], *, begun: float = 0.0) -> list[list[float]]:
    """Percent of likeness, word by word, of each old line with each new one; 0 where it is hopeless and across families.

    ``begun`` is what a word that both begin with adds.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Prefix

    letters: dict[str, str] = {}

    def encoded(line: Line) -> str:  # a letter for each distinct word, which the matcher compares fastest
        return "".join(letters.setdefault(word, _letter(len(letters))) for word in _said(line).lower().split())

    choices = [encoded(line) for line in news]
    families = [_family(line) for line in news]
    rows: list[list[float]] = []
    for line in olds:
        row = [0.0] * len(news)
        family, code = _family(line), encoded(line)
        for choice, score, at in process.extract(code, choices, scorer=fuzz.ratio, limit=None, score_cutoff=LIKE - MOST_BEGUN):
            if families[at] == family:
                row[at] = score + min(MOST_BEGUN, begun * Prefix.similarity(code, choice))
        rows.append(row)
    return rows


def _letter(n: int) -> str:
    return chr(0x100 + n if n < 0xD700 else 0x900 + n)  # past the surrogates


def _best_in_order(scores: Sequence[Sequence[float]], least: float) -> list[tuple[int, int]]:
    """The pairs (i, j), rising in both, with the greatest sum of likeness, none below ``least``."""
    rows, columns = len(scores), len(scores[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _moved_by_likeness(old: Sequence[Line], new: Sequence[Line], matches: dict[int, int]) -> None:
    """Lines left over on both sides that are plainly the same line in another place, edited."""
    taken = set(matches.values())
    olds = [at for at, line in enumerate(old) if at not in matches and len(line.text.split()) >= MOVED_WORDS]
    news = [at for at, line in enumerate(new) if at not in taken and len(line.text.split()) >= MOVED_WORDS]
    if not olds or not news or len(olds) * len(news) > LARGEST_GAP:
        return
    scores = _likeness([old[at] for at in olds], [new[at] for at in news])
    ranked = sorted(((-s, i, j) for i, row in enumerate(scores) for j, s in enumerate(row) if s >= MOVED_LIKE))
    used: set[int] = set()
    for _, i, j in ranked:
        if olds[i] not in matches and news[j] not in used:
            matches[olds[i]] = news[j]
            used.add(news[j])


def _in_order(matches: dict[int, int], weights: Sequence[int] | None) -> set[tuple[int, int]]:
    """The heaviest set of matches that rise in both texts: the lines that stay while the others move."""
    pairs = sorted(matches.items())
    places = sorted(new for _, new in pairs)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)  # a Fenwick tree of (weight so far, last pair)
    previous: list[int] = []
    for at, (old, new) in enumerate(pairs):
        rank = bisect_left(places, new)
        best = (0, -1)
        i = rank
        while i > 0:
            best = max(best, tree[i])
            i -= i & -i
        previous.append(best[1])
        total = (best[0] + (weights[old] if weights else 1), at)
        i = rank + 1
        while i <= len(places):
            tree[i] = max(tree[i], total)
            i += i & -i
    top = (0, -1)
    i = len(places)
    while i > 0:
        top = max(top, tree[i])
        i -= i & -i
    kept: set[tuple[int, int]] = set()
    at = top[1]
    while at >= 0:
        kept.add(pairs[at])
        at = previous[at]
    return kept


def _merge(old: Sequence[Line], new: Sequence[Line], matches: dict[int, int]) -> list[Pair]:
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

