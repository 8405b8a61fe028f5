"""agenda-last: the text ends with its agenda clause (un-rules C5)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.rule import rule
from draftkit.checks.sessions.asked import What, asked
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Paragraph, Severity
from draftkit.tree import Section


@rule("DK605", "C5", Severity.INFO)
def agenda_last(subject: Subject) -> Iterator[Finding]:
    """The paragraph that puts the item on the agenda is the last one (un-rules C5).

    Of several such paragraphs one is the last.
    """
    clauses = {each.part: each for each in asked(subject) if each.what is What.AGENDA}
    if not clauses:
        return
    last: dict[int, str] = {}
    top: dict[str, str] = {}
    at = ""
    for place in subject.places:
        if isinstance(place.block, Paragraph) and place.section is Section.OPERATIVE:
            at = place.block.id if place.depth == 0 else at
            top[place.block.id] = last[place.scope[0]] = at
    for part, clause in clauses.items():
        if top[clause.passage.owner] != last[part]:
            owner = clause.passage.owner
            message = f"{subject.names[owner]} puts the item on the agenda, but {subject.names[last[part]]} follows"
            yield Finding("agenda-last", Severity.INFO, message, owner, "put it at the end", words=clause.words)
