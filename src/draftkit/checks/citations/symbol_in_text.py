"""symbol-in-text: running text cites a resolution by its number, never by its symbol (un-rules D6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from draftkit.checks.places import quoted
from draftkit.checks.rule import rule
from draftkit.checks.subject import Subject
from draftkit.checks.words import BLANK, once
from draftkit.model import Finding, Severity
from draftkit.un.symbols import resolution_number

_SYMBOL = re.compile(
    rf"(?P<noun>\b[Rr]esolution{BLANK})?\b(?P<symbol>(?:A/HRC|[A-Z])/RES/[^\s,;:()\]”]*[^\s,;:()\]”.](?:{BLANK}?\([\dIVX]+\))?)"
)
_OLD = re.compile(rf"(?P<organ>[AS])/RES/(?P<number>\d{{1,4}}(?:{BLANK}[A-Z])?){BLANK}?\((?P<of>[IVX]+|\d{{4}})\)")
_TWICE = ("(", "[", "document ", "documents ")
_LISTED = ("its ", "the ", "this ", "that ", "a ", "an ", "and ", "or ", ", ", "resolutions ")
"""Behind these it is not certain what to write: it may have been said already, be part of a list, or want another article."""
_REACH = 40
_OTHERS = {"A/HRC/RES/": "Human Rights Council ", "E/RES/": "Economic and Social Council ", "S/RES/": "Security Council "}


@rule("DK401", "D6", Severity.WARNING, bad="resolution A/RES/79/124", good="resolution 79/124", mends=True)
def symbol_in_text(subject: Subject) -> Iterator[Finding]:
    """Running text cites a resolution by its number, never by its symbol (un-rules D6).

    Where the symbol stands in brackets, somebody has to see whether it is needed at all; in a list, what the others are.
    """
    for passage in subject.paragraphs:
        text = passage.flat
        if "/RES/" not in text:
            continue
        for match in _SYMBOL.finditer(text):
            symbol, before = match["symbol"], text[max(0, match.start() - _REACH) : match.start()]
            number = _number(symbol)
            organ = next((name for stem, name in _OTHERS.items() if symbol.startswith(stem)), "")
            if match["noun"] and before.endswith(organ):
                organ = ""
            right = f"{organ}{match['noun'] or 'resolution '}{number}" if number else ""
            bare = organ or not match["noun"]
            doubt = before.endswith(_TWICE) or (before.endswith(_LISTED) and bare)
            words, instead = once(text, match.start(), match.end(), "" if doubt else right)
            fix = f'write "{right}"' if right else "cite it by its number"
            message = f"{subject.names[passage.owner]} has the symbol {quoted(symbol)}"
            yield Finding("symbol-in-text", Severity.WARNING, message, passage.owner, fix, words=words, instead=instead)


def _number(symbol: str) -> str:
    """The number that a symbol stands for, "" if it is not certain."""
    if old := _OLD.fullmatch(symbol):
        return f"{old['number']} ({old['of']})"
    if symbol.startswith(("A/HRC/RES/", "E/RES/")):
        number = symbol.partition("/RES/")[2]
        return number if re.fullmatch(r"\d{1,4}/\d{1,3}", number) else ""
    return resolution_number(symbol)
