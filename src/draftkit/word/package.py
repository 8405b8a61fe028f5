"""The package of a Word file: its parts as trees, opened within limits.

In: the bytes of a .docx. Out: a ``WordFile``. Nothing outside of the file is followed, no entity is resolved, and a file
saved as "Strict Open XML" (ISO/IEC 29500 part 1) is read as the usual one, whose names alone are different.

Example:
    >>> open_word(data, "A_C.6_81_L.7.docx").document.tag
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document'
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from draftkit.errors import Unreadable

LARGEST = 200_000_000
"""Bytes of all parts unpacked; a Word file beyond that is an attack or not a resolution."""

RATIO = 200
"""Times that a part may grow when it is unpacked, once it is larger than a megabyte."""

DEEPEST = 240
"""Elements that may stand in one another; forty tables nested in tables take as many."""

_DEEP = "boolean(" + "/*" * (DEEPEST + 1) + ")"

_PROLOG = 4096
"""Bytes in which the root of a part begins."""
_SAVE = "save it again from Word as .docx"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_STRICT = re.compile(rb"""(?<=["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
"""The beginnings of the names in a strict file and in a usual one: ".../wordprocessingml/main", ".../math"."""
_ROOTS = {
    "officeDocument": "document",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}
"""The parts that are read, by the last word of their relationship type, and the root that each has (17.2 to 17.13, 11.3)."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with: Word's format up to 2003, and any Word file that has a password."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The trees of a Word file; ``None`` for a part that it has not. Headers and footers are by their relationship id."""

    document: Any
    footnotes: Any | None = None
    endnotes: Any | None = None
    styles: Any | None = None
    numbering: Any | None = None
    settings: Any | None = None
    comments: Any | None = None
    headers: Mapping[str, Any] = field(default_factory=dict)
    footers: Mapping[str, Any] = field(default_factory=dict)

    def texts(self) -> Iterator[Any]:
        """The trees that hold text."""
        trees = (self.document, self.footnotes, self.endnotes, *self.headers.values(), *self.footers.values())
        yield from (tree for tree in trees if tree is not None)


def open_word(data: bytes, name: str) -> WordFile:
    """Open a .docx, or a template or a file with macros, of which the text alone is read.

    Raises:
        Unreadable: not a Word file, broken, protected by a password, or too large when unpacked.
    """
    require_small(data, name)
    found: dict[str, Any] = {"headers": {}, "footers": {}}
    for kind, key, blob in _parts(data, name):
        tree = parsed(blob, name)
        if tree.tag != f"{W}{_ROOTS[kind]}":
            raise Unreadable(f"not a Word file: the root of a part is not {_ROOTS[kind]}", name, _SAVE)
        require_shallow(tree, name)
        if kind in ("header", "footer"):
            found[f"{kind}s"][key] = tree
        else:
            found["document" if kind == "officeDocument" else kind] = tree
    if "document" not in found:
        raise Unreadable("not a Word file: it has no main part", name, _SAVE)
    return WordFile(**found)


def require_small(data: bytes, name: str) -> None:
    """Refuse what is no package, and what unpacks to more than a document can be.

    Raises:
        Unreadable: it is so.
    """
    if data.startswith(_COMPOUND):
        what = "this is a Word file of before 2007, or one with a password"
        raise Unreadable(what, name, "save it from Word as .docx, without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        what = "this Word file is broken or incomplete" if data.startswith(b"PK") else "not a Word file"
        raise Unreadable(what, name, "get it again, or save it from Word as .docx") from None
    total = sum(entry.file_size for entry in entries)
    dense = any(e.file_size > 1_000_000 and e.file_size > RATIO * max(1, e.compress_size) for e in entries)
    if total > LARGEST or dense or len(entries) > 5000:
        raise Unreadable("the file unpacks to more than a document can be", name, "do not open it; ask for it again")


def require_shallow(tree: Any, name: str) -> None:
    """Refuse a tree that is deeper than a document can be.

    Raises:
        Unreadable: it is so.
    """
    if tree.xpath(_DEEP):
        raise _too_deep(name)


def _too_deep(name: str) -> Unreadable:
    return Unreadable("its elements stand too deep in one another", name, "take the text out of the nested tables")


def _parts(data: bytes, name: str) -> list[tuple[str, str, bytes]]:
    """The parts that are read: the last word of its relationship type, its relationship id, its bytes."""
    from docx.opc.pkgreader import PackageReader

    try:
        package = PackageReader.from_file(io.BytesIO(data))  # type: ignore[no-untyped-call]
    except Exception as error:  # python-docx raises whatever it trips over: a target that is missing is a TypeError
        raise Unreadable(f"not a Word file: {_first_line(error)}", name, _SAVE) from None
    blobs = {str(part): blob for part, _, _, blob in package.iter_sparts()}
    links = [(str(source), str(link.reltype).rpartition("/")[2], link) for source, link in package.iter_srels()]
    inside = [(source, kind, link.rId, str(link.target_partname)) for source, kind, link in links if not link.is_external]
    main = next((target for source, kind, _, target in inside if source == "/" and kind == "officeDocument"), "")
    parts = [("officeDocument", "", blobs[main])] if main else []
    return parts + [(kind, key, blobs[target]) for source, kind, key, target in inside if source == main and kind in _ROOTS]


def parsed(blob: bytes, name: str, *, whole: bool = False) -> Any:
    """The root of a part. ``whole``: with its comments and processing instructions, to be written again.

    Raises:
        Unreadable: it is no XML, or deeper than a document can be.
    """
    from lxml import etree

    if b"<!DOCTYPE" in blob[:_PROLOG]:
        raise Unreadable("a part of it has a document type definition, which no Word file has", name, _SAVE)
    bare = not whole
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=bare, remove_pis=bare)
    try:
        return etree.fromstring(_STRICT.sub(_USUAL, blob), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise _too_deep(name) from None
        raise Unreadable(f"not a Word file: {_first_line(error)}", name, _SAVE) from None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
