"""The symbol of a text: in the masthead, and in the running heads and feet, which follow it (un-rules A8).

Example:
    >>> follow_symbol(paragraphs, sheets, "A/RES/79/124", "A/C.6/81/L.___", Kind.TECHNICAL)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from draftkit.compare.redline import Piece, Pieces
from draftkit.compare.tokens import Op
from draftkit.model import Kind
from draftkit.tracking.cuts import Cut
from draftkit.tracking.sheets import Sheets
from draftkit.tracking.surroundings import typed
from draftkit.un.spelling import same
from draftkit.word.package import W


def follow_symbol(paragraphs: Iterable[Any], sheets: Sheets, old: str, new: str, kind: Kind | None) -> None:
    """Gather the cuts of every paragraph that has the old symbol, unless a line of the text stands in it."""
    whole = re.compile(rf"(?<![\w/]){re.escape(same(old))}(?![\w/])")
    for paragraph in paragraphs:
        if paragraph in sheets.by_paragraph and sheets.of(paragraph).cuts:
            continue
        sheet = sheets.of(paragraph)
        for found in whole.finditer(same(sheet.flat.text)):
            run = next(s.run for s in sheet.flat.stretches if s.start <= found.start() < s.stop)
            coming = typed(new, run.find(f"{W}rPr"), paragraph)
            sheet.cuts.append(Cut(Op.DELETE, found.start(), found.end(), kind=kind))
            sheet.cuts.append(Cut(Op.INSERT, found.end(), found.end(), (coming,), kind))


def symbol_pieces(pieces: Pieces) -> Pieces:
    """The pieces of the symbol in the masthead, whose first letter is set large and stays (un-rules A3)."""
    if [piece.op for piece in pieces] != [Op.DELETE, Op.INSERT]:
        return pieces
    struck, came = pieces
    letter = struck.run.text.partition("/")[0]
    if came.run.text.partition("/")[0] != letter:
        return pieces
    rest = (replace(piece, run=replace(piece.run, text=piece.run.text[len(letter) :])) for piece in pieces)
    return (Piece(Op.EQUAL, replace(struck.run, text=letter)), *rest)


__all__ = ["follow_symbol", "symbol_pieces"]
