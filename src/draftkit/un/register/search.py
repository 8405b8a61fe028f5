"""Looking for resolutions by words, session and committee.

Example:
    >>> [entry.number for entry in search(("diplomat", "consular"), 79)]
    ['79/124']
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from draftkit.un import register
from draftkit.un.register.record import Entry, loosened

_WORD = re.compile(r"\w+")


def search(words: Iterable[str], session: int = 0, committee: str = "") -> tuple[Entry, ...]:
    """The resolutions in which every word begins one of the title or agenda item, or is a symbol; the newest session first.

    Args:
        words: as typed; with a slash or a figure and a hyphen in it a word is looked for in numbers and symbols.
        session: the only session to look in; 0 for all.
        committee: "C.6", "plenary"; "" for all.
    """
    wanted = [word for written in words for word in loosened(written).casefold().split()]
    found = [
        entry
        for entry in register.entries().values()
        if (not session or entry.session == session)
        and (not committee or entry.committee == committee)
        and all(_has(entry, word) for word in wanted)
    ]
    return tuple(sorted(found, key=lambda entry: -entry.session))


def _has(entry: Entry, word: str) -> bool:
    if "/" in word:
        named = f"{entry.symbol} {entry.report} {entry.draft} {entry.number}".casefold()
        return re.search(rf"(?<![\w.]){re.escape(word)}(?!\d)", named) is not None
    text = f"{entry.title} {entry.item}".casefold()
    parts = _WORD.findall(word)
    return bool(parts) and all(re.search(rf"\b{part}", text) for part in parts)
