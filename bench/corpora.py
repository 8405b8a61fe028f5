"""The same comparison on files that lie beside the project: official texts, and the pairs of an older comparer's tests.

``official`` takes pairs of ../shared/corpus/pairs.csv, sets both texts as Word files by ``draftkit convert``, and compares the
characters that each tool marks with those of Docxodus. ``wmlcomparer`` takes the pairs of ../shared/corpus/docx/wmlcomparer.
"""

from __future__ import annotations

import csv
import random
import statistics
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from judge import READINGS, SHARED, Case, lint, more, same, schema
from marks import marks
from peers import PEERS, Peer, ran

CORPUS = SHARED / "corpus"
OUT = Path(__file__).resolve().parent / "out"
SEED = 1
ABOVE = 1.1
"""Pairs in which so many times as many characters are marked are listed."""

BATCH = 50
AGAINST = "Docxodus"


def official(peers: list[Peer], count: int) -> None:
    """Prints for each tool how many pairs are exact, the median share of characters marked, and the pairs with many more."""
    with (CORPUS / "pairs.csv").open(newline="", encoding="utf-8") as file:
        names = [(row["prev"], row["next"]) for row in csv.DictReader(file)]
    names = [pair for pair in names if all(_xml(name).is_file() for name in pair)]
    chosen = random.Random(SEED).sample(names, min(count, len(names)))
    (OUT / "official").mkdir(parents=True, exist_ok=True)
    _convert({name for pair in chosen for name in pair})
    tools = [peer for peer in peers if peer.name != AGAINST and peer.name != "LibreOffice"]
    against = _all(PEERS[AGAINST], chosen) if PEERS[AGAINST].present() else {}
    for peer in tools:
        _print_official(peer.name, _all(peer, chosen), against)


Figures = dict[tuple[str, str], tuple[bool, int, int]]
"""For each pair: whether body and notes are exact, characters marked, and these with words whole."""


def _xml(name: str) -> Path:
    return CORPUS / "akn" / name.split("_")[0] / f"A_RES_{name}.xml"


def _docx(name: str) -> Path:
    return OUT / "official" / f"A_RES_{name}.docx"


def _convert(names: set[str]) -> None:
    missing = sorted(name for name in names if not _docx(name).is_file())
    for at in range(0, len(missing), BATCH):
        files = [str(_xml(name)) for name in missing[at : at + BATCH]]
        command = [sys.executable, "-m", "draftkit", "convert", *files, "--to", "docx", "--out-dir", str(OUT / "official")]
        subprocess.run(command, check=False, capture_output=True)


def _all(peer: Peer, chosen: list[tuple[str, str]]) -> Figures:
    def one(pair: tuple[str, str]) -> tuple[bool, int, int]:
        old, new = map(_docx, pair)
        out = OUT / "official" / f"{pair[0]}-{pair[1]}.{peer.name}.docx"
        if not old.is_file() or not new.is_file() or ran(peer, old, new, out).said:
            return False, 0, 0
        data, case = out.read_bytes(), Case(old.read_bytes(), new.read_bytes())
        found = marks(data)
        return bool(same(case, data, READINGS["body"])), found.characters + found.hidden, found.whole + found.hidden

    with ThreadPoolExecutor(2) as pool:
        return dict(zip(chosen, pool.map(one, chosen), strict=True))


def _print_official(name: str, ours: Figures, against: Figures) -> None:
    print(f"{name}: {sum(exact for exact, _, _ in ours.values())} of {len(ours)} pairs exact in text")
    if not against:
        return
    print(f"{AGAINST}: {sum(exact for exact, _, _ in against.values())} of {len(against)} pairs exact in text")
    for at, title in ((1, "characters marked"), (2, "the same, words whole")):
        ratios = {pair: (ours[pair][at] + 1) / (against[pair][at] + 1) for pair in ours if ours[pair][0] and against[pair][0]}
        above = {pair: ratio for pair, ratio in ratios.items() if ratio > ABOVE}
        total = sum(ours[pair][at] for pair in ratios) / max(1, sum(against[pair][at] for pair in ratios))
        median = statistics.median(ratios.values())
        print(f"{title}: median {median:.2f} x {AGAINST}, all together {total:.2f} x, {len(above)} pairs above {ABOVE}")
        for pair, ratio in sorted(above.items(), key=lambda item: -item[1]):
            print(f"  {pair[0]:>10} -> {pair[1]:<10} {ratio:>6.2f}  {ours[pair][at]:>7,} against {against[pair][at]:,}")


def wmlcomparer(peers: list[Peer]) -> None:
    """Prints for each pair and tool: accepted and rejected exact, schema errors more than the inputs have, revisions."""
    folder = CORPUS / "docx" / "wmlcomparer"
    with (folder / "pairs.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    (OUT / "wmlcomparer").mkdir(parents=True, exist_ok=True)
    print("a, r: accepted, rejected as the input reads; n: notes and headers too; x: no schema error that the inputs have not;")
    print(f"l: lint clean; revisions (expected where known)\n{'':<10}" + "".join(f"{peer.name:>16}" for peer in peers))
    sums = {peer.name: dict.fromkeys("arnxl", 0) for peer in peers}
    for row in rows:
        old, new = folder / row["before"], folder / row["after"]
        cells = "".join(f"{_judged(peer, row['id'], old, new, sums[peer.name]):>16}" for peer in peers)
        print(f"{row['id']:<10}{cells}  ({row['expected_revision_count'] or '-'})", flush=True)
    for sign in "arnxl":
        print(f"{sign:<10}" + "".join(f"{sums[peer.name][sign]:>10} of {len(rows)}" for peer in peers))


def _judged(peer: Peer, name: str, old: Path, new: Path, sums: dict[str, int]) -> str:
    out = OUT / "wmlcomparer" / f"{name}.{peer.name}.docx"
    if ran(peer, old, new, out).said:
        return "failed"
    data, case = out.read_bytes(), Case(old.read_bytes(), new.read_bytes())
    good = {
        "a": same(case, data, READINGS["body"], ("accept",)),
        "r": same(case, data, READINGS["body"], ("reject",)),
        "n": same(case, data, READINGS["body"]) and same(case, data, READINGS["notes and headers"]),
        "x": not more(case, data, schema.errors),
        "l": not lint(case, data),
    }
    for sign, so in good.items():
        sums[sign] += bool(so)
    return f"{''.join(sign if so else '.' for sign, so in good.items())} {marks(data).revisions:>3}"
