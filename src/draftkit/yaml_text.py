"""YAML as people type it, read safely: every scalar is text, and every value knows its line.

Files come from other delegations, so tags, anchors and aliases are refused (no objects, no expansion bombs), and size and
depth have limits. That scalars stay text ends the classic traps: ``080`` is not 80 and ``2024-12-04`` is not a date.

Example:
    >>> node = load("title: |-\\n  Recalling\\n", "draft.yaml")
    >>> node["title"].text, node["title"].line
    ('Recalling', 1)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from draftkit.errors import Unreadable

LARGEST = 32_000_000
"""Characters; the longest resolution on record takes 0.2 million."""

DEEPEST = 50
"""Levels of nesting."""

MOST = 1_000_000
"""Values; the longest resolution on record has some thousands."""


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (``text``), a list (``items``) or a mapping (``fields``); ``line`` is one-based, ``style`` as in YAML.

    A list or mapping in brackets has the style "[" or "{". ``start`` and ``end`` are places in the source; a scalar in a block
    ends where YAML takes it to end, behind the empty lines that follow it. ``key`` is where the key of a field begins.
    """

    where: str
    line: int
    text: str | None = None
    items: tuple[Node, ...] | None = None
    fields: dict[str, Node] | None = None
    style: str = ""
    start: int = 0
    end: int = 0
    key: int = -1

    @property
    def place(self) -> str:
        """File and line, "draft.yaml:31"."""
        return f"{self.where}:{self.line}"

    def __getitem__(self, key: str) -> Node:
        return (self.fields or {})[key]

    def get(self, key: str) -> Node | None:
        return (self.fields or {}).get(key)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items or ())

    def error(self, what: str, remedy: str = "", name: str = "") -> Unreadable:
        """An error at this place; ``name`` is the id of the paragraph or clause."""
        return Unreadable(what, f"{self.place}, {name}" if name else self.place, remedy)

    def scalar(self) -> str:
        """The text of a scalar. Raises ``Unreadable`` for a list or mapping."""
        if self.text is None:
            raise self.error("here should stand a text, not a list or mapping", "put the text in a |- block")
        return self.text

    def mapping(self, allowed: frozenset[str]) -> dict[str, Node]:
        """The fields of a mapping that has none but the ``allowed`` keys. Raises ``Unreadable``."""
        if self.fields is None:
            what = "nothing stands here" if self.text == "" else "here should stand a mapping (key: value)"
            raise self.error(what, f"its keys are {', '.join(sorted(allowed))}")
        for key, value in self.fields.items():
            if key not in allowed:
                raise value.error(f'unknown key "{_short(key)}"', f"the keys here are {', '.join(sorted(allowed))}")
        return self.fields

    def sequence(self) -> tuple[Node, ...]:
        """The items of a list; an empty scalar counts as an empty list. Raises ``Unreadable``."""
        if self.items is None and self.text != "":
            raise self.error("here should stand a list", 'begin each entry with "- "')
        return self.items or ()

    def plain(self) -> Any:
        """The value as plain lists, dicts and texts."""
        if self.fields is not None:
            return {key: value.plain() for key, value in self.fields.items()}
        if self.items is not None:
            return [item.plain() for item in self.items]
        return self.text


def load(source: str, where: str) -> Node:
    """The single document in ``source``; ``where`` names the file in errors.

    Raises:
        Unreadable: broken YAML, a tag, an anchor or alias, a key twice, too large or too deep.
    """
    if len(source) > LARGEST:
        raise Unreadable(f"more than {LARGEST:,} characters", where, "split the file")
    builder = _Builder(_events(source, where), where)
    first = next(builder.events, None)
    if first is None:
        raise Unreadable("the file is empty", where, "write a draft with draftkit roll or draftkit convert")
    node = builder.node(first, 0)
    second = next(builder.events, None)
    if second is not None:
        place = f"{where}:{second.start_mark.line + 1}"
        raise Unreadable("a second YAML document begins here", place, 'take the line "---" away, or split the file')
    return node


def _events(source: str, where: str) -> Iterator[Any]:
    """What the YAML parser sees, one event at a time, so that the limits of the builder stop it early."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        yield from (event for event in YAML(typ="safe").parse(source) if not _frames(event))
    except MarkedYAMLError as error:
        line, what, remedy = _fault(error, source)
        raise Unreadable(f"not YAML: {what}", f"{where}:{line}", remedy) from None
    except (YAMLError, UnicodeError) as error:
        first = str(error).partition("\n")[0]
        raise Unreadable(f"not YAML: {first}", where, "save the file as UTF-8 text") from None


def _short(name: Any) -> str:
    """A name as an error shows it: in one line, and not endless."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(name)[:60])


def _frames(event: Any) -> bool:
    return type(event).__name__ in ("StreamStartEvent", "StreamEndEvent", "DocumentStartEvent", "DocumentEndEvent")


def has_comments(source: str) -> bool:
    """Whether a file has comments; a line of a |- block that begins with "#" is text."""
    block: int | None = None
    for line in source.splitlines():
        text = line.strip()
        far = len(line) - len(line.lstrip(" "))
        if block is not None and (not text or far > block):
            continue
        block = far if _BLOCK_KEY.search(text) else None
        if text.startswith("#") or (" #" in text and not set("\"'") & set(text)):
            return True
    return False


_BLOCK_KEY = re.compile(r"(?:^|[:-] )[|>][-+]?$")
_BLOCK = '"text: |-", then the text on the next line, two blanks in'
_REMEDY = f'put texts that hold "*", ":" or "[" in a |- block: {_BLOCK}'
_VALUE = re.compile(r" *(?:- +)*(?:(?P<key>[\w-]+):(?: +|$))?(?P<value>.*)")
_MARKED = re.compile(r"""[*&!%@`\[\]{}"'>|]|.*(?:: | #|:$)""")
"""A plain scalar that YAML takes for something else."""


def _fault(error: Any, source: str) -> tuple[int, str, str]:
    """The line of a fault, what is wrong there, and the remedy that fits it."""
    lines = source.split("\n")
    mark, context = error.problem_mark or error.context_mark, str(error.context)
    at = min(mark.line, len(lines) - 1) if mark else 0
    if "\t" in lines[at][: len(lines[at]) - len(lines[at].lstrip())]:
        return at + 1, f'a tab before "{lines[at].strip()[:40]}"', "use blanks, not tabs"
    if error.context_mark and any(kind in context for kind in ("simple key", "quoted", "flow")):
        at = min(error.context_mark.line, len(lines) - 1)  # where it began, not where the parser gave up
    at = _with_text(lines, at)
    text = lines[at].strip()
    what = f'{error.problem} at "{text[:40]}"' if text else str(error.problem)
    return at + 1, what, _remedy(lines, at, context)


def _with_text(lines: list[str], at: int) -> int:
    """The line itself, or the next one above it that is neither empty nor a comment."""
    above = (place for place in range(at, -1, -1) if lines[place].strip() and not lines[place].lstrip().startswith("#"))
    return next(above, at)


def _remedy(lines: list[str], at: int, context: str) -> str:
    match = _VALUE.match(lines[at])
    key, value = (match["key"] or "", match["value"].strip()) if match else ("", "")
    above = lines[_with_text(lines, at - 1)].strip() if at else ""
    if "quoted" in context:
        return f"close the quotation mark, or put the text in a |- block: {_BLOCK}"
    if not key and above.endswith(("|-", "|", ">-", ">")):
        return f'the text must stand two blanks further in than "{above[:40]}"'
    if _MARKED.match(value):
        return _REMEDY
    if not key and above.endswith(":"):
        return f'"{above[:40]}" has no value: put the text in a |- block: {_BLOCK}'
    return "the line must stand as far in as the lines around it"


@dataclass(slots=True)
class _Builder:
    events: Iterator[Any]
    where: str
    count: int = 0
    end: int = 0
    """Where the list or mapping read last ends."""

    def node(self, event: Any, depth: int, key: int = -1) -> Node:
        name, line = type(event).__name__, event.start_mark.line + 1
        place = f"{self.where}:{line}"
        if depth > DEEPEST:
            raise Unreadable(f"nested more than {DEEPEST} deep", place, "flatten the file")
        self.count += 1
        if self.count > MOST:
            raise Unreadable(f"more than {MOST:,} values", place, "split the file")
        if name == "AliasEvent":
            raise Unreadable(f"YAML aliases (*{_short(event.anchor)}) are not allowed", place, _REMEDY)
        if event.anchor is not None:
            raise Unreadable(f"YAML anchors (&{_short(event.anchor)}) are not allowed", place, _REMEDY)
        if event.tag is not None and str(event.tag) not in ("", "!"):
            raise Unreadable(f"YAML tags ({_short(event.tag)}) are not allowed", place, "take the tag away")
        start = event.start_mark.index
        if name == "ScalarEvent":
            plain_null = not event.style and event.value in ("~", "null")
            text = "" if plain_null else event.value
            return Node(self.where, line, text=text, style=event.style or "", start=start, end=event.end_mark.index, key=key)
        if name == "SequenceStartEvent":
            items = tuple(self._until("SequenceEndEvent", depth))
            style = "[" if event.flow_style else ""
            return Node(self.where, line, items=items, style=style, start=start, end=self.end, key=key)
        fields = self._fields(depth)
        style = "{" if event.flow_style else ""
        return Node(self.where, line, fields=fields, style=style, start=start, end=self.end, key=key)

    def _until(self, end: str, depth: int) -> Iterator[Node]:
        for event in self.events:
            if type(event).__name__ == end:
                self.end = event.end_mark.index
                return
            yield self.node(event, depth + 1)

    def _fields(self, depth: int) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        for key in self._until("MappingEndEvent", depth):
            name = key.scalar()
            if name in fields:
                raise key.error(f'the key "{_short(name)}" stands twice', "take one of them away")
            fields[name] = self.node(next(self.events), depth + 1, key.start)
        return fields
