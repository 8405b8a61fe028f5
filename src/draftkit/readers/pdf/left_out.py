"""What a PDF has besides the text that is read of it: one finding for each kind, and for each page where one has to look there.

In: the areas of the pages. Out: findings.

Example:
    >>> [finding.message for finding in left_out(areas)]
    ['left out as running heads and feet: "Safety of observatories"']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from draftkit.model import Finding, Severity
from draftkit.readers.pdf.furniture import Area
from draftkit.readers.pdf.glyphs import UNREADABLE

COMPARE = "compare with the page"


def left_out(areas: Sequence[Area]) -> Iterator[Finding]:
    """The findings. Symbols, page and job numbers in running heads and feet are what every document has, and are not said."""
    lines = dict.fromkeys(area.running for area in areas if area.running)
    if lines:
        listed = ", ".join(f'"{line}"' for line in lines)
        yield Finding("unread-line", Severity.INFO, f"left out as running heads and feet: {listed}")
    for area in areas:
        yield from _of_page(area)


def _of_page(area: Area) -> Iterator[Finding]:
    page, sheet = area.sheet.number, area.sheet
    if any(UNREADABLE in line.text for line in (*area.masthead, *area.body, *area.notes)):
        message = f'page {page} has characters that no font says the meaning of; they stand as "{UNREADABLE}"'
        yield Finding("unread-line", Severity.WARNING, message, line=page, fix=COMPARE)
    if sheet.sideways:
        message = f"{sheet.sideways} characters that stand sideways on page {page} were left out"
        yield Finding("unread-line", Severity.WARNING, message, line=page)
    if any(area.floor < (box.bottom + box.top) / 2 < area.ceiling for box in sheet.drawings):
        message = f"what is drawn on page {page} was left out; only its words were read"
        yield Finding("unread-image", Severity.WARNING, message, line=page, fix=COMPARE)
    if sheet.annotations:
        message = f"comments and other annotations on page {page} left out: {sheet.annotations}"
        yield Finding("unread-line", Severity.INFO, message, line=page)
