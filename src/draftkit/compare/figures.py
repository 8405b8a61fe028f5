"""The rows of two texts and the figures about them: what a drafter is asked about a text that comes back (un-rules G5).

Example:
    >>> found = dispositions(old, new, compare(old, new))
    >>> found.unchanged, found.paragraphs, [row.new for row in found.report_requests], found.sessions
    (28, 40, ['12'], ('eighty-third session',))
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from draftkit.compare.disposition import PARAGRAPHS, UNCHANGED, Disposition, Matter, Row, makers
from draftkit.compare.tokens import Op
from draftkit.un.sessions import ORDINAL
from draftkit.un.spelling import same


@dataclass(frozen=True)
class Dispositions:
    """The rows of two texts; the figures are of paragraphs, those of words of headings, tables and notes as well."""

    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> Mapping[Disposition, int]:
        """How many paragraphs have which fate."""
        found = Counter(row.disposition for row in self.rows if row.matter in PARAGRAPHS)
        return {each: found[each] for each in Disposition}

    @property
    def paragraphs(self) -> int:
        """The paragraphs of the new text, those that one was split into as one."""
        return sum(1 for row in self.rows if row.matter in PARAGRAPHS and row.new)

    @property
    def unchanged(self) -> int:
        """Those of them that stand word for word in the old text."""
        return sum(1 for row in self.rows if row.matter in PARAGRAPHS and row.disposition in UNCHANGED and not makers(row.lines))

    def words(self, op: Op) -> int:
        """Words put in, or struck; of what moved, only those that changed."""
        return sum(_count(p.run.text) for row in self._body for p in row.pieces if p.op is op and not p.run.note)

    @cached_property
    def report_requests(self) -> tuple[Row, ...]:
        """Paragraphs that ask for a report, and did not in the old text (un-rules G5)."""
        said = (row for row in self.rows if row.matter in PARAGRAPHS and row.new and asks_for_report(row.text(new=True)))
        return tuple(row for row in said if not asks_for_report(row.text(new=False)))

    @cached_property
    def sessions(self) -> tuple[str, ...]:
        """Sessions that the new text names and the old one does not: "eighty-second session" (un-rules G5)."""
        old, new = (" ".join(row.text(new=side) for row in self._body) for side in (False, True))
        before = {each.lower() for each in _named(old)}
        return tuple(dict.fromkeys(each for each in _named(new) if each.lower() not in before))

    @property
    def _body(self) -> Iterator[Row]:
        return (row for row in self.rows if row.matter is not Matter.MASTHEAD)


_ASKS = re.compile(
    r"\b(?:requests?|requesting|invites?|inviting|asks?|decides?)\b[^;.]{0,400}?\b"
    r"(?:to (?:submit|present|provide|prepare|issue|make|include)\b[^;.]{0,200}?\breports?\b|to report\b)",
    re.IGNORECASE,
)
_SESSION = re.compile(rf"\b({ORDINAL})[ \u00a0]session\b", re.IGNORECASE)
_COUNTED = re.compile(r"[^\W_][\w’'\-\u2011/.]*")


def asks_for_report(text: str) -> bool:
    """Whether a paragraph asks somebody to report."""
    return _ASKS.search(text) is not None


def _named(text: str) -> list[str]:
    return [f"{same(words)} session" for words in _SESSION.findall(text)]


def _count(text: str) -> int:
    return len(_COUNTED.findall(text))
