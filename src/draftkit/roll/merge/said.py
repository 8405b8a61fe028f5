"""What a merge has to say: what came in, where both changed the same, what the drafter may still want; and how words are shown.

Example:
    >>> said((Text("mentioned in paragraph "), Ref("condemns"), Text(" above,"), Callout("a")))
    'mentioned in paragraph [[condemns]] above,[^a]'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from draftkit.model import (
    Annex,
    Callout,
    ClauseEntry,
    Content,
    Heading,
    Inline,
    Masthead,
    Note,
    Opaque,
    Paragraph,
    Part,
    Ref,
    Table,
    Text,
)
from draftkit.un import spelling

Value = Part | Annex | Paragraph | Heading | Table | Opaque | ClauseEntry | Note | Masthead
"""What has a name in a text, without what stands under it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Words of the fresh text that came into the draft; ``paragraph`` is an id, "masthead", "title" or "note x"."""

    paragraph: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Words that both changed: the drafter's stay."""

    paragraph: str
    yours: str
    fresh: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Words that stand as before the roll-forward, which changes them now: by the drafter's will, or an older rule's."""

    paragraph: str
    text: str
    offer: str


@dataclass(slots=True)
class Report:
    """What has been said so far about the places of a text."""

    taken: list[Taken] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)


def said(content: Sequence[Inline]) -> str:
    """The words of a content, references and callouts as they are typed."""
    out = ""
    for piece in content:
        if isinstance(piece, Text):
            out += piece.text
        elif isinstance(piece, Ref):
            out += f"[[{piece.target}|{piece.form}]]" if piece.form else f"[[{piece.target}]]"
        else:
            out += f"[^{piece.note}]"
    return out


def same(one: Any, other: Any) -> bool:
    """Whether two values of any kind say the same; which kind of blanks and hyphens they have says nothing."""
    return bool(one == other or _plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return spelling.same(value)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if is_dataclass(value):
        return type(value), *(_plain(getattr(value, each.name)) for each in fields(value))
    return value


def told(value: Value | None) -> str:
    """What a paragraph, table or note says, on one line; "" for one that is not there."""
    if value is None or isinstance(value, Masthead):
        return ""
    if isinstance(value, ClauseEntry):
        return value.clause
    words = " | ".join(said(content) for content in contents_of(value))
    return f"{value.label} {words}".strip() if isinstance(value, Part | Annex) else words


def contents_of(value: Value) -> list[Content]:
    """The contents of a value itself, not of what stands under it."""
    if isinstance(value, Table):
        return [cell.content for row in value.rows for cell in row]
    if isinstance(value, Part):
        return [content for content in (value.title, value.formula) if content]
    if isinstance(value, Annex):
        return [value.title]
    return [] if isinstance(value, ClauseEntry | Masthead) else [value.content]


def callouts(content: Content) -> list[str]:
    """The notes that a content calls, in order."""
    return [piece.note for piece in content if isinstance(piece, Callout)]
