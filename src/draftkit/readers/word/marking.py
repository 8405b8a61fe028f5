r"""Content -> the marked string that a chunk of a page holds (see ``readers.page.page``).

In: the pieces of a paragraph, its callouts naming places of the page's notes. Out: a string in draftkit's own Markdown, every
character that would be taken for a mark, a row or a list behind a backslash.

Example:
    >>> marked((Text("Urges", italic=True), Text(" 2*3"), Callout("0")))
    '*Urges* 2\\*3\ue0000\ue000'
"""

from __future__ import annotations

import re

from draftkit import inline
from draftkit.model import Callout, Content, Text
from draftkit.readers.page import forms
from draftkit.readers.page.escapes import escaped, escaped_start
from draftkit.readers.page.page import CALLOUT, called
from draftkit.un import labels

_RAISED = re.compile(r"[^\s^*\\]{1,40}|[\s^*\\]+")
_LABEL = re.compile(rf"(?:{labels.LABEL.pattern}|\d{{1,3}} (?:bis|ter|quater)\.)[ \u00a0]+")


def marked(content: Content) -> str:
    """The string of a content."""
    out: list[str] = []
    italic = bold = False
    for piece in content:
        wanted = (piece.italic, piece.bold) if isinstance(piece, Text) else (False, False)
        out.append("*" * ((italic != wanted[0]) + 2 * (bold != wanted[1])))
        italic, bold = wanted
        if isinstance(piece, Callout):
            out.append(called(piece.note))
        elif isinstance(piece, Text):
            text = piece.text.replace(CALLOUT, "")
            out.append(_raised(text) if piece.superscript else escaped(text))
    out.append("*" * (italic + 2 * bold))
    return escaped_start("".join(out))


def _raised(text: str) -> str:
    """Each word between carets; what cannot stand there is left on the line."""
    return "".join(escaped(part) if part[0] in "^*\\" or part.isspace() else f"^{part}^" for part in _RAISED.findall(text))


def with_plain_label(content: Content) -> Content:
    """Content whose typed label ("3.", "(a)") is in no format: the format of a number says nothing of the text."""
    opening = ""
    for piece in content:
        if not isinstance(piece, Text) or piece.superscript or len(opening) > 12:
            break
        opening += piece.text
    match = _LABEL.match(opening[:20])
    if not match or not content or not isinstance(content[0], Text) or not (content[0].italic or content[0].bold):
        return content
    left = match.end()
    out: list[Text] = []
    rest = list(content)
    while left and rest and isinstance(rest[0], Text):
        piece = rest.pop(0)
        assert isinstance(piece, Text)
        out.append(Text(piece.text[:left]))
        if len(piece.text) > left:
            rest.insert(0, Text(piece.text[left:], piece.italic, piece.bold, piece.superscript))
        left -= min(left, len(piece.text))
    return inline.join((*out, *rest))


def without_raised_ordinal(content: Content) -> Content:
    """A closing line whose "th" Word has raised by itself, on one line again; any other content as it is."""
    words = inline.plain(content)
    texts = [piece for piece in content if isinstance(piece, Text)]
    if not forms.is_meeting(words) or len(texts) < len(content):
        return content
    return (Text(words, italic=any(text.italic for text in texts)),)


def chunk_text(label: str, heading: bool, content: Content) -> str:
    """The string of a chunk with its label; a heading is all in bold."""
    if heading:
        return f"**{f'{label} {marked(content)}'.strip(' ')}**"
    return f"{label} {marked(with_plain_label(content))}".strip(" ")
