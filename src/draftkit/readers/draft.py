"""The draft file that a person edits (docs/draft-file.md) -> the model.

Every error names the line and the paragraph, and says what to type.

Example:
    >>> reading = read(source, "draft.yaml")
    >>> reading.resolution.masthead.session, reading.prior, reading.lines["urges-observe"]
    (81, 'A_RES_79_124.xml', 31)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from draftkit import inline
from draftkit.errors import MarkupError
from draftkit.model import (
    AgendaItem,
    Annex,
    Block,
    Cell,
    ClauseEntry,
    Content,
    Heading,
    Item,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Scheme,
    Table,
)
from draftkit.readers import Reading
from draftkit.readers.naming import Names
from draftkit.un.sessions import HIGHEST
from draftkit.yaml_text import Node, load

_TOP = frozenset("draftkit prior document title formula preamble operative closing annexes parts notes".split())
_DOCUMENT = frozenset(
    "organ committee session symbol distribution issued original agenda agenda_item agenda_title adopted basis heading "
    "sponsors others".split()
)
_PART = frozenset("label title formula preamble operative closing annexes".split())
_IN_PARTS = tuple("formula preamble operative closing annexes".split())
_PARAGRAPH = frozenset("id text items number".split())
_HEADING = frozenset("id heading scheme number restart".split())
_TABLE = frozenset("id table header".split())
_CLAUSE = frozenset("id clause with alternate".split())
_UNREAD = frozenset("id unread text".split())
_UNSIGNED = re.compile(r"[^\W_]+(?: [^\W_]+)*")
"""A number without a period or bracket: it would run into the text, "5 Decides"."""


def read(source: str, name: str) -> Reading:
    """Read a draft; ``name`` stands in errors.

    Raises:
        Unreadable: not a draft, or something in it is not what it must be.
        MarkupError: the marks of a text are wrong.
    """
    top = load(source, name)
    fields = top.mapping(_TOP)
    if "draftkit" not in fields or fields["draftkit"].scalar() != "1":
        raise top.error("this is no draft of draftkit version 1", 'begin the file with "draftkit: 1"')
    return replace(_Reader().document(fields), source=source)


def _value(fields: dict[str, Node], key: str) -> str:
    return fields[key].scalar().strip() if key in fields else ""


def _proper(name: str, otherwise: str) -> str:
    """An id made from what was typed, "calls-archives" for "Calls Archives"."""
    made = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].rstrip("-")
    return made if inline.ID.fullmatch(made) else otherwise


def _is_count(value: str) -> bool:
    """Whether a value is a small number in figures; "²" is a digit to Python, but not to ``int``."""
    return value.isascii() and value.isdecimal() and len(value) <= 4


def _truth(fields: dict[str, Node], key: str) -> bool:
    """A value that is true or false, in capitals or not; false without the key."""
    value = _value(fields, key)
    if key in fields and value.lower() not in ("true", "false"):
        raise fields[key].error(f'{key}: "{value}" is neither true nor false', f"write {key}: true, or leave it out")
    return value.lower() == "true"


def _listed(node: Node) -> str:
    """A value of a clause; a list of States is joined by commas."""
    return node.scalar() if node.items is None else ", ".join(item.scalar() for item in node)


def _refuse_beside_parts(fields: dict[str, Node]) -> None:
    """What stands beside the parts would be printed nowhere."""
    for key in _IN_PARTS:
        if key in fields:
            raise fields[key].error(f'"{key}" stands beside "parts"', f'move "{key}" into the part that it belongs to')


@dataclass(slots=True)
class _Reader:
    """The ids seen so far, with their lines."""

    lines: dict[str, int] = field(default_factory=dict)
    names: Names = field(default_factory=Names)

    def document(self, fields: dict[str, Node]) -> Reading:
        head = self.masthead(fields["document"]) if "document" in fields else Masthead()
        title = self.content(fields["title"]) if "title" in fields else ()
        notes = tuple(self.note(key, node) for key, node in self.note_nodes(fields))
        if "parts" in fields:
            _refuse_beside_parts(fields)
            parts = tuple(self.part(node.mapping(_PART)) for node in fields["parts"].sequence())
        else:
            parts = (self.part({key: node for key, node in fields.items() if key in _PART - {"title"}}),)
        for name, key in (("title", "title"), ("masthead", "document")):
            if key in fields:
                self.lines[name] = fields[key].line
        return Reading(Resolution(head, title, parts, notes), (), self.lines, _value(fields, "prior"), is_draft=True)

    def masthead(self, node: Node) -> Masthead:
        fields = node.mapping(_DOCUMENT)
        session = _value(fields, "session") or "0"
        if not _is_count(session) or int(session) > HIGHEST:
            raise fields["session"].error(f'"{session}" is not the number of a session', "write it in figures: session: 81")
        entries = fields["agenda"].sequence() if "agenda" in fields else ()
        agenda = [self.agenda_item(entry.mapping(frozenset({"agenda_item", "agenda_title"}))) for entry in entries]
        if "agenda_item" in fields or "agenda_title" in fields:
            agenda.append(self.agenda_item(fields))
        defaults = Masthead()
        return Masthead(
            organ=_value(fields, "organ") or defaults.organ,
            symbol=_value(fields, "symbol"),
            distribution=_value(fields, "distribution"),
            issued=_value(fields, "issued"),
            original=_value(fields, "original"),
            session=int(session),
            committee=_value(fields, "committee"),
            agenda=tuple(agenda),
            adopted=_value(fields, "adopted"),
            basis=_value(fields, "basis"),
            sponsors=tuple(entry.scalar() for entry in fields["sponsors"].sequence()) if "sponsors" in fields else (),
            heading=_value(fields, "heading"),
            others=tuple(entry.scalar() for entry in fields["others"].sequence()) if "others" in fields else (),
        )

    def agenda_item(self, fields: dict[str, Node]) -> AgendaItem:
        return AgendaItem(_value(fields, "agenda_item"), _value(fields, "agenda_title"))

    def part(self, fields: dict[str, Node]) -> Part:
        closing = fields["closing"].mapping(frozenset({"meeting", "date"})) if "closing" in fields else {}
        return Part(
            preamble=self.blocks(fields.get("preamble")),
            operative=self.blocks(fields.get("operative")),
            annexes=tuple(self.annex(node) for node in fields["annexes"].sequence()) if "annexes" in fields else (),
            label=_value(fields, "label"),
            title=self.content(fields["title"]) if "title" in fields else (),
            formula=self.content(fields["formula"]) if "formula" in fields else None,
            meeting=_value(closing, "meeting"),
            adopted=_value(closing, "date"),
        )

    def annex(self, node: Node) -> Annex:
        fields = node.mapping(frozenset({"id", "label", "title", "body"}))
        title = self.content(fields["title"]) if "title" in fields else ()
        name = self.id(node, fields, "annex")
        return Annex(name, _value(fields, "label"), title, self.blocks(fields.get("body")))

    def blocks(self, node: Node | None) -> tuple[Block, ...]:
        return tuple(self.block(entry) for entry in node.sequence()) if node else ()

    def block(self, node: Node) -> Block:
        fields = node.fields or {}
        if "heading" in fields:
            return self.heading(node)
        if "clause" in fields:
            return self.clause(node)
        return self.item(node)

    def item(self, node: Node, under: str = "") -> Item:
        """What may stand under a paragraph; ``under`` is the paragraph's verb."""
        fields = node.fields or {}
        if "table" in fields:
            return self.table(node)
        if "unread" in fields:
            return self.unread(node)
        return self.paragraph(node, under)

    def paragraph(self, node: Node, under: str = "") -> Paragraph:
        """A paragraph; ``under`` is the verb of the one whose item it is, the first word of the item's name."""
        fields = node.mapping(_PARAGRAPH)
        if "text" not in fields:
            raise node.error('a paragraph needs a "text:"', 'write "text: |-" and the text on the next line, two blanks in')
        content = self.content(fields["text"], _value(fields, "id"))
        name = self.id(node, fields, f"{under} {inline.plain(content)}")
        verb = name.partition("-")[0]
        items = tuple(self.item(entry, verb) for entry in fields["items"].sequence()) if "items" in fields else ()
        return Paragraph(name, content, items, self.paragraph_number(fields, name))

    def unread(self, node: Node) -> Opaque:
        """A block that a reader could not read: what it is, and what stands for it."""
        fields = node.mapping(_UNREAD)
        kind = " ".join(fields["unread"].scalar().split())
        if not kind:
            raise fields["unread"].error('"unread" does not say what could not be read', 'write it, "unread: image"')
        if "text" not in fields:
            what = f'the unread {kind} needs a "text:", which is printed in its place'
            raise node.error(what, 'write "text: |-" and the text on the next line, two blanks in')
        content = self.content(fields["text"], _value(fields, "id"))
        return Opaque(self.id(node, fields, f"{kind} {inline.plain(content)}"), content, kind)

    def heading(self, node: Node) -> Heading:
        fields = node.mapping(_HEADING)
        content = self.content(fields["heading"], _value(fields, "id"))
        scheme = _value(fields, "scheme")
        if scheme not in tuple(Scheme):
            raise fields["scheme"].error(f'"{scheme}" is no way of numbering headings', "write roman or letter")
        name = self.id(node, fields, f"section {inline.plain(content)}")
        return Heading(name, content, Scheme(scheme), self.number(fields), _truth(fields, "restart"))

    def table(self, node: Node) -> Table:
        fields = node.mapping(_TABLE)
        rows = tuple(tuple(self.cell(cell) for cell in row.sequence()) for row in fields["table"].sequence())
        return Table(self.id(node, fields, "table"), rows, self.count(fields, "header", 0))

    def cell(self, node: Node) -> Cell:
        if node.fields is None:
            return Cell(self.content(node))
        fields = node.mapping(frozenset({"text", "span"}))
        return Cell(self.content(fields["text"]), self.count(fields, "span", 1)) if "text" in fields else Cell(())

    def clause(self, node: Node) -> ClauseEntry:
        fields = node.mapping(_CLAUSE)
        reference = fields["clause"].scalar()
        given = (fields["with"].fields or {}) if "with" in fields else {}
        values = tuple((key, _listed(value)) for key, value in given.items())
        return ClauseEntry(self.id(node, fields, reference.replace("/", " ")), reference, values, _value(fields, "alternate"))

    def note_nodes(self, fields: dict[str, Node]) -> list[tuple[str, Node]]:
        if "notes" not in fields or fields["notes"].text == "":
            return []
        return list(fields["notes"].mapping(frozenset(fields["notes"].fields or {})).items())

    def note(self, name: str, node: Node) -> Note:
        if not inline.ID.fullmatch(name):
            remedy = f"use small letters, digits and hyphens: {_proper(name, 'report')}"
            raise node.error(f'"{name}" cannot be the id of a note', remedy)
        self.lines[f"note {name}"] = node.line
        if node.fields is None:
            return Note(name, self.content(node, name))
        fields = node.mapping(frozenset({"text", "ibid", "number"}))
        text = self.content(fields["text"], name) if "text" in fields else ()
        return Note(name, text, _value(fields, "ibid"), self.count(fields, "number", 0))

    def number(self, fields: dict[str, Node]) -> str | None:
        if "number" not in fields:
            return None
        number = _value(fields, "number")
        return "" if number.lower() == "none" else number

    def paragraph_number(self, fields: dict[str, Node], name: str) -> str | None:
        number = self.number(fields)
        if number and _UNSIGNED.fullmatch(number):
            signed = f"({number})" if number.isalpha() else f"{number}."
            what = f'number: "{number}" has neither a period nor brackets and is printed just so'
            raise fields["number"].error(what, f"write number: {signed}", name)
        return number

    def count(self, fields: dict[str, Node], key: str, default: int) -> int:
        value = _value(fields, key)
        if not value:
            return default
        if not _is_count(value):
            raise fields[key].error(f'"{value}" is not a number', f"write {key}: 2")
        return int(value)

    def id(self, node: Node, fields: dict[str, Node], text: str) -> str:
        """The id given, or one made from the text as a reader of finished texts would make it."""
        if "id" not in fields:
            name = self.names.paragraph(text)
            while name in self.lines or name in inline.RESERVED:
                name = self.names.paragraph(text)
        else:
            name = fields["id"].scalar()
            if not inline.ID.fullmatch(name):
                if not name:
                    raise fields["id"].error("the id is empty", 'write one, "id: urges-observe", or leave "id:" out')
                example = _proper(name, "urges-observe")
                raise fields["id"].error(f'"{name}" cannot be an id', f"use small letters, digits and hyphens: {example}")
            if name in inline.RESERVED:
                raise fields["id"].error(f'"{name}" is the name of another place in the text', f"write id: {name}-paragraph")
            if name in self.lines:
                what = f'the id "{name}" stands twice: here and in line {self.lines[name]}'
                raise fields["id"].error(what, "give one of the two paragraphs another id")
        self.lines[name] = node.line
        return name

    def content(self, node: Node, name: str = "") -> Content:
        try:
            return inline.parse(node.scalar())
        except MarkupError as error:
            raise error.at(f"{node.place}, {name}" if name else node.place) from None
