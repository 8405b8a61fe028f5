"""Putting a slip into a text: each edit makes of a good text and a random source the text with the slip, or ``None``.

Example:
    >>> put = swap(r"the present resolution", "this resolution")
    >>> put(resolution, random.Random(1)).place
    'requests-report'
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.model import Block, Content, Note, Paragraph, Part, Resolution, Text
from draftkit.tree import Section, map_contents, map_sections, texts, walk
from draftkit.un.wording import QUOTED

NEW = "slipped-in"
"""The id of a paragraph or note that an edit adds."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """A text with a slip in it, and the place where it is ("" for any place).

    ``prior``: the text it was made from, for rules that ask for it. ``before``: the good text, where that is not the one given.
    """

    resolution: Resolution
    place: str
    prior: Resolution | None = None
    before: Resolution | None = None


Put = Callable[[Resolution, random.Random], Slipped | None]
Change = Callable[[Paragraph, random.Random], Paragraph | None]
New = str | Callable[[re.Match[str]], str]


def of_part(resolution: Resolution, wanted: str) -> list[Paragraph]:
    """The paragraphs of the preamble, of the operative part, or of both (""), with their subparagraphs."""
    known = {"preamble": (Section.PREAMBLE,), "operative": (Section.OPERATIVE,), "": (Section.PREAMBLE, Section.OPERATIVE)}
    found = (place for place in walk(resolution) if place.section in known[wanted])
    return [place.block for place in found if isinstance(place.block, Paragraph)]


def with_content(resolution: Resolution, place: str, content: Content) -> Resolution:
    """The text with another content of one paragraph or note."""
    if place.startswith("note "):
        notes = (replace(note, content=content) if f"note {note.id}" == place else note for note in resolution.notes)
        return replace(resolution, notes=tuple(notes))
    return map_contents(resolution, lambda owner, old: content if owner == place else old)


def swap(pattern: str, new: New, where: str = "", *, italic: bool = False) -> Put:
    """Words of one run, in a paragraph or in a "note", written otherwise: not those in quotation marks."""
    wanted = re.compile(re.sub(" (?!\u00a0\\])(?!\\\\u00a0\\])", "[ \u00a0]", pattern))

    def put(resolution: Resolution, chance: random.Random) -> Slipped | None:
        found = [
            (owner, content, at, match)
            for owner, content in _places(resolution, where)
            for at, piece in enumerate(content)
            if isinstance(piece, Text) and piece.italic is italic
            for match in wanted.finditer(piece.text)
            if where == "note" or "“" in pattern or not any(_within(match, quote) for quote in QUOTED.finditer(piece.text))
        ]
        if not found:
            return None
        owner, content, at, match = chance.choice(found)
        piece = content[at]
        instead = new(match) if callable(new) else match.expand(new)
        assert isinstance(piece, Text)
        text = piece.text[: match.start()] + instead + piece.text[match.end() :]
        return Slipped(with_content(resolution, owner, (*content[:at], replace(piece, text=text), *content[at + 1 :])), owner)

    return put


def tail(source: str, where: str = "operative") -> Put:
    """Words in the grammar of drafts put before the final mark of a paragraph; "{id}" is the id of another one."""

    def put(resolution: Resolution, chance: random.Random) -> Slipped | None:
        ends = (";", ",", ".")
        able = [each for each in of_part(resolution, where) if _ends(each.content, ends) and not each.items]
        if len(able) < 2:
            return None
        chosen = chance.choice(able)
        other = chance.choice([each.id for each in able if each is not chosen])
        last = chosen.content[-1]
        assert isinstance(last, Text)
        added = inline.parse("x" + source.replace("{id}", other))
        first = added[0]
        assert isinstance(first, Text)
        added = (replace(first, text=first.text[1:]), *added[1:])
        whole = (*chosen.content[:-1], replace(last, text=last.text[:-1]), *added, Text(last.text[-1]))
        return Slipped(with_content(resolution, chosen.id, inline.join(whole)), chosen.id)

    return put


def added(source: str) -> Put:
    """A new operative paragraph before the last one."""

    def put(resolution: Resolution, _: random.Random) -> Slipped | None:
        if len(resolution.parts) != 1 or len(resolution.parts[0].operative) < 2:
            return None
        return Slipped(in_operative(resolution, Paragraph(NEW, inline.parse(source)), -1), NEW)

    return put


def in_operative(resolution: Resolution, block: Block, at: int) -> Resolution:
    """The text with one more block in its operative part."""

    def change(section: Section, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return (*blocks[:at], block, *blocks[at:]) if section is Section.OPERATIVE else blocks

    return map_sections(resolution, change)


def of_paragraph(change: Change, where: str = "operative", *, top: bool = False) -> Put:
    """One paragraph changed as a whole; ``change`` gives ``None`` where it has no place. ``top``: no subparagraph."""

    def put(resolution: Resolution, chance: random.Random) -> Slipped | None:
        high = {place.block.id for place in walk(resolution) if place.depth == 0}
        able = [each for each in of_part(resolution, where) if each.id in high or not top]
        chance.shuffle(able)
        for each in able:
            if (new := change(each, chance)) is not None:
                return Slipped(_replaced(resolution, each.id, new), each.id)
        return None

    return put


def of_masthead(place: str = "masthead", **fields: object) -> Put:
    """Other lines of the masthead."""

    def put(resolution: Resolution, _: random.Random) -> Slipped | None:
        return Slipped(replace(resolution, masthead=replace(resolution.masthead, **fields)), place)  # type: ignore[arg-type]

    return put


def of_part_whole(change: Callable[[Part], Part | None], place: str = "") -> Put:
    """The first part changed as a whole."""

    def put(resolution: Resolution, _: random.Random) -> Slipped | None:
        new = change(resolution.parts[0])
        return Slipped(replace(resolution, parts=(new, *resolution.parts[1:])), place) if new else None

    return put


def with_note(resolution: Resolution, note: Note, after: str) -> Resolution:
    """The text with one more note, which stands behind another one."""
    notes = [each for known in resolution.notes for each in ((known, note) if known.id == after else (known,))]
    return replace(resolution, notes=tuple(notes))


def where_it_says(pattern: str, put: Put) -> Put:
    """The edit in texts alone whose operative paragraphs say this, all of them together."""
    wanted = re.compile(pattern)

    def able(resolution: Resolution, chance: random.Random) -> Slipped | None:
        said = "\n".join(inline.plain(each.content) for each in of_part(resolution, "operative")).replace("\u00a0", " ")
        return put(resolution, chance) if wanted.search(said) else None

    return able


def anywhere(put: Put) -> Put:
    """The edit, found wherever the rule finds it."""

    def made(resolution: Resolution, chance: random.Random) -> Slipped | None:
        slipped = put(resolution, chance)
        return replace(slipped, place="") if slipped else None

    return made


def _places(resolution: Resolution, where: str) -> Iterator[tuple[str, Content]]:
    if where == "note":
        yield from ((owner, content) for owner, content in texts(resolution) if owner.startswith("note "))
    else:
        yield from ((each.id, each.content) for each in of_part(resolution, where))


def _within(match: re.Match[str], quote: re.Match[str]) -> bool:
    return quote.start() <= match.start() < quote.end()


def _ends(content: Content, ends: tuple[str, ...]) -> bool:
    last = content[-1] if content else None
    return isinstance(last, Text) and not last.italic and len(last.text) > 20 and last.text.endswith(ends)


def _replaced(resolution: Resolution, place: str, new: Paragraph) -> Resolution:
    def descend(block: Block) -> Block:
        if not isinstance(block, Paragraph):
            return block
        if block.id == place:
            return new
        return replace(block, items=tuple(descend(item) for item in block.items))  # type: ignore[misc]

    return map_sections(resolution, lambda _, blocks: tuple(map(descend, blocks)))
