"""The italics of opening words, put right where a plain text lost them or set whole paragraphs in italics.

In: the content of a preambular or operative paragraph. Out: the same, its opening phrase in italics (un-rules B1, C1),
and nothing else at its beginning.

Example:
    >>> inline.format(with_lead(inline.parse("Takes note of the report"), "operative"))
    '*Takes note* of the report'
"""

from __future__ import annotations

import re

from draftkit import inline
from draftkit.model import Content, Text
from draftkit.readers.page.forms import lead
from draftkit.readers.page.marks import without_italics
from draftkit.un import openers

_EXPRESSED = (
    r"(?: its| their)?(?: deep(?:est)?| profound| grave| great| serious| sincere| strong| full| heartfelt){0,3} [a-z]{3,20}"
)
_UNKNOWN = {
    "preambular": re.compile(
        rf"Having(?: also| further)? [a-z]{{3,20}}|Expressing(?: also| further)?{_EXPRESSED}"
        r"|(?!During|Nothing)[A-Z][a-z]{2,15}ing\b(?: also| further)?"
    ),
    "operative": re.compile(rf"(?:(?:Also|Further) e|E)xpresses{_EXPRESSED}"),
}
"""What a phrase too rare for the register looks like: "Expressing sympathy", "Cherishing"."""

_LONGEST = 8
"""Words; italics at a beginning that go on for longer are no opening phrase."""


def with_lead(content: Content, part: str) -> Content:
    """The content with its opening phrase, and only that, in italics; the source is believed where it may be right."""
    if not content or not isinstance(content[0], Text):
        return content
    first = content[0]
    if first.italic:
        phrase = first.text.rstrip(",;:")
        if openers.is_known(phrase, part) or (not is_all_italic(content) and len(phrase.split()) <= _LONGEST):
            return _italic_first(content, first, len(phrase))
        whole = is_all_italic(content)
        content = without_italics(content) if whole else inline.join((Text(first.text, bold=first.bold), *content[1:]))
    unmarked = content[0]
    assert isinstance(unmarked, Text)
    unknown = _UNKNOWN[part].match(unmarked.text[:100])
    phrase = lead(unmarked.text, part) or (unknown[0] if unknown else "")
    if not phrase and part == "preambular":  # "Notes" for "Noting": the opening word all the same, for the checks to speak of
        phrase = lead(unmarked.text, "operative")
    return _italic_first(content, unmarked, len(phrase))


def _italic_first(content: Content, first: Text, length: int) -> Content:
    """The content with the first characters of its first run in italics and the rest of that run roman."""
    return inline.join((Text(first.text[:length], True, first.bold), Text(first.text[length:], False, first.bold), *content[1:]))


def is_all_italic(content: Content) -> bool:
    """Whether every word is in italics."""
    texts = [piece for piece in content if isinstance(piece, Text) and any(c.isalnum() for c in piece.text)]
    return bool(texts) and all(piece.italic for piece in texts)
