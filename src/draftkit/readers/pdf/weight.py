"""Whether a PDF is of the plain kind that office programs write, so that reading it takes bounded time and memory.

In: the bytes of a file. Out: whether it is plain. A small file may unpack to gigabytes, draw one form a billion times or hide
its size behind rare filters; such a file is not plain and is tried in a process of its own first (``probe``).

Example:
    >>> is_plain(data)
    True
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

LIGHT = 24_000_000
"""Bytes of a plain file once unpacked; the heaviest resolution on record has 4 million."""
MOST_SHOWN = 20_000
"""Pieces of text and lines drawn in one stream: a page set letter by letter has 5,000."""
MOST_STREAMS = 20_000
_MOST_CONTENTS = 64
"""Streams that one page is made of."""

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 2_000
"""Bytes before a stream that its dictionary is looked for in."""
_FILTER = re.compile(rb"/Filter[\s\[]*(/?[^\s/\[\]<>]+)(\s*/[A-Z][A-Za-z0-9#]*Decode)?")
_PLAIN_FILTERS = frozenset({b"/FlateDecode", b"/DCTDecode"})
_SHOWN = re.compile(rb"T[jJ]|['\"]\s|\s[SsfFBb]\*?(?=\s)")
_DRAWN = re.compile(rb"/\S+\s+Do\b")
_CONTENTS = re.compile(rb"/Contents\s*\[([^\]]*)\]?")
_SLICE, _PIECE = 1 << 16, 1 << 20


def is_plain(data: bytes) -> bool:
    """Whether a file has nothing but streams packed once, of a bearable size, and no drawings within drawings."""
    if b"/Encrypt" in data or not _plain_contents(data):
        return False
    left = LIGHT
    for count, match in enumerate(_STREAM.finditer(data)):
        start = data.rfind(b" obj", max(0, match.start() - _DICTIONARY), match.start())
        dictionary = data[max(start, match.start() - _DICTIONARY) : match.start()]
        filters = _FILTER.findall(dictionary)
        if count > MOST_STREAMS or any(first not in _PLAIN_FILTERS or second for first, second in filters):
            return False
        packed = memoryview(data)[match.end() :]
        content = b"".join(_unpacked(packed, left)) if filters else _raw(data, match.end())
        left -= len(content)
        if left < 0 or not _plain_stream(content, dictionary):
            return False
    return True


def _plain_stream(content: bytes, dictionary: bytes) -> bool:
    if b"/Form" in dictionary and _DRAWN.search(content):
        return False
    if b"/ObjStm" in dictionary and not _plain_contents(content):
        return False
    unshown = b"/Image" in dictionary or b"/Length1" in dictionary  # a picture, an embedded font
    return unshown or sum(1 for _ in _SHOWN.finditer(content)) <= MOST_SHOWN


def _plain_contents(data: bytes) -> bool:
    """Whether no page is made of one stream again and again."""
    for match in _CONTENTS.finditer(data):
        streams = re.findall(rb"\d+(?=\s+\d+\s+R)", match[1])
        if len(streams) > min(_MOST_CONTENTS, len(set(streams))):
            return False
    return True


def _raw(data: bytes, start: int) -> bytes:
    end = data.find(b"endstream", start)
    return data[start : end if end >= 0 else len(data)]


def _unpacked(packed: memoryview, limit: int) -> Iterator[bytes]:
    """A stream unpacked, as far as it goes not much beyond a limit; nothing if it is not packed this way."""
    unpacker = zlib.decompressobj()
    try:
        for start in range(0, len(packed), _SLICE):
            feed = bytes(packed[start : start + _SLICE])
            while feed and limit >= 0:
                piece = unpacker.decompress(feed, _PIECE)
                limit -= len(piece)
                yield piece
                feed = unpacker.unconsumed_tail
            if unpacker.eof or limit < 0:
                return
    except zlib.error:
        return
