"""sponsors-order: sponsors stand in English alphabetical order, the State of Palestine last (un-rules A5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from draftkit.checks.places import MASTHEAD, quoted
from draftkit.model import Finding, Resolution, Severity

_LAST = "State of Palestine"


def sponsors_order(resolution: Resolution) -> Iterator[Finding]:
    """Sponsors stand in English alphabetical order, the State of Palestine last (un-rules A5)."""
    sponsors = resolution.masthead.sponsors
    for at, sponsor in enumerate(sponsors):
        later = next((other for other in sponsors[:at] if _key(other) > _key(sponsor)), None)
        if later is None:
            continue
        message = f"the sponsor {quoted(sponsor)} stands after {quoted(later)}"
        fix = f"put the {_LAST} last" if _key(later)[0] else f"put it before {quoted(later)}: the order is alphabetical"
        yield Finding("sponsors-order", Severity.WARNING, message, MASTHEAD, fix)


def _key(state: str) -> tuple[bool, list[str]]:
    """English alphabetical order, word by word: accents, capitals, brackets and hyphens do not count."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", state) if not unicodedata.combining(sign))
    words = re.findall(r"\w+", bare.casefold())
    return words == _LAST.casefold().split(), words
