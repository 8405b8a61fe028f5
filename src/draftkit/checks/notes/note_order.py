"""note-order: notes are numbered in the order in which they are called (un-rules E3)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.assemble.places import NOTE
from draftkit.assemble.printed import note_numbers
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity


@rule("DK506", "E3", Severity.ERROR)
def note_order(subject: Subject) -> Iterator[Finding]:
    """Notes are numbered in the order in which they are called, each number once (un-rules E3).

    The numbers follow from the callouts, so only one that is fixed in the file can be wrong. One that leaves others out is an
    info: some official texts begin at 2.
    """
    known = {note.id for note in subject.resolution.notes}
    last, first = 0, True
    for name, number in note_numbers(subject.resolution).items():
        owner = f"{NOTE}{name}" if name in known else ""
        if number <= last:
            message = f"{subject.names.get(owner, f'footnote ({name})')} follows footnote {last}"
            yield Finding("note-order", Severity.ERROR, message, owner, "take its fixed number out: it follows from the text")
        elif number > last + 1:
            what = "is the first" if first else f"follows footnote {last}"
            message = f"{subject.names.get(owner, f'footnote ({name})')} {what}"
            yield Finding("note-order", Severity.INFO, message, owner, "take its fixed number out, if no note was lost")
        last, first = max(last, number), False
