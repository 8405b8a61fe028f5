"""own-organ: the Assembly speaks of "its resolution" (un-rules D6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Finding, Paragraph, Severity, Text
from draftkit.tree import Section

_OWN = re.compile(r"[ \u00a0]General[ \u00a0]Assembly[ \u00a0](?P<noun>(?:resolution|decision)s?)\b")


@rule(
    "DK408",
    "D6",
    Severity.INFO,
    bad="*Recalling* General Assembly resolution 79/124",
    good="*Recalling* its resolution 79/124",
)
def own_organ(subject: Subject) -> Iterator[Finding]:
    """What the General Assembly recalls of its own is "its resolution" (un-rules D6).

    Only the words that follow the opening ones are looked at: farther on the name tells whose resolution it is where other
    bodies have been named. Texts of other organs name the Assembly.
    """
    if not subject.is_assemblys:
        return
    for step in subject.places:
        block = step.block
        if not isinstance(block, Paragraph) or step.section is Section.ANNEX or len(block.content) < 2:
            continue
        opener, behind = block.content[:2]
        if not (isinstance(opener, Text) and opener.italic and isinstance(behind, Text)):
            continue
        if found := _OWN.match(behind.text):
            message = f"{subject.names[block.id]} opens \"{plain((opener,)).strip()}{found[0]}\""
            yield Finding("own-organ", Severity.INFO, message, block.id, f'write "its {found["noun"]}"', words=found[0].strip())
