"""A clause: one formula of the standard language, as plain values (docs/clause-file.md).

``clause_file`` reads them from YAML, ``fill`` fills them in.

Example:
    >>> clause.reference, clause.variables[0].type
    ('report/request@1', <Type.SESSION: 'session'>)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from draftkit.tree import Section

SPACES = re.compile(r"[ \t\r\n]+")
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What no text holds: characters that steer terminals or turn the writing round, and those that XML cannot carry."""

PARTS = (Section.PREAMBLE, Section.OPERATIVE)
"""The parts of a resolution that clauses stand in, as they are printed; lists of clauses keep to this order."""

NEXT = "next"
"""The default of a session that follows from the draft: the session at which the item returns."""


class Type(StrEnum):
    """What a value must be; ``draftkit.clauses.values`` checks it."""

    SESSION = "session"  # 81 or "eighty-first"
    DATE = "date"  # 4 December 2024
    SYMBOL = "symbol"  # A/81/___
    RESOLUTION = "resolution"  # 79/124, or 79/124 of 4 December 2024
    STATES = "states"  # Kenya, France
    TEXT = "text"
    NUMBER = "number"  # 12
    YEAR = "year"  # 2027
    STATE = "state"  # Kenya, one State in its short name
    BODY = "body"  # the International Law Commission
    MONEY = "money"  # 12,000,000 dollars
    RESOLUTIONS = "resolutions"  # 64/117 of 16 December 2009, 65/33 and 79/127
    PARAGRAPHS = "paragraphs"  # 12, or 12 and 14, or 3 to 5
    FLAG = "flag"  # yes or no; it is not printed, and no where nothing is said


@dataclass(frozen=True, slots=True)
class Variable:
    """A blank of a clause. ``default`` is ``None`` where a value must be given, "" where it may be left out."""

    name: str
    type: Type
    default: str | None = None
    example: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another wording for the same place, softer or stronger."""

    name: str
    text: str
    note: str = ""
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """An adopted text that uses the clause: its symbol and the number of the paragraph.

    Preambular paragraphs are counted from the first of the preamble.
    """

    symbol: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Example:
    """Values, and what the clause must say when it is filled with them."""

    values: Mapping[str, str]
    text: str
    items: tuple[str, ...] = ()
    alternate: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One version of a clause. ``text`` and ``items`` are templates (design, section 5); ``place`` is file and line.

    ``cost`` says what may cost money; ``extends`` names the clause from which it took what its file does not say. ``library`` is
    the name of the folder or package of a library of one's own, "" for a clause of the standard library.
    """

    id: str
    version: int
    part: Section
    title: str
    text: str
    use_when: str = ""
    not_when: str = ""
    cost: str = ""
    variables: tuple[Variable, ...] = ()
    items: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    strength: int | None = None
    provenance: tuple[Provenance, ...] = ()
    related: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    extends: str = ""
    library: str = ""
    place: str = ""

    @property
    def reference(self) -> str:
        """How a draft names this version: "report/request@1"."""
        return f"{self.id}@{self.version}"
