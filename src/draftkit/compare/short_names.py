"""What each place of a text is called in a narrow column: "PP3", "5 (a)", "IV, 4", "note 2".

Example:
    >>> short_names(resolution)["urges-observe"]
    '3'
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from draftkit.assemble.places import places
from draftkit.model import Resolution

_SHORTER = (
    (re.compile(r"preambular (?:paragraph|clause) (\d+)"), r"PP\1"),
    (re.compile(r"(^|, )(?:paragraph|clause) (?=\d)"), r"\1"),
    (re.compile(r"(^|, )operative (?:paragraph|clause)$"), r"\1OP"),
    (re.compile(r"^footnote\b"), "note"),
    (re.compile(r"^(?:part|section) (?=[\w.]+, )"), ""),
)


def short_names(resolution: Resolution) -> Mapping[str, str]:
    """The name of each place, by its id."""
    return {key: _shorter(name) for key, name in places(resolution).items()}


def _shorter(name: str) -> str:
    for pattern, short in _SHORTER:
        name = pattern.sub(short, name)
    return name
