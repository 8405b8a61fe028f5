"""numbering: written labels must not break the sequence, and a sole operative paragraph has no number (un-rules A9, A10)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.places import names
from draftkit.model import Block, Finding, Heading, Paragraph, Resolution, Severity
from draftkit.un.labels import label, ordinal_at


def numbering(resolution: Resolution) -> Iterator[Finding]:
    """Paragraphs are numbered in sequence; a sole operative paragraph and the preamble are not (un-rules A9, A10)."""
    place = names(resolution)
    for paragraph, expected in _breaks(resolution):
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


def _sequence_breaks(blocks: tuple[Block, ...], depth: int) -> Iterator[tuple[Paragraph, str]]:
    count = 0
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        expected = label(depth, count + 1)
        if block.label is None or block.label == expected:
            count += 1
        elif block.label:
            yield block, expected
            count = ordinal_at(block.label, depth) or count
        yield from _sequence_breaks(block.items, depth + 1)
