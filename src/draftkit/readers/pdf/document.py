"""The bytes of a PDF -> its sheets; everything that can be wrong with a file is one clear line.

In: bytes and the name to call them by. Out: one ``Sheet`` for each page. The document is closed whatever happens.

Example:
    >>> [sheet.number for sheet in read_sheets(data, "A_RES_80_901.pdf")]
    [1, 2]
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from draftkit.errors import Unreadable
from draftkit.readers.pdf.glyphs import Budget, Overfull, Sheet
from draftkit.readers.pdf.sheet import read_sheet
from draftkit.readers.pdf.weight import is_plain

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 400
"""The longest resolution on record has 60."""

LONGEST = 30
"""Seconds that a file may take that is not plain; the longest resolution on record takes one."""

_ANOTHER = "download it again, or give the text as .docx, .xml or .txt"

_PASSWORD, _SECURITY = 4, 5
"""Error codes of PDFium (fpdfview.h: FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)."""


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """The pages of a file.

    Raises:
        Unreadable: the file is locked, broken, or larger than any resolution.
    """
    if not is_plain(data) and not probe(data):
        raise Unreadable("this PDF takes more time or memory to read than any resolution", name, _ANOTHER)
    return open_sheets(data, name)


def probe(data: bytes) -> bool:
    """Whether a process of its own comes to an end with a file, in the time and memory that a resolution may take."""
    command = [sys.executable, "-P", "-m", "draftkit.readers.pdf.probe"]  # -P: never a module of the folder one works in
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def open_sheets(data: bytes, name: str) -> list[Sheet]:
    """The pages of a file that is known to be bearable. Raises ``Unreadable``."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error, name) from None
    try:
        count = len(document)
        if not count:
            raise Unreadable("this PDF has no pages", name, _ANOTHER)
        if count > MOST_PAGES:
            raise Unreadable(f"this PDF has {count:,} pages, more than {MOST_PAGES}", name, "this is no resolution")
        budget = Budget()
        return [_sheet(document, number, budget, name) for number in range(1, count + 1)]
    finally:
        document.close()


def _sheet(document: pypdfium2.PdfDocument, number: int, budget: Budget, name: str) -> Sheet:
    import pypdfium2

    try:
        page = document[number - 1]
        try:
            return read_sheet(page, number, budget)
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        raise Unreadable("this page of the PDF is broken", f"{name}, page {number}", _ANOTHER) from None
    except Overfull:
        raise Unreadable("there is more on the pages than in any resolution", f"{name}, page {number}", _ANOTHER) from None


def _unreadable(error: Exception, name: str) -> Unreadable:
    if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
        return Unreadable("this PDF is locked with a password", name, "save it without one, or give the text as .docx or .txt")
    return Unreadable("this PDF is broken or incomplete", name, _ANOTHER)
