"""What a draft file rewritten in place is made of: the lines of its fields and entries, and where a line of a text ends.

Example:
    >>> fields_of(["id: a", "text: |-", "  Urges"])
    {'id': ['id: a'], 'text': ['text: |-', '  Urges']}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from draftkit.model import Annex, Block, Part, Resolution
from draftkit.writers import draft
from draftkit.yaml_text import Node

Lines = list[str]

IN_PART = ("label", "title", "formula", "preamble", "operative", "closing", "annexes")
"""The keys of a part, in the order in which they are written."""


def names_of(values: Sequence[Part | Annex | Block], ids: Mapping[str, str]) -> list[str]:
    """What the entries of a list are known by; parts by their labels, since they have no ids."""
    found: list[str] = []
    for value in values:
        name = f"part {value.label}" if isinstance(value, Part) else ids.get(value.id, value.id)
        found.append(name if name not in found else f"{name} {len(found)}")
    return found


def entry_of(value: Part | Annex | Block) -> Iterable[str]:
    if isinstance(value, Part):
        return draft.entry_lines(draft.part_lines(value))
    return draft.entry_lines(draft.annex_lines(value) if isinstance(value, Annex) else draft.block_lines(value))


def entries_of(values: Iterable[Part | Annex | Block]) -> Iterable[str]:
    return draft.indented(chain.from_iterable(map(entry_of, values)))


def parts_of(parts: Iterable[Part]) -> Lines:
    return ["parts:", *entries_of(parts)]


def top_lines(text: Resolution) -> Iterable[str]:
    """What ``writers.draft`` writes of a text, but its notes."""
    return draft.write(text).splitlines()


def fields_of(lines: Iterable[str]) -> dict[str, Lines]:
    """The lines of a mapping by key."""
    found: dict[str, Lines] = {}
    key = ""
    for line in lines:
        if not line.startswith(" "):
            key = line.partition(":")[0]
            found[key] = []
        found[key].append(line)
    return found


def all_of(node: Node) -> list[tuple[str, Node]]:
    return list((node.fields or {}).items())


def first_there(node: Node, keys: Sequence[str]) -> str:
    """The first of some keys that a mapping has."""
    return next((key for key in keys if key in (node.fields or {})), "")


def before(node: Node, key: str) -> str:
    """The key behind which a list is put that is not there yet."""
    order = [*IN_PART[:4], "closing", "annexes"]
    if key in order:
        found = first_there(node, [*reversed(order[: order.index(key)]), "document", "prior", "draftkit"])
        if found:
            return found
    return next(reversed(node.fields or {}), "")


def ended(lines: Iterable[str]) -> Lines:
    """Lines, each with the line end that is usual in its file."""
    return [f"{line}\n" for line in lines]


def wrapped(typed: Sequence[str], text: str) -> Lines:
    """A text in lines that end where those typed do, as far as the words are the same."""
    from difflib import SequenceMatcher

    rows = [row for row in (line.split() for line in typed) if row]
    olds = [word for row in rows for word in row]
    breaks = {sum(map(len, rows[: n + 1])) - 1 for n in range(len(rows) - 1)}
    words = text.split(" ")
    ends: set[int] = set()
    for _, first, last, start, stop in SequenceMatcher(None, olds, words, autojunk=False).get_opcodes():
        same = last - first == stop - start  # word for word; else a line ends where the words that came instead do
        ends |= {start + at - first if same else stop - 1 for at in breaks if first <= at < last and start < stop}
    starts = [0, *(end + 1 for end in sorted(ends) if end + 1 < len(words))]
    return [" ".join(words[first:last]) for first, last in pairwise([*starts, len(words)])]
