"""present-resolution: a resolution calls itself "the present resolution" (un-rules C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity

_THIS = re.compile(r"\bthis[ \u00a0]resolution\b", re.IGNORECASE)


@rule("DK701", "C4", Severity.WARNING)
def present_resolution(subject: Subject) -> Iterator[Finding]:
    """A resolution calls itself "the present resolution", not "this resolution" (un-rules C4)."""
    place = subject.names
    for passage in subject.contents:
        for match in _THIS.finditer(passage.plain):
            message = f"{place[passage.owner]} says {quoted(match[0])}"
            yield Finding("present-resolution", Severity.WARNING, message, passage.owner, 'write "the present resolution"')
