"""A footnote stands where its source is first mentioned (un-rules E4).

When the drafter takes out the paragraph that calls a note, and the note is called nowhere else, it moves to the next mention of
the same thing, behind its punctuation. ``named_things`` says what the same thing is.

Example:
    Recalling the Vienna Convention on Diplomatic Relations,[^vienna]        (struck)
    1. Urges States to observe the Vienna Convention on Diplomatic Relations;   ->   1. ... on Diplomatic Relations;[^vienna]

Nothing is done where it is not sure: the note was not at the first mention, that mention has a note of its own, or the thing is
not named again in the same words. The note then is called nowhere, of which the check ``dangling-note`` speaks. A note that the
drafter took out of the notes is not brought back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.assemble.mentions import plain_number
from draftkit.assemble.named_things import Named, Sort, named
from draftkit.assemble.notes import full
from draftkit.assemble.pieces import put_in
from draftkit.inline import MARK, flat
from draftkit.model import Block, Callout, Change, Changes, Kind, Note, Paragraph, Resolution
from draftkit.tree import Section, contents, map_blocks, walk
from draftkit.un.citations import NUMBER, find
from draftkit.un.dates import DATE

_OF_AN_INSTRUMENT = re.compile(r"\bannex|\benclosure|\bchap\. I\b|Sales No\.")
"""A note that may be the source of an instrument, or that of a report or a decision about it."""
_OF_NOTHING_ELSE = re.compile(r"Treaty Series|^(?:See )?[Rr]esolutions? ")
"""One that is the source of an instrument whatever the words around."""
_ABOUT = re.compile(r"\b(?:[Pp]art(?:y|ies)|sessions?|reports?|meetings?|decisions?|Conference|[Rr]eview)\b[^,;]{0,60}$")
"""What stands before a name whose note may be that of something else: "the parties to the Convention,[^decision]"."""
_B = r"[ \u00a0]"
_ITSELF = re.compile(
    rf"\w+(?:{_B}(?:also|further|again))?{_B}(?:its|[A-Z]\w+(?:{_B}[A-Z]\w+){{0,5}})(?:{_B}(?:previous|earlier|relevant))?"
    rf"{_B}resolutions?{_B}(?:{NUMBER}(?:{_B}of{_B}{DATE})?[,{MARK} \u00a0]+(?:and{_B})?)*"
)
"""What stands before a number if the paragraph is about the resolution itself: "Recalling its resolutions 79/1 of ... and ".
Behind "the fund established by resolution 79/1" the note is that of the fund."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A thing named in a paragraph of a part, what stands before it there, and the resolutions that the paragraph cites."""

    part: int
    paragraph: str
    named: Named
    before: str
    cited: frozenset[str]

    @property
    def key(self) -> tuple[int, str, bool]:
        """What it has in common with other mentions of the same thing."""
        return self.part, self.named.thing, self.named.others


@dataclass(frozen=True, slots=True)
class _Text:
    """What is asked of a text: everything named in it, its notes, its blocks, and how often each note is called."""

    places: tuple[_Place, ...]
    notes: Mapping[str, Note]
    blocks: frozenset[str]
    calls: Mapping[str, int]

    @staticmethod
    def of(text: Resolution) -> _Text:
        blocks = frozenset(place.block.id for place in walk(text))
        return _Text(tuple(_named(text)), {note.id: note for note in text.notes}, blocks, _calls(text))


def move_first_notes(resolution: Resolution, bases: Sequence[Resolution]) -> tuple[Resolution, Changes]:
    """Call each note that lost its callout with a paragraph at the next mention of its thing, if that is sure.

    Args:
        bases: the texts that the draft may have been made from, the likeliest first: the prior rolled forward, the prior.
    """
    called_now = _calls(resolution)
    lost = [note for note in resolution.notes if note.id not in called_now and not note.number]
    moves: dict[str, list[tuple[Named, str]]] = {}
    changes: list[Change] = []
    known = [_Text.of(base) for base in bases] if lost else []
    now = _Text.of(resolution) if lost else _Text((), {}, frozenset(), {})
    for note in lost:
        place = next((found for base in known if (found := _next_mention(note, now, base))), None)
        if place is None or any(other.callout == place.named.callout for other, _ in moves.get(place.paragraph, ())):
            continue
        moves.setdefault(place.paragraph, []).append((place.named, note.id))
        thing = place.named.thing
        changes.append(Change("note", Kind.CONSEQUENTIAL, place.paragraph, thing, f"{thing}[^{note.id}]"))

    def called(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.id not in moves:
            return block
        content = block.content
        for where, note in sorted(moves[block.id], key=lambda move: -move[0].callout):
            content = put_in(content, where.callout, Callout(note))
        return replace(block, content=content)

    return map_blocks(resolution, called), tuple(changes)


def _next_mention(note: Note, now: _Text, base: _Text) -> _Place | None:
    """Where the thing of a note is first mentioned now, ``None`` if that is not sure."""
    was = _first_caller(note, base)
    if was is None or was.paragraph in now.blocks:
        return None
    first = _first(now.places, was, _sources(note))
    if first is None or not first.named.is_sure or first.named.note:
        return None
    if was.named.sort is Sort.TITLE and first.before.split()[-2:] != was.before.split()[-2:]:
        return None  # the title of a report is also the name of the item under which it is taken up
    return first


def _first_caller(note: Note, base: _Text) -> _Place | None:
    """The place in the base where the note was called, if the thing before it is known and was first mentioned there."""
    if note.id not in base.notes or base.calls.get(note.id) != 1:
        return None
    was = next((place for place in base.places if place.named.note == note.id), None)
    if was is None or not was.named.is_sure or not _is_source(base.notes[note.id], was, base.notes):
        return None
    return was if _first(base.places, was, _sources(base.notes[note.id])) is was else None


def _sources(note: Note) -> frozenset[str]:
    """The resolutions that a note names: where a paragraph cites one itself, what it is about needs no note there."""
    return frozenset(plain_number(citation) for citation in find(inline.plain(note.content)))


def _is_source(note: Note, place: _Place, notes: Mapping[str, Note]) -> bool:
    """Whether a note is the source of the thing itself, and not of what the words around make of it."""
    if place.named.sort is Sort.TITLE:
        return True
    if place.named.sort is Sort.NUMBER:
        return bool(_ITSELF.fullmatch(place.before))
    text = inline.plain(full(note, notes))
    return bool(_OF_NOTHING_ELSE.search(text) or (_OF_AN_INSTRUMENT.search(text) and not _ABOUT.search(place.before)))


def _first(places: Iterable[_Place], like: _Place, sources: frozenset[str]) -> _Place | None:
    """The first mention of the same thing in the same part, among those that may have a note."""
    same = (each for each in places if each.key == like.key)
    return next((each for each in same if each.named.sort is not Sort.NAME or not each.cited & sources), None)


def _named(resolution: Resolution) -> Iterator[_Place]:
    """Everything named in the paragraphs of preamble and operative part, in printed order."""
    for place in walk(resolution):
        if isinstance(place.block, Paragraph) and place.section is not Section.ANNEX:
            text = flat(place.block.content)
            cited = frozenset(plain_number(citation) for citation in find(text))
            for found in named(place.block.content):
                yield _Place(place.scope[0], place.block.id, found, text[: found.start], cited)


def _calls(resolution: Resolution) -> Counter[str]:
    """How often each note is called."""
    return Counter(piece.note for _, content in contents(resolution) for piece in content if isinstance(piece, Callout))
