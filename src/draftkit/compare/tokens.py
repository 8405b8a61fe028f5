"""The whole tokens of a line, and what an edit of them is.

Words, citations, symbols, dates, hyphenated words and numbers are single tokens. A citation's date belongs to its number: it
is compared only where that stays. Ordinary and non-breaking blanks and hyphens compare equal (un-rules I10).

Example:
    >>> [token.text for token in tokens((Run("resolution 71/5 of 1 November 2016"),))]
    ['resolution', ' ', '71/5', ' of ', '1 November 2016']
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from draftkit.un.wording import split

if TYPE_CHECKING:
    from draftkit.assemble.lines import Run, Runs


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


__all__ = ["Edit", "Op", "RunToken", "T", "Token", "Tokens", "split", "tokens"]
