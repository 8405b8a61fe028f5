"""final-punctuation: the mark a paragraph ends with follows from its place (un-rules B2, B5, C2).

A preambular paragraph ends with a comma; a paragraph or subparagraph of the operative part with a semicolon, the last of
all with a period; whatever announces subparagraphs, a table or an unnumbered text with a colon. Subparagraphs of the
preamble and annexes follow no one rule and are left alone. So are the operative paragraphs of a declaration, whole sentences
that open with no verb in italics ("We, the Heads of State ..."), and rows of asterisks.

Without any mark, or with "and", no paragraph ends; nor does one before the last end with a period. Another mark in its place
is a warning: adopted texts do have some, a comma for a semicolon most often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble.leads import lead
from draftkit.assemble.punctuation import read_items
from draftkit.checks.form.closing_lines import meeting_line
from draftkit.checks.punctuation.stretch import stretch
from draftkit.checks.rule import rule
from draftkit.checks.subject import Passage, Subject
from draftkit.inline import MARK, plain
from draftkit.model import Block, Callout, Content, Finding, Heading, Opaque, Paragraph, Part, Severity, Table

_AND = re.compile(r"[;,] and$")
_NO_AND = ': no "and" stands before the last subparagraph'
_MARK = re.compile(r"[,;:.]$")
_QUOTED_SENTENCE = re.compile(r"[.?!][”’\"']+$")
_WORDS = re.compile(r"\w")
_UNSEEN = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200e\u200f\ufeff"
_OTHER_ROW = re.compile(r"(?:\d+\.)+(?:\d+)?|[A-Z]\.")
"""Written labels of a row that is no subparagraphs: an agenda "1.", a programme "1.2", a regulation "A."."""

_CALLED = re.compile(r"(?<=[\w,;.:”’)])\[\^?\d{1,3}\]$")
"""A callout whose note is gone, which is the matter of dangling-note."""

_MARKS = {",": "a comma", ";": "a semicolon", ":": "a colon", ".": "a period"}


@rule("DK201", "B2, C2", Severity.ERROR, mends=True)
def final_punctuation(subject: Subject) -> Iterator[Finding]:
    """A preambular paragraph ends with ",", an operative one with ";", the last with ".", a stem with ":" (un-rules B2, C2)."""
    place = subject.names
    passages = {passage.owner: passage for passage in subject.paragraphs}
    for part in subject.resolution.parts:
        for paragraph, allowed in _endings(part):
            text = _text(paragraph.content)
            literal = ends_in_text(paragraph.content)
            if not _WORDS.search(text) or (literal and _is_ended(text, allowed)):
                continue
            mark = allowed[0]
            match = (_AND.search(text) or _MARK.search(text)) if literal else None
            ending = match[0] if match else ""
            certain = ending not in _MARKS or (ending == "." and paragraph not in part.preamble)
            severity = Severity.ERROR if certain else Severity.WARNING
            words, instead = _mended(passages[paragraph.id], text, ending, mark) if literal else ("", "")
            message = f"{place[paragraph.id]} ends {_said(ending)}, not with {_MARKS[mark]}"
            fix = f'end it with "{mark}"{_NO_AND if _AND.search(ending) else ""}'
            yield Finding("final-punctuation", severity, message, paragraph.id, fix, words=words, instead=instead)


def _said(ending: str) -> str:
    return 'with "and"' if _AND.search(ending) else f"with {_MARKS.get(ending, 'no punctuation mark')}"


def _text(content: Content) -> str:
    """The words of a paragraph up to its final mark, without signs that are not printed."""
    return _CALLED.sub("", plain(_without_indicators(content)).rstrip(_UNSEEN)).rstrip(_UNSEEN)


def _is_ended(text: str, allowed: str) -> bool:
    """Whether the text ends with one of the marks; a quoted sentence that ends the text has its period within."""
    return text.endswith(tuple(allowed)) or (allowed[0] == "." and bool(_QUOTED_SENTENCE.search(text)))


def _mended(passage: Passage, text: str, ending: str, mark: str) -> tuple[str, str]:
    """The last words and what to write for them; nothing to write where a colon may announce what follows."""
    words = passage.flat.rstrip(_UNSEEN + MARK)
    if not words or words[-1] != text[-1]:
        return "", ""  # raised figures follow
    start = len(words) - len(ending)
    found, instead = stretch(passage, start, len(words), mark)
    return found, "" if ":" in (ending, mark) else instead


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
    said = [at for at, each in enumerate(part.operative) if not (isinstance(each, Heading | Opaque) or meeting_line(each))]
    last = max(said, default=-1)
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
