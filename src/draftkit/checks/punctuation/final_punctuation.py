"""final-punctuation: the mark a paragraph ends with follows from its place (un-rules B2, B5, C2).

A preambular paragraph ends with a comma; a paragraph or subparagraph of the operative part with a semicolon, the last of
all with a period; whatever announces subparagraphs, a table or an unnumbered text with a colon. Subparagraphs of the
preamble and annexes follow no one rule and are left alone. So are the operative paragraphs of a declaration, whole sentences
that open with no verb in italics ("We, the Heads of State ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.leads import lead
from draftkit.assemble.punctuation import read_items
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.inline import plain
from draftkit.model import Block, Callout, Content, Finding, Heading, Opaque, Paragraph, Part, Severity, Table

_AND = re.compile(r"[;,] and$")
_OTHER_ROW = re.compile(r"(?:\d+\.)+(?:\d+)?|[A-Z]\.")
"""Written labels of a row that is no subparagraphs: an agenda "1.", a programme "1.2", a regulation "A."."""

_MARKS = {",": "a comma", ";": "a semicolon", ":": "a colon", ".": "a period"}


@rule("DK201", "B2, C2", Severity.ERROR)
def final_punctuation(subject: Subject) -> Iterator[Finding]:
    """A preambular paragraph ends with ",", an operative one with ";", the last with ".", a stem with ":" (un-rules B2, C2)."""
    place = subject.names
    for part in subject.resolution.parts:
        for paragraph, allowed in _endings(part):
            text = plain(_without_indicators(paragraph.content)).rstrip()
            if not paragraph.content or (ends_in_text(paragraph.content) and text.endswith(tuple(allowed))):
                continue
            if _AND.search(text):
                found, fix = 'with "and"', f'end it with "{allowed[0]}": no "and" stands before the last subparagraph'
            else:
                found, fix = f"with {_MARKS.get(text[-1:], 'no punctuation mark')}", f'end it with "{allowed[0]}"'
            message = f"{place[paragraph.id]} ends {found}, not with {_MARKS[allowed[0]]}"
            yield Finding("final-punctuation", Severity.ERROR, message, paragraph.id, fix)


def _without_indicators(content: Content) -> Content:
    """The content without callouts and raised figures ("^1-17^") at its end: indicators follow the mark (un-rules E2)."""
    end = len(content)
    while end and (isinstance(content[end - 1], Callout) or getattr(content[end - 1], "superscript", False)):
        end -= 1
    return content[:end]


def ends_in_text(content: Content) -> bool:
    """Whether literal characters come last, footnote callouts apart; a reference leaves the punctuation out."""
    rest = [piece for piece in content if not isinstance(piece, Callout)]
    return bool(rest) and hasattr(rest[-1], "text")


def _endings(part: Part) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs that a rule applies to, with the marks each may end with, the expected one first."""
    for at, block in enumerate(part.preamble):
        if isinstance(block, Paragraph) and block.label != "":
            items = read_items(block)
            if items and plain(block.content).strip() == lead(block.content):
                continue  # a bare "Reaffirming" before its subparagraphs has no mark in adopted texts
            yield block, ":" if items else ",:" if block.items or _announces(part.preamble, at) else ","
    if _is_declaration(part):
        return
    last = max((at for at, block in enumerate(part.operative) if not isinstance(block, Heading | Opaque)), default=-1)
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


def _is_declaration(part: Part) -> bool:
    """Whether most operative paragraphs, more than one, open without italics."""
    opens = [bool(lead(block.content)) for block in part.operative if isinstance(block, Paragraph) and block.label != ""]
    return len(opens) > 1 and sum(opens) * 2 < len(opens)


def _announces(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a table, an unnumbered text or what could not be read comes next, which a colon may announce."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return isinstance(following, Table | Opaque) or (isinstance(following, Paragraph) and following.label == "")


def _paragraph_endings(paragraph: Paragraph, mark: str) -> Iterator[tuple[Paragraph, str]]:
    """A paragraph and its items; ``mark`` ends the last of them, a semicolon the others."""
    items = read_items(paragraph)
    if not items:
        yield paragraph, f"{mark}:" if paragraph.items else mark
        return
    yield paragraph, ":"
    for at, item in enumerate(items):
        if isinstance(item, Paragraph) and item.label != "" and not _OTHER_ROW.fullmatch(item.label or ""):
            last = at == len(items) - 1
            announces = ":" if not item.items and _announces(paragraph.items, paragraph.items.index(item)) else ""
            yield from _paragraph_endings(item, (mark if last else ";") + announces + "?")  # a question that is put to a court
