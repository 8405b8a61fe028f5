"""unresolved-reference: an internal reference typed as a bare number will not follow its paragraph (un-rules D1, D2).

"paragraph 20 above" points into this text for certain; a "paragraph 20" with nothing behind it may do so, and a person
is asked. "paragraph 20 of ..." and "article 2, paragraph 7" point elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.references import HEAD, JOINER
from draftkit.checks.places import names, quoted, read_contents
from draftkit.model import Finding, Resolution, Severity, Text

_NUMBER = r"(?:\d{1,3}(?: ?\([a-z]{1,5}\))*|(?:\([a-z]{1,5}\) ?)+)"
_REFERENCE = re.compile(
    rf"(?P<outer>\b(?:article|section|chapter|rule|annex|part)s? [^ ,]{{1,12}}, )?"
    rf"\b{HEAD}{_NUMBER}(?:{JOINER}{_NUMBER})*"
    r"(?P<inner> (?:above|below)\b| of the present resolution\b)?(?P<elsewhere>,? (?:of|in|to)\b| there)?",
    re.IGNORECASE,
)


def unresolved_reference(resolution: Resolution) -> Iterator[Finding]:
    """A reference to a paragraph of this text is a mark, not a typed number (un-rules D1, D2)."""
    place = names(resolution)
    for owner, content in read_contents(resolution):
        for piece in content:
            if not isinstance(piece, Text):
                continue
            for match in _REFERENCE.finditer(piece.text.replace("\u00a0", " ")):
                inside = bool(match["inner"])
                if match["outer"] or (match["elsewhere"] and not inside):
                    continue
                severity = Severity.WARNING if inside else Severity.INFO
                doubt = "" if inside else ", which may be a paragraph of this text"
                message = f"{place[owner]} says {quoted(match[0])} as plain text{doubt}"
                yield Finding("unresolved-reference", severity, message, owner, "write [[id]] in place of the number")
