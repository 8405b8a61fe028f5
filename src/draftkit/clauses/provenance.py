"""Whether the adopted texts that a clause names do say it, in the paragraph that it names.

Example:
    >>> verified(clause, Provenance("A/RES/78/111", 19), resolution, labels(resolution))
    (Finding('clause-provenance-text', ..., 'A/RES/78/111, paragraph 19, does not say this'),)
"""

from __future__ import annotations

from collections.abc import Mapping

from draftkit.clauses.clause import Clause, Provenance
from draftkit.clauses.match import exactly, index, nearly
from draftkit.clauses.sources import place_of, sources_of
from draftkit.model import Finding, Findings, Resolution, Severity
from draftkit.tree import Section


def verified(clause: Clause, source: Provenance, resolution: Resolution, labels: Mapping[str, str]) -> Findings:
    """Nothing, if the paragraph named in a text is recognised exactly as the clause; else what is wrong.

    Args:
        labels: the printed numbers of the text's paragraphs by their ids (``assemble.numbers.labels``).
    """
    known = index([clause])
    there = [each for each in sources_of(resolution, labels) if each.section is clause.part]
    named = [place_of(each) for each in there if each.number == source.paragraph]
    if any(exactly(known, place) for place in named):
        return ()
    kind = "preambular paragraph" if clause.part is Section.PREAMBLE else "paragraph"
    where = f"{source.symbol}, {kind} {source.paragraph},"
    if not named:
        return (_finding(f"{where} is not there", "correct the number; preambular paragraphs are counted from the first"),)
    near = next((match for place in named if (match := nearly(known, place))), None)
    differs = "; ".join(f'"{each.clause}" is "{each.text}"' for each in near.differs) if near else ""
    elsewhere = [str(each.number) for each in there if exactly(known, place_of(each))]
    remedy = f"it stands in paragraph {' and '.join(elsewhere)}" if elsewhere else "correct the wording, or name another text"
    return (_finding(f"{where} does not say this{f': {differs}' if differs else ''}", remedy),)


def _finding(message: str, fix: str) -> Finding:
    return Finding("clause-provenance-text", Severity.ERROR, message, fix=fix)
