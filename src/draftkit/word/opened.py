"""A Word file opened for what it says: its trees, and what their relationships lead to, in words.

Example:
    >>> file = opened(data, "A_RES_79_124.docx")
    >>> file.links["document"]["rId7"]
    'https://undocs.org/A/79/143'
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from draftkit.errors import Unreadable
from draftkit.word.archive import Archive, Link
from draftkit.word.package import W, WordFile

_ROOTS = {name: name for name in ("footnotes", "endnotes", "styles", "numbering", "settings", "comments")}
_ROOTS |= {"header": "hdr", "footer": "ftr"}
"""The parts that are read, by the last word of their relationship type, and the root that each has."""
_NAMES = {"diagramData": "SmartArt", "oleObject": "object", "package": "embedded file"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, its trees, and ``links``: what each relationship leads to, by part and id (see ``readout.Links``)."""

    archive: Archive
    word: WordFile
    links: Mapping[str, Mapping[str, str]]


def opened(data: bytes, name: str) -> Opened:
    """Open a .docx.

    Raises:
        Unreadable: no Word file, broken, protected, or too large when unpacked.
    """
    archive = Archive.open(data, name)
    main = archive.main
    require_root(archive, main, "document")
    found: dict[str, Any] = {"headers": {}, "footers": {}}
    links = {"document": _leads(archive, main)}
    for link in archive.links(main):
        if link.kind not in _ROOTS or link.target not in archive.blobs:
            continue
        require_root(archive, link.target, _ROOTS[link.kind])
        if link.kind in ("header", "footer"):
            found[f"{link.kind}s"][link.id] = archive.tree(link.target)
            links[link.id] = _leads(archive, link.target)
        else:
            found[link.kind] = archive.tree(link.target)
            links[link.kind] = _leads(archive, link.target)
    return Opened(archive, WordFile(archive.tree(main), **found), links)


def require_root(archive: Archive, part: str, root: str) -> None:
    """Refuse a part that is not what its relationship says.

    Raises:
        Unreadable: it is so.
    """
    if archive.tree(part).tag != f"{W}{root}":
        raise Unreadable(f"not a Word file: the root of a part is not {root}", archive.name, "save it again from Word as .docx")


def _leads(archive: Archive, part: str) -> dict[str, str]:
    return {link.id: _said(archive, link) for link in archive.links(part)}


def _said(archive: Archive, link: Link) -> str:
    """An address, a picture by what it shows, anything else by its kind."""
    if link.external:
        return link.target
    if link.kind == "image":
        return f"image {hashlib.blake2b(archive.blobs.get(link.target, b''), digest_size=4).hexdigest()}"
    return _NAMES.get(link.kind, link.kind)
