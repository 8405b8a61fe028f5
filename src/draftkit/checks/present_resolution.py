"""present-resolution: a resolution calls itself "the present resolution" (un-rules C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import names, quoted, read_contents
from draftkit.inline import plain
from draftkit.model import Finding, Resolution, Severity

_THIS = re.compile(r"\bthis[ \u00a0]resolution\b", re.IGNORECASE)


def present_resolution(resolution: Resolution) -> Iterator[Finding]:
    """A resolution calls itself "the present resolution", not "this resolution" (un-rules C4)."""
    place = names(resolution)
    for owner, content in read_contents(resolution):
        for match in _THIS.finditer(plain(content)):
            message = f"{place[owner]} says {quoted(match[0])}"
            yield Finding("present-resolution", Severity.WARNING, message, owner, 'write "the present resolution"')
