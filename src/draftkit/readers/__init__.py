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
from draftkit.readers import legacy

LARGEST = 64_000_000
"""Bytes; the longest resolution on record takes 0.5 million as XML."""

FORMATS = {
    ".docx": "word",
    ".markdown": "text",
    ".md": "text",
    ".pdf": "pdf",
    ".txt": "text",
    ".xml": "xml",
    ".yaml": "draft",
    ".yml": "draft",
}
"""What can be read, by the end of the file's name."""

_SAID = {
    "word": ("a Word file", ".docx"),
    "pdf": ("a PDF", ".pdf"),
    "xml": ("XML", ".xml"),
    "draft": ("a draft", ".yaml"),
    "legacy": ("a Word file of before 2007", ".doc"),
}
"""What a file is found to be by how it begins, and what its name should then end with."""

_SIGNS = {
    b"pk\x03\x04": "word",
    b"%pdf-": "pdf",
    b"\xd0\xcf\x11\xe0": "legacy",
    b"<?xml": "xml",
    b"<akomantoso": "xml",
    b"draftkit:": "draft",
}
"""How the files of each kind begin, in small letters."""


_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds a Word file with a password (MS-OFFCRYPTO, 1.3.3)."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What it takes to read a file that cannot be read as it is.

    Args:
        revisions: "accept" or "reject" the tracked changes that a Word file already holds; "": it is refused.
        converter: the program that makes .docx of old Word files ("soffice"); "": they are refused.
        libraries: folders with the clauses that drafts call for, put over the standard library (``draftkit.clauses.folders``).
    """

    revisions: str = ""
    converter: str = ""
    libraries: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read.

    ``findings`` is what the reader is not sure of. ``lines`` is where each paragraph stands in the file, counted from 1 in
    the ``unit`` of the format: lines of a text, paragraphs of a Word file, pages of a PDF. Its keys are the ids of blocks; texts,
    Word files and PDFs also have there every other line that they print, under the key of ``assemble.printed.Line``
    ("masthead.title", "part.0.formula", "annex.label", "table.2"). A draft (``is_draft``) has ``prior``, the file that it names
    as the text it is changed from ("" for none), relative to the draft, and ``source``, its characters, comments and all.
    """

    resolution: Resolution
    findings: Findings = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    prior: str = ""
    is_draft: bool = False
    unit: str = "line"
    source: str = field(default="", repr=False, compare=False)


def read(path: str | Path, intake: Intake = Intake()) -> Reading:
    """Read a file of any known format; "-" is standard input, its format told by how it begins.

    Raises:
        Unreadable: the file is missing, too large, of no known format, or not what its name says.
    """
    name = str(path)
    if name == "-":
        data, name = sys.stdin.buffer.read(LARGEST + 1), "standard input"
        return _read(_looks_like(data, name) or "text", data, name, intake)
    suffix = Path(name).suffix.lower()
    old = suffix in legacy.FORMATS
    if suffix not in FORMATS and not old and not Path(name).is_dir():
        if suffix in (".docm", ".dotx", ".dotm"):
            raise Unreadable(f'files ending in "{suffix}" cannot be read', name, "save it from Word as .docx")
        remedy = f"give one of {', '.join(sorted(FORMATS))}, or copy the text into a .txt file"
        raise Unreadable(f'files ending in "{suffix}" cannot be read', name, remedy)
    data = load_bytes(Path(name))
    looks = _looks_like(data, name)
    if looks == "legacy" and _ENCRYPTED in data:
        raise Unreadable("this Word file is locked with a password", name, "save it without one")
    kind = "legacy" if old else FORMATS[suffix]
    if looks and looks != kind and not (old and suffix != ".doc"):
        what, end = _SAID[looks]
        raise Unreadable(f"this is {what}, whatever its name says", name, f"name the file {end}")
    return _read(kind, data, name, intake)


def _read(kind: str, data: bytes, name: str, intake: Intake) -> Reading:
    if len(data) > LARGEST:
        raise Unreadable(f"larger than {LARGEST:,} bytes", name, "this is no resolution")
    if kind == "legacy":
        kind, data = "word", legacy.converted(data, name, intake.converter)
    if kind == "word":
        from draftkit.readers import word

        return word.read(data, name, word.Mode(intake.revisions) if intake.revisions else None)
    if kind == "pdf":
        from draftkit.readers import pdf

        return pdf.read(data, name)
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
    """What a file is by its first characters, "" for text. Raises ``Unreadable`` for a web page."""
    start = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise Unreadable("this is a web page, not its text", name, "copy the text from the browser into a .txt file")
    return next((kind for sign, kind in _SIGNS.items() if start.startswith(sign)), "")


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
    """The characters of a file, its own line ends as line feeds and others as ``breaks`` has them."""
    from draftkit.readers.decoding import decoded

    source = decoded(data)
    if source is None:
        raise Unreadable("this is not a text file", name, "give the text itself, as .txt, .md or .yaml")
    return source.replace("\r\n", "\n").replace("\r", "\n").translate(breaks)
