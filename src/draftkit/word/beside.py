"""What a Word file has beside its text, for those who have to say what a proof left aside.

In: a file and its trees without revisions. Out: for each kind of thing that the file has, all of them in one spelling.

Example:
    >>> beside(file, file.word)["comments"]
    frozenset({'Who is to report?'})
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from draftkit.word.elements import value
from draftkit.word.opened import Opened
from draftkit.word.package import M, W, WordFile
from draftkit.word.spelled import local, spelled

_PARTS = {
    "theme": "theme",
    "chart": "charts",
    "diagramData": "SmartArt",
    "oleObject": "embedded objects",
    "package": "embedded objects",
}
_STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_PLACED = frozenset({"extent", "positionH", "positionV"})
_DEFINED = frozenset(f"{W}{name}" for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_SHOWN = frozenset(
    f"{W}{name}" for name in "footnotePr endnotePr evenAndOddHeaders defaultTabStop mirrorMargins autoHyphenation".split()
)
"""The settings that a page shows."""
_HEADERS = frozenset({f"{W}headerReference", f"{W}footerReference"})
_MADE_BY_WORD = ("_GoBack", "_Hlk")
"""Bookmarks that Word sets for itself."""


def beside(file: Opened, word: WordFile, *, unused: bool = False) -> Mapping[str, frozenset[str]]:
    """All that is no text, by kind; kinds that the file has none of are left out. ``unused``: styles that no text has, too."""
    found: dict[str, set[str]] = {}
    for kind, said in (*_things(word), *_styles(word, unused), *_parts(file)):
        found.setdefault(kind, set()).add(said)
    return {kind: frozenset(said) for kind, said in found.items()}


def _things(word: WordFile) -> Iterator[tuple[str, str]]:
    for at, section in enumerate(word.document.iter(f"{W}sectPr")):
        yield "page settings", f"{at} {spelled(section, _HEADERS)}"
    for setting in () if word.settings is None else word.settings:
        if isinstance(setting.tag, str) and setting.tag in _SHOWN:
            yield "settings of the document", spelled(setting)
    for comment in () if word.comments is None else word.comments.iterchildren(f"{W}comment"):
        yield "comments", "".join(comment.itertext())
    for tree in word.texts():
        for element in tree.iter(f"{W}bookmarkStart", f"{W}sdtPr", f"{M}oMath", "{*}inline", "{*}anchor"):
            name = local(element.tag)
            if name == "bookmarkStart" and not element.get(f"{W}name", "").startswith(_MADE_BY_WORD):
                yield "bookmarks", element.get(f"{W}name", "")
            elif name == "sdtPr":
                yield "content controls", f"{value(element, 'tag')} {value(element, 'alias')}"
            elif name == "oMath":
                yield "layout of equations", spelled(element)
            elif name in ("inline", "anchor"):
                placed = [spelled(child) for child in element if local(str(child.tag)) in _PLACED]
                yield "size and place of pictures", " ".join(placed)


def _styles(word: WordFile, unused: bool) -> Iterator[tuple[str, str]]:
    """The definitions of the styles that the text uses, and of those that they are based on."""
    if word.styles is None:
        return
    styles = {style.get(f"{W}styleId", ""): style for style in word.styles.iterchildren(f"{W}style")}
    named = (element.get(f"{W}val", "") for tree in word.texts() for element in tree.iter(*_STYLED))
    used = set(styles) if unused else set(named)
    while used:
        id_ = used.pop()
        style = styles.pop(id_, None)
        if style is not None:
            said = " ".join(spelled(child) for child in style if isinstance(child.tag, str) and child.tag in _DEFINED)
            yield "definitions of styles", f"{value(style, 'name').lower()}: {said}"
            used.add(value(style, "basedOn"))


def _parts(file: Opened) -> Iterator[tuple[str, str]]:
    for link in file.archive.links(file.archive.main):
        if link.kind in _PARTS and not link.external:
            blob = file.archive.blobs.get(link.target, b"")
            yield _PARTS[link.kind], hashlib.blake2b(blob, digest_size=8).hexdigest()
