"""The codes of findings that are of no rule: of readers, clause libraries and stale comments.

Example:
    >>> code("reference-direction"), code("lost-note"), sentence("lost-note")
    ('DK303', 'DK903', 'A note has no callout in the text.')
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from draftkit.checks import RULES

OTHERS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "broken-draft": ("DK399", "What a reference in a clause leads to is not in the text."),
    "clause-file": ("DK801", "A clause file is called after its clause."),
    "clause-template": ("DK802", "The text of a clause is a template of the permitted kind."),
    "clause-undeclared": ("DK803", "A clause declares every value that its text names."),
    "clause-unused": ("DK804", "A clause uses every value that it declares."),
    "clause-variable": ("DK805", "The example or default of a value is of its type."),
    "clause-fill": ("DK806", "A clause can be filled with its examples."),
    "clause-opener": ("DK807", "A clause opens in italics."),
    "clause-punctuation": ("DK808", "A clause ends as its part wants."),
    "clause-example": ("DK809", "A clause has an example, and says what its example says."),
    "clause-related": ("DK810", "Clauses that a clause names exist."),
    "clause-provenance": ("DK811", "The source of a clause is a document symbol."),
    "clause-provenance-text": ("DK812", "The paragraph that a clause names as its source is the clause, word for word."),
    "clause-strength": ("DK813", "The strength of a wording is on the ladder."),
    "clause-duplicate": ("DK814", "No two clauses say nearly the same."),
    "no-structure": ("DK901", "The structure of a resolution was not found in a file."),
    "unread-line": ("DK902", "A line was left out, or is read as text."),
    "lost-note": ("DK903", "A note has no callout in the text."),
    "lost-numbers": ("DK904", "The numbers of paragraphs are not in the text of a file."),
    "unread-image": ("DK906", "An image was left out."),
    "unread-characters": ("DK907", "Characters could not be read."),
    "mended-characters": ("DK908", "Characters of another encoding were put right."),
    "mended-word": ("DK909", "Words broken at the ends of lines were joined."),
    "mended-label": ("DK910", "Labels of subparagraphs were put right."),
    "typed-indicator": ("DK911", "The indicator of a note is typed as a figure."),
    "unclear-callout": ("DK912", "A figure may be the indicator of a note."),
    "uncertain-table": ("DK913", "The columns of a table are not certain."),
    "ambiguous-reference": ("DK914", "A reference may be to a paragraph of this text."),
    "unused-allow": ("DK998", "A comment allows only what is found where it stands."),
})  # fmt: skip
"""Code and sentence by name."""

_RULES = {rule.name: rule for rule in RULES}


def code(name: str) -> str:
    """The code of a finding by the name it carries; the name itself where it has none."""
    return _RULES[name].code if name in _RULES else OTHERS.get(name, (name, ""))[0]


def sentence(name: str) -> str:
    """What is asked for, or was not certain."""
    return _RULES[name].sentence if name in _RULES else OTHERS.get(name, ("", "What the reader was not sure of."))[1]


def source(name: str) -> str:
    """The rules of the texts that it enforces, "B1, C1"; "" for what is of draftkit's own."""
    return _RULES[name].source if name in _RULES else ""


NAMES: tuple[str, ...] = (*_RULES, *OTHERS)
"""What a finding can be called."""
