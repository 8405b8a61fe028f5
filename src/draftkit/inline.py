r"""The grammar of paragraph text: what a drafter types <-> the inline pieces of the model.

    *italic*        italics
    [[id]]          the number of the paragraph with that id; [[id|form]] prints ``form`` instead
    [^note]         a footnote callout
    **bold**        bold, and ^superscript^: rare, only so that official texts survive

Everything else is literal; a mark character that belongs to the text has a backslash before it. Runs of ordinary
blanks and line ends are one space; non-breaking spaces and hyphens stay.

Example:
    >>> parse("*Urges* States to observe paragraph [[condemns]] above;[^report]")
    (Text('Urges', italic=True), Text(' States to observe paragraph '), Ref('condemns'), Text(' above;'), Callout('report'))
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from draftkit.errors import MarkupError
from draftkit.model import Callout, Content, Inline, Ref, Text

_TOKEN = re.compile(
    r"""\\(?P<escaped>[\\*^\[\]{}])
      | (?P<stars>\*+)
      | (?P<caret>\^)
      | \[\[(?P<ref>[^\[\]\n]*)\]\]
      | \[\^(?P<note>[^\[\]\n]*)\]
      | (?P<open>\[\[|\[\^)
      | (?P<plain>[^\\*^\[]+|.)""",
    re.VERBOSE | re.DOTALL,
)
_SPACES = re.compile("[ \t\r\n\v\f\x85\u2028\u2029]+")  # Word copies a manual line break as "\v"
_ESCAPE = re.compile(r"[\\*^]|\[(?=[\[^]|\Z)|\{(?=\{)|(?<=\{)\{")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""No full stop: ``assemble.printed`` names the rows of a table and the lines of a part with one ("table-1.0")."""
RESERVED = frozenset({"title", "masthead", "formula"})
"""What no paragraph can be called: changes and findings name these places of a text so."""


def parse(source: str) -> Content:
    """The pieces of a paragraph as a drafter typed it.

    Raises:
        MarkupError: a mark is never closed, or holds something that is not an id.
    """
    pieces: list[Inline] = []
    italic = bold = superscript = False
    opened = ""
    source = _SPACES.sub(" ", source).strip(" ")
    for token in _TOKEN.finditer(source):
        kind = token.lastgroup
        if kind == "stars":
            if len(token[0]) > 3:
                raise _error("too many asterisks", source, token.start(), r"type \* for an asterisk of the text")
            italic ^= len(token[0]) in (1, 3)
            bold ^= len(token[0]) in (2, 3)
            opened = source[token.start() : token.start() + 25]
        elif kind == "caret":
            superscript = not superscript
            opened = source[token.start() : token.start() + 25]
        elif kind == "ref":
            target, _, form = token["ref"].partition("|")
            pieces.append(Ref(_id(target, source, token.start()), form))
        elif kind == "note":
            pieces.append(Callout(_id(token["note"], source, token.start())))
        elif kind == "open":
            raise _error(f'"{token[0]}" is never closed', source, token.start(), r"type \[ for a bracket of the text")
        else:
            pieces.append(Text(token["escaped"] or token[0], italic, bold, superscript))
    if italic or bold or superscript:
        mark = "^" if superscript else "*"
        remedy = f"close it, or type \\{mark} for the character itself"
        raise MarkupError(f'"{mark}" at "{opened}" is never closed', remedy=remedy)
    return join(pieces)


def _id(name: str, source: str, at: int) -> str:
    if not ID.fullmatch(name):
        raise _error(f'"{name}" is not an id', source, at, "an id is small letters, digits and hyphens")
    return name


def _error(what: str, source: str, at: int, remedy: str) -> MarkupError:
    return MarkupError(f'{what} at "{source[at : at + 25]}"', remedy=remedy)


def format(content: Content) -> str:  # noqa: A001 - the field's word, always called as inline.format
    """The text that parses to ``content``: ``parse(format(x)) == x`` for joined, stripped content."""
    out: list[str] = []
    state = (False, False, False)
    for piece in content:
        wanted = (piece.italic, piece.bold, piece.superscript) if isinstance(piece, Text) else (False, False, False)
        out.append(_marks(state, wanted))
        state = wanted
        if isinstance(piece, Ref):
            out.append(f"[[{piece.target}|{piece.form}]]" if piece.form else f"[[{piece.target}]]")
        elif isinstance(piece, Callout):
            out.append(f"[^{piece.note}]")
        else:
            out.append(_ESCAPE.sub(r"\\\g<0>", piece.text))
    out.append(_marks(state, (False, False, False)))
    return "".join(out)


def _marks(before: tuple[bool, bool, bool], after: tuple[bool, bool, bool]) -> str:
    stars = (before[0] != after[0]) + 2 * (before[1] != after[1])
    caret = "^" if before[2] != after[2] else ""
    return caret + "*" * stars if before[2] else "*" * stars + caret


def join(pieces: Iterable[Inline]) -> Content:
    """Content in its normal form: neighbours of like format joined, empty runs dropped."""
    out: list[Inline] = []
    kept = (piece for piece in pieces if not isinstance(piece, Text) or piece.text)
    for form, group in groupby(kept, lambda piece: _format(piece) if isinstance(piece, Text) else None):
        same = list(group)
        if form is None or len(same) == 1:
            out += same
        else:
            out.append(Text("".join(piece.text for piece in same if isinstance(piece, Text)), *form))
    return tuple(out)


def _format(piece: Text) -> tuple[bool, bool, bool]:
    return piece.italic, piece.bold, piece.superscript


def tidy(pieces: Iterable[Inline]) -> Content:
    """Content as a reader should leave it: one space where there were several, none at the ends or under a format.

    Official files mark up "*Recalling *its" or "*Recalling*  its"; both are "*Recalling* its".
    """
    out: list[Inline] = []
    space = False  # a blank is due before the next piece
    for piece in pieces:
        if not isinstance(piece, Text):
            if space and out:
                out.append(Text(" "))
            space = False
            out.append(piece)
            continue
        text = _SPACES.sub(" ", piece.text)
        if not text.strip(" "):
            space = space or bool(text)
            continue
        if (space or text[0] == " ") and out:
            out.append(Text(" "))
        space = text[-1] == " "
        out.append(Text(text.strip(" "), *_format(piece)))
    return _spread(join(out))


def _spread(content: Content) -> Content:
    """Let a single blank between two runs of one format take that format: "*a* *b*" is "*a b*"."""
    out: list[Inline] = []
    for i, piece in enumerate(content):
        if isinstance(piece, Text) and piece.text == " " and 0 < i < len(content) - 1:
            before, after = content[i - 1], content[i + 1]
            if isinstance(before, Text) and isinstance(after, Text) and _format(before) == _format(after):
                piece = Text(" ", *_format(before))
        out.append(piece)
    return join(out)


def plain(content: Content) -> str:
    """The literal characters alone, without references and callouts."""
    return "".join(piece.text for piece in content if isinstance(piece, Text))


MARK = "\ufffc"
"""What stands for a reference or a callout in the characters of ``flat``."""


def flat(content: Content) -> str:
    """The characters of a content, each reference and callout as ``MARK``, so that places count rightly."""
    return "".join(piece.text if isinstance(piece, Text) else MARK for piece in content)
