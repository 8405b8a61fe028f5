"""final-punctuation: the mark a paragraph ends with follows from its place (un-rules B2, B5, C2).

A preambular paragraph ends with a comma; a paragraph or subparagraph of the operative part with a semicolon, the last of
all with a period; whatever announces subparagraphs, a table or an unnumbered text with a colon. Subparagraphs of the
preamble and annexes follow no one rule and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import names
from draftkit.inline import plain
from draftkit.model import Block, Callout, Content, Finding, Heading, Paragraph, Part, Resolution, Severity, Table

_AND = re.compile(r"[;,] and$")
_MARKS = {",": "a comma", ";": "a semicolon", ":": "a colon", ".": "a period"}


def final_punctuation(resolution: Resolution) -> Iterator[Finding]:
    """A preambular paragraph ends with ",", an operative one with ";", the last with ".", a stem with ":" (un-rules B2, C2)."""
    place = names(resolution)
    for part in resolution.parts:
        for paragraph, allowed in _endings(part):
            text = plain(paragraph.content).rstrip()
            if not paragraph.content or (ends_in_text(paragraph.content) and text.endswith(tuple(allowed))):
                continue
            if _AND.search(text):
                found, fix = 'with "and"', f'end it with "{allowed[0]}": no "and" stands before the last subparagraph'
            else:
                found, fix = f"with {_MARKS.get(text[-1:], 'no punctuation mark')}", f'end it with "{allowed[0]}"'
            message = f"{place[paragraph.id]} ends {found}, not with {_MARKS[allowed[0]]}"
            yield Finding("final-punctuation", Severity.ERROR, message, paragraph.id, fix)


def ends_in_text(content: Content) -> bool:
    """Whether literal characters come last, footnote callouts apart; a reference leaves the punctuation out."""
    rest = [piece for piece in content if not isinstance(piece, Callout)]
    return bool(rest) and hasattr(rest[-1], "text")


def _endings(part: Part) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs that a rule applies to, with the marks each may end with, the expected one first."""
    for at, block in enumerate(part.preamble):
        if isinstance(block, Paragraph) and block.label != "":
            yield block, ":" if block.items else ",:" if _announces(part.preamble, at) else ","
    last = max((at for at, block in enumerate(part.operative) if not isinstance(block, Heading)), default=-1)
    for at, block in enumerate(part.operative):
        if not isinstance(block, Paragraph) or block.label == "":
            continue
        mark = "." if at == last else ";"
        following = part.operative[at + 1] if at + 1 < len(part.operative) else None
        if _announces(part.operative, at):
            mark += ":"
        elif isinstance(following, Heading) and following.restart:
            mark = ".;"  # what is numbered anew after the heading is a text of its own (A9)
        yield from _paragraph_endings(block, mark)


def _announces(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a table or an unnumbered text comes next, which a colon may announce."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return isinstance(following, Table) or (isinstance(following, Paragraph) and following.label == "")


def _paragraph_endings(paragraph: Paragraph, mark: str) -> Iterator[tuple[Paragraph, str]]:
    """A paragraph and its items; ``mark`` ends the last of them, a semicolon the others."""
    if not paragraph.items:
        yield paragraph, mark
        return
    yield paragraph, ":"
    for at, item in enumerate(paragraph.items):
        if isinstance(item, Paragraph) and item.label != "":
            last = at == len(paragraph.items) - 1
            announces = ":" if not item.items and _announces(paragraph.items, at) else ""
            yield from _paragraph_endings(item, (mark if last else ";") + announces)
