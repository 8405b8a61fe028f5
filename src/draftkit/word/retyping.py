"""How many words a redline has struck and typed again although they did not change.

In: a Word file with tracked changes. Out: their share; close to nothing in a good redline.

Example:
    >>> retyped(word)
    0.012
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from draftkit.word.package import W, WordFile
from draftkit.word.spelled import local

_WORDS = (f"{W}t", f"{W}delText")
_TEXTS = (*_WORDS, f"{W}tab", f"{W}br", f"{W}cr", f"{W}footnoteReference", f"{W}endnoteReference")


def retyped(word: WordFile) -> float:
    """The share of the new text's words that were struck and written again in the same paragraph, between 0 and 1.

    Headers and footers do not count. What was moved is neither struck nor written.
    """
    again = total = 0
    for tree in (word.document, word.footnotes, word.endnotes):
        for paragraph in () if tree is None else tree.iter(f"{W}p"):
            words: dict[str, Counter[str]] = {fate: Counter() for fate in ("", "del", "ins", "moveFrom")}
            for fate, text in _fates(paragraph):
                words[fate].update(text.split())
            again += (words["del"] & words["ins"]).total()
            total += words[""].total() + words["ins"].total()
    return again / total if total else 0.0


def _fates(paragraph: Any) -> Iterator[tuple[str, str]]:
    """The text of a paragraph, without its text boxes, by what became of it: "" where nothing did."""
    for fate, found in groupby(paragraph.iter(*_TEXTS), lambda element: _fate(element, paragraph)):
        if fate is not None:
            yield fate, "".join((element.text or "") if element.tag in _WORDS else " " for element in found)


def _fate(element: Any, paragraph: Any) -> str | None:
    """What became of a piece of text: "del", "ins", "moveFrom" or "" (moved words stay); ``None`` in a text box."""
    fates = set()
    for ancestor in element.iterancestors():
        if ancestor is paragraph:
            return next((fate for fate in ("del", "moveFrom", "ins") if fate in fates), "")
        if ancestor.tag == f"{W}p":
            return None
        fates.add(local(ancestor.tag))
    return None
