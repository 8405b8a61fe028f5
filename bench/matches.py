"""The clauses of the library in official texts: how many of their paragraphs are recognised, and by which clause.

    python bench/matches.py                          the shares, of all texts and of those of the Sixth Committee
    python bench/matches.py --by-clause              and how often each clause was recognised, the most frequent first
    python bench/matches.py --clause report/note --show 20    paragraphs in which a clause stands, with its values
    python bench/matches.py --draw 200               matches drawn at random, with their values, to be read
    python bench/matches.py --library DIR            with a library of one's own

Paragraphs are those of preamble and operative part with their subparagraphs, not headings, notes and annexes. A paragraph
*counts* if the clause is recognised exactly (filled with the values it gives the paragraph again) and at least half of the words
between blanks are the clause's own. It is *loose* where it does not count and free words are more than the clause's own; words in
quotation marks, sessions, dates and resolutions are not free: "Decides to include ... the item entitled “...”" with a long title
does not count, and is not loose.

What was read of the texts is kept in bench/out/texts.pkl; say ``--anew`` when the readers have changed.
"""

from __future__ import annotations

import argparse
import csv
import pickle
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from draftkit.clauses import load
from draftkit.clauses.match import Index, Match, exactly, index, places
from draftkit.model import Resolution
from draftkit.readers import read

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
KEPT = Path(__file__).resolve().parent / "out" / "texts.pkl"
PROCESSES = 2
SIXTH = "Sixth Committee"
SEED = 1


@dataclass(frozen=True, slots=True)
class Recognised:
    """A paragraph in which a clause stands; ``taken`` paragraphs, its items with it."""

    text: str
    match: Match
    line: str
    sixth: bool

    @property
    def taken(self) -> int:
        return 1 + len(self.match.items)


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--by-clause", action="store_true")
    parser.add_argument("--clause", help="the paragraphs of one clause")
    parser.add_argument("--show", type=int, default=20, help="so many of them")
    parser.add_argument("--draw", type=int, help="so many matches, drawn at random")
    parser.add_argument("--library", type=Path, action="append", default=[])
    parser.add_argument("--anew", action="store_true", help="read the texts again")
    wished = parser.parse_args()
    known = index(load(wished.library).every())
    texts = _texts(wished.anew)
    begun = time.perf_counter()
    counted, found = _recognised(known, texts)
    if wished.clause:
        _print(known, [each for each in found if each.match.clause.id == wished.clause.partition("@")[0]], wished.show)
        return
    if wished.draw:
        _print(known, found, wished.draw)
        return
    _shares(counted, found)
    clauses = {pattern.clause.id for pattern in known.patterns}
    used = Counter(each.match.clause.id for each in found if each.match.counts)
    print(f"{len(used)} of {len(clauses)} clauses count somewhere; {time.perf_counter() - begun:.0f} s")
    if wished.by_clause:
        _by_clause(clauses, found)


def _shares(counted: Counter[bool], found: list[Recognised]) -> None:
    for name, kinds in (("all texts", (True, False)), (SIXTH, (True,))):
        whole = sum(counted[kind] for kind in kinds)
        here = [each for each in found if each.sixth in kinds]
        counts = sum(each.taken for each in here if each.match.counts)
        settled = sum(each.taken for each in here if not each.match.is_loose)
        print(
            f"{name}: {counts:,} of {whole:,} paragraphs count ({counts / whole:.1%}); "
            f"not loose {settled / whole:.1%}; exact at all {sum(e.taken for e in here) / whole:.1%}"
        )


def _by_clause(clauses: set[str], found: list[Recognised]) -> None:
    counts = Counter(each.match.clause.id for each in found if each.match.counts)
    exact = Counter(each.match.clause.id for each in found)
    for clause in sorted(clauses, key=lambda name: (-counts[name], -exact[name], name)):
        texts = len({each.text for each in found if each.match.counts and each.match.clause.id == clause})
        print(f"{counts[clause]:6,} count  {texts:5,} texts  {exact[clause]:6,} exact  {clause}")


def _print(known: Index, found: list[Recognised], most: int) -> None:
    drawn = random.Random(SEED).sample(found, min(most, len(found)))
    for each in sorted(drawn, key=lambda one: (one.match.clause.id, one.text)):
        match = each.match
        alternate = f" ({match.alternate})" if match.alternate else ""
        mark = "counts" if match.counts else "exact "
        print(f"{mark}  {match.clause.reference}{alternate}  {each.text} {match.paragraph}  {match.own}/{match.words}")
        print(f"        {each.line}")
        for name, value in match.values.items():
            print(f"          {name}: {value}")
    print(f"{len(drawn)} of {len(found)}, {sum(each.match.counts for each in found)} of them count")


# --- The texts -----------------------------------------------------------------------------------------------------


def _texts(anew: bool) -> list[tuple[str, bool, Resolution]]:
    """Every text with its symbol, and whether it is of the Sixth Committee."""
    if KEPT.is_file() and not anew:
        kept: list[tuple[str, bool, Resolution]] = pickle.loads(KEPT.read_bytes())
        return kept
    with (CORPUS / "index.csv").open(newline="", encoding="utf-8") as file:
        rows = [(row["base"], row["symbol"], SIXTH in row["committee"]) for row in csv.DictReader(file)]
    with Pool(PROCESSES) as pool:
        texts = [text for text in pool.imap(_text, rows, 16) if text]
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    beside = KEPT.with_suffix(".part")
    beside.write_bytes(pickle.dumps(texts))
    beside.replace(KEPT)
    return texts


def _text(row: tuple[str, str, bool]) -> tuple[str, bool, Resolution] | None:
    base, symbol, sixth = row
    path = CORPUS / "akn" / base.split("_")[0] / f"A_RES_{base}.xml"
    return (symbol, sixth, read(path).resolution) if path.is_file() else None


def _recognised(known: Index, texts: list[tuple[str, bool, Resolution]]) -> tuple[Counter[bool], list[Recognised]]:
    """How many paragraphs the texts have, those of the Sixth Committee apart, and those in which a clause stands."""
    counted: Counter[bool] = Counter()
    found: list[Recognised] = []
    with Pool(PROCESSES) as pool:
        for (_, sixth, _), (size, matches) in zip(texts, pool.imap(partial(_one, known), texts, 16), strict=True):
            counted[sixth] += size
            found += matches
    return counted, found


def _one(known: Index, text: tuple[str, bool, Resolution]) -> tuple[int, list[Recognised]]:
    symbol, sixth, resolution = text
    return sum(1 for _ in places(resolution)), list(_of_one(known, symbol, sixth, resolution))


def _of_one(known: Index, symbol: str, sixth: bool, resolution: Resolution) -> Iterator[Recognised]:
    taken: set[str] = set()
    for place in places(resolution):
        if place.paragraph not in taken and (match := exactly(known, place)):
            taken.update(match.items)
            yield Recognised(symbol, match, place.line.text, sixth)


if __name__ == "__main__":
    main()
