"""unresolved-reference: an internal reference typed as a bare number will not follow its paragraph (un-rules D1, D2).

"paragraph 20 above" points into this text for certain; a "paragraph 20" with nothing behind it may do so, and a person
is asked. "paragraph 20 of ..." and "article 2, paragraph 7" point elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.numbers import paths
from draftkit.assemble.typed_references import LIST, OF_PARAGRAPH, is_elsewhere, where
from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.model import Finding, Severity, Text

_FIX = "write [[id]] in place of the number"


@rule("DK302", "D1, D2", Severity.WARNING, bad="paragraph 8 above", good="paragraph [[condemns-acts]] above")
def unresolved_reference(subject: Subject) -> Iterator[Finding]:
    """A reference to a paragraph of this text is a mark, not a typed number (un-rules D1, D2).

    A typed number does not follow its paragraph when others are put in or taken out. "Above" and "below" tell that it is of this
    text; without them it is a question. Numbers with the name of another text are left alone.
    """
    place = subject.names
    numbered = frozenset(path[0] for path in paths(subject.resolution).values() if path)
    for passage in subject.contents:
        for piece in passage.content:
            if not isinstance(piece, Text):
                continue
            for match in LIST.finditer(piece.text):
                outer = OF_PARAGRAPH.match(piece.text, match.end())
                said = where(piece.text, (outer or match).end())
                if said is None and is_elsewhere(piece.text, match):
                    continue
                severity = Severity.WARNING if said else Severity.INFO
                written = piece.text[match.start() : (said or match).end()]
                doubt = "" if said else ", which may be a paragraph of this text"
                message = f"{place[passage.owner]} says {quoted(written)} as plain text{doubt}"
                gone = _gone(match[0], numbered) if said and said["way"] and not outer else ""
                fix = f"no paragraph is numbered {gone}: write [[id]] of the one meant" if gone else _FIX
                yield Finding("unresolved-reference", severity, message, passage.owner, fix, words=written)


def _gone(listed: str, numbered: frozenset[str]) -> str:
    """The first number of a list that no paragraph of the text has; "" if each has one, or if it names subparagraphs."""
    if listed.lower().startswith("sub"):
        return ""
    return next((number for number in re.findall(r"\b\d+\b", listed) if number not in numbered), "")
