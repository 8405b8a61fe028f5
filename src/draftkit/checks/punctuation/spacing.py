"""spacing: one blank between words, none before a mark, one behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
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
_ADDRESS = re.compile(r"://|www\.")


@rule("DK204", "", Severity.WARNING, bad="of libraries , archives,museums", good="of libraries, archives, museums", mends=True)
def spacing(subject: Subject) -> Iterator[Finding]:
    """One blank stands between words, none before a punctuation mark, and one behind a comma or a semicolon.

    Tables are left alone, and so is whether a blank may break.
    """
    place = subject.names
    titles = {passage.owner for passage in subject.contents} - {step.block.id for step in subject.places}
    prose = titles | {passage.owner for passage in subject.paragraphs}
    for passage in subject.texts:
        if passage.owner not in prose and not passage.owner.startswith("note "):
            continue
        if not _SUSPECT.search(passage.flat):
            continue
        for match in _SLIP.finditer(passage.flat):
            kind = match.lastgroup or "double"
            new = " " if kind in ("double", "missing") else ""
            words, instead = stretch(passage, match.start(), match.end(), new)
            if _ADDRESS.search(words):
                continue
            message = f"{place[passage.owner]} has {_SAYS[kind]}: {quoted(words)}"
            fix = f"write {quoted(instead)}"
            yield Finding("spacing", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)
