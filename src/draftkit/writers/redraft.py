"""A draft file rewritten to hold another text: the person's comments, order of keys, blank lines and line ends survive.

In: the source, the text that it holds and the one that it should hold, and the names of the one in the other. Only what
differs is written anew, as ``writers.draft`` writes it; a paragraph that stands elsewhere takes its comments along.

Example:
    >>> redrafted("draftkit: 1\\n# ask Fiji\\ntitle: Cables\\n", "draft.yaml", old, new)
    'draftkit: 1\\n# ask Fiji\\ntitle: Safety of cables\\n'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from draftkit.model import Annex, Block, Paragraph, Part, Resolution
from draftkit.writers import draft
from draftkit.writers.redraft_lines import (
    IN_PART,
    Lines,
    all_of,
    before,
    ended,
    entries_of,
    entry_of,
    fields_of,
    first_there,
    names_of,
    parts_of,
    top_lines,
    wrapped,
)
from draftkit.yaml_edit import Awkward, Edit, Entry, Sheet
from draftkit.yaml_text import Node

T = TypeVar("T", bound=Part | Annex | Block)

_AGENDA = ("agenda", "agenda_item", "agenda_title")
_LISTS = {"preamble", "operative", "annexes", "items", "body", "parts"}
"""Keys whose entries are rewritten one by one."""


def redrafted(
    source: str,
    where: str,
    old: Resolution,
    new: Resolution,
    *,
    ids: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    prior: str = "",
    name_all: bool = False,
) -> str:
    """The source, holding ``new``.

    Args:
        source: the characters of the file, with its own line ends.
        old: what it holds.
        ids: what paragraphs of ``old`` that are called otherwise are called in ``new``; ``notes`` the same for notes.
        prior: the path of the prior, if that has changed.
        name_all: give every paragraph its id, where the file leaves it to be made from the words.

    Raises:
        Awkward: the file is written in such a way that it cannot be changed in place.
    """
    sheet = Sheet(source, where)
    return sheet.rewritten(_Redraft(sheet, ids or {}, notes or {}, name_all).top(old, new, prior))


@dataclass(slots=True)
class _Redraft:
    """The rewriting of one file; each function gives the edits for a value of it."""

    sheet: Sheet
    ids: Mapping[str, str]
    notes: Mapping[str, str]
    name_all: bool = False

    def top(self, old: Resolution, new: Resolution, prior: str) -> list[Edit]:
        """The whole file."""
        node, lines = self.sheet.top, [fields_of(top_lines(text)) for text in (old, new)]
        if prior:
            lines[1] = {"draftkit": lines[1]["draftkit"], "prior": [f"prior: {draft.scalar(prior)}"], **lines[1]}
        edits = self._document(old, new)
        if lines[1].get("document") and "document" in (node.fields or {}):
            for each in lines:
                del each["document"]
        edits += self._noted(old, new)
        if "parts" in (node.fields or {}):
            edits += self.listed(node, "parts", old.parts, new.parts, self.part)
            own = ["draftkit", "prior", "document", "title"]
        elif len(new.parts) == 1 and not (new.parts[0].label or new.parts[0].title):
            edits += self._lists(node, old.parts[0], new.parts[0])
            own = ["draftkit", "prior", "document", "title", "formula", "closing"]
        else:  # a text that was one becomes one of several parts
            edits += chain.from_iterable(self.sheet.removed(value) for key, value in all_of(node) if key in IN_PART[2:])
            edits += self.sheet.added(node, first_there(node, ("title", "document", "prior", "draftkit")), parts_of(new.parts))
            own = ["draftkit", "prior", "document", "title"]
        return edits + self.mapping(node, *({key: each[key] for key in own if key in each} for each in lines))

    def _document(self, old: Resolution, new: Resolution) -> list[Edit]:
        node = self.sheet.top.get("document")
        if node is None or old.masthead == new.masthead:
            return []
        lines = [fields_of(draft.document_lines(text.masthead)) for text in (old, new)]
        if node.fields is None or node.style == "{":
            return self.sheet.replaced(node, ["document:", *draft.indented(draft.document_lines(new.masthead))])
        edits = self.mapping(node, *lines)
        if old.masthead.agenda != new.masthead.agenda:
            for key in _AGENDA:
                if key in node.fields and key not in lines[1] and key not in lines[0]:
                    edits += self.sheet.removed(node.fields[key])
        return edits

    def _noted(self, old: Resolution, new: Resolution) -> list[Edit]:
        """The notes, each under its name; a new one comes behind the one that it stands behind."""
        node, top = self.sheet.top.get("notes"), self.sheet.top
        if old.notes == new.notes:
            return []
        if node is None or not node.fields or node.style == "{" or not new.notes:
            lines = ["notes:", *draft.indented(chain.from_iterable(map(draft.note_lines, new.notes)))]
            if node is None:
                return self.sheet.added(top, next(reversed(top.fields or {})), lines)
            return self.sheet.replaced(node, lines) if new.notes else self.sheet.removed(node)
        called = replace(node, fields={self.notes.get(name, name): value for name, value in node.fields.items()})
        before = {self.notes.get(note.id, note.id): list(draft.note_lines(note)) for note in old.notes}
        return self.mapping(called, before, {note.id: list(draft.note_lines(note)) for note in new.notes})

    def part(self, node: Node, old: Part, new: Part) -> list[Edit]:
        edits = self._lists(node, old, new)
        lines = (fields_of(draft.part_lines(part)) for part in (old, new))
        return edits + self.mapping(node, *({k: v for k, v in each.items() if k not in _LISTS} for each in lines))

    def _lists(self, node: Node, old: Part, new: Part) -> list[Edit]:
        return [
            *self.listed(node, "preamble", old.preamble, new.preamble, self.block),
            *self.listed(node, "operative", old.operative, new.operative, self.block),
            *self.listed(node, "annexes", old.annexes, new.annexes, self.annex),
        ]

    def annex(self, node: Node, old: Annex, new: Annex) -> list[Edit]:
        return [*self.listed(node, "body", old.body, new.body, self.block), *self._entity(node, old, new, draft.annex_lines)]

    def block(self, node: Node, old: Block, new: Block) -> list[Edit]:
        if type(old) is not type(new):
            raise Awkward
        edits: list[Edit] = []
        if isinstance(old, Paragraph) and isinstance(new, Paragraph):
            edits += self.listed(node, "items", old.items, new.items, self.block)
        return [*edits, *self._entity(node, old, new, draft.block_lines)]

    def _entity(self, node: Node, old: T, new: T, write: Callable[[T], Iterable[str]]) -> list[Edit]:
        """The fields of an annex or block itself; an id that the file leaves out is put in where the words change."""
        lines = [{k: v for k, v in fields_of(write(value)).items() if k not in _LISTS} for value in (old, new)]
        if node.fields is not None and "id" not in node.fields:
            if lines[0] == lines[1] and not self.name_all:
                return []
            del lines[0]["id"]
        return self.mapping(node, *lines)

    def mapping(self, node: Node, old: dict[str, Lines], new: dict[str, Lines]) -> list[Edit]:
        """The fields of a mapping, as lines, that differ."""
        there = node.fields or {}
        if node.style == "{" and old != new:
            raise Awkward
        edits: list[Edit] = []
        anchor = ""
        for key, lines in new.items():
            if key in there:
                if old.get(key) != lines:
                    edits += self._replaced(there[key], lines)
                anchor = key
            elif old.get(key) != lines:
                edits += self.sheet.added(node, anchor, lines)
        for key in old:
            if key in there and key not in new:
                edits += self.sheet.removed(there[key])
        return edits

    def _replaced(self, value: Node, lines: Lines) -> list[Edit]:
        """A field with other lines; a text that the person wrote over several lines stays on several."""
        typed = self.sheet.source[value.start : self.sheet.end(value)].split("\n")[1:]
        if value.style in ("|", ">") and len(typed) > 1 and len(lines) == 2 and lines[0].endswith(": |-"):
            return self.sheet.replaced(value, [lines[0], *(f"  {line}" for line in wrapped(typed, lines[1].strip()))])
        return self.sheet.replaced(value, lines)

    def listed(
        self, parent: Node, key: str, olds: Sequence[T], news: Sequence[T], change: Callable[[Node, T, T], list[Edit]]
    ) -> list[Edit]:
        """A list of parts, annexes or blocks."""
        named = {name: (at, olds[at]) for at, name in enumerate(names_of(olds, self.ids))}
        if tuple(olds) == tuple(news) and not self.name_all:
            return []
        value = (parent.fields or {}).get(key)
        whole = [f"{key}:", *entries_of(news)] if news else [f"{key}: []"]
        if value is None:
            return self.sheet.added(parent, before(parent, key), whole) if news else []
        if not value.items or value.style == "[":
            return self.sheet.replaced(value, whole) if tuple(olds) != tuple(news) else []
        if not news:
            return self.sheet.removed(value) if key in ("items", "annexes") else self.sheet.replaced(value, whole)
        entries = self.sheet.entries(value)
        if names_of(news, {}) == [*named]:
            pairs = zip(entries, olds, news, strict=True)
            try:
                return [edit for entry, old, new in pairs for edit in change(entry.node, old, new)]
            except Awkward:
                pass  # one of them has to be written anew
        texts = self._texts(entries, named, news, change)
        return [Edit(entries[0].start, entries[-1].end, "".join(texts)[:-1])]

    def _texts(
        self,
        entries: Sequence[Entry],
        named: Mapping[str, tuple[int, T]],
        news: Sequence[T],
        change: Callable[[Node, T, T], list[Edit]],
    ) -> Lines:
        """The entries of a list as it should be, each with its comments and line end; the comments of those gone stay."""
        indent = " " * self.sheet.column(entries[0].dash)
        staying = names_of(news, {})
        gone = [at for name, (at, _) in named.items() if name not in staying]
        airy = len(entries) > 1 and all(self.sheet.source[entry.start] == "\n" for entry in entries[1:])
        texts: Lines = []
        for new, name in zip(news, staying, strict=True):
            at, old = named.get(name, (-1, None))
            if old is None:
                texts += ended(["", *self._anew(new, indent)] if airy and texts else self._anew(new, indent))
                continue
            while gone and gone[0] < at:
                texts += ended(self._comments(entries[gone.pop(0)], indent))
            entry = entries[at]
            try:
                text = self.sheet.applied(change(entry.node, old, new), entry.start, entry.end)
            except Awkward:
                above = self.sheet.typed[entry.start : self.sheet.line_start(entry.dash)]
                inside = [f"{indent}{comment}" for comment in self.sheet.said(entry.dash, entry.end)]
                text = above + "\n".join([*inside, *self._anew(new, indent)])
            texts.append(text + (self.sheet.typed[entry.end : entry.end + 1] or "\n"))
        return texts + ended(line for at in gone for line in self._comments(entries[at], indent))

    def _comments(self, entry: Entry, indent: str) -> Lines:
        """What the person said about an entry that is gone."""
        return [f"{indent}{comment}" for comment in self.sheet.said(entry.start, entry.end)]

    def _anew(self, value: Part | Annex | Block, indent: str) -> Lines:
        return [indent + line for line in entry_of(value)]
