"""Word files -> the model: the United Nations' own, Geneva's, draftkit's, and those that a person typed without styles.

What is read is what the page shows: labels typed or automatic, italics by whatever style, notes with the numbers they are
printed with. What is not understood (images, charts) is kept by what stands for it, and is a finding. Tracked changes are never
resolved unasked.

Example:
    >>> read(data, "A_C.6_81_L.7.docx").resolution.masthead.symbol
    'A/C.6/81/L.7'
"""

from __future__ import annotations

from draftkit.errors import Unreadable
from draftkit.readers import Reading
from draftkit.word.revisions import Mode


def read(data: bytes, name: str, revisions: Mode | None = None) -> Reading:
    """Read one file; ``revisions`` says what to do with its tracked changes, and ``Reading.lines`` are ordinals of paragraphs.

    Raises:
        Unreadable: no Word file, broken, protected, too large; without text; or with tracked changes and no ``revisions``.
    """
    from draftkit.readers.page.composer import read_page
    from draftkit.readers.word.document import page_of
    from draftkit.word.package import open_word
    from draftkit.word.revisions import count, resolve

    word = open_word(data, name)
    found = count(word)
    if found and revisions is None:
        changes = "1 tracked change" if found == 1 else f"{found:,} tracked changes"
        raise Unreadable(f"the file has {changes}", name, "accept or reject them: --accept-input or --reject-input")
    page = page_of(resolve(word, revisions) if found and revisions else word)
    if not page.chunks:
        raise Unreadable("there is no text in this file", name, "give the text of a resolution")
    return read_page(page, unit="paragraph")


__all__ = ["Mode", "read"]
