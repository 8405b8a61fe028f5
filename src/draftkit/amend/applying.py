"""Amendments put into a draft, whatever state it is in by now: by ids and words, never by guess.

What no longer fits is left out and told: words that are gone or stand twice, a paragraph that is gone, what is done already.
All words of one list of amendments are looked up in the draft as it is before any of them; then comes what is new or moves, in
the order of the list, and last what is struck.

Example:
    >>> applied = apply(amendments, draft)
    >>> [(each.amendment.place, each.why) for each in applied.misfits]
    [('urges-observe', 'its words are gone')]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from draftkit.amend.amendments import NOTE, WORDS, Action, Amendment, Amendments, Side
from draftkit.amend.atoms import Exchange, atoms, content_of, exchanged
from draftkit.amend.consequences import settled
from draftkit.amend.sheet import Sheet
from draftkit.amend.words import exchange
from draftkit.assemble import numbers
from draftkit.assemble.printed import note_numbers
from draftkit.model import Annex, Block, Callout, ClauseEntry, Content, Heading, Note, Paragraph, Part, Ref, Resolution
from draftkit.roll.merge.forest import PARTS, is_part
from draftkit.roll.merge.said import contents_of, same
from draftkit.tree import texts

DONE = "already done"


@dataclass(frozen=True, slots=True)
class Misfit:
    """An amendment that was not put in, and why; ``clash`` is the name of an earlier list that changed the same place."""

    amendment: Amendment
    why: str
    clash: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """The amended text, and what did not fit. ``touched`` are the places that were changed, struck or used as anchor."""

    resolution: Resolution
    misfits: tuple[Misfit, ...] = ()
    touched: frozenset[str] = frozenset()


def apply(amendments: Amendments, draft: Resolution, *, consequences: bool = True) -> Applied:
    """Put the amendments into a draft, with all that follows from them, or just as they are worded."""
    work = _Work(Sheet.of(draft), amendments)
    work.words()
    for each in amendments.items:
        if each.action not in WORDS and each.action is not Action.STRIKE:
            work.one(each)
    work.strikes(draft)
    raw = work.noted(draft)
    misfits = tuple(sorted(work.misfits, key=lambda one: one.amendment.line))
    text = settled(raw, draft, amendments.stands) if consequences else raw
    return Applied(text, misfits, frozenset(work.touched))


def apply_all(named: Sequence[tuple[str, Amendments]], draft: Resolution) -> list[Applied]:
    """Several lists one after the other, the text after each; what does not fit says which earlier list it clashes with."""
    out: list[Applied] = []
    touched: dict[str, str] = {}
    for name, amendments in named:
        applied = apply(amendments, out[-1].resolution if out else draft)
        misfits = (replace(each, clash=_clash(each, touched)) for each in applied.misfits)
        out.append(replace(applied, misfits=tuple(misfits)))
        touched |= dict.fromkeys(applied.touched, name)
    return out


def _clash(misfit: Misfit, touched: dict[str, str]) -> str:
    return touched.get(misfit.amendment.place) or touched.get(misfit.amendment.anchor, "")


@dataclass(slots=True)
class _Work:
    """A draft being amended."""

    sheet: Sheet
    amendments: Amendments
    misfits: list[Misfit] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    last: dict[tuple[Side, str], str] = field(default_factory=dict)
    """The thing that was last put on a side of an anchor."""

    def misfit(self, amendment: Amendment, why: str) -> None:
        self.misfits.append(Misfit(amendment, why))

    # --- Words ---------------------------------------------------------------------------------------------------

    def words(self) -> None:
        """All amendments of words, place by place."""
        places = dict.fromkeys(each.place for each in self.amendments.items if each.action in WORDS)
        for place in places:
            found = [each for each in self.amendments.items if each.action in WORDS and each.place == place]
            content = self.sheet.content(place)
            if content is None:
                why = "is gone" if place not in self.sheet else _without_words(self.sheet.value(place))
                for each in found:
                    self.misfit(each, why)
            else:
                self.reworded(place, content, found)

    def reworded(self, place: str, content: Content, found: Sequence[Amendment]) -> None:
        row = atoms(content)
        taken: list[Exchange] = []
        for each in found:
            one = self.unled(each.by) or exchange(each, row)
            if isinstance(one, Exchange) and any(_touch(one, other) for other in taken):
                one = "its words are those of another of these amendments"
            if isinstance(one, Exchange):
                taken.append(one)
            else:
                self.misfit(each, one)
        if taken:
            self.touched.add(place)
            self.say(place, content_of(exchanged(row, taken)))

    def unled(self, *contents: Content, known: Sequence[str] = ()) -> str:
        """What is wrong with marks that come in: a reference that leads nowhere, a callout without a note; "" if nothing is."""
        new = {each.place for each in self.amendments.items if each.action is Action.ADD}
        for each in self.amendments.items:
            if each.action is Action.ADD and isinstance(each.value, Paragraph | Annex | Part):
                new |= {name for name, _ in _contents(each.value)}
        notes = {note.id for note in self.amendments.notes}
        for piece in (piece for content in contents for piece in content):
            if isinstance(piece, Ref) and piece.target not in self.sheet and piece.target not in new:
                return f"refers to [[{piece.target}]], which is not in the draft"
            if isinstance(piece, Callout) and piece.note not in self.sheet.notes and piece.note not in notes:
                return f"calls the note [^{piece.note}], which is not in the draft"
        return ""

    # --- Whole paragraphs ----------------------------------------------------------------------------------------

    def one(self, each: Amendment) -> None:
        """An amendment of a whole place."""
        if each.action is not Action.ADD and each.place not in self.sheet:
            self.misfit(each, "is gone")
            return
        does = {
            Action.REWORD: self.reword,
            Action.PUT: self.put,
            Action.NUMBER: self.number,
            Action.ADD: self.add,
            Action.MOVE: self.move,
        }
        if why := does[each.action](each):
            self.misfit(each, why)
        else:
            self.touched.add(each.place)

    def reword(self, each: Amendment) -> str:
        content = self.sheet.content(each.place)
        if content is None:
            return _without_words(self.sheet.value(each.place))
        if same(content, each.by):
            return DONE
        why = self.unled(each.by)
        if not why:
            self.say(each.place, each.by)
        return why

    def say(self, place: str, content: Content) -> None:
        """Let a place say something else; an "Ibid." that is written means the note before it."""
        self.sheet.reword(place, content)
        note = self.sheet.value(place)
        if isinstance(note, Note):
            self.sheet.put(place, replace(note, ibid=""))

    def number(self, each: Amendment) -> str:
        if not isinstance(self.sheet.value(each.place), Paragraph | Heading | Note | Annex | Part):
            return "has no number"
        if self.sheet.number(each.place) == each.label:
            return DONE
        self.sheet.renumber(each.place, each.label)
        return ""

    def put(self, each: Amendment) -> str:
        value, was = each.value, self.sheet.value(each.place)
        if value is None or type(value) is not type(was):
            return "is of another kind"
        if same(value, was):
            return DONE
        why = self.unled(*contents_of(value))
        if not why:
            self.sheet.put(each.place, value)
        return why

    def add(self, each: Amendment) -> str:
        value = each.value
        assert value is not None
        found = _contents(value)
        for name, _ in found:
            if name in self.sheet:
                alike = self.sheet.under(each.place) if each.place in self.sheet.forest.values else []
                whole = [(one, self.sheet.content(one)) for one in alike]
                return DONE if same(tuple(whole), tuple(found)) else f"the draft has another paragraph called {name}"
        where = self.position(each)
        if isinstance(where, str):
            return where
        why = self.unled(*(content for _, content in found if content))
        if not why:
            self.sheet.plant(each.place, value, *where)
            self.last[each.side, each.anchor] = each.place
        return why

    def move(self, each: Amendment) -> str:
        where = self.position(each)
        if isinstance(where, str):
            return where
        if self.stands(each):
            return DONE
        if where[0].partition(" ")[0] in self.sheet.under(each.place):
            return "cannot stand under itself"
        self.sheet.take(each.place)
        moved = self.position(each)
        assert not isinstance(moved, str)
        self.sheet.bring(each.place, *moved)
        self.last[each.side, each.anchor] = each.place
        return ""

    def stands(self, each: Amendment) -> bool:
        """Whether a thing stands already where it should go."""
        home = self.sheet.forest.homes[each.place]
        listed = self.sheet.forest.lists[home]
        at = listed.index(each.place)
        behind = self.last.get((each.side, each.anchor), "")
        if each.side is Side.AFTER:
            return at > 0 and listed[at - 1] == (behind or each.anchor)
        if each.side is Side.BEFORE:
            return listed[at + 1 : at + 2] == (each.anchor,)
        return home == each.anchor and at == len(listed) - 1

    def position(self, each: Amendment) -> tuple[str, int] | str:
        """The list and the place in it where something goes, or why there is none."""
        forest = self.sheet.forest
        if each.side is Side.UNDER:
            owner = each.anchor.partition(" ")[0]
            if each.anchor != PARTS and owner not in forest.values:
                return f"its place is gone ({each.anchor})"
            return each.anchor, len(forest.lists.get(each.anchor, ()))
        if each.anchor not in forest.homes:
            return f"its place is gone ({each.anchor})"
        if each.anchor == each.place:
            return "cannot stand beside itself"
        behind = self.last.get((each.side, each.anchor), "") if each.side is Side.AFTER else ""
        anchor = behind if behind in forest.homes else each.anchor
        home = forest.homes[anchor]
        return home, forest.lists[home].index(anchor) + (each.side is Side.AFTER)

    # --- What goes -----------------------------------------------------------------------------------------------

    def strikes(self, draft: Resolution) -> None:
        """Strike what is to go, unless something that stays refers to it (un-rules D3)."""
        going: list[Amendment] = []
        for each in self.amendments.items:
            if each.action is Action.STRIKE and each.place in self.sheet.forest.values and self.may_go(each.place):
                going.append(each)
            elif each.action is Action.STRIKE:
                self.misfit(each, f"{DONE}: it is gone")
        while blocked := next(self.blocked(going, draft), None):
            going.remove(blocked.amendment)
            self.misfits.append(blocked)
        for each in going:
            if each.place in self.sheet.forest.homes:
                self.sheet.take(each.place)
            self.touched |= set(self.sheet.under(each.place))

    def may_go(self, place: str) -> bool:
        """Whether a thing may be struck: the last part of a text may not."""
        return not is_part(place) or len(self.sheet.forest.lists[PARTS]) > 1

    def blocked(self, going: Sequence[Amendment], draft: Resolution) -> Iterator[Misfit]:
        """The strikes that would leave a reference without its target."""
        gone = {name: each for each in going for name in self.sheet.under(each.place)}
        called = note_numbers(self.sheet.resolution())
        for place, content in texts(self.sheet.resolution()):
            if place in gone or (place.startswith(NOTE) and place.removeprefix(NOTE) not in called):
                continue
            for piece in content:
                if isinstance(piece, Ref) and piece.target in gone:
                    number = " ".join(numbers.paths(draft).get(place, ()))
                    by = f"paragraph {number} ({place})" if number else place
                    yield Misfit(gone[piece.target], f"cannot go: {by} refers to it")

    def noted(self, draft: Resolution) -> Resolution:
        """The text with the notes that came in, and without those that nothing calls any more."""
        before = note_numbers(draft)
        for note in self.amendments.notes:
            was = self.sheet.notes.get(note.id)
            if was is not None and not same(was, note):
                self.misfit(Amendment(Action.ADD, f"{NOTE}{note.id}"), "the draft has another note of this name")
            self.sheet.notes.setdefault(note.id, note)
        called = note_numbers(self.sheet.resolution())
        self.sheet.notes = {name: note for name, note in self.sheet.notes.items() if name in called or name not in before}
        return self.sheet.resolution()


def brought(amendment: Amendment) -> list[Content]:
    """The contents that an amendment brings in."""
    found = [content for _, content in _contents(amendment.value) if content] if amendment.value is not None else []
    return [amendment.by, *found] if amendment.by else found


def _without_words(value: object) -> str:
    is_clause = isinstance(value, ClauseEntry)
    return "is a clause of the library: write its words out first" if is_clause else "has no words to amend"


def _touch(one: Exchange, other: Exchange) -> bool:
    """Whether two exchanges are about the same atoms."""
    return one.start < other.stop and other.start < one.stop


def _contents(value: Part | Annex | Block) -> list[tuple[str, Content | None]]:
    """The names of a thing and of what stands under it, with what each says."""
    name = "" if isinstance(value, Part) else value.id
    if isinstance(value, Part):
        below: list[Annex | Block] = [*value.preamble, *value.operative, *value.annexes]
    elif isinstance(value, Annex):
        below = [*value.body]
    else:
        below = [*value.items] if isinstance(value, Paragraph) else []
    said = contents_of(value)
    own = said[0] if len(said) == 1 else None
    return [(name, own), *(each for child in below for each in _contents(child))]
