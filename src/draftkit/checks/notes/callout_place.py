"""callout-place: the indicator of a note follows the punctuation (un-rules E2)."""

from __future__ import annotations

from collections.abc import Iterator

from draftkit.checks.notes.called import callouts
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import MARK
from draftkit.model import Finding, Severity

_BLANKS = " \u00a0"
_AFTER = ",;:."
_BEFORE = 25
"""So many characters before an indicator are shown."""


@rule("DK505", "E2", Severity.WARNING, bad="of the Secretary-General¹, and", good="of the Secretary-General,¹ and")
def callout_place(subject: Subject) -> Iterator[Finding]:
    """The indicator of a note stands right behind the punctuation, without a blank, and not inside a word (un-rules E2).

    Two indicators at one place have a comma between them, which is left alone. A callout is moved by hand.
    """
    for passage in subject.contents:
        text = passage.flat
        if MARK not in text:
            continue
        called = [*callouts(passage)]
        places = {at for at, _ in called}
        for at, note in called:
            if found := _slip(text, at, places):
                what, fix = found
                words = text[max(0, at - _BEFORE) : at].rpartition(MARK)[2]
                behind = f" behind {quoted('…' + words.lstrip())}" if words.strip() else ""
                message = f"{subject.names[passage.owner]} calls [^{note}]{behind} {what}"
                yield Finding("callout-place", Severity.WARNING, message, passage.owner, fix, words=words.strip())


def _slip(text: str, at: int, called: set[int]) -> tuple[str, str] | None:
    """What is wrong with the place of an indicator, and what to do about it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before and before in _BLANKS and text[:at].strip():
        return "after a blank", "take the blank out that stands before it"
    if before.isalpha() and after.isalpha():
        return "inside a word", "put it behind the word and its punctuation"
    two = at + 2 in called or at - 1 in called  # two notes at one place: the mark parts their indicators
    if after and after in _AFTER and not two and before not in (*_AFTER, MARK, ""):
        return f'before "{after}"', f'put it behind the "{after}"'
    return None
