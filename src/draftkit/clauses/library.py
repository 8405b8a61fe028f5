"""The clauses that are at hand: the standard library, with a delegation's own over it (``draftkit.clauses.folders`` reads them).

Example:
    >>> library = load([Path("our-clauses")])
    >>> library.get("report/request").title, library.search("report")[0].id
    ('Request for a report of the Secretary-General', 'report/request')
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from draftkit.clauses.clause import PARTS, Clause
from draftkit.clauses.fill import instantiate
from draftkit.errors import ClauseError
from draftkit.model import Paragraph

_REFERENCE = re.compile(r"(?P<id>[^@\s]+)(?:@(?P<version>[0-9]{1,4}))?")


@dataclass(frozen=True, slots=True)
class Library:
    """Clauses by id and version; those of a folder are read when they are asked for."""

    clauses: Mapping[str, Mapping[int, Clause]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Clause]:
        """The highest version of every clause: the preamble first, then by id."""
        latest = (versions[max(versions)] for versions in self.clauses.values())
        return iter(sorted(latest, key=lambda clause: (PARTS.index(clause.part), clause.id)))

    def every(self) -> Iterator[Clause]:
        """Every version of every clause, in the same order."""
        for clause in self:
            versions = self.clauses[clause.id]
            yield from (versions[number] for number in sorted(versions))

    def get(self, reference: str) -> Clause:
        """The clause that "report/request@1" names; without "@1" its highest version.

        Raises:
            ClauseError: there is none; the error offers those with a like name.
        """
        match = _REFERENCE.fullmatch(reference)
        if not match:
            raise ClauseError(f'"{reference[:60]}" names no clause', remedy="write its id, for instance report/request@1")
        versions = self.clauses.get(match["id"])
        if not versions:
            near = difflib.get_close_matches(match["id"][:60], self.clauses, n=3, cutoff=0.5)
            remedy = f"did you mean {' or '.join(near)}?" if near else "draftkit clause list shows them all"
            raise ClauseError(f'there is no clause "{match["id"][:60]}"', remedy=remedy)
        version = int(match["version"]) if match["version"] else max(versions)
        if version not in versions:
            known = ", ".join(str(number) for number in sorted(versions))
            raise ClauseError(f"{match['id']} has no version {version}", remedy=f"it has {known}")
        return versions[version]

    def search(self, words: str) -> tuple[Clause, ...]:
        """The clauses in which every word occurs, the best first (``draftkit.clauses.search``); none without words."""
        from draftkit.clauses.search import Asked, search

        return search(self, Asked(words)) if words.strip() else ()


def paragraph_of(
    library: Library,
    reference: str,
    name: str,
    values: Mapping[str, str],
    *,
    next_session: int | None,
    alternate: str = "",
) -> Paragraph:
    """The paragraph that the clause ``reference`` gives with ``values``, subparagraphs and all; ``name`` is its id.

    Raises:
        ClauseError: there is no such clause, or it cannot be filled (``draftkit.clauses.fill``).
    """
    return instantiate(library.get(reference), name, values, next_session=next_session, alternate=alternate)
