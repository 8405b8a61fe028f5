"""The table of dispositions of two texts, paragraph by paragraph, in every format that it is read in.

In: the rows (``draftkit.compare.disposition``) and the redline that they were made of. Out: Markdown, a page for a browser, a
Word file, plain text or JSON; the same rows give the same bytes.

Example:
    >>> print(render(redline, found, "txt").decode())
    Dispositions: A/RES/79/124 to A/C.6/81/L.3
    ...
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby

from draftkit.compare.disposition import Disposition, Row
from draftkit.compare.figures import Dispositions
from draftkit.compare.redline import Piece, Pieces, Redline
from draftkit.compare.tokens import Op
from draftkit.errors import DraftkitError
from draftkit.steering import escaped as escaped_json
from draftkit.steering import plain
from draftkit.writers.dispositions import counts, named, place, share, summary, title
from draftkit.writers.markdown_changes import escaped, marked

FORMATS = ("md", "html", "docx", "txt", "json")
_HEAD = ("Old", "New", "Disposition", "Text")
_PLAIN = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


def render(redline: Redline, table: Dispositions, form: str, *, changed: bool = False) -> bytes:
    """The table in a format.

    Args:
        changed: leave out what was carried over word for word; the figures stay those of the whole.

    Raises:
        DraftkitError: no such format.
    """
    rows = [row for row in table.rows if not (changed and row.disposition is Disposition.CARRIED)]
    if form in ("md", "markdown"):
        return plain(_markdown(redline, table, rows)).encode()
    if form in ("html", "htm"):
        from draftkit.writers.table_page import table_page

        return table_page(redline, table, rows)
    if form == "docx":
        from draftkit.writers.table_word import write

        return write(redline, table, rows)
    if form == "txt":
        return plain(_text(redline, table, rows)).encode()
    if form == "json":
        return escaped_json(json.dumps(_values(redline, table, rows), ensure_ascii=False, indent=2) + "\n").encode()
    raise DraftkitError(f'a table cannot be written as "{form}"', remedy=f"the formats are {', '.join(FORMATS)}")


# --- Markdown and plain text ---------------------------------------------------------------------------------------


def _markdown(redline: Redline, table: Dispositions, rows: Sequence[Row]) -> str:
    figures = "\n".join(f"- {escaped(line[:1].upper() + line[1:])}" for line in summary(table))
    told = " · ".join(f"{name} {count}" for name, count in counts(table))
    lines = ["| " + " | ".join(_HEAD) + " |", "|---|---|---|---|"]
    for row in rows:
        words = "<br>".join(" · ".join(marked(cell) for cell in cells) for cells in row.lines)
        names = (escaped(place(name, row.matter)) for name in (row.old, row.new))
        lines.append(f"| {' | '.join((*names, row.disposition, words))} |")
    return "\n\n".join([f"# {escaped(title(redline))}", told, figures, "~~struck~~, **put in**", "\n".join(lines)]) + "\n"


def _text(redline: Redline, table: Dispositions, rows: Sequence[Row]) -> str:
    head = [title(redline), ", ".join(f"{name} {count}" for name, count in counts(table)), "\n".join(summary(table))]
    return "\n\n".join(part for part in (*head, *map(_block, rows)) if part) + "\n"


def _block(row: Row) -> str:
    """A row as a block: its places and its fate, then its words."""
    old, new = (place(name, row.matter) or "-" for name in (row.old, row.new))
    where = old if old == new else f"{old} -> {new}"
    lines = (" | ".join("".join(_plain(cell)) for cell in cells) for cells in row.lines)
    return "\n".join([f"{where}: {row.disposition}", *(f"  {' '.join(line.split())}" for line in lines)])


def _plain(pieces: Pieces) -> list[str]:
    """The pieces with what was struck as [-...-] and what was put in as {+...+}; callouts as [3]."""
    out = []
    for op, group in groupby(pieces, lambda piece: piece.op):
        said = "".join(f"[{piece.run.text}]" if piece.run.note else piece.run.text for piece in group)
        out.append(_PLAIN[op].format(said))
    return out


# --- JSON ----------------------------------------------------------------------------------------------------------


def _values(redline: Redline, table: Dispositions, rows: Sequence[Row]) -> dict[str, object]:
    old, new = named(redline)
    figures = {
        "paragraphs": table.paragraphs,
        "unchanged": table.unchanged,
        "unchanged_percent": share(table),
        "words_in": table.words(Op.INSERT),
        "words_out": table.words(Op.DELETE),
        "new_report_requests": [row.new for row in table.report_requests],
        "new_sessions": list(table.sessions),
    }
    fates = {str(name): count for name, count in table.counts.items()}
    return {"old": old, "new": new, "counts": fates, "figures": figures, "rows": [_row(row) for row in rows]}


def _row(row: Row) -> dict[str, object]:
    return {
        "part": str(row.matter),
        "old": row.old,
        "new": row.new,
        "disposition": str(row.disposition),
        "old_text": row.text(new=False),
        "new_text": row.text(new=True),
        "changes": _changes(row),
    }


def _changes(row: Row) -> list[dict[str, str]]:
    """What was struck and put in, place by place, with whose change it is."""
    found: list[dict[str, str]] = []
    for cells in row.lines:
        for cell in cells:
            for is_changed, group in groupby(cell, lambda piece: piece.op is not Op.EQUAL):
                if is_changed:
                    found.append(_change(list(group)))
    return found


def _change(group: Sequence[Piece]) -> dict[str, str]:
    struck, written = ("".join(p.run.text for p in group if p.op is op) for op in (Op.DELETE, Op.INSERT))
    kinds = dict.fromkeys(str(piece.kind) for piece in group if piece.kind)
    return {"struck": struck, "put_in": written, "kind": ", ".join(kinds)}


__all__ = ["FORMATS", "render"]
