"""Small texts as they are typed, and redlines as they are read: ``[-old-]{+new+}``, one line each.

Example:
    >>> print(shown(compare(text("Urges all States;"), text("Urges States;"))))
    Urges[- all-] States;
"""

from __future__ import annotations

from draftkit.compare.redline import Fate, LineChange, Pieces, Redline
from draftkit.compare.words import Op
from draftkit.inline import parse
from draftkit.model import Block, Masthead, Note, Paragraph, Part, Resolution

_FORMS = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
_WHOLE = {Fate.INSERTED: "insert", Fate.DELETED: "delete", Fate.MOVED_FROM: "move", Fate.MOVED_TO: "to"}


def paragraph(source: str, *items: Block) -> Paragraph:
    """ "id: text" as a paragraph."""
    name, _, words = source.partition(": ")
    return Paragraph(name, parse(words), items)  # type: ignore[arg-type]


def text(*operative: str | Block, preamble: tuple[str, ...] = (), head: Masthead = Masthead(), **notes: str) -> Resolution:  # noqa: B008
    """A text of paragraphs typed as "id: text"; notes by name."""
    blocks = tuple(paragraph(block) if isinstance(block, str) else block for block in operative)
    part = Part(tuple(map(paragraph, preamble)), blocks)
    return Resolution(head, (), (part,), tuple(Note(name, parse(words)) for name, words in notes.items()))


def shown(redline: Redline, *, changed: bool = True) -> list[str]:
    """The lines of a redline; with ``changed`` only those that say something, without title and formula."""
    found = [_line(change) for change in redline.lines]
    return [line for line in found if not changed or any(mark in line for mark in ("[", "{"))]


def shown_notes(redline: Redline) -> dict[tuple[str, str], str]:
    """The notes of a redline by their ids in the old and the new text."""
    return {key: pieces(found) for key, found in redline.notes.items()}


def pieces(found: Pieces) -> str:
    """Pieces as a reader sees them; a change of format is "{was *italic*}"."""
    out = []
    for piece in found:
        was = "" if piece.was is None or piece.run.note else "{" + ("was italic" if piece.was.italic else "was plain") + "}"
        out.append(_FORMS[piece.op].format(f"^{piece.run.text}" if piece.run.note else piece.run.text) + was)
    return "".join(out)


def _line(change: LineChange) -> str:
    words = " | ".join(map(pieces, change.cells)) if change.line.cells else pieces(change.pieces)
    number = pieces(change.number)
    whole = "" if change.fate is Fate.KEPT else f"[{_WHOLE[change.fate]}{change.move or ''}] "
    if change.fate in (Fate.INSERTED, Fate.DELETED):
        number, words = change.line.number, change.text
    mark = "" if change.mark is Op.EQUAL else _FORMS[change.mark].format("¶")
    return f"{whole}{number} {words}{mark}" if number else f"{whole}{words}{mark}"
