"""How a finding names the place it is about: "paragraph 10 (a) (reporting-all)", "preambular paragraph 2 (recalls)".

Example:
    >>> names(resolution)["reporting-all"]
    'paragraph 10 (a) (reporting-all)'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.assemble import numbers
from draftkit.assemble.printed import note_numbers
from draftkit.model import Block, ClauseEntry, Content, Heading, Opaque, Paragraph, Resolution, Table
from draftkit.tree import Section, contents, unread, walk
from draftkit.tree import texts as texts

_KINDS = {Heading: "heading", Table: "table", ClauseEntry: "clause"}

MASTHEAD = "masthead"
TITLE = "title"
FORMULA = "formula"


def names(resolution: Resolution) -> dict[str, str]:
    """The name of every place that has text, by the id that a finding carries ("title" and "note x" among them)."""
    found = {TITLE: "the title", FORMULA: "the enacting formula", MASTHEAD: "the masthead"}
    paths = numbers.paths(resolution)
    ordinals: dict[int, int] = {}
    for part in resolution.parts:
        found |= {annex.id: f"the title of {annex.label or 'the annex'} ({annex.id})" for annex in part.annexes}
    for place in walk(resolution):
        block, number, at = place.block, " ".join(paths.get(place.block.id, ())), place.scope[0]
        if place.section is Section.PREAMBLE and isinstance(block, Paragraph):
            ordinals[at] = ordinals.get(at, 0) + (place.depth == 0)
            number = f"{ordinals[at]} {number}".rstrip() if place.depth else str(ordinals[at])
        found[block.id] = f"{_kind(block, place.section)}{' ' + number if number else ''} ({block.id})"
    numbered = note_numbers(resolution)
    for note in resolution.notes:
        found[f"note {note.id}"] = f"footnote{f' {numbered[note.id]}' if note.id in numbered else ''} ({note.id})"
    return found


def read_contents(resolution: Resolution) -> Iterator[tuple[str, Content]]:
    """Every content with the id of its block, as ``tree.contents``, without what could not be read: it has no form to check."""
    return _read(resolution, contents(resolution))


def read_texts(resolution: Resolution) -> Iterator[tuple[str, Content]]:
    """The same and the notes, as ``tree.texts``."""
    return _read(resolution, texts(resolution))


def _read(resolution: Resolution, found: Iterator[tuple[str, Content]]) -> Iterator[tuple[str, Content]]:
    unreadable = {block.id for block in unread(resolution)}
    return ((owner, content) for owner, content in found if owner not in unreadable)


def _kind(block: Block, section: Section) -> str:
    if isinstance(block, Opaque):
        return block.kind
    for kind, name in _KINDS.items():
        if isinstance(block, kind):
            return name
    return {Section.PREAMBLE: "preambular paragraph", Section.ANNEX: "annex paragraph"}.get(section, "paragraph")


LONGEST_QUOTE = 60
_BLANKS = re.compile(r"\s+")


def quoted(text: str) -> str:
    """Words of the text as a message shows them: on one line, in quotation marks, not too long."""
    line = _BLANKS.sub(" ", text).strip()
    return f'"{line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"}"'
