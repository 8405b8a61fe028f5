"""lone-section: where there is a section I or A, there is a II or B (un-rules A11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Block, Finding, Heading, Scheme, Severity
from draftkit.tree import sections

_FIRST = {Scheme.ROMAN: ("I", "II"), Scheme.LETTER: ("A", "B")}


@rule("DK017", "A11", Severity.WARNING, bad="section I alone", good="sections I and II")
def lone_section(subject: Subject) -> Iterator[Finding]:
    """A section I is followed by a II, and an A by a B (un-rules A11).

    Headings without a number may stand alone. A row that does not begin with I or A is part of another text.
    """
    place = subject.names
    for part in subject.resolution.parts:
        for _, _, blocks in sections(part):
            for heading, (first, second) in _lone(blocks):
                message = f'{place[heading.id]} is numbered "{first}", but there is no "{second}"'
                fix = "take its number out, or divide the text further"
                yield Finding("lone-section", Severity.WARNING, message, heading.id, fix)


def _lone(blocks: Sequence[Block]) -> Iterator[tuple[Heading, tuple[str, str]]]:
    """The headings that are the only ones of their row, with the number they have and the one that is wanting."""
    roman: list[Heading] = []
    letters: list[Heading] = []
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        if block.scheme is Scheme.LETTER:
            letters.append(block)
        elif block.scheme is Scheme.ROMAN:
            yield from _alone(letters)
            letters = []
            roman.append(block)
    yield from _alone(letters)
    yield from _alone(roman)


def _alone(row: Sequence[Heading]) -> Iterator[tuple[Heading, tuple[str, str]]]:
    if len(row) == 1:
        first, second = _FIRST[row[0].scheme]
        if row[0].label is None or row[0].label.rstrip(".") == first:
            yield row[0], (first, second)
