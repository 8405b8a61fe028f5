"""A resolution as a draft file: the YAML that a person edits (docs/draft-file.md).

Written by hand rather than by a YAML library: texts always stand in a "|-" block, the order of keys never changes, and the
same resolution gives the same bytes.

Example:
    >>> print(write(resolution, prior="A_RES_79_124.xml"))
    draftkit: 1
    prior: A_RES_79_124.xml
    document:
      organ: General Assembly
    ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit import inline
from draftkit.model import AgendaItem, Annex, Block, Cell, ClauseEntry, Heading, Masthead, Note, Opaque, Part, Resolution, Table

VERSION = "1"
_PLAIN = re.compile(r"[A-Za-z0-9_(“À-ÿ](?:[^\n#:\\]|:(?! )|(?<! )#)*(?<![ :])")
"""What YAML gives back as it is written, without quotation marks."""
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that YAML takes for line ends or does not allow; no official text has one."""
_NOT_TEXT = frozenset({"null", "Null", "NULL"})
"""What the loader would not give back as it is written."""


def write(resolution: Resolution, *, prior: str = "") -> str:
    """The whole file; ``prior`` is the path of the text that the redline is made against, relative to the draft."""
    lines = [f"draftkit: {VERSION}"]
    if prior:
        lines.append(f"prior: {scalar(prior)}")
    lines += ["document:", *indented(document_lines(resolution.masthead))]
    lines += text_lines("title", inline.format(resolution.title))
    if len(resolution.parts) == 1 and not (resolution.parts[0].label or resolution.parts[0].title):
        lines += part_lines(resolution.parts[0])
    else:
        lines += ["parts:", *(line for part in resolution.parts for line in entry_lines(part_lines(part)))]
    if resolution.notes:
        lines += ["notes:", *indented(line for note in resolution.notes for line in note_lines(note))]
    return "\n".join(lines) + "\n"


def document_lines(head: Masthead) -> Iterator[str]:
    fields = {
        "organ": head.organ,
        "committee": head.committee,
        "session": str(head.session) if head.session else "",
        "symbol": head.symbol,
        "distribution": head.distribution,
        "issued": head.issued,
        "original": head.original,
    }
    for key, value in fields.items():
        if value:
            yield f"{key}: {scalar(value)}"
    if len(head.agenda) == 1:
        yield from _agenda_item(head.agenda[0])
    elif head.agenda:
        yield "agenda:"
        for item in head.agenda:
            yield from indented(entry_lines(_agenda_item(item)))
    for key, value in {"adopted": head.adopted, "basis": head.basis, "heading": head.heading}.items():
        if value:
            yield f"{key}: {scalar(value)}"
    if head.sponsors or not head.adopted:
        yield "sponsors: []" if not head.sponsors else "sponsors:"
        yield from indented(f"- {scalar(state)}" for state in head.sponsors)
    if head.others:
        yield "others:"
        yield from indented(f"- {scalar(line)}" for line in head.others)


def _agenda_item(item: AgendaItem) -> Iterator[str]:
    yield f"agenda_item: {scalar(item.number)}"
    if item.title:
        yield f"agenda_title: {scalar(item.title)}"


def part_lines(part: Part) -> Iterator[str]:
    if part.label:
        yield f"label: {scalar(part.label)}"
    if part.title:
        yield from text_lines("title", inline.format(part.title))
    if part.formula is not None:
        yield from text_lines("formula", inline.format(part.formula))
    for key, blocks in (("preamble", part.preamble), ("operative", part.operative)):
        yield f"{key}:" if blocks else f"{key}: []"
        yield from blocks_lines(blocks)
    if part.meeting or part.adopted:
        yield "closing:"
        yield f"  meeting: {scalar(part.meeting)}"
        yield f"  date: {scalar(part.adopted)}"
    if part.annexes:
        yield "annexes:"
        for annex in part.annexes:
            yield from indented(entry_lines(annex_lines(annex)))


def annex_lines(annex: Annex) -> Iterator[str]:
    yield f"id: {scalar(annex.id)}"
    yield f"label: {scalar(annex.label)}"
    if annex.title:
        yield from text_lines("title", inline.format(annex.title))
    yield "body:" if annex.body else "body: []"
    yield from blocks_lines(annex.body)


def blocks_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from indented(entry_lines(block_lines(block)))


def block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from text_lines("heading", inline.format(block.content))
        yield f"id: {scalar(block.id)}"
        if block.scheme:
            yield f"scheme: {block.scheme}"
        yield from _number(block.label)
        if block.restart:
            yield "restart: true"
    elif isinstance(block, Table):
        yield f"id: {scalar(block.id)}"
        if block.header:
            yield f"header: {block.header}"
        yield "table:"
        for row in block.rows:
            yield f"  - [{', '.join(map(_cell, row))}]"
    elif isinstance(block, ClauseEntry):
        yield f"clause: {scalar(block.clause)}"
        yield f"id: {scalar(block.id)}"
        if block.alternate:
            yield f"alternate: {scalar(block.alternate)}"
        if block.values:
            yield "with:"
            yield from indented(f"{scalar(key)}: {scalar(value)}" for key, value in block.values)
    elif isinstance(block, Opaque):
        yield f"id: {scalar(block.id)}"
        yield f"unread: {scalar(block.kind)}"
        yield from text_lines("text", inline.format(block.content), block=True)
    else:
        yield f"id: {scalar(block.id)}"
        yield from _number(block.label)
        yield from text_lines("text", inline.format(block.content), block=True)
        if block.items:
            yield "items:"
            for item in block.items:
                yield from indented(entry_lines(block_lines(item)))


def _number(label: str | None) -> Iterator[str]:
    if label is not None:
        yield f"number: {scalar(label) if label else 'none'}"


def _cell(cell: Cell) -> str:
    text = _quoted(inline.format(cell.content))
    return text if cell.span == 1 else f"{{text: {text}, span: {cell.span}}}"


def note_lines(note: Note) -> Iterator[str]:
    text = inline.format(note.content)
    if not note.ibid and not note.number:
        yield from text_lines(scalar(note.id), text)
        return
    yield f"{scalar(note.id)}:"
    yield from indented(text_lines("text", text))
    if note.ibid:
        yield f"  ibid: {scalar(note.ibid)}"
    if note.number:
        yield f"  number: {note.number}"


def text_lines(key: str, text: str, *, block: bool = False) -> Iterator[str]:
    """A text under its key: on the line where that is safe and short, else as a "|-" block."""
    if text and not _SPECIAL.search(text) and (block or len(text) > 100 or not _PLAIN.fullmatch(text)):
        yield f"{key}: |-"
        yield f"  {text}"
    else:
        yield f"{key}: {scalar(text)}"


def scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text not in _NOT_TEXT and not _SPECIAL.search(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """A double-quoted scalar."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'


def indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}"


def entry_lines(lines: Iterator[str]) -> Iterator[str]:
    """The lines of a mapping as an entry of a list."""
    for at, line in enumerate(lines):
        yield f"{'  ' if at else '- '}{line}"


