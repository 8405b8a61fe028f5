"""The official texts that lie beside the project, read once and kept.

What was read is kept in bench/out/texts-by-base.pkl; say ``anew=True`` when the readers have changed.
"""

from __future__ import annotations

import csv
import pickle
from multiprocessing import Pool
from pathlib import Path

from draftkit.model import Resolution
from draftkit.readers import read

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
OUT = Path(__file__).resolve().parent / "out"
KEPT = OUT / "texts-by-base.pkl"
SIXTH = "Sixth Committee"
PROCESSES = 2

Official = tuple[str, str, bool, Resolution]
"""A text: "79_124", "A/RES/79/124", whether it is of the Sixth Committee, and what was read."""


def official(anew: bool = False) -> list[Official]:
    """Every text, in the order of the index; none where there is no corpus."""
    if KEPT.is_file() and not anew:
        kept: list[Official] = pickle.loads(KEPT.read_bytes())
        return kept
    if not (CORPUS / "index.csv").is_file():
        return []
    with (CORPUS / "index.csv").open(newline="", encoding="utf-8") as file:
        rows = [(row["base"], row["symbol"], SIXTH in row["committee"]) for row in csv.DictReader(file)]
    with Pool(PROCESSES) as pool:
        texts = [text for text in pool.imap(_text, rows, 16) if text]
    OUT.mkdir(parents=True, exist_ok=True)
    beside = KEPT.with_suffix(".part")
    beside.write_bytes(pickle.dumps(texts))
    beside.replace(KEPT)
    return texts


def priors() -> dict[str, str]:
    """The text of the same title before each text, as bases: {"79_124": "78_111"}."""
    with (CORPUS / "pairs.csv").open(newline="", encoding="utf-8") as file:
        return {row["next"]: row["prev"] for row in csv.DictReader(file)}


def path(base: str) -> Path:
    """Where a text lies."""
    return CORPUS / "akn" / base.split("_")[0] / f"A_RES_{base}.xml"


def _text(row: tuple[str, str, bool]) -> Official | None:
    base, symbol, sixth = row
    return (base, symbol, sixth, read(path(base)).resolution) if path(base).is_file() else None
