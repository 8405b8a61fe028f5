"""The adopted texts that the standard library names do use its wordings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from draftkit.assemble.numbers import labels
from draftkit.clauses import load
from draftkit.clauses.clause import Clause
from draftkit.model import Paragraph, Text
from draftkit.readers import read
from draftkit.tree import Section

NAMED = [pytest.param(clause, source, id=f"{clause.id}-{source.symbol}") for clause in load() for source in clause.provenance]


@pytest.fixture(scope="module")
def corpus() -> Path:
    place = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    if not place.is_dir():
        pytest.skip("the official texts are not beside the project (../shared/corpus)")
    return place


def openings(clause: Clause) -> set[str]:
    texts = (clause.text, *(wording.text for wording in clause.alternates))
    return {match[1] for text in texts if (match := re.match(r"\*([^*]+)\*", text))}


@pytest.mark.corpus
@pytest.mark.parametrize(("clause", "source"), NAMED)
def test_the_paragraph_named_opens_like_the_clause(corpus: Path, clause: Clause, source) -> None:
    session = source.symbol.split("/")[2]
    resolution = read(corpus / "akn" / session / f"{source.symbol.replace('/', '_')}.xml").resolution
    part = resolution.parts[0]
    if clause.part is Section.PREAMBLE:
        paragraph = [block for block in part.preamble if isinstance(block, Paragraph)][source.paragraph - 1]
    else:
        printed = labels(resolution)
        paragraph = next(b for b in part.operative if isinstance(b, Paragraph) and printed[b.id] == f"{source.paragraph}.")
    first = paragraph.content[0]
    assert isinstance(first, Text)
    assert first.text in openings(clause)
