"""dangling-reference: what a reference names must be in the text and have a number (un-rules D3)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble import numbers
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import format as written
from draftkit.model import ClauseEntry, Finding, Ref, Severity
from draftkit.tree import texts


@rule("DK301", "D3", Severity.ERROR, bad="paragraph [[gone]] above", good="paragraph [[condemns-acts]] above")
def dangling_reference(subject: Subject) -> Iterator[Finding]:
    """A reference names a paragraph that is in the text and has a number (un-rules D3).

    Nothing is guessed: when the paragraph has been taken out, only the drafter knows what the reference should say. A paragraph
    of the preamble has no number; it is named in words.
    """
    paths, place = numbers.paths(subject.resolution), subject.names
    blocks = {step.block.id: step.block for step in subject.places}
    for owner, content in texts(subject.resolution):
        for piece in content:
            if not isinstance(piece, Ref) or piece.target in paths:
                continue
            if isinstance(blocks.get(piece.target), ClauseEntry):
                continue  # the assembler puts a numbered paragraph there
            unnumbered = piece.target in blocks
            why = "which has no number" if unnumbered else "which is not in the text"
            fix = "name it in words" if unnumbered else "name another paragraph, or take the reference out"
            message = f"{place[owner]} refers to [[{piece.target}]], {why}"
            yield Finding("dangling-reference", Severity.ERROR, message, owner, fix, words=written((piece,)))
