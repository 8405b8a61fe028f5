"""What a redline marks: characters, words cut in two, moves that are none, revisions as a reader counts them.

Only the signs of tracked changes are read here (ECMA-376 17.13.5), not what they lead to: that is for the judges.

Example:
    >>> marks(data, moved=("small mountainous States",))
    Marks(characters=312, whole=312, hidden=0, broken=0, moves=1, false_moves=0, revisions=14)
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORY = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_WORD = re.compile(r"\w+(?:[-\u2011/.,’']\w+)*")
_KINDS = {f"{_W}{kind}": kind for kind in ("ins", "del", "moveFrom", "moveTo")}
_SIGNS = {
    "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011",
    "footnoteReference": "\0", "endnoteReference": "\0", "drawing": "\0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marks:
    """``characters``: inserted and deleted, those of moves not counted; ``whole``: as many if each word were marked whole;
    ``hidden``: those of words that stand at one end of a move alone, changed without being marked; ``broken``: words of which a
    part is kept."""

    characters: int
    whole: int
    hidden: int
    broken: int
    moves: int
    false_moves: int
    revisions: int


Letters = list[tuple[str, str]]
"""Each character with what became of it: "", "ins", "del", "moveFrom" or "moveTo"."""


def marks(data: bytes, moved: tuple[str, ...] = ()) -> Marks:
    """Counts a file; ``moved`` are words, one of which stands in each paragraph that was moved in truth."""
    paragraphs = [(_letters(p), _mark(p)) for root in _stories(data) for p in root.iter(f"{_W}p")]
    letters = [letter for found, _ in paragraphs for letter in found]
    kinds = [{kind for _, kind in found} for found, _ in paragraphs]
    arrived = ["".join(c for c, kind in found if kind in ("moveTo", "ins", "")) for found, _ in paragraphs]
    moves = [text for text, kind in zip(arrived, kinds, strict=True) if "moveTo" in kind]
    characters = sum(kind in ("ins", "del") and char != "\0" for char, kind in letters)
    broken = [kept for found, _ in paragraphs for kept in _broken(found)]
    return Marks(
        characters=characters,
        whole=characters + sum(broken),
        hidden=_hidden(letters),
        broken=len(broken),
        moves=len(moves),
        false_moves=sum(not any(words in text for words in moved) for text in moves),
        revisions=_revisions(paragraphs),
    )


def _stories(data: bytes) -> Iterator[Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if _STORY.fullmatch(name):
                root = etree.fromstring(archive.read(name))
                for second in list(root.iter(_FALLBACK)):  # says a text box once more
                    second.getparent().remove(second)
                yield root


def _letters(p: Any) -> Letters:
    """The characters of a paragraph, without those of text boxes in it."""
    out: Letters = []

    def walk(element: Any, kind: str) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in (f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent"):
                continue
            if tag in (f"{_W}t", f"{_W}delText"):
                out.extend((char, kind) for char in child.text or "")
            elif (sign := _SIGNS.get(tag.removeprefix(_W))) is not None:
                out.append((sign, kind))
            walk(child, _both(kind, _KINDS.get(tag, "")))

    walk(p, _row(p))
    return out


def _both(outer: str, inner: str) -> str:
    """What is deleted inside a move, or in a row that is inserted, is deleted."""
    return "del" if "del" in (outer, inner) else "ins" if "ins" in (outer, inner) else inner or outer


def _row(p: Any) -> str:
    """What becomes of the row in which a paragraph stands."""
    row = next(p.iterancestors(f"{_W}tr"), None)
    properties = None if row is None else row.find(f"{_W}trPr")
    return "" if properties is None else next((kind for kind in ("ins", "del") if properties.find(f"{_W}{kind}") is not None), "")


def _mark(p: Any) -> str:
    properties = p.find(f"{_W}pPr/{_W}rPr")
    return "" if properties is None else next((kind for tag, kind in _KINDS.items() if properties.find(tag) is not None), "")


def _broken(letters: Letters) -> Iterator[int]:
    """For each word of the old and of the new text that is partly changed: how many of its characters are kept."""
    for gone in (("ins", "moveTo"), ("del", "moveFrom")):
        stream = [(char, kind in ("ins", "del")) for char, kind in letters if kind not in gone]
        text = "".join(char for char, _ in stream)
        for word in _WORD.finditer(text):
            changed = [so for _, so in stream[word.start() : word.end()]]
            if any(changed) and not all(changed):
                yield changed.count(False)


def _hidden(letters: Letters) -> int:
    left, arrived = (
        Counter(_WORD.findall("".join(char if kind == end else " " for char, kind in letters))) for end in ("moveFrom", "moveTo")
    )
    return sum(len(word) for word in ((left - arrived) + (arrived - left)).elements())


def _revisions(paragraphs: list[tuple[Letters, str]]) -> int:
    """Stretches of inserted and of deleted characters and paragraph marks, one after the other."""
    kinds = [kind for letters, mark in paragraphs for kind in (*(kind for _, kind in letters), mark)]
    return sum(bool(kind) and kind != before for before, kind in zip(["", *kinds], kinds, strict=False))
