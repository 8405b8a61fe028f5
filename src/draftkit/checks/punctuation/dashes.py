"""dashes: a dash is an en dash between blanks (un-rules C8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
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

    Hyphens between figures are left alone, and so are those that join words. Two symbols of one document have a hyphen.
    """
    place = subject.names
    for passage in subject.texts:
        text = passage.flat
        if not any(sign in text for sign in _SIGNS):
            continue
        for match in _DASH.finditer(text):
            double = _SYMBOLS.match(text, match.start() - 1) if match.start() else None
            new = "-" if double else " – "
            edge = not text[: match.start()].strip() or not text[match.end() :].strip()
            words, instead = stretch(passage, match.start(), match.end(), new)
            message = f"{place[passage.owner]} has {_KINDS[match.lastgroup or 'em']}: {quoted(words)}"
            fix = f"write {quoted(instead)}"
            yield Finding("dashes", Severity.WARNING, message, passage.owner, fix, words=words, instead="" if edge else instead)
