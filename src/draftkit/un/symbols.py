"""Document symbols (un-rules F): "A/C.6/80/L.14", "A/RES/79/124", "S/RES/2175 (2014)".

Example:
    >>> Symbol.parse("A/C.6/81/L.___").blank, resolution_number("A/RES/79/124")
    (True, '79/124')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BLANK = "___"
"""What stands where a number is not known yet; `check --stage l-document` refuses it."""

SYMBOL = (
    r"\b(?:A|S|E|ST|T)/(?:[A-Z][A-Za-z]*(?:\.\d+)?/)*(?:\d{4}|\d{1,3}|ES-\d+|S-\d+|_{2,})/(?:[A-Z]+[./])?"
    r"(?:\d+|_{2,})(?:/(?:Add|Rev|Corr|Amend)\.\d+)*"
)
"""A regular expression for a symbol in running text."""

_RESOLUTION = re.compile(r"A/RES/((?:(?:ES|S)-)?\d+/\d+)(?: [A-Z](?:[-\u2013][A-Z])?)?")
_PARTED = re.compile(
    r"(?P<organ>A|S|E|ST|T)/(?:(?P<body>(?:C|AC|CONF|CN|HRC)\.?\d*)/)?(?P<session>\d+|ES-\d+|S-\d+|_{2,})/"
    r"(?:(?P<type>[A-Z]+)[./])?(?P<number>\d+|_{2,})(?P<modifiers>(?:/(?:Add|Rev|Corr|Amend)\.\d+)*)"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in its parts: organ "A", body "C.6" (or ""), session "80", type "L" (or ""), number "14" or a blank."""

    organ: str
    body: str
    session: str
    type: str
    number: str
    modifiers: str = ""

    @property
    def blank(self) -> bool:
        return "__" in self.number or "__" in self.session

    @classmethod
    def parse(cls, text: str) -> Symbol | None:
        match = _PARTED.fullmatch(text)
        return cls(**{key: value or "" for key, value in match.groupdict().items()}) if match else None


def resolution_number(symbol: str) -> str:
    """The number before the title of an adopted text, "79/124" for "A/RES/79/124"; "" for other symbols."""
    match = _RESOLUTION.fullmatch(symbol)
    return match[1] if match else ""


def modified(symbol: str, modifier: str) -> str:
    """The symbol in full that a modifier alone stands for behind a symbol: A/65/112 and Add.1 (un-rules E6).

    One of the same kind gives way: "Add.2" behind "A/65/112/Add.1" is "A/65/112/Add.2"; "Corr.1" would be of the addendum.
    """
    stem = symbol.rpartition(f"/{modifier.partition('.')[0]}.")[0] or symbol
    return f"{stem}/{modifier}"


COMMITTEES = {
    "First Committee": "C.1",
    "Second Committee": "C.2",
    "Third Committee": "C.3",
    "Special Political and Decolonization Committee (Fourth Committee)": "C.4",
    "Fifth Committee": "C.5",
    "Sixth Committee": "C.6",
}
"""The Main Committees as a masthead names them, with their part of a symbol."""


def draft_symbol(committee: str, session: int) -> str:
    """The symbol of a draft not yet issued: "A/C.6/81/L.___"; without a Main Committee "A/81/L.___" (un-rules A4)."""
    body = COMMITTEES.get(committee)
    return f"A/{body}/{session}/L.{BLANK}" if body else f"A/{session}/L.{BLANK}"
