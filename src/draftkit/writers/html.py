"""A finished text or a redline as one HTML file, for reading in a browser or a mail.

Insertions are ``<ins>``, deletions ``<del>``, moves have the class "moved"; the author of each change is its title. A paragraph
that was split or joined has a pilcrow, "¶", in the place of the mark that came or went. Notes
stand under their printed numbers in the order of their callouts, so that a struck and a new note may both be number 3.

Example:
    >>> write_redline(redline)[:15]
    '<!DOCTYPE html>'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from draftkit.assemble.printed import MASTHEAD, Role
from draftkit.compare.redline import Fate, LineChange, Piece, Pieces, Redline, note_key, unchanged
from draftkit.compare.words import Op
from draftkit.model import Resolution

_CSS = """
body { font: 16px/1.4 "Times New Roman", Times, serif; max-width: 44em; margin: 2em auto; padding: 0 1em; }
p { margin: 0 0 .6em; text-align: justify; } .d1 { margin-left: 2em; } .d2 { margin-left: 4em; } .d3, .d4 { margin-left: 6em; }
.preambular, .operative, .formula { text-indent: 2em; } .meeting { text-align: right; }
h1 { font-size: 1.2em; } h2 { font-size: 1em; }
table { border-collapse: collapse; margin-bottom: .6em; } td { border-top: 1px solid #999; padding: .1em .5em; }
ins { color: #06c; } del { color: #c00; } .moved { color: #080; } .mark::after { content: "¶"; }
.notes { font-size: .85em; border-top: 1px solid; }
""".strip()

_HEADINGS = {
    Role.TITLE: "h1",
    Role.ANNEX_LABEL: "h1",
    Role.ANNEX_TITLE: "h1",
    Role.SECTION_NUMBER: "h2",
    Role.SECTION_HEADING: "h2",
}


def write(resolution: Resolution) -> str:
    """A finished text."""
    return write_redline(unchanged(resolution))


def write_redline(redline: Redline) -> str:
    """A redline; without changes it is the text itself."""
    page = _Page(redline)
    body = "\n".join(page.body())
    notes = "\n".join(page.notes)
    foot = f'\n<section class="notes">\n{notes}\n</section>' if notes else ""
    head = f'<meta charset="utf-8">\n<title>{escape(redline.title)}</title>\n<style>\n{_CSS}\n</style>'
    return f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head}\n</head>\n<body>\n{body}{foot}\n</body>\n</html>\n'


class _Page:
    """One redline; counts its notes as they are called."""

    def __init__(self, redline: Redline) -> None:
        self.redline = redline
        self.notes: list[str] = []

    def body(self) -> Iterator[str]:
        for table, changes in groupby(self.redline.lines, lambda change: change.line.role is Role.ROW):
            if table:
                yield "<table>\n" + "\n".join(self.row(change) for change in changes) + "\n</table>"
            else:
                yield from map(self.line, changes)

    def line(self, change: LineChange) -> str:
        tag = _HEADINGS.get(change.line.role, "p")
        depth = f" d{change.line.depth}" if change.line.depth else ""
        name = "masthead" if change.line.role in MASTHEAD and tag == "p" else change.line.role.value
        number = self.pieces(change.number, change.fate)
        words = self.pieces(change.pieces, change.fate) + _mark(change)
        return f'<{tag} class="{name}{depth}">{number}{" " if number else ""}{words}</{tag}>'

    def row(self, change: LineChange) -> str:
        cells = zip(change.line.spans, change.cells, strict=True)
        inside = "".join(f"<td{_span(span)}>{self.pieces(pieces, change.fate)}</td>" for span, pieces in cells)
        return f"<tr>{inside}</tr>"

    def pieces(self, pieces: Sequence[Piece], fate: Fate) -> str:
        return "".join(self.piece(piece, fate) for piece in pieces)

    def piece(self, piece: Piece, fate: Fate) -> str:
        text = self.callout(piece, fate) if piece.run.note else escape(piece.run.text)
        if piece.run.superscript or piece.run.repeated:
            text = f"<sup>{text}</sup>"
        if piece.run.italic:
            text = f"<i>{text}</i>"
        if piece.run.bold:
            text = f"<b>{text}</b>"
        return self.marked(text, piece, fate)

    def marked(self, text: str, piece: Piece, fate: Fate) -> str:
        """What stands for a piece, marked as struck, put in or moved."""
        title = f' title="{piece.kind}"' if piece.kind else ""
        if piece.op is not Op.EQUAL:
            tag = "ins" if piece.op is Op.INSERT else "del"
            return f"<{tag}{title}>{text}</{tag}>"
        if fate in (Fate.MOVED_FROM, Fate.MOVED_TO):
            tag = "ins" if fate is Fate.MOVED_TO else "del"
            return f'<{tag} class="moved">{text}</{tag}>'
        return text

    def callout(self, piece: Piece, fate: Fate) -> str:
        if piece.run.repeated:
            return escape(piece.run.text)
        content: Pieces = self.redline.notes.get(note_key(piece, fate), ())
        place, number = len(self.notes), escape(piece.run.text)
        self.notes.append("")  # holds the place while the note itself is set
        shown = f"<sup>{self.marked(number, piece, fate)}</sup>"
        self.notes[place] = f'<p id="note-{place + 1}">{shown} {self.pieces(content, Fate.KEPT)}</p>'
        return f'<sup><a href="#note-{place + 1}">{number}</a></sup>'


def _mark(change: LineChange) -> str:
    """The paragraph mark at the end of a line where only one text has it."""
    if change.mark is Op.EQUAL:
        return ""
    tag = "ins" if change.mark is Op.INSERT else "del"
    title = f' title="{change.kind}"' if change.kind else ""
    return f'<{tag} class="mark"{title}></{tag}>'


def _span(span: int) -> str:
    return f' colspan="{span}"' if span > 1 else ""
