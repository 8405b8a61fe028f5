"""bracketed-id: a mark typed with too few brackets, "[condemns-acts]", would be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import ID
from draftkit.model import ClauseEntry, Finding, Paragraph, Severity

_BRACKETED = re.compile(rf"(?<!\[)\[({ID.pattern})\](?!\])")


@rule("DK005", "", Severity.WARNING)
def bracketed_id(subject: Subject) -> Iterator[Finding]:
    """The id of a paragraph or note never stands in single brackets, which would be printed."""
    place = subject.names
    marks = {note.id: f"[^{note.id}]" for note in subject.resolution.notes}
    numbered = (step.block.id for step in subject.places if isinstance(step.block, Paragraph | ClauseEntry))
    marks |= {name: f"[[{name}]]" for name in numbered}
    for passage in subject.texts:
        for match in _BRACKETED.finditer(passage.plain):
            if match[1] in marks:
                message = f"{place[passage.owner]} has {quoted(match[0])} as plain text"
                yield Finding("bracketed-id", Severity.WARNING, message, passage.owner, f"write {marks[match[1]]}")
