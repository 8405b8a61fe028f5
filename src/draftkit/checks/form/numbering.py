"""numbering: written labels must not break the sequence, and a sole operative paragraph has no number (un-rules A9, A10)."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Block, Finding, Heading, Paragraph, Resolution, Severity
from draftkit.un.labels import DEEPEST, label, ordinal_at

_OTHER = re.compile(r"\d+(?:\.\d+)+\.?|[A-Z]\.")
"""Labels of rows that draftkit does not number: the "1.2" of a programme, the "A." of a regulation."""


@rule("DK003", "A9, A10", Severity.WARNING)
def numbering(subject: Subject) -> Iterator[Finding]:
    """Paragraphs are numbered in sequence; a sole operative paragraph and the preamble are not (un-rules A9, A10)."""
    place = subject.names
    for paragraph, expected in _breaks(subject.resolution):
        wanted = f'where "{expected}" comes next' if expected else "but should have no number"
        message = f'{place[paragraph.id]} is labelled "{paragraph.label}", {wanted}'
        yield Finding("numbering", Severity.WARNING, message, paragraph.id, "take its label out: it is numbered by its place")


def _breaks(resolution: Resolution) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs whose written label is not the one that comes next, with that one ("" for none)."""
    for part in resolution.parts:
        for block in part.preamble:
            if isinstance(block, Paragraph):
                if block.label:
                    yield block, ""
                yield from _sequence_breaks(block.items, 1)
        stretch: list[Block] = []
        for block in part.operative:
            if isinstance(block, Heading) and block.restart:
                yield from _stretch_breaks(tuple(stretch))
                stretch = []
            stretch.append(block)
        yield from _stretch_breaks(tuple(stretch))


def _stretch_breaks(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, str]]:
    """The breaks in what is numbered from 1: a sole paragraph has no number."""
    numbered = [block for block in blocks if isinstance(block, Paragraph) and block.label != ""]
    if len(numbered) == 1:
        if numbered[0].label:
            yield numbered[0], ""
        yield from _sequence_breaks(numbered[0].items, 1)
    else:
        yield from _sequence_breaks(blocks, 0)


def _sequence_breaks(
    blocks: tuple[Block, ...], depth: int, before: int = 0
) -> Generator[tuple[Paragraph, str], None, int]:
    """The breaks in a list, and how far it counts; ``before``: it may go on with a list that came so far."""
    count = 0
    below = 0
    last = ""
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        expected = label(depth, count + 1)
        if block.label is None or block.label == expected:
            count += 1
        elif block.label and not count and block.label == label(depth, before + 1):
            count = before + 1
        elif block.label and not _OTHER.fullmatch(block.label) and not (depth and _follows(block.label, last)):
            yield block, expected
            count = ordinal_at(block.label, depth) or count
        last = expected if block.label is None else block.label
        # a paragraph without a label goes on with the one before it, and its items may do so
        goes_on = block.label == ""
        reached = yield from _sequence_breaks(block.items, depth + 1, below if goes_on else 0)
        below = reached or (below if goes_on else 0)
    return count


def _follows(printed: str, last: str) -> bool:
    """Whether a label goes on, or begins, a row of another kind: an agenda in a paragraph has items 1., 2., 3."""
    return any(ordinal_at(printed, kind) == (ordinal_at(last, kind) or 0) + 1 for kind in range(DEEPEST + 1))
