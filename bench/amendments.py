"""The law of amendments on official pairs: what turns the one text into the other, put into the one, gives the other.

    python bench/amendments.py                  200 pairs of ../shared/corpus/pairs.csv, through the amendment file
    python bench/amendments.py --words md       the same through the document in words, read again: md, txt or docx
    python bench/amendments.py --pairs 20 --show

Compared is what is printed from the title on: words, italics, numbers, references, footnotes; blanks and hyphens of either
kind are one, and the closing lines of adopted texts are left out. In a document an "Ibid." of a new footnote is written out, so
there the footnotes are compared with every "Ibid." written out; plain text is compared without italics.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from draftkit.amend import Amendments, amend, apply
from draftkit.amend.document import document
from draftkit.amend.words import MOST, READABLE
from draftkit.assemble.notes import full
from draftkit.assemble.printed import MASTHEAD, Role, Runs, printed
from draftkit.model import Resolution
from draftkit.readers import amendment_document, amendments, read
from draftkit.un.spelling import same
from draftkit.writers import render
from draftkit.writers.amendments import write

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SEED = 1


def main() -> None:
    """Prints how many pairs keep the law, and what the amendments were."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--words", choices=("md", "txt", "docx"), default="")
    parser.add_argument("--show", action="store_true", help="name the pairs that do not")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    started = time.process_time()
    for old_name, new_name in _chosen(options.pairs):
        old, new = (read(_xml(name)).resolution for name in (old_name, new_name))
        made = amend(old, new, most=READABLE if options.words else MOST)
        counts.update(str(each.action) for each in made.items)
        counts["places that stand"] += len(made.stands)
        again = _written(made, old, options.words) if options.words else amendments.read(write(made), "amendments.yaml")
        applied = apply(again, old)
        italics = options.words != "txt"
        kept = _shown(applied.resolution, italics, bool(options.words)) == _shown(new, italics, bool(options.words))
        counts["pairs"] += 1
        counts["law kept"] += kept and not applied.misfits and not again.doubts
        counts["not read"] += len(again.doubts)
        if options.show and not kept:
            print(old_name, new_name)
    for name, count in counts.most_common():
        print(f"{name:20}{count:8,}")
    print(f"{time.process_time() - started:.0f} s of processor time")


def _chosen(count: int) -> list[tuple[str, str]]:
    with (CORPUS / "pairs.csv").open(newline="", encoding="utf-8") as file:
        names = [(row["prev"], row["next"]) for row in csv.DictReader(file)]
    names = [pair for pair in names if all(_xml(name).is_file() for name in pair)]
    return random.Random(SEED).sample(names, min(count, len(names)))


def _xml(name: str) -> Path:
    return CORPUS / "akn" / name.split("_")[0] / f"A_RES_{name}.xml"


def _written(made: Amendments, old: Resolution, form: str) -> Amendments:
    """The amendments as a document, read again."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"amendment.{form}"
        file.write_bytes(render(document(made, old, apply(made, old).resolution), form))
        return amendment_document.read(str(file), old)


def _shown(text: Resolution, italics: bool, in_full: bool) -> tuple[object, ...]:
    if in_full:
        known = {note.id: note for note in text.notes}
        text = replace(text, notes=tuple(replace(note, content=full(note, known)) for note in text.notes))
    page = printed(text)
    lines = [line for line in page.lines if line.role not in MASTHEAD and line.role is not Role.MEETING]
    title = [line for line in page.lines if line.role is Role.TITLE]
    rows = [(each.role, each.number, _marked(each.runs, italics), each.spans) for each in lines]
    cells = [[_marked(cell, italics) for cell in line.cells] for line in lines]
    notes = [(note.number, _marked(note.runs, italics)) for note in page.notes]
    return [_marked(line.runs, italics) for line in title], rows, cells, notes


def _marked(runs: Runs, italics: bool) -> str:
    out = ""
    for run in runs:
        sign = "^" if run.note else "*" if run.italic and italics else ""
        out += "".join(f"{sign}{character}" if character.isalnum() else character for character in same(run.text))
    return out


if __name__ == "__main__":
    main()
