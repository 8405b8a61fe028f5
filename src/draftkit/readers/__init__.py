"""From a file to a resolution: ``read`` finds the reader by the name of the file.

Example:
    >>> reading = read("A_RES_79_124.xml")
    >>> reading.resolution.masthead.symbol, len(reading.findings)
    ('A/RES/79/124', 0)
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from draftkit.errors import Unreadable
from draftkit.model import Findings, Resolution

LARGEST = 64_000_000
"""Bytes; the longest resolution on record takes 0.5 million as XML."""

FORMATS = {".xml": "xml", ".txt": "text", ".md": "text", ".markdown": "text", ".yaml": "draft", ".yml": "draft"}
"""What can be read, by the end of the file's name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read.

    ``findings`` is what the reader is not sure of. A draft (``is_draft``) has ``lines``, the line of each paragraph, and
    ``prior``, the file that it names as the text it is changed from ("" for none), relative to the draft.
    """

    resolution: Resolution
    findings: Findings = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    prior: str = ""
    is_draft: bool = False


def read(path: str | Path) -> Reading:
    """Read a file of any known format; "-" is standard input, its format told by how it begins.

    Raises:
        Unreadable: the file is missing, too large, of no known format, or not what its name says.
    """
    name = str(path)
    if name == "-":
        data, name = sys.stdin.buffer.read(LARGEST + 1), "standard input"
        return _read(_looks_like(data, name) or "text", data, name)
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS and not Path(name).is_dir():
        remedy = f"take the official XML, or copy the text into a file; the ends are {', '.join(sorted(FORMATS))}"
        raise Unreadable(f'files ending in "{suffix}" cannot be read', name, remedy)
    data = load_bytes(Path(name))
    kind = FORMATS[suffix]
    if kind == "text" and (looks := _looks_like(data, name)):
        end = {"xml": ".xml", "draft": ".yaml"}[looks]
        raise Unreadable(f"this is no plain text but {'XML' if looks == 'xml' else 'a draft'}", name, f"name the file {end}")
    return _read(kind, data, name)


def _read(kind: str, data: bytes, name: str) -> Reading:
    if kind == "xml":
        from draftkit.readers import akn

        return akn.read(data, name)
    source = _decode(data, name, _BLANKS if kind == "draft" else _LINE_ENDS)
    if kind == "draft":
        from draftkit.readers import draft

        return draft.read(source, name)
    from draftkit.readers import text

    return text.read(source, name)


def _looks_like(data: bytes, name: str) -> str:
    """What a file is by its first characters: "xml", "draft" or "" for text. Raises ``Unreadable`` for a web page."""
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise Unreadable("this is a web page, not its text", name, "copy the text from the browser into a .txt file")
    if start.startswith((b"<?xml", b"<akomantoso")):
        return "xml"
    return "draft" if start.startswith(b"draftkit:") else ""


def load_bytes(path: Path) -> bytes:
    """The bytes of a file of bearable size. Raises ``Unreadable``."""
    try:
        if path.is_dir():
            raise Unreadable("this is a folder", str(path), "name a file in it")
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"larger than {LARGEST:,} bytes", str(path), "this is no resolution")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be opened", str(path), "check the path") from None


_LINE_ENDS = str.maketrans(dict.fromkeys("\v\x85\u2028\u2029", "\n"))
"""Word copies a manual line break as "\\v"; a form feed stays, for it tells the reader of texts where a page ends."""
_BLANKS = str.maketrans(dict.fromkeys("\v\f\x85\u2028\u2029", " "))
"""In a draft a line end would end the block that the text stands in."""


def _decode(data: bytes, name: str, breaks: Mapping[int, str]) -> str:
    """UTF-8, with or without its mark, UTF-16 with it, else what Windows writes; line ends as "\\n", others by ``breaks``."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and len(data) <= LARGEST:
        source = data.decode("utf-16", errors="replace")
    elif b"\0" in data[:4096] or len(data) > LARGEST:
        raise Unreadable("this is not a text file", name, "give the text itself, as .txt, .md or .yaml")
    else:
        try:
            source = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            source = data.decode("cp1252", errors="replace")
    return source.replace("\r\n", "\n").replace("\r", "\n").translate(breaks)
