"""What to do about a finding in a file that is no draft: a Word file, a PDF or a plain text has no marks, ids or keys.

Example:
    >>> in_words("call it with [^report], or delete it")
    'put its number where it belongs, or delete the note'
"""

from __future__ import annotations

import re
from dataclasses import replace

from draftkit.model import Finding

_ADVICE = (
    (r"(?:write|put) \[\[id\]\] (?:in place of|for) the number.*", "write the number of the paragraph meant"),
    (r"write \[\[id\]\] of the one meant", "write the number of the one meant"),
    (r"write \[\[id\]\] above", "write \"above\" behind the number alone"),
    (r"call it with \[\^[^\]]*\], or delete it", "put its number where it belongs, or delete the note"),
    (r"write the note under an id, and call it with \[\^id\]", "make a footnote of it"),
    (r"take its label out: it is numbered by its place", "number the paragraphs in sequence"),
    (r"write distribution: Limited", "write \"Distr.: Limited\""),
    (r"write original: English", "write \"Original: English\""),
)
_WORDS = tuple((re.compile(pattern), words) for pattern, words in _ADVICE)


def in_words(fix: str) -> str:
    """An advice for a draft as it can be followed in any other file."""
    for pattern, words in _WORDS:
        fix = pattern.sub(words, fix)
    return fix


def elsewhere(finding: Finding) -> Finding:
    """The finding with advice that can be followed in a file that is no draft."""
    fix = in_words(finding.fix)
    return finding if fix == finding.fix else replace(finding, fix=fix)
