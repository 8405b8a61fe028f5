"""What a redline accepts or rejects to, held against a Word file: text first, then all that is seen of it.

In: the readouts of both without revisions, and what they have beside the text. Out: a ``Way``. Things that no proof looks at are
named if the file has them and they are not the same.

Example:
    >>> against_file("accepted", wanted, found, ("new", {}, {})).further
    ('accepted, style: heading 1 instead of normal, in "Annex"',)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from draftkit.compare.proof import Way, deltas
from draftkit.word.pieces import breaks, fields, links, looks, marked, things
from draftkit.word.readout import Line, Readout

Beside = Mapping[str, frozenset[str]]

_SHOWN = 60
"""Letters of a line by which a place is told."""
_FACTS: Mapping[str, Callable[[Line], Sequence[str]]] = {
    "link": lambda line: links(line.pieces),
    "field": lambda line: fields(line.pieces),
    "picture": lambda line: things(line.pieces),
}
_LAYOUT = ("", "style", "alignment", "number")
_BLANK = re.compile(r"[ \t\n\f\r\b]+")


def against_file(way: str, wanted: Readout, found: Readout, beside: tuple[str, Beside, Beside]) -> Way:
    """Compare what a file says with what it should.

    Args:
        way: how it came about, "accepted" or "rejected".
        beside: whose text is wanted ("new", "prior"), and what that file and the one found have beside the text.
    """
    text: list[str] = []
    further: list[str] = []
    unseen: dict[str, None] = {}
    done: set[tuple[int, int]] = set()
    for story in dict.fromkeys((*wanted.stories, *found.stories)):
        one, other = (readout.stories.get(story, ()) for readout in (wanted, found))
        if (id(one), id(other)) in done:  # a header goes on from section to section
            continue
        done.add((id(one), id(other)))
        prefix = way if story == "body" else f"{way}, {story}"
        texts, others = ([shown(line) for line in lines if shown(line)] for lines in (one, other))
        text += deltas(prefix, texts, others)
        for line, same in _pairs(one, other):
            if line != same:
                further += _facts(prefix, line, same)
                unseen |= dict.fromkeys(_unseen(line, same))
    whose, own, has = beside
    unseen |= dict.fromkeys(kind for kind, things_ in own.items() if not things_ <= has.get(kind, frozenset()))
    return Way((), tuple(text), tuple(further), tuple(f"{kind} (not the {whose} text's)" for kind in unseen))


def shown(line: Line) -> str:
    """What a line says, or shows where it says nothing."""
    return line.text or " ".join(f"[{piece.thing or piece.field}]" for piece in line.pieces if piece.thing or piece.field)


def _pairs(one: Sequence[Line], other: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The lines that both say, in order."""
    texts, others = [shown(line) for line in one], [shown(line) for line in other]
    if texts == others:
        yield from zip(one, other, strict=True)
        return
    for start, place, size in SequenceMatcher(None, texts, others, autojunk=False).get_matching_blocks():
        yield from zip(one[start : start + size], other[place : place + size], strict=True)


def _facts(prefix: str, wanted: Line, found: Line) -> Iterator[str]:
    """What of two lines that say the same is seen to be different."""
    yield from deltas(f"{prefix}, format", [marked(wanted.pieces)], [marked(found.pieces)])
    yield from deltas(f"{prefix}, tabs and breaks", [breaks(wanted.pieces)], [breaks(found.pieces)])
    place = f', in "{wanted.text[:_SHOWN]}"' if wanted.text else ""
    for name, of in _FACTS.items():
        one, other = of(wanted), of(found)
        if one != other:
            yield f"{prefix}, {name}: {'; '.join(other) or 'none'} instead of {'; '.join(one) or 'none'}{place}"
    for name, before, after in _layout(wanted, found):
        yield f"{prefix}, {name}: {after or 'none'} instead of {before or 'none'}{place}"
    yield from _blanks(prefix, wanted, found)


def _blanks(prefix: str, wanted: Line, found: Line) -> Iterator[str]:
    """What differs of the empty paragraphs before a line: how many they are, else their styles."""
    where = f' before "{wanted.text[:_SHOWN]}"' if wanted.text else " at the end"
    if len(wanted.blanks) != len(found.blanks):
        yield f"{prefix}, empty paragraphs: {len(found.blanks)} instead of {len(wanted.blanks)}{where}"
        return
    for before, after in zip(wanted.blanks, found.blanks, strict=True):
        if before != after:
            yield f"{prefix}, style: {after or 'none'} instead of {before or 'none'}, of an empty paragraph{where}"


def _layout(wanted: Line, found: Line) -> Iterator[tuple[str, str, str]]:
    """What differs, as it is, as it should be; paragraph by paragraph, row by row."""
    if [entry[0] for entry in wanted.layout] != [entry[0] for entry in found.layout]:
        before, after = (" ".join(entry[0] for entry in line.layout) for line in (wanted, found))
        yield "paragraphs and tables", before, after
        return
    for one, other in zip(wanted.layout, found.layout, strict=True):
        if one[0] == "p":
            for name, before, after in zip(_LAYOUT, one, other, strict=True):
                if before != after:
                    yield name, before, after
        elif one != other:
            yield "style of a table" if one[0] == "table" else "cells", " ".join(one[1:]), " ".join(other[1:])


def _unseen(wanted: Line, found: Line) -> Iterator[str]:
    """What is not compared and differs."""
    if looks(wanted.pieces) != looks(found.pieces):
        yield "fonts, sizes and colours of letters"
    if wanted.looks != found.looks:
        yield "indents, spacing and borders"
    if _raw(wanted) != _raw(found):
        yield "kinds of blanks and hyphens"


def _raw(line: Line) -> str:
    return _BLANK.sub(" ", "".join(piece.text for piece in line.pieces)).strip(" ")
