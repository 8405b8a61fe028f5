"""From a resolution or a redline to a file: ``render`` finds the writer by the format.

Example:
    >>> render(resolution, "md").decode()[:22]
    'The General Assembly,\\n'
"""

from __future__ import annotations

from draftkit.errors import DraftkitError
from draftkit.model import Resolution

FORMATS = ("yaml", "txt", "md", "docx")
"""What can be written."""


def render(resolution: Resolution, form: str) -> bytes:
    """The bytes of a finished text in a format: "yaml", "txt", "md" or "docx".

    Raises:
        DraftkitError: no such format.
    """
    if form in ("yaml", "yml"):
        from draftkit.writers import draft

        return draft.write(resolution).encode()
    if form in ("txt", "md", "markdown"):
        from draftkit.writers import text

        return text.write(resolution, markdown=form != "txt").encode()
    if form == "docx":
        from draftkit.writers import docx

        return docx.write(resolution)
    raise DraftkitError(f'"{form}" cannot be written', remedy=f"the formats are {', '.join(FORMATS)}")
