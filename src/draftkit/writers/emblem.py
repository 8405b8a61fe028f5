"""The emblem of the masthead: a picture that a person gives, set where the official files have it and as large.

In: the bytes of a PNG, JPEG or EMF. Out: the picture with its measures. draftkit ships none: the use of the emblem is for
those who may use it (General Assembly resolution 92 (I)).

Example:
    >>> emblem(Path("emblem.png").read_bytes(), "emblem.png").suffix
    'png'
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from draftkit.errors import Unreadable

LARGEST = 2_000_000
"""Bytes of a picture; the official one has 15,000."""

WIDTH, HEIGHT = 713_232, 597_103
"""The room of the emblem in EMU, 914,400 to the inch: as the official files set it."""

_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "emf": "image/x-emf"}
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_EMF = b"\x01\x00\x00\x00"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that say how large it is (ITU-T T.81, table B.1)."""
_MOST_PIXELS = 20_000


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture: its bytes, "png", "jpeg" or "emf", and how large it is set, in EMU."""

    data: bytes
    suffix: str
    width: int
    height: int

    @property
    def type(self) -> str:
        """The media type."""
        return _TYPES[self.suffix]


def emblem(data: bytes, name: str) -> Emblem:
    """The picture, as large as its room allows without being stretched.

    Raises:
        Unreadable: no picture of a kind that Word shows everywhere, broken, or too large.
    """
    if len(data) > LARGEST:
        raise Unreadable(f"the picture has more than {LARGEST // 1_000_000} megabytes", name, "give a smaller one")
    suffix, size = _kind(data), None
    if suffix:
        size = {"png": _png, "jpeg": _jpeg, "emf": _emf}[suffix](data)
    else:
        raise Unreadable("this is no PNG, JPEG or EMF", name, "save the emblem as one of these: Word shows them everywhere")
    if size is None or not all(0 < side <= _MOST_PIXELS for side in size):
        raise Unreadable("the picture is broken, or larger than an emblem can be", name, "save it again")
    scale = min(WIDTH / size[0], HEIGHT / size[1])
    return Emblem(data, suffix, max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))


def _kind(data: bytes) -> str:
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    return "emf" if data.startswith(_EMF) and data[40:44] == b" EMF" else ""


def _png(data: bytes) -> tuple[int, int] | None:
    """The first chunk is the header (PNG specification, 11.2.2)."""
    return struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" and len(data) >= 24 else None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    for marker, start in _segments(data):
        if marker in _FRAMES and start + 7 <= len(data):
            height, width = struct.unpack(">HH", data[start + 3 : start + 7])
            return width, height
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The segments of a JPEG before its picture: the marker of each, and where its length stands."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        yield data[at + 1], at + 2
        at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))


def _emf(data: bytes) -> tuple[int, int] | None:
    """The bounds in pixels, inclusive (MS-EMF 2.3.4.2)."""
    if len(data) < 88:
        return None
    left, top, right, bottom = struct.unpack("<4i", data[8:24])
    return right - left + 1, bottom - top + 1
