"""How the pieces of a redline stand on a page: what was struck as ``<del>``, what was put in as ``<ins>``, and whose it is.

Example:
    >>> marked(pieces)
    Markup('at its <del class="technical" title="technical">eightieth</del>...')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from draftkit.compare.redline import Fate, LineChange, Piece
from draftkit.compare.tokens import Op

if TYPE_CHECKING:
    from markupsafe import Markup

_TAGS = {Op.DELETE: "del", Op.INSERT: "ins"}
_WHOLE = {Fate.MOVED_FROM: "del", Fate.MOVED_TO: "ins"}


def marked(pieces: Iterable[Piece], fate: Fate = Fate.KEPT, callout: Callable[[Piece], Markup] | None = None) -> Markup:
    """The pieces of a line.

    Args:
        fate: of the line; of one that moved, what stayed is marked as moved.
        callout: what stands for the callout of a note; by default its number.
    """
    from markupsafe import Markup

    return Markup("").join(_piece(piece, fate, callout) for piece in pieces)


def _piece(piece: Piece, fate: Fate, callout: Callable[[Piece], Markup] | None) -> Markup:
    from markupsafe import Markup, escape

    run = piece.run
    text = callout(piece) if callout and run.note and not run.repeated else escape(run.text)
    if run.superscript or run.note:
        text = Markup("<sup>{}</sup>").format(text)
    if run.italic:
        text = Markup("<i>{}</i>").format(text)
    if run.bold:
        text = Markup("<b>{}</b>").format(text)
    tag = _TAGS.get(piece.op)
    if tag:
        return Markup('<{0} class="{1}" title="{1}">{2}</{0}>').format(tag, str(piece.kind or ""), text)
    return Markup('<{0} class="moved">{1}</{0}>').format(_WHOLE[fate], text) if fate in _WHOLE else text


def mark(change: LineChange) -> Markup:
    """The paragraph mark at the end of a line where only one text has it."""
    from markupsafe import Markup

    tag = _TAGS.get(change.mark)
    return Markup('<{0} class="mark {1}" title="{1}"></{0}>').format(tag, str(change.kind or "")) if tag else Markup("")
