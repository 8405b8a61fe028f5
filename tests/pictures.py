"""Pictures with nothing in them but their size."""

from __future__ import annotations

import struct


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height) + bytes(9)


def jpeg(width: int, height: int) -> bytes:
    head = b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"JF"
    return head + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + bytes(4)


def emf(width: int, height: int) -> bytes:
    bounds = struct.pack("<II4i", 1, 108, 0, 0, width - 1, height - 1)
    return bounds + bytes(16) + b" EMF" + bytes(64)
