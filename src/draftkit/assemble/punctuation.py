"""Final punctuation: every operative paragraph ends with ";", the last with "." (un-rules B2, C2).

Only where the drafter changed something: a paragraph that is new, that became or ceased to be the last, or whose final mark
is another. Paragraphs that stand as they stood keep what they had.

Example:
    a paragraph put in after the old last one ends with ".", and the "." of the old one becomes ";"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from draftkit.model import Block, Callout, Change, Changes, ClauseEntry, Content, Kind, Paragraph, Part, Resolution, Table, Text
from draftkit.tree import map_blocks

_FINAL = ".;,"
"""What may be put in another's place; a colon, a quotation mark or a bracket stays."""


@dataclass(frozen=True, slots=True)
class _Ending:
    """The mark that a paragraph should end with, the one it ends with, and whether it closes the operative part."""

    mark: str
    final: str
    closes: bool


def end_properly(resolution: Resolution, before: Resolution | None) -> tuple[Resolution, Changes]:
    """Put the final marks right of the paragraphs that ``before`` has not, or has with another mark or place."""
    known = {name: ending for part in (before.parts if before else ()) for name, ending in _endings(part)}
    wanted: dict[str, str] = {}
    for part in resolution.parts:
        for name, ending in _endings(part):
            was = known.get(name)
            if was is None or (was.closes, was.final) != (ending.closes, ending.final):
                wanted[name] = ending.mark
    changes: list[Change] = []

    def ended(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.id not in wanted:
            return block
        content = _ended(block.content, wanted[block.id])
        if content != block.content:
            changes.append(Change("punctuation", Kind.CONSEQUENTIAL, block.id, _final(block.content), wanted[block.id]))
        return replace(block, content=content)

    return map_blocks(resolution, ended), tuple(changes)


def _endings(part: Part) -> Iterator[tuple[str, _Ending]]:
    """The mark of each paragraph that has none below it; stems of subparagraphs are left alone."""
    for block in part.preamble:
        if isinstance(block, Paragraph) and not block.items:
            yield block.id, _Ending(",", _final(block.content), closes=False)
    paragraphs = [block for block in part.operative if isinstance(block, Paragraph | ClauseEntry)]
    for block in paragraphs:
        if isinstance(block, Paragraph):
            yield from _operative(block, closes=block is paragraphs[-1])


def _operative(paragraph: Paragraph, *, closes: bool) -> Iterator[tuple[str, _Ending]]:
    if not paragraph.items:
        yield paragraph.id, _Ending("." if closes else ";", _final(paragraph.content), closes)
    for item in paragraph.items:
        if not isinstance(item, Table):
            yield from _operative(item, closes=closes and item is paragraph.items[-1])


def _last_text(content: Content) -> int | None:
    """The index of the text that holds the final mark: callouts stand after it (un-rules E2)."""
    at = len(content) - 1
    while at >= 0 and isinstance(content[at], Callout):
        at -= 1
    return at if at >= 0 and isinstance(content[at], Text) else None


def _final(content: Content) -> str:
    """The mark that ends the content, "" if it ends with none that may be replaced."""
    at = _last_text(content)
    piece = content[at] if at is not None else None
    last = piece.text.rstrip()[-1:] if isinstance(piece, Text) else ""
    return last if last in tuple(_FINAL) else ""


def _ended(content: Content, mark: str) -> Content:
    at = _last_text(content)
    piece = content[at] if at is not None else None
    if at is None or not isinstance(piece, Text):
        return (*content, Text(mark)) if content else content
    text = piece.text.rstrip()
    if text.endswith(":"):
        return content
    stripped = text[:-1] if text[-1:] in tuple(_FINAL) else text
    ending = (Text(stripped + mark),) if not piece.italic else (replace(piece, text=stripped), Text(mark))
    kept = replace(piece, text=stripped + mark) if not piece.italic else None
    return (*content[:at], *((kept,) if kept else ending), *content[at + 1 :])
