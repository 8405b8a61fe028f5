"""Numbers typed in a document of amendments -> references: "paragraph 5 below" -> paragraph [[id]] below.

They are those of the draft as it was issued, with all amendments of the document in it (docs/amend.md). So they are looked up
there, and the amendments can then go into any later state of the draft, where the paragraphs have other numbers.

Example:
    >>> with_references(made, issued).items[0].by
    (Text(text='as mentioned in paragraph '), Ref(target='urges-report'), Text(text=' above'))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from draftkit.amend.amendments import WORDS, Action, Amendment, Amendments, Value
from draftkit.amend.applying import apply
from draftkit.amend.atoms import Atoms, Exchange, atoms, content_of, key
from draftkit.amend.found import Found
from draftkit.amend.words import exchange
from draftkit.model import Block, Content, Masthead, Part, Resolution, Text
from draftkit.readers.prose import mark_references
from draftkit.tree import map_contents


def with_references(made: Amendments, issued: Resolution) -> Amendments | None:
    """The amendments with marks in the words that come in; ``None`` if not all of them fit the draft as issued.

    A number that an amendment brings only in part stays typed.
    """
    done = apply(made, issued, consequences=False)
    if made.doubts or done.misfits:
        return None
    marked, _ = mark_references(done.resolution)
    pages = _Pages(Found(issued), Found(done.resolution), Found(marked))
    return replace(made, items=tuple(_with_marks(each, made, pages) for each in made.items))


@dataclass(frozen=True, slots=True)
class _Pages:
    """The draft as issued, what the amendments make of it, and the same with marks."""

    issued: Found
    plain: Found
    marked: Found

    def content(self, place: str, content: Content) -> Content:
        """A whole content with its marks."""
        own, found = self.plain.sheet.content(place), self.marked.sheet.content(place)
        return found if found is not None and own == content else content

    def stretch(self, place: str, start: int, stop: int) -> Atoms | None:
        """What stands between two atoms of a place, with marks; ``None`` if a mark is cut there."""
        plain, marked = self.plain.sheet.content(place), self.marked.sheet.content(place)
        if plain is None or marked is None:
            return None
        line, starts = self.plain.printed(place, plain)
        again, marks = self.marked.printed(place, marked)
        ends = [*starts, len(line)]
        spots = [*marks, len(again)]
        if line != again or ends[start] not in spots or ends[stop] not in spots:
            return None
        return atoms(marked)[spots.index(ends[start]) : spots.index(ends[stop])]


def _with_marks(each: Amendment, made: Amendments, pages: _Pages) -> Amendment:
    if each.action is Action.REWORD:
        return replace(each, by=pages.content(each.place, each.by))
    if each.action in WORDS and each.by:
        return replace(each, by=_words(each, made, pages))
    return replace(each, value=_value(each.value, pages)) if each.value is not None else each


def _value(value: Value, pages: _Pages) -> Value:
    """A new thing with marks in all that stands under it."""
    if not isinstance(value, Block):  # annexes and parts are not read from a document
        return value
    text = Resolution(Masthead(), (), (Part(operative=(value,)),))
    return map_contents(text, pages.content).parts[0].operative[0]


def _words(each: Amendment, made: Amendments, pages: _Pages) -> Content:
    """The words that an amendment brings in, as they stand in the amended place."""
    content = pages.issued.sheet.content(each.place)
    if content is None:
        return each.by
    for one, done, shift in _exchanges(each.place, atoms(content), made):
        if one is each:
            words = pages.stretch(each.place, done.start + shift, done.start + shift + len(done.by))
            return each.by if words is None else _without_blanks(words, each.by)
    return each.by


def _exchanges(place: str, row: Atoms, made: Amendments) -> Iterator[tuple[Amendment, Exchange, int]]:
    """The amendments of words of a place in its order, with what each does, and how far those before it shift it."""
    asked = [(each, exchange(each, row)) for each in made.items if each.action in WORDS and each.place == place]
    found = [(each, done) for each, done in asked if isinstance(done, Exchange)]
    shift = 0
    for each, done in sorted(found, key=lambda one: (one[1].start, one[1].stop)):
        yield each, done, shift
        shift += len(done.by) - (done.stop - done.start)


def _without_blanks(row: Atoms, like: Content) -> Content:
    """A row without the blanks that were put around words where they came in."""
    wanted = atoms(like)
    start = bool(_blank(row, 0) and not _blank(wanted, 0))
    stop = len(row) - bool(_blank(row, -1) and not _blank(wanted, -1))
    return content_of(row[start:stop])


def _blank(row: Atoms, at: int) -> bool:
    return bool(row) and isinstance(row[at], Text) and key(row[at]) == " "
