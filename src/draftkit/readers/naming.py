"""Readable names for paragraphs and notes, made the same way each time a text is read.

A name is the opening verb and the first words that tell paragraphs apart, never a number: numbers move.

Example:
    >>> Names().paragraph("Strongly condemns all acts of violence against diplomatic missions")
    'condemns-acts-violence'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from draftkit.inline import RESERVED

_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]*")
_EMPTY = frozenset(
    """a all also an and any are as at be been being both but by for from further general having have has if in into is it
    its of on or other others such than that the their them these they this those to under upon was were which who whose
    will with within without strongly deeply assembly committee council secretary states state member united nations
    governments resolution resolutions paragraph paragraphs present draft inter alia session sessions
    first second third fourth fifth sixth seventh eighth ninth tenth twenty thirty forty fifty sixty seventy eighty ninety
    january february march april may june july august september october november december
    twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth""".split()
)
"""Words that do not tell one paragraph of a resolution from another, or that change from one iteration to the next."""

PARAGRAPH_WORDS = 3
NOTE_WORDS = 2


class Names:
    """Hands out names that are unique in one text; ``lines`` is where the paragraph of each stands in its file.

    What has no name of its own (a row, a section's number) is placed under the key that ``assemble.printed`` gives its line.
    """

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self._taken: dict[str, int] = dict.fromkeys(RESERVED, 1)

    def paragraph(self, text: str, fallback: str = "paragraph", line: int = 0) -> str:
        """A name from the first telling words of a paragraph or heading, which stands at a line of the file (0: unknown)."""
        words = (match[0] for match in _WORD.finditer(text))
        name = self._unique("-".join(islice(_telling(words), PARAGRAPH_WORDS)) or fallback)
        self.place({name: line})
        return name

    def place(self, lines: Mapping[str, int]) -> None:
        """Note where some keys stand; 0 is nowhere."""
        self.lines.update({key: line for key, line in lines.items() if line})

    def note(self, before: str) -> str:
        """A name from the last telling words before a callout: what the note is about."""
        last = [*islice(_telling(reversed(_WORD.findall(before))), NOTE_WORDS)]
        return self._unique("-".join(reversed(last)) or "note")

    def _unique(self, name: str) -> str:
        self._taken[name] = self._taken.get(name, 0) + 1
        if self._taken[name] == 1:
            return name
        return self._unique(f"{name}-{self._taken[name]}")


def _telling(words: Iterable[str]) -> Iterator[str]:
    """The words that tell, in small plain letters; no more is read than is taken."""
    return (plain for word in words if (plain := _plain(word)) and plain not in _EMPTY)


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", re.split("['’]", word)[0].lower())
    return "".join(c for c in folded if "a" <= c <= "z")
