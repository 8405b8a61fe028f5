"""The sentences of ``phrases.WRITTEN`` recognised in a line. "The words" may stand before words, and "with" for "by".

Example:
    >>> key, match = recognised(parse("In operative paragraph 2, delete “all”."))
    >>> key, match["place"], match["words"]
    (<Action.DELETE: 'delete'>, 'operative paragraph 2', 'all')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from draftkit.amend.atoms import atoms, keys
from draftkit.amend.phrases import WRITTEN, Sentence
from draftkit.model import Content, Inline

_EARLIER = "no consequential change is to be made"
"""What documents of earlier versions say for ``STANDS``."""
_SLOT = re.compile(r"\\\{(\w+)\\\}")


def recognised(content: Content) -> tuple[Sentence, re.Match[str]] | None:
    """Which sentence a line is, with what its slots hold; ``None`` if it is none."""
    text = _uncapitalized(atoms(content))
    for key, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(text):
            return key, match
    return None


def ways(key: Sentence, row: Sequence[Inline]) -> Iterator[re.Match[str]]:
    """Every way to take a line as a sentence: its slots as long or as short as can be, in all combinations."""
    source, slots = _PATTERNS[key].pattern, list(_PATTERNS[key].groupindex)
    for number in range(2 ** len(slots)):
        way = source
        for at, slot in enumerate(slots):
            if number >> at & 1 == 0:
                way = way.replace(f"(?P<{slot}>.+)", f"(?P<{slot}>.+?)")
        if match := re.compile(way, re.DOTALL).fullmatch(_uncapitalized(row)):
            yield match


def _uncapitalized(row: Sequence[Inline]) -> str:
    text = keys(row)
    return text[:1].lower() + text[1:]


def _pattern(sentence: str) -> re.Pattern[str]:
    """A sentence as a regular expression with a group for each slot."""
    source = _SLOT.sub(r"(?P<\1>.+)", re.escape(sentence[:1].lower() + sentence[1:]))
    source = source.replace("“(?P<", "(?:the words? )?“(?P<").replace("”\\ by\\ ", "” (?:by|with) ")
    source = source.replace(r"there\ is\ no\ other\ change", f"(?:there is no other change|{_EARLIER})")
    return re.compile(source, re.DOTALL)


_PATTERNS: dict[Sentence, re.Pattern[str]] = {key: _pattern(sentence) for key, sentence in WRITTEN.sentences.items()}
