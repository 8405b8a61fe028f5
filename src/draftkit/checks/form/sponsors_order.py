"""sponsors-order: sponsors stand in English alphabetical order, the State of Palestine last (un-rules A5)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un.states import LAST, order


@rule("DK009", "A5", Severity.WARNING)
def sponsors_order(subject: Subject) -> Iterator[Finding]:
    """Sponsors stand in English alphabetical order, each once, the State of Palestine last (un-rules A5)."""
    sponsors = subject.resolution.masthead.sponsors
    for at, sponsor in enumerate(sponsors):
        if sponsor in sponsors[:at]:
            message = f"the sponsor {quoted(sponsor)} is named twice"
            yield Finding("sponsors-order", Severity.WARNING, message, MASTHEAD, "name it once")
            continue
        later = next((other for other in sponsors[:at] if order(other) > order(sponsor)), None)
        if later is None:
            continue
        message = f"the sponsor {quoted(sponsor)} stands after {quoted(later)}"
        fix = f"put the {LAST} last" if order(later)[0] else f"put it before {quoted(later)}: the order is alphabetical"
        yield Finding("sponsors-order", Severity.WARNING, message, MASTHEAD, fix)
