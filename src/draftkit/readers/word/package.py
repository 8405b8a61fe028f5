"""The package of a Word file: its parts as trees, opened within limits.

In: the bytes of a .docx. Out: a ``WordFile``. Nothing outside of the file is followed, no entity is resolved, and a file
saved as "Strict Open XML" (ISO/IEC 29500 part 1) is read as the usual one, whose names alone are different.

Example:
    >>> open_word(data, "A_C.6_81_L.7.docx").document.tag
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document'
"""

from __future__ import annotations

import io
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

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
_PARTS = frozenset({"footnotes", "endnotes", "styles", "numbering", "settings", "comments", "header"})
"""The last words of the relationship types of the parts that are read."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with: Word's format up to 2003, and any Word file that has a password."""


_SAVE = "save it again from Word as .docx"


@dataclass(frozen=True, slots=True)
class WordFile:
    """The trees of a Word file; ``None`` for a part that it has not. ``headers`` are those of the document, by rId."""

    document: Any
    footnotes: Any | None = None
    endnotes: Any | None = None
    styles: Any | None = None
    numbering: Any | None = None
    settings: Any | None = None
    comments: Any | None = None
    headers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def revisions(self) -> int:
        """How many tracked changes there are."""
        from draftkit.readers.word.revisions import count

        return sum(count(tree) for tree in self.texts())

    def texts(self) -> Iterator[Any]:
        """The trees that hold text."""
        trees = (self.document, self.footnotes, self.endnotes, *self.headers.values())
        yield from (tree for tree in trees if tree is not None)


def open_word(data: bytes, name: str) -> WordFile:
    """Open a .docx, or a template or a file with macros, of which the text alone is read.

    Raises:
        Unreadable: not a Word file, broken, protected by a password, or too large when unpacked.
    """

    _require_small(data, name)
    try:
        trees, headers = _trees(data)
    except Exception as error:  # python-docx raises whatever it trips over: a target that is missing is a TypeError
        first = str(error).partition("\n")[0]
        if "depth" in first:
            raise _too_deep(name) from None
        raise Unreadable(f"not a Word file: {first}", name, _SAVE) from None
    if "officeDocument" not in trees:
        raise Unreadable("not a Word file: it has no main part", name, _SAVE)
    if trees["officeDocument"].tag != f"{W}document":
        raise Unreadable("not a Word file: its main part is no document", name, _SAVE)
    document = trees.pop("officeDocument")
    for tree in (document, *trees.values(), *headers.values()):
        _require_shallow(tree, name)
    return WordFile(document, headers=headers, **trees)


def _require_small(data: bytes, name: str) -> None:
    if data.startswith(_COMPOUND):
        what = "this is a Word file of before 2007, or one with a password"
        raise Unreadable(what, name, "save it from Word as .docx, without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("not a Word file", name, "save it from Word as .docx") from None
    total = sum(entry.file_size for entry in entries)
    dense = any(e.file_size > 1_000_000 and e.file_size > RATIO * max(1, e.compress_size) for e in entries)
    if total > LARGEST or dense or len(entries) > 5000:
        raise Unreadable("the file unpacks to more than a document can be", name, "do not open it; ask for it again")


def _require_shallow(tree: Any, name: str) -> None:
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise _too_deep(name)


def _too_deep(name: str) -> Unreadable:
    return Unreadable("its elements stand too deep in one another", name, "take the text out of the nested tables")


def _trees(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """The trees of the parts by the last word of their relationship type, and the headers by relationship id."""
    from docx.opc.pkgreader import PackageReader

    package = PackageReader.from_file(io.BytesIO(data))  # type: ignore[no-untyped-call]
    blobs = {str(part): blob for part, _, _, blob in package.iter_sparts()}
    links = [(source, link) for source, link in package.iter_srels() if not link.is_external]
    main = next((str(link.target_partname) for source, link in links if source == "/" and _kind(link) == "officeDocument"), "")
    trees: dict[str, Any] = {}
    headers: dict[str, Any] = {}
    if main:
        trees["officeDocument"] = _parsed(blobs[main])
    for source, link in links:
        if str(source) != main or _kind(link) not in _PARTS:
            continue
        tree = _parsed(blobs[str(link.target_partname)])
        if _kind(link) == "header":
            headers[link.rId] = tree
        else:
            trees[_kind(link)] = tree
    return trees, headers


def _kind(link: Any) -> str:
    return str(link.reltype).rpartition("/")[2]


def _parsed(blob: bytes) -> Any:
    from lxml import etree

    for strict, usual in _STRICT:
        blob = blob.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    return etree.fromstring(blob, parser)
