"""Where a Word file keeps the masthead: in a table of the body, in the header of the first page, in a comment.

In: the trees of a file. Out: whether a table or a header holds a masthead, and a symbol that is nowhere else.

Example:
    >>> is_masthead(table), symbol_of_job(word)
    (True, 'A/C.6/81/L.7')
"""

from __future__ import annotations

import re
from typing import Any

from draftkit.un.symbols import SYMBOL
from draftkit.word.elements import has, letters
from draftkit.word.package import R, W, WordFile

_LINE = re.compile(rf"United Nations|Nations Unies|Distr\.:? .*|{SYMBOL}\*?")
_JOB_SYMBOL = re.compile(rf"<<ODS DOC SYMBOL1>>\s*({SYMBOL})\s*<<")
"""How the Secretariat writes the symbol of a document into a comment."""


def is_masthead(element: Any) -> bool:
    """Whether an element holds a line that only a masthead has."""
    return any(_LINE.fullmatch(letters(paragraph)) for paragraph in element.iter(f"{W}p"))


def first_header(word: WordFile) -> Any | None:
    """The header of the first page, if the masthead stands in it."""
    section = next(word.document.iter(f"{W}sectPr"), None)
    if section is None:
        return None
    wanted = "first" if has(section, "titlePg") else "default"
    names = (e.get(f"{R}id", "") for e in section.iterchildren(f"{W}headerReference") if e.get(f"{W}type", "default") == wanted)
    tree = word.headers.get(next(names, ""))
    return tree if tree is not None and is_masthead(tree) else None


def symbol_of_job(word: WordFile) -> str:
    """The symbol that the Secretariat's comment says; "" without one."""
    said = "" if word.comments is None else "".join(word.comments.itertext(f"{W}t"))
    match = _JOB_SYMBOL.search(said)
    return match[1] if match else ""


def is_symbol(text: str) -> bool:
    """Whether a line is a symbol and nothing else."""
    return bool(re.fullmatch(SYMBOL, text))
