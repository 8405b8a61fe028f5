r"""Lines -> the text of a chunk in draftkit's own Markdown, its callouts told from other superscripts.

In: the lines of one paragraph, and what finds the note of a callout. Out: "*Recalling* the report,\ue0003\ue000".

Example:
    >>> marked(paragraph.lines, lambda key, page: None)
    '*Urges* States to save 10 km^2^;'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from draftkit.readers.page import forms
from draftkit.readers.page.escapes import escaped, escaped_start
from draftkit.readers.page.page import called
from draftkit.readers.pdf.glyphs import Glyph, Style
from draftkit.readers.pdf.lines import Line

ToNote = Callable[[str, int], int | None]
"""Gives the place of the note with a key that is called on a page; ``None`` if there is none."""

_KEYS = re.compile(r"\d{1,3}|[*\u2020\u2021]{1,3}|[a-z](?![a-z])|[^\d*a-z]+|.")
_WORDS = re.compile(r"\s+|\S{1,40}")
_BLANKS = " \u00a0"
_TIGHT = "-\u2013\u2014/"
"""After these a line may end without a blank, and the next go on without one."""
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|ft|yd|mi)$")
"""After a unit of length a superscript is its power, "km^2^", though there be a note 2."""
_JOINER = re.compile(r"(?:and|or|to) ")
"""After a hyphen these go on with a list of beginnings: "pre- and post-conflict"."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")


def marked(lines: Sequence[Line], to_note: ToNote) -> str:
    """The text of the lines with its marks and callouts."""
    out: list[str] = []
    state = (False, False)
    for style, run in _runs(lines):
        look = (style.italic, style.bold)
        if style.raised and _UNIT.search(out[-1][-8:] if out else ""):
            text = _superscript("".join(glyph.text for glyph, _ in run).strip(_BLANKS), _marks(state, look))
        elif style.raised:
            text = _raised("".join(glyph.text for glyph, _ in run), run[0][1], _marks(state, look), to_note)
        else:
            text = _marks(state, look) + escaped("".join(glyph.text for glyph, _ in run))
            state = look
        out.append(text)
    return escaped_start("".join([*out, _marks(state, (False, False))]).strip())


def _marks(before: tuple[bool, bool], after: tuple[bool, bool]) -> str:
    return "*" * ((before[0] != after[0]) + 2 * (before[1] != after[1]))


def _runs(lines: Sequence[Line]) -> Iterator[tuple[Style, list[tuple[Glyph, int]]]]:
    """The characters by look; a blank has the look of what stands on both sides of it, else none."""
    glyphs = list(_joined(lines))
    looks = [_look(glyph.style) for glyph, _ in glyphs]
    label = len(forms.label("".join(glyph.text for glyph, _ in glyphs[:16]))[0])
    if not all(look[1] for look in looks[:label]):
        looks[:label] = [(False, False, False)] * label  # a number is never part of the opening words' italics
    for at, (glyph, _) in enumerate(glyphs):
        if glyph.text in _BLANKS:
            before = looks[at - 1] if at else (False, False, False)
            after = looks[at + 1] if at + 1 < len(looks) else (False, False, False)
            looks[at] = before if before == after else (before[0] and after[0], before[1] and after[1], before[2] and after[2])
    paired = list(zip(looks, glyphs, strict=True))
    for look, group in groupby(paired, key=lambda pair: pair[0]):
        yield Style(0, 0, *look), [pair[1] for pair in group]


def _look(style: Style) -> tuple[bool, bool, bool]:
    return style.italic, style.bold, style.raised


def _joined(lines: Sequence[Line]) -> Iterator[tuple[Glyph, int]]:
    """The characters of the lines as running text, each with its page."""
    open_ends = sum(line.ends_open for line in lines[:-1]) * 2 >= len(lines) - 1
    for at, line in enumerate(lines):
        glyphs = list(line.glyphs)
        while glyphs[-1].text in _BLANKS:
            glyphs.pop()
        for place, glyph in enumerate(glyphs):
            if glyph.text in _BLANKS and place + 1 < len(glyphs) and _is_callout_sign(glyphs[place + 1]):
                continue  # a callout stands close to its word
            yield glyph, line.page
        if at + 1 < len(lines) and _needs_blank(line, lines[at + 1], open_ends):
            style = next((glyph.style for glyph in reversed(glyphs) if not glyph.style.raised), glyphs[-1].style)
            yield Glyph(" ", line.right, line.right, style), line.page


def _is_callout_sign(glyph: Glyph) -> bool:
    return glyph.style.raised and (glyph.text.isdecimal() or glyph.text in "*\u2020\u2021")


def _needs_blank(line: Line, after: Line, open_ends: bool) -> bool:
    """Whether a blank parts a line from the next one."""
    if line.ends_open:
        return True
    text = line.text
    if text[-1] in _TIGHT:
        return text[-2:-1] in ("", " ") or bool(text[-1] == "-" and _JOINER.match(after.text))
    return not (open_ends and _ADDRESS.search(text))


def _raised(text: str, page: int, lean: str, to_note: ToNote) -> str:
    """Superscripts: callouts where there are notes for them, and what parts callouts with them; others as they are."""
    return "".join(_callout(piece, page, lean, to_note) for piece in _KEYS.findall(text))


def _callout(piece: str, page: int, lean: str, to_note: ToNote) -> str:
    note = to_note(piece, page) if piece.strip(_BLANKS) else None
    if note is not None:
        return called(note)
    return "".join(_superscript(word, lean) for word in _WORDS.findall(piece))


def _superscript(word: str, lean: str) -> str:
    """A superscript; ``lean`` is the mark of italics or bold that it has and the text before it has not."""
    if not word.strip(_BLANKS):
        return " "
    return f"^{lean}{word}{lean}^" if escaped(word) == word else escaped(word)


def plain(lines: Iterable[Line]) -> str:
    """The characters alone."""
    return "".join(glyph.text for glyph, _ in _joined(list(lines)))
