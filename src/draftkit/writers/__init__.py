"""From a resolution or a redline to a file: ``render`` finds the writer by the format, ``write`` by the file's name.

Example:
    >>> write(resolution, "A_RES_79_124.md")
    >>> write(compare(prior, draft), "changes.docx")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.errors import DraftkitError
from draftkit.files import save
from draftkit.model import Resolution

if TYPE_CHECKING:
    from draftkit.compare.redline import Redline

FORMATS = ("yaml", "txt", "md", "docx", "html", "xml")
"""What a finished text can be written as; a redline as docx or html."""

ALIASES = {"yml": "yaml", "markdown": "md", "htm": "html"}
"""Other ends of names for the same formats."""


def render(thing: Resolution | Redline, form: str) -> bytes:
    """The bytes of a finished text or a redline in a format.

    Raises:
        DraftkitError: no such format, or not for a redline.
    """
    form = ALIASES.get(form, form)
    if not isinstance(thing, Resolution):
        return _render_redline(thing, form)
    if form == "yaml":
        from draftkit.writers import draft

        return draft.write(thing).encode()
    if form in ("txt", "md"):
        from draftkit.writers import text

        return text.write(thing, markdown=form == "md").encode()
    if form == "docx":
        from draftkit.writers import docx

        return docx.write(thing)
    if form == "html":
        from draftkit.writers import html

        return html.write(thing).encode()
    if form == "xml":
        from draftkit.writers import akn

        return akn.write(thing)
    raise DraftkitError(f'"{form}" cannot be written', remedy=f"the formats are {', '.join(FORMATS)}")


def _render_redline(redline: Redline, form: str) -> bytes:
    if form == "docx":
        from draftkit.writers import docx

        return docx.write_redline(redline)
    if form == "html":
        from draftkit.writers import html

        return html.write_redline(redline).encode()
    raise DraftkitError(f'a redline cannot be written as "{form}"', remedy="name the file with .docx or .html")


def write(thing: Resolution | Redline, path: str | Path) -> None:
    """Write a finished text or a redline, whole or not at all; the format is the end of the file's name.

    Raises:
        DraftkitError: no such format, or the file cannot be written.
    """
    save(path, render(thing, Path(path).suffix.lstrip(".").lower()))
