"""The check citation-date on official texts: how many citations it reads, and every finding, with what its own masthead says.

    python bench/dates.py                          the official XML of ../shared/corpus
    python bench/dates.py ../shared/seeds          other texts, or folders of them
    python bench/dates.py --count                  the figures alone

A finding is proved where the cited text is among those read and its masthead has the date that the check gives, or where the
date lies outside of the year of the session; the others are printed first, to be read. The register has learnt dates of older
texts from these very citations: that most of them agree with it says nothing, the few that do not are the figure.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path

from draftkit.checks import Subject
from draftkit.checks.citations.citation_date import citation_date
from draftkit.inline import plain
from draftkit.readers import FORMATS, read
from draftkit.tree import texts
from draftkit.un.citations import find
from draftkit.un.register.file import number_of

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
PROCESSES = 2
_CITED = re.compile(r"cites (?P<number>.+?) of (?P<date>\d+ \w+ \d{4}), but it was adopted on (?P<right>\d+ \w+ \d{4})$")

Measured = tuple[str, str, str, int, int, tuple[str, ...]]
"""File, number and date of a text; its citations, those with a date, and the messages of its findings."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[CORPUS / "akn"])
    parser.add_argument("--count", action="store_true")
    wanted = parser.parse_args()
    began = time.perf_counter()
    with Pool(PROCESSES) as pool:
        done = pool.map(_measured, sorted(_files(wanted.paths)), chunksize=16)
    mastheads = {number: day for _, number, day, _, _, _ in done if number and day}
    found = [(name, message) for name, *_, messages in done for message in messages]
    dated = sum(each[4] for each in done)
    seconds = time.perf_counter() - began
    print(f"{len(done)} texts, {sum(each[3] for each in done)} citations, {dated} with a date, {seconds:.0f} s")
    in_texts = len({name for name, _ in found})
    print(f"{len(found)} findings in {in_texts} texts: {len(found) / max(dated, 1):.3%} of the citations with a date")
    marked = sorted((_proof(message, mastheads), name, message) for name, message in found)
    proved = sum(1 for proof, _, _ in marked if proof)
    print(f"{proved} proved by a masthead or the session, {len(found) - proved} to be read")
    for proof, name, message in marked if not wanted.count else ():
        print(f"  {proof or 'read':9}{name}: {message}")


def _files(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        yield from (str(file) for file in path.rglob("*") if file.suffix in FORMATS) if path.is_dir() else [str(path)]


def _measured(file: str) -> Measured:
    resolution = read(file).resolution
    head = resolution.masthead
    day = head.adopted or next((part.adopted for part in resolution.parts if part.adopted), "")
    cited = [citation for _, content in texts(resolution) for citation in find(plain(content))]
    messages = tuple(finding.message for finding in citation_date(Subject(resolution)))
    return Path(file).stem, number_of(head.symbol), day, len(cited), sum(1 for each in cited if each.date), messages


def _proof(message: str, mastheads: dict[str, str]) -> str:
    """What shows that a finding is right: "masthead", "session", or nothing."""
    match = _CITED.search(message)
    if not match:
        return "session"
    return "masthead" if mastheads.get(match["number"]) == match["right"] else ""


if __name__ == "__main__":
    main()
