"""entitled: a resolution is named by its title (un-rules D9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity
from draftkit.un import register
from draftkit.un.citations import find
from draftkit.un.register.record import loosened
from draftkit.un.whose import is_assemblys

_ENTITLED = re.compile(r"\ufffc?,?\ufffc?[ \u00a0]entitled[ \u00a0]“(?P<title>[^“”]{3,400})”")


@rule("DK409", "D9", Severity.INFO)
def entitled(subject: Subject) -> Iterator[Finding]:
    """The title that is quoted behind a resolution is the one that it has (un-rules D9).

    The register knows the titles of recent sessions. Capitals, hyphens and years do not count, nor does a title that is cut short
    or is that of an annex. A number that may be of another body is left alone.
    """
    for passage in subject.contents:
        text = passage.flat
        if "entitled" not in text:
            continue
        for citation in find(text):
            match = _ENTITLED.match(text, citation.end)
            known = register.title(loosened(citation.number)) if match and is_assemblys(text, citation.start) else ""
            if not match or not known or _same(match["title"], known):
                continue
            number = loosened(citation.number)
            said = quoted(match["title"])
            message = f"{subject.names[passage.owner]} calls resolution {number} {said}: its title is {quoted(known)}"
            yield Finding("entitled", Severity.INFO, message, passage.owner, f"write “{known}”", words=match["title"])


def _same(said: str, known: str) -> bool:
    one, other = register.fold(said), register.fold(known)
    return one in other or other in one or SequenceMatcher(None, one, other, autojunk=False).ratio() < 0.3
