"""A Word file to be changed: its parts, their relationships, and saving it again.

In: the bytes of a .docx. Out: its bytes, every part that was not changed as it was. What is read of a file is bounded by
``open_word``; here parts are added and changed (ECMA-376 part 2, 8 and 9).

Example:
    >>> archive = Archive.open(data, "A_RES_79_124.docx")
    >>> archive.tree(archive.main).tag
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document'
    >>> archive.change(archive.main)
    >>> new = archive.save()
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from draftkit.errors import Unreadable
from draftkit.word.package import parsed, require_shallow, require_small

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIP = f"{{{_PACKAGE}/relationships}}Relationship"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_ROOT = re.compile(rb"<[A-Za-z_]")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_RELATIONSHIPS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship: the last word of its type ("footnotes"), and a part's name or an address outside."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Archive:
    """The parts of one file by name ("word/document.xml"), in the order of the file."""

    blobs: dict[str, bytes]
    infos: dict[str, zipfile.ZipInfo]
    name: str = ""
    _trees: dict[str, Any] = field(default_factory=dict)
    _changed: dict[str, None] = field(default_factory=dict)
    _links: dict[str, list[Link]] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, name: str = "") -> Archive:
        """Open a file within the limits of ``require_small``.

        Raises:
            Unreadable: no Word file, broken, protected or too large.
        """
        require_small(data, name)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                infos = {info.filename: info for info in package.infolist()}
                blobs = {info.filename: package.read(info) for info in infos.values() if not info.is_dir()}
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, OSError) as error:
            raise Unreadable(f"this Word file is broken: {error}", name, "get it again, or save it from Word as .docx") from None
        if _TYPES not in blobs:
            what = "not a Word file: it does not say of what type its parts are"
            raise Unreadable(what, name, "save it again from Word as .docx")
        return cls(blobs, infos, name)

    @property
    def main(self) -> str:
        """The name of the main part.

        Raises:
            Unreadable: there is none.
        """
        found = next((link.target for link in self.links("") if link.kind == "officeDocument"), "")
        if found not in self.blobs:
            raise Unreadable("not a Word file: it has no main part", self.name, "save it again from Word as .docx")
        return found

    def tree(self, part: str) -> Any:
        """The root of a part; what is done to it is saved once ``change`` says so."""
        if part not in self._trees:
            self._trees[part] = parsed(self.blobs[part], self.name, whole=True)
            require_shallow(self._trees[part], self.name)
        return self._trees[part]

    @property
    def is_changed(self) -> bool:
        """Whether any part is to be written anew."""
        return bool(self._changed)

    def change(self, part: str) -> None:
        """Have a part written from its tree."""
        self._changed[part] = None

    def replace(self, part: str, tree: Any) -> None:
        """Put another tree in the place of a part's."""
        self._trees[part] = tree
        self.change(part)

    def links(self, source: str) -> list[Link]:
        """The relationships of a part; those of the package itself for ""."""
        if source not in self._links:
            self._links[source] = list(self._read_links(source))
        return self._links[source]

    def _read_links(self, source: str) -> Iterator[Link]:
        part = _relationships_of(source)
        if part not in self.blobs:
            return
        for found in self.tree(part).iter(_RELATIONSHIP):
            target, external = found.get("Target", ""), found.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
            yield Link(found.get("Id", ""), found.get("Type", "").rpartition("/")[2], target, external)

    def related(self, source: str, kind: str) -> str:
        """The part that a part has a relationship of a kind to, "" if none."""
        return next((link.target for link in self.links(source) if link.kind == kind and link.target in self.blobs), "")

    def link(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relationship, made if there is none like it. ``kind``: the last word of the type, or the type."""
        word = kind.rpartition("/")[2]
        for link in self.links(source):
            if (link.kind, link.target, link.external) == (word, target, external):
                return link.id
        part = _relationships_of(source)
        if part not in self.blobs:
            self.blobs[part] = _NO_RELATIONSHIPS
        root = self.tree(part)
        ids = {link.id for link in self.links(source)}
        number = next(n for n in range(len(ids) + 1, 2 * len(ids) + 3) if f"rId{n}" not in ids)
        attributes = {"Id": f"rId{number}", "Type": kind if "/" in kind else f"{_OFFICE}/{kind}"}
        attributes["Target"] = target if external else posixpath.relpath(target, posixpath.dirname(source) or ".")
        root.append(root.makeelement(_RELATIONSHIP, attributes | ({"TargetMode": "External"} if external else {})))
        self.change(part)
        self._links[source].append(Link(f"rId{number}", word, target, external))
        return f"rId{number}"

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Add a part under a name that is free."""
        self.blobs[part] = data
        types = self.tree(_TYPES)
        said = {"PartName": f"/{part}", "ContentType": content_type}
        types.append(types.makeelement(f"{{{_PACKAGE}/content-types}}Override", said))
        self.change(_TYPES)

    def content_type(self, part: str) -> str:
        """The content type of a part, "" if the package does not say."""
        extension = part.rpartition(".")[2].lower()
        default = ""
        for entry in self.tree(_TYPES).iterchildren("*"):
            if entry.get("PartName", "").lower() == f"/{part}".lower():
                return str(entry.get("ContentType", ""))
            if entry.get("Extension", "").lower() == extension:
                default = str(entry.get("ContentType", ""))
        return default

    def free_name(self, wanted: str) -> str:
        """A name like the one wanted that no part has: "word/media/image1.png", "word/media/image1-2.png"."""
        stem, dot, end = wanted.rpartition(".")
        names = {name.lower() for name in self.blobs}
        numbered = (f"{stem}-{n}{dot}{end}" for n in range(2, len(names) + 3))
        return next(name for name in (wanted, *numbered) if name.lower() not in names)

    def save(self) -> bytes:
        """The bytes of the file: the same changes give the same bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, blob in self.blobs.items():
                before = self.infos.get(name)
                info = zipfile.ZipInfo(name, before.date_time if before else _ZIP_TIME)
                info.compress_type = before.compress_type if before else zipfile.ZIP_DEFLATED
                info.create_system = 0  # else the bytes tell on which system they were made
                package.writestr(info, self._written(name) if name in self._changed else blob)
        return out.getvalue()

    def _written(self, part: str) -> bytes:
        """A changed part; what stands before its root stays as it was."""
        from lxml import etree

        before, found = self.blobs[part], _ROOT.search(self.blobs[part])
        prolog = before[: found.start()] if found and b"UTF-16" not in before[:100] else b""
        if b"encoding" in prolog and b"utf-8" not in prolog.lower():
            prolog = b""
        own = etree.tostring(self._trees[part], encoding="UTF-8", xml_declaration=False, with_tail=False)
        return (prolog or _DECLARATION) + bytes(own)


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
