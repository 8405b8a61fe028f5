"""Findings as a person, a script or a code host reads them: text, JSON, SARIF 2.1.0, workflow commands. Pure: strings come out.

Example:
    >>> text([Located("draft.yaml", finding)])
    'draft.yaml:31: error: paragraph 9 (calls) refers to [[acts]], ...; take it out [DK301 dangling-reference]\n'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from draftkit.checks.reports.lines import in_colour, summary, text
from draftkit.checks.reports.located import Located
from draftkit.checks.reports.programs import as_json, github, sarif

FORMATS: Mapping[str, Callable[[Sequence[Located], str], str]] = {
    "text": lambda found, _: text(found),
    "json": lambda found, _: as_json(found),
    "sarif": sarif,
    "github": lambda found, _: github(found),
}
"""The forms of a report by the name that ``--format`` takes; each is given the findings and draftkit's version."""

__all__ = ["FORMATS", "Located", "as_json", "github", "in_colour", "sarif", "summary", "text"]
