"""note-period: every footnote ends with a period (un-rules E6)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.final_punctuation import ends_in_text
from draftkit.checks.places import names
from draftkit.inline import plain
from draftkit.model import Finding, Resolution, Severity


def note_period(resolution: Resolution) -> Iterator[Finding]:
    """Every footnote ends with a period (un-rules E6)."""
    place = names(resolution)
    for note in resolution.notes:
        ends = plain(note.content).rstrip().endswith((".", ".”")) and ends_in_text(note.content)
        if not ends:
            name = f"note {note.id}"
            yield Finding("note-period", Severity.WARNING, f"{place[name]} does not end with a period", name, 'end it with "."')
