"""What is found in a text, as it stands in the margin of a page: each finding beside what it is about, and given out once.

Example:
    >>> margin = Margin(check(new))
    >>> margin.of("urges-observe")
    (Found(severity='warning', message='...', fix='...', tag='DK101 opener-sequence', anchor='finding-3'),)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from draftkit.checks.reports import Located
from draftkit.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as a page shows it: ``tag`` is its code and its name."""

    severity: str
    message: str
    fix: str
    tag: str
    anchor: str


@dataclass(slots=True)
class Margin:
    """The findings of a text by what they are of."""

    findings: Sequence[Finding]
    taken: set[int] = field(default_factory=set)

    def of(self, *owners: str) -> tuple[Found, ...]:
        """What is found in some places."""
        return self._take(at for at, each in enumerate(self.findings) if each.paragraph in owners)

    def rest(self) -> tuple[Found, ...]:
        """What is found in no place that was asked for."""
        return self._take(range(len(self.findings)))

    def _take(self, places: Iterable[int]) -> tuple[Found, ...]:
        new = [at for at in places if at not in self.taken]
        self.taken.update(new)
        return tuple(_found(self.findings[at], f"finding-{at}") for at in new)


def _found(each: Finding, anchor: str) -> Found:
    return Found(str(each.severity), each.message, each.fix, Located("", each).tag, anchor)


def counted(shown: Iterable[Found]) -> list[tuple[str, int, str]]:
    """How many findings of each severity there are, and the anchor of the first. ``shown``: all, in the order of the page."""
    found = list(shown)
    first = {each.severity: each.anchor for each in reversed(found)}
    counts = Counter(each.severity for each in found)
    return [(str(severity), counts[severity], first[severity]) for severity in Severity if severity in first]
