"""The whole tokens of a line, and what an edit of them is.

Words, citations, symbols, dates, hyphenated words and numbers are single tokens. A citation's date belongs to its number: it
is compared only where that stays. Ordinary and non-breaking blanks and hyphens compare equal (un-rules I10).

Example:
    >>> [token.text for token in tokens((Run("resolution 71/5 of 1 November 2016"),))]
    ['resolution', ' ', '71/5', ' of ', '1 November 2016']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from draftkit.un.citations import NUMBER
from draftkit.un.dates import DATE
from draftkit.un.spelling import same
from draftkit.un.symbols import SYMBOL

if TYPE_CHECKING:
    from draftkit.assemble.lines import Run, Runs

_S = r"[ \u00a0]"
_CAPITALS = r"\b[A-Z][A-Z\d]{0,20}(?:[.\-\u2011][A-Z\d]{1,20}){0,8}"  # bounded: a word of a million letters takes no longer
_PART = r"[^\W_]{1,20}(?:[.\-\u2011][^\W_]{1,20}){0,8}"
_TOKEN = re.compile(
    rf"{SYMBOL}"
    rf"|(?<![\w/])(?P<number>{NUMBER})(?![\w/])(?:(?P<of>{_S}of{_S})(?P<date>{DATE}))?"
    rf"|{DATE}"
    rf"|{_CAPITALS}(?:/{_PART}){{1,12}}"  # other symbols: "FCCC/CP/2015/10/Add.1"
    r"|(?:\d{1,3}(?:[,. \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?(?![\w]|[\-\u2011][^\W\d_])"
    r"|[^\W_]+(?:[’'\-\u2011][^\W_]+)*(?:’s|’)?"
    r"|_{2,}|\s+|."
)
_TELLING = re.compile(r"\d|\w-\w|_")


class Op(Enum):
    """What an edit does."""

    EQUAL = 0
    DELETE = -1
    INSERT = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A whole word, number, citation, blank, or a thing in the text (a callout, a picture).

    Args:
        key: what is compared.
        telling: it has a figure or a hyphen (a number, citation, symbol, date, ordinal), so it may stand for its neighbours.
        solid: it is a callout, a reference or a thing, which is never retyped for the sake of a better story.
    """

    key: str
    text: str
    telling: bool = False
    solid: bool = False


@dataclass(frozen=True, slots=True)
class RunToken(Token):
    """A token of a line of the model: ``run`` has its format."""

    run: Run = field(kw_only=True)


T = TypeVar("T", bound=Token)
Tokens = tuple[RunToken, ...]


@dataclass(frozen=True, slots=True)
class Edit(Generic[T]):
    """A stretch of tokens; an EQUAL one has its tokens of the new text in ``new`` and of the old in ``old``."""

    op: Op
    old: tuple[T, ...] = ()
    new: tuple[T, ...] = ()

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.new or self.old)


def tokens(runs: Runs, note_keys: Mapping[str, str] | None = None) -> Tokens:
    """The tokens of a line. ``note_keys`` names each note by what it is compared as; by default its id.

    A token never spans two runs: a reference or a change of italics ends a word.
    """
    from draftkit.assemble.lines import Run

    out: list[RunToken] = []
    for run in runs:
        if run.note and not run.repeated:
            out.append(RunToken(f"\0{(note_keys or {}).get(run.note, run.note)}", run.text, solid=True, run=run))
        elif run.note:
            out.append(RunToken(f"\1{run.text}", run.text, solid=True, run=run))
        elif run.ref:  # "11 (a)" is two tokens: renumbered, only the "11" changes
            parts = [part for part in re.split("( )", run.text) if part]
            out += [RunToken(part, part, solid=True, run=replace(run, text=part)) for part in parts]
        else:
            for text, key, telling in split(run.text):
                out.append(RunToken(key, text, telling, run=Run(text, run.italic, run.bold, run.superscript)))
    return tuple(out)


def split(text: str) -> Iterator[tuple[str, str, bool]]:
    """Running text in whole tokens: text, key, and whether it is telling."""
    for match in _TOKEN.finditer(text):
        whole = match[0]
        if whole.isalpha() or whole == " ":  # most are: they need no closer look
            yield whole, whole, False
            continue
        for part, key in _parted(match):
            yield part, key, _TELLING.search(key) is not None


def _parted(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """A match as tokens, text and key: of "71/5 of 1 November 2016" the "of" and the date are keyed with the "71/5"."""
    key = ""
    for part in (match["number"], match["of"], match["date"]) if match["date"] else (match[0],):
        key += same(part)
        yield part, key
