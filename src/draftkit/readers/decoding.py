"""The characters of a text file, whatever program wrote its bytes.

In: bytes. Out: characters, or ``None`` if no text can be in them. UTF-8 and UTF-16, each with or without its mark; else
what Windows or an old Macintosh wrote, whichever makes the likelier text.

Example:
    >>> decoded("State’s".encode("mac_roman")), decoded("State’s".encode("cp1252")), decoded("so".encode("utf-16-be"))
    ('State’s', 'State’s', 'so')
"""

from __future__ import annotations

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 4096
"""Bytes by which a text without a mark is judged."""

_LIKELY = frozenset("‘’“”–—…•éèêëáàâäíïóôöõøúüñçãåÉÁÖÜÇÅØ§°«»\u00a0")
"""What stands in texts of the United Nations beside the letters of ASCII."""


def decoded(data: bytes) -> str | None:
    """The text of the bytes, ``None`` if they are of no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:_SAMPLE]:
        encoding = _wide(data[:_SAMPLE])
        return data.decode(encoding, errors="replace") if encoding else None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _narrow(data)


def _wide(sample: bytes) -> str:
    """The kind of UTF-16 in which nearly every character has one byte of 0; "" for none."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 4
    if odd > enough and even * 20 < odd:
        return "utf-16-le"
    if even > enough and odd * 20 < even:
        return "utf-16-be"
    return ""


def _narrow(data: bytes) -> str:
    """The text as Windows wrote it, unless an old Macintosh is likelier."""
    windows, macintosh = data.decode("cp1252", errors="replace"), data.decode("mac_roman")
    return macintosh if _likelihood(macintosh) > _likelihood(windows) else windows


def _likelihood(text: str) -> int:
    """How many of the characters beyond ASCII are likely, less those that are not."""
    return sum(1 if c in _LIKELY else -1 for c in text if c > "\x7f")
