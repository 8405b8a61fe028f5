"""draftkit's redlines of Word files beside those of other tools, on the same files, as one table.

    python bench/redlines.py                   all tools that are there: fourteen pairs, then time and memory at three sizes
    python bench/redlines.py --only draftkit   ours alone, beside what was stored of the others
    python bench/redlines.py --pairs table     some of the pairs; --no-times, --no-office leave something out
    python bench/redlines.py --corpus 200      official texts set as Word files: characters marked against Docxodus
    python bench/redlines.py --wmlcomparer     the pairs of files of an older comparer's tests

What is made lies in ``bench/out``, results in ``bench/out/results.json``. The figures are explained in docs/bench.md.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from judge import Case, judged
from pairs import PAIRS, SIZES, sized
from peers import PEERS, Peer, Run, ran

OUT = Path(__file__).resolve().parent / "out"
RUNS = 5
SLOW = 20
"""Seconds: what takes longer is run once."""

Results = dict[str, Any]
"""{"pairs": {tool: {pair: verdict}}, "times": {tool: {size: [seconds, processor, MB]}}}"""


def main() -> None:
    """Runs what is asked for, and prints it beside what is stored."""
    options = _options()
    OUT.mkdir(exist_ok=True)
    peers = [PEERS[name] for name in options.only if PEERS[name].present()]
    if options.corpus or options.wmlcomparer:
        import corpora  # it needs the official texts, which are not always here

        corpora.official(peers, options.corpus) if options.corpus else corpora.wmlcomparer(peers)
        return
    results: Results = json.loads(options.stored.read_text("utf-8")) if options.stored.is_file() else {}
    for pair in PAIRS:
        for peer in peers if pair.name in options.pairs else ():
            results.setdefault("pairs", {}).setdefault(peer.name, {})[pair.name] = _of_pair(peer, pair, options.office)
        _store(results, options.stored)
    if options.times:
        for size in SIZES:
            for name, figures in _of_size(peers, size).items():
                results.setdefault("times", {}).setdefault(name, {})[size] = figures
    _store(results, options.stored)
    _print(results)


def _store(results: Results, file: Path) -> None:
    file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PEERS, default=list(PEERS), metavar="TOOL")
    names = [pair.name for pair in PAIRS]
    parser.add_argument("--pairs", nargs="*", choices=names, default=names, metavar="PAIR")
    parser.add_argument("--stored", type=Path, default=OUT / "results.json")
    parser.add_argument("--no-times", dest="times", action="store_false")
    parser.add_argument("--no-office", dest="office", action="store_false")
    parser.add_argument("--corpus", type=int, default=0, metavar="N")
    parser.add_argument("--wmlcomparer", action="store_true")
    return parser.parse_args()


def _of_pair(peer: Peer, pair: Any, with_office: bool) -> dict[str, Any]:
    folder = OUT / "pairs"
    folder.mkdir(exist_ok=True)
    case = Case(*pair.files(), pair.moved)
    old, new, out = (folder / f"{pair.name.replace(' ', '-')}.{which}.docx" for which in ("old", "new", peer.name))
    old.write_bytes(case.old)
    new.write_bytes(case.new)
    run = ran(peer, old, new, out)
    return {"failed": run.said} if run.said else asdict(judged(case, out.read_bytes(), with_office=with_office))


def _of_size(peers: list[Peer], size: str) -> dict[str, list[float]]:
    """For each tool the best of its runs: seconds, processor seconds, megabytes. They take turns: a busy machine slows all."""
    old, new = (OUT / f"size.{which}.docx" for which in ("old", "new"))
    for file, data in zip((old, new), sized(size), strict=True):
        file.write_bytes(data)
    runs: dict[str, list[Run]] = {peer.name: [] for peer in peers}
    for _ in range(RUNS + 1):
        for peer in peers:
            before = runs[peer.name]
            if not before or (not before[0].said and before[0].seconds < SLOW):
                before.append(ran(peer, old, new, OUT / f"size.{peer.name}.docx"))
    return {name: _best(found) for name, found in runs.items()}


def _best(runs: list[Run]) -> list[float]:
    if runs[0].said:
        return [0.0, 0.0, 0.0]
    return [min(figures) for figures in zip(*((run.seconds, run.processor, run.megabytes) for run in runs), strict=True)]


# --- tables


def _print(results: Results) -> None:
    tools = [name for name in PEERS if name in results.get("pairs", {})]
    _print_sums(results["pairs"], tools)
    _print_pairs(results["pairs"], tools)
    timed = [tool for tool in tools if tool in results.get("times", {})]
    if "draftkit" in timed:
        _print_times(results["times"], timed)


_SHARES: dict[str, Callable[[Results], object]] = {
    "exact in text": lambda v: v.get("text"),
    "and in formats": lambda v: v.get("formats"),
    "LibreOffice agrees": lambda v: v.get("office"),
    "lint clean": lambda v: v.get("lint") == [],
    "all of these": lambda v: v.get("formats") and v.get("office") and v.get("lint") == [] and not v.get("sdk"),
}
_SUMS = {
    "validator errors": "sdk",
    "words broken": "broken",
    "false moves": "false_moves",
    "hidden in moves": "hidden",
    "characters marked": "characters",
    "the same, words whole": "whole",
}


def _print_sums(pairs: Results, tools: list[str]) -> None:
    print(f"{'of the pairs':<22}" + "".join(f"{tool:>16}" for tool in tools))
    for title, good in _SHARES.items():
        counts = (f"{sum(bool(good(v)) for v in pairs[tool].values())} of {len(pairs[tool])}" for tool in tools)
        print(f"{title:<22}" + "".join(f"{count:>16}" for count in counts))
    for title, key in _SUMS.items():
        print(f"{title:<22}" + "".join(f"{_sum(pairs[tool], key):>16}" for tool in tools))


def _sum(verdicts: dict[str, Results], key: str) -> str:
    """A dash where a judge is missing."""
    found = [v.get(key) for v in verdicts.values() if "failed" not in v]
    return "-" if None in found else f"{sum(found):,}"


def _print_pairs(pairs: Results, tools: list[str]) -> None:
    print("\ncharacters marked (words whole); t: text not exact, f: formats not, o: LibreOffice disagrees, l: lint, v: validator")
    for pair in PAIRS:
        said = [_cell(pairs[tool].get(pair.name)) for tool in tools]
        print(f"{pair.name:<22}" + "".join(f"{cell:>16}" for cell in said))


def _cell(verdict: dict[str, Any] | None) -> str:
    if verdict is None or "failed" in verdict:
        return "-" if verdict is None else "failed"
    wrong = {
        "t": not verdict["text"],
        "f": not verdict["formats"] and verdict["text"],
        "o": verdict["office"] is False,
        "l": bool(verdict["lint"]),
        "v": bool(verdict["sdk"]),
    }
    whole = f"({verdict['whole']:,})" if verdict["whole"] != verdict["characters"] else ""
    return f"{''.join(sign for sign, so in wrong.items() if so)} {verdict['characters']:>5,}{whole:>7}"


def _print_times(times: Results, tools: list[str]) -> None:
    ours = times["draftkit"]
    head = "".join(f"{tool:>16}" for tool in tools)
    for at, title, form in ((0, "seconds", "{:.2f}"), (1, "processor", "{:.2f}"), (2, "megabytes", "{:.0f}")):
        print(f"\n{'x draftkit: ' + title:<22}{head}")
        for size in SIZES:
            print(f"{size:<22}" + "".join(_ratio(times[tool][size][at], ours[size][at], form) for tool in tools))
    print(f"\n{'4,000 : 400, processor':<22}" + "".join(_growth(times[tool]) for tool in tools))


def _ratio(value: float, ours: float, form: str) -> str:
    return f"{value / ours:>7.2f} {'(' + form.format(value) + ')':>8}" if value and ours else f"{'-':>16}"


def _growth(by_size: dict[str, list[float]]) -> str:
    _, middle, large = (by_size[size][1] for size in SIZES)
    return f"{large / middle:>16.1f}" if middle and large else f"{'-':>16}"


if __name__ == "__main__":
    main()
