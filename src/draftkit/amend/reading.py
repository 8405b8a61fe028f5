"""The written instructions of an amendment document (``phrases.WRITTEN``) read again, against the draft that they amend.

In: the lines of the document with their marks, and its footnotes. Out: amendments by id. Numbers of paragraphs and footnotes
are those of the draft; numbers in words that come in stay as they are typed. What is no instruction of a known form is a doubt,
never a guess.

Example:
    >>> read_document([Line(parse("In operative paragraph 2, delete “all”."))], {}, draft, Names()).items
    (Amendment(<Action.DELETE>, 'urges-observe', words=(Text('all'),)),)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from draftkit import inline
from draftkit.amend.amendments import Action, Amendment, Amendments, Side
from draftkit.amend.applying import apply
from draftkit.amend.atoms import Atoms, atoms, content_of, keys
from draftkit.amend.found import Found
from draftkit.amend.phrases import AFTER, BEFORE, CHAPEAU, COUNTED, NUMBERED, RENUMBER, STANDS, UNNUMBERED, Sentence
from draftkit.amend.quotation import Kind, Quotation, thing
from draftkit.amend.sentences import recognised, ways
from draftkit.amend.speech import list_called, spoken, whole
from draftkit.assemble.issue.sponsors import names_in
from draftkit.model import Callout, Content, Note, Resolution, Text
from draftkit.roll.merge.forest import Forest, planted
from draftkit.un.spelling import same

HEADING = re.compile(r"(?:(?P<by>.+): )?amendments? to (?:draft )?resolution (?P<symbol>\S+)", re.IGNORECASE)
_COUNTS = {"a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_NEW = re.compile(r"(?P<count>an?|two|three|four|five|six|seven|eight|nine|\d+) new (?P<unnumbered>unnumbered )?(?P<kind>.+)")
_CHAPEAU = "the chapeau of "
_FOOTNOTE = re.compile(r"\[footnote (\d+)\]")


class Naming(Protocol):
    """Who gives new paragraphs and notes their names (``readers.naming``)."""

    def paragraph(self, text: str) -> str: ...

    def note(self, before: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the document: what it says, the line of the file that it begins in, and its cells if it is a table's row."""

    content: Content
    line: int = 0
    cells: tuple[Content, ...] = ()


def read_document(lines: Sequence[Line], notes: Mapping[str, Content], draft: Resolution, naming: Naming) -> Amendments:
    """Read the instructions; ``notes`` are the footnotes of the document by what its callouts call."""
    reading = _Reading(list(lines), notes, draft, naming)
    reading.all()
    head = reading.symbol, reading.title, reading.sponsors
    found = Amendments(tuple(reading.items), *head, tuple(reading.new.values()))
    stands = tuple(reading.standing(found))
    return replace(found, stands=stands, doubts=tuple(reading.doubts))


_WORDS: dict[Sentence, tuple[Action, Side]] = {
    Action.DELETE: (Action.DELETE, Side.AFTER),
    Action.REPLACE: (Action.REPLACE, Side.AFTER),
    AFTER: (Action.INSERT, Side.AFTER),
    BEFORE: (Action.INSERT, Side.BEFORE),
}


@dataclass(slots=True)
class _Reading:
    """A document being read, and what was found so far."""

    lines: list[Line]
    notes: Mapping[str, Content]
    draft: Resolution
    naming: Naming
    symbol: str = ""
    title: str = ""
    sponsors: tuple[str, ...] = ()
    at: int = 0
    items: list[Amendment] = field(default_factory=list)
    new: dict[str, Note] = field(default_factory=dict)
    doubts: list[tuple[int, str]] = field(default_factory=list)
    stood: list[str] = field(default_factory=list)
    forest: Forest = field(init=False)
    names: dict[str, str] = field(init=False)
    found: Found = field(init=False)

    def __post_init__(self) -> None:
        self.forest = planted(self.draft)
        names = spoken(self.draft)
        self.names = {_said(whole(name)): key for key, name in names.items()} | {_said(name): key for key, name in names.items()}
        self.found = Found(self.draft)

    def all(self) -> None:
        self.head()
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            try:
                done = self.instruction(line)
            except _Doubtful as doubt:
                self.doubts.append((line.line, str(doubt)))
                continue
            if not done:
                self.doubts.append((line.line, f"this is no instruction of a known form: {_shown(line.content)}"))

    def head(self) -> None:
        """The heading and the title, where the document has them."""
        for at, line in enumerate(self.lines):
            if match := HEADING.fullmatch(inline.plain(line.content)):
                self.symbol = match["symbol"]
                self.sponsors = names_in(match["by"] or "")
                self.at = at + 1
                if self.at < len(self.lines) and recognised(self.lines[self.at].content) is None:
                    self.title = inline.plain(self.lines[self.at].content)
                    self.at += 1
                return

    # --- Instructions --------------------------------------------------------------------------------------------

    def instruction(self, line: Line) -> bool:
        """Read one instruction with what it quotes below it; whether it is one."""
        known = recognised(line.content)
        if known is None:
            return False
        key, match = known
        if key in _WORDS:
            self.words(key, line)
        elif key is Action.STRIKE:
            self.items.append(Amendment(Action.STRIKE, self.place(match["place"]), line=line.line))
        elif key in (Action.REWORD, CHAPEAU):
            place = self.place(match["place"])
            content = self.brought(self.quotation().lines[0].content)
            self.items.append(Amendment(Action.REWORD, place, by=content, line=line.line))
        elif key is Action.MOVE:
            self.move(match, line)
        elif key is Action.ADD:
            self.add(match, line)
        elif key is Action.PUT:
            self.put(match, line)
        elif key in (NUMBERED, UNNUMBERED, COUNTED):
            label = match["words"] if key == NUMBERED else "" if key == UNNUMBERED else None
            self.items.append(Amendment(Action.NUMBER, self.place(match["place"]), label=label, line=line.line))
        elif key == STANDS:
            self.stood.append(match["place"])
        return key == RENUMBER or True

    def place(self, name: str) -> str:
        """The id of the place that a name stands for."""
        place = self.names.get(_said(name.removeprefix(_CHAPEAU)))
        if place is None:
            raise _Doubtful(f"the draft has no {name.removeprefix(_CHAPEAU).removeprefix('the ')}")
        return place

    def words(self, key: Sentence, line: Line) -> None:
        """Words taken out, put in or replaced. Where quotation marks in the words make it doubtful, the draft decides."""
        action, side = _WORDS[key]
        readings = list(self.readings(key, atoms(line.content)))
        if not readings:
            raise _Doubtful(f"the draft has no such place: {_shown(line.content)}")
        fitting = [each for each in readings if self.found.words(each[0], each[1]) is not None]
        place, words, by = (fitting or readings)[0]
        quoted = self.found.words(place, words) or content_of(words)
        self.items.append(Amendment(action, place, quoted, self.brought(content_of(by)), side, line=line.line))

    def readings(self, key: Sentence, row: Atoms) -> Iterator[tuple[str, Atoms, Atoms]]:
        """Every way to take a sentence: (place, words, what comes in)."""
        for match in ways(key, row):
            if (place := self.names.get(_said(match["place"].removeprefix(_CHAPEAU)))) is None:
                continue
            by = row[slice(*match.span("by"))] if "by" in match.re.groupindex else ()
            yield place, row[slice(*match.span("words"))], by

    def move(self, match: re.Match[str], line: Line) -> None:
        place, rest = match["place"], match["where"] if "where" in match.re.groupindex else ""
        both = f"{place} {rest}"
        for found in re.finditer(r" (after|before|at the end of) ", both):
            own, where = self.names.get(_said(both[: found.start()])), both[found.start() + 1 :]
            if own and (to := self.where(where)):
                self.items.append(Amendment(Action.MOVE, own, side=to[0], anchor=to[1], line=line.line))
                return
        raise _Doubtful(f"the draft has no such place: {_shown(line.content)}")

    def where(self, said: str, kind: str = "") -> tuple[Side, str] | None:
        """The position that words stand for: "after operative paragraph 3", "at the end of the preamble"."""
        first, _, rest = said.partition(" ")
        if first.lower() in ("after", "before"):
            place = self.names.get(_said(rest))
            return (Side(first.lower()), place) if place else None
        called = _said(said.partition("at the end of ")[2] or said.partition("At the end of ")[2])
        names = spoken(self.draft)
        for home in self.homes():
            fits = not kind or home.endswith(" items") == kind.startswith("subparagraph")
            if fits and _said(list_called(home, names, self.forest)) == called:
                return Side.UNDER, home
        return None

    def homes(self) -> Iterator[str]:
        yield from self.forest.lists
        yield from (f"{name} items" for name in self.forest.values if f"{name} items" not in self.forest.lists)

    def add(self, match: re.Match[str], line: Line) -> None:
        new = _NEW.fullmatch(match["kind"])
        to = self.where(match["where"], new["kind"] if new else "")
        if new is None or to is None:
            raise _Doubtful(f"the draft has no such place: {_shown(line.content)}")
        count = _COUNTS.get(new["count"]) or int(new["count"])
        kind = Kind.of(new["kind"], to, self.forest, unnumbered=bool(new["unnumbered"]))
        for _ in range(count):
            quoted = self.rows() if kind.is_table else self.quotation(whole=kind.is_annex)
            value = thing(quoted, kind, self.naming, self.brought)
            if value is None:
                raise _Doubtful(f"a new {new['kind']} cannot be read from a document: give the amendments as .yaml")
            self.items.append(Amendment(Action.ADD, value.id, side=to[0], anchor=to[1], value=value, line=line.line))

    def put(self, match: re.Match[str], line: Line) -> None:
        place = self.place(match["place"])
        kind = Kind.of(match["kind"], (Side.AFTER, place), self.forest)
        value = thing(self.rows() if kind.is_table else self.quotation(), kind, self.naming, self.brought)
        if value is None:
            raise _Doubtful(f"this cannot be read from a document: give the amendments as .yaml: {_shown(line.content)}")
        value = replace(value, id=place)
        self.items.append(Amendment(Action.PUT, place, value=value, line=line.line))

    # --- What is quoted ------------------------------------------------------------------------------------------

    def quotation(self, *, whole: bool = False) -> Quotation:
        """The lines in quotation marks that follow; ``whole``: all up to the next instruction."""
        out: list[Line] = []
        if self.at >= len(self.lines) or not keys(atoms(self.lines[self.at].content)).startswith("“"):
            raise _Doubtful("no words in quotation marks follow")
        while self.at < len(self.lines):
            line = self.lines[self.at]
            after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
            self.at += 1
            out.append(line)
            if after is not None and recognised(after.content) is not None:
                break
            ended = after is None or (not whole and keys(atoms(after.content)).startswith("“"))
            if ended and keys(atoms(line.content)).endswith("”"):
                break
        first = atoms(out[0].content)[1:]
        if len(out) == 1:
            return Quotation((replace(out[0], content=_unquoted(first)),))
        closed = replace(out[-1], content=_unquoted(atoms(out[-1].content)))
        return Quotation((replace(out[0], content=content_of(first)), *out[1:-1], closed))

    def rows(self) -> Quotation:
        """The rows of a table that follow."""
        start = self.at
        while self.at < len(self.lines) and (self.lines[self.at].cells or recognised(self.lines[self.at].content) is None):
            self.at += 1
        return Quotation(tuple(self.lines[start : self.at]))

    def brought(self, content: Content) -> Content:
        """Words that come in, with the draft's own notes for "[footnote 3]", and the new notes called."""
        out: list[object] = []
        for piece in content:
            if isinstance(piece, Callout):
                out.append(Callout(self.note(piece.note, inline.plain(content))))
            elif isinstance(piece, Text):
                parts = _FOOTNOTE.split(piece.text)
                for at, part in enumerate(parts):
                    note = self.found.note(part) if at % 2 else ""
                    out.append(Callout(note) if note else replace(piece, text=f"[footnote {part}]" if at % 2 else part))
            else:
                out.append(piece)
        return inline.join(out)  # type: ignore[arg-type]

    def note(self, called: str, before: str) -> str:
        """The name of a new note."""
        if called not in self.new:
            if called not in self.notes:
                raise _Doubtful(f"the document has no footnote {called}")
            name = _free(self.naming.note, before, {note.id for note in self.draft.notes})
            self.new[called] = Note(name, self.notes[called])
        return self.new[called].id

    # --- Places that stand ---------------------------------------------------------------------------------------

    def standing(self, found: Amendments) -> Iterator[str]:
        """The ids of the places that no consequential change touches; those of new places are known once these are there."""
        if not self.stood:
            return
        names = dict(self.names)
        if any("the new " in said for said in self.stood):
            amended = apply(found, self.draft).resolution
            names |= {_said(f"the new {name.removeprefix('the ')}"): key for key, name in spoken(amended).items()}
        for said in self.stood:
            rest = said
            while rest:
                name = max((name for name in names if _said(rest).startswith(name)), key=len, default="")
                if not name:
                    self.doubts.append((0, f"the draft has no {rest}"))
                    break
                yield names[name]
                rest = re.sub(r"\A(?:, | and )", "", rest[len(name) :])


class _Doubtful(Exception):
    """An instruction that cannot be carried out; its message says why."""


def _said(name: str) -> str:
    return same(name).lower()


def _shown(content: Content) -> str:
    text = inline.plain(content)
    return f'"{text if len(text) <= 60 else text[:60].rstrip() + "…"}"'


def _unquoted(row: Atoms) -> Content:
    """A row without the quotation mark at its end."""
    stop = len(row)
    while stop and not (isinstance(row[stop - 1], Text) and keys(row[stop - 1 : stop]) == "”"):
        stop -= 1
    return content_of((*row[: stop - 1], *row[stop:])) if stop else content_of(row)


def _free(name: Callable[[str], str], text: str, taken: set[str]) -> str:
    found = name(text)
    while found in taken:
        found = name(text)
    return found
