"""sponsor-names: sponsors have the short names of States, each by itself (un-rules A5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un.states import find, states, suggestion

_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+")

_MANY = 20
"""More names than these in one are not taken apart."""


@rule(
    "DK015",
    "A5",
    Severity.WARNING,
    bad="sponsors: [Iran, Turkey]",
    good="sponsors: [Iran (Islamic Republic of), Türkiye]",
    mends=True,
)
def sponsor_names(subject: Subject) -> Iterator[Finding]:
    """Each sponsor has the short name of its State: "Netherlands (Kingdom of the)", "Türkiye" (un-rules A5).

    A name like none of a State, as of a group of States for which one submits the text, is left alone.
    """
    for sponsor in subject.resolution.masthead.sponsors:
        if "__" in sponsor:
            continue
        if known := find(sponsor):
            if known.name != sponsor.replace("\u2011", "-"):
                yield _finding(sponsor, known.name, certain=True)
            continue
        several = [name for name in _AND.split(sponsor) if name.strip()]
        if 1 < len(several) <= _MANY and all(find(name) or suggestion(name) for name in several):
            message = f"the sponsor {quoted(sponsor)} is more than one State"
            fix = 'write each as a sponsor of its own: commas and the "and" are put in between'
            yield Finding("sponsor-names", Severity.WARNING, message, MASTHEAD, fix, words=sponsor)
        elif meant := suggestion(sponsor):
            yield _finding(sponsor, meant, certain=_letters(sponsor) in map(_letters, (meant, *states()[meant].formerly)))


def _finding(sponsor: str, name: str, *, certain: bool) -> Finding:
    message = f"the sponsor {quoted(sponsor)} is not called by the short name of a State"
    fix = f'write "{name}"' if certain else f'perhaps "{name}"'
    return Finding("sponsor-names", Severity.WARNING, message, MASTHEAD, fix, words=sponsor, instead=name if certain else "")


def _letters(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())
