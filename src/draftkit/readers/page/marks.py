r"""The marks inside a paragraph of plain text, Markdown's and our own -> the inline pieces of the model.

In: a text with its callouts as tokens. Out: pieces. A mark that is never closed is a character; links leave their words.

Example:
    >>> pieces("*Recalling* [2175 \\(2014\\)](#)", lambda key, before: Callout(key))
    (Text('Recalling', italic=True), Text(' 2175 (2014)'))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from draftkit import inline
from draftkit.model import Callout, Content, Inline, Text
from draftkit.readers.page.page import CALLOUT

_LINK = re.compile(r"!?(?<!\\)\[([^\[\]]{0,400})\](?<!\\\])\(((?:[^()\s\\]|\\.|\([^()\s]{0,100}\)){0,600})\)")
_TOKEN = re.compile(
    rf"""{CALLOUT}(?P<callout>[^{CALLOUT}]{{1,40}}){CALLOUT}
      | \\(?P<escaped>[\\`*_{{}}\[\]()#+\-.!^|~<>])
      | (?P<stars>\*+)
      | \^(?P<lean>\*{{0,3}})(?P<raised>[^\s^*\\]{{1,40}})(?P=lean)\^
      | (?P<plain>[^\\*^{CALLOUT}]+|.)""",
    re.VERBOSE | re.DOTALL,
)
_REMEMBERED, _PIECES_REMEMBERED = 400, 40
"""Characters and pieces before a callout that its note may be named after: enough for a few words."""

ToCallout = Callable[[str, str], Callout]
"""Gives the callout of a note's key, for the words that stand before it."""


@dataclass(slots=True)
class _Piece:
    """A token of a text: characters, a callout, or a mark that turns italics or bold on and off."""

    text: str
    callout: Callout | None = None
    italic: bool = False
    bold: bool = False
    mark: bool = False
    raised: bool = False


def without_links(text: str) -> str:
    """The text with the words of its links alone."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def link_addresses(text: str) -> list[str]:
    """The addresses of its links that say anything ("#" does not)."""
    return [match[2] for match in _LINK.finditer(text) if match[2] not in ("", "#")] if "](" in text else []


def pieces(text: str, to_callout: ToCallout, *, marks: bool = True, exact: bool = False) -> Content:
    """The content of a text; without ``marks`` every character but the callouts is literal, ``exact``: each mark counts."""
    parts = _parts(without_links(text) if marks and not exact else text, to_callout, marks, exact)
    _drop_unclosed(parts)
    out: list[Inline] = []
    run: list[str] = []  # the characters of one format, joined once: a text of signs alone has as many pieces as signs
    form = (False, False, False)
    italic = bold = False
    for at, part in enumerate(parts):
        if part.mark:
            italic ^= part.italic
            bold ^= part.bold
            continue
        raised = part.raised or (not part.callout and not (exact and marks) and _parts_callouts(parts, at))
        mine = (italic ^ part.italic, bold ^ part.bold, raised)
        if run and (part.callout or mine != form):
            out.append(Text("".join(run), *form))
            run = []
        if part.callout:
            out.append(part.callout)
        else:
            run.append(part.text.strip() if raised else part.text)
            form = mine
    return inline.tidy([*out, Text("".join(run), *form)] if run else out)


def plain(text: str) -> str:
    """The characters of a text without its marks and callouts."""
    return inline.plain(pieces(text, lambda key, before: Callout(key)))


def without_bold(content: Content) -> Content:
    """Content without bold, which a heading has from its style."""
    return inline.join(replace(piece, bold=False) if isinstance(piece, Text) else piece for piece in content)


def without_italics(content: Content) -> Content:
    """Content without italics."""
    return inline.join(replace(piece, italic=False) if isinstance(piece, Text) else piece for piece in content)


def _parts(text: str, to_callout: ToCallout, marks: bool, exact: bool) -> list[_Piece]:
    out: list[_Piece] = []
    said: list[str] = []
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "callout":
            out.append(_Piece("", to_callout(token["callout"], "".join(said[-_PIECES_REMEMBERED:]))))
            continue
        literal = token[0]
        if marks and kind == "escaped":
            literal = token["escaped"]
        elif marks and kind == "stars" and len(literal) < 4 and (exact or not _between_blanks(text, token.start(), token.end())):
            out.append(_Piece(literal, italic=len(literal) != 2, bold=len(literal) != 1, mark=True))
            continue
        elif marks and kind == "raised":
            stars = len(token["lean"])
            out.append(_Piece(token["raised"], italic=stars in (1, 3), bold=stars in (2, 3), raised=True))
            continue
        said.append(literal[-_REMEMBERED:])
        out.append(_Piece(literal))
    return out


def _between_blanks(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].strip() == "" and text[end : end + 1].strip() == ""


def _drop_unclosed(parts: Sequence[_Piece]) -> None:
    """Make the last mark of a kind that is never closed a character of the text."""
    marks = [part for part in parts if part.mark]
    while marks and (sum(m.italic for m in marks) % 2 or sum(m.bold for m in marks) % 2):
        odd_italic = sum(m.italic for m in marks) % 2
        at = next(i for i in range(len(marks) - 1, -1, -1) if (marks[i].italic if odd_italic else marks[i].bold))
        marks.pop(at).mark = False


def _parts_callouts(parts: Sequence[_Piece], at: int) -> bool:
    """Whether a comma parts two callouts: it is raised with them (un-rules E7)."""
    if parts[at].text.strip() != "," or not 0 < at < len(parts) - 1:
        return False
    return bool(parts[at - 1].callout and parts[at + 1].callout)
