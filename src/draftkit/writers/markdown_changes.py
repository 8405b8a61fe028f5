"""Changes inline in Markdown: ~~struck~~ and **put in**, and tags where Markdown would not take these for marks.

A mark counts only where it leans on a word (CommonMark 6.2, left- and right-flanking), so blanks stand outside it, and a comma
alone is struck by a tag.

Example:
    >>> marked(pieces)  # at its [-eightieth-]{+eighty-second+} session[-;-]{+.+}
    'at its ~~eightieth~~**eighty-second** session<del>;</del><ins>.</ins>'
"""

from __future__ import annotations

import re
from itertools import groupby

from draftkit.compare.redline import Pieces
from draftkit.compare.tokens import Op

_SPECIAL = re.compile(r"[\\`*_~\[\]|#^]")
_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARKS = {Op.DELETE: ("~~", "~~"), Op.INSERT: ("**", "**")}
_TAGS = {Op.DELETE: ("<del>", "</del>"), Op.INSERT: ("<ins>", "</ins>")}


def escaped(text: str) -> str:
    """Text of which nothing is taken for Markdown or HTML, in a cell of a table."""
    text = _BREAKS.sub(" ", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\g<0>", text)


def marked(pieces: Pieces) -> str:
    """The pieces of a line with their changes; italics are left out, which would run into the marks."""
    groups = [(op, "".join(_said(piece.run.text, bool(piece.run.note)) for piece in group)) for op, group in groupby(pieces, _op)]
    out = []
    for at, (op, words) in enumerate(groups):
        before = groups[at - 1] if at else None
        behind = groups[at + 1][1] if at + 1 < len(groups) else ""
        out.append(words if op is Op.EQUAL else _change(op, words, before, behind))
    return "".join(out).strip()


def _op(piece: object) -> Op:
    op = getattr(piece, "op", Op.EQUAL)
    assert isinstance(op, Op)
    return op


def _said(text: str, note: bool) -> str:
    return f"<sup>{escaped(text)}</sup>" if note else escaped(text)


def _change(op: Op, words: str, before: tuple[Op, str] | None, behind: str) -> str:
    inner = words.strip()
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if not inner:
        return words
    opens = not lead and before is not None and before[0] is Op.EQUAL and before[1][-1:].isalnum() and not inner[0].isalnum()
    closes = not trail and behind[:1].isalnum() and not inner[-1].isalnum()
    start, end = (_TAGS if opens or closes or not (inner[0].isalnum() or inner[-1].isalnum()) else _MARKS)[op]
    return f"{lead}{start}{inner}{end}{trail}"
