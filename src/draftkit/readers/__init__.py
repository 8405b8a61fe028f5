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

    ``findings`` is what the reader is not sure of; ``lines`` gives the line of each paragraph in a draft file; ``prior``
    is the file that a draft names as the text it is changed from ("" for none), relative to the draft.
    """

    resolution: Resolution
    findings: Findings = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    prior: str = ""


def read(path: str | Path) -> Reading:
    """Read a file of any known format; "-" is a draft or a plain text on standard input.

    Raises:
        Unreadable: the file is missing, too large, of no known format, or not what its name says.
    """
    name = str(path)
    if name == "-":
        source = _decode(sys.stdin.buffer.read(LARGEST + 1), "standard input")
        kind = "draft" if source.lstrip("\ufeff").startswith("draftkit:") else "text"
        return _read_source(kind, source, "standard input")
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise Unreadable(f'files ending in "{suffix}" cannot be read', name, f"save it as one of {known}")
    data = load_bytes(Path(name))
    if FORMATS[suffix] == "xml":
        from draftkit.readers import akn

        return akn.read(data, name)
    return _read_source(FORMATS[suffix], _decode(data, name), name)


def _read_source(kind: str, source: str, name: str) -> Reading:
    if kind == "draft":
        from draftkit.readers import draft

        return draft.read(source, name)
    from draftkit.readers import text

    return text.read(source, name)


def load_bytes(path: Path) -> bytes:
    """The bytes of a file of bearable size. Raises ``Unreadable``."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"larger than {LARGEST:,} bytes", str(path), "this is no resolution")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be opened", str(path), "check the path") from None


def _decode(data: bytes, name: str) -> str:
    """UTF-8, with or without its mark, else what Windows writes; line ends as "\\n"."""
    if b"\0" in data[:4096] or len(data) > LARGEST:
        raise Unreadable("this is not a text file", name, "give the text itself, as .txt, .md or .yaml")
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        source = data.decode("cp1252", errors="replace")
    return source.replace("\r\n", "\n").replace("\r", "\n")
