"""How many words a redline has struck and typed again although they did not change.

In: a Word file with tracked changes. Out: their share; close to nothing in a good redline.

Example:
    >>> retyped(word)
    0.012
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from draftkit.word.package import W, WordFile
from draftkit.word.spelled import local

_WORDS = (f"{W}t", f"{W}delText")
_TEXTS = (*_WORDS, f"{W}tab", f"{W}br", f"{W}cr", f"{W}footnoteReference", f"{W}endnoteReference")
_HOLDERS = tuple(f"{W}{name}" for name in ("body", "tc", "footnote", "endnote", "txbxContent"))
_NEAR = 8
"""How far down a stretch a paragraph put in is looked for; a longer way would take time that grows with its square."""
_REPEATED = 0.5
"""The share of the words of the shorter paragraph that the other must have: all texts have their small words in common."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph, and its words by their fate: "", "del", "ins" or "moveFrom"."""

    element: Any
    words: dict[str, Counter[str]]

    @property
    def whole(self) -> str | None:
        """The fate that all its words share; ``None`` if they have several, or there are no words."""
        fates = [fate for fate, words in self.words.items() if words]
        return fates[0] if len(fates) == 1 else None


def retyped(word: WordFile) -> float:
    """The share of the new text's words that were struck and written again, between 0 and 1.

    Written again is what comes back in the same paragraph, in a row of the same table as the row that was struck, or in a
    paragraph put in beside the one that was struck. Headers and footers do not count. What was moved is neither struck nor
    written.
    """
    again = total = 0
    for tree in (word.document, word.footnotes, word.endnotes):
        paragraphs = [] if tree is None else [_Paragraph(e, _words(e)) for e in tree.iter(f"{W}p")]
        again += sum((paragraph.words["del"] & paragraph.words["ins"]).total() for paragraph in paragraphs)
        again += _in_rows(paragraphs) + _in_neighbours(paragraphs)
        total += sum(paragraph.words[fate].total() for paragraph in paragraphs for fate in ("", "ins"))
    return again / total if total else 0.0


def _in_rows(paragraphs: Sequence[_Paragraph]) -> int:
    """The words of rows that were struck which rows put in have again, table by table (17.13.5.12, 17.13.5.16)."""
    tables: defaultdict[Any, dict[str, Counter[str]]] = defaultdict(lambda: {"del": Counter(), "ins": Counter()})
    for paragraph in paragraphs:
        changed = [(row, fate) for row in paragraph.element.iterancestors(f"{W}tr") if (fate := _fate_of_row(row))]
        if changed:  # of tables within one another the outermost: what is in a row goes with it
            row, fate = changed[-1]
            tables[next(row.iterancestors(f"{W}tbl"), None)][fate] += paragraph.words[fate]
    return sum((words["del"] & words["ins"]).total() for words in tables.values())


def _fate_of_row(row: Any) -> str:
    return next((fate for fate in ("del", "ins") if row.find(f"{W}trPr/{W}{fate}") is not None), "")


def _in_neighbours(paragraphs: Sequence[_Paragraph]) -> int:
    """The words of paragraphs struck whole which paragraphs put in whole beside them have again."""
    again = 0
    speaking = (paragraph for paragraph in paragraphs if any(paragraph.words.values()))
    for (_, changed), stretch in groupby(speaking, lambda p: (_holder(p), p.whole in ("del", "ins"))):
        if changed:
            sides: dict[str | None, list[Counter[str]]] = {"del": [], "ins": []}
            for paragraph in stretch:
                sides[paragraph.whole].append(paragraph.words[paragraph.whole or ""])
            again += _paired(sides["del"], sides["ins"])
    return again


def _holder(paragraph: _Paragraph) -> Any:
    """What a paragraph stands in; those of one stand beside each other, content controls or not."""
    return next(paragraph.element.iterancestors(*_HOLDERS), None)


def _paired(struck: Sequence[Counter[str]], put_in: Sequence[Counter[str]]) -> int:
    """The words of both, each paragraph with the one that repeats it best; none is taken twice."""
    free = set(range(len(put_in)))
    again = 0
    for at, words in enumerate(struck):
        near = [place for place in range(max(0, at - _NEAR), min(len(put_in), at + _NEAR + 1)) if place in free]
        shared, place = max((((words & put_in[place]).total(), -place) for place in near), default=(0, 0))
        if shared and shared >= _REPEATED * min(words.total(), put_in[-place].total()):
            again += shared
            free.remove(-place)
    return again


def _words(paragraph: Any) -> dict[str, Counter[str]]:
    """The words of a paragraph, without its text boxes, by what became of them: "" where nothing did."""
    words: dict[str, Counter[str]] = {fate: Counter() for fate in ("", "del", "ins", "moveFrom")}
    for fate, found in groupby(paragraph.iter(*_TEXTS), lambda element: _fate(element, paragraph)):
        if fate is not None:
            words[fate].update("".join((e.text or "") if e.tag in _WORDS else " " for e in found).split())
    return words


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
