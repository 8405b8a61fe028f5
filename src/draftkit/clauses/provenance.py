"""Whether the adopted texts that a clause names do say it, in the paragraph that it names.

Example:
    >>> verified(clause, Provenance("A/RES/78/111", 19), resolution, labels(resolution))
    (Finding('clause-provenance-text', ..., 'A/RES/78/111, paragraph 19, does not say this'),)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from draftkit.clauses.clause import Clause, Provenance
from draftkit.clauses.match import Place, exactly, index, nearly, places
from draftkit.model import Finding, Findings, Paragraph, Resolution, Severity
from draftkit.tree import Section


def verified(clause: Clause, source: Provenance, resolution: Resolution, labels: Mapping[str, str]) -> Findings:
    """Nothing, if the paragraph named in a text is recognised exactly as the clause; else what is wrong.

    Args:
        labels: the printed numbers of the text's paragraphs by their ids (``assemble.numbers.labels``).
    """
    known = index([clause])
    named = list(_named(clause, source, resolution, labels))
    if any(exactly(known, place) for place in named):
        return ()
    kind = "preambular paragraph" if clause.part is Section.PREAMBLE else "paragraph"
    where = f"{source.symbol}, {kind} {source.paragraph},"
    if not named:
        return (_finding(f"{where} is not there", "correct the number; preambular paragraphs are counted from the first"),)
    near = next((match for place in named if (match := nearly(known, place))), None)
    differs = "; ".join(f'"{each.clause}" is "{each.text}"' for each in near.differs) if near else ""
    elsewhere = [str(number) for number, place in _numbered(clause, resolution, labels) if exactly(known, place)]
    remedy = f"it stands in paragraph {' and '.join(elsewhere)}" if elsewhere else "correct the wording, or name another text"
    return (_finding(f"{where} does not say this{f': {differs}' if differs else ''}", remedy),)


def _finding(message: str, fix: str) -> Finding:
    return Finding("clause-provenance-text", Severity.ERROR, message, fix=fix)


def _named(clause: Clause, source: Provenance, resolution: Resolution, labels: Mapping[str, str]) -> Iterator[Place]:
    return (place for number, place in _numbered(clause, resolution, labels) if number == source.paragraph)


def _numbered(clause: Clause, resolution: Resolution, labels: Mapping[str, str]) -> Iterator[tuple[int, Place]]:
    """The paragraphs of the clause's part with their numbers; those of a preamble are counted from its first."""
    by_id = {place.paragraph: place for place in places(resolution)}
    for part in resolution.parts:
        blocks = part.preamble if clause.part is Section.PREAMBLE else part.operative
        count = 0
        for block in blocks:
            if not isinstance(block, Paragraph):
                continue
            count += 1
            label = labels.get(block.id, "").rstrip(".")
            number = count if clause.part is Section.PREAMBLE else int(label) if label.isdecimal() else 0
            yield number, by_id[block.id]
