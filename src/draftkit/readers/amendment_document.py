"""A document of amendments (docs/amend.md) -> its lines and footnotes, from Markdown, plain text and Word files.

What the instructions say is read by ``amend.reading``, against the draft.

Example:
    >>> read("fiji.docx", draft).items[0].action
    <Action.DELETE: 'delete'>
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from draftkit import inline
from draftkit.amend.amendments import Action, Amendment, Amendments
from draftkit.amend.atoms import atoms, content_of, key
from draftkit.amend.reading import Line, read_document
from draftkit.amend.sheet import Sheet
from draftkit.errors import MarkupError, Unreadable
from draftkit.model import Callout, Content, Inline, Paragraph, Resolution, Text
from draftkit.readers import load_bytes
from draftkit.readers.naming import Names
from draftkit.readers.page.openers import with_lead
from draftkit.readers.page.page import CALLOUT
from draftkit.readers.prose import mark_references
from draftkit.tree import walk

_RULE = re.compile(r"-{3,}")
_NOTE = {".md": re.compile(r"\[\^(\w+)\]: (.*)", re.DOTALL), ".txt": re.compile(r"\[(\d+)\] (.*)", re.DOTALL)}
_CALLED = re.compile(r"\[(\d+)\]")
_WORD_CALLED = re.compile(f"{CALLOUT}(\\w+){CALLOUT}")
FORMATS = (".docx", ".markdown", ".md", ".txt")
"""What a document of amendments can be read from, by the end of its name."""


def read(path: str, draft: Resolution) -> Amendments:
    """Read a document against the draft that it amends.

    Raises:
        Unreadable: the file is missing, of another format, or has no instruction of a known form.
    """
    form = Path(path).suffix.lower()
    data = load_bytes(Path(path))
    lines, notes = _word(data, path) if form == ".docx" else _text(data, path, ".md" if form == ".markdown" else form)
    naming = _names(draft)
    found = read_document(lines, notes, draft, naming)
    if not found.items:
        remedy = "docs/amend.md has the forms; draftkit amend OLD NEW writes them"
        raise Unreadable("there is no instruction of a known form in this file", path, remedy)
    return _with_leads(found) if form == ".txt" else found


def with_marks(text: Resolution, places: Iterable[str]) -> Resolution:
    """A text with the typed references of some places made marks, as documents cannot have them."""
    marked, _ = mark_references(text)
    own, sheet = Sheet.of(marked), Sheet.of(text)
    for place in sorted(places):
        for name in sheet.under(place) if place in sheet.forest.values else [place]:
            content = own.content(name)
            if content is not None:
                sheet.reword(name, content)
    return sheet.resolution()


def _names(draft: Resolution) -> Names:
    """Names that the draft has not."""
    return _Free({place.block.id for place in walk(draft)} | {annex.id for part in draft.parts for annex in part.annexes})


class _Free(Names):
    """Hands out names that are not among those taken."""

    def __init__(self, taken: set[str]) -> None:
        super().__init__()
        self._taken |= dict.fromkeys(taken, 1)


def _text(data: bytes, path: str, form: str) -> tuple[list[Line], Mapping[str, Content]]:
    """The blocks of a text, parted by blank lines, and its notes."""
    from draftkit.readers.decoding import decoded

    source = decoded(data)
    if source is None:
        raise Unreadable("this is not a text file", path, "give the document as .md, .txt or .docx")
    parse = _markdown if form == ".md" else _plain
    lines: list[Line] = []
    notes: dict[str, Content] = {}
    at = 1
    for block in re.split(r"\n[ \t]*\n", source.replace("\r\n", "\n").replace("\r", "\n")):
        start = at + len(block) - len(block.lstrip("\n"))
        at += block.count("\n") + 2
        said = block.strip()
        if match := _NOTE[form].fullmatch(said):
            notes[match[1]] = parse(match[2])
        elif (said or " | " in block) and not _RULE.fullmatch(said):
            row = block.strip("\n")
            cells = tuple(parse(cell) for cell in row.split(" | ")) if " | " in row else ()
            lines.append(Line(parse(said), start, cells))
    return lines, notes


def _markdown(source: str) -> Content:
    """The words of a block of Markdown; what is bold is a heading there, and no more."""
    try:
        content = inline.parse(source)
    except MarkupError:
        return (Text(" ".join(source.split())),)
    return inline.tidy(replace(piece, bold=False) if isinstance(piece, Text) else piece for piece in content)


def _plain(source: str) -> Content:
    out: list[Inline] = []
    for at, part in enumerate(_CALLED.split(" ".join(source.split("\n")))):
        out.append(Callout(part) if at % 2 else Text(part))
    return inline.tidy(out)


def _word(data: bytes, path: str) -> tuple[list[Line], Mapping[str, Content]]:
    """The paragraphs of a Word file, and its notes by their place."""
    from draftkit.readers.word.document import page_of
    from draftkit.word.package import open_word
    from draftkit.word.revisions import count

    word = open_word(data, path)
    if count(word):
        raise Unreadable("the file has tracked changes", path, "accept or reject them in Word")
    page = page_of(word)

    def parse(text: str) -> Content:
        return _markdown(_WORD_CALLED.sub(r"[^\1]", text))

    lines = [Line(parse(chunk.text), chunk.line, tuple(parse(cell.text) for cell in chunk.cells)) for chunk in page.chunks]
    return lines, {str(at): parse(note.text) for at, note in enumerate(page.notes)}


def _with_leads(found: Amendments) -> Amendments:
    """The amendments with the italics that plain text cannot show: of opening words, and of words that stay."""
    return replace(found, items=tuple(map(_with_lead, found.items)))


def _with_lead(each: Amendment) -> Amendment:
    value = each.value
    if each.action is Action.REPLACE:
        return replace(each, by=_dressed(each.by, each.words))
    if each.action is not Action.ADD or not isinstance(value, Paragraph):
        return each
    text = inline.plain(value.content)
    part = "preambular" if text.rstrip().endswith(",") else "operative"
    return replace(each, value=replace(value, content=with_lead(value.content, part)))


def _dressed(by: Content, words: Content) -> Content:
    """Words in the formats of those that they replace, as far as both begin and end with the same."""
    old, new = atoms(words), atoms(by)
    shortest = min(len(old), len(new))
    start = next((at for at in range(shortest) if not _alike(old[at], new[at])), shortest)
    rest = shortest - start
    end = next((at for at in range(rest) if not _alike(old[len(old) - at - 1], new[len(new) - at - 1])), rest)
    return content_of((*old[:start], *new[start : len(new) - end], *old[len(old) - end :]))


def _alike(one: Inline, other: Inline) -> bool:
    """Whether two atoms say the same: letters whatever their format, a callout only if it calls the same note."""
    return one == other or (isinstance(one, Text) and isinstance(other, Text) and key(one) == key(other))
