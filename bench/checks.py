"""The rules of ``draftkit check`` on official texts: how often each finds something in texts that were adopted and edited.

    python bench/checks.py                       a line for each rule, and how long the longest text takes
    python bench/checks.py --sixth               the same, of texts of the Sixth Committee alone
    python bench/checks.py --rule DK707 --show 20    findings of a rule, drawn at random, to be read
    python bench/checks.py --write               writes docs/check-figures.md; its last column, what was read, is kept

An official text is a good one: what is found there is either an oversight of its editors or a false alarm, and which it is says
the last column. Rules that compare a text with its prior are given the text of the same title before it (pairs.csv); rules for
texts that are handed in are left out, for no adopted text is one.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

from texts import PROCESSES, Official, official, path, priors

from draftkit.checks import RULES, Rule, Stage, Subject
from draftkit.model import Finding, Resolution, Severity
from draftkit.readers import read

FIGURES = Path(__file__).resolve().parent.parent / "docs" / "check-figures.md"
LONGEST = "77_248"
SEED = 1
ROUNDS = 5
_ROW = re.compile(r"^\| \[(DK\d+)\].*\| ([^|]*) \|$", re.MULTILINE)
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_ASKED = tuple(rule for rule in RULES if rule.stage is not Stage.L_DOCUMENT)

HEAD = """# What the checks find in official texts

Adopted resolutions have been through the hands of drafters, of the Secretariat's editors and of a committee. A rule that finds
much in them is no rule; so each was run over the {texts} English texts of the sessions 74 to 78{pairs}.
A rule's errors may stand in one text of 200 at most, its warnings in one of 10. What was found, and read, is said in the last
column.

{sums}

| code | name | severity | errors | warnings | infos | in texts | what it is |
|---|---|---|---|---|---|---|---|
"""
TAIL = "\n`python bench/checks.py --write` writes this page anew, all but the last column.\n"


@dataclass(slots=True)
class Figures:
    """What a rule has found."""

    found: list[tuple[str, Finding]] = field(default_factory=list)

    def of(self, severity: Severity) -> int:
        return sum(finding.severity is severity for _, finding in self.found)

    @property
    def texts(self) -> set[str]:
        return {symbol for symbol, _ in self.found}


def main() -> None:
    """Print or write what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sixth", action="store_true", help="texts of the Sixth Committee alone")
    parser.add_argument("--rule", help="the findings of one rule, by its code or name")
    parser.add_argument("--show", type=int, default=20, help="so many of them")
    parser.add_argument("--write", action="store_true", help="write docs/check-figures.md")
    parser.add_argument("--anew", action="store_true", help="read the texts again")
    wished = parser.parse_args()
    texts = official(wished.anew)
    if not texts:
        raise SystemExit(f"no official texts at {path('').parent.parent}")
    figures, pairs = _figures(texts, wished.sixth)
    chosen = [text for text in texts if text[2] or not wished.sixth]
    if wished.rule:
        _show(figures, wished.rule, wished.show)
        return
    sums = _sums(figures, len(chosen))
    if wished.write:
        FIGURES.write_text(_page(figures, sums, len(chosen), pairs), encoding="utf-8", newline="\n")
        return
    for rule in _ASKED:
        each = figures[rule.code]
        counts = " ".join(f"{each.of(severity):5} {severity}" for severity in _SEVERITIES)
        print(f"{rule.code} {rule.name:24} {rule.severity:8} {counts} in {len(each.texts):4} texts")
    print(f"{len(chosen)} texts, {pairs} of them with their prior; {sums}")
    _times()


def _figures(texts: list[Official], sixth: bool) -> tuple[Mapping[str, Figures], int]:
    """What each rule has found, by its code, and how many texts had a prior."""
    known = {base: resolution for base, _, _, resolution in texts}
    before = {base: known[prior] for base, prior in priors().items() if prior in known}
    asked = [(symbol, resolution, before.get(base)) for base, symbol, own, resolution in texts if own or not sixth]
    figures = {rule.code: Figures() for rule in _ASKED}
    with Pool(PROCESSES) as pool:
        for (symbol, _, _), found in zip(asked, pool.imap(_found, asked, 8), strict=True):
            for code, finding in found:
                figures[code].found.append((symbol, finding))
    return figures, sum(prior is not None for _, _, prior in asked)


def _found(asked: tuple[str, Resolution, Resolution | None]) -> list[tuple[str, Finding]]:
    _, resolution, prior = asked
    subject = Subject(resolution, prior)
    return [(rule.code, finding) for rule in _ASKED if prior or not rule.needs_prior for finding in rule(subject)]


def _sums(figures: Mapping[str, Figures], texts: int) -> str:
    def having(severities: Iterable[Severity]) -> int:
        wanted = frozenset(severities)
        return len({symbol for each in figures.values() for symbol, finding in each.found if finding.severity in wanted})

    errors, warnings = having((Severity.ERROR,)), having((Severity.WARNING, Severity.ERROR))
    return (
        f"{len(figures)} rules: an error in {errors} texts ({errors / texts:.1%}), "
        f"an error or a warning in {warnings} ({warnings / texts:.1%})."
    )


def _page(figures: Mapping[str, Figures], sums: str, texts: int, pairs: int) -> str:
    read_of = dict(_ROW.findall(FIGURES.read_text("utf-8"))) if FIGURES.is_file() else {}
    prior = f",\n{pairs:,} of them with the text of the same title before it"
    rows = "".join(_row(rule, figures[rule.code], read_of.get(rule.code, "").strip()) for rule in _ASKED)
    return HEAD.format(texts=f"{texts:,}", pairs=prior, sums=sums) + rows + TAIL


def _row(rule: Rule, each: Figures, said: str) -> str:
    counts = " | ".join(f"{each.of(severity) or ''}" for severity in _SEVERITIES)
    code = f"[{rule.code}](check.md#{rule.code.lower()})"
    return f"| {code} | `{rule.name}` | {rule.severity} | {counts} | {len(each.texts) or ''} | {said} |\n"


def _show(figures: Mapping[str, Figures], wanted: str, most: int) -> None:
    for rule in _ASKED:
        if wanted in (rule.code, rule.name):
            found = figures[rule.code].found
            for symbol, finding in sorted(random.Random(SEED).sample(found, min(most, len(found))), key=lambda one: one[0]):
                print(f"{symbol}: {finding.severity}: {finding.message}; {finding.fix}")
            print(f"{min(most, len(found))} of {len(found)}: {dict(Counter(str(finding.severity) for _, finding in found))}")


def _times() -> None:
    """How long the longest text takes, all rules and the slowest ones: the best of some rounds."""
    resolution = read(path(LONGEST)).resolution
    best: dict[str, float] = {}
    whole = 9.0
    for _ in range(ROUNDS):
        subject, begun = Subject(resolution), time.perf_counter()
        for rule in _ASKED:
            if rule.needs_prior:
                continue
            at = time.perf_counter()
            list(rule(subject))
            best[rule.name] = min(best.get(rule.name, 9.0), time.perf_counter() - at)
        whole = min(whole, time.perf_counter() - begun)
    slowest = sorted(best.items(), key=lambda item: -item[1])[:5]
    print(f"{LONGEST}: {whole * 1000:.0f} ms; " + ", ".join(f"{name} {taken * 1000:.0f} ms" for name, taken in slowest))


if __name__ == "__main__":
    main()
