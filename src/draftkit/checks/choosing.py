"""Which findings are wanted: by code, by the beginning of a code, by name, and by how serious they are.

Example:
    >>> choice = Choice(select=("DK3", "present-resolution"), ignore=("DK302",))
    >>> [choice.takes(finding) for finding in (dangling, unresolved)]
    [True, False]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from draftkit.checks.codes import NAMES, code
from draftkit.model import Finding, Severity

_CODE = re.compile(r"DK\d{0,3}", re.IGNORECASE)
_WHOLE = len("DK301")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for; of two that fit a finding the longer one counts, so that "DK301" is taken out of "DK3" or put back.

    ``select`` () is everything; ``least`` is the least serious that is shown.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    least: Severity = Severity.INFO

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is wanted."""
        ranks = list(Severity)
        if ranks.index(finding.severity) > ranks.index(self.least):
            return False
        wanted = _closest(self.select, finding.code) if self.select else 0
        return wanted >= 0 and wanted > _closest(self.ignore, finding.code)


def _closest(tokens: Sequence[str], name: str) -> int:
    """How much of its code the closest of the tokens says; -1 if none fits."""
    fitting = (_WHOLE if token.lower() == name else len(token) for token in tokens if fits(token, name))
    return max(fitting, default=-1)


def fits(token: str, name: str) -> bool:
    """Whether a name, a code or its beginning means the findings of that name."""
    return token.lower() == name or (is_code(token) and code(name).startswith(token.upper()))


def is_code(token: str) -> bool:
    """Whether it has the form of a code or of its beginning, "DK3"."""
    return _CODE.fullmatch(token) is not None


def meant(token: str) -> tuple[str, ...]:
    """The names of all findings that a token means; none for one that is misspelt."""
    return tuple(name for name in NAMES if fits(token, name))


def near(token: str) -> tuple[str, ...]:
    """Codes and names like one that is misspelt, the likeliest first.

    Example:
        >>> near("dangling-refrence")
        ('dangling-reference',)
    """
    from difflib import get_close_matches

    known = [code(name) for name in NAMES] if is_code(token) or token[:2].upper() == "DK" else list(NAMES)
    asked = token.upper() if token[:2].upper() == "DK" else token.lower()
    return tuple(get_close_matches(asked, known, n=3, cutoff=0.75))
