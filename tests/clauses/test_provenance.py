"""The adopted texts that the standard library names do say its clauses, in the paragraphs that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from draftkit.assemble.numbers import labels
from draftkit.clauses import load
from draftkit.clauses.clause import Clause, Provenance
from draftkit.clauses.provenance import verified
from draftkit.readers import read

NAMED = [pytest.param(clause, source, id=f"{clause.id}-{source.symbol}") for clause in load() for source in clause.provenance]


@pytest.fixture(scope="module")
def corpus() -> Path:
    place = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    if not place.is_dir():
        pytest.skip("the official texts are not beside the project (../shared/corpus)")
    return place


@pytest.mark.corpus
@pytest.mark.parametrize(("clause", "source"), NAMED)
def test_the_paragraph_named_is_the_clause(corpus: Path, clause: Clause, source: Provenance) -> None:
    name = re.sub(r"[^A-Z0-9.]+", "_", source.symbol)
    path = corpus / "akn" / source.symbol.split("/")[2] / f"{name}.xml"
    if not path.is_file():
        pytest.skip(f"{source.symbol} is not there")
    resolution = read(path).resolution
    assert verified(clause, source, resolution, labels(resolution)) == ()
