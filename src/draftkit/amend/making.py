"""Amendments made of a draft and of the text that it should become.

What follows by itself is no amendment: numbers, references, also and further, final marks, above and below. It is found by
trial: each such change is left out, and taken up again where it does not follow.

Example:
    >>> [each.action for each in amend(draft, wanted).items]
    [Action.DELETE, Action.ADD]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.amend.amendments import FORMULA, NOTE, TITLE, Action, Amendment, Amendments, Side, Value
from draftkit.amend.consequences import settled
from draftkit.amend.pairing import renamed_after
from draftkit.amend.sheet import Sheet
from draftkit.amend.words import MOST, word_amendments
from draftkit.assemble.directions import ref_lists
from draftkit.assemble.leads import lead, reopened
from draftkit.assemble.printed import note_numbers
from draftkit.compare.order import heaviest
from draftkit.model import Annex, Block, Content, Heading, Note, Opaque, Paragraph, Part, Resolution, Text
from draftkit.roll.merge.forest import PARTS
from draftkit.roll.merge.said import same
from draftkit.tree import map_contents
from draftkit.un import openers


def amend(
    old: Resolution, new: Resolution, *, by_id: bool = False, sponsors: tuple[str, ...] = (), most: int = MOST
) -> Amendments:
    """The amendments that make ``new`` of ``old``; mastheads and closing lines take no part.

    Args:
        by_id: the same id is the same paragraph in both; else paragraphs are paired by their words.
        most: amendments of words to one paragraph; of more it is worded anew.
    """
    named, parts = renamed_after(old, new, by_id=by_id)
    base = _tidied(old)
    wanted = _with_ibids(_tidied(_bodied(old, named)), base)
    raw, stands = _without_consequences(base, wanted)
    made = _Making(Sheet.of(base), Sheet.of(raw).with_parts(parts), most)
    known = {note.id for note in base.notes}
    called = note_numbers(raw)
    notes = tuple(note for note in raw.notes if note.id not in known and note.id in called)
    title = inline.format(old.title)
    return Amendments(tuple(made.all()), old.masthead.symbol, title, sponsors, notes, stands)


def _bodied(old: Resolution, new: Resolution) -> Resolution:
    """The new text under the masthead of the old one, and with its closing lines."""
    ends = [(part.meeting, part.adopted) for part in old.parts]
    ends += [("", "")] * (len(new.parts) - len(ends))
    parts = (replace(part, meeting=end[0], adopted=end[1]) for part, end in zip(new.parts, ends, strict=False))
    return replace(new, masthead=old.masthead, parts=tuple(parts))


def _tidied(text: Resolution) -> Resolution:
    """The text with every content in its normal form."""
    changed = map_contents(text, lambda _, content: inline.tidy(content))
    return replace(changed, notes=tuple(replace(note, content=inline.tidy(note.content)) for note in changed.notes))


def _with_ibids(text: Resolution, old: Resolution) -> Resolution:
    """The text with its notes as amendments leave them: an "Ibid." that they write means the note before it."""
    known = {note.id: note for note in old.notes}

    def note(each: Note) -> Note:
        was = known.get(each.id)
        return each if was is None else replace(each, ibid=was.ibid if same(was.content, each.content) else "")

    return replace(text, notes=tuple(map(note, text.notes)))


# --- What follows by itself ----------------------------------------------------------------------------------------


def _without_consequences(old: Resolution, wanted: Resolution) -> tuple[Resolution, tuple[str, ...]]:
    """The wanted text without what follows by itself, and the places where something would follow that is not wanted."""
    before, after = Sheet.of(old), Sheet.of(wanted)
    left_out: dict[str, Content] = {}
    for place in _places(after):
        content, own = before.content(place), after.content(place)
        if content is not None and own is not None and (undone := _undone(content, own)) != own:
            left_out[place] = undone
    stands: list[str] = []
    while True:
        raw = Sheet.of(wanted)
        for place, content in left_out.items():
            raw.reword(place, content)
        text = raw.resolution()
        found = Sheet.of(settled(text, old, stands))
        wrong = [place for place in _places(after) if not same(found.content(place), after.content(place))]
        if not wrong:
            return text, tuple(stands)
        for place in wrong:
            if place in left_out:
                del left_out[place]
            elif place not in stands:
                stands.append(place)
            else:  # it stands as it is, and yet is another: a fault
                raise AssertionError(place)


def _places(sheet: Sheet) -> list[str]:
    called = note_numbers(sheet.resolution())
    return [TITLE, *sheet.forest.values, *(f"{NOTE}{name}" for name in sheet.notes if name in called)]


def _undone(old: Content, new: Content) -> Content:
    """The new wording with the adverb of its lead, its final mark and its directions as the old one has them."""
    before, after = lead(old), lead(new)
    if before != after and before and openers.base(before) == openers.base(after):
        new = reopened(new, before)
    new = _with_end(new, old)
    return _with_directions(new, old)


_MARKS = ("; and", ", and", ";", ",", ".")


def _with_end(content: Content, like: Content) -> Content:
    """A content with the final mark of another, if both end with one."""
    one, other = (_end(each) for each in (content, like))
    if not one or not other or one == other:
        return content
    at = max(place for place, piece in enumerate(content) if isinstance(piece, Text))
    last = content[at]
    assert isinstance(last, Text)
    return inline.join((*content[:at], replace(last, text=last.text.removesuffix(one) + other), *content[at + 1 :]))


def _end(content: Content) -> str:
    last = next((piece.text for piece in reversed(content) if isinstance(piece, Text)), "")
    return next((mark for mark in _MARKS if last.endswith(mark) and not last.endswith("..")), "")


def _with_directions(content: Content, like: Content) -> Content:
    """A content with "above" and "below" as another has them after the same references."""
    words = {found.targets: found.word for found in ref_lists(like) if found.word}
    out = list(content)
    for found in ref_lists(content):
        was = words.get(found.targets, found.word)
        after = out[found.stop] if found.stop < len(out) else None
        if found.word and was != found.word and isinstance(after, Text):
            out[found.stop] = replace(after, text=after.text.replace(found.word, was, 1))
    return tuple(out)


# --- What is amended -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Making:
    """The two texts, each laid out."""

    old: Sheet
    new: Sheet
    most: int

    def all(self) -> Iterator[Amendment]:
        """All amendments in the order of the new text, what is struck where it stood; notes last."""
        yield from self.changed(TITLE)
        yield from self.listed(PARTS)
        called = note_numbers(self.new.resolution())
        for name in self.old.notes:
            if name in called:
                yield from self.changed(f"{NOTE}{name}")

    def listed(self, home: str) -> Iterator[Amendment]:
        """What becomes of a list and of all that stands under its things."""
        olds, news = self.old.forest.lists.get(home, ()), self.new.forest.lists.get(home, ())
        staying = self.staying(olds, news)
        gone = [name for name in olds if name not in self.new.forest.values]
        first = next((name for name in news if name in staying), "")
        anchor = ""
        for name in news:
            if name in staying:
                yield from self.struck(gone, olds, name)
                anchor = name
                yield from self.stayed(name)
                continue
            side, at = (Side.AFTER, anchor) if anchor else (Side.BEFORE, first) if first else (Side.UNDER, home)
            if name in self.old.forest.values:
                yield from self.stayed(name)
                yield Amendment(Action.MOVE, name, side=side, anchor=at)
            else:
                yield Amendment(Action.ADD, name, side=side, anchor=at, value=self.whole(name))
        yield from self.struck(gone, olds, "")

    def struck(self, gone: list[str], olds: tuple[str, ...], before: str) -> Iterator[Amendment]:
        """What is gone and stood before a thing that stays, or at the end."""
        while gone and (not before or olds.index(gone[0]) < olds.index(before)):
            yield Amendment(Action.STRIKE, gone.pop(0))

    def staying(self, olds: tuple[str, ...], news: tuple[str, ...]) -> set[str]:
        """The things of a list that stay while others move: those that say most."""
        pairs = [(olds.index(name), at) for at, name in enumerate(news) if name in olds]
        pairs.sort()
        weights = [1.0 + len(str(self.old.content(olds[old]))) for old, _ in pairs]
        return {olds[old] for old, _ in heaviest(pairs, weights)}

    def stayed(self, name: str) -> Iterator[Amendment]:
        """What changed in a thing that is in both texts, and under it."""
        yield from self.changed(name)
        for kind in ("preamble", "operative", "annexes", "body", "items"):
            if any(f"{name} {kind}" in sheet.forest.lists for sheet in (self.old, self.new)):
                yield from self.listed(f"{name} {kind}")

    def changed(self, place: str) -> tuple[Amendment, ...]:
        """What changed in what a place says, how it is numbered, or what it is."""
        before, after = self.old.value(place), self.new.value(place)
        contents = [sheet.content(place) for sheet in (self.old, self.new)]
        if contents[0] is None or contents[1] is None or not same(_bare(before), _bare(after)):
            if same(before, after) or after is None or isinstance(after, Note):
                return ()
            return (Amendment(Action.PUT, place, value=after),)
        found = word_amendments(place, contents[0], contents[1], self.most)
        if isinstance(after, Part):
            formulas = [sheet.content(place + FORMULA) or () for sheet in (self.old, self.new)]
            found += word_amendments(place + FORMULA, formulas[0], formulas[1])
        label = self.new.number(place)
        return found if self.old.number(place) == label else (*found, Amendment(Action.NUMBER, place, label=label))

    def whole(self, name: str) -> Value:
        """A new thing with all that stands under it."""
        value = self.new.forest.values[name]
        if isinstance(value, Part):
            preamble, operative = (self.children(f"{name} {kind}") for kind in ("preamble", "operative"))
            annexes = tuple(self.whole(child) for child in self.new.forest.lists.get(f"{name} annexes", ()))
            return replace(value, preamble=preamble, operative=operative, annexes=annexes)  # type: ignore[arg-type]
        if isinstance(value, Annex):
            return replace(value, body=self.children(f"{name} body"))
        if isinstance(value, Paragraph):
            return replace(value, items=self.children(f"{name} items"))  # type: ignore[arg-type]
        assert not isinstance(value, Note)
        return value  # type: ignore[return-value]

    def children(self, home: str) -> tuple[Block, ...]:
        return tuple(self.whole(child) for child in self.new.forest.lists.get(home, ()))  # type: ignore[misc]


def _bare(value: Value | Note | None) -> Value | Note | None:
    """A value without its words and number, and without what says nothing of itself."""
    if isinstance(value, Note):
        return replace(value, content=(), ibid="", number=0)
    if isinstance(value, Part):
        return Part()
    if isinstance(value, Annex):
        return replace(value, title=(), label="")
    if isinstance(value, Paragraph | Heading):
        return replace(value, content=(), label=None)
    return replace(value, content=()) if isinstance(value, Opaque) else value
