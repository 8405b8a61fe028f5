"""dangling-note: each callout has its note, and each note its callout (un-rules E1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import NOTE
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Callout, Finding, Severity, Text
from draftkit.tree import texts

LEFT = re.compile(r"(?<=[\w,;.:”’)])\[\^?(?P<number>\d{1,3})\](?=\W|$)")
"""A callout whose note is gone, as plain text has it: "activities;[5]"."""


@rule("DK501", "E1", Severity.ERROR)
def dangling_note(subject: Subject) -> Iterator[Finding]:
    """Every footnote callout has a note, and every note is called (un-rules E1)."""
    place = subject.names
    written = {note.id for note in subject.resolution.notes}
    called: set[str] = set()
    for owner, content in texts(subject.resolution):
        for piece in content:
            if isinstance(piece, Text):
                yield from _left(piece.text, owner, place[owner])
            if not isinstance(piece, Callout):
                continue
            called.add(piece.note)
            if piece.note not in written:
                message = f"{place[owner]} calls [^{piece.note}], which is not among the notes"
                yield Finding("dangling-note", Severity.ERROR, message, owner, f"write the note {piece.note}")
    for note in subject.resolution.notes:
        if note.id not in called:
            message = f"footnote ({note.id}) is never called and will not be printed"
            fix = f"call it with [^{note.id}], or delete it"
            yield Finding("dangling-note", Severity.WARNING, message, f"{NOTE}{note.id}", fix)


def _left(text: str, owner: str, name: str) -> Iterator[Finding]:
    """The callouts that a reader of plain text took for words, because no note has their number."""
    for match in LEFT.finditer(text):
        message = f"{name} calls note {match['number']}, which is not among the notes"
        fix = f"write the note {match['number']}, or take out {match[0]}"
        yield Finding("dangling-note", Severity.ERROR, message, owner, fix, words=match[0])
