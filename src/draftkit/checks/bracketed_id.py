"""bracketed-id: a mark typed with too few brackets, "[condemns-acts]", would be printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import names, quoted, read_texts
from draftkit.inline import ID, plain
from draftkit.model import ClauseEntry, Finding, Paragraph, Resolution, Severity
from draftkit.tree import walk

_BRACKETED = re.compile(rf"(?<!\[)\[({ID.pattern})\](?!\])")


def bracketed_id(resolution: Resolution) -> Iterator[Finding]:
    """The id of a paragraph or note never stands in single brackets, which would be printed."""
    place = names(resolution)
    marks = {note.id: f"[^{note.id}]" for note in resolution.notes}
    numbered = (step.block.id for step in walk(resolution) if isinstance(step.block, Paragraph | ClauseEntry))
    marks |= {name: f"[[{name}]]" for name in numbered}
    for owner, content in read_texts(resolution):
        for match in _BRACKETED.finditer(plain(content)):
            if match[1] in marks:
                message = f"{place[owner]} has {quoted(match[0])} as plain text"
                yield Finding("bracketed-id", Severity.WARNING, message, owner, f"write {marks[match[1]]}")
