"""The bytes of a draft's file, rewritten to hold another text: what is not changed stays byte for byte.

In: the bytes and their characters (``readers.decoding``), and what ``redrafted`` is given. Out: bytes in the encoding of the
file, with its byte order mark. The draft is read again before it is given out, to prove that it says what it should.

Example:
    >>> redrafted_file(data, decoded(data), "draft.yaml", old, new, lambda source: read(source, "draft.yaml").resolution)
    b'draftkit: 1\\r\\n# ask Fiji\\r\\ntitle: Safety of cables\\r\\n'
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping

from draftkit.errors import DraftkitError
from draftkit.model import Resolution
from draftkit.writers.redraft import redrafted
from draftkit.yaml_edit import Awkward, plain

_UTF_8 = "save it as UTF-8"

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    *((b"", encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")),
)
"""All that a text file can be read from, with the mark that it begins with."""


def redrafted_file(
    data: bytes,
    typed: str,
    where: str,
    old: Resolution,
    new: Resolution,
    read: Callable[[str], Resolution],
    *,
    ids: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    prior: str = "",
) -> bytes:
    """The file, holding ``new``.

    Args:
        typed: the characters of ``data``, with its own line ends.
        where: the file, for errors.
        read: what a source says.
        ids: with ``notes`` and ``prior`` as ``redrafted`` has them.

    Raises:
        DraftkitError: YAML that cannot be changed in place, or characters that the encoding of the file does not have.
    """
    mark, encoding = _encoding(data, typed, where)
    for name_all in (False, True):  # ids made from the words may be others where a paragraph comes in before them
        try:
            changed = redrafted(typed, where, old, new, ids=ids, notes=notes, prior=prior, name_all=name_all)
            proved = read(plain(changed)) == new
        except (Awkward, DraftkitError):
            continue
        if proved:
            return mark + _encoded(changed, encoding, where)
    remedy = "write it anew with draftkit convert DRAFT -o NEW.yaml, and use that"
    raise DraftkitError("this file's YAML cannot be changed in place", where, remedy)


def _encoding(data: bytes, typed: str, where: str) -> tuple[bytes, str]:
    """The encoding that gives the very bytes again."""
    for mark, encoding in _ENCODINGS:
        try:
            if data.startswith(mark) and mark + typed.encode(encoding) == data:
                return mark, encoding
        except UnicodeEncodeError:
            continue
    raise DraftkitError("some bytes of this file are no characters, and would be lost", where, _UTF_8)


def _encoded(text: str, encoding: str, where: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        sign = text[error.start]
        what = f'the file is {encoding}, which has no "{sign}" (U+{ord(sign):04X})'
        raise DraftkitError(what, where, f"{_UTF_8}, and try again") from None
