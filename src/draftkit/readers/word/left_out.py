"""What a Word file has besides the text that is read of it, one finding for each kind.

In: a file, and its reader of paragraphs once all is read. Out: findings.

Example:
    >>> [finding.message for finding in left_out(word, reader)]
    ['comments left out: 2', 'left out as running heads and feet: "Advance unedited version"']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit import inline
from draftkit.model import Finding, Severity
from draftkit.readers.word.masthead import first_header
from draftkit.readers.word.styles import Styles
from draftkit.readers.word.text import ParagraphReader
from draftkit.un.symbols import SYMBOL
from draftkit.word.package import W, WordFile

_EXPECTED = re.compile(rf"{SYMBOL}\*?|(?:GE\.)?(?:\d{{2}}-\d{{5}}|_{{2}}-_{{5}}) ?(?:\([A-Z]\))?|Page (?=\d)|Please recycle")
"""What running heads and feet of documents have: symbol, job number (or its blank), page number (un-rules A8)."""


def left_out(word: WordFile, reader: ParagraphReader) -> Iterator[Finding]:
    """The findings; what is struck through is a warning, for it is read as if it stood."""
    comments = 0 if word.comments is None else len(word.comments)
    counts = (
        (comments, Severity.INFO, "unread-line", "comments left out: {}"),
        (reader.hidden, Severity.INFO, "unread-line", "pieces of hidden text left out: {}"),
        (reader.struck, Severity.WARNING, "unread-line", "pieces of text struck through by hand are read as text: {}"),
        (reader.unknown, Severity.WARNING, "unread-line", 'signs of symbol fonts that are not known stand as "\ufffd": {}'),
        (reader.equations, Severity.WARNING, "unread-block", "equations set in one line: {}"),
    )
    for count, severity, code, message in counts:
        if count:
            yield Finding(code, severity, message.format(count), line=0)
    lines = list(dict.fromkeys(_running_lines(word)))
    if lines:
        listed = ", ".join(f'"{line}"' for line in lines)
        yield Finding("unread-line", Severity.INFO, f"left out as running heads and feet: {listed}", line=0)


def _running_lines(word: WordFile) -> Iterator[str]:
    """The lines of headers and footers that say something of their own."""
    reader, masthead = ParagraphReader(Styles()), first_header(word)
    for tree in (*word.headers.values(), *word.footers.values()):
        for paragraph in tree.iter(f"{W}p") if tree is not masthead else ():
            line = inline.plain(reader.read(paragraph).content)
            if any(character.isalpha() for character in _EXPECTED.sub("", line)):
                yield line
