"""dashes: a dash is an en dash between blanks (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.model import Finding, Severity

_DASH = re.compile(
    r"[ \u00a0]{0,2}(?P<em>\u2014)[ \u00a0]{0,2}"
    r"|(?<=[^\W\d_]|[,;)”])[ \u00a0](?P<hyphen>-{1,2})[ \u00a0](?=[^\W\d_]|[(“])"
    r"|(?<=[^\W\d_])(?P<two>--)(?=[^\W\d_])"
)
_SIGNS = ("\u2014", " -", "\u00a0-", "--")
"""What a text has that has such a dash: most have none."""
_KINDS = {"em": "an em dash", "hyphen": "a hyphen for a dash", "two": "hyphens for a dash"}
_SYMBOLS = re.compile(r"\d\u2014[A-Z]+/")
_BEFORE, _BEHIND = re.compile(r"[^\W\d_]|[,;)”]"), re.compile(r"[^\W\d_]|[(“]")
"""What stands on both sides of a dash for certain: with figures it may stand for "to"."""
_WORDS = re.compile(r"\w")


@rule(
    "DK203",
    "C8",
    Severity.WARNING,
    bad="both libraries - old and new - met",
    good="both libraries – old and new – met",
    mends=True,
)
def dashes(subject: Subject) -> Iterator[Finding]:
    """A dash is an en dash between blanks, " – ", neither an em dash nor a hyphen (un-rules C8).

    Hyphens between figures are left alone, and so are those that join words, what stands in quotation marks, and a dash that
    is all there is in a cell of a table. Two symbols of one document have a hyphen; between figures a dash may stand for "to".
    """
    place = subject.names
    for passage in subject.texts:
        text = passage.flat
        if not any(sign in text for sign in _SIGNS) or not _WORDS.search(text):
            continue
        for match in own(text, _DASH):
            double = _SYMBOLS.match(text, match.start() - 1) if match.start() else None
            new = "-" if double else " – "
            words, instead = stretch(passage, match.start(), match.end(), new)
            between = _BEFORE.match(text, max(0, match.start() - 1)) and _BEHIND.match(text, match.end()) and match.start()
            message = f"{place[passage.owner]} has {_KINDS[match.lastgroup or 'em']}: {quoted(words)}"
            fix = f"write {quoted(instead)}" if double or between else 'write " – ", or "to" between figures'
            certain = instead if double or between else ""
            yield Finding("dashes", Severity.WARNING, message, passage.owner, fix, words=words, instead=certain)
