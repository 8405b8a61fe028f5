"""Whether adopted texts say the clauses that name them; those that the standard library names do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from draftkit.assemble.numbers import labels
from draftkit.clauses import load
from draftkit.clauses.clause import Clause, Provenance
from draftkit.clauses.provenance import verified
from draftkit.readers import read
from draftkit.readers import text as plain_text
from draftkit.tree import Section

TEXT = """Lamps

The General Assembly,

Recalling the old lamps,

Welcoming the oil of the year,

1. Notes the state of the lamps;

2. Urges States to keep the lamps in order.
"""

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


@pytest.mark.parametrize(
    ("part", "wording", "paragraph", "message", "fix"),
    [
        ("operative", "*Notes* the state of the lamps;", 1, "", ""),
        ("preamble", "*Welcoming* the oil of the year,", 2, "", ""),
        ("operative", "*Notes* the state of the lamps;", 2, "A/RES/81/901, paragraph 2, does not say this", "it stands in paragraph 1"),
        ("operative", "*Notes* the state of the lamps;", 9, "A/RES/81/901, paragraph 9, is not there", "correct the number; preambular"),
        ("preamble", "*Recalling* the new lamps,", 1, "A/RES/81/901, preambular paragraph 1, does not say this", "correct the wording"),
        ("operative", "*Urges* States to keep all lamps in order;", 2, 'does not say this: "all" is "the"', "correct the wording"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_source_is_said(part: str, wording: str, paragraph: int, message: str, fix: str) -> None:
    source = Provenance("A/RES/81/901", paragraph)
    clause = Clause("lamps/one", 1, Section(part), "", wording, provenance=(source,))
    resolution = plain_text.read(TEXT, "text.txt").resolution
    findings = verified(clause, source, resolution, labels(resolution))
    if not message:
        assert findings == ()
        return
    (finding,) = findings
    assert message in finding.message
    assert finding.fix.startswith(fix)
