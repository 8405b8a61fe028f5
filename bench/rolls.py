"""How often each rule of the roll-forward does what the Assembly did, on official pairs of successive texts.

Each earlier text of ../shared/corpus/pairs.csv is rolled to the session of the later one. For every change, what stands in
the later text where the old words stood says whether the Assembly did the same: a rule *followed* has the very words, or a
blank where the words did change. Paragraphs and sentences that have no counterpart in the later text are not counted.

    python bench/rolls.py                     the table
    python bench/rolls.py --rule period/deadline --show 20
    python bench/rolls.py --write             the same, into src/draftkit/data/roll_rules.csv and docs/roll-rules.md
"""

from __future__ import annotations

import argparse
import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from draftkit.compare.align import Item, align
from draftkit.inline import flat
from draftkit.model import Callout, Change, Content, Resolution
from draftkit.readers import read
from draftkit.roll import roll
from draftkit.roll.rules import Rule, rules
from draftkit.tree import contents
from draftkit.un.bodies import keys

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
TABLE = ROOT / "src" / "draftkit" / "data" / "roll_rules.csv"
PAGE = ROOT / "docs" / "roll-rules.md"
LONGEST = 150
BEGIN, END = "<!-- the table is written by bench/rolls.py -->", "<!-- end of the table -->"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the Assembly did where a rule made a change: ``same`` as the rule, or ``became`` other words (or the old ones)."""

    rule: str
    pair: str
    same: bool
    old: str
    new: str
    became: str


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--six", action="store_true", help="the Sixth Committee only")
    asked.add_argument("--rule", help="one rule, or a family of them")
    asked.add_argument("--show", type=int, default=0, metavar="K", help="print K places in which the Assembly did otherwise")
    asked.add_argument("--write", action="store_true", help="put the figures into the package and its documentation")
    options = asked.parse_args()
    if options.write and (options.six or options.rule):
        asked.error("--write needs all pairs and all rules")
    with (CORPUS / "pairs.csv").open(newline="", encoding="utf-8") as file:
        pairs = [(row["prev"], row["next"]) for row in csv.DictReader(file) if not options.six or "Sixth" in row["committee"]]
    with ProcessPoolExecutor() as pool:
        verdicts = [each for found in pool.map(_judged, pairs, chunksize=16) for each in found]
    if options.rule:
        verdicts = [each for each in verdicts if f"{each.rule}/".startswith(f"{options.rule}/")]
    figures = _figures(verdicts)
    for name, (applied, followed, in_pairs) in figures.items():
        print(f"{name:28} {applied:6} {followed:6} {followed / applied:7.1%} in {in_pairs} pairs")
    for each in [each for each in verdicts if not each.same][: options.show]:
        print(f"{each.pair} {each.rule}: {each.old!r} -> {each.new!r}; the Assembly: {each.became[-LONGEST:]!r}")
    if options.write:
        _write(figures)


def _judged(pair: tuple[str, str]) -> list[Verdict]:
    """A verdict for each change in a paragraph or note that both texts have."""
    before, after = (read(_xml(name)).resolution for name in pair)
    made: dict[str, list[Change]] = defaultdict(list)
    for change in roll(before, int(pair[1].split("_")[0]), also=frozenset(keys()), house_style=True).changes:
        if change.start >= 0:
            made[change.paragraph].append(change)
    olds, counterparts = _texts(before), _counterparts(before, after)
    return [
        Verdict(change.rule, "->".join(pair), same, change.old, change.new, became)
        for place, changes in made.items()
        if place in counterparts
        for change, same, became in _held(olds[place], sorted(changes, key=lambda change: change.start), counterparts[place])
    ]


def _xml(name: str) -> Path:
    return CORPUS / "akn" / name.split("_")[0] / f"A_RES_{name}.xml"


def _texts(resolution: Resolution) -> dict[str, str]:
    notes = {f"note {note.id}": flat(note.content) for note in resolution.notes}
    return {place: flat(content) for place, content in contents(resolution)} | notes


def _counterparts(before: Resolution, after: Resolution) -> dict[str, str]:
    """What each paragraph and note of a text says in the later one; notes are paired by the places that call them."""
    olds, news = list(contents(before)), list(contents(after))
    items = [[Item("", "", flat(content)) for _, content in texts] for texts in (olds, news)]
    notes = {note.id: flat(note.content) for note in after.notes}
    found = {}
    for pair in align(*items, by_id=False):
        if pair.old is not None and pair.new is not None:
            (place, old), (_, new) = olds[pair.old], news[pair.new]
            found[place] = flat(new)
            called, later = _called(old), _called(new)
            if len(called) == len(later):
                found |= {f"note {one}": notes[other] for one, other in zip(called, later, strict=True) if other in notes}
    return found


def _called(content: Content) -> list[str]:
    return [piece.note for piece in content if isinstance(piece, Callout)]


_WORD = re.compile(r"\w+(?:[/.-]\w+)*|\s+|[^\w\s]")


def _held(old: str, changes: list[Change], later: str) -> Iterator[tuple[Change, bool, str]]:
    """Each change of a paragraph, whether the later text has it, and what it has in its place."""
    ours, spans, at = "", [], 0
    for change in changes:
        ours += old[at : change.start]
        spans.append((len(ours), len(ours) + len(change.new)))
        ours, at = ours + change.new, change.start + len(change.old)
    ours, later = _plain(ours + old[at:]), _plain(later)
    mine, theirs = ([(match.start(), match[0]) for match in _WORD.finditer(text)] for text in (ours, later))
    codes = SequenceMatcher(None, [word for _, word in mine], [word for _, word in theirs], autojunk=False).get_opcodes()
    for change, (start, end) in zip(changes, spans, strict=True):
        words = [number for number, (place, word) in enumerate(mine) if start <= place < end and re.match(r"\w", word)]
        known = [number for number in words if "__" not in mine[number][1]]
        same = all(any(tag == "equal" and i1 <= number < i2 for tag, i1, i2, _, _ in codes) for number in known)
        became = "".join(
            "".join(word for _, word in theirs[j1:j2]) for _, i1, i2, j1, j2 in codes if any(i1 <= n < i2 for n in words)
        )
        if not became.strip():
            continue  # the sentence is gone
        open_blank = len(known) < len(words)
        yield change, same and (not open_blank or _plain(change.old) not in f"{became} "), became


def _plain(text: str) -> str:
    """As long as the text is, with ordinary blanks and hyphens."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


Figures = Mapping[str, tuple[int, int, int]]
"""For each rule: places where it was applied, where the Assembly did the same, and the pairs in which they are."""


def _figures(verdicts: list[Verdict]) -> Figures:
    applied, followed = Counter(each.rule for each in verdicts), Counter(each.rule for each in verdicts if each.same)
    pairs = defaultdict(set)
    for each in verdicts:
        pairs[each.rule].add(each.pair)
    return {name: (applied[name], followed[name], len(pairs[name])) for name in rules() if applied[name]}


def _write(figures: Figures) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("rule", "kind", "reason", "source", "estimate", "applied", "followed"))
    for each in rules().values():
        applied, followed, _ = figures.get(each.name, (0, 0, 0))
        counted = (applied, followed) if applied else ("", "")
        writer.writerow((each.name, each.kind, each.reason, each.source, f"{each.estimate:g}", *counted))
    TABLE.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN)
    PAGE.write_text(f"{head}{BEGIN}\n{''.join(_rows(figures))}{END}{rest.split(END)[1]}", encoding="utf-8", newline="\n")


def _rows(figures: Figures) -> Iterator[str]:
    yield "\n| rule | what it does | from | applied | the Assembly did the same | share |\n"
    yield "| --- | --- | --- | ---: | ---: | ---: |\n"
    for rule in rules().values():
        applied, followed, _ = figures.get(rule.name, (0, 0, 0))
        counted = f"{applied:,} | {followed:,} | {followed / applied:.0%}" if applied else "– | – | –"
        yield f"| `{rule.name}` | {rule.reason} | {_sources(rule)} | {counted} |\n"
    yield "\n"


def _sources(rule: Rule) -> str:
    return ", ".join(f"[{name}](rules.md#{name.lower()})" for name in rule.source.split())


if __name__ == "__main__":
    main()
