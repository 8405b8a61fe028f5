"""Final punctuation: every operative paragraph ends with ";", the last with "." (un-rules B2, C2).

One that opens as a preamble does at the head of a section, "Having considered" behind a heading, ends with ",".

Only where the drafter changed something: a paragraph that is new, that became or ceased to be the last, or whose final mark
is another. Paragraphs that stand as they stood keep what they had. What could not be read has no marks and is passed over.

Example:
    a paragraph put in after the old last one ends with ".", and the "." of the old one becomes ";"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from draftkit.assemble.leads import lead
from draftkit.assemble.pieces import cut
from draftkit.inline import join, plain
from draftkit.model import (
    Block,
    Callout,
    Change,
    Changes,
    ClauseEntry,
    Content,
    Heading,
    Item,
    Kind,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Text,
)
from draftkit.tree import map_blocks
from draftkit.un.openers import opens_like_a_preamble

_FINAL = re.compile(r"[;,] and$|[;,]$|(?<!\.)\.$")
"""What another mark takes the place of. No "and" stands before the last subparagraph (C2)."""

_NOTHING_AFTER = re.compile(r"(?:[:?!]|\.\.|[;,] or)$")
"""What no mark is put after, an ellipsis among it. All else has the mark after it: a closing quotation mark, a bracket."""

_NO_PERIOD_AFTER = re.compile(r"[.?!][”’\"']+$")
"""A quoted sentence that ends the text: no second period after its own."""


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
            changes.append(Change("punctuation", Kind.CONSEQUENTIAL, block.id, _final(block.content), _final(content)))
        return replace(block, content=content)

    return map_blocks(resolution, ended), tuple(changes)


def _endings(part: Part) -> Iterator[tuple[str, _Ending]]:
    """The mark of each paragraph that has none below it; stems of subparagraphs are left alone."""
    for block in part.preamble:
        if isinstance(block, Paragraph) and not read_items(block):
            yield block.id, _Ending(",", _final(block.content), closes=False)
    paragraphs = [block for block in part.operative if isinstance(block, Paragraph | ClauseEntry)]
    opening = _opening_sections(part.operative)
    for block in paragraphs:
        if isinstance(block, Paragraph):
            yield from _operative(block, closes=block is paragraphs[-1], opens=block.id in opening)


def _opening_sections(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The paragraphs with which sections open as a preamble does: those without a number behind a heading (B1)."""
    found: list[str] = []
    at_head = False
    for block in blocks:
        preamble = isinstance(block, Paragraph) and block.label == "" and opens_like_a_preamble(lead(block.content))
        at_head = isinstance(block, Heading) or (at_head and preamble)
        if at_head and preamble and isinstance(block, Paragraph):
            found.append(block.id)
    return frozenset(found)


def _operative(paragraph: Paragraph, *, closes: bool, opens: bool = False) -> Iterator[tuple[str, _Ending]]:
    """``opens``: it stands at the head of a section, as a preamble."""
    items = read_items(paragraph)
    if not items:
        yield paragraph.id, _Ending("." if closes else "," if opens else ";", _final(paragraph.content), closes)
    for item in items:
        if isinstance(item, Paragraph):
            yield from _operative(item, closes=closes and item is items[-1])


def read_items(paragraph: Paragraph) -> tuple[Item, ...]:
    """The items of a paragraph without what could not be read, which takes no part in the punctuation."""
    return tuple(item for item in paragraph.items if not isinstance(item, Opaque))


def _body(content: Content) -> int:
    """How many pieces stand before the callouts at the end: the final mark goes before them (un-rules E2)."""
    end = len(content)
    while end and isinstance(content[end - 1], Callout):
        end -= 1
    return end


def _tail(body: Content) -> Content:
    """The literal text after the last reference or callout, over however many runs it goes."""
    start = len(body)
    while start and isinstance(body[start - 1], Text):
        start -= 1
    return body[start:]


def _final(content: Content) -> str:
    """The mark that ends the content ("; and" is one), "" if it ends with none that may be replaced."""
    match = _FINAL.search(plain(_tail(content[: _body(content)])).rstrip())
    return match[0] if match else ""


def _ended(content: Content, mark: str) -> Content:
    """The content with another final mark, in roman, or as it was where its own ending stays."""
    end = _body(content)
    tail, final = _tail(content[:end]), _final(content)
    if not end or final == mark:
        return content
    text = plain(tail).rstrip().removesuffix(final)
    added = "" if _NOTHING_AFTER.search(text) or (mark == "." and _NO_PERIOD_AFTER.search(text)) else mark
    if added == final:
        return content
    return join((*content[: end - len(tail)], *cut(tail, 0, len(text)), Text(added), *content[end:]))
