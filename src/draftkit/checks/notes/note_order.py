"""note-order: notes are numbered in the order in which they are called (un-rules E3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.places import NOTE
from draftkit.assemble.printed import note_numbers
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import MARK
from draftkit.model import Finding, Severity, Text

_TYPED = re.compile(r"\d{1,3}(?:, ?\d{1,3})*")
_BEFORE = re.compile(rf"(?:[^\W\d_]{{3}}|[,;.:)”’{MARK}])$")
"""What stands before an indicator: no unit of measurement, and no figure."""


@rule("DK506", "E3", Severity.ERROR, bad="of the Secretary-General,^3^", good="of the Secretary-General,[^report]")
def note_order(subject: Subject) -> Iterator[Finding]:
    """Notes are numbered in the order in which they are called, each number once (un-rules E3).

    The numbers follow from the callouts, so only one that is fixed in the file, or typed as a raised figure, can be wrong. One
    that leaves others out is an info: some official texts begin at 2.
    """
    yield from _fixed(subject)
    yield from _typed(subject)


def _fixed(subject: Subject) -> Iterator[Finding]:
    """Numbers that the file gives."""
    known = {note.id for note in subject.resolution.notes}
    last, first = 0, True
    for name, number in note_numbers(subject.resolution).items():
        owner = f"{NOTE}{name}" if name in known else ""
        place = subject.names.get(owner, f"footnote {number} ({name})")
        what = "is the first" if first else f"follows footnote {last}"
        if number <= last:
            fix = "take its fixed number out: it follows from the text"
            yield Finding("note-order", Severity.ERROR, f"{place} {what}", owner, fix)
        elif number > last + 1:
            fix = "take its fixed number out, if no note was lost"
            yield Finding("note-order", Severity.INFO, f"{place} {what}", owner, fix)
        last, first = max(last, number), False


def _typed(subject: Subject) -> Iterator[Finding]:
    """Raised figures where the indicators of notes stand: they have no note."""
    for passage in subject.contents:
        at = 0
        for piece in passage.content:
            if not isinstance(piece, Text):
                at += 1
                continue
            if piece.superscript and _TYPED.fullmatch(piece.text) and _BEFORE.search(passage.flat[max(0, at - 3) : at]):
                before = passage.flat[max(0, at - 20) : at].rpartition(MARK)[2]
                message = f"{subject.names[passage.owner]} has a typed indicator: {quoted(before + piece.text)}"
                fix = "write the note under an id, and call it with [^id]"
                yield Finding("note-order", Severity.WARNING, message, passage.owner, fix, words=before + piece.text)
            at += len(piece.text)
