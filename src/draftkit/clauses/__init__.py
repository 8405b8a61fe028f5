"""The clause library: standard language as data, filled with typed values.

Example:
    >>> library = load()
    >>> paragraph_of(library, "report/request@1", "requests-report", {"topic": "the present resolution"}, next_session=81)
    Paragraph('requests-report', (Text('Requests', italic=True), Text(' the Secretary-General to submit ...')))
"""

from __future__ import annotations

from draftkit.clauses.clause import Clause, Variable
from draftkit.clauses.clause_file import values_of
from draftkit.clauses.fill import fill, fill_items, instantiate
from draftkit.clauses.folders import load
from draftkit.clauses.library import Library, paragraph_of
from draftkit.clauses.proof import check

__all__ = [
    "Clause",
    "Library",
    "Variable",
    "check",
    "fill",
    "fill_items",
    "instantiate",
    "load",
    "paragraph_of",
    "values_of",
]
