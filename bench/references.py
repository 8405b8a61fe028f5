"""The references of official texts, worked out for the next text and held against what the Assembly printed there.

    python bench/references.py                 the pairs of ../shared/corpus/pairs.csv: the share that is equal, every difference
    python bench/references.py --show 20       no more than so many differences
    python bench/references.py --pairs 100     the first so many pairs

A paragraph of the earlier text that refers to others is put, words and marks, where its counterpart stands in the later text;
its references lead to the counterparts of the paragraphs that they led to. What the assembler then prints ("paragraphs 12 and
14 above") is held against what the later text prints in that paragraph. Counterparts are those of the redline: the same words,
or alike. Not compared is a reference to a paragraph that has no counterpart (it was struck: an error of the draft, not a
derivation), and one whose sentence has none in the later text.

A difference is the Assembly's where its sentence names more or fewer paragraphs than before, or where reading both texts shows
why (``READ``). Any other is ours.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import Pool
from pathlib import Path

from rapidfuzz import fuzz

from draftkit.assemble.directions import correct
from draftkit.assemble.printed import Line, characters, printed
from draftkit.assemble.typed_references import LIST, OF_PARAGRAPH, where
from draftkit.compare.align import align
from draftkit.compare.items import item
from draftkit.compare.order import heaviest
from draftkit.model import Block, Content, Inline, Paragraph, Ref, Resolution
from draftkit.readers import read
from draftkit.tree import map_blocks, walk

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
PROCESSES = 2
AROUND = 80
"""Characters before and behind a reference by which it is found again."""
_NUMBER = re.compile(r"\d+")
LIKE = 60.0
"""Percent of likeness of these from which it is the same reference."""

READ = {
    ("74_18 -> 75_89", "recalls-request-invite"): "75/89 names the very paragraph: it was not renumbered",
    ("74_18 -> 75_89", "encourages-regard-regional"): "75/89 names the very paragraph: it was not renumbered",
    ("75_89 -> 76_71", "requests-invite-parties-2"): "75/89 names the very paragraph: it was not renumbered",
    ("75_89 -> 76_71", "encourages-regard-regional"): "75/89 names the very paragraph: it was not renumbered",
    ("76_284 -> 77_309", "decides-fulfilled-financial"): 'a slip in 77/309: "paragraph" before two numbers',
    ("77_204 -> 78_190", "requests-special-rapporteur"): "78/190 is one too low: it was not renumbered when a paragraph came in",
    ("77_248 -> 78_69", "authorizes-use-appropriate"): "the paragraph after, written anew, now names the fund that is meant",
    ("77_248 -> 78_69", "recalls-decision-exceptional"): "the paragraph after, written anew, now names the fund that is meant",
    ("77_248 -> 78_69", "expresses-intention-continue"): "the paragraph after, written anew, now names the fund that is meant",
    ("74_293 -> 75_304", "decides-accordance-provisions-3"): "another paragraph: it sets off for a third period, which is new",
}  # fmt: skip
"""Differences that were read in both texts, with what was found: none is of the derivation."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A list of references as printed, "paragraphs 11 and 13 above", and the words around it."""

    phrase: str
    around: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One that differs: the texts, the paragraph of the later one, what the earlier one prints, what follows, what is printed."""

    pair: str
    paragraph: str
    before: Reference
    ours: Reference
    theirs: Reference

    @property
    def why(self) -> str:
        """Why it is the Assembly's, "" if it is ours."""
        if len(_NUMBER.findall(self.before.phrase)) != len(_NUMBER.findall(self.theirs.phrase)):
            return "the sentence names more paragraphs, or fewer"
        return READ.get((self.pair, self.paragraph), "")


@dataclass(slots=True)
class Outcome:
    """What was found in a pair, or in all."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.counts += other.counts
        self.differences += other.differences


def references(line: Line) -> Iterator[Reference]:
    """The references of a line to paragraphs of its own text."""
    text = characters(line.runs)
    for match in LIST.finditer(text):
        outer = OF_PARAGRAPH.match(text, match.end()) if match[0][:3].lower() == "sub" else None
        said = where(text, (outer or match).end())
        if said is not None:
            phrase, behind = text[match.start() : said.end()], text[said.end() : said.end() + AROUND]
            words = f"{text[max(0, match.start() - AROUND) : match.start()]} {behind}"
            yield Reference(re.sub(r"[\s\u00a0]+", " ", phrase), re.sub(r"\d+", "", words))


def counterparts(old: Resolution, new: Resolution) -> dict[str, str]:
    """The id in the new text of each line of the old one that is there."""
    olds, news = ([line for line in printed(text).lines if not line.cells] for text in (old, new))
    found: dict[str, str] = {}
    for pair in align([item(line) for line in olds], [item(line) for line in news], by_id=False):
        other = pair.partner if pair.new is None else pair.new
        if pair.old is not None and other is not None:
            found[olds[pair.old].key] = news[other].key
    return found


def carried(old: Resolution, new: Resolution, known: dict[str, str], names: set[str]) -> Resolution:
    """The new text, with what the paragraphs ``names`` of the old one say where their counterparts stand."""
    blocks = {place.block.id: place.block for place in walk(old)}
    contents: dict[str, Content] = {}
    for name in names:
        block = blocks[name]
        assert isinstance(block, Paragraph)
        contents[known[name]] = tuple(leading(piece, known) for piece in block.content)

    def put(block: Block) -> Block:
        return replace(block, content=contents[block.id]) if isinstance(block, Paragraph) and block.id in contents else block

    return correct(map_blocks(new, put))[0]


def leading(piece: Inline, known: dict[str, str]) -> Inline:
    """A reference to its target in the new text; one to what is gone prints as its mark, and is no number."""
    return replace(piece, target=known.get(piece.target, f"gone-{piece.target}")) if isinstance(piece, Ref) else piece


def matched(one: Sequence[Reference], other: Sequence[Reference]) -> dict[int, int]:
    """Which reference of a paragraph is which of its counterpart, by the words around them, in order."""
    pairs = [(i, j) for i in range(len(one)) for j in reversed(range(len(other)))]
    scored = [(pair, fuzz.ratio(one[pair[0]].around, other[pair[1]].around)) for pair in pairs]
    alike = [(pair, score) for pair, score in scored if score >= LIKE]
    return dict(heaviest([pair for pair, _ in alike], [score for _, score in alike]))


def outcome(pair: tuple[str, str]) -> Outcome:
    """The references of one pair of texts."""
    old, new = (read(path(name)).resolution for name in pair)
    found = Outcome(Counter(pairs=1))
    before = {line.key: list(references(line)) for line in printed(old).lines}
    before = {key: listed for key, listed in before.items() if listed}
    if not before:
        return found
    known = counterparts(old, new)
    paragraphs = {place.block.id for place in walk(new) if isinstance(place.block, Paragraph)}
    paired = {key for key in before if known.get(key) in paragraphs}
    derived = {line.key: list(references(line)) for line in printed(carried(old, new, known, paired)).lines}
    after = {line.key: list(references(line)) for line in printed(new).lines}
    found.counts["references"] = sum(map(len, before.values()))
    for key in before:
        if key not in paired:
            found.counts["paragraph struck"] += len(before[key])
            continue
        name = known[key]
        ours, theirs = derived.get(name, []), after.get(name, [])
        found.counts["target struck"] += len(before[key]) - len(ours)
        same, was = matched(ours, theirs), matched(ours, before[key])
        found.counts["sentence struck"] += len(ours) - len(same)
        for i, j in same.items():
            equal = ours[i].phrase == theirs[j].phrase
            found.counts["equal" if equal else "different"] += 1
            first = before[key][was[i]] if i in was else ours[i]
            found.counts["changed and equal"] += equal and first.phrase != ours[i].phrase
            if not equal:
                found.differences.append(Difference(f"{pair[0]} -> {pair[1]}", name, first, ours[i], theirs[j]))
    return found


def path(name: str) -> Path:
    """Where a text of the corpus lies, "79_124"."""
    return CORPUS / "akn" / name.split("_")[0] / f"A_RES_{name}.xml"


def main() -> None:
    """Prints the figures and the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", type=int, default=1000, metavar="N", help="differences shown")
    parser.add_argument("--pairs", type=int, default=10_000, metavar="N", help="pairs taken")
    options = parser.parse_args()
    with (CORPUS / "pairs.csv").open(newline="", encoding="utf-8") as file:
        named = [(row["prev"], row["next"]) for row in csv.DictReader(file)]
    chosen = [pair for pair in named if all(path(name).is_file() for name in pair)][: options.pairs]
    total, start = Outcome(), time.perf_counter()
    with Pool(PROCESSES) as pool:
        for one in pool.imap(outcome, chosen, chunksize=20):
            total.add(one)
    show(total, options.show)
    print(f"{time.perf_counter() - start:.0f} s on {PROCESSES} processes")


def show(total: Outcome, most: int) -> None:
    """The differences, ours first, then the figures."""
    for one in sorted(total.differences, key=lambda one: bool(one.why))[:most]:
        print(f"{one.pair}  {one.paragraph}: {one.why or 'OURS'}")
        print(f"    before   {one.before.phrase}\n    ours     {one.ours.phrase}\n    theirs   {one.theirs.phrase}")
        print(f"    words    {one.theirs.around}")
    count, ours = total.counts, sum(not one.why for one in total.differences)
    compared = count["equal"] + count["different"]
    print(f"pairs of texts                       {count['pairs']:>6,}")
    print(f"references of the earlier texts      {count['references']:>6,}")
    for what in ("paragraph struck", "target struck", "sentence struck"):
        print(f"  not compared: {what:<21}{count[what]:>6,}")
    print(f"compared                             {compared:>6,}")
    print(f"  equal                              {count['equal']:>6,}   {count['equal'] / max(1, compared):.1%}")
    print(f"    of these with other numbers now  {count['changed and equal']:>6,}")
    print(f"  the Assembly means another         {count['different'] - ours:>6,}")
    print(f"  ours                               {ours:>6,}   equal but for these {1 - ours / max(1, compared):.1%}")


if __name__ == "__main__":
    main()
