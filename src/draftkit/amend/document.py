"""Amendments as the document that a delegation hands in (un-rules F), or as oral revisions to be read out.

In: the amendments, the draft, and the text that they make of it. Out: a text of its own, one unnumbered paragraph for each
instruction, that every writer can write; oral revisions are one numbered list.

Example:
    >>> text = document(amendments, draft, amended)
    >>> text.masthead.heading
    'Fiji: amendment to draft resolution A/C.6/81/L.7'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from draftkit import inline
from draftkit.amend.amendments import Action, Amendment, Amendments, Side
from draftkit.amend.phrases import (
    AFTER,
    BEFORE,
    CHAPEAU,
    COUNTED,
    NUMBERED,
    ORAL,
    RENUMBER,
    STANDS,
    UNNUMBERED,
    WRITTEN,
    Sentence,
    Voice,
)
from draftkit.amend.quoting import Quoting
from draftkit.amend.speech import depth_of, kind_of, list_called, spoken, whole
from draftkit.assemble import numbers
from draftkit.assemble.notes import full
from draftkit.model import (
    Annex,
    Block,
    Content,
    Heading,
    Inline,
    Item,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Table,
    Text,
)
from draftkit.roll.merge.forest import Forest, planted
from draftkit.tree import map_contents
from draftkit.un.labels import label
from draftkit.un.symbols import resolution_number

_NUMBER = re.compile(r"(?<=L\.)\w+(?:/.*)?$")
_SLOT = re.compile(r"\{(\w+)\}")
_COUNTS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def document(amendments: Amendments, draft: Resolution, amended: Resolution, *, oral: bool = False) -> Resolution:
    """The document. ``amended`` is what the amendments make of the draft."""
    quoting = Quoting(draft, amended, {note.id for note in amendments.notes})
    blocks = tuple(_Setting(amendments, draft, quoting, ORAL if oral else WRITTEN).blocks())
    part = Part(operative=_counted(blocks), formula=()) if oral else Part(preamble=blocks, formula=())
    notes = tuple(_note(note, amended, quoting) for note in amendments.notes)
    return Resolution(_masthead(amendments, draft, oral), draft.title, (part,), notes)


def _note(note: Note, amended: Resolution, quoting: Quoting) -> Note:
    """A new note as a footnote of the document, where an "Ibid." would mean another note."""
    known = {each.id: each for each in amended.notes}
    content = full(known.get(note.id, note), known)
    return Note(note.id, quoting.new(f"note {note.id}", content))


def _counted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Oral revisions, numbered even where there is only one; what is quoted has no number."""
    count, out = 0, []
    for block in blocks:
        if isinstance(block, Paragraph) and block.label is None:
            count += 1
            block = replace(block, label=f"{count}.")
        out.append(block)
    return tuple(out)


def _masthead(amendments: Amendments, draft: Resolution, oral: bool) -> Masthead:
    """The head of the document: that of the draft, with another symbol and heading."""
    head = draft.masthead
    number = resolution_number(head.symbol)
    what = f"resolution {number}" if number else f"draft resolution {head.symbol}".strip()
    by = _listed(amendments.sponsors)
    heading = f"Oral revisions to {what}" if oral else f"{f'{by}: a' if by else 'A'}mendment to {what}"
    symbol = "" if oral or number else _NUMBER.sub("___", head.symbol)
    return Masthead(
        organ=head.organ, symbol=symbol, distribution="" if oral else "Limited", original="" if oral else head.original,
        session=head.session, committee=head.committee, agenda=head.agenda, heading=heading,
        others=() if symbol or head.session else (heading,),
    )  # fmt: skip


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


@dataclass(slots=True)
class _Setting:
    """Sets the instructions, one after the other."""

    amendments: Amendments
    draft: Resolution
    quoting: Quoting
    voice: Voice
    forest: Forest = field(init=False)
    names: dict[str, str] = field(init=False)
    count: int = 0

    def __post_init__(self) -> None:
        self.forest = planted(self.draft)
        self.names = spoken(self.draft)

    def blocks(self) -> Iterator[Block]:
        items = list(self.amendments.items)
        while items:
            each = items.pop(0)
            if each.action is Action.ADD:
                group = [each]
                while items and self.same_kind(each, items[0]):
                    group.append(items.pop(0))
                yield from self.added(group)
            else:
                yield from self.instruction(each)
        if self.renumbers():
            yield self.sentence(RENUMBER)
        if self.amendments.stands:
            standing = [self.names.get(place) or self.new_name(place) for place in self.amendments.stands]
            yield self.sentence(STANDS, place=(Text(_listed(standing)),))

    def new_name(self, place: str) -> str:
        """What a place is called that the draft has not: as in the amended text."""
        return f"the new {spoken(self.quoting.amended).get(place, place).removeprefix('the ')}"

    def sentence(self, key: Sentence, *, quoted: bool = False, **slots: Content) -> Paragraph:
        """A sentence with its slots filled, beginning with a capital."""
        out: list[Inline] = []
        for noun, verb, words in (("these", "are", slots.get("words", ())), ("those", "were", slots.get("by", ()))):
            several = " " in inline.flat(words)
            slots.setdefault(noun, (Text("the words" if several else "the word"),))
            slots.setdefault(verb, (Text("are" if several else "is"),))
        for at, part in enumerate(_SLOT.split(self.voice[key])):
            out += slots[part] if at % 2 else (Text(part),)
        at, first = next((at, piece) for at, piece in enumerate(out) if isinstance(piece, Text) and piece.text)
        out[at] = replace(first, text=first.text[0].upper() + first.text[1:])
        return self.paragraph(inline.join(out))

    def paragraph(self, content: Content, items: tuple[Item, ...] = (), label: str | None = None) -> Paragraph:
        self.count += 1
        return Paragraph(f"line-{self.count}", content, items, label)

    def name(self, place: str) -> Content:
        return (Text(self.names.get(place, place)),)

    # --- One instruction ---------------------------------------------------------------------------------------

    def instruction(self, each: Amendment) -> Iterator[Block]:
        name = self.name(each.place)
        thing = (Text(whole(inline.flat(name))),)
        words, by = self.quoting.old(each.place, each.words), self.quoting.new(each.place, each.by)
        if each.action in (Action.DELETE, Action.REPLACE):
            yield self.sentence(each.action, place=self.within(each.place), words=words, by=by)
        elif each.action is Action.INSERT:
            side = AFTER if each.side is Side.AFTER else BEFORE
            yield self.sentence(side, place=self.within(each.place), words=words, by=by)
        elif each.action is Action.REWORD:
            yield self.sentence(CHAPEAU if self.has_items(each.place) else Action.REWORD, place=name)
            yield self.paragraph(_in_quotes(by), label="")
        elif each.action is Action.STRIKE:
            yield self.sentence(Action.STRIKE, place=thing)
        elif each.action is Action.MOVE:
            yield self.sentence(Action.MOVE, place=thing, where=(Text(self.where(each)),))
        elif each.action is Action.NUMBER:
            key = COUNTED if each.label is None else NUMBERED if each.label else UNNUMBERED
            yield self.sentence(key, place=thing, words=(Text(each.label or ""),))
        elif each.value is not None:
            kind = kind_of(each.value, self.forest.homes.get(each.place, ""), self.forest)
            yield self.sentence(Action.PUT, place=name, kind=(Text(kind),))
            yield from self.thing(each.value, 0)

    def within(self, place: str) -> Content:
        """The place whose words are amended: of a paragraph with subparagraphs its chapeau."""
        return (Text(f"the chapeau of {self.names[place]}"),) if self.has_items(place) else self.name(place)

    def has_items(self, place: str) -> bool:
        return bool(self.forest.lists.get(f"{place} items"))

    def where(self, each: Amendment) -> str:
        """ "after operative paragraph 3", "at the end of the preamble"."""
        if each.side is Side.UNDER:
            return f"at the end of {list_called(each.anchor, self.names, self.forest)}"
        return f"{each.side} {whole(self.names.get(each.anchor, each.anchor))}"

    # --- What is new -------------------------------------------------------------------------------------------

    def home(self, each: Amendment) -> str:
        return each.anchor if each.side is Side.UNDER else self.forest.homes.get(each.anchor, "")

    def same_kind(self, one: Amendment, other: Amendment) -> bool:
        """Whether two things come in at one place and are of one kind."""
        if other.action is not Action.ADD or (one.side, one.anchor) != (other.side, other.anchor):
            return False
        home = self.home(one)
        return kind_of(one.value, home, self.forest) == kind_of(other.value, home, self.forest)

    def added(self, group: Sequence[Amendment]) -> Iterator[Block]:
        first = group[0]
        home = self.home(first)
        kind = kind_of(first.value, home, self.forest)
        if isinstance(first.value, Paragraph) and first.value.label == "":
            kind = f"unnumbered {kind}"
        size = _COUNTS[len(group)] if len(group) < len(_COUNTS) else str(len(group))
        said = f"{size} new {kind}" if len(group) == 1 else f"{size} new {_plural(kind)}"
        where = self.where(first)
        are = (Text("are" if len(group) > 1 else "is"),)
        yield self.sentence(Action.ADD, where=(Text(where),), kind=(Text(said),), are=are)
        for each in group:
            if each.value is not None:
                yield from self.thing(each.value, depth_of(home, self.forest))

    def thing(self, value: object, depth: int) -> Iterator[Block]:
        """A new thing in quotation marks; a table without them."""
        if isinstance(value, Paragraph):
            yield self.quoted(value, depth)
        elif isinstance(value, Table):
            self.count += 1
            yield replace(self.whole(value), id=f"line-{self.count}")
        elif isinstance(value, Heading | Opaque):
            number = f"{value.label} " if isinstance(value, Heading) and value.label else ""
            yield self.paragraph(_in_quotes((Text(number), *self.quoting.new(value.id, value.content))), label="")
        elif isinstance(value, Annex):
            yield self.paragraph(_in_quotes((Text(value.label),)), label="")
            if value.title:
                yield self.paragraph(_in_quotes(self.quoting.new(value.id, value.title)), label="")
            yield from self.body(value.body)
        elif isinstance(value, Part):
            for text in (value.label, value.title, value.formula):
                if text:
                    yield self.paragraph(_in_quotes((Text(text),) if isinstance(text, str) else text), label="")
            yield from self.body((*value.preamble, *value.operative))
            for annex in value.annexes:
                yield from self.thing(annex, 0)

    def body(self, blocks: Sequence[Block]) -> Iterator[Block]:
        labels = numbers.labels(self.quoting.amended)
        for block in blocks:
            if isinstance(block, Paragraph | Heading) and labels.get(block.id):
                said = self.quoting.new(block.id, block.content)
                content = inline.join((Text(f"{labels[block.id]} "), *said))
                items = block.items if isinstance(block, Paragraph) else ()
                yield from self.thing(Paragraph(block.id, content, items), 0)
            else:
                yield from self.thing(block, 0)

    def quoted(self, paragraph: Paragraph, depth: int) -> Paragraph:
        """A new paragraph with its subparagraphs, between one pair of quotation marks."""
        whole = self.printed(paragraph, depth)
        number = (Text(f"{paragraph.label} "),) if paragraph.label else ()
        opened = replace(whole, content=inline.join((Text("“"), *number, *whole.content)), label="")
        return _closed(opened)

    def printed(self, paragraph: Paragraph, depth: int) -> Paragraph:
        """A paragraph with its words as quoted, and labels as they will be printed."""
        content = self.quoting.new(paragraph.id, paragraph.content)
        items: list[Item] = []
        count = 0
        for item in paragraph.items:
            if isinstance(item, Paragraph):
                count += item.label is None
                given = label(depth + 1, count) if item.label is None else item.label
                items.append(replace(self.printed(item, depth + 1), label=given))
            else:
                items.append(self.whole(item))
        return self.paragraph(content, tuple(items))

    def whole(self, item: Table | Opaque) -> Table | Opaque:
        """A table, or what could not be read, with its words as quoted."""
        text = Resolution(Masthead(), (), (Part(operative=(item,)),))
        found = map_contents(text, self.quoting.new).parts[0].operative[0]
        assert isinstance(found, Table | Opaque)
        self.count += 1
        return replace(found, id=f"line-{self.count}")

    def renumbers(self) -> bool:
        """Whether a paragraph of the draft has another number afterwards."""
        before, after = numbers.labels(self.draft), numbers.labels(self.quoting.amended)
        given = {each.place for each in self.amendments.items if each.action is Action.NUMBER}
        return any(after[name] != number for name, number in before.items() if name in after and name not in given)


def _in_quotes(content: Content) -> Content:
    return inline.join((Text("“"), *content, Text("”")))


def _closed(paragraph: Paragraph) -> Paragraph:
    """A paragraph with the closing quotation mark at the end of what stands last under it."""
    if not paragraph.items:
        return replace(paragraph, content=inline.join((*paragraph.content, Text("”"))))
    last = paragraph.items[-1]
    if not isinstance(last, Paragraph):
        return replace(paragraph, content=inline.join((*paragraph.content, Text("”"))))
    return replace(paragraph, items=(*paragraph.items[:-1], _closed(last)))


def _plural(kind: str) -> str:
    head, _, rest = kind.partition(" that ")
    head = f"{head}es" if head.endswith("x") else f"{head}s"
    return f"{head} that begin the numbers anew" if rest else head
