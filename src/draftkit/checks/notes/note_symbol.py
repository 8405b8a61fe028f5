"""note-symbol: a symbol in a note is formed as document symbols are (un-rules F)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import NOTE, quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import LONGEST_TEXT, once
from draftkit.inline import flat
from draftkit.model import Finding, Severity

_SLIP = re.compile(
    r"(?<![\w/.\-\u2011])(?:"
    r"(?P<blank>(?:[AES]|ST)(?:[ \u00a0]/[ \u00a0]?|/[ \u00a0])\d{2,4}/\d+)"  # "A/ 80/2001"
    r"|(?P<inside>(?:[AES]|ST)/\d{2,4}(?:[ \u00a0]/[ \u00a0]?|/[ \u00a0])\d+)"  # "A/80/ 2001"
    r"|(?P<sign>(?:A|E|ST)\.\d{2,4}/\d+|A/\d{2}[-.]\d+\b)"  # "A.80/2001", "A/80-2001"
    r"|(?P<small>[aes]/(?:res/)?\d{2,4}/\d+)"  # "a/80/2001"
    r"|(?P<two>[AES]//(?:RES/)?\d+/\d+|[AES]/\d+//\d+)"  # "A//80/2001"
    r"|(?P<addendum>[AES]/(?:C\.\d/)?\d{2,4}/(?:L\.)?\d+(?:/[ \u00a0]|[ \u00a0]/[ \u00a0]?)"
    r"(?:Add|Corr|Rev)\.\d+)"  # "A/80/2001/ Add.1"
    r"|(?P<record>[AES](?:/C\.\d)?/\d{2,4}\.(?:SR|PV|L)\.\d+|[AES]/C\.\d/\d{2,4}/(?:SR|PV)\d+)"  # "A/C.6/80.SR.2"
    r"|(?P<glued>[AES]/(?:[A-Z]+\.\d+/)?\d{2,4}/(?:L\.)?\d+(?:Add|Corr|Rev)\.\d+)"  # "A/80/2001Add.1"
    r"|(?P<organ>A/(?:c\.\d|C\d|RES\d+)/\d+)"  # "A/C6/80/L.5"
    r"|(?P<modifier>[AES]/(?:[A-Z]+\.\d+/)?\d{2,4}/(?:L\.)?\d+(?:/?(?:add|corr|rev|Add|Corr|Rev)\d+|[./](?:add|corr|rev)\.?\d+|\.(?:Add|Corr|Rev)\.\d+))"
    r"|(?P<letter>A/(?:C\.\d/)?\d{2,3}/L\d+)"  # "A/80/L5"
    r")"
)


@rule("DK511", "F", Severity.WARNING, bad="A/80/ 2001.", good="A/80/2001.", mends=True)
def note_symbol(subject: Subject) -> Iterator[Finding]:
    """A symbol in a note is formed as document symbols are, without a blank in it (un-rules F).

    Symbols of every organ and time are many; only what none has is found. What to write is certain for blanks and doubled signs.
    """
    for note in subject.resolution.notes:
        text = flat(note.content)
        if len(text) > LONGEST_TEXT or ("/" not in text and "." not in text):
            continue
        owner = f"{NOTE}{note.id}"
        for match in _SLIP.finditer(text):
            right = _right(match)
            certain = right if right != match[0] else ""
            words, instead = once(text, match.start(), match.end(), certain)
            fix = f"write {quoted(right)}" if certain else "write it as in A/80/2001/Add.1, A/C.6/80/L.5"
            message = f"{subject.names[owner]} has {quoted(match[0])}, which is not formed as a document symbol"
            yield Finding("note-symbol", Severity.WARNING, message, owner, fix, words=words, instead=instead)


def _right(match: re.Match[str]) -> str:
    """The symbol as it should be where that is certain, else as it is."""
    symbol = re.sub(r"[ \u00a0]", "", match[0]).replace("//", "/")
    if match["record"]:
        return re.sub(r"(?<=\d)[./](?P<kind>SR|PV|L)\.?(?=\d)", r"/\g<kind>.", symbol)
    return re.sub(r"(?<=\d)(?=(?:Add|Corr|Rev)\.)", "/", symbol) if match["glued"] else symbol
