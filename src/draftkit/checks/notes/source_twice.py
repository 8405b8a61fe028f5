"""source-twice: a source is given once, where it is first mentioned (un-rules E4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.notes.called import printed
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity

_FIGURE = re.compile(r"\d")


@rule("DK507", "E4", Severity.INFO)
def source_twice(subject: Subject) -> Iterator[Finding]:
    """A source is given once, where it is first mentioned, unless another place in it is meant (un-rules E4).

    It may be given again to be clear, so this is a question. A remark without a figure is no source. Notes that follow one
    another are the matter of ibid-due.
    """
    place = subject.names
    first: dict[str, str] = {}
    before = ""
    for said in printed(subject):
        given = first.setdefault(said.full, said.owner)
        if given != said.owner and said.full != before and _FIGURE.search(said.full):
            message = f"{place[said.owner]} gives the source of {place[given]} again: {quoted(said.full)}"
            fix = "take it out with its callout, if the first one does"
            yield Finding("source-twice", Severity.INFO, message, said.owner, fix)
        before = said.full
