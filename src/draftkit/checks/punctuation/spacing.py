"""spacing: one blank between words, none before a mark, one behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import NOTE, quoted
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.wording.own import own
from draftkit.model import Finding, Severity

_SLIP = re.compile(
    r"(?P<double>[ \u00a0]{2,})"
    r"|(?<=\S)(?P<before>[ \u00a0]+)(?=[,;:!?)](?!\w)|\.(?![\w.…])|”)"
    r"|(?<=[(“])(?P<after>[ \u00a0]+)"
    r"|(?<=[^\W\d_][,;])(?P<missing>)(?=[^\W\d_])"
)
_SUSPECT = re.compile(r"[ \u00a0][ \u00a0,;:!?)”.]|[(“][ \u00a0]|[,;][^\W\d_]")
"""What a text has that may have a slip: most have none."""
_SAYS = {
    "double": "two blanks together",
    "before": "a blank before a mark",
    "after": "a blank behind an opening mark",
    "missing": "no blank behind a mark",
}
_ADDRESS = re.compile(r"://|www\.|@|[^\W\d_]\.[^\W\d_]{2,6}/")
_RATIO = re.compile(r"\d[ \u00a0]+:[ \u00a0]*\d")
_OPENS = re.compile(r"(?:^|[\s([“‘–—\-/])[(“]$")
"""A mark that opens for certain: one that stands behind a word may have been meant to close."""


@rule("DK204", "", Severity.WARNING, bad="of libraries , archives,museums", good="of libraries, archives, museums", mends=True)
def spacing(subject: Subject) -> Iterator[Finding]:
    """One blank stands between words, none before a punctuation mark, and one behind a comma or a semicolon.

    Tables, addresses and ratios ("1 : 2") are left alone, and so is whether a blank may break; in quotation marks, where another
    language may have other habits, only two blanks together are found.
    """
    place = subject.names
    titles = {passage.owner for passage in subject.contents} - {step.block.id for step in subject.places}
    prose = titles | {passage.owner for passage in subject.paragraphs}
    for passage in subject.texts:
        if passage.owner not in prose and not passage.owner.startswith(NOTE):
            continue
        if not _SUSPECT.search(passage.flat):
            continue
        outside = {match.start() for match in own(passage.flat, _SLIP)}
        for match in _SLIP.finditer(passage.flat):
            kind = match.lastgroup or "double"
            inside = match.start() not in outside and kind in ("before", "missing") and passage.flat[match.end()] != "”"
            if inside or _is_shown(passage.flat, match):
                continue
            new = " " if kind in ("double", "missing") else ""
            words, instead = stretch(passage, match.start(), match.end(), new)
            if _ADDRESS.search(words):
                continue
            message = f"{place[passage.owner]} has {_SAYS[kind]}: {quoted(words)}"
            fix = f"write {quoted(instead)}"
            if kind == "after" and not _OPENS.search(passage.flat, max(0, match.start() - 2), match.start()):
                instead, fix = "", "put the mark where it belongs"
            yield Finding("spacing", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _is_shown(text: str, match: re.Match[str]) -> bool:
    """Whether the blank is that of a ratio, before its colon, or of marks that are shown themselves, "“ ”"."""
    around = text[max(0, match.start() - 1) : match.end() + 1].split()
    return around == ["“", "”"] or (match.lastgroup == "before" and _RATIO.match(text, max(0, match.start() - 1)) is not None)
