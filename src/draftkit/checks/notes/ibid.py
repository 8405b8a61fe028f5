"""ibid: "Ibid." stands for the source of the note printed just before (un-rules E5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from draftkit.assemble.notes import is_ibid
from draftkit.checks.notes.called import printed
from draftkit.checks.places import NOTE
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Note, Severity


@rule("DK503", "E5", Severity.ERROR)
def ibid(subject: Subject) -> Iterator[Finding]:
    """ "Ibid." stands for the source of the note printed just before it (un-rules E5)."""
    place = subject.names
    notes = {note.id: note for note in subject.resolution.notes}
    called = [said.note for said in printed(subject)]
    for before, note in zip((None, *called), called, strict=False):
        if not is_ibid(note.content):
            continue
        if before is None:
            message = f'{place[f"{NOTE}{note.id}"]} is "Ibid.", but no note stands before it'
        elif note.ibid and _source(note.ibid, notes) != _source(before.id, notes):
            meant = place.get(f"{NOTE}{note.ibid}", f"a note ({note.ibid}) that is gone")
            message = f'{place[f"{NOTE}{note.id}"]} is "Ibid." for {meant}, but {place[f"{NOTE}{before.id}"]} stands before it'
        else:
            continue
        yield Finding("ibid", Severity.ERROR, message, f"{NOTE}{note.id}", "write the source out in full")


def _source(name: str, notes: Mapping[str, Note]) -> str:
    """The note in which the source is written out: an "Ibid." for an "Ibid." stands for the same one."""
    seen: set[str] = set()
    while name in notes and notes[name].ibid and name not in seen:
        seen.add(name)
        name = notes[name].ibid
    return name
