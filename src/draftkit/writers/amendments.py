"""Amendments as a file that can be applied (docs/amendment-file.md): the same amendments give the same bytes.

Example:
    >>> print(write(amendments))
    amendments: 1
    to: A/C.6/81/L.7
    list:
      - in: urges-observe
        delete: |-
          all
"""

from __future__ import annotations

from collections.abc import Iterator

from draftkit import inline
from draftkit.amend.amendments import Action, Amendment, Amendments, Value
from draftkit.model import Annex, Content, Part
from draftkit.roll.merge.forest import PARTS
from draftkit.writers import draft

VERSION = "1"
IN_SOLE_PART = "part:0 "
"""What the lists of a text without parts are called after; in the file they are "preamble", "operative" and "annexes"."""


def write(amendments: Amendments) -> str:
    """The whole file."""
    lines = [f"amendments: {VERSION}"]
    if amendments.symbol:
        lines.append(f"to: {draft.scalar(amendments.symbol)}")
    if amendments.title:
        lines += draft.text_lines("title", amendments.title)
    if amendments.sponsors:
        lines += ["sponsors:", *draft.indented([f"- {draft.scalar(state)}" for state in amendments.sponsors])]
    lines.append("list:" if amendments.items else "list: []")
    for each in amendments.items:
        lines += draft.indented(draft.entry_lines(_amendment(each)))
    if amendments.notes:
        lines += ["notes:", *draft.indented(line for note in amendments.notes for line in draft.note_lines(note))]
    if amendments.stands:
        lines += ["stands:", *draft.indented([f"- {draft.scalar(place)}" for place in amendments.stands])]
    return "\n".join(lines) + "\n"


def _amendment(each: Amendment) -> Iterator[str]:
    if each.action is Action.STRIKE:
        yield f"strike: {draft.scalar(each.place)}"
    elif each.action is Action.MOVE:
        yield f"move: {draft.scalar(each.place)}"
        yield f"{each.side}: {draft.scalar(list_name(each.anchor))}"
    elif each.action is Action.ADD and each.value is not None:
        yield from _value("add", each.value)
        yield f"{each.side}: {draft.scalar(list_name(each.anchor))}"
    else:
        yield f"in: {draft.scalar(each.place)}"
        yield from _changed(each)


def _changed(each: Amendment) -> Iterator[str]:
    if each.action is Action.DELETE:
        yield from _words("delete", each.words)
    elif each.action is Action.REPLACE:
        yield from _words("replace", each.words)
        yield from _words("by", each.by)
    elif each.action is Action.INSERT:
        yield from _words(each.side, each.words)
        yield from _words("insert", each.by)
    elif each.action is Action.REWORD:
        yield from _words("text", each.by)
    elif each.action is Action.NUMBER:
        number = "in sequence" if each.label is None else each.label or "none"
        yield f"number: {draft.scalar(number)}"
    elif each.value is not None:
        yield from _value("put", each.value)


def _words(key: str, content: Content) -> Iterator[str]:
    return draft.text_lines(key, inline.format(content), block=True)


def _value(key: str, value: Value) -> Iterator[str]:
    """A thing under a key, and its kind where it is no block."""
    yield f"{key}:"
    if isinstance(value, Part):
        yield from draft.indented(draft.part_lines(value))
        yield "kind: part"
    elif isinstance(value, Annex):
        yield from draft.indented(draft.annex_lines(value))
        yield "kind: annex"
    else:
        yield from draft.indented(draft.block_lines(value))


def list_name(anchor: str) -> str:
    """What a list is called in the file; the id of anything else."""
    return "parts" if anchor == PARTS else anchor.removeprefix(IN_SOLE_PART)
