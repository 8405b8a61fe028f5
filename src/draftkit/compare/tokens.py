"""The whole tokens of a line, and what an edit of them is.

Words, citations, symbols, dates, hyphenated words and numbers are single tokens. A citation's date belongs to its number: it
is compared only where that stays. Ordinary and non-breaking blanks and hyphens compare equal (un-rules I10).

Example:
    >>> [token.run.text for token in tokens((Run("resolution 71/5 of 1 November 2016"),))]
    ['resolution', ' ', '71/5', ' of ', '1 November 2016']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from draftkit.assemble.printed import Run, Runs
from draftkit.un.citations import NUMBER
from draftkit.un.dates import DATE
from draftkit.un.symbols import SYMBOL

_S = r"[ \u00a0]"
_TOKEN = re.compile(
    rf"{SYMBOL}"
    rf"|(?<![\w/])(?P<number>{NUMBER})(?![\w/])(?:(?P<of>{_S}of{_S})(?P<date>{DATE}))?"
    rf"|{DATE}"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+(?:[,. \u00a0]\d{3})*(?:\.\d+)?(?![\d])"
    r"|[^\W\d_]+(?:[’'\-\u2011][^\W\d_]+)*(?:’s|’)?"
    r"|_{2,}|\s+|."
)
_TELLING = re.compile(r"\d|\w-\w|_")

_SAME = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u202f": " "})


def same(text: str) -> str:
    """The text in one spelling of what changes from year to year without meaning: blanks and hyphens (un-rules I10)."""
    return text.translate(_SAME)


class Op(Enum):
    """What an edit does."""

    EQUAL = 0
    DELETE = -1
    INSERT = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A whole word, number, citation, blank or callout; ``key`` is what is compared, ``run`` has text and format.

    ``telling``: it has a figure or a hyphen (a number, citation, symbol, date, ordinal), so it may stand for its neighbours.
    """

    key: str
    run: Run
    telling: bool = False


Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of tokens; an EQUAL one has its tokens of the new text in ``new`` and of the old in ``old``."""

    op: Op
    old: Tokens = ()
    new: Tokens = ()

    @property
    def text(self) -> str:
        return "".join(token.run.text for token in self.new or self.old)


def tokens(runs: Runs, note_keys: Mapping[str, str] | None = None) -> Tokens:
    """The tokens of a line. ``note_keys`` names each note by what it is compared as; by default its id.

    A token never spans two runs: a reference or a change of italics ends a word.
    """
    out: list[Token] = []
    for run in runs:
        if run.note and not run.repeated:
            out.append(Token(f"\0{(note_keys or {}).get(run.note, run.note)}", run))
        elif run.note:
            out.append(Token(f"\1{run.text}", run))
        elif run.ref:  # "11 (a)" is two tokens: renumbered, only the "11" changes
            out += [Token(part, replace(run, text=part)) for part in re.split("( )", run.text) if part]
        else:
            for text, key in (part for match in _TOKEN.finditer(run.text) for part in _parted(match)):
                out.append(Token(key, Run(text, run.italic, run.bold, run.superscript), _TELLING.search(key) is not None))
    return tuple(out)


def _parted(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """A match as tokens, text and key: of "71/5 of 1 November 2016" the "of" and the date are keyed with the "71/5"."""
    key = ""
    for part in (match["number"], match["of"], match["date"]) if match["date"] else (match[0],):
        key += same(part)
        yield part, key
