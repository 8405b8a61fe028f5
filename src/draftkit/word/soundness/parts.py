"""The parts of a package as the rules are asked of them: trees with their names and relationships.

Example:
    >>> [part.name for part in opened(data)[0]]
    ['word/document.xml', 'word/footnotes.xml', ...]
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from draftkit.word.package import W

CHANGED = tuple(
    f"{W}{name}"
    for name in (
        "ins del moveFrom moveTo moveFromRangeStart moveToRangeStart cellIns cellDel cellMerge numberingChange rPrChange "
        "pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange"
    ).split()
)
"""The elements that say who changed something, and when (17.13.5)."""

PROPERTIES = frozenset(f"{W}{name}" for name in ("rPr", "trPr", "numPr"))
"""Where w:ins and w:del say of a mark, a row or a number that it was inserted or deleted, and hold nothing."""

CONTAINERS = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATA = ("customXml/", "docProps/")
"""Folders whose parts hold other people's XML."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name in the package, its tree, its relationships by id (the target, "" where it is outside)."""

    name: str
    root: Any
    links: Mapping[str, str]
    others: frozenset[str]
    """The names of all parts of the package."""

    def changes(self) -> Iterator[Any]:
        """The elements that hold inserted, deleted or moved content."""
        yield from (e for e in self.root.iter(*CONTAINERS) if e.getparent() is not None and e.getparent().tag not in PROPERTIES)

    def places(self) -> Callable[[Any | None], str]:
        """Where an element stands: its paragraph, counted from one through the part."""
        paragraphs = {paragraph: at for at, paragraph in enumerate(self.root.iter(f"{W}p"), 1)}

        def place(element: Any | None) -> str:
            while element is not None and element not in paragraphs:
                element = element.getparent()
            return "" if element is None else f", paragraph {paragraphs[element]}"

        return place


class Fault(NamedTuple):
    """What is wrong, and where; ``element`` is ``None`` if it concerns the part as a whole."""

    part: Part
    element: Any | None
    cause: str


def opened(data: bytes) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The parts of a .docx that have trees, and a line for each that cannot be parsed."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    parts: list[Part] = []
    broken: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = frozenset(archive.namelist())
        for name in archive.namelist():
            if not name.endswith(".xml") or name.startswith(_DATA) or name == "[Content_Types].xml":
                continue
            try:
                links = _links(archive, name, names, parser)
                parts.append(Part(name, etree.fromstring(archive.read(name), parser), links, names))
            except etree.XMLSyntaxError as error:
                broken.append(f"{name}: not well-formed: {str(error).partition(', line')[0]}")
    return tuple(parts), tuple(broken)


def _links(archive: zipfile.ZipFile, name: str, names: frozenset[str], parser: Any) -> dict[str, str]:
    from lxml import etree

    folder, _, file = name.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    if rels not in names:
        return {}
    found: dict[str, str] = {}
    for link in etree.fromstring(archive.read(rels), parser).iter(_RELATIONSHIP):
        inside = link.get("TargetMode") != "External"
        target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))
        found[link.get("Id", "")] = target.lstrip("/") if inside else ""
    return found


def own_paragraph(element: Any) -> Iterator[Any]:
    """The ancestors of an element up to its own paragraph: what stands around a text box says nothing of the text in it."""
    for ancestor in element.iterancestors():
        if ancestor.tag == f"{W}p":
            return
        yield ancestor


def word(element: Any) -> str:
    """The name of an element as it is typed: "w:ins"."""
    return f"w:{str(element.tag).rpartition('}')[2]}"
