"""open-blank: what is not known yet, a run of underscores, has to be filled in before the text is issued (un-rules A4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import AgendaItem, Finding, Masthead, Severity

_BLANK = re.compile(r"\S{0,30}__+\S{0,30}")
_NAMES = {"others": "other lines"}


@rule("DK006", "A4", Severity.INFO)
def open_blank(subject: Subject) -> Iterator[Finding]:
    """No blank ("___") is left open: a note in a draft, an error in an L-document (un-rules A4)."""
    place = subject.names
    for field, text in _masthead_texts(subject.resolution.masthead):
        for match in _BLANK.finditer(text):
            yield _finding(f"the masthead has an open blank in its {field}: {quoted(match[0])}", MASTHEAD)
    for passage in subject.texts:
        for match in _BLANK.finditer(passage.plain):
            yield _finding(f"{place[passage.owner]} has an open blank: {quoted(match[0])}", passage.owner)


def _finding(message: str, paragraph: str) -> Finding:
    return Finding("open-blank", Severity.INFO, message, paragraph, "fill it in before the text is issued")


def _masthead_texts(masthead: Masthead) -> Iterator[tuple[str, str]]:
    """The texts of the masthead with the name of their field, "agenda item" for the fields of an item."""
    for field in fields(masthead):
        value = getattr(masthead, field.name)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, AgendaItem):
                yield "agenda item", text.number
                yield "agenda title", text.title
            elif isinstance(text, str):
                yield _NAMES.get(field.name, field.name), text
