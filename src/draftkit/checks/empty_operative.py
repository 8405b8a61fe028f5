"""empty-operative: a resolution decides something, so each of its parts has an operative paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.model import ClauseEntry, Finding, Paragraph, Resolution, Severity


def empty_operative(resolution: Resolution) -> Iterator[Finding]:
    """Every resolution, and every part of one, has an operative paragraph."""
    for part in resolution.parts:
        if not any(isinstance(block, Paragraph | ClauseEntry) for block in part.operative):
            what = f"part {part.label}" if part.label else "the text"
            fix = 'write one under "operative:"; what stands under "preamble:" decides nothing'
            yield Finding("empty-operative", Severity.WARNING, f"{what} has no operative paragraph", "", fix)
