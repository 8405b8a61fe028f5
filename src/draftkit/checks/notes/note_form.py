"""note-form: sources are given in the forms that notes have (un-rules E6).

    A/65/112 and Add.1.                          A/65/112 and A/65/112/Add.1.
    A/79/975–E/2025/82.                          A/79/975-E/2025/82.
    General Assembly resolution 70/1.            Resolution 70/1.
    see A/59/710.                                See A/59/710.
    A/RES/60/1.                              Resolution 60/1.
    UNTS, vol. 2187, 38544.                      United Nations, *Treaty Series*, vol. 2187, No. 38544.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.notes.form_of_titles import unlike_titles
from draftkit.checks.places import NOTE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import BLANK, LONGEST_TEXT, once
from draftkit.inline import flat
from draftkit.model import Finding, Severity
from draftkit.un.symbols import SYMBOL, modified

_SHORT = re.compile(
    rf"(?P<symbol>{SYMBOL})(?P<join>,{BLANK}|,?{BLANK}and{BLANK})(?P<modifier>(?:Add|Corr|Rev)\.\d+)"
    rf"(?![\d–-]|,?{BLANK}(?:and|to){BLANK}\d|,{BLANK}\d)"  # "Corr.1 and 2" are two
)
_DOUBLE = re.compile(
    rf"(?P<one>\bA/\d{{2,3}}/\d+)(?P<sign>{BLANK}?[\u2013/]{BLANK}?|{BLANK}?-{BLANK}|{BLANK}-)(?P<two>[ES]/(?:\d{{4}}/)?\d+)"
)
_OURS = re.compile(rf"(?P<see>See{BLANK})?General{BLANK}Assembly{BLANK}(?P<noun>resolutions?|decisions?)\b")
_AS_SYMBOL = re.compile(r"A/RES/(?P<number>\d{2}/\d{1,3})(?=\.$|,[ \u00a0](?:annex|para|sect))")
_SMALL = re.compile(r"see\b|resolutions?\b|decisions?\b")


@rule("DK510", "E6", Severity.WARNING, bad="A/65/112 and Add.1.", good="A/65/112 and A/65/112/Add.1.", mends=True)
def note_form(subject: Subject) -> Iterator[Finding]:
    """Notes give symbols in full, "Resolution 70/1.", "United Nations, *Treaty Series*, vol. 2187, No. 38544." (un-rules E6).

    "And Corr.1" is left alone behind what is no symbol of the United Nations. Dashes other than these are those of the dashes
    rule. Italics are mended by hand, and asked for where any note has some: plain text cannot say them.
    """
    ours = subject.resolution.masthead.organ == "General Assembly"
    italics = any(getattr(piece, "italic", False) for note in subject.resolution.notes for piece in note.content)
    for note in subject.resolution.notes:
        text = flat(note.content)
        if len(text) > LONGEST_TEXT:
            continue
        owner = f"{NOTE}{note.id}"
        for start, end, right in (*_symbols(text), *_beginning(text, ours=ours)):
            words, instead = once(text, start, end, right)
            message = f"{subject.names[owner]} has {quoted(text[start:end])}"
            yield Finding("note-form", Severity.WARNING, message, owner, f"write {quoted(right)}", words=words, instead=instead)
        for words, what, fix in unlike_titles(note.content, text):
            if what and not italics:
                continue
            message = f"{subject.names[owner]} has {quoted(words)}{what}"
            yield Finding("note-form", Severity.WARNING, message, owner, fix, words=words)


def _symbols(text: str) -> Iterator[tuple[int, int, str]]:
    """Symbols that are cut short, and two of one document with another sign than a hyphen: what to write for what."""
    for match in _SHORT.finditer(text):
        yield match.start(), match.end(), f"{match['symbol']}{match['join']}{modified(match['symbol'], match['modifier'])}"
    for match in _DOUBLE.finditer(text):
        yield match.start(), match.end(), f"{match['one']}-{match['two']}"


def _beginning(text: str, *, ours: bool) -> Iterator[tuple[int, int, str]]:
    """What a note begins with."""
    if ours and (match := _OURS.match(text)):
        noun = match["noun"]
        yield match.start(), match.end(), f"See {noun}" if match["see"] else noun[:1].upper() + noun[1:]
    elif ours and (match := _AS_SYMBOL.match(text)):
        yield match.start(), match.end(), f"Resolution {match['number']}"
    elif match := _SMALL.match(text):
        yield match.start(), match.end(), match[0][:1].upper() + match[0][1:]
